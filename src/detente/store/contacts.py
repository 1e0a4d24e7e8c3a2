"""What is on record: one contact with all that is told of it, or those that a selection chooses."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, or_, select

from detente.domain.contacts import Claim, Contact, DifferingValue, Participant, Source, Statement
from detente.domain.dates import UncertainDate
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.errors import NotFoundError
from detente.store import schema
from detente.store.choosing import conditions, in_period
from detente.store.folding import Holds, holding
from detente.store.meant import nearest_ids
from detente.store.names import did_you_mean
from detente.store.opening import Store
from detente.store.public import taken_out

_CONTACT = schema.contact.c
_COLUMNS = [column.name for column in _CONTACT]
_ID = _COLUMNS.index("contact_id")
_AT_ONCE = 500
"""How many ids one query names; every engine takes that many parameters."""


def contact(store: Store, contact_id: str, *, include_restricted: bool = False) -> Contact:
    """The contact of that id with its details; raises NotFoundError naming the ids it may be a misspelling of.

    A restricted contact is not found, and restricted statements, sources and what only such a source gives are left out,
    unless asked for.
    """
    with store.reading() as connection:
        return contact_on(connection, contact_id, include_restricted=include_restricted)


def contact_on(connection: Connection, contact_id: str, *, include_restricted: bool) -> Contact:
    """As ``contact``, inside of a transaction."""
    row = connection.execute(select(schema.contact).where(_CONTACT.contact_id == contact_id)).one_or_none()
    if row is None or (row.restricted and not include_restricted):
        raise _no_contact(connection, contact_id, include_restricted)
    return _with_details(connection, with_parties(connection, [row]), include_restricted)[0]


def _no_contact(connection: Connection, contact_id: str, include_restricted: bool) -> NotFoundError:
    if gone := taken_out(connection, contact_id, include_restricted=include_restricted):
        return gone
    near = nearest_ids(connection, contact_id, include_restricted=include_restricted)
    return NotFoundError(f"no contact '{contact_id}'", mend=did_you_mean(near) or "run: detente list")


def contacts(
    store: Store, selection: Selection, *, details: bool = False, search: str | None = None, limit: int | None = None
) -> list[Contact]:
    """The contacts selected whose first day as written lies in the period, in series order.

    ``search`` keeps those whose summary, note, statements or people contain the text, whatever its case; ``limit`` keeps
    the first so many. Without ``details`` they carry no participants, statements, sources and values.
    """
    query = (
        select(schema.contact)
        .where(*conditions(selection, schema.contact), *in_period(selection, _CONTACT.first_day))
        .order_by(_CONTACT.first_day, _CONTACT.start_latest, _CONTACT.contact_id)
        .limit(limit)
    )
    with store.reading() as connection:
        if search:
            query = query.where(_mentions(search, selection.include_restricted, holding(connection)))
        found = with_parties(connection, connection.execute(query).all())
        return _with_details(connection, found, selection.include_restricted) if details else found


def contacts_in_batches(
    store: Store, selection: Selection, told: Callable[[int, float], None] = lambda done, share: None
) -> Iterator[list[tuple[Contact, list[Claim]]]]:
    """As ``contacts`` with details, each with the claims about it, some hundred at a time: for records of any length.

    After each batch ``told`` is given how many were read, and which share of all that is.
    """
    query = select(_CONTACT.contact_id).where(*conditions(selection, schema.contact), *in_period(selection, _CONTACT.first_day))
    with store.reading() as connection:
        order = (_CONTACT.first_day, _CONTACT.start_latest, _CONTACT.contact_id)
        ids = list(connection.scalars(query.order_by(*order)))
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            rows = connection.execute(select(schema.contact).where(_CONTACT.contact_id.in_(some)).order_by(*order)).all()
            found = _with_details(connection, with_parties(connection, rows), selection.include_restricted)
            about = _claims_about(connection, some, selection.include_restricted)
            yield [(contact, about.get(contact.contact_id, [])) for contact in found]
            told(start + len(some), (start + len(some)) / len(ids))


def _claims_about(connection: Connection, ids: Sequence[str], include_restricted: bool) -> dict[str, list[Claim]]:
    column, told = schema.claim.c, schema.source.c
    query = select(schema.claim).where(column.contact_id.in_(ids)).order_by(column.claim_id)
    hidden: set[str] = set()
    if not include_restricted:
        query = query.where(column.restricted.is_(False))
        hidden = set(connection.scalars(select(told.url).where(told.restricted.is_(True))))
    about: dict[str, list[Claim]] = {}
    for row in connection.execute(query):
        claim = _claim(row)
        shown = replace(claim, source_url=None) if claim.source_url in hidden else claim
        about.setdefault(str(row.contact_id), []).append(shown)
    return about


def contacts_called(store: Store, contact_ids: Sequence[str]) -> dict[str, Contact]:
    """The contacts of those ids that are on record, with all that is told of them, whether public or not."""
    found: dict[str, Contact] = {}
    with store.reading() as connection:
        for start in range(0, len(contact_ids), _AT_ONCE):
            query = select(schema.contact).where(_CONTACT.contact_id.in_(contact_ids[start : start + _AT_ONCE]))
            there = with_parties(connection, connection.execute(query).all())
            found |= {contact.contact_id: contact for contact in _with_details(connection, there, True)}
    return found


def _mentions(text: str, include_restricted: bool, holds: Holds) -> ColumnElement[bool]:
    def says(column: ColumnElement[Any]) -> ColumnElement[bool]:
        return holds(column, text)

    told, present = schema.statement.c, schema.participant.c
    statements = select(told.contact_id).where(says(told.paraphrase))
    if not include_restricted:
        statements = statements.where(told.restricted.is_(False))
    # One set of ids, not one condition or another: a server would try each of these anew for every contact.
    itself = select(_CONTACT.contact_id).where(or_(says(_CONTACT.summary), says(_CONTACT.note)))
    return _CONTACT.contact_id.in_(itself.union(statements, select(present.contact_id).where(says(present.person))))


def _rows_told(connection: Connection, table: Table, ids: Sequence[str]) -> Iterator[Row[Any]]:
    """The rows of ``table`` about the contacts ``ids``, each contact's in recorded order."""
    order = [table.c.contact_id, table.c.position if "position" in table.c else table.c.party]
    for start in range(0, len(ids), _AT_ONCE):
        wanted = table.c.contact_id.in_(ids[start : start + _AT_ONCE])
        yield from connection.execute(select(table).where(wanted).order_by(*order))


