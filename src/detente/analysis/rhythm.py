"""Do contacts come at a steady beat, at random or in bursts, and does a long gap follow a long one?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, pstdev

from detente.analysis.silence import LEAST_GAPS
from detente.domain.gaps import Gap


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Figures of the lengths of completed gaps in series order, the lesser first where imprecise dates make two.

    ``burstiness`` runs from −1 (all gaps alike) over 0 (contacts at random) to 1 (all at once). ``memory`` is the
    correlation of each gap with the next, −1 to 1. None where lengths leave it undefined: all 0, or all alike. ``gaps`` is n.
    """

    gaps: int
    burstiness: tuple[float, float] | None
    memory: tuple[float, float] | None


def rhythm(gaps: Sequence[Gap]) -> Rhythm | None:
    """The figures with every length at its shortest possible and at its longest; None below ten gaps."""
    if len(gaps) < LEAST_GAPS:
        return None
    ways = [gap.days_min for gap in gaps], [gap.days_max for gap in gaps]
    return Rhythm(len(gaps), _both(burstiness, ways), _both(memory, ways))


def burstiness(lengths: Sequence[float]) -> float | None:
    """Bₙ of Kim and Jo 2016 (Phys. Rev. E 94, 032311) for n lengths: Goh and Barabási's, corrected for small n.

    With r = σ/μ, σ that of the population: (√(n+1)·r − √(n−1)) / ((√(n+1)−2)·r + √(n−1)). None for fewer than two lengths,
    or where all are 0.
    """
    n = len(lengths)
    if n < 2 or not any(lengths):
        return None
    ratio = pstdev(lengths) / fmean(lengths)
    return (sqrt(n + 1) * ratio - sqrt(n - 1)) / ((sqrt(n + 1) - 2) * ratio + sqrt(n - 1))


def memory(lengths: Sequence[float]) -> float | None:
    """M of Goh and Barabási 2008: the correlation (Pearson's) of each length with the one after it.

    None for fewer than three lengths, or where the former or the latter are all alike.
    """
    if len(lengths) < 3:
        return None
    former, latter = lengths[:-1], lengths[1:]
    mean, other_mean = fmean(former), fmean(latter)
    spread = pstdev(former, mean) * pstdev(latter, other_mean)
    if not spread:
        return None
    together = fmean((one - mean) * (other - other_mean) for one, other in zip(former, latter, strict=True))
    return max(-1.0, min(1.0, together / spread))


def _both(figure: Callable[[Sequence[float]], float | None], ways: Sequence[Sequence[float]]) -> tuple[float, float] | None:
    found = [value for value in map(figure, ways) if value is not None]
    return (min(found), max(found)) if len(found) == len(ways) else None
