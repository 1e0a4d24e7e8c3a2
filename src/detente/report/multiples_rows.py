"""What does each row of the timelines of all pairs show: contacts, the silence now, and how that time was looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from detente.analysis.pair_record import PairRecord
from detente.analysis.row_marks import Mark, longest_first
from detente.analysis.survey import MOST_DRAWN, Survey
from detente.domain.coverage import stretches
from detente.domain.days import Day, clamp
from detente.domain.vocabulary import Status
from detente.domain.words import date_in_words, day_in_words, days_in_words, gap_in_words
from detente.report.drawing import SEEN
from detente.report.naming import counted, end_in_words, from_to, seen_share, start_in_words, what_became
from detente.report.overview_naming import between, pair_label, short_label

_MOST_MARKS = 6_000
"""With more marks than this in all, the next limit to a row holds."""


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
    rows = longest_first(zip(*(record.marks for record in drawn), strict=True), _MOST_MARKS)
    marks = [_mark(survey, place, mark) for place, row in enumerate(rows) for mark in row]
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


def _first_day(survey: Survey, drawn: Sequence[PairRecord]) -> Day:
    """The day of the first contact or open silence inside the period, and at least thirty days before the last."""
    days = [record.first.first_day for record in drawn if record.first is not None]
    days += [record.now.gap.previous.date.first_day for record in drawn if record.now is not None]
    first = min(days, default=survey.last_day)
    return clamp(min(max(first, survey.selection.period_from or first), survey.last_day - 30))


def _mark(survey: Survey, place: int, mark: Mark) -> RowMark:
    pair, middle = pair_label(survey, survey.dyads[place].pair), mark.middle
    status = middle.kind.status
    if mark.count == 1:
        words = f"{pair}, {date_in_words(middle.date)}: {what_became(middle.kind)}"
    else:
        days = f"{start_in_words(mark.first.date)} to {end_in_words(mark.last.date)}"
        words = f"{pair}, {days}: {mark.count:,} {status}"
    return RowMark(place, status, middle.first_day, words, mark.count)


def _open(survey: Survey, drawn: Sequence[PairRecord], first: Day) -> Iterator[OpenBar]:
    beyond = (f"Counted to {_as_of(survey)}, beyond this axis",) if survey.last_day < survey.as_of else ()
    for place, record in enumerate(drawn):
        if (silence := record.now) is not None:
            gap = silence.gap
            pair = pair_label(survey, record.pair)
            tried = (f"Attempts inside: {len(silence.attempts):,}",) if silence.attempts else ()
            words = (f"{pair}: {gap_in_words(gap)}", from_to(gap), *beyond, f"Looked at: {seen_share(silence)}", *tried)
            start = min(gap.previous.date.end_latest, survey.last_day)
            yield OpenBar(place, max(start, first), days_in_words(gap.days_min, gap.days_max), words, start < first)


def _as_of(survey: Survey) -> str:
    return day_in_words(date.fromordinal(survey.as_of))


def _looked(survey: Survey, drawn: Sequence[PairRecord], first: Day) -> Iterator[SeenLine]:
    """Of the days of the period alone: outside it contacts are left out, however well that time was looked at."""
    days = range(max(first, survey.selection.period_from or first), survey.last_day + 1)
    for place, record in enumerate(drawn):
        for part in stretches(survey.windows(record.pair), survey.selection, days):
            yield SeenLine(place, part.days.start, part.days.stop, SEEN[part.completeness])


def _sentence(survey: Survey, drawn: Sequence[PairRecord], first: Day, running: Sequence[OpenBar]) -> str:
    every = len(survey.dyads)
    whose = counted(every, "pair") if every == len(drawn) else f"the {len(drawn)} of {every:,} pairs with most held contacts"
    start, end = (day_in_words(date.fromordinal(day)) for day in (first, survey.last_day))
    text = f"Timelines of {whose}, from {start} to {end}"
    if len(drawn) > 1:
        ends = [f"{between(survey, record.pair)} ({record.held:,})" for record in (drawn[0], drawn[-1])]
        text += f", by number of held contacts, from {ends[0]} to {ends[1]}"
    before = sum(bar.before for bar in running)
    text += f". {counted(len(running), 'open silence')} among them"
    text += f", {before:,} of which began before that time" if before else ""
    return text + (f", counted to {_as_of(survey)}." if running and survey.last_day < survey.as_of else ".")