def with_parties(connection: Connection, rows: Sequence[Row[Any]]) -> list[Contact]:
    """The contacts, without details, that rows of the contact table stand for."""
    ids = [row[_ID] for row in rows]
    parties: dict[str, list[str]] = {contact_id: [] for contact_id in ids}
    for told in _rows_told(connection, schema.contact_party, ids):
        parties[told.contact_id].append(told.party)
    return [contact_of(row, tuple(parties[contact_id])) for contact_id, row in zip(ids, rows, strict=True)]


def contact_of(row: Sequence[Any], parties: tuple[str, ...]) -> Contact:
    """The contact, without details, that a row of the contact table stands for; the row may go on after its columns."""
    told = dict(zip(_COLUMNS, row, strict=False))  # to ask a row by name, column by column, takes five times as long
    bounds = ("date", "first_day", "start_earliest", "start_latest", "end_earliest", "end_latest")
    return Contact(
        contact_id=told["contact_id"],
        dyad_slug=told["folder"],
        date=UncertainDate(*(told[name] for name in bounds)),
        channel=told["channel"],
        setting=told["setting"],
        level=told["level"],
        substance=told["substance"],
        status=told["status"],
        parties=parties,
        summary=told["summary"],
        initiator=told["initiator"],
        host=told["host"],
        place=told["place"],
        country=told["country"],
        duration_minutes=told["duration_minutes"],
        note=told["note"],
        restricted=told["restricted"],
    )


