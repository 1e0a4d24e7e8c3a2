"""How one contact enters the record: checked against what is there, named, and written in one transaction."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, select

from detente.domain import ids
from detente.domain.contacts import Claim, Contact
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Dyad, dyad, dyads_of
from detente.domain.resemblance import look_alikes
from detente.domain.vocabulary import Sameness
from detente.errors import RejectedError
from detente.store import schema
from detente.store.contacts import with_parties
from detente.store.judgements import judged, keep_judgement
from detente.store.merging import add_folders
from detente.store.offices import put_office
from detente.store.opening import Store
from detente.store.records import CLAIM, CONTACT, Image, Kind, put
from detente.store.revisions import begin

_BOUNDS = ("first_day", "start_earliest", "start_latest", "end_earliest", "end_latest")


_MOST_TWINS = 10
"""Of how many contacts that resemble a new one somebody may have judged that it is none of them."""


def record(
    store: Store,
    contact: Contact,
    claims: Sequence[Claim] = (),
    *,
    also: bool = False,
    judging: bool = False,
    offices: Sequence[Officeholder] = (),
) -> tuple[Contact, tuple[Claim, ...]]:
    """Adds a contact and the claims published about it; gives both as recorded, with their ids.

    ``contact.dyad_slug`` names the pair whose folder it belongs to, in either order; empty: that of the first two parties.
    Its id and those of the claims are made here. Raises RejectedError naming the contact that it resembles, unless
    ``also`` says that it is another one. With ``judging`` that is kept as a judgement of each one that it resembles, unless
    these are too many to have been looked at. ``offices`` go on record in the same revision.
    """

    def add(connection: Connection) -> tuple[Contact, tuple[Claim, ...]]:
        if not also:
            refuse_look_alike(connection, contact)
        named = _named(connection, contact)
        twins = _alike(connection, named) if also and judging else []
        pair = dyad(*named.dyad_slug.upper().split("-"))
        number = begin(connection, store.author, "log", named.contact_id)
        folder_of(connection, pair, number)
        put(connection, contact_image(named, number, number))
        if len(twins) <= _MOST_TWINS:
            for twin in twins:
                first, second = sorted((named.contact_id, twin.contact_id))
                keep_judgement(connection, first, second, Sameness.NOT_SAME, "logged as another contact", number)
        numbered = numbered_claims(connection, named, claims)
        for claim in numbered:
            put(connection, claim_image(claim, number, number))
        for holder in offices:
            put_office(connection, holder, number)
        return named, numbered

    return store.write(add)


def as_named(store: Store, contact: Contact) -> tuple[Contact, list[Contact]]:
    """A contact under the folder and id that it would be recorded with now, and those on record that it resembles."""
    with store.reading() as connection:
        return _named(connection, contact), _alike(connection, contact)


def _named(connection: Connection, contact: Contact) -> Contact:
    slug = contact.dyad_slug or "-".join(contact.parties[:2])
    slug = slug_of(connection, dyad(*slug.upper().split("-")))
    return replace(contact, contact_id=_new_id(connection, contact, slug), dyad_slug=slug)


def refuse_look_alike(connection: Connection, contact: Contact) -> None:
    """Raises RejectedError naming the contact on record that this one resembles, itself aside."""
    for known in _alike(connection, contact):
        raise RejectedError(
            f"this looks like {known.contact_id} ({known.date}, {known.status}), with the same parties, channel and level",
            mend="if it is another contact, say so with --also",
        )


def _alike(connection: Connection, contact: Contact) -> list[Contact]:
    """The contacts on record that this one resembles, unless somebody judged that it is none of them."""
    pair, there = dyads_of(contact.parties)[0], schema.contact_pair.c
    overlapping = select(there.contact_id).where(
        there.party_a == pair.a,
        there.party_b == pair.b,
        there.channel == contact.channel,
        there.level == contact.level,
        there.start_earliest <= contact.date.end_latest,
        there.end_latest >= contact.date.start_earliest,
        there.contact_id != contact.contact_id,
    )
    rows = connection.execute(select(schema.contact).where(schema.contact.c.contact_id.in_(overlapping))).all()
    two = judged(connection)
    undecided = [row for row in rows if not two.are_two(contact.contact_id, row.contact_id)]
    return look_alikes(contact, with_parties(connection, undecided))


def slug_of(connection: Connection, pair: Dyad) -> str:
    """The folder that the record already uses for a pair, else that of the codes in alphabetical order."""
    folder = schema.folder.c
    used = select(folder.slug).where(folder.party_a == pair.a, folder.party_b == pair.b)
    return connection.scalar(used.order_by(folder.slug).limit(1)) or pair.slug


def folder_of(connection: Connection, pair: Dyad, revision: int) -> str:
    """As ``slug_of``; a new folder is made known."""
    slug = slug_of(connection, pair)
    if connection.scalar(select(schema.folder.c.slug).where(schema.folder.c.slug == slug)) is None:
        add_folders(connection, [slug], revision)
    return slug


def _new_id(connection: Connection, contact: Contact, slug: str) -> str:
    """An id that no contact has, or ever had."""
    stem = ids.contact_id(slug, contact.date, contact.channel, contact.level)
    return ids.contact_id(slug, contact.date, contact.channel, contact.level, ever(connection, CONTACT, stem))


def ever(connection: Connection, kind: Kind, beginning: str) -> set[str]:
    """The ids of a kind that begin so, of records that stand or ever stood."""
    id_, past = kind.root.c[kind.key[0]], schema.superseded.c
    standing = select(id_).where(id_.startswith(beginning, autoescape=True))
    before = select(past.record).where(past.kind == kind.name, past.record.startswith(beginning, autoescape=True))
    return set(connection.scalars(standing)) | set(connection.scalars(before))


def contact_image(contact: Contact, first_revision: int, revision: int) -> Image:
    """A contact as the rows that keep it."""
    content = {
        "contact": [_contact_row(contact)],
        "contact_party": [{"party": party} for party in contact.parties],
        "participant": _details(contact.participants),
        "source": _details(contact.sources),
        "statement": _details(contact.statements),
        "differing_value": _details(contact.values),
    }
    return Image(CONTACT, contact.contact_id, first_revision, revision, content)


def claim_image(claim: Claim, first_revision: int, revision: int) -> Image:
    """A claim as the row that keeps it."""
    row = _plain(claim)
    row["folder"] = row.pop("dyad_slug")
    return Image(CLAIM, claim.claim_id, first_revision, revision, {"claim": [row]})


def _plain(record: Any) -> dict[str, Any]:
    """The fields of a domain object by name, as they are."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _contact_row(contact: Contact) -> dict[str, Any]:
    row = _plain(contact)
    for elsewhere in ("parties", "participants", "statements", "sources", "values"):
        del row[elsewhere]
    bounds = {name: getattr(contact.date, name) for name in _BOUNDS}
    row["folder"] = row.pop("dyad_slug")
    return {**row, **bounds, "date": contact.date.text}


def _details(told: Sequence[Any]) -> list[dict[str, Any]]:
    return [{"position": position, **_plain(detail)} for position, detail in enumerate(told, start=1)]


def numbered_claims(connection: Connection, contact: Contact, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims under ids of their own: the folder's slug, ``-c``, and the next number that was never given."""
    slug = contact.dyad_slug
    known = ever(connection, CLAIM, f"{slug}-c")
    numbers = [int(number) for name in known if (number := name.removeprefix(f"{slug}-c")).isdecimal()]
    start = max(numbers, default=0) + 1
    return tuple(
        replace(claim, claim_id=f"{slug}-c{number:02d}", dyad_slug=slug, contact_id=contact.contact_id)
        for number, claim in enumerate(claims, start)
    )
