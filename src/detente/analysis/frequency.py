"""How many contacts fell into each month, quarter or year, by channel and level."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from detente.analysis.periods import Per, period_of, periods_between
from detente.domain.days import Day
from detente.domain.selection import Selection
from detente.domain.tallies import Tally, TopicTally
from detente.domain.vocabulary import Channel, Level


@dataclass(frozen=True, slots=True)
class FrequencyRow:
    """``count`` contacts of one channel and level in a period (never 0), and their share of that period's contacts (0 to 1)."""

    period: str
    channel: Channel
    level: Level
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Frequency:
    """Counts per period: ``periods`` has every period in time order, empty ones too; ``totals`` one count for each of them."""

    per: Per
    periods: tuple[str, ...]
    totals: tuple[int, ...]
    rows: tuple[FrequencyRow, ...]


def frequency(tallies: Sequence[Tally], selection: Selection, per: Per) -> Frequency:
    """The tallies gathered into periods; rows in time order, then as the vocabularies order channels and levels.

    The periods run without a gap from the start to the end of the selection's period; an end left open is that of the
    first or last tally. The shares of a period sum to 1.
    """
    periods = period_axis(tallies, selection, per)
    if not tallies:
        return Frequency(per, tuple(periods), tuple(0 for _ in periods), ())
    keys = [(period_of(tally.day, per), tally.channel, tally.level) for tally in tallies]
    counts = summed(keys, [tally.count for tally in tallies])
    totals = Counter[str]()
    for (period, _, _), count in counts.items():
        totals[period] += count
    ordered = sorted(counts, key=lambda key: (key[0], _CHANNELS[key[1]], _LEVELS[key[2]]))
    rows = (FrequencyRow(*key, counts[key], counts[key] / totals[key[0]]) for key in ordered)
    return Frequency(per, tuple(periods), tuple(totals[period] for period in periods), tuple(rows))


_CHANNELS = {channel: place for place, channel in enumerate(Channel)}
_LEVELS = {level: place for place, level in enumerate(Level)}

Key = TypeVar("Key", bound=tuple[str, ...])


def summed(keys: Sequence[Key], counts: Sequence[int]) -> dict[Key, int]:
    """The sum of the counts of each key, in no particular order."""
    import pandas as pd

    whole = pd.Series(list(keys), dtype=object)  # each key as one: taken apart, grouping would take five times as long
    grouped = pd.Series(counts).groupby(whole, sort=False).sum()
    return {key: int(count) for key, count in grouped.items()}  # type: ignore[misc]  # the index holds the keys


def period_axis(tallies: Sequence[Tally] | Sequence[TopicTally], selection: Selection, per: Per) -> list[str]:
    """Every period to be shown: those of the selection, an open end being the first or last day counted; else none."""
    first: Day | None = selection.period_from
    last: Day | None = selection.period_to
    if tallies:
        first = min(tally.day for tally in tallies) if first is None else first
        last = max(tally.day for tally in tallies) if last is None else last
    return [] if first is None or last is None else periods_between(first, last, per)
