"""How many contacts fell into the looked-at time of a baseline, at what rate, and how unevenly?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import fmean, variance

from detente.analysis.exposure import Exposure, exposure
from detente.analysis.silence import LEAST_GAPS, Standing
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import UncertainDate
from detente.domain.days import Day
from detente.domain.gaps import Gap
from detente.domain.selection import Selection

DAYS_PER_YEAR = 365.25

Both = tuple[int, int]
"""The fewest and the most that imprecise dates allow."""


@dataclass(frozen=True, slots=True)
class Counting:
    """Contacts counted in ``windows`` equal windows of ``days`` days each, laid end to end on the time looked at.

    ``dispersion`` is the variance (n − 1) of the counts over their mean, the lesser first: with imprecise dates at their
    first day and at their last. It is 1 for contacts at random at a steady rate. ``k`` is the size of the negative binomial,
    by moments, in the same two ways; None where the counts are not over-dispersed.
    """

    days: int
    windows: int
    dispersion: tuple[float, float]
    k: tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Pace:
    """The looked-at ``days`` of a baseline and the ``contacts`` in them; other time, and what fell into it, is left out.

    ``silent`` are the looked-at days of the silence now. ``declared`` False: nothing is declared of all that time, so that no
    day is known to have been looked at. ``counting`` is None below ten contacts.
    """

    days: Both
    contacts: Both
    silent: Both
    declared: bool
    counting: Counting | None = None

    @property
    def enough(self) -> bool:
        """Whether there are contacts enough for a rate: as many as a curve needs gaps."""
        return self.contacts[0] >= LEAST_GAPS and self.days[0] > 0

    @property
    def per_year(self) -> tuple[float, float] | None:
        """Contacts in a year (365.25 days) of looked-at time, least and most; None below ten contacts."""
        if not self.enough:
            return None
        fewest, most = self.contacts
        return fewest / self.days[1] * DAYS_PER_YEAR, most / self.days[0] * DAYS_PER_YEAR


def pace(standing: Standing, windows: Sequence[CoverageWindow], selection: Selection, since: Day | None = None) -> Pace:
    """The pace of the gaps that ``standing`` stands on: from the first contact, or ``since``, to the last.

    The first contact only opens the time, and the silence now is no part of its own baseline. A contact counts surely where
    every day on which it may have begun was looked at, and at the most where one was.
    """
    now, ended = standing.silence.gap, [silence.gap for silence in standing.ended]
    shortest, longest = _span(ended, since, longest=False), _span(ended, since, longest=True)
    silent = [range(end + 1, selection.as_of + 1) for end in (now.previous.date.end_latest, now.previous.date.end_earliest)]
    begin = longest.start if longest else silent[1].start
    seen = exposure(windows, selection, range(begin, selection.as_of + 1))
    if not seen.declared:
        return Pace((0, 0), (0, 0), (0, 0), declared=False)
    dates = [gap.following.date for gap in ended if gap.following is not None]
    found = Pace(
        days=(_days(seen, shortest), _days(seen, longest)),
        contacts=(sum(_surely(seen, when) for when in dates), sum(_perhaps(seen, when) for when in dates)),
        silent=(_days(seen, silent[0]), _days(seen, silent[1])),
        declared=True,
    )
    return replace(found, counting=_counting(seen, dates, found)) if found.enough else found


def _span(ended: Sequence[Gap], since: Day | None, *, longest: bool) -> range:
    """From the day after the first contact, or ``since``, to the day on which the last began."""
    if not ended or ended[-1].following is None:
        return range(0)
    first, last = ended[0].previous.date, ended[-1].following.date
    start = (first.end_earliest if longest else first.end_latest) + 1
    return range(max(start, since or start), (last.start_latest if longest else last.start_earliest) + 1)


def _days(seen: Exposure, days: range) -> int:
    """How many of ``days`` were looked at."""
    return sum(max(0, min(span.stop, days.stop) - max(span.start, days.start)) for span in seen.spans)


def _surely(seen: Exposure, when: UncertainDate) -> bool:
    possible = range(when.start_earliest, when.start_latest + 1)
    return _days(seen, possible) == len(possible)


def _perhaps(seen: Exposure, when: UncertainDate) -> bool:
    return _days(seen, range(when.start_earliest, when.start_latest + 1)) > 0


def _counting(seen: Exposure, dates: Sequence[UncertainDate], found: Pace) -> Counting | None:
    """Windows as long as the silence now, at most a tenth of the time, and so long that a contact falls into each on average.

    What is asked is how contacts are spread over as much time as the silence has lasted; ten windows are the least that have
    a variance worth the name, and with fewer days than that there is none.
    """
    total = found.days[1]
    length = max(1, total // found.contacts[1], min(found.silent[1], total // LEAST_GAPS))
    end = _days(seen, range(seen.whole.start, max(when.start_latest for when in dates) + 1)) - 1
    ways = [
        _counts([seen.place(day) for day in days], end, length, total // length)
        for days in ([when.start_earliest for when in dates], [when.start_latest for when in dates])
    ]
    if total < LEAST_GAPS or not all(map(any, ways)):
        return None
    one, other = sorted(ways, key=dispersion)
    return Counting(length, len(one), (dispersion(one), dispersion(other)), (size_by_moments(one), size_by_moments(other)))


def _counts(places: Iterable[int | None], end: int, length: int, windows: int) -> list[int]:
    """Contacts in each window; they are laid backwards from the place ``end``, and what is left over comes first."""
    filled = Counter((end - place) // length for place in places if place is not None)
    return [filled[window] for window in range(windows)]


def dispersion(counts: Sequence[int]) -> float:
    """The index of dispersion, variance (n − 1) over mean; raises ValueError below two counts or where all are 0."""
    if not any(counts):
        raise ValueError(counts)
    return variance(counts) / fmean(counts)


def size_by_moments(counts: Sequence[int]) -> float | None:
    """k of the negative binomial from mean m and variance s² (n − 1): m² / (s² − m); None unless s² > m.

    The estimate by moments (Anscombe 1950, Biometrika 37). Raises ValueError below two counts.
    """
    mean = fmean(counts)
    excess = variance(counts) - mean
    return mean * mean / excess if excess > 0 else None
