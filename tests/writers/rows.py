"""What the tables say when they are asked directly: numbers without holes, and no contact that is half there."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Row, func, select

from detente.store import schema
from detente.store.condition import check
from detente.store.opening import Store
from tests.domain.records import day

_CONTACT, _PARTY, _PAIR, _REVISION = schema.contact.c, schema.contact_party.c, schema.contact_pair.c, schema.revision.c


def contact_ids(store: Store) -> list[str]:
    """Every contact on record, as often as it is there."""
    with store.reading() as connection:
        return list(connection.scalars(select(_CONTACT.contact_id)))


def revisions(store: Store) -> list[Row[int, str, str, str]]:
    """Number, author, command and object of every revision, oldest first; they are numbered from 1 without a hole."""
    with store.reading() as connection:
        query = select(_REVISION.number, _REVISION.author, _REVISION.command, _REVISION.about).order_by(_REVISION.number)
        found = list(connection.execute(query).all())
    assert [row.number for row in found] == list(range(1, len(found) + 1))
    return found


def grave(store: Store) -> list[str]:
    """What ``detente db check`` would fail for."""
    return [f"{finding.what}: {finding.where}" for finding in check(store, day("2030-01-01")) if finding.grave]


def half_written(connection: Connection) -> Iterator[str]:
    """Contacts without the parties, pairs or revisions that belong to them, or with others, as one moment shows them."""

    def by_contact(contact_id: ColumnElement[str], what: ColumnElement[int]) -> dict[str, int]:
        return {row[0]: row[1] for row in connection.execute(select(contact_id, what).group_by(contact_id))}

    parties, pairs = by_contact(_PARTY.contact_id, func.count()), by_contact(_PAIR.contact_id, func.count())
    days = by_contact(_PAIR.contact_id, func.max(_PAIR.first_day))
    known = set(connection.scalars(select(_REVISION.number)))
    contacts = connection.execute(select(_CONTACT.contact_id, _CONTACT.first_day, _CONTACT.revision)).all()
    for row in contacts:
        count = parties.get(row.contact_id, 0)
        if count < 2 or pairs.get(row.contact_id) != count * (count - 1) // 2:
            yield f"{row.contact_id} has {count} parties and {pairs.get(row.contact_id)} pairs"
        if days.get(row.contact_id) != row.first_day:
            yield f"{row.contact_id} is on another day in its series"
        if row.revision not in known:
            yield f"{row.contact_id} is of revision {row.revision}, which is not there"
    if strangers := (parties.keys() | pairs.keys()) - {row.contact_id for row in contacts}:
        yield f"{strangers} have parties or pairs, but are not there"
