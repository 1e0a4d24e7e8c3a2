"""How unusual is the silence now, set against the gaps of its own series that ended: rank, survival curve, quantiles."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
class Standing:
    """Where the open ``silence`` stands among those of its series that ``ended``, which are in series order.

    It is longer than ``longer_than`` of them whatever imprecise dates mean, and than ``longer_than_max`` at the most.
    ``last_longer`` is the latest that may have been as long or longer, None when there is none. ``curves``, and the quantiles
    ``median`` and ``p90`` read off them, take every length at its shortest possible and then at its longest; the open one is
    right-censored in both. The three are None below ten completed gaps.
    """

    silence: Silence
    ended: tuple[Silence, ...]
    longer_than: int
    longer_than_max: int
    last_longer: Gap | None
    median: tuple[Quantile, Quantile] | None
    p90: tuple[Quantile, Quantile] | None
    curves: tuple[Survival, Survival] | None

    @property
    def completed(self) -> tuple[Gap, ...]:
        """The completed gaps of the series, in series order."""
        return tuple(silence.gap for silence in self.ended)

    @property
    def n_gaps(self) -> int:
        """How many gaps of the series are completed."""
        return len(self.ended)

    @property
    def enough(self) -> bool:
        """Whether there are enough completed gaps to call a silence usual or unusual."""
        return self.n_gaps >= LEAST_GAPS


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
    completed = [silence.gap for silence in ended]
    curves = _curves(now.gap, completed) if len(completed) >= LEAST_GAPS else None
    as_long = [gap for gap in completed if gap.days_max >= now.gap.days_min]
    return Standing(
        silence=now,
        ended=ended,
        longer_than=sum(now.gap.days_min > gap.days_max for gap in completed),
        longer_than_max=sum(now.gap.days_max > gap.days_min for gap in completed),
        last_longer=as_long[-1] if as_long else None,
        median=_quantiles(curves, 0.5),
        p90=_quantiles(curves, 0.9),
        curves=curves,
    )


def _curves(now: Gap, completed: Sequence[Gap]) -> tuple[Survival, Survival]:
    shortest = survival([gap.days_min for gap in completed], [now.days_min])
    return shortest, survival([gap.days_max for gap in completed], [now.days_max])


def _quantiles(curves: tuple[Survival, Survival] | None, p: float) -> tuple[Quantile, Quantile] | None:
    return None if curves is None else (quantile(curves[0], p), quantile(curves[1], p))
