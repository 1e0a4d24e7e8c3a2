"""How often did each pair deal with each other over time: a table of held contacts, shaded, with the time nobody looked at."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from detente.analysis.pair_record import PairRecord
from detente.analysis.periods import Per, days_of, period_of
from detente.analysis.survey import Survey
from detente.domain.coverage import SEEN, stretches
from detente.domain.days import Day
from detente.domain.words import and_list
from detente.report.chart import Cell, Chart, Row, Table, View
from detente.report.drawing import year_of
from detente.report.naming import counted
from detente.report.overview_naming import between, pair_cell

MOST_PAIRS = 200
"""So many pairs have a row; the note says what is left out."""

_QUARTERS_UP_TO, _MOST_COLUMNS = 3, 40
_BLOCK_YEARS = (1, 5, 10, 50, 100, 500)
_SHADES = 4
UNSEEN_SIGN = "·"
"""Stands in a cell for time in which nothing was looked at."""


@dataclass(frozen=True, slots=True)
class Column:
    """A quarter, a year or a block of years: its label and its days, as far as the selection and the as-of day reach."""

    label: str
    days: range


@dataclass(frozen=True, slots=True)
class HeatRow:
    """Held contacts of a pair per column; ``unseen`` tells of each whether nothing of that time was looked at."""

    record: PairRecord
    counts: tuple[int, ...]
    unseen: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class HeatmapData:
    """``per`` is the word for a column; ``steps`` are the greatest counts of the shades 1 to 4."""

    per: str
    columns: tuple[Column, ...]
    rows: tuple[HeatRow, ...]
    steps: tuple[int, ...]
    sentence: str


def heatmap_data(survey: Survey) -> HeatmapData:
    """The counts of every pair, of which the table shows the first 200; a contact counts on its first day as written."""
    per, columns = _columns(survey)
    rows = tuple(_row(survey, record, columns) for record in survey.dyads)
    steps = _steps(max((max(row.counts) for row in rows), default=0))
    return HeatmapData(per, columns, rows, steps, _sentence(survey, per, columns, rows))


def _columns(survey: Survey) -> tuple[str, tuple[Column, ...]]:
    """From the start of the period, or the first held contact, to the end of the period or the as-of day."""
    chosen = survey.selection
    last = survey.last_day
    held = [record.ends[0].first_day for record in survey.dyads if record.ends is not None]
    first = min(chosen.period_from or min(held, default=last), last)
    per, starts = _starts(first, last)
    stops = [*(day for _, day in starts[1:]), last + 1]
    bounds = [(max(day, chosen.period_from or day), min(stop, last + 1)) for (_, day), stop in zip(starts, stops, strict=True)]
    return per, tuple(Column(label, range(*days)) for (label, _), days in zip(starts, bounds, strict=True))


def _starts(first: Day, last: Day) -> tuple[str, list[tuple[str, Day]]]:
    """The word for a column, and label and first day of each: quarters of up to three years, years, or blocks of years."""
    from_year, to_year = year_of(first), year_of(last)
    if to_year - from_year < _QUARTERS_UP_TO:
        days = [date(year, month, 1).toordinal() for year in range(from_year, to_year + 1) for month in (1, 4, 7, 10)]
        labels = [period_of(day, Per.QUARTER) for day in days]
        shown = range(labels.index(period_of(first, Per.QUARTER)), labels.index(period_of(last, Per.QUARTER)) + 1)
        return "quarter", [(labels[place], days[place]) for place in shown]
    step = next((step for step in _BLOCK_YEARS if (to_year - from_year) // step < _MOST_COLUMNS), _BLOCK_YEARS[-1])
    years = range(from_year - from_year % step, to_year + 1, step)
    word = "year" if step == 1 else f"{step} years"
    return word, [(_years(year, step), date(max(1, year), 1, 1).toordinal()) for year in years]


def _years(first: int, step: int) -> str:
    return f"{first:04d}" if step == 1 else f"{max(1, first):04d}–{first + step - 1:04d}"


def _row(survey: Survey, record: PairRecord, columns: Sequence[Column]) -> HeatRow:
    starts = [column.days.start for column in columns]
    counts = [0] * len(columns)
    for quarter, count in record.per_quarter.items():  # no quarter lies in two columns
        counts[bisect_right(starts, max(starts[0], days_of(quarter, Per.QUARTER).start)) - 1] += count
    whole = range(columns[0].days.start, columns[-1].days.stop)
    windows = survey.windows(record.pair)
    seen = [part.days for part in stretches(windows, survey.selection, whole) if part.completeness in SEEN]
    return HeatRow(
        record,
        tuple(counts),
        tuple(not any(_meet(days, column.days) for days in seen) for column in columns),
    )


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _steps(most: int) -> tuple[int, ...]:
    """The greatest count of each shade: each so many times that of the one before, so that rare and frequent both show."""
    return tuple(max(shade, int(most ** (shade / _SHADES) + 1e-9)) for shade in range(1, _SHADES + 1))


def _sentence(survey: Survey, per: str, columns: Sequence[Column], rows: Sequence[HeatRow]) -> str:
    span = f"{columns[0].label} to {columns[-1].label}" if len(columns) > 1 else columns[0].label
    text = f"Held contacts of {counted(len(rows), 'pair')} per {per}, {span}"
    cells = [(count, -place, row) for row in rows for place, count in enumerate(row.counts)]
    most = max((count for count, _, _ in cells), default=0)
    if not most:
        return f"{text}: none."
    place, busiest = next((-place, row) for count, place, row in cells if count == most)
    text += f": at most {most:,}, between {between(survey, busiest.record.pair)} in {columns[place].label}"
    empty = [unseen for row in rows for count, unseen in zip(row.counts, row.unseen, strict=True) if not count]
    text += f"; none in {len(empty):,} of {counted(len(cells), 'cell')}"
    return f"{text}, {sum(empty):,} of them in time that was not looked at." if empty else f"{text}."


def heatmap_chart(survey: Survey) -> Chart:
    """The table; it is its own picture."""
    data = heatmap_data(survey)
    view = View("all", "All", data.sentence, None, (_table(survey, data),), 0)
    return Chart("heatmap", "Contacts by pair and year", _about(data), "", (view,), spread=True)


def _about(data: HeatmapData) -> str:
    most = max((max(row.counts) for row in data.rows), default=0)
    lowest = [1, *(step + 1 for step in data.steps[:-1])]
    shades = [(low, high) for low, high in zip(lowest, data.steps, strict=True) if low <= most]
    spans = [f"{low:,}" if low == high else f"{low:,} to {high:,}" for low, high in shades]
    return (
        "Contacts that were held, by the first day as written; one of three or more parties counts for each pair. "
        f"The stronger the shade, the more: {and_list(spans)}. 0: none on record, in time that was at least partly looked at. "
        f"Hatched, with {UNSEEN_SIGN}: none of that time is known to have been looked at closely: contacts may be missing."
    )


def _table(survey: Survey, data: HeatmapData) -> Table:
    rows: list[Row] = [
        (
            pair_cell(survey, row.record),
            *(_cell(data, count, unseen) for count, unseen in zip(row.counts, row.unseen, strict=True)),
            f"{sum(row.counts):,}",
        )
        for row in data.rows[:MOST_PAIRS]
    ]
    columns = ("Pair", *(column.label for column in data.columns), "All")
    return Table(f"Held contacts by pair, per {data.per}", columns, tuple(rows), _note(data))


def _cell(data: HeatmapData, count: int, unseen: bool) -> Cell:
    shade = next(place for place, step in enumerate((0, *data.steps)) if count <= step)
    number = "" if unseen and not count else f"{count:,}"
    return Cell(f"{number}{UNSEEN_SIGN if unseen else ''}", shade=shade, unseen=unseen)


def _note(data: HeatmapData) -> str:
    rest = data.rows[MOST_PAIRS:]
    if not rest:
        return ""
    held = sum(sum(row.counts) for row in rest)
    return f"The {MOST_PAIRS} pairs with most held contacts; {counted(len(rest), 'other pair')} held {held:,} between them."
