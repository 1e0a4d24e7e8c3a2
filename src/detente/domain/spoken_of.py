"""Which series does a claim speak of, and which contact?"""

from collections.abc import Sequence

from detente.domain.contacts import Claim, Contact
from detente.domain.dates import UncertainDate, parse
from detente.domain.days import Day
from detente.domain.grounds import Ground
from detente.domain.preceding import series
from detente.domain.selection import Selection
from detente.domain.vocabulary import ANY, CALL_CHANNELS, Channel, ClaimKind, Level, Substance

NEWS_DAYS = 2
"""Days after a contact on which it is still told of as new: the echo of event data, see docs/event-data.md."""


def contacts_meant(claim: Claim, ground: Ground) -> list[Contact | None]:
    """The contacts that ``claim`` may be about, the likeliest first; None: the time up to its day, or one not on record.

    It is about the one that it names. Else a sentence that a contact was the first is about the held one of the claimed
    series on the day of the claim; where the record has none, about that on the nearest of the ``NEWS_DAYS`` days before,
    as the papers of the day after have it, or about one that is not on record. A silence is about none.
    """
    if claim.contact_id is not None:
        return [next((contact for contact in ground.contacts if contact.contact_id == claim.contact_id), None)]
    if claim.kind not in (ClaimKind.FIRST_SINCE, ClaimKind.FIRST_EVER):
        return [None]
    on = parse(claim.asserted_on, ground.tolerance)
    held = series(ground.contacts, selection_of(claim, ground))
    if there := _on(held, on.start_earliest, on.end_latest):
        return [there]
    days = (on.start_earliest - back for back in range(1, NEWS_DAYS + 1))
    return [*[before for day in days if (before := _on(held, day, day))][:1], None]


def _on(held: Sequence[Contact], first: Day, last: Day) -> Contact | None:
    """The first contact from ``first`` to ``last``; one that surely lies there comes before one that only may."""
    there = [contact for contact in held if contact.date.start_earliest <= last and contact.date.end_latest >= first]
    sure = [contact for contact in there if first <= contact.date.start_earliest and contact.date.end_latest <= last]
    return next(iter(sure or there), None)


def may_touch(one: UncertainDate, other: UncertainDate) -> bool:
    """Whether the two dates allow a common day."""
    return one.start_earliest <= other.end_latest and other.start_earliest <= one.end_latest


def selection_of(claim: Claim, ground: Ground) -> Selection:
    """The series that a claim speaks of; ``phone`` stands for every kind of call."""
    channels: frozenset[Channel] = frozenset()
    if claim.channel != ANY:
        channels = CALL_CHANNELS if claim.channel in CALL_CHANNELS else frozenset({Channel(claim.channel)})
    return Selection(
        as_of=10**7,
        parties=ground.dyad.parties,
        channels=channels,
        levels=frozenset() if claim.level == ANY else frozenset({Level(claim.level)}),
        settings=frozenset() if claim.setting is None else frozenset({claim.setting}),
        substances=frozenset() if claim.substance == ANY else frozenset({Substance(claim.substance)}),
        include_restricted=True,
    )
