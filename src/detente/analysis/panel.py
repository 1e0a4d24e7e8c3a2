"""What is the table of pairs and periods that statistics packages work on: counts, silences, and how far it was looked at?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from detente.analysis.cow import cow_code
from detente.analysis.panel_columns import COUNTS, PanelColumn, TopicColumn, panel_columns, topic_columns
from detente.analysis.periods import Per, days_of, index_of, label_of, last_day
from detente.domain.coverage import SEEN, CoverageWindow, Observed, observed, stretches
from detente.domain.days import Day, days_between, iso
from detente.domain.parties import Dyad, dyad
from detente.domain.selection import Selection
from detente.domain.tallies import PairLast, PairTally, PairTopics
from detente.domain.vocabulary import Observation, Status

if TYPE_CHECKING:
    from detente.analysis.frames import Frame

Cell: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Counted:
    """What the store has counted for a panel; ``by_topic`` for the topics in ``broad``, which have columns of their own."""

    tallies: Sequence[PairTally]
    lasts: Sequence[PairLast]
    topics: Sequence[PairTopics]
    by_topic: Sequence[PairTopics] = ()
    broad: Sequence[str] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Panel:
    """One row for each pair and period, by pair and then in time order; each pair has every period.

    A row has one cell for each column. None is missing: not looked at, not selected, or without meaning there.
    """

    per: Per
    columns: tuple[PanelColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    pairs: tuple[Dyad, ...]
    periods: tuple[str, ...]

    def items(self) -> Iterator[dict[str, Cell]]:
        """Each row as its cells by name."""
        names = [column.name for column in self.columns]
        for row in self.rows:
            yield dict(zip(names, row, strict=True))

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return self.items()

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"<panel of {len(self.pairs)} pairs and {len(self.periods)} periods>"

    def to_pandas(self) -> "Frame":
        """The same as a data frame of pandas, with dtypes that know missing values."""
        from detente.analysis.frames import panel_frame

        return panel_frame(self)

    def to_stata(self, path: "str | PathLike[str]") -> None:
        """Writes a Stata file with labels, over one of that name."""
        from detente.analysis.stata import stata_file

        Path(path).write_bytes(stata_file(self, f"Détente: contacts per pair and {self.per}"))


def panel(
    counted: Counted,
    selection: Selection,
    per: Per,
    *,
    windows: Mapping[Dyad, Sequence[CoverageWindow]],
    states: frozenset[str],
) -> Panel:
    """The balanced table of the pairs selected.

    Pairs: all pairs among the parties of the selection if it names two or more; else those (of the party named) with a held
    contact up to the last day, any contact in the period, or declared coverage. Periods: from that of ``period_from``, or of
    the first contact counted, to that of the last day told of; the first and last may be parts of one.

    A count above 0 always stands. A 0 stands where a day of the period was observed for what the column counts, by the rules of
    ``domain.coverage``; else it is missing. ``states`` are the parties that have an alpha-3 code.
    """
    topics = topic_columns(counted.broad)
    pairs = _pairs(counted, selection, windows)
    declared = [window for pair in pairs for window in windows.get(pair, ())]
    axis = _Axis(per, _spans(counted, selection, per, declared))
    pairs = pairs if axis.spans else []
    gathered = _gathered(counted)
    rows: list[tuple[Cell, ...]] = []
    for pair in pairs:
        own = replace(selection, parties=pair.parties)
        rows += _rows_of(pair, axis, gathered.get(pair, _PairCounts()), own, windows.get(pair, ()), states, topics)
    labels = tuple(label_of(index, per) for index in axis.spans)
    return Panel(per, panel_columns(topics), tuple(rows), tuple(pairs), labels)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The days that are told of in each period, by its number, in time order."""

    per: Per
    spans: Mapping[int, range]


@dataclass(slots=True)
class _PairCounts:
    """What was counted of one pair."""

    kinds: dict[tuple[int, str], int] = field(default_factory=dict)
    lasts: dict[int, PairLast] = field(default_factory=dict)
    topics: dict[tuple[int, str], PairTopics] = field(default_factory=dict)


def _gathered(counted: Counted) -> dict[Dyad, _PairCounts]:
    found: dict[Dyad, _PairCounts] = {}
    for tally in counted.tallies:
        kinds = found.setdefault(tally.pair, _PairCounts()).kinds
        held = tally.status is Status.HELD
        for key in ("held", tally.channel.value, tally.level.value) if held else (tally.status.value,):
            kinds[tally.period, key] = kinds.get((tally.period, key), 0) + tally.count
    for last in counted.lasts:
        found.setdefault(last.pair, _PairCounts()).lasts[last.period] = last
    for told in (*counted.topics, *counted.by_topic):
        found.setdefault(told.pair, _PairCounts()).topics[told.period, told.topic] = told
    return found


