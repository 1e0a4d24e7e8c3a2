"""What is known of each gap besides its length: how far it was observed, and which attempts fell into it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from detente.domain.coverage import CoverageWindow, Observed, observed
from detente.domain.days import Day
from detente.domain.gaps import Endpoint, Gap, attempts_inside
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.words import day_in_words


@dataclass(frozen=True, slots=True)
class Silence:
    """A gap with its observation and the ids of the non-contacts inside it, oldest first."""

    gap: Gap
    observed: Observed
    attempts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SilenceSummary:
    """Figures of the completed gaps, in days; None where there is none. An imprecise gap makes a figure an interval.

    The median of the shortest possible lengths is ``median_min``, that of the longest ``median_max``. Open gaps are
    counted in ``open`` and enter nothing else.
    """

    completed: int
    open: int
    longest: Gap | None
    median_min: float | None
    median_max: float | None


def silences(
    gaps: Iterable[Gap],
    selection: Selection,
    windows: Mapping[Dyad, Sequence[CoverageWindow]],
    non_contacts: Mapping[Dyad, Sequence[Endpoint]],
) -> list[Silence]:
    """Each gap with what was observed of it and what was tried during it."""
    ordered = {pair: sorted(attempts, key=lambda attempt: attempt.order) for pair, attempts in non_contacts.items()}
    return [
        Silence(
            gap,
            observed(windows.get(gap.dyad, ()), selection, gap.silent_days(selection.as_of)),
            attempts_inside(gap, _near(gap, ordered.get(gap.dyad, []))),
        )
        for gap in gaps
    ]


def _near(gap: Gap, ordered: Sequence[Endpoint]) -> Sequence[Endpoint]:
    """The attempts from the first day of the gap to its last, so that a long record is not walked for each gap."""
    start = bisect_left(ordered, gap.previous.date.first_day, key=lambda attempt: attempt.date.first_day)
    if gap.following is None:
        return ordered[start:]
    return ordered[start : bisect_right(ordered, gap.following.date.first_day, key=lambda attempt: attempt.date.first_day)]


def summary(gaps: Iterable[Gap]) -> SilenceSummary:
    """The completed gaps in figures."""
    every = list(gaps)
    closed = [gap for gap in every if not gap.open]
    return SilenceSummary(
        completed=len(closed),
        open=len(every) - len(closed),
        longest=min(closed, key=lambda gap: gap.sort_key, default=None),
        median_min=median(gap.days_min for gap in closed) if closed else None,
        median_max=median(gap.days_max for gap in closed) if closed else None,
    )


def yet_to_come(as_of: Day, known: Day) -> str:
    """What an answer as of a day after the last one that anything can be known of is not: a fact."""
    asked, last = day_in_words(date.fromordinal(as_of)), day_in_words(date.fromordinal(known))
    return f"{asked} is yet to come: a silence up to it is counted as if nothing happened after {last}"
