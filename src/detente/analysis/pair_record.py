"""What does the record of a pair come to, told from its series in one walk, so that no contact need be kept for it?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from detente.analysis.periods import Per, index_of
from detente.analysis.row_marks import Mark, row_marks
from detente.analysis.silence import Rank, latest_open, longest_gap, rank
from detente.domain.coverage import CoverageWindow
from detente.domain.entries import Entry, PairSeries
from detente.domain.gaps import Gap, closed_gap, ends_in_period, gap_lengths, open_gap
from detente.domain.parties import Dyad
from detente.domain.preceding import Persons
from detente.domain.selection import Selection
from detente.domain.silences import Silence, silences
from detente.domain.vocabulary import By

LONG_SILENCE = 90
"""Days from which on the end of a silence is told of."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A silence that a contact ended."""

    silence: Silence
    by: Entry


@dataclass(frozen=True, slots=True)
class Completed:
    """The gaps of a pair that ended in the period: the longest, and the medians of their shortest and longest possible
    lengths in days. ``long`` is the last that surely lasted ninety days or more, None without one."""

    longest: Gap
    median: tuple[float, float]
    long: Ended | None


@dataclass(frozen=True, slots=True)
class PairRecord:
    """The record of one pair in figures, and the few contacts that are told of one by one.

    ``listed`` and ``held`` count contacts whose first day lies in the period, ``per_quarter`` the held ones by the number of
    the quarter (``analysis.periods``). ``first`` is the first of those listed, ``ends`` the first and last of those held, in
    series order. ``alone`` is the first contact of the two without others, whatever the period; None where there is none.
    ``now`` is the open silence, None where none is open in the period, and ``rank`` where it stands. ``marks`` are those of
    its row for each limit (``row_marks``), empty for a pair that is not drawn. ``slug`` is the pair's folder in the record.
    """

    pair: Dyad
    listed: int
    held: int
    per_quarter: Mapping[int, int]
    first: Entry | None
    ends: tuple[Entry, Entry] | None
    alone: Entry | None
    now: Silence | None
    rank: Rank | None
    completed: Completed | None
    marks: tuple[tuple[Mark, ...], ...] = ()
    slug: str = ""

    @property
    def missed(self) -> int:
        """How many of those listed did not take place."""
        return self.listed - self.held

    @property
    def there(self) -> bool:
        """Whether the pair has a contact or a silence in the period."""
        return bool(self.listed or self.now or self.completed)


@dataclass(frozen=True, slots=True)
class _Series:
    """The held contacts of a pair, or of two people, and the gaps between them that end in the period."""

    pair: Dyad
    persons: Persons
    entries: Sequence[Entry]
    ends: Sequence[tuple[Entry, Entry]]
    shortest: Sequence[int]
    longest: Sequence[int]

    def gap(self, place: int) -> Gap:
        """The gap at that place."""
        previous, following = self.ends[place]
        return replace(closed_gap(self.pair, previous.endpoint, following.endpoint), persons=self.persons)

    def open_gap(self, selection: Selection) -> Gap | None:
        """The silence since the last contact, if it is open in the period."""
        found = replace(open_gap(self.pair, self.entries[-1].endpoint, selection.as_of), persons=self.persons)
        return found if ends_in_period(found, selection) else None


def listed_of(found: PairSeries, selection: Selection) -> Sequence[Entry]:
    """The contacts of the pair whose first day lies in the period."""
    if selection.period_from is None and selection.period_to is None:
        return found.entries
    return [entry for entry in found.entries if selection.in_period(entry.first_day)]


def pair_record(
    found: PairSeries,
    listed: Sequence[Entry],
    selection: Selection,
    windows: Sequence[CoverageWindow],
    companies: Mapping[str, object],
) -> PairRecord:
    """The record of a pair; ``listed`` are those of its contacts in the period, ``companies`` has the ids of contacts of more
    than two parties."""
    held = [entry for entry in listed if entry.kind.held]
    every = list(_every_series(found, selection))
    now, rank_ = _now(every, found, selection, windows)
    return PairRecord(
        pair=found.pair,
        listed=len(listed),
        held=len(held),
        per_quarter=_per_quarter(held),
        first=listed[0] if listed else None,
        ends=(held[0], held[-1]) if held else None,
        alone=next((entry for entry in found.entries if entry.contact_id not in companies), None),
        now=now,
        rank=rank_,
        completed=_completed(every, selection, windows),
    )


