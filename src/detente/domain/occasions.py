"""Which occasions of a dialogue were kept, which were missed, and which comes next?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow, Observed, observed
from detente.domain.days import Day, clamp
from detente.domain.dialogues import Dialogue, Due
from detente.domain.parties import Dyad
from detente.domain.vocabulary import Observation


class Kept(StrEnum):
    """What became of an occasion.

    ``missed`` is said only where somebody looked on each of its days; ``not-known``: nothing is on record, and there were days
    on which nobody looked. ``due``: it may yet be held; ``next``: its time has not come.
    """

    MET = "met"
    MAY_BE_MET = "may-be-met"
    MISSED = "missed"
    NOT_KNOWN = "not-known"
    SUSPENDED = "suspended"
    DUE = "due"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time at which a dialogue was due for a pair.

    It is due from ``due.first`` to ``due.last``; with the tolerance a contact from ``earliest`` to ``latest`` fulfils it.
    ``contact`` is the one that did, or that may have; None: none on record. ``attempts`` came to nothing in those days.
    ``observed`` is how far those days were looked at; None where that does not matter.
    """

    due: Due
    earliest: Day
    latest: Day
    kept: Kept
    contact: Contact | None = None
    attempts: tuple[Contact, ...] = ()
    observed: Observed | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """A dialogue as one pair kept it: its occasions, oldest first, up to the one that comes next."""

    dialogue: Dialogue
    pair: Dyad
    occasions: tuple[Occasion, ...]

    def of(self, *kept: Kept) -> list[Occasion]:
        """The occasions of which one of those words holds, oldest first."""
        return [occasion for occasion in self.occasions if occasion.kept in kept]

    @property
    def coming(self) -> Occasion | None:
        """The occasion that may yet be held, or that comes next; None: none is expected."""
        return next(iter(self.of(Kept.DUE, Kept.NEXT)), None)

    @property
    def latest(self) -> Occasion | None:
        """The last occasion whose time is over, or that was met before; None: there was none that was expected."""
        over = self.of(Kept.MET, Kept.MAY_BE_MET, Kept.MISSED, Kept.NOT_KNOWN)
        return over[-1] if over else None


def follow(
    dialogue: Dialogue,
    pair: Dyad,
    contacts: Iterable[Contact],
    windows: Sequence[CoverageWindow],
    as_of: Day,
    *,
    include_restricted: bool = False,
) -> Followed:
    """The occasions of a dialogue for one of its pairs, up to the first that is open on the as-of day.

    ``contacts`` may hold others too. Each held contact fulfils one occasion: as many occasions as can be are met, in the order
    of time, with as many contacts as can be inside the days due. An occasion that is not wholly inside the time in which the
    dialogue ran is not expected: it is told if it was met, and suspended otherwise.
    """
    series = dialogue.series(pair, as_of, include_restricted=include_restricted)
    own = sorted((contact for contact in contacts if series.matches(contact)), key=lambda contact: contact.order)
    held, tried = ([contact for contact in own if contact.held is is_held] for is_held in (True, False))
    wide = [_with_tolerance(dialogue, due) for due in dialogue.due(_horizon(dialogue, as_of))]
    met = _fulfilled(dialogue, wide, held)
    found: list[Occasion] = []
    for place, occasion in enumerate(wide):
        fits = replace(occasion, attempts=tuple(one for one in tried if _may_lie_in(one, occasion)))
        judged = _judged(dialogue, fits, met.get(place), as_of)
        if judged.kept is Kept.NOT_KNOWN:
            seen = observed(windows, series, range(judged.earliest, judged.latest + 1))
            looked = seen.observation is Observation.OBSERVED
            judged = replace(judged, kept=Kept.MISSED if looked else Kept.NOT_KNOWN, observed=seen)
        found.append(judged)
    return Followed(dialogue, pair, tuple(_up_to_the_next(dialogue, found, as_of)))


def _horizon(dialogue: Dialogue, as_of: Day) -> Day:
    """Up to which day occasions are looked for: one may be kept early, and the next may wait for a suspension to end."""
    ends = [one.last for one in dialogue.suspended if one.last is not None]
    return max([clamp(as_of + dialogue.tolerance_days), *ends])


