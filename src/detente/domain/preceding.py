"""What came before a contact: the last of its series, the rivals that imprecise dates allow, and the silence between."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from detente.domain.contacts import Contact
from detente.domain.dates import UncertainDate
from detente.domain.days import Day, days_between
from detente.domain.gaps import Endpoint, Gap, closed_gap, highest_ranking
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.vocabulary import Office

Persons: TypeAlias = tuple[tuple[str, str], ...]
"""The two people of a series by person, each as (party code, name) in the order of the pair; empty: by office."""


def series(contacts: Iterable[Contact], selection: Selection, persons: Persons = ()) -> list[Contact]:
    """The held contacts that ``selection`` chooses and, if named, ``persons`` led, in series order."""
    held = selection.only_held()
    chosen = (c for c in contacts if held.matches(c) and led_by(c, persons))
    return sorted(chosen, key=lambda contact: contact.order)


def led_by(contact: Contact, persons: Persons) -> bool:
    """Whether each of ``persons`` is a highest-ranking defence participant of their side; true when none are named."""
    return all(person in highest_ranking(contact, party) for party, person in persons)


def last_of(earlier: Sequence[Contact]) -> list[Contact]:
    """The last of an ordered series, then its rivals: contacts before it that may have ended, or surely ended, later."""
    if not earlier:
        return []
    last = earlier[-1]
    return [last, *(c for c in earlier[:-1] if c.date.end_latest > last.date.end_earliest)]


def silence_before(pair: Dyad, earlier: Sequence[Contact], end: Endpoint) -> Gap | None:
    """The gap from the last of ``earlier`` to ``end``; None when there is none.

    Its shortest length allows for every rival: the silence began no later than the latest possible end among them.
    """
    if not earlier:
        return None
    last = earlier[-1]
    gap = closed_gap(pair, Endpoint(last.contact_id, last.date), end)
    latest = max(contact.date.end_latest for contact in earlier)
    return replace(gap, days_min=days_between(latest, end.date.start_earliest))


def unnamed(contacts: Iterable[Contact], selection: Selection, pair: Dyad, days: range) -> list[Contact]:
    """Held contacts of the selection that may lie on one of ``days`` and name nobody on one side.

    They belong to no series by person, yet may have been one of the two people in question.
    """
    held = selection.only_held()
    inside = (c for c in contacts if c.date.start_earliest < days.stop and c.date.end_latest >= days.start and held.matches(c))
    return [contact for contact in inside if not all(highest_ranking(contact, party) for party in pair.parties)]


def in_office_since(persons: Persons, when: UncertainDate, holders: Iterable[Officeholder]) -> Day | None:
    """The first day from which both people had taken office, where they may have dealt with each other.

    Of several defence offices in turn the first one counts, as the two may have met in it. None: nobody is named, or a
    day is not verified.
    """
    known = list(holders)
    starts = [_took_office(party, person, when, known) for party, person in persons]
    verified = [start for start in starts if start is not None]
    return max(verified) if verified and len(verified) == len(starts) else None


def _took_office(party: str, person: str, when: UncertainDate, holders: Iterable[Officeholder]) -> Day | None:
    own = [h for h in holders if (h.party, h.person) == (party, person) and h.office is not Office.FOREIGN_MINISTER]
    begun = [h.from_date for h in own if h.from_date is None or h.from_date.toordinal() <= when.start_latest]
    if None in begun or not any(h.may_hold_on(when) for h in own):
        return None
    return min((day.toordinal() for day in begun if day is not None), default=None)
