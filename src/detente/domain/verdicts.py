"""How well does a claimed length fit the recorded one: four verdicts, and the tolerance of each way to hedge."""

from collections.abc import Iterable
from enum import StrEnum
from math import floor

from detente.domain.days import DAYS_PER_MONTH
from detente.domain.vocabulary import Qualifier


class Verdict(StrEnum):
    """How a claim stands to the record, best first."""

    EXACT = "exact"
    ROUNDED = "rounded"
    UNVERIFIABLE = "unverifiable"
    CONTRADICTED = "contradicted"


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The weakest of some verdicts; raises ValueError when there is none."""
    return max(verdicts, key=list(Verdict).index)


_EXACT = 0.5
"""Months by which an exact figure may be off: a length is told in whole months."""

_SLACK = 1e-9
"""Months that are lost in dividing days by 30.4375: a length on the edge of a tolerance lies inside it."""


def tolerance(claimed: float) -> float:
    """Months by which a figure may be off and still pass for rounded: one month or a tenth of it, whichever is more."""
    return max(1.0, claimed / 10)


def judge_length(recorded: float, claimed: float, qualifier: Qualifier) -> Verdict:
    """The verdict on ``claimed`` months where the record has ``recorded`` months; edges belong to the better verdict.

    Within half a month is exact, within ``tolerance`` rounded. ``nearly`` reaches from the tolerance below to half a
    month above. ``more-than`` and ``less-than`` are one-sided: the figure itself is not more, nor less, than itself; any length
    on the right side is exact within the tolerance and rounded beyond it.
    """
    off, allowed = recorded - claimed, tolerance(claimed) + _SLACK
    if qualifier in (Qualifier.MORE_THAN, Qualifier.LESS_THAN):
        beyond = off if qualifier is Qualifier.MORE_THAN else -off
        if beyond <= _SLACK:
            return Verdict.CONTRADICTED
        return Verdict.EXACT if beyond <= allowed else Verdict.ROUNDED
    if abs(off) <= _EXACT + _SLACK:
        return Verdict.EXACT
    within = -allowed <= off < 0 if qualifier is Qualifier.NEARLY else abs(off) <= allowed
    return Verdict.ROUNDED if within else Verdict.CONTRADICTED


def telling_lengths(days_min: int, days_max: int, claimed: float) -> list[int]:
    """The days from ``days_min`` to ``days_max``, inclusive, that a claim of ``claimed`` months has to be held against.

    They are the ends and both sides of every length at which ``judge_length`` changes its mind: each verdict in the interval
    is that of one of them, and so is the shortest length of each verdict. An interval may be thousands of years long.
    """
    edges = (claimed + off for allowed in (tolerance(claimed), _EXACT, 0.0) for off in (-allowed, allowed))
    near = (floor(edge * DAYS_PER_MONTH) + step for edge in edges for step in (-1, 0, 1, 2))
    return sorted({days_min, days_max, *(days for days in near if days_min <= days <= days_max)})
