"""Where does the rate of a Poisson process change: the cut of its time into segments that penalised likelihood likes best.

The search is exact: optimal partitioning (Jackson et al. 2005) with functional pruning (Rigaill 2015; Maidstone et al. 2017).
A start of the last segment is dropped for good once others are better at every rate that segment might have.
"""

from bisect import bisect_left
from dataclasses import dataclass
from math import exp, inf, log, sqrt

_Pieces = list[tuple[float, float]]
"""Intervals of the logarithm of a rate."""

_CLOSE, _MOST_STEPS = 1e-9, 100


@dataclass(frozen=True, slots=True)
class Process:
    """Events on the days 0 to ``length`` − 1: ``places`` are their days in order, several on one day allowed."""

    places: tuple[int, ...]
    length: int

    def before(self, day: int) -> int:
        """How many events lie before ``day``."""
        return bisect_left(self.places, day)

    def fit(self, start: int, stop: int) -> float:
        """The greatest log likelihood of one rate for the days from ``start`` to before ``stop``; terms alike for all left out.

        n ln(n / T) for n events in T days, 0 without an event. The likelihood is that of the moments, not of counts in bins.
        """
        events = self.before(stop) - self.before(start)
        return events * log(events / (stop - start)) if events else 0.0


def starts(process: Process, least: int, penalty: float) -> list[int]:
    """The first day of each segment, 0 first, of the cut with the greatest log likelihood less ``penalty`` a change.

    Every segment has at least ``least`` days (a process with fewer is one segment); a new one begins on the day of an event
    or the day after: between events the likelihood has its greatest values at the ends. Of equal cuts any may be given.
    """
    search = _Search(process, least, penalty)
    for place in range(1, len(search.days)):
        search.reach(place)
    return search.cut()


class _Search:
    """The best cut up to each day on which a segment can begin, in time order."""

    def __init__(self, process: Process, least: int, penalty: float) -> None:
        near = {day for event in process.places for day in (event, event + 1) if 0 < day < process.length}
        self.days = [0, *sorted(near), process.length]
        self.events = [process.before(day) for day in self.days]
        self.least, self.penalty = min(least, process.length), penalty
        self.costs = [-penalty, *[inf] * (len(self.days) - 1)]
        self.previous = [0] * len(self.days)
        self.alive: list[tuple[int, _Pieces]] = []
        self.waiting = 0

    def reach(self, place: int) -> None:
        """Finds the best cut up to the day of that place."""
        while self.days[place] - self.days[self.waiting] >= self.least:
            if self.costs[self.waiting] < inf:
                self._enter(self.waiting)
            self.waiting += 1
        for start, _ in self.alive:
            if (cost := self._cost(start, place)) < self.costs[place]:
                self.costs[place], self.previous[place] = cost, start

    def cut(self) -> list[int]:
        """The first days of the segments of the best cut of all."""
        found, place = [], len(self.days) - 1
        while place:
            place = self.previous[place]
            found.append(self.days[place])
        return found[::-1]

    def _cost(self, start: int, stop: int) -> float:
        events = self.events[stop] - self.events[start]
        fit = events * log(events / (self.days[stop] - self.days[start])) if events else 0.0
        return self.costs[start] + self.penalty - fit

    def _enter(self, place: int) -> None:
        """Lets a segment begin at ``place``, and drops from it and from earlier ones the rates at which another is better."""
        own: _Pieces = [(-inf, inf)]
        kept: list[tuple[int, _Pieces]] = []
        for start, pieces in self.alive:
            low, high = self._better(start, place)
            own = [piece for one in own for piece in _outside(one, low, high)]
            inside = [(max(a, low), min(b, high)) for a, b in pieces if max(a, low) < min(b, high)]
            if inside:
                kept.append((start, inside))
        self.alive = [*kept, (place, own)] if own else kept

    def _better(self, start: int, later: int) -> tuple[float, float]:
        """Between which log rates a segment from ``start`` beats one from ``later``, wherever both end; (0, 0) for none."""
        days, events = self.days[later] - self.days[start], self.events[later] - self.events[start]
        gain = self.costs[later] - self.costs[start] + events  # costs leave out one for each event
        if not events:
            return (-inf, log(gain / days)) if gain > 0 else (0.0, 0.0)
        lowest = log(events / days)
        depth = gain - events + events * lowest
        if depth <= 0:
            return 0.0, 0.0
        reach = sqrt(2 * depth / events)  # as if the curve were a parabola
        return _root(lowest - reach, days, events, gain), _root(lowest + reach, days, events, gain)


def _outside(piece: tuple[float, float], low: float, high: float) -> _Pieces:
    """What is left of ``piece`` without what lies between ``low`` and ``high``."""
    if low >= high:
        return [piece]
    a, b = piece
    return [part for part in ((a, min(b, low)), (max(a, high), b)) if part[0] < part[1]]


def _root(guess: float, days: int, events: int, gain: float) -> float:
    """Newton's way to days·eˣ − events·x = gain, on the side of the lowest point on which ``guess`` lies."""
    for _ in range(_MOST_STEPS):
        rate = days * exp(guess)
        if rate == events:  # at the lowest point: both roots are one
            break
        step = (rate - events * guess - gain) / (rate - events)
        guess -= step
        if abs(step) <= _CLOSE * (1 + abs(guess)):
            break
    return guess
