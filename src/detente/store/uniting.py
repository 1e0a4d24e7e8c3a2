"""How somebody judges that two contacts are one, or two, and what becomes of them."""

from dataclasses import replace

from sqlalchemy import Connection, select

from detente.domain.contacts import Contact
from detente.domain.uniting import united
from detente.domain.vocabulary import Sameness
from detente.errors import RejectedError, UsageError
from detente.store import schema
from detente.store.contacts import contact_on
from detente.store.judgements import keep_judgement, of_the_two
from detente.store.opening import Store
from detente.store.recording import contact_image
from detente.store.records import CLAIM, CONTACT, images, put, set_aside, take_out
from detente.store.revisions import Revision, begin, revision_of

_CLAIM, _CONTACT, _JUDGED, _REVISION = schema.claim.c, schema.contact.c, schema.judgement.c, schema.revision.c


def same(store: Store, kept: str, other: str, *, why: str | None = None) -> Revision:
    """Makes two contacts one, by one revision: ``kept`` keeps its id, and ``other`` is retracted with a reference to it.

    What is told of ``other`` and ``kept`` lacks becomes its own (see ``detente.domain.uniting``), as do the claims about it.
    Raises NotFoundError, and RejectedError for two of other parties, or of which only one is public.
    """

    def unite(connection: Connection) -> Revision:
        first, second = _two(connection, kept, other)
        _refuse_unlike(first, second)
        number = begin(connection, store.author, "same", f"{kept} {other}", why=why)
        [before] = images(connection, CONTACT, _CONTACT.contact_id == kept)
        [gone] = images(connection, CONTACT, _CONTACT.contact_id == other)
        claims = list(images(connection, CLAIM, _CLAIM.contact_id == other))
        set_aside(connection, [before, gone, *claims], number)
        put(connection, contact_image(united(first, second), before.first_revision, number))
        for claim in claims:
            [row] = claim.content["claim"]
            put(connection, replace(claim, revision=number, content={"claim": [{**row, "contact_id": kept}]}))
        take_out(connection, CONTACT, [other])
        return _judged(connection, kept, other, Sameness.SAME, why, number)

    return store.write(unite)


def not_same(store: Store, one: str, other: str, *, why: str | None = None) -> Revision:
    """Keeps the judgement that two contacts on record are two; raises NotFoundError, and RejectedError if it is kept."""

    def part(connection: Connection) -> Revision:
        _two(connection, one, other)
        first, second = sorted((one, other))
        there = select(_JUDGED.verdict).where(of_the_two(first, second), _JUDGED.verdict == Sameness.NOT_SAME)
        if connection.execute(there).first() is not None:
            raise RejectedError(f"{one} and {other} are judged to be two already", mend="nothing was changed")
        number = begin(connection, store.author, "not-same", f"{first} {second}", why=why)
        return _judged(connection, first, second, Sameness.NOT_SAME, why, number)

    return store.write(part)


def _two(connection: Connection, one: str, other: str) -> tuple[Contact, Contact]:
    if one == other:
        raise UsageError(f"{one} is named twice", mend="name two contacts, first the one whose id stays")
    return contact_on(connection, one, include_restricted=True), contact_on(connection, other, include_restricted=True)


def _refuse_unlike(first: Contact, second: Contact) -> None:
    if first.parties != second.parties:
        parties = f"{', '.join(first.parties)} and {', '.join(second.parties)}"
        raise RejectedError(
            f"the two are of other parties: {parties}",
            mend="if they are one contact, amend the parties of one with detente amend",
        )
    if first.restricted != second.restricted:
        hidden, shown = (first, second) if first.restricted else (second, first)
        raise RejectedError(
            f"{hidden.contact_id} is not public, and {shown.contact_id} is: what is told of it would become so",
            mend="make both public or neither with detente amend",
        )


def _judged(connection: Connection, one: str, other: str, verdict: Sameness, why: str | None, number: int) -> Revision:
    """Keeps a judgement; gives the revision that does."""
    keep_judgement(connection, one, other, verdict, why, number)
    return revision_of(connection.execute(select(schema.revision).where(_REVISION.number == number)).one())
