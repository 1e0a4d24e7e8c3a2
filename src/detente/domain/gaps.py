"""How long the silences were: the time between consecutive contacts of a series, as an interval of days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from typing import Protocol

from detente.domain.contacts import Contact, Participant
from detente.domain.dates import UncertainDate
from detente.domain.days import Day, days_between
from detente.domain.officeholders import RANK
from detente.domain.parties import Dyad, dyads_of
from detente.domain.selection import Selection
from detente.domain.vocabulary import By, Office


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The contact at one end of a gap."""

    contact_id: str
    date: UncertainDate

    @property
    def order(self) -> tuple[Day, Day, str]:
        """As ``Contact.order``."""
        return (self.date.first_day, self.date.start_latest, self.contact_id)


@dataclass(frozen=True, slots=True)
class Gap:
    """The silence after ``previous``, in whole days, both bounds inclusive.

    ``following`` is None while the gap is open; it is then right-censored at the as-of day and never enters a mean or
    median as if it had ended. ``order_uncertain``: imprecise dates allow the two contacts to lie the other way round.
    ``persons`` holds the two people (party code, name) of a series by person.
    """

    dyad: Dyad
    previous: Endpoint
    following: Endpoint | None
    days_min: int
    days_max: int
    order_uncertain: bool = False
    persons: tuple[tuple[str, str], ...] = ()

    @property
    def open(self) -> bool:
        """Whether nothing has ended it yet."""
        return self.following is None

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Longest first: the greatest possible length, then the greatest sure one, then the id it starts from."""
        return (-self.days_max, -self.days_min, self.previous.contact_id)

    def silent_days(self, as_of: Day) -> range:
        """The days on which a contact could have been missed: those strictly between, up to the as-of day when open."""
        end = as_of + 1 if self.following is None else self.following.date.start_latest
        return range(self.previous.date.end_earliest + 1, end)


class Bounded(Protocol):
    """Whatever has the bounds of a date in days, as ``UncertainDate`` has them."""

    @property
    def start_earliest(self) -> Day:
        """The first day on which it may have begun."""
        ...

    @property
    def start_latest(self) -> Day:
        """The last day on which it may have begun."""
        ...

    @property
    def end_earliest(self) -> Day:
        """The first day on which it may have ended."""
        ...

    @property
    def end_latest(self) -> Day:
        """The last day on which it may have ended."""
        ...


def gap_lengths(before: Bounded, after: Bounded) -> tuple[int, int]:
    """The fewest and the most days from the end of one contact to the start of the next."""
    return days_between(before.end_latest, after.start_earliest), days_between(before.end_earliest, after.start_latest)


def closed_gap(pair: Dyad, previous: Endpoint, following: Endpoint) -> Gap:
    """The gap from the end of one contact to the start of the next."""
    before, after = previous.date, following.date
    uncertain = after.start_earliest < before.start_latest
    return Gap(pair, previous, following, *gap_lengths(before, after), order_uncertain=uncertain)


def open_gap(pair: Dyad, last: Endpoint, as_of: Day) -> Gap:
    """The gap since the last contact, to the as-of day."""
    return Gap(pair, last, None, days_between(last.date.end_latest, as_of), days_between(last.date.end_earliest, as_of))


def gaps_of_series(pair: Dyad, series: Sequence[Endpoint], as_of: Day) -> list[Gap]:
    """All gaps of an ordered series of held contacts, the open one last; none for an empty series."""
    if not series:
        return []
    closed = [closed_gap(pair, previous, following) for previous, following in pairwise(series)]
    return [*closed, open_gap(pair, series[-1], as_of)]


def gaps(contacts: Iterable[Contact], selection: Selection) -> list[Gap]:
    """The gaps of every series that ``selection`` chooses among ``contacts``, in series order.

    One series per dyad, or per pair of people when the selection is by person. This is the definition; the store answers
    the same question by office inside the database, and a property test holds the two equal.
    """
    held = selection.only_held()
    chosen = sorted((contact for contact in contacts if held.matches(contact)), key=lambda contact: contact.order)
    series: dict[tuple[Dyad, tuple[tuple[str, str], ...]], list[Endpoint]] = {}
    for contact in chosen:
        for pair in dyads_of(contact.parties):
            if selection.dyad in (None, pair):
                for persons in pairings(contact, pair) if selection.by is By.PERSON else [()]:
                    series.setdefault((pair, persons), []).append(Endpoint(contact.contact_id, contact.date))
    found = [
        replace(gap, persons=persons)
        for (pair, persons), endpoints in sorted(series.items())
        for gap in gaps_of_series(pair, endpoints, selection.as_of)
    ]
    return [gap for gap in found if ends_in_period(gap, selection)]


def ends_in_period(gap: Gap, selection: Selection) -> bool:
    """Whether the gap ends, or is open, inside the period of the selection.

    A closed gap ends on the first day of the next contact; an open one is open from its last contact to the as-of day.
    """
    if gap.following is not None:
        return selection.in_period(gap.following.date.first_day)
    begun = selection.period_to is None or gap.previous.date.first_day <= selection.period_to
    return begun and (selection.period_from is None or selection.as_of >= selection.period_from)


def pairings(contact: Contact, pair: Dyad) -> list[tuple[tuple[str, str], ...]]:
    """Each pairing of the highest-ranking named defence participants of either side; none when a side names nobody."""
    return paired(contact.participants, pair)


def paired(participants: Sequence[Participant], pair: Dyad) -> list[tuple[tuple[str, str], ...]]:
    """As ``pairings``, of the participants of a contact."""
    ones, others = (_highest(participants, party) for party in pair.parties)
    return [((pair.a, one), (pair.b, other)) for one, other in product(ones, others)]


def highest_ranking(contact: Contact, party: str) -> list[str]:
    """Names of the highest-ranking defence participants of ``party``; several of one rank count alike."""
    return _highest(contact.participants, party)


def _highest(participants: Iterable[Participant], party: str) -> list[str]:
    side = [p for p in participants if p.party == party and p.level is not Office.FOREIGN_MINISTER]
    top = min((RANK[p.level] for p in side), default=None)
    return sorted({p.person for p in side if p.person is not None and RANK[p.level] == top})


def attempts_inside(gap: Gap, non_contacts: Iterable[Endpoint]) -> tuple[str, ...]:
    """Ids of the non-contacts that fall into the gap by series order, oldest first."""
    inside = [
        attempt
        for attempt in non_contacts
        if gap.previous.order < attempt.order and (gap.following is None or attempt.order < gap.following.order)
    ]
    return tuple(attempt.contact_id for attempt in sorted(inside, key=lambda attempt: attempt.order))
