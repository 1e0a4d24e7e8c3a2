"""When was the last contact of each kind: per channel, level and setting, by office and by person."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from detente.domain.contacts import Contact
from detente.domain.context import Scope
from detente.domain.gaps import Endpoint, Gap, open_gap, pairings
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.vocabulary import CALL, CALL_CHANNELS, By, Channel, Level, Setting


@dataclass(frozen=True, slots=True)
class Lane:
    """The last held contact of a scope and the silence since, to the as-of day; ``persons`` (party, name) when by person."""

    scope: Scope
    gap: Gap
    persons: tuple[tuple[str, str], ...] = ()


_CHANNEL_ORDER: dict[str | None, int] = {name: place for place, name in enumerate((None, CALL, *Channel))}
_LEVEL_ORDER: dict[str | None, int] = {name: place for place, name in enumerate((None, *Level))}
_SETTING_ORDER: dict[str | None, int] = {name: place for place, name in enumerate((None, *Setting))}

_Key = tuple[Scope, tuple[tuple[str, str], ...]]


def lanes(contacts: Iterable[Contact], selection: Selection, pair: Dyad, ways: Sequence[By] = tuple(By)) -> list[Lane]:
    """One lane for each scope that holds a contact of ``pair``, among the held contacts that the selection chooses.

    A contact enters the lane of its own channel, level and setting and every wider one. By person there is one lane for
    each pair of people, the highest-ranking defence participants of either side. Contacts need their participants for that.
    Office before person; wider scopes first; pairs of people by their last contact, latest first.
    """
    held = selection.only_held()
    last: dict[_Key, Contact] = {}
    for contact in contacts:
        if held.matches(contact) and set(pair.parties) <= set(contact.parties):
            for key in _keys(contact, pair, ways):
                if key not in last or last[key].order < contact.order:
                    last[key] = contact
    found = [
        Lane(scope, open_gap(pair, Endpoint(contact.contact_id, contact.date), selection.as_of), persons)
        for (scope, persons), contact in last.items()
    ]
    return sorted(found, key=_order)


def _keys(contact: Contact, pair: Dyad, ways: Sequence[By]) -> Iterator[_Key]:
    channels = [None, *([CALL] if contact.channel in CALL_CHANNELS else []), contact.channel.value]
    for by in ways:
        people: list[tuple[tuple[str, str], ...]] = [()] if by is By.OFFICE else pairings(contact, pair)
        for channel, level, setting in product(channels, (None, contact.level), (None, contact.setting)):
            for persons in people:
                yield Scope(channel, level, setting, by), persons


def _order(lane: Lane) -> tuple[bool, int, int, int, tuple[int, ...], tuple[tuple[str, str], ...]]:
    scope = lane.scope
    when = lane.gap.previous.date
    return (
        scope.by is By.PERSON,
        _CHANNEL_ORDER[scope.channel],
        _LEVEL_ORDER[scope.level],
        _SETTING_ORDER[scope.setting],
        (-when.first_day, -when.start_latest),
        lane.persons,
    )


@dataclass(frozen=True, slots=True)
class Ended:
    """A long silence and the contact that ended it."""

    gap: Gap
    by: Contact


def long_silences(gaps: Iterable[Gap], contacts: Iterable[Contact], days: int, most: int = 5) -> list[Ended]:
    """The latest ``most`` completed gaps that lasted ``days`` or more for sure, latest first, with what ended each.

    ``contacts`` are those of the series that the gaps belong to.
    """
    known = {contact.contact_id: contact for contact in contacts}
    long = [gap for gap in gaps if gap.days_min >= days]
    ended = [Ended(gap, known[gap.following.contact_id]) for gap in long if gap.following is not None]
    return sorted(ended, key=lambda silence: silence.by.order, reverse=True)[:most]
