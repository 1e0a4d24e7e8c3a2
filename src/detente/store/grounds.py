"""What are claims and sentences about one pair judged on: its contacts with people and sources, and what is declared."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from detente.domain.contacts import Contact, Participant, Source
from detente.domain.grounds import Ground
from detente.domain.parties import Dyad, name_of
from detente.store import schema
from detente.store.choosing import AnySelect
from detente.store.contacts import with_parties
from detente.store.opening import Store
from detente.store.reference import officeholders
from detente.store.series import coverage

_PAIR = schema.contact_pair.c


def ground(store: Store, dyad: Dyad, *, include_restricted: bool = False) -> Ground:
    """All contacts of the pair in series order, whatever their status, its windows and its officeholders.

    Contacts carry participants and sources, but neither statements nor values, which decide no claim. Only this pair is
    read: the rows are found by its stretch of the pair table. A pair without a record has a ground without contacts.
    """
    with store.reading() as connection:
        contacts = _contacts(connection, dyad)
    windows = coverage(store, dyad).get(dyad, [])
    found = Ground(dyad, contacts, windows, officeholders(store, *dyad.parties), store.tolerance)
    return found if include_restricted else found.public()


def _contacts(connection: Connection, dyad: Dyad) -> list[Contact]:
    query = _of_pair(schema.contact, dyad).order_by(_PAIR.first_day, _PAIR.start_latest, _PAIR.contact_id)
    people: dict[str, list[Participant]] = {}
    for row in _told(connection, schema.participant, dyad):
        people.setdefault(row.contact_id, []).append(Participant(row.party, row.person, row.role, row.level))
    published: dict[str, list[Source]] = {}
    for row in _told(connection, schema.source, dyad):
        columns = row._mapping
        published.setdefault(row.contact_id, []).append(Source(**{field.name: columns[field.name] for field in fields(Source)}))
    return [
        replace(
            contact,
            participants=tuple(people.get(contact.contact_id, ())),
            sources=tuple(published.get(contact.contact_id, ())),
        )
        for contact in with_parties(connection, connection.execute(query).all())
    ]


def _of_pair(table: Table, dyad: Dyad) -> AnySelect:
    """The rows of ``table`` about the contacts of a pair."""
    query: AnySelect = select(table).join(schema.contact_pair, table.c.contact_id == _PAIR.contact_id)
    return query.where(_PAIR.party_a == dyad.a, _PAIR.party_b == dyad.b)


def _told(connection: Connection, table: Table, dyad: Dyad) -> Iterator[Row[Any]]:
    """The rows of a table of details, each contact's in recorded order."""
    yield from connection.execute(_of_pair(table, dyad).order_by(table.c.contact_id, table.c.position))


def names(store: Store, dyad: Dyad) -> list[str]:
    """The English names of both parties, in the order of the pair."""
    party = schema.party.c
    with store.reading() as connection:
        rows = connection.execute(select(party.code, party.name, party.kind).where(party.code.in_(dyad.parties)))
        known = {row.code: name_of(row.name, row.kind) for row in rows}
    return [known[code] for code in dyad.parties]


def folders(store: Store) -> dict[str, Dyad]:
    """The pair that each folder of the record belongs to, by its slug."""
    column = schema.folder.c
    with store.reading() as connection:
        rows = connection.execute(select(column.slug, column.party_a, column.party_b))
        return {row.slug: Dyad(row.party_a, row.party_b) for row in rows}
