"""What is one record, in whichever tables it is kept: read whole, set aside, written back, taken out.

The tables hold the record as it stands. What a record said before goes to ``superseded``, as JSON (table → rows), and
stays there; so nothing that was ever recorded is lost, and every query of the present is one without conditions on time.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, insert, or_, select, update

from detente.domain.parties import dyads_of
from detente.store import schema
from detente.store.choosing import AnySelect

_AT_ONCE = 200
"""How many records one query names; every engine takes that many parameters."""

_OF_REVISIONS = ("first_revision", "revision")

Rows = list[dict[str, Any]]
Content = dict[str, Rows]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: the table of its first row, what identifies it, and the tables of its other rows.

    ``parts`` are in the order in which they may be written; ``link`` is the column by which they belong to the record.
    """

    name: str
    root: Table
    key: tuple[str, ...]
    parts: tuple[Table, ...] = ()
    link: str = ""

    def record_of(self, row: Mapping[Any, Any]) -> str:
        """How the record is called in the history: its id, or what identifies it, one after the other."""
        return " ".join(str(row[name]) for name in self.key)

    def may_be(self, record: str) -> bool:
        """Whether ``record`` has the form of a name of this kind."""
        return len(record.rsplit(" ", len(self.key) - 1)) == len(self.key)

    def called(self, *records: str) -> ColumnElement[bool]:
        """Which rows of the root table are those records."""
        if len(self.key) == 1:
            return self.root.c[self.key[0]].in_(records)
        said = (record.rsplit(" ", len(self.key) - 1) for record in records)  # only the first part may hold a space
        return or_(*(and_(*(self.root.c[n] == v for n, v in zip(self.key, parts, strict=False))) for parts in said))


CONTACT = Kind(
    "contact",
    schema.contact,
    ("contact_id",),
    (
        schema.contact_party,
        schema.contact_pair,
        schema.participant,
        schema.source,
        schema.statement,
        schema.differing_value,
    ),
    "contact_id",
)
CLAIM = Kind("claim", schema.claim, ("claim_id",))
COVERAGE = Kind("coverage", schema.coverage, ("party_a", "party_b", "level", "channel", "from_date"))
OFFICEHOLDER = Kind("officeholder", schema.officeholder, ("person", "party", "office", "from_date"))
TOPIC = Kind("topic", schema.topic, ("topic",))
PARTY = Kind("party", schema.party, ("code",), (schema.party_name,), "party")
FOLDER = Kind("folder", schema.folder, ("slug",))
JUDGEMENT = Kind("judgement", schema.judgement, ("contact_id", "other_id"))
DIALOGUE = Kind("dialogue", schema.dialogue, ("dialogue_id",))

KINDS = (PARTY, TOPIC, OFFICEHOLDER, FOLDER, CONTACT, CLAIM, COVERAGE, JUDGEMENT, DIALOGUE)
"""Every kind of record, each after those that it refers to."""


@dataclass(frozen=True, slots=True)
class Image:
    """What one record says, or said: from ``revision`` on."""

    kind: Kind
    record: str
    first_revision: int
    revision: int
    content: Content


def images(connection: Connection, kind: Kind, which: ColumnElement[bool]) -> Iterator[Image]:
    """The records that stand, of those ``which`` holds for, in the order of their keys."""
    query: AnySelect = select(kind.root).where(which).order_by(*(kind.root.c[name] for name in kind.key))
    rows = iter(connection.execute(query).mappings().all())
    while batch := list(islice(rows, _AT_ONCE)):
        parts = {table.name: _by_record(connection, kind, table, batch) for table in kind.parts if not _derived(table)}
        for row in batch:
            record = kind.record_of(row)
            content = {kind.root.name: [{name: row[name] for name in row if name not in _OF_REVISIONS}]}
            content |= {name: of_record.get(record, []) for name, of_record in parts.items()}
            yield Image(kind, record, row["first_revision"], row["revision"], content)


def _derived(table: Table) -> bool:
    return table is schema.contact_pair


