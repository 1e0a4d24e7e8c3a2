"""When did the frequency of contacts change, and what was it before and after: segments of constant rate.

Contacts are taken as a Poisson process whose rate is constant from one change to the next, and the changes are those with
the greatest log likelihood less a penalty for each. It is the likelihood of the days themselves; nothing is put into bins.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from math import log, sqrt

from detente.analysis.exposure import Exposure, exposure
from detente.analysis.partition import Process, starts
from detente.analysis.periods import last_day
from detente.analysis.poisson import exact_interval
from detente.analysis.silence import LEAST_GAPS
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import UncertainDate
from detente.domain.days import Day
from detente.domain.selection import Selection

DAYS_PER_YEAR = 365.25

LEAST_CONTACTS = LEAST_GAPS
"""Fewer contacts than this in the time that counts make no segments."""

LEAST_DAYS = 180
"""Each segment has at least so many days that count: several contacts on one day, or in one week, are no rate."""

FALL_INSIDE = -log(1 - sqrt(0.95))
"""How far the log likelihood may fall below its greatest value inside the 95 % interval of a change: 3.68."""


class Lack(StrEnum):
    """Why there are no segments."""

    NO_CONTACT = "no-contact"
    NOT_LOOKED_AT = "not-looked-at"
    TOO_FEW = "too-few"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of rate: ``day`` is the first of the new rate; it lies between ``earliest`` and ``latest``, both inclusive.

    The interval is that of 95 % where the other changes are taken as they are, over all placements of imprecise dates.
    ``sure`` is False where a placement has no change there.
    """

    day: Day
    earliest: Day
    latest: Day
    sure: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A time of one rate, from day ``first`` to ``last``, both inclusive.

    ``contacts`` were held in the ``exposure`` days of it that count (see ``analysis.exposure``). ``rate`` is in contacts per
    year of 365.25 days, ``low`` and ``high`` its exact 95 % interval if the dates of change are taken as they are.
    """

    first: Day
    last: Day
    contacts: int
    exposure: int
    rate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Rates:
    """The segments of a series in time order, and the changes between them: one fewer.

    ``contacts`` are those counted, in ``exposure`` days; ``first`` to ``last`` (inclusive) is the time asked about, None
    without a contact. ``declared`` False: nothing is known about how far it was looked at, and all of it counts. ``until`` is
    the last day that counts, None without one. ``lack`` says why there are no segments, None where there are. Imprecise dates
    allow ``changes_min`` to ``changes_max`` changes.
    """

    segments: tuple[Segment, ...]
    changes: tuple[Change, ...]
    contacts: int
    exposure: int
    first: Day | None
    last: Day | None
    declared: bool
    until: Day | None
    lack: Lack | None
    changes_min: int = 0
    changes_max: int = 0

    @property
    def last_change(self) -> Change | None:
        """The latest change; None where the rate has not changed or nothing can be said."""
        return self.changes[-1] if self.changes else None


def contact_rates(dates: Iterable[UncertainDate], selection: Selection, windows: Sequence[CoverageWindow]) -> Rates:
    """The rates of one series: ``dates`` are those of its held contacts, of one pair, chosen as ``selection`` says.

    ``windows`` are the declared coverage of that pair. The time asked about ends with the as-of day, or the period if that
    ends before; it begins with the day after the first contact on record (what lies before is in no record, and that contact
    opens the count without being in it), or with the period if a contact lies before it: ``dates`` may reach beyond the
    period. An imprecise date is taken at the middle of its possible starts, and the whole is done again with all such dates
    at their earliest and at their latest. Who asks by person gives the dates of two people; ``selection.by`` is not looked at.
    """
    last = last_day(selection)
    known = [when for when in dates if when.first_day <= last]
    middle = sorted(min((when.start_earliest + when.start_latest) // 2, last) for when in known)
    first = _first(middle, selection)
    if first is None or first > last:
        return Rates((), (), 0, 0, None, None, False, None, Lack.NO_CONTACT)
    open_days = exposure(windows, selection, range(first, last + 1))
    found = _rates(middle, open_days)
    if all(when.start_earliest == when.start_latest for when in known):
        return found
    others = [[min(when.start_earliest, last) for when in known], [min(when.start_latest, last) for when in known]]
    return _widened(found, [_rates(sorted(days), open_days) for days in others])


def since_last_change(rates: Rates) -> Day | None:
    """The first day of the rate that holds at the end, for a baseline; None where no change was found."""
    return None if rates.last_change is None else rates.last_change.day


def penalty(contacts: int) -> float:
    """What a change must add to the log likelihood: 3/2 ln n for n contacts.

    Half a ln n for the new rate, as in any BIC, and one for its date, which n contacts fix to 1/n and not to 1/√n of the time:
    the modified BIC of Zhang and Siegmund (2007). Its other term, half the sum of the logarithms of the shares of the segments,
    is never above 0; without it a little more is asked for, and short segments have no advantage.
    """
    return 1.5 * log(contacts)


def _first(middle: Sequence[Day], selection: Selection) -> Day | None:
    begin = selection.period_from
    if not middle:
        return None
    if begin is not None and middle[0] < begin:
        return begin
    return middle[0] + 1


def _rates(days: Sequence[Day], open_days: Exposure) -> Rates:
    """The rates of contacts on exactly these days, which are in order."""
    places = tuple(place for day in days if (place := open_days.place(day)) is not None)
    whole = open_days.whole
    nothing = Rates(
        segments=(),
        changes=(),
        contacts=len(places),
        exposure=open_days.length,
        first=whole.start,
        last=whole.stop - 1,
        declared=open_days.declared,
        until=open_days.day(open_days.length - 1) if open_days.length else None,
        lack=_lack(places, open_days),
    )
    if nothing.lack is not None:
        return nothing
    process = Process(places, open_days.length)
    cuts = starts(process, LEAST_DAYS, penalty(len(places)))
    changes = tuple(_changes(process, cuts, open_days))
    edges = [whole.start, *(change.day for change in changes), whole.stop]
    segments = tuple(
        _segment(process, range(*cut), range(*edge))
        for cut, edge in zip(pairwise([*cuts, process.length]), pairwise(edges), strict=True)
    )
    return replace(nothing, segments=segments, changes=changes, changes_min=len(changes), changes_max=len(changes))


def _lack(places: Sequence[int], open_days: Exposure) -> Lack | None:
    if not open_days.length:
        return Lack.NOT_LOOKED_AT
    return Lack.TOO_FEW if len(places) < LEAST_CONTACTS else None


def _segment(process: Process, cut: range, days: range) -> Segment:
    """The segment of the places ``cut``, which are what counts of ``days``."""
    events, exposed = process.before(cut.stop) - process.before(cut.start), len(cut)
    years = exposed / DAYS_PER_YEAR
    low, high = exact_interval(events)
    return Segment(days.start, days.stop - 1, events, exposed, events / years, low / years, high / years)


def _changes(process: Process, cuts: Sequence[int], open_days: Exposure) -> Iterator[Change]:
    """Each change with its interval; days that do not count between two that do are in it, since nothing tells them apart."""
    edges = [*cuts, process.length]
    for before, place, after in zip(edges, edges[1:], edges[2:], strict=False):  # the first and last edge are no change
        low, high = interval(process, before, place, after)
        yield Change(open_days.day(place), open_days.day(low - 1) + 1, open_days.day(high), True)


def interval(process: Process, before: int, place: int, after: int) -> tuple[int, int]:
    """The first and last day on which the change at ``place`` may lie, between changes at ``before`` and ``after``.

    Inside are the days at which the profile log likelihood is less than 3.68 below that at ``place``. That is −ln(1 − √0.95):
    a date has no square-root law, and the distribution is Hansen's (2000), P(2 × fall < x) = (1 − e^(−x/2))².
    """
    floor = process.fit(before, place) + process.fit(place, after) - FALL_INSIDE
    first, last = before + LEAST_DAYS, after - LEAST_DAYS
    near = {day for event in process.places for day in (event, event + 1) if first <= day <= last}
    days = sorted({first, place, last} | near)

    def inside(day: int) -> bool:
        return process.fit(before, day) + process.fit(day, after) >= floor

    good = [number for number, day in enumerate(days) if inside(day)]
    return _edge(days, good[0], -1, inside), _edge(days, good[-1], 1, inside)


def _edge(days: Sequence[int], number: int, step: int, inside: Callable[[int], bool]) -> int:
    """The farthest day inside towards the next of ``days``, which is outside; with no event between there is one crossing."""
    if not 0 <= number + step < len(days):
        return days[number]
    good, bad = days[number], days[number + step]
    while abs(bad - good) > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if inside(middle) else (good, middle)
    return good


def _widened(found: Rates, others: Sequence[Rates]) -> Rates:
    """``found`` with the intervals of all placements of its imprecise dates."""
    if found.lack is not None:
        return found
    alike = all(len(other.changes) == len(found.changes) for other in others)
    changes = [
        _over(change, [other.changes[number : number + 1] if alike else _near(change, other.changes) for other in others])
        for number, change in enumerate(found.changes)
    ]
    segments = found.segments
    if alike and not any(other.lack for other in others):
        segments = tuple(_spread(*same) for same in zip(segments, *(other.segments for other in others), strict=True))
    counts = [len(rates.changes) for rates in (found, *others)]
    return replace(found, segments=segments, changes=tuple(changes), changes_min=min(counts), changes_max=max(counts))


def _near(change: Change, others: Iterable[Change]) -> Sequence[Change]:
    return [other for other in others if other.earliest <= change.latest and change.earliest <= other.latest]


def _over(change: Change, placements: Sequence[Sequence[Change]]) -> Change:
    """The change as wide as it is in all placements together."""
    same = [change, *(other for found in placements for other in found)]
    return Change(
        change.day,
        min(other.earliest for other in same),
        max(other.latest for other in same),
        all(placements),
    )


def _spread(segment: Segment, *others: Segment) -> Segment:
    same = (segment, *others)
    return replace(segment, low=min(each.low for each in same), high=max(each.high for each in same))
