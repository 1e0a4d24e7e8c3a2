"""In what state the store is: what it holds, and whether it contradicts itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, FromClause, func, literal_column, select

from detente.domain import dates
from detente.domain.dates import DateError, Tolerance
from detente.domain.days import Day
from detente.store import schema
from detente.store.choosing import AnySelect
from detente.store.contradictions import Finding, contradictions
from detente.store.opening import Store
from detente.store.records import KINDS

_CONTACT, _PAIR, _TAKES_PART = schema.contact.c, schema.contact_pair.c, schema.contact_party.c


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """What the store holds. ``size_bytes`` is None where it is no file; the days are None while it has no contact."""

    url: str
    engine: str
    revision: str
    contacts: int
    held: int
    parties: int
    topics: int
    claims: int
    first_day: Day | None
    last_day: Day | None
    size_bytes: int | None
    tolerance: Tolerance


def status(store: Store) -> StoreStatus:
    """What the store holds; seeded parties and topics are counted too."""
    with store.reading() as connection:

        def count(table: FromClause) -> int:
            return connection.scalar(select(func.count()).select_from(table)) or 0

        first, last = connection.execute(select(func.min(_CONTACT.first_day), func.max(_CONTACT.first_day))).one()
        return StoreStatus(
            url=store.url,
            engine=store.engine.dialect.name,
            revision=schema.REVISIONS[-1],
            contacts=count(schema.contact),
            held=connection.scalar(select(func.count()).where(_CONTACT.status == "held")) or 0,
            parties=count(schema.party),
            topics=count(schema.topic),
            claims=count(schema.claim),
            first_day=first,
            last_day=last,
            size_bytes=Path(store.url).stat().st_size if store.engine.dialect.name == "sqlite" else None,
            tolerance=store.tolerance,
        )


def check(store: Store, today: Day) -> list[Finding]:
    """Everything found wrong, the grave first: damage, rows that point nowhere, derived columns that no longer fit their
    source, and what the record says against its own windows, tenures and dates. ``today`` is the day for "in the future".
    """
    with store.reading() as connection:
        found = list(_damage(connection)) if store.engine.dialect.name == "sqlite" else []
        found += [
            *_pointing_nowhere(connection),
            *_pairs(connection),
            *_dates(connection, store.tolerance),
            *_parties(connection),
        ]
        found += _history(connection)
        if not found:  # what is damaged cannot be reasoned about
            found += contradictions(connection, store.tolerance, today)
    return sorted(found, key=lambda finding: not finding.grave)


def _damage(connection: Connection) -> Iterator[Finding]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield Finding(f"the file is damaged: {said}", "file", "restore a backup")


def _pointing_nowhere(connection: Connection) -> Iterator[Finding]:
    """Every engine refuses such rows, unless somebody took its foreign keys away or went past them."""
    for table in schema.metadata.sorted_tables:
        for key in table.foreign_key_constraints:
            parent = key.referred_table.alias("parent")
            pairs = [(element.parent, parent.c[element.column.name]) for element in key.elements]
            there: AnySelect = select(literal_column("1")).where(*(own == referred for own, referred in pairs)).correlate(table)
            lost = select(*table.primary_key).where(*(own.is_not(None) for own, _ in pairs), ~there.exists())
            for row in connection.execute(lost.order_by(*table.primary_key)):
                where = " ".join(str(value) for value in row)
                mend = "restore a backup, or export and import anew"
                yield Finding(f"a row points to nothing in {key.referred_table.name}", f"{table.name} {where}", mend)


_ANEW = "export the record and import it into a new store: it is derived from the contacts"


def _pairs(connection: Connection) -> Iterator[Finding]:
    """The pair table, which gap queries read, must say what the contacts say."""
    copied = [column for column in schema.contact.columns if column.name in schema.contact_pair.c]
    a, b = schema.contact_party.alias("a").c, schema.contact_party.alias("b").c
    derived = (
        select(a.party.label("party_a"), b.party.label("party_b"), *copied)
        .where(a.contact_id == _CONTACT.contact_id, b.contact_id == _CONTACT.contact_id, a.party < b.party)
    )  # fmt: skip
    kept = select(_PAIR.party_a, _PAIR.party_b, *(_PAIR[column.name] for column in copied))
    place = [column.name for column in copied].index("contact_id") + 2
    for what, query in (
        ("a contact is missing from a series", derived.except_(kept)),
        ("a series holds what the contact does not say", kept.except_(derived)),
    ):
        for row in connection.execute(query):
            yield Finding(what, f"{row[place]} in {row[0]}-{row[1]}", _ANEW)


def _dates(connection: Connection, tolerance: Tolerance) -> Iterator[Finding]:
    """The day columns must be what the date as written allows."""
    bounds = (_CONTACT.first_day, _CONTACT.start_earliest, _CONTACT.start_latest, _CONTACT.end_earliest, _CONTACT.end_latest)
    for contact_id, text, *kept in connection.execute(select(_CONTACT.contact_id, _CONTACT.date, *bounds)):
        try:
            when = dates.parse(text, tolerance)
            fits = kept == [when.first_day, when.start_earliest, when.start_latest, when.end_earliest, when.end_latest]
        except DateError:
            fits = False
        if not fits:
            yield Finding(f"the days kept do not fit the date '{text}'", contact_id, _ANEW)


def _parties(connection: Connection) -> Iterator[Finding]:
    """A contact has two parties or more."""
    counted = select(_CONTACT.contact_id).outerjoin(schema.contact_party, _TAKES_PART.contact_id == _CONTACT.contact_id)
    few = counted.group_by(_CONTACT.contact_id).having(func.count(_TAKES_PART.party) < literal_column("2"))
    for contact_id in connection.scalars(few.order_by(_CONTACT.contact_id)):
        yield Finding("fewer than two parties", contact_id, _ANEW)


def _history(connection: Connection) -> Iterator[Finding]:
    """Revisions follow each other without holes and never back in time; what stands is later than what it superseded."""
    numbered, restore = schema.revision.c, "restore a backup: its history is not damaged"
    before: tuple[int, str] = (0, "")
    for number, recorded_at in connection.execute(select(numbered.number, numbered.recorded_at).order_by(numbered.number)):
        if number != before[0] + 1:
            yield Finding(f"the revisions before r{number} are missing", f"r{before[0]}", restore)
        if recorded_at < before[1]:
            yield Finding("a revision is older than the one before it", f"r{number}", restore)
        before = (number, recorded_at)
    past = schema.superseded.c
    backwards = select(past.record, past.revision, past.until).where(past.until <= past.revision)
    for record, number, until in connection.execute(backwards):
        yield Finding(f"what r{number} wrote was superseded by the earlier r{until}", record, restore)
    ended = select(past.kind, past.record, func.max(past.until).label("until")).group_by(past.kind, past.record).subquery()
    for kind in KINDS:
        if len(kind.key) == 1:
            id_ = kind.root.c[kind.key[0]]
            stale = select(id_, kind.root.c.revision, ended.c.until).join(ended, ended.c.record == id_)
            for record, number, until in connection.execute(
                stale.where(ended.c.kind == kind.name, kind.root.c.revision < ended.c.until)
            ):
                yield Finding(f"it says what r{number} wrote, which r{until} changed", record, restore)