def _with_tolerance(dialogue: Dialogue, due: Due) -> Occasion:
    """An occasion of which nothing is known yet; nobody expects one before the first day of the dialogue."""
    earliest = max(dialogue.from_date.toordinal(), due.first - dialogue.tolerance_days)
    return Occasion(due, earliest, clamp(due.last + dialogue.tolerance_days), Kept.NOT_KNOWN)


def _judged(dialogue: Dialogue, occasion: Occasion, contact: Contact | None, as_of: Day) -> Occasion:
    """What is to be said of an occasion before it is asked whether anybody looked."""
    if contact is not None:
        sure = _surely_lies_in(contact, occasion.earliest, occasion.latest)
        return replace(occasion, kept=Kept.MET if sure else Kept.MAY_BE_MET, contact=contact)
    if not _expected(dialogue, occasion.due):
        return replace(occasion, kept=Kept.SUSPENDED)
    if occasion.latest >= as_of:
        return replace(occasion, kept=Kept.NEXT if as_of < occasion.due.first else Kept.DUE)
    return occasion


def _expected(dialogue: Dialogue, due: Due) -> bool:
    return not any(one.touches(due.first, due.last) for one in dialogue.suspended) and not _ends_within(dialogue, due)


def _ends_within(dialogue: Dialogue, due: Due) -> bool:
    return dialogue.to_date is not None and dialogue.to_date.toordinal() < due.last


def _up_to_the_next(dialogue: Dialogue, found: Iterable[Occasion], as_of: Day) -> Iterator[Occasion]:
    """All but what comes after the next one, suspended ones to come, and the one in which the dialogue ended unmet."""
    for occasion in found:
        unmet = occasion.kept is Kept.SUSPENDED
        if not (unmet and (_ends_within(dialogue, occasion.due) or as_of < occasion.due.first)):
            yield occasion
        if occasion.kept in (Kept.NEXT, Kept.DUE):
            return


def _may_lie_in(contact: Contact, occasion: Occasion) -> bool:
    return contact.date.start_earliest <= occasion.latest and occasion.earliest <= contact.date.start_latest


def _surely_lies_in(contact: Contact, first: Day, last: Day) -> bool:
    return first <= contact.date.start_earliest and contact.date.start_latest <= last


_Score = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to give contacts to occasions: how good it is, the place of the last contact used, and how it came to that."""

    score: _Score
    last: int
    given: "tuple[_Way, int] | None"


def _fulfilled(dialogue: Dialogue, occasions: Sequence[Occasion], held: Sequence[Contact]) -> dict[int, Contact]:
    """By place of the occasion the contact that fulfils it.

    Of all ways that keep both in their order, the best by how many expected ones are met, how many at all, how many surely, how
    many inside the days due; of equals the one with the earlier contacts. Ways that use later contacts without being better are
    dropped at each step.
    """
    ways = [_Way((0, 0, 0, 0), -1, None)]
    for place, occasion in enumerate(occasions):
        expected = int(_expected(dialogue, occasion.due))
        further = [
            _Way(_better(way.score, (expected, *_worth(contact, occasion))), number, (way, place))
            for number, contact in enumerate(held)
            if _may_lie_in(contact, occasion)
            for way in [max((w for w in ways if w.last < number), key=lambda w: w.score)]
        ]
        ways = _undominated([*ways, *further])
    found: dict[int, Contact] = {}
    way = max(ways, key=lambda way: way.score)
    while way.given is not None:
        found[way.given[1]] = held[way.last]
        way = way.given[0]
    return found


def _worth(contact: Contact, occasion: Occasion) -> tuple[int, int, int]:
    sure = _surely_lies_in(contact, occasion.earliest, occasion.latest)
    return (1, int(sure), int(_surely_lies_in(contact, occasion.due.first, occasion.due.last)))


def _better(score: _Score, worth: _Score) -> _Score:
    return (score[0] + worth[0], score[1] + worth[1], score[2] + worth[2], score[3] + worth[3])


def _undominated(ways: Iterable[_Way]) -> list[_Way]:
    """Those than which none is as good and uses contacts no later."""
    left: list[_Way] = []
    for way in sorted(ways, key=lambda way: (way.last, [-part for part in way.score])):
        if not left or way.score > left[-1].score:
            left.append(way)
    return left
