"""What contacts were about, per month, quarter or year, and by whose account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.analysis.frequency import period_axis
from detente.analysis.periods import Per, period_of
from detente.domain.selection import Selection
from detente.domain.tallies import TopicTally


@dataclass(frozen=True, slots=True)
class TopicRow:
    """``count`` contacts of a period whose accounts report a topic; ``reported_by`` None: whoever reports it.

    ``share`` is the count divided by all counts of that period and ``reported_by`` (0 to 1): the weight of a topic among
    those reported, not the part of the contacts that touched on it.
    """

    period: str
    topic: str
    reported_by: str | None
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class TopicMix:
    """Counts per period: ``periods`` has every period in time order, empty ones too; ``totals`` one sum for each of them."""

    per: Per
    periods: tuple[str, ...]
    totals: tuple[int, ...]
    rows: tuple[TopicRow, ...]


def topic_mix(
    tallies: Sequence[TopicTally], selection: Selection, per: Per, order: Mapping[str, object] | Sequence[str] = ()
) -> TopicMix:
    """The tallies gathered into periods; rows by period, then account, then topic as ``order`` has them (else by name).

    A contact counts once a period for each topic (and account). For one period and account the shares sum to 1.
    """
    periods = period_axis(tallies, selection, per)
    if not tallies:
        return TopicMix(per, tuple(periods), tuple(0 for _ in periods), ())
    import pandas as pd

    named = {tally.topic for tally in tallies}
    topics = [topic for topic in order if topic in named]
    topics += sorted(named - set(topics))
    table = pd.DataFrame(
        {
            "period": [period_of(tally.day, per) for tally in tallies],
            "account": [tally.reported_by or "" for tally in tallies],
            "topic": pd.Categorical([tally.topic for tally in tallies], topics),
            "count": [tally.count for tally in tallies],
        }
    )
    counts = table.groupby(["period", "account", "topic"], observed=True, sort=True)["count"].sum()
    shares = counts / counts.groupby(["period", "account"]).transform("sum")
    totals = counts.groupby("period").sum().reindex(periods, fill_value=0)
    keys = counts.index.to_frame(index=False)
    rows = zip(keys["period"], keys["account"], keys["topic"], counts, shares, strict=True)
    return TopicMix(
        per,
        tuple(periods),
        tuple(int(total) for total in totals),
        tuple(TopicRow(str(p), str(t), str(a) or None, int(count), float(share)) for p, a, t, count, share in rows),
    )
