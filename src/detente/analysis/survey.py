"""What is everything that the overview of all pairs is drawn from: their contacts, their silences, and what was looked at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappush, heappushpop
from typing import Protocol

from detente.analysis.pair_record import PairRecord, listed_of, marked, pair_record
from detente.analysis.periods import last_day
from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import Tolerance
from detente.domain.days import Day
from detente.domain.entries import Entry, Kind, PairSeries
from detente.domain.parties import Dyad, dyads_of
from detente.domain.selection import Selection
from detente.domain.silences import Silence
from detente.domain.vocabulary import Channel, Level

MOST_DRAWN = 60
"""So many pairs have a row of marks: those with most held contacts."""


@dataclass(frozen=True, slots=True)
class Totals:
    """The contacts listed, each once however many pairs it belongs to: ``several`` are those of more than two parties.

    ``channels`` and ``levels`` are those among them, ``first`` is the first day of the first; None without any.
    """

    contacts: int
    held: int
    several: int
    channels: frozenset[Channel]
    levels: frozenset[Level]
    first: Day | None
    restricted: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the parties and pairs whatever is selected.

    ``windows`` is the declared coverage per pair, ``companies`` the parties of each contact of more than two, by its id,
    ``tolerance`` how far ``~`` widened the dates.
    """

    names: Mapping[str, str]
    windows: Mapping[Dyad, Sequence[CoverageWindow]]
    companies: Mapping[str, tuple[str, ...]]
    tolerance: Tolerance


@dataclass(frozen=True, slots=True)
class Survey:
    """All that the overview shows, as of the day of its selection.

    ``dyads`` are the pairs with a contact or a silence in the period, those with most held contacts first. ``left_out`` is
    True when something restricted was left out. ``linked`` are the slugs of the pairs whose own page lies beside the overview.
    """

    selection: Selection
    dyads: tuple[PairRecord, ...]
    totals: Totals
    known: Known
    left_out: bool = False
    linked: frozenset[str] = frozenset()

    @property
    def as_of(self) -> Day:
        """The day to which open gaps run, inclusive."""
        return self.selection.as_of

    @property
    def last_day(self) -> Day:
        """The last day shown, inclusive: that of the period, or the as-of day where it comes first."""
        return last_day(self.selection)

    @property
    def names(self) -> Mapping[str, str]:
        """The names of parties, by code."""
        return self.known.names

    def windows(self, pair: Dyad) -> Sequence[CoverageWindow]:
        """What is declared of the pair."""
        return self.known.windows.get(pair, ())

    def sides(self, pair: Dyad) -> list[str]:
        """The names of both parties; the code of one whose name nobody told."""
        return [self.names.get(code, code) for code in pair.parties]

    def file_of(self, record: PairRecord) -> str:
        """The name of the pair's own page, ``fra-rus.html``; empty when none lies beside the overview."""
        return f"{record.slug}.html" if record.slug in self.linked else ""

    def pairs_of(self, contact_id: str, pair: Dyad) -> tuple[Dyad, ...]:
        """Every pair that a contact of ``pair`` belongs to."""
        return dyads_of(self.known.companies.get(contact_id, pair.parties))


class Surveyed(Protocol):
    """A record that is surveyed: as a whole, and by each narrower selection that a reader may choose."""

    @property
    def whole(self) -> Survey:
        """The survey of the whole selection."""
        ...

    def narrower(self, selections: Sequence[Selection]) -> Iterator[Survey]:
        """The survey of each narrower selection (fewer channels or levels, a shorter period), in their order."""
        ...

    def contacts(self) -> Iterator[Contact]:
        """Every contact listed in the whole, without details, each once, in series order; they need not be held together."""
        ...

    def silences(self) -> list[Silence]:
        """Every silence of the whole, pair by pair in the order of the survey: for a record of few contacts."""
        ...


