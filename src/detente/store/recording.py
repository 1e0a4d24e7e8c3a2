"""How one contact enters the record: checked against what is there, named, and written in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, and_, insert, select
from sqlalchemy import Table as SqlTable

from detente.domain import ids
from detente.domain.contacts import Claim, Contact
from detente.domain.parties import Dyad, dyad, dyads_of
from detente.domain.resemblance import look_alike
from detente.errors import RejectedError
from detente.store import schema
from detente.store.clock import now
from detente.store.contacts import with_parties
from detente.store.merging import add_folder
from detente.store.opening import Store

_BOUNDS = ("first_day", "start_earliest", "start_latest", "end_earliest", "end_latest")


def record(
    store: Store, contact: Contact, claims: Sequence[Claim] = (), *, also: bool = False
) -> tuple[Contact, tuple[Claim, ...]]:
    """Adds a contact and the claims published about it; gives both as recorded, with their ids.

    ``contact.dyad_slug`` names the pair whose folder it belongs to, in either order; empty: that of the first two parties.
    Its id and those of the claims are made here. Raises RejectedError naming the contact that it resembles, unless
    ``also`` says that it is another one.
    """
    with store.writing() as connection:
        if not also:
            _refuse_look_alike(connection, contact)
        slug = _folder(connection, contact)
        name = ids.contact_id(slug, contact.date, contact.channel, contact.level, _taken(connection, slug))
        named = replace(contact, contact_id=name, dyad_slug=slug)
        _write(connection, named)
        numbered = _numbered(connection, named, claims)
        _insert(connection, schema.claim, (_claim_row(claim) for claim in numbered))
    return named, numbered


def _refuse_look_alike(connection: Connection, contact: Contact) -> None:
    pair, there = dyads_of(contact.parties)[0], schema.contact_pair.c
    overlapping = select(there.contact_id).where(
        there.party_a == pair.a,
        there.party_b == pair.b,
        there.channel == contact.channel,
        there.level == contact.level,
        there.start_earliest <= contact.date.end_latest,
        there.end_latest >= contact.date.start_earliest,
    )
    rows = connection.execute(select(schema.contact).where(schema.contact.c.contact_id.in_(overlapping))).all()
    if (known := look_alike(contact, with_parties(connection, rows))) is not None:
        raise RejectedError(
            f"this looks like {known.contact_id} ({known.date}, {known.status}), with the same parties, channel and level",
            mend="if it is another contact, say so with --also",
        )


def _folder(connection: Connection, contact: Contact) -> str:
    return folder_of(connection, dyad(*(contact.dyad_slug.upper().split("-") if contact.dyad_slug else contact.parties[:2])))


def folder_of(connection: Connection, pair: Dyad) -> str:
    """The folder that the record already uses for a pair, else a new one: the codes in alphabetical order."""
    folder = schema.folder.c
    used = select(folder.slug).where(folder.party_a == pair.a, folder.party_b == pair.b)
    there = connection.scalar(used.order_by(folder.slug).limit(1))
    if there is not None:
        return there
    add_folder(connection, pair.slug)
    return pair.slug


def _taken(connection: Connection, slug: str) -> set[str]:
    column = schema.contact.c.contact_id
    return set(connection.scalars(select(column).where(column.startswith(f"{slug}-", autoescape=True))))


def _write(connection: Connection, contact: Contact) -> None:
    told = contact.contact_id
    row = _contact_row(contact)
    _insert(connection, schema.contact, [row])
    _insert(connection, schema.contact_party, ({"contact_id": told, "party": party} for party in contact.parties))
    in_series = {column.name: row[column.name] for column in schema.contact_pair.columns if column.name in row}
    pairs = dyads_of(contact.parties)
    _insert(connection, schema.contact_pair, ({**in_series, "party_a": pair.a, "party_b": pair.b} for pair in pairs))
    _insert(connection, schema.participant, _details(told, contact.participants))
    _insert(connection, schema.source, _details(told, contact.sources))
    _insert(connection, schema.statement, _details(told, contact.statements))
    _insert(connection, schema.differing_value, _details(told, contact.values))


def _insert(connection: Connection, table: SqlTable, rows: Iterable[dict[str, Any]]) -> None:
    if waiting := list(rows):
        connection.execute(insert(table), waiting)


def _plain(record: Any) -> dict[str, Any]:
    """The fields of a domain object by name, as they are."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _contact_row(contact: Contact) -> dict[str, Any]:
    row = _plain(contact)
    for elsewhere in ("parties", "participants", "statements", "sources", "values"):
        del row[elsewhere]
    bounds = {name: getattr(contact.date, name) for name in _BOUNDS}
    row["folder"] = row.pop("dyad_slug")
    return {**row, **bounds, "date": contact.date.text, "recorded_at": now()}


def _details(contact_id: str, told: Sequence[Any]) -> Iterable[dict[str, Any]]:
    for position, detail in enumerate(told, start=1):
        yield {"contact_id": contact_id, "position": position, **_plain(detail)}


def _numbered(connection: Connection, contact: Contact, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims under ids of their own: the folder's slug, ``-c``, and the next number."""
    column, slug = schema.claim.c.claim_id, contact.dyad_slug
    known = connection.scalars(select(column).where(and_(schema.claim.c.folder == slug, column.startswith(f"{slug}-c"))))
    numbers = [int(number) for name in known if (number := name.removeprefix(f"{slug}-c")).isdecimal()]
    start = max(numbers, default=0) + 1
    return tuple(
        replace(claim, claim_id=f"{slug}-c{number:02d}", dyad_slug=slug, contact_id=contact.contact_id)
        for number, claim in enumerate(claims, start)
    )


def _claim_row(claim: Claim) -> dict[str, Any]:
    row = _plain(claim)
    row["folder"] = row.pop("dyad_slug")
    return row
