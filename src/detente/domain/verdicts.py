"""How well a claimed length fits the recorded one: four verdicts, and the tolerance of each way to hedge."""

from collections.abc import Iterable
from enum import StrEnum

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


def judge_length(recorded: float, claimed: float, qualifier: Qualifier) -> Verdict:
    """The verdict on ``claimed`` months where the record has ``recorded`` months.

    The tolerance is one month or a tenth of the figure claimed, whichever is more; within half a month is exact.
    ``nearly`` reaches from the tolerance below to half a month above; ``more-than`` and ``less-than`` are one-sided.
    """
    tolerance = max(1.0, claimed / 10)
    off = recorded - claimed
    if qualifier in (Qualifier.MORE_THAN, Qualifier.LESS_THAN):
        beyond = off if qualifier is Qualifier.MORE_THAN else -off
        if beyond <= 0:
            return Verdict.CONTRADICTED
        return Verdict.EXACT if beyond <= tolerance else Verdict.ROUNDED
    if abs(off) <= 0.5:
        return Verdict.EXACT
    within = -tolerance <= off < 0 if qualifier is Qualifier.NEARLY else abs(off) <= tolerance
    return Verdict.ROUNDED if within else Verdict.CONTRADICTED
