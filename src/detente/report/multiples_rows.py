"""What does each row of the timelines of all pairs show: contacts, the silence now, and how that time was looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from detente.analysis.periods import Per, period_of
from detente.analysis.silence import latest_open
from detente.analysis.survey import DyadRecord, Survey
from detente.domain.contacts import Contact
from detente.domain.coverage import stretches
from detente.domain.days import Day
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
    """The open silence of a row, from the last contact to the as-of day, and its length in words."""

    row: int
    start: Day
    length: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeenLine:
    """How time was looked at in a row, from ``start`` up to but not including ``stop``."""

    row: int
    start: Day
    stop: Day
    seen: str


@dataclass(frozen=True, slots=True)
class MultiplesData:
    """The rows from top to bottom, from ``first`` to ``as_of``; ``together`` tells whether a mark may be several contacts."""

    labels: tuple[str, ...]
    marks: tuple[RowMark, ...]
    open: tuple[OpenBar, ...]
    looked: tuple[SeenLine, ...]
    first: Day
    as_of: Day
    together: bool
    sentence: str


def multiples_data(survey: Survey) -> MultiplesData:
    """The rows of the sixty pairs with most held contacts."""
    drawn = survey.dyads[:MOST_DRAWN]
    first = _first_day(drawn, survey.as_of)
    groups = _groups(drawn)
    marks = [_mark(survey, place, group) for place, found in enumerate(groups) for group in found]
    return MultiplesData(
        labels=tuple(short_label(survey, record.pair) for record in drawn),
        marks=tuple(marks),
        open=tuple(_open(survey, drawn)),
        looked=tuple(_looked(survey, drawn, first)),
        first=first,
        as_of=survey.as_of,
        together=any(mark.count > 1 for mark in marks),
        sentence=_sentence(survey, drawn, first),
    )


def _first_day(drawn: Sequence[DyadRecord], as_of: Day) -> Day:
    """The day of the first contact or open silence, and at least thirty days before the as-of day."""
    days = [record.contacts[0].date.first_day for record in drawn if record.contacts]
    days += [silence.gap.previous.date.first_day for record in drawn if (silence := latest_open(record.silences)) is not None]
    return min([*days, as_of - 30])


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


def _open(survey: Survey, drawn: Sequence[DyadRecord]) -> Iterator[OpenBar]:
    for place, record in enumerate(drawn):
        if (silence := latest_open(record.silences)) is not None:
            gap = silence.gap
            pair = pair_label(survey, record.pair)
            tried = (f"Attempts inside: {len(silence.attempts):,}",) if silence.attempts else ()
            words = (f"{pair}: {gap_in_words(gap)}", from_to(gap), f"Looked at: {seen_share(silence)}", *tried)
            start = min(gap.previous.date.end_latest, survey.as_of)
            yield OpenBar(place, start, days_in_words(gap.days_min, gap.days_max), words)


def _looked(survey: Survey, drawn: Sequence[DyadRecord], first: Day) -> Iterator[SeenLine]:
    for place, record in enumerate(drawn):
        for part in stretches(survey.windows.get(record.pair, ()), survey.selection, range(first, survey.as_of + 1)):
            yield SeenLine(place, part.days.start, part.days.stop, SEEN[part.completeness])


def _sentence(survey: Survey, drawn: Sequence[DyadRecord], first: Day) -> str:
    every = len(survey.dyads)
    whose = counted(every, "pair") if every == len(drawn) else f"the {len(drawn)} of {every:,} pairs with most held contacts"
    start, end = (day_in_words(date.fromordinal(day)) for day in (first, survey.as_of))
    text = f"Timelines of {whose}, from {start} to {end}"
    if len(drawn) > 1:
        ends = [f"{between(survey, record.pair)} ({len(record.held):,})" for record in (drawn[0], drawn[-1])]
        text += f", by number of held contacts, from {ends[0]} to {ends[1]}"
    return f"{text}. {counted(sum(latest_open(record.silences) is not None for record in drawn), 'open silence')} among them."
