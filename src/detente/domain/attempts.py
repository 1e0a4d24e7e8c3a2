"""What was tried during a silence: who asked whom, what became of it, and how long until they did speak."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.domain.contacts import Contact
from detente.domain.days import days_between
from detente.domain.gaps import Endpoint
from detente.domain.parties import Dyad
from detente.domain.vocabulary import Level


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
    held: dict[Level, list[Contact]] = {}
    for contact in ordered:
        if contact.held:
            held.setdefault(contact.level, []).append(contact)
    return [_attempt(pair, contact, held.get(contact.level, ())) for contact in ordered if not contact.held]


def _attempt(pair: Dyad, tried: Contact, held: Sequence[Contact]) -> Attempt:
    """``held`` are the held contacts of the same level, in series order."""
    place = bisect_left(held, tried.order, key=lambda contact: contact.order)
    previous, following = held[place - 1] if place else None, held[place] if place < len(held) else None
    return Attempt(
        tried,
        pair,
        tuple(party for party in tried.parties if party != tried.initiator) if tried.initiator else (),
        None if previous is None else _endpoint(previous),
        None if following is None else _endpoint(following),
        None if following is None else days_between(tried.date.end_latest, following.date.start_earliest),
        None if following is None else days_between(tried.date.end_earliest, following.date.start_latest),
    )


def _endpoint(contact: Contact) -> Endpoint:
    return Endpoint(contact.contact_id, contact.date)