def _pairs(counted: Counted, selection: Selection, windows: Iterable[Dyad]) -> list[Dyad]:
    named = set(selection.parties)
    if len(named) > 1:
        return sorted(dyad(one, other) for one, other in combinations(named, 2))
    known = {tally.pair for tally in counted.tallies} | {last.pair for last in counted.lasts}
    known |= {pair for pair in windows if named <= set(pair.parties)}
    return sorted(known)


def _spans(counted: Counted, selection: Selection, per: Per, declared: Sequence[CoverageWindow]) -> dict[int, range]:
    """The days that are told of in each period, by its number."""
    end = last_day(selection)
    first: int | None = None
    if selection.period_from is not None:
        first = index_of(selection.period_from, per)
    elif counted.tallies:
        first = min(tally.period for tally in counted.tallies)
    elif declared:
        first = index_of(min(window.from_date.toordinal() for window in declared), per)
    if first is None:
        return {}
    begin: Day = days_of(first, per).start if selection.period_from is None else selection.period_from
    if end < begin:
        return {}
    whole = {index: days_of(index, per) for index in range(first, index_of(end, per) + 1)}
    return {index: range(max(days.start, begin), min(days.stop, end + 1)) for index, days in whole.items()}


def _rows_of(
    pair: Dyad,
    axis: _Axis,
    counts: _PairCounts,
    selection: Selection,
    windows: Sequence[CoverageWindow],
    states: frozenset[str],
    topics: Sequence[TopicColumn],
) -> Iterator[tuple[Cell, ...]]:
    """The rows of one pair, in time order; ``selection`` is that of the pair."""
    kinds = [_counts(count.key, count.narrowed(selection), counts, axis, windows) for count in COUNTS]
    begin = min(axis.spans)
    earlier = [index for index in counts.lasts if index < begin]
    last = counts.lasts[max(earlier)] if earlier else None
    for place, (index, days) in enumerate(axis.spans.items()):
        last = counts.lasts.get(index, last)
        held = kinds[0][place]
        seen = observed(windows, selection, days) if windows else Observed(Observation.UNKNOWN, 0.0)
        yield (
            *_identity(pair, days, states),
            label_of(index, axis.per),
            index * axis.per.months // 12,
            iso(days.start),
            iso(days.stop - 1),
            len(days),
            *(column[place] for column in kinds),
            *_silence(last, days.stop - 1),
            *_accounts(counts.topics.get((index, "")), held),
            *(_by_topic(counts.topics.get((index, column.topic)), column, held) for column in topics),
            round(seen.share, 4),
            seen.observation.value,
        )


def _identity(pair: Dyad, days: range, states: frozenset[str]) -> tuple[Cell, ...]:
    iso3 = (code if code in states else None for code in pair.parties)
    return (str(pair), *pair.parties, *iso3, *(cow_code(code, days.stop - 1) for code in pair.parties))


def _counts(
    key: str, narrowed: Selection | None, counts: _PairCounts, axis: _Axis, windows: Sequence[CoverageWindow]
) -> list[int | None]:
    """The column of a count: a zero only where a day was observed for what is counted."""
    if narrowed is None:
        return [None] * len(axis.spans)
    zeros = _zeros(narrowed, axis, windows)
    return [counts.kinds.get((index, key), zero) for index, zero in zip(axis.spans, zeros, strict=True)]


def _zeros(narrowed: Selection, axis: _Axis, windows: Sequence[CoverageWindow]) -> list[int | None]:
    """0 for each period with an observed day, None for the others."""
    if not windows:
        return [None] * len(axis.spans)
    spans = list(axis.spans.values())
    parts = stretches(windows, narrowed, range(spans[0].start, spans[-1].stop))
    seen = [part.days for part in parts if part.completeness in SEEN]
    return [0 if any(part.start < days.stop and days.start < part.stop for part in seen) else None for days in spans]


def _silence(last: PairLast | None, end: Day) -> tuple[Cell, ...]:
    """The silence at the end of ``end``, as the open gap has it, and the contact it began with."""
    if last is None:
        return (None, None, None)
    return (days_between(last.end_latest, end), days_between(last.end_earliest, end), last.contact_id)


def _accounts(told: PairTopics | None, held: Cell) -> tuple[Cell, ...]:
    """What each side reports and denies; missing where the contacts are."""
    if told is None:
        return (None if held is None else 0,) * 5
    return (told.by_a, told.by_b, told.by_both, told.denied_a, told.denied_b)


def _by_topic(told: PairTopics | None, column: TopicColumn, held: Cell) -> Cell:
    if told is None:
        return None if held is None else 0
    return told.by_a if column.side == "a" else told.by_b
