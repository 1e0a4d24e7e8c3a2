"""What contacts were about, per month, quarter or year, and by whose account."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.analysis.frequency import period_axis, summed
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
    keys = [(period_of(tally.day, per), tally.reported_by or "", tally.topic) for tally in tallies]
    counts = summed(keys, [tally.count for tally in tallies])
    accounts, totals = Counter[tuple[str, str]](), Counter[str]()
    for (period, account, _), count in counts.items():
        accounts[period, account] += count
        totals[period] += count
    places = {topic: place for place, topic in enumerate(order)}
    ordered = sorted(counts, key=lambda key: (key[:2], places.get(key[2], len(places)), key[2]))
    rows = (TopicRow(p, t, a or None, counts[p, a, t], counts[p, a, t] / accounts[p, a]) for p, a, t in ordered)
    return TopicMix(per, tuple(periods), tuple(totals[period] for period in periods), tuple(rows))
