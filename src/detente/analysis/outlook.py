"""Of the silences on record that had lasted as long as this one, how many went on for another month, quarter, half year?"""

from dataclasses import dataclass

from detente.analysis.silence import Standing, Survival

AHEAD = (30, 90, 180)
"""Days for which the record is asked."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What became of silences that had lasted as long as the one now: ``share`` (0 to 1) went on for ``days`` more.

    It describes what is on record and forecasts nothing. ``shares`` are read off both curves of the standing, the lower one
    first; ``rests_on`` counts the completed gaps that were longer than the silence now, fewest and most. ``beyond``: on one
    curve or both no completed gap lasted so long, and nothing is extrapolated: there is no share then.
    """

    days: int
    shares: tuple[float, float] | None
    rests_on: tuple[int, int]

    @property
    def beyond(self) -> bool:
        """Whether so long a silence would be longer than any completed gap."""
        return self.shares is None


def outlooks(standing: Standing) -> tuple[Outlook, ...]:
    """The outlook for each of 30, 90 and 180 days; empty below ten completed gaps.

    S(t + s) / S(t) for a silence of t days and s more (Kaplan and Meier's S): once with all lengths at their shortest
    possible, once at their longest, as the curves are.
    """
    if standing.curves is None:
        return ()
    gap = standing.silence.gap
    both = tuple(zip(standing.curves, (gap.days_min, gap.days_max), strict=True))
    left = sorted(_longer(curve, days) for curve, days in both)
    return tuple(
        Outlook(ahead, _shares([_share(curve, days, ahead) for curve, days in both]), (left[0], left[-1])) for ahead in AHEAD
    )


def longer_than_any(standing: Standing) -> bool:
    """Whether no completed gap can have lasted as long as the silence now."""
    return bool(standing.ended) and standing.last_longer is None


def _longer(curve: Survival, days: int) -> int:
    return sum(step.ended for step in curve.steps if step.days > days)


def _share(curve: Survival, days: int, ahead: int) -> float | None:
    """None where nothing on record lasted longer than ``days`` and ``ahead`` together."""
    if not curve.steps or curve.steps[-1].days <= days + ahead:
        return None
    return curve.share_after(days + ahead) / curve.share_after(days)


def _shares(found: list[float | None]) -> tuple[float, float] | None:
    known = [share for share in found if share is not None]
    return (min(known), max(known)) if len(known) == len(found) else None
