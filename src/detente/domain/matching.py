"""Is a contact that was found elsewhere one that is on record, and if that is not sure, why not?

The rule: the same parties, both held, a channel that may be the same, and days that are surely within a window of each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from detente.domain.contacts import Contact
from detente.domain.dates import UncertainDate
from detente.domain.vocabulary import CALL_CHANNELS, Channel
from detente.domain.words import days_in_words


@dataclass(frozen=True, slots=True)
class Likeness:
    """A contact on record that is like the one found: in everything (``misses`` empty), or in all but what ``misses`` says."""

    contact_id: str
    misses: str


@dataclass(frozen=True, slots=True)
class Match:
    """Which contact on record the one found is: the only one that is like it in everything, else None.

    ``doubts`` are those that it may be, where no single one is.
    """

    contact_id: str | None
    doubts: tuple[Likeness, ...] = ()


def match(found: Contact, known: Iterable[Contact], *, window: int) -> Match:
    """Which of ``known`` the contact ``found`` is; ``window`` is in days, inclusive."""
    alike = [one for candidate in known if (one := likeness(found, candidate, window=window)) is not None]
    fitting = [one for one in alike if not one.misses]
    if len(fitting) == 1:
        return Match(fitting[0].contact_id)
    if fitting:
        return Match(None, tuple(Likeness(one.contact_id, f"{len(fitting)} contacts on record match") for one in fitting))
    return Match(None, tuple(alike))


def likeness(found: Contact, known: Contact, *, window: int) -> Likeness | None:
    """How like ``found`` the contact ``known`` is; None where two things or more are different, or the days are far apart."""
    misses = [
        reason
        for reason in (
            _other_parties(found, known),
            _other_status(found, known),
            _other_channel(found, known),
            _other_days(found.date, known.date, window),
        )
        if reason is not None
    ]
    if len(misses) > 1 or nearest(found.date, known.date) > reach(window):
        return None
    return Likeness(known.contact_id, misses[0] if misses else "")


def reach(window: int) -> int:
    """How many days apart two contacts may be and still be told of as a near miss: twice the window, at least a day more."""
    return window + max(window, 1)


def nearest(one: UncertainDate, other: UncertainDate) -> int:
    """The fewest days that can lie between the two; 0 where they can overlap."""
    return max(0, one.start_earliest - other.end_latest, other.start_earliest - one.end_latest)


def farthest(one: UncertainDate, other: UncertainDate) -> int:
    """The most days that can lie between the two, whatever days they had; 0 where they surely overlap."""
    return max(0, one.start_latest - other.end_earliest, other.start_latest - one.end_earliest)


def _other_parties(found: Contact, known: Contact) -> str | None:
    if set(found.parties) == set(known.parties):
        return None
    return f"the parties differ: {', '.join(found.parties)} and {', '.join(known.parties)}"


def _other_status(found: Contact, known: Contact) -> str | None:
    if found.held and known.held:
        return None
    return (
        f"one is {found.status}, the other {known.status}" if found.status is not known.status else f"both are {found.status}"
    )


def _other_channel(found: Contact, known: Contact) -> str | None:
    """``other`` stands for a channel that the account found does not say; calls of any kind are taken for one another."""
    may_be = found.channel in (known.channel, Channel.OTHER) or {found.channel, known.channel} <= CALL_CHANNELS
    return None if may_be else f"the channel differs: {found.channel} and {known.channel}"


def _other_days(found: UncertainDate, known: UncertainDate, window: int) -> str | None:
    if farthest(found, known) <= window:
        return None
    apart = nearest(found, known)
    if apart <= window:
        return f"the days may be the same, and may not: {found} and {known}"
    return f"{days_in_words(apart, apart)} apart: {found} and {known}"
