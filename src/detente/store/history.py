"""What was changed, when, by whom and why: of one record, or of the whole store."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, or_, select

from detente.errors import NotFoundError
from detente.store import schema
from detente.store.meant import no_record
from detente.store.opening import Store
from detente.store.public import hidden_records, public
from detente.store.records import JUDGEMENT, KINDS, Content, Image, Kind, images, kept_image
from detente.store.revisions import Revision, revision_of, revisions

_PAST, _REVISION = schema.superseded.c, schema.revision.c

_DERIVED = {"first_day", "start_earliest", "start_latest", "end_earliest", "end_latest", "position", "imported"}
"""Columns that say nothing of their own."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value that a revision changed: None before where it was not there, None after where it is no more.

    For what is told of a contact (a participant, a statement …) ``name`` is the kind of row and the values are rows.
    """

    name: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Change:
    """What one revision did to one record. ``before`` None: it was not there; ``after`` None: it is there no more."""

    revision: Revision
    kind: str
    record: str
    before: Content | None
    after: Content | None

    @property
    def is_one(self) -> bool:
        """Whether the record says something else after it, or has come, gone or come back."""
        return self.before is None or self.after is None or bool(self.fields)

    @property
    def fields(self) -> tuple[Field, ...]:
        """What differs, value by value; nothing for a record that came, went or came back as a whole."""
        if self.before is None or self.after is None:
            return ()
        return tuple(_differences(self.kind, self.before, self.after))


def log(
    store: Store, *, author: str | None = None, limit: int | None = None, include_restricted: bool = False
) -> list[Revision]:
    """The revisions of the store, latest first; ``limit`` keeps so many. What one of a record that is not public was about,
    and why, is left out unless asked for."""
    with store.reading() as connection:
        found = revisions(connection, author=author, limit=limit)
        hidden = set() if include_restricted else hidden_records(connection)
    return [replace(one, about="(not public)", why=None) if _names(one, hidden) else one for one in found]


def _names(revision: Revision, hidden: set[str]) -> bool:
    return not hidden.isdisjoint(revision.about.split())


def history(store: Store, record: str, *, include_restricted: bool = False) -> list[Change]:
    """What became of one record, oldest first: a contact, a claim, a topic, a party, a window or a tenure.

    What is not public is left out, as if it had never been said, unless asked for. Raises NotFoundError when there never was
    such a record.
    """
    with store.reading() as connection:
        changes = [change for kind in KINDS for change in _of_record(connection, kind, record)]
        if not include_restricted:
            changes = _public(connection, changes)
        if not changes:
            raise no_record(connection, record, include_restricted=include_restricted)
    return sorted(changes, key=lambda change: change.revision.number)


def changes_of(store: Store, number: int, *, include_restricted: bool = False) -> list[Change]:
    """As ``history``, what one revision did, record by record; raises NotFoundError when there is no such revision."""
    with store.reading() as connection:
        if connection.execute(select(_REVISION.number).where(_REVISION.number == number)).first() is None:
            raise NotFoundError(f"there is no revision {number}", mend="see: detente history")
        past = select(_PAST.kind, _PAST.record).where(or_(_PAST.until == number, _PAST.revision == number))
        touched = {(row.kind, row.record) for row in connection.execute(past)}
        for kind in KINDS:
            written = select(*(kind.root.c[name] for name in kind.key)).where(kind.root.c.revision == number)
            touched |= {(kind.name, kind.record_of(row)) for row in connection.execute(written).mappings()}
        by_name = {kind.name: kind for kind in KINDS}
        found = [change for kind, record in sorted(touched) for change in _of_record(connection, by_name[kind], record)]
        of_it = [change for change in found if change.revision.number == number]
        return of_it if include_restricted else _public(connection, of_it)


def _public(connection: Connection, changes: list[Change]) -> list[Change]:
    if any(change.kind == JUDGEMENT.name for change in changes):  # it names two contacts
        hidden = hidden_records(connection)
        changes = [one for one in changes if one.kind != JUDGEMENT.name or hidden.isdisjoint(one.record.split())]
    shown = (replace(change, before=public(change.before), after=public(change.after)) for change in changes)
    return [change for change in shown if (change.before is not None or change.after is not None) and change.is_one]


def _of_record(connection: Connection, kind: Kind, record: str) -> Iterator[Change]:
    if not kind.may_be(record):
        return
    query = select(schema.superseded).where(_PAST.kind == kind.name, _PAST.record == record)
    past = connection.execute(query.order_by(_PAST.revision)).all()
    standing: list[Image] = list(images(connection, kind, kind.called(record)))
    begun = {row.revision: kept_image(row).content for row in past} | {image.revision: image.content for image in standing}
    ended = {row.until: kept_image(row).content for row in past}
    numbers = sorted({*begun, *ended})
    rows = connection.execute(select(schema.revision).where(_REVISION.number.in_(numbers)))
    known = {row.number: revision_of(row) for row in rows}
    for number in numbers:
        yield Change(known[number], kind.name, record, ended.get(number), begun.get(number))


def _differences(kind: str, before: Content, after: Content) -> Iterator[Field]:
    [old], [new] = before[kind], after[kind]
    for name in dict.fromkeys([*old, *new]):
        if name not in _DERIVED and old.get(name) != new.get(name):
            yield Field(name, old.get(name), new.get(name))
    for table in dict.fromkeys([*before, *after]):
        if table != kind:
            gone, come = _told(before.get(table, [])), _told(after.get(table, []))
            yield from (Field(table, row, None) for row in gone if row not in come)
            yield from (Field(table, None, row) for row in come if row not in gone)


def _told(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What rows say, without their numbers and what is left open."""
    return [{n: v for n, v in row.items() if n not in _DERIVED and v not in (None, False, "")} for row in rows]
