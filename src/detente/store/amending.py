"""How a contact on record is corrected: by a revision, with what it said before set aside."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from detente.domain.contacts import Claim, Contact
from detente.errors import RejectedError
from detente.store import schema
from detente.store.contacts import claims as claims_of
from detente.store.contacts import contact as contact_of
from detente.store.opening import Store
from detente.store.recording import claim_image, contact_image, numbered_claims, refuse_look_alike
from detente.store.records import CLAIM, CONTACT, Image, images, put, set_aside, take_out
from detente.store.revisions import begin

_CONTACT, _CLAIM, _REVISION = schema.contact.c, schema.claim.c, schema.revision.c


@dataclass(frozen=True, slots=True)
class Known:
    """A contact and the claims about it: what an amendment is made from.

    ``revision`` is the one that wrote the contact, ``latest`` the last one of the whole store when it was read.
    """

    contact: Contact
    claims: tuple[Claim, ...]
    revision: int
    latest: int


def known(store: Store, contact_id: str) -> Known:
    """The contact as it stands, with all that is not public; raises NotFoundError."""
    with store.reading() as connection:  # before the rest is read: what changes meanwhile then counts as changed
        latest = connection.scalar(select(func.max(_REVISION.number))) or 0
        revision = connection.scalar(select(_CONTACT.revision).where(_CONTACT.contact_id == contact_id)) or 0
    found = contact_of(store, contact_id, include_restricted=True)
    return Known(found, tuple(claims_of(store, contact_id=contact_id, include_restricted=True)), revision, latest)


def amend(
    store: Store, before: Known, contact: Contact, claims: Sequence[Claim], *, why: str | None = None, also: bool = False
) -> tuple[Contact, tuple[Claim, ...]]:
    """Makes ``contact`` and ``claims`` what the record says instead of ``before``; gives both as recorded.

    Claims without an id are new. Raises RejectedError when nothing differs, when somebody else changed the contact or a
    claim about it since ``before`` was read, or when it resembles another contact and ``also`` does not say it is one.
    """
    name = contact.contact_id
    if contact == before.contact and tuple(claims) == before.claims:
        raise RejectedError(f"{name} says so already", mend="nothing was changed")

    def change(connection: Connection) -> tuple[Contact, tuple[Claim, ...]]:
        [there] = images(connection, CONTACT, _CONTACT.contact_id == name) if _stands(connection, name) else [None]
        told = list(images(connection, CLAIM, _CLAIM.contact_id == name))
        latest = max((one.revision for one in (there, *told) if one is not None), default=0)
        if there is None or latest > before.latest or {one.record for one in told} != {c.claim_id for c in before.claims}:
            raise _changed_meanwhile(connection, name)
        if not also and _may_newly_resemble(contact, before.contact):
            refuse_look_alike(connection, contact)
        number = begin(connection, store.author, "amend", name, why=why)
        if contact != before.contact:
            set_aside(connection, [there], number)
            put(connection, contact_image(contact, there.first_revision, number))
        return contact, _change_claims(connection, contact, claims, told, number)

    return store.write(change)


def _may_newly_resemble(contact: Contact, before: Contact) -> bool:
    """Whether anything changed by which contacts resemble each other; what was alike before was let stand then."""
    return (contact.parties, contact.channel, contact.level, contact.date) != (
        before.parties, before.channel, before.level, before.date,
    )  # fmt: skip


def _stands(connection: Connection, contact_id: str) -> bool:
    return connection.scalar(select(_CONTACT.contact_id).where(_CONTACT.contact_id == contact_id)) is not None


def _changed_meanwhile(connection: Connection, record: str) -> RejectedError:
    past = schema.superseded.c
    last = select(schema.revision).join(schema.superseded, past.until == _REVISION.number).where(past.record == record)
    row = connection.execute(last.order_by(_REVISION.number.desc()).limit(1)).one_or_none()
    whose = f" by {row.author or 'somebody'} at {row.recorded_at} (r{row.number})" if row else ""
    return RejectedError(
        f"{record} was changed meanwhile{whose}", mend="nothing was changed; look at it with detente show, and amend that"
    )


def _change_claims(
    connection: Connection, contact: Contact, claims: Sequence[Claim], there: Sequence[Image], revision: int
) -> tuple[Claim, ...]:
    wanted = {claim.claim_id: claim for claim in claims if claim.claim_id}
    dropped = [one for one in there if one.record not in wanted]
    set_aside(connection, dropped, revision)
    take_out(connection, CLAIM, [one.record for one in dropped])
    new = numbered_claims(connection, contact, [claim for claim in claims if not claim.claim_id])
    for claim in new:
        put(connection, claim_image(claim, revision, revision))
    return (*(claim for claim in claims if claim.claim_id), *new)