def _by_record(connection: Connection, kind: Kind, table: Table, batch: Sequence[Mapping[Any, Any]]) -> dict[str, Rows]:
    link = table.c[kind.link]
    query = select(table).where(link.in_([row[kind.key[0]] for row in batch])).order_by(*table.primary_key)
    found: dict[str, Rows] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row[kind.link], []).append({str(name): value for name, value in row.items() if name != kind.link})
    return found


def set_aside(connection: Connection, before: Iterable[Image], until: int) -> int:
    """Keeps what records say, for revision ``until`` changes or withdraws them; gives how many."""
    count, waiting = 0, iter(before)
    while batch := list(islice(waiting, _AT_ONCE)):
        rows = [
            {
                "kind": image.kind.name,
                "record": image.record,
                "revision": image.revision,
                "until": until,
                "first_revision": image.first_revision,
                "content": json.dumps(image.content, ensure_ascii=False, separators=(",", ":")),
            }
            for image in batch
        ]
        connection.execute(insert(schema.superseded), rows)
        count += len(rows)
    return count


def kept_image(row: Any) -> Image:
    """The image that a row of ``superseded`` keeps."""
    kind = next(kind for kind in KINDS if kind.name == row.kind)
    return Image(kind, row.record, row.first_revision, row.revision, json.loads(row.content))


def take_out(connection: Connection, kind: Kind, records: Sequence[str]) -> None:
    """Removes records from the tables of the present; they must have been set aside."""
    for start in range(0, len(records), _AT_ONCE):
        some = records[start : start + _AT_ONCE]
        for table in reversed(kind.parts):
            connection.execute(delete(table).where(table.c[kind.link].in_(some)))
        connection.execute(delete(kind.root).where(kind.called(*some)))


def put(connection: Connection, image: Image) -> None:
    """Makes ``image`` what its record says now; an older version must have been set aside.

    The first row is changed in place, because claims and contacts refer to it.
    """
    kind = image.kind
    [row] = image.content[kind.root.name]
    there = connection.execute(select(kind.root.c[kind.key[0]]).where(kind.called(image.record))).first() is not None
    versioned = {**row, "first_revision": image.first_revision, "revision": image.revision}
    if there:
        for table in reversed(kind.parts):
            connection.execute(delete(table).where(table.c[kind.link] == image.record))
        connection.execute(update(kind.root).where(kind.called(image.record)).values(versioned))
    else:
        connection.execute(insert(kind.root).values(versioned))
    for table in kind.parts:
        rows = _pair_rows(image) if _derived(table) else image.content.get(table.name, [])
        if rows:
            connection.execute(insert(table), [{**part, kind.link: image.record} for part in rows])


def _pair_rows(image: Image) -> Rows:
    [row] = image.content["contact"]
    in_series = {column.name: row[column.name] for column in schema.contact_pair.columns if column.name in row}
    pairs = dyads_of(part["party"] for part in image.content["contact_party"])
    return [{**in_series, "party_a": pair.a, "party_b": pair.b} for pair in pairs]


def is_written(connection: Connection, revision: int) -> bool:
    """Whether any record was written, changed or withdrawn by ``revision``."""
    columns = [*(kind.root.c.revision for kind in KINDS), schema.superseded.c.until]
    return any(connection.execute(select(column).where(column == revision).limit(1)).first() for column in columns)


_MARKED = tuple(kind.root for kind in KINDS if "imported" in kind.root.c)
"""Where a row says which revision brought it in, though it came with the store."""


def is_marked(connection: Connection, revision: int) -> bool:
    """Whether any row is marked as imported by ``revision``."""
    marks = (table.c.imported for table in _MARKED)
    return any(connection.execute(select(mark).where(mark == revision).limit(1)).first() for mark in marks)


def unmark(connection: Connection, revision: int) -> None:
    """Has no row be imported by ``revision``."""
    for table in _MARKED:
        connection.execute(update(table).where(table.c.imported == revision).values(imported=None))
