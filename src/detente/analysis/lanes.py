"""When was the last contact of each kind, by office and by person, and how far was the record looked at since?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from detente.domain.contacts import Contact
from detente.domain.context import Scope
from detente.domain.coverage import CoverageWindow, Observed, observed
from detente.domain.gaps import Endpoint, Gap, open_gap, pairings
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.silences import Silence
from detente.domain.vocabulary import CALL, CALL_CHANNELS, By, Channel, Level, Setting, channels_named


@dataclass(frozen=True, slots=True)
class Lane:
    """The last held contact of a scope and the silence since, to the as-of day; ``persons`` (party, name) when by person.

    ``observed`` is how far that silence was looked at for the channels and levels of the scope.
    """

    scope: Scope
    gap: Gap
    observed: Observed
    persons: tuple[tuple[str, str], ...] = ()


_CHANNEL_ORDER: dict[str | None, int] = {name: place for place, name in enumerate((None, CALL, *Channel))}
_LEVEL_ORDER: dict[str | None, int] = {name: place for place, name in enumerate((None, *Level))}
_SETTING_ORDER: dict[str | None, int] = {name: place for place, name in enumerate((None, *Setting))}

_Key = tuple[Scope, tuple[tuple[str, str], ...]]


def lanes(
    contacts: Iterable[Contact],
    selection: Selection,
    pair: Dyad,
    windows: Sequence[CoverageWindow],
    ways: Sequence[By] = tuple(By),
) -> list[Lane]:
    """One lane for each scope that holds a contact of ``pair``, among the held contacts that the selection chooses.

    A contact enters the lane of its own channel, level and setting and every wider one. By person there is one lane for
    each pair of people, the highest-ranking defence participants of either side. Contacts need their participants for that.
    Office before person; wider scopes first; pairs of people by their last contact, latest first. ``windows`` are those
    declared for the pair.
    """
    held = selection.only_held()
    last: dict[_Key, Contact] = {}
    for contact in contacts:
        if held.matches(contact) and set(pair.parties) <= set(contact.parties):
            for key in _keys(contact, pair, ways):
                if key not in last or last[key].order < contact.order:
                    last[key] = contact
    found = []
    for (scope, persons), contact in last.items():
        gap = open_gap(pair, Endpoint(contact.contact_id, contact.date), selection.as_of)
        seen = observed(windows, of_scope(selection, pair, scope), gap.silent_days(selection.as_of))
        found.append(Lane(scope, gap, seen, persons))
    return sorted(found, key=_order)


def of_scope(selection: Selection, pair: Dyad, scope: Scope) -> Selection:
    """The selection narrowed to the contacts of ``pair`` in that scope."""
    channels = selection.channels
    if scope.channel is not None:
        named = channels_named([scope.channel])
        channels = named & channels if channels else named
    return replace(
        selection,
        parties=pair.parties,
        channels=channels,
        levels=selection.levels if scope.level is None else frozenset({scope.level}),
        settings=selection.settings if scope.setting is None else frozenset({scope.setting}),
        by=scope.by,
    )


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

    silence: Silence
    by: Contact


def long_silences(silences: Iterable[Silence], contacts: Iterable[Contact], days: int, most: int = 5) -> list[Ended]:
    """The latest ``most`` completed silences that lasted ``days`` or more for sure, latest first, with what ended each.

    ``contacts`` are those of the series that they belong to.
    """
    known = {contact.contact_id: contact for contact in contacts}
    long = [(silence, silence.gap.following) for silence in silences if silence.gap.days_min >= days]
    ended = [Ended(silence, known[following.contact_id]) for silence, following in long if following is not None]
    return sorted(ended, key=lambda one: one.by.order, reverse=True)[:most]
