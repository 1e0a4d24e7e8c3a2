"""How many contacts fell into each month, quarter or year, by channel and level."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    import pandas as pd

    table = pd.DataFrame(
        {
            "period": [period_of(tally.day, per) for tally in tallies],
            "channel": pd.Categorical([tally.channel.value for tally in tallies], [channel.value for channel in Channel]),
            "level": pd.Categorical([tally.level.value for tally in tallies], [level.value for level in Level]),
            "count": [tally.count for tally in tallies],
        }
    )
    counts = table.groupby(["period", "channel", "level"], observed=True, sort=True)["count"].sum()
    shares = counts / counts.groupby("period").transform("sum")
    totals = counts.groupby("period").sum().reindex(periods, fill_value=0)
    keys = counts.index.to_frame(index=False)
    rows = zip(keys["period"], keys["channel"], keys["level"], counts, shares, strict=True)
    return Frequency(
        per,
        tuple(periods),
        tuple(int(total) for total in totals),
        tuple(FrequencyRow(str(p), Channel(c), Level(v), int(count), float(share)) for p, c, v, count, share in rows),
    )


def period_axis(tallies: Sequence[Tally] | Sequence[TopicTally], selection: Selection, per: Per) -> list[str]:
    """Every period to be shown: those of the selection, an open end being the first or last day counted; else none."""
    first: Day | None = selection.period_from
    last: Day | None = selection.period_to
    if tallies:
        first = min(tally.day for tally in tallies) if first is None else first
        last = max(tally.day for tally in tallies) if last is None else last
    return [] if first is None or last is None else periods_between(first, last, per)
