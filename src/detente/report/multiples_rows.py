"""What does each row of the timelines of all pairs show: contacts, the silence now, and how that time was looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from detente.analysis.periods import Per, period_of
from detente.analysis.silence import latest_open
from detente.analysis.survey import DyadRecord, Survey
from detente.domain.contacts import Contact
from detente.domain.coverage import stretches
from detente.domain.days import Day, clamp
from detente.domain.vocabulary import Status
from detente.domain.words import day_in_words, days_in_words, gap_in_words
from detente.report.chart import MOST_SINGLE
from detente.report.drawing import SEEN
from detente.report.naming import counted, end_in_words, from_to, seen_share, start_in_words, what_became, when
from detente.report.overview_naming import between, pair_label, short_label

MOST_DRAWN = 60
"""So many pairs have a row; the table has them all."""

_MOST_MARKS = 6_000
"""With more marks than this in all, the next limit to a row holds."""

_MOST_IN_A_ROW = (MOST_SINGLE, 125, 60)
"""How many marks of held contacts a row may have; of others a third."""


@dataclass(frozen=True, slots=True)
class RowMark:
    """A contact in a row, on its first day as written; ``count`` above 1: so many of one status and period together."""

    row: int
    status: Status
    day: Day
    words: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class OpenBar:
    """The open silence of a row, from the last contact to the end of the axis, and its whole length in words.

    ``before``: it began before the axis, at whose first day its bar then starts.
    """

    row: int
    start: Day
    length: str
    words: tuple[str, ...]
    before: bool


@dataclass(frozen=True, slots=True)
class SeenLine:
    """How time was looked at in a row, from ``start`` up to but not including ``stop``."""

    row: int
    start: Day
    stop: Day
    seen: str


@dataclass(frozen=True, slots=True)
class MultiplesData:
    """The rows from top to bottom, from ``first`` to ``last``; ``together`` tells whether a mark may be several contacts."""

    labels: tuple[str, ...]
    marks: tuple[RowMark, ...]
    open: tuple[OpenBar, ...]
    looked: tuple[SeenLine, ...]
    first: Day
    last: Day
    as_of: Day
    together: bool
    sentence: str

    @property
    def cut(self) -> bool:
        """Whether the period ends before the as-of day: an open silence goes on beyond the axis."""
        return self.last < self.as_of


def multiples_data(survey: Survey) -> MultiplesData:
    """The rows of the sixty pairs with most held contacts; the axis has no day outside the period, unless that is short."""
    drawn = survey.dyads[:MOST_DRAWN]
    first = _first_day(survey, drawn)
    running = tuple(_open(survey, drawn, first))
    groups = _groups(drawn)
    marks = [_mark(survey, place, group) for place, found in enumerate(groups) for group in found]
    return MultiplesData(
        labels=tuple(short_label(survey, record.pair) for record in drawn),
        marks=tuple(marks),
        open=running,
        looked=tuple(_looked(survey, drawn, first)),
        first=first,
        last=survey.last_day,
        as_of=survey.as_of,
        together=any(mark.count > 1 for mark in marks),
        sentence=_sentence(survey, drawn, first, running),
    )


def _first_day(survey: Survey, drawn: Sequence[DyadRecord]) -> Day:
    """The day of the first contact or open silence inside the period, and at least thirty days before the last."""
    days = [record.contacts[0].date.first_day for record in drawn if record.contacts]
    days += [silence.gap.previous.date.first_day for record in drawn if (silence := latest_open(record.silences)) is not None]
    first = min(days, default=survey.last_day)
    return clamp(min(max(first, survey.selection.period_from or first), survey.last_day - 30))


def _groups(drawn: Sequence[DyadRecord]) -> list[list[list[Contact]]]:
    """For each row the contacts that share a mark; the fewer marks a row may have, the more rows there are of many."""
    found: list[list[list[Contact]]] = []
    for most in _MOST_IN_A_ROW:
        found = [_grouped(record.held, most) + _grouped(_missed(record), most // 3) for record in drawn]
        if sum(map(len, found)) <= _MOST_MARKS:
            break
    return found


def _missed(record: DyadRecord) -> list[Contact]:
    return [contact for contact in record.contacts if not contact.held]


def _grouped(contacts: Sequence[Contact], most: int) -> list[list[Contact]]:
    """One contact each where that makes no more than ``most``, else those of one status and as short a period as possible."""
    if len(contacts) <= most:
        return [[contact] for contact in contacts]
    groups: dict[tuple[str, Status], list[Contact]] = {}
    for per in Per:
        groups = {}
        for contact in contacts:
            groups.setdefault((period_of(contact.date.first_day, per), contact.status), []).append(contact)
        if len(groups) <= most:
            break
    return list(groups.values())


def _mark(survey: Survey, place: int, group: Sequence[Contact]) -> RowMark:
    pair = pair_label(survey, survey.dyads[place].pair)
    middle = group[len(group) // 2]
    if len(group) == 1:
        return RowMark(place, middle.status, middle.date.first_day, f"{pair}, {when(middle)}: {what_became(middle)}")
    days = f"{start_in_words(group[0].date)} to {end_in_words(group[-1].date)}"
    return RowMark(place, middle.status, middle.date.first_day, f"{pair}, {days}: {len(group):,} {middle.status}", len(group))


def _open(survey: Survey, drawn: Sequence[DyadRecord], first: Day) -> Iterator[OpenBar]:
    beyond = (f"Counted to {_as_of(survey)}, beyond this axis",) if survey.last_day < survey.as_of else ()
    for place, record in enumerate(drawn):
        if (silence := latest_open(record.silences)) is not None:
            gap = silence.gap
            pair = pair_label(survey, record.pair)
            tried = (f"Attempts inside: {len(silence.attempts):,}",) if silence.attempts else ()
            words = (f"{pair}: {gap_in_words(gap)}", from_to(gap), *beyond, f"Looked at: {seen_share(silence)}", *tried)
            start = min(gap.previous.date.end_latest, survey.last_day)
            yield OpenBar(place, max(start, first), days_in_words(gap.days_min, gap.days_max), words, start < first)


def _as_of(survey: Survey) -> str:
    return day_in_words(date.fromordinal(survey.as_of))


def _looked(survey: Survey, drawn: Sequence[DyadRecord], first: Day) -> Iterator[SeenLine]:
    """Of the days of the period alone: outside it contacts are left out, however well that time was looked at."""
    days = range(max(first, survey.selection.period_from or first), survey.last_day + 1)
    for place, record in enumerate(drawn):
        for part in stretches(survey.windows.get(record.pair, ()), survey.selection, days):
            yield SeenLine(place, part.days.start, part.days.stop, SEEN[part.completeness])


def _sentence(survey: Survey, drawn: Sequence[DyadRecord], first: Day, running: Sequence[OpenBar]) -> str:
    every = len(survey.dyads)
    whose = counted(every, "pair") if every == len(drawn) else f"the {len(drawn)} of {every:,} pairs with most held contacts"
    start, end = (day_in_words(date.fromordinal(day)) for day in (first, survey.last_day))
    text = f"Timelines of {whose}, from {start} to {end}"
    if len(drawn) > 1:
        ends = [f"{between(survey, record.pair)} ({len(record.held):,})" for record in (drawn[0], drawn[-1])]
        text += f", by number of held contacts, from {ends[0]} to {ends[1]}"
    before = sum(bar.before for bar in running)
    text += f". {counted(len(running), 'open silence')} among them"
    text += f", {before:,} of which began before that time" if before else ""
    return text + (f", counted to {_as_of(survey)}." if running and survey.last_day < survey.as_of else ".")