def surveys(series: Iterable[PairSeries], selections: Iterable[Selection], known: Known) -> list[Survey]:
    """Surveys the pairs whose series these are, one after another: none is kept, so that a record may be of any length.

    Each pair comes once, in the order of pairs, with the contacts that the widest of the selections chooses, whatever their
    period; what is restricted has been left out. The others choose among them by kind and period. A contact of three or more
    parties is in the series of each pair among them.
    """
    asked = [_Surveying(selection, known) for selection in selections]
    for one in series:
        for surveying in asked:
            surveying.add(one)
    return [surveying.survey for surveying in asked]


class _Surveying:
    """A survey in the making, as the series of pairs go by."""

    def __init__(self, selection: Selection, known: Known) -> None:
        self._selection, self._known = selection, known
        self._found: list[PairRecord] = []
        self._counting, self._drawing = _Counting(known.companies), _Drawing()

    def add(self, one: PairSeries) -> None:
        """Takes in the pair, if the selection chooses anything of it."""
        one = one.narrowed(self._selection)
        listed = listed_of(one, self._selection)
        windows = self._known.windows.get(one.pair, ())
        record = pair_record(one, listed, self._selection, windows, self._known.companies)
        if record.there:
            self._counting.add(listed)
            self._found.append(marked(record, listed) if self._drawing.takes(record) else record)
            if self._drawing.full:
                self._found = self._drawing.kept(self._found)

    @property
    def survey(self) -> Survey:
        """What came of it."""
        return Survey(self._selection, tuple(sorted(self._found, key=_most_held_first)), self._counting.totals, self._known)


def _most_held_first(record: PairRecord) -> tuple[int, Dyad]:
    return -record.held, record.pair


@dataclass(slots=True)
class _Counting:
    """Contacts counted once each, as the series of all pairs go by."""

    companies: Mapping[str, object]
    contacts: int = 0
    held: int = 0
    first: Day | None = None
    restricted: bool = False
    kinds: dict[int, Kind] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def add(self, listed: Sequence[Entry]) -> None:
        if self.companies:
            listed = [entry for entry in listed if self._is_new(entry.contact_id)]
        if listed:
            self.contacts += len(listed)
            self.held += sum(entry.kind.held for entry in listed)
            self.kinds |= {id(entry.kind): entry.kind for entry in listed}  # kinds are few and shared: no need to compare them
            self.first = min(listed[0].first_day, self.first or listed[0].first_day)
            self.restricted = self.restricted or any(entry.restricted for entry in listed)

    def _is_new(self, contact_id: str) -> bool:
        """Whether a contact has not come by with another pair."""
        if contact_id not in self.companies:
            return True
        new = contact_id not in self.seen
        self.seen.add(contact_id)
        return new

    @property
    def totals(self) -> Totals:
        kinds = list(self.kinds.values())
        return Totals(
            contacts=self.contacts,
            held=self.held,
            several=len(self.seen),
            channels=frozenset(kind.channel for kind in kinds),
            levels=frozenset(kind.level for kind in kinds),
            first=self.first,
            restricted=self.restricted,
        )


class _Drawing:
    """Which pairs have a row: decided as they go by, so that marks are kept of no more than twice as many as are drawn."""

    def __init__(self) -> None:
        self._held: list[int] = []
        self._marked = 0

    def takes(self, record: PairRecord) -> bool:
        """Whether the record may be among those with most held contacts: of equals the first, and pairs come in their order."""
        if len(self._held) < MOST_DRAWN:
            heappush(self._held, record.held)
        elif record.held <= self._held[0]:
            return False
        else:
            heappushpop(self._held, record.held)
        self._marked += 1
        return True

    @property
    def full(self) -> bool:
        """Whether marks of too many are kept."""
        return self._marked >= 2 * MOST_DRAWN

    def kept(self, found: list[PairRecord]) -> list[PairRecord]:
        """The records, those that will have no row without marks."""
        ordered = sorted(found, key=_most_held_first)
        self._marked = MOST_DRAWN
        rest = (replace(record, marks=()) if record.marks else record for record in ordered[MOST_DRAWN:])
        return [*ordered[:MOST_DRAWN], *rest]
