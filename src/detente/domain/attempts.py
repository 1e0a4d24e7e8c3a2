"""What was tried during a silence: who asked whom, what became of it, and how long until they did speak."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.domain.contacts import Contact
from detente.domain.days import days_between
from detente.domain.gaps import Endpoint
from detente.domain.parties import Dyad


@dataclass(frozen=True, slots=True)
class Attempt:
    """A non-contact of a pair, with the held contacts of the same level around it.

    ``asked`` are the parties other than the initiator (nobody when the initiator is not known). ``following`` is the next held
    contact, ``days_min`` and ``days_max`` the days until it (None while there is none); ``previous`` the last one before.
    """

    contact: Contact
    dyad: Dyad
    asked: tuple[str, ...]
    previous: Endpoint | None
    following: Endpoint | None
    days_min: int | None
    days_max: int | None


def attempts(pair: Dyad, contacts: Iterable[Contact]) -> list[Attempt]:
    """The non-contacts among ``contacts`` (of the pair, every status), in series order."""
    ordered = sorted(contacts, key=lambda contact: contact.order)
    return [_attempt(pair, contact, ordered) for contact in ordered if not contact.held]


def _attempt(pair: Dyad, tried: Contact, ordered: Sequence[Contact]) -> Attempt:
    held = [contact for contact in ordered if contact.held and contact.level is tried.level]
    before = [contact for contact in held if contact.order < tried.order]
    after = [contact for contact in held if contact.order > tried.order]
    following = after[0] if after else None
    return Attempt(
        tried,
        pair,
        tuple(party for party in tried.parties if party != tried.initiator) if tried.initiator else (),
        _endpoint(before[-1]) if before else None,
        None if following is None else _endpoint(following),
        None if following is None else days_between(tried.date.end_latest, following.date.start_earliest),
        None if following is None else days_between(tried.date.end_earliest, following.date.start_latest),
    )


def _endpoint(contact: Contact) -> Endpoint:
    return Endpoint(contact.contact_id, contact.date)