def marked(record: PairRecord, listed: Sequence[Entry]) -> PairRecord:
    """The record with the marks of its row."""
    held, missed = ([entry for entry in listed if entry.kind.held is kept] for kept in (True, False))
    return replace(record, marks=row_marks(held, missed))


def silences_of_pair(found: PairSeries, selection: Selection, windows: Sequence[CoverageWindow]) -> list[Silence]:
    """Every silence of the pair, one by one: for a record so small that each of them is told."""
    gaps = [gap for series in _every_series(found, selection) for gap in _gaps(series, selection)]
    return _silences(gaps, found, selection, windows)


def _gaps(series: _Series, selection: Selection) -> Iterator[Gap]:
    yield from map(series.gap, range(len(series.ends)))
    if (running := series.open_gap(selection)) is not None:
        yield running


def _per_quarter(held: Sequence[Entry]) -> Mapping[int, int]:
    counts = Counter[int]()
    for day, count in Counter(entry.first_day for entry in held).items():
        counts[index_of(day, Per.QUARTER)] += count
    return counts


def _every_series(found: PairSeries, selection: Selection) -> Iterator[_Series]:
    """One series of the pair, or one for each two people, in the order of their names."""
    held = [entry for entry in found.entries if entry.kind.held]
    if selection.by is By.OFFICE:
        if held:
            yield _series(found.pair, (), held, selection)
        return
    by_persons: dict[Persons, list[Entry]] = {}
    for entry in held:
        for persons in found.persons.get(entry.contact_id, ()):
            by_persons.setdefault(persons, []).append(entry)
    for persons, entries in sorted(by_persons.items()):
        yield _series(found.pair, persons, entries, selection)


def _series(pair: Dyad, persons: Persons, entries: Sequence[Entry], selection: Selection) -> _Series:
    ends = list(pairwise(entries))
    if not (selection.period_from is None and selection.period_to is None):
        ends = [(previous, following) for previous, following in ends if selection.in_period(following.first_day)]
    lengths = [gap_lengths(previous, following) for previous, following in ends]
    return _Series(pair, persons, entries, ends, [least for least, _ in lengths], [most for _, most in lengths])


def _now(
    every: Sequence[_Series], found: PairSeries, selection: Selection, windows: Sequence[CoverageWindow]
) -> tuple[Silence | None, Rank | None]:
    running = [gap for series in every if (gap := series.open_gap(selection)) is not None]
    now = latest_open(_silences(running, found, selection, windows))
    if now is None:
        return None, None
    own = next(series for series in every if series.persons == now.gap.persons)
    return now, rank(now, own.shortest, own.longest, own.gap)


def _silences(gaps: Sequence[Gap], found: PairSeries, selection: Selection, windows: Sequence[CoverageWindow]) -> list[Silence]:
    attempts = [entry.endpoint for entry in found.entries if not entry.kind.held] if gaps else []
    return silences(gaps, replace(selection, parties=found.pair.parties), {found.pair: windows}, {found.pair: attempts})


def _completed(every: Sequence[_Series], selection: Selection, windows: Sequence[CoverageWindow]) -> Completed | None:
    longest = [gap for one in every if (gap := longest_gap(one.shortest, one.longest, one.gap)) is not None]
    if not longest:
        return None
    return Completed(
        longest=min(longest, key=lambda gap: gap.sort_key),
        median=(
            median([days for series in every for days in series.shortest]),
            median([days for series in every for days in series.longest]),
        ),
        long=_long(every, selection, windows),
    )


def _long(every: Sequence[_Series], selection: Selection, windows: Sequence[CoverageWindow]) -> Ended | None:
    """The one that ended last."""
    found = [(series, place) for series in every if (place := _last_long(series)) is not None]
    if not found:
        return None
    series, place = max(found, key=lambda one: one[0].ends[one[1]][1].order)
    own = replace(selection, parties=series.pair.parties)
    (silence,) = silences([series.gap(place)], own, {series.pair: windows}, {})
    return Ended(silence, series.ends[place][1])


def _last_long(series: _Series) -> int | None:
    return next((place for place in reversed(range(len(series.ends))) if series.shortest[place] >= LONG_SILENCE), None)
