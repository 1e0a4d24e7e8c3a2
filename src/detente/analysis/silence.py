"""How unusual is the silence now, set against the gaps of its own series that ended: rank, survival curve, quantiles."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist

from detente.domain.days import Day
from detente.domain.gaps import Gap
from detente.domain.silences import Silence

LEAST_GAPS = 10
"""Fewer completed gaps than this make no curve and no quantile: the list of them says more."""

_WIDTH = NormalDist().inv_cdf(0.975)
"""Standard errors on either side of a 95 % interval."""

_ROUNDING = 1e-9
"""Products of fractions that should meet a share miss it by less than this."""


@dataclass(frozen=True, slots=True)
class Step:
    """What happened ``days`` after the start: of the ``at_risk`` that had lasted so long, ``ended`` ended.

    ``share`` (0 to 1) goes on beyond that day, with its 95 % interval ``low`` to ``high``; both None where the share is 0.
    """

    days: int
    at_risk: int
    ended: int
    share: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Survival:
    """The share of silences that go on after so many days: 1 before the first step, a step for each day on which any ended."""

    steps: tuple[Step, ...]

    def share_after(self, days: int) -> float:
        """The share (0 to 1) that goes on beyond ``days``; after the last step it stays as that step left it."""
        place = bisect_left(self.steps, days + 1, key=lambda step: step.days)
        return self.steps[place - 1].share if place else 1.0


@dataclass(frozen=True, slots=True)
class Quantile:
    """The day, counted from the start, by which a share had ended, and its 95 % interval ``low`` to ``high``.

    ``days`` None: not reached. ``high`` None: the interval has no upper end. ``low`` None: there is no interval.
    """

    days: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Rank:
    """Where the open ``silence`` stands among the ``n_gaps`` of its series that ended.

    It is longer than ``longer_than`` of them whatever imprecise dates mean, and than ``longer_than_max`` at the most.
    ``longest`` is the longest of them, ``last_longer`` the latest that may have been as long as the open one or longer; None
    where there is none. ``median`` is when half had ended, by lengths at their shortest possible and then at their longest;
    the open one is right-censored in both. It is None below ten completed gaps.
    """

    silence: Silence
    n_gaps: int
    longer_than: int
    longer_than_max: int
    longest: Gap | None
    last_longer: Gap | None
    median: tuple[Quantile, Quantile] | None

    @property
    def enough(self) -> bool:
        """Whether there are enough completed gaps to call a silence usual or unusual."""
        return self.n_gaps >= LEAST_GAPS


@dataclass(frozen=True, slots=True)
class Standing(Rank):
    """A rank with what it rests on: the silences of the series that ``ended``, in series order, and their curves.

    ``p90`` is when nine in ten had ended, read off the same ``curves`` as the median; both are None below ten completed gaps.
    """

    ended: tuple[Silence, ...]
    p90: tuple[Quantile, Quantile] | None
    curves: tuple[Survival, Survival] | None

    @property
    def completed(self) -> tuple[Gap, ...]:
        """The completed gaps of the series, in series order."""
        return tuple(silence.gap for silence in self.ended)


def survival(durations: Sequence[int], censored: Sequence[int]) -> Survival:
    """The Kaplan-Meier estimate from the lengths in days of silences that ended and of those that still go on.

    Its interval is Greenwood's variance on the log-log scale (Kalbfleisch and Prentice 2002, section 1.4). One that was
    censored on a day counts as at risk on that day.
    """
    return Survival(tuple(_steps(Counter(durations), sorted([*durations, *censored]))))


def _steps(ended: Counter[int], lengths: Sequence[int]) -> Iterator[Step]:
    share, variance = 1.0, 0.0
    for days, count in sorted(ended.items()):
        at_risk = len(lengths) - bisect_left(lengths, days)
        left = at_risk - count
        share *= left / at_risk
        variance += count / (at_risk * left) if left else 0.0
        yield Step(days, at_risk, count, share, *_band(share, variance))


def _band(share: float, variance: float) -> tuple[float, float] | tuple[None, None]:
    """The interval of ``share``, whose logarithm has ``variance``; where nothing goes on the scale is not defined."""
    if not share:
        return None, None
    hazard = -log(share)
    factor = exp(_WIDTH * sqrt(variance) / hazard)
    return exp(-hazard * factor), exp(-hazard / factor)


def quantile(survival: Survival, p: float) -> Quantile:
    """The first day by which at least the share ``p`` (between 0 and 1) had ended.

    Its interval has the steps whose band holds 1 − ``p`` and ends at the step after them (Brookmeyer and Crowley 1982, on the
    log-log scale), as in statsmodels and lifelines: also where that is the last step, at which the share is 0 and no band is
    defined; R leaves that end open. Where the band passes over 1 − ``p`` between two steps, the interval is the one day.
    """
    left = 1 - p
    steps = survival.steps
    first = next((step for step in steps if step.share <= left + _ROUNDING), None)
    held = [place for place, step in enumerate(steps) if _holds(step, left)]
    if held:
        after = held[-1] + 1
        high = steps[after].days if after < len(steps) else None
        return Quantile(None if first is None else first.days, steps[held[0]].days, high)
    if first is None or first.high is None:
        return Quantile(None if first is None else first.days, None, None)
    return Quantile(first.days, first.days, first.days)


def _holds(step: Step, share: float) -> bool:
    return step.low is not None and step.high is not None and step.low <= share <= step.high


def latest_open(found: Iterable[Silence]) -> Silence | None:
    """The silence now: of several open ones (series by person, of several pairs) the one that began last."""
    running = [silence for silence in found if silence.gap.open]
    return max(running, key=lambda silence: silence.gap.previous.order, default=None)


def standing(found: Iterable[Silence], since: Day | None = None) -> Standing | None:
    """Where the silence now stands among the completed gaps of the same pair and persons; None without an open silence.

    Time before the first record is in no gap, and so in nothing here. ``since``: only gaps that ended on that day or later,
    by the first day of the contact that ended them, as ``--from`` keeps them.
    """
    every = list(found)
    now = latest_open(every)
    if now is None:
        return None
    own = (silence for silence in every if _series(silence) == _series(now))
    ended = sorted((silence for silence in own if _ended_since(silence.gap, since)), key=lambda s: s.gap.previous.order)
    return _standing(now, tuple(ended))


def _series(silence: Silence) -> tuple[object, ...]:
    return (silence.gap.dyad, silence.gap.persons)


def _ended_since(gap: Gap, since: Day | None) -> bool:
    return gap.following is not None and (since is None or gap.following.date.first_day >= since)


def _standing(now: Silence, ended: tuple[Silence, ...]) -> Standing:
    lengths = [silence.gap.days_min for silence in ended], [silence.gap.days_max for silence in ended]
    curves = _curves(now.gap, *lengths)
    found = _rank(now, *lengths, lambda place: ended[place].gap, curves)
    return Standing(
        silence=now,
        n_gaps=found.n_gaps,
        longer_than=found.longer_than,
        longer_than_max=found.longer_than_max,
        longest=found.longest,
        last_longer=found.last_longer,
        median=found.median,
        ended=ended,
        p90=_quantiles(curves, 0.9),
        curves=curves,
    )


def rank(now: Silence, shortest: Sequence[int], longest: Sequence[int], gap: Callable[[int], Gap]) -> Rank:
    """As ``standing``, from the possible lengths in days of the gaps of its series that ended, in series order.

    ``gap`` makes the one at a place: of a long series few are looked at whole.
    """
    return _rank(now, shortest, longest, gap, _curves(now.gap, shortest, longest))


def longest_gap(shortest: Sequence[int], longest: Sequence[int], gap: Callable[[int], Gap]) -> Gap | None:
    """The first by the sort key of gaps, ``gap`` making the one at a place; None without any."""
    if not longest:
        return None
    most = max(longest)
    sure = max(least for least, days in zip(shortest, longest, strict=True) if days == most)
    alike = (place for place, days in enumerate(longest) if days == most and shortest[place] == sure)
    return min(map(gap, alike), key=lambda one: one.sort_key)


def _rank(
    now: Silence,
    shortest: Sequence[int],
    longest: Sequence[int],
    gap: Callable[[int], Gap],
    curves: tuple[Survival, Survival] | None,
) -> Rank:
    least, most = now.gap.days_min, now.gap.days_max
    as_long = next((place for place in reversed(range(len(longest))) if longest[place] >= least), None)
    return Rank(
        silence=now,
        n_gaps=len(longest),
        longer_than=sum(least > days for days in longest),
        longer_than_max=sum(most > days for days in shortest),
        longest=longest_gap(shortest, longest, gap),
        last_longer=None if as_long is None else gap(as_long),
        median=_quantiles(curves, 0.5),
    )


def _curves(now: Gap, shortest: Sequence[int], longest: Sequence[int]) -> tuple[Survival, Survival] | None:
    if len(longest) < LEAST_GAPS:
        return None
    return survival(shortest, [now.days_min]), survival(longest, [now.days_max])


def _quantiles(curves: tuple[Survival, Survival] | None, p: float) -> tuple[Quantile, Quantile] | None:
    return None if curves is None else (quantile(curves[0], p), quantile(curves[1], p))