def _with_details(connection: Connection, found: Sequence[Contact], include_restricted: bool) -> list[Contact]:
    ids = [contact.contact_id for contact in found]
    published: dict[str, list[Source]] = {}
    hidden: set[tuple[str, str | None]] = set()  # sources that are not named, wherever they are cited
    for row in _rows_told(connection, schema.source, ids):
        if include_restricted or not row.restricted:
            published.setdefault(row.contact_id, []).append(_source(row))
        else:
            hidden.add((row.contact_id, row.url))
    people: dict[str, list[Participant]] = {}
    for row in _rows_told(connection, schema.participant, ids):
        people.setdefault(row.contact_id, []).append(Participant(row.party, row.person, row.role, row.level))
    told: dict[str, list[Statement]] = {}
    for row in _rows_told(connection, schema.statement, ids):
        if include_restricted or not row.restricted:
            url = None if (row.contact_id, row.source_url) in hidden else row.source_url
            told.setdefault(row.contact_id, []).append(
                Statement(row.topic, row.raised_by, row.reported_by, row.stance, row.paraphrase, url, row.restricted)
            )
    values: dict[str, list[DifferingValue]] = {}
    for row in _rows_told(connection, schema.differing_value, ids):
        if (row.contact_id, row.source_url) not in hidden:
            values.setdefault(row.contact_id, []).append(DifferingValue(row.field, row.value, row.source_url))
    return [
        replace(
            contact,
            participants=tuple(people.get(contact.contact_id, ())),
            statements=tuple(told.get(contact.contact_id, ())),
            sources=tuple(published.get(contact.contact_id, ())),
            values=tuple(values.get(contact.contact_id, ())),
        )
        for contact in found
    ]


def _source(row: Row[Any]) -> Source:
    return Source(
        url=row.url,
        publisher=row.publisher,
        published=row.published,
        title=row.title,
        language=row.language,
        side=row.side,
        reliability=row.reliability,
        credibility=row.credibility,
        archived_url=row.archived_url,
        accessed=row.accessed,
        restricted=row.restricted,
    )


def claims(
    store: Store, *, contact_id: str | None = None, dyad: Dyad | None = None, include_restricted: bool = False
) -> list[Claim]:
    """The published claims about a contact, about a dyad, or all, by id; none names a source that is not to be shown."""
    column = schema.claim.c
    query = select(schema.claim).order_by(column.claim_id)
    if contact_id is not None:
        query = query.where(column.contact_id == contact_id)
    if dyad is not None:
        pair = schema.folder.c
        query = query.where(column.folder.in_(select(pair.slug).where(pair.party_a == dyad.a, pair.party_b == dyad.b)))
    if not include_restricted:
        hidden = select(_CONTACT.contact_id).where(_CONTACT.restricted.is_(True))
        about_hidden = column.contact_id.is_not(None) & column.contact_id.in_(hidden)
        query = query.where(column.restricted.is_(False), ~about_hidden)
    with store.reading() as connection:
        found = [_claim(row) for row in connection.execute(query)]
        if include_restricted:
            return found
        told = schema.source.c
        hidden_urls = set(connection.scalars(select(told.url).where(told.restricted.is_(True))))
    return [replace(claim, source_url=None) if claim.source_url in hidden_urls else claim for claim in found]


def _claim(row: Row[Any]) -> Claim:
    return Claim(
        claim_id=row.claim_id,
        dyad_slug=row.folder,
        contact_id=row.contact_id,
        asserted_on=row.asserted_on,
        kind=row.kind,
        claim=row.claim,
        since=row.since,
        anchor=row.anchor,
        months=row.months,
        qualifier=row.qualifier,
        channel=row.channel,
        level=row.level,
        setting=row.setting,
        by=row.by,
        substance=row.substance,
        source_url=row.source_url,
        restricted=row.restricted,
    )
