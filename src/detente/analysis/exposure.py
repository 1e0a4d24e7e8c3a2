"""On which days would a contact have been seen: the observed days of a stretch of time, counted through without holes."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from detente.domain.coverage import SEEN, CoverageWindow, stretches
from detente.domain.days import Day
from detente.domain.selection import Selection
from detente.domain.vocabulary import Completeness


@dataclass(frozen=True, slots=True)
class Exposure:
    """The days of ``whole`` that count: ``spans`` are ranges of days, in time order, none of them empty.

    ``declared`` is False where nothing at all is known about how far the time was looked at: every day counts then, and
    whoever prints a rate has to say so.
    """

    whole: range
    spans: tuple[range, ...]
    declared: bool

    @property
    def length(self) -> int:
        """How many days count."""
        return sum(map(len, self.spans))

    def place(self, day: Day) -> int | None:
        """The number of ``day`` among the days that count, 0 for the first; None if it does not count."""
        number = bisect_right(self.spans, day, key=lambda span: span.start) - 1
        if number < 0 or day not in self.spans[number]:
            return None
        return sum(map(len, self.spans[:number])) + day - self.spans[number].start

    def day(self, place: int) -> Day:
        """The day of that number; raises IndexError beyond the last."""
        ends = list(accumulate(map(len, self.spans)))
        number = bisect_right(ends, place)
        return self.spans[number][place - ends[number]]


def exposure(windows: Sequence[CoverageWindow], selection: Selection, days: range) -> Exposure:
    """The days of ``days`` on which the record was looked at for the levels and channels of the selection.

    A day counts if its window is complete or fair; poor, ``unknown`` and undeclared days do not, and neither do contacts on
    them: there a rate would tell how much was looked at. Only where every day is undeclared or ``unknown`` all of them
    count, since nothing is known to tell them apart. ``windows`` are those of the one pair that is meant.
    """
    parts = stretches(windows, selection, days) if len(days) else []
    if all(part.completeness in (Completeness.UNKNOWN, None) for part in parts):
        return Exposure(days, (days,) if len(days) else (), False)
    return Exposure(days, tuple(part.days for part in parts if part.completeness in SEEN), True)
