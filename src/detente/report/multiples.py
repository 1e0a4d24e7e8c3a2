"""How do the timelines of all pairs compare: one row each on one time axis, and what each comes to in figures."""

from collections.abc import Sequence
from datetime import date

from detente.analysis.pair_record import PairRecord
from detente.analysis.survey import MOST_DRAWN, Survey
from detente.domain.days import Day, clamp
from detente.domain.vocabulary import Status
from detente.domain.words import date_in_words, day_in_words, days_in_words
from detente.report.chart import MOST_ROWS, Cell, Chart, Figure, Row, Table, View
from detente.report.drawing import (
    GAP,
    HELD,
    INK,
    LEGEND,
    MUTED,
    NOT_HELD,
    OBSERVED_WORD,
    OPEN,
    STATUS_SYMBOLS,
    UNKNOWN_WORD,
    UNOBSERVED_WORD,
    axis,
    hatching,
    hover,
    layout,
    moment,
    plain,
    span,
)
from detente.report.figure import Trace, bar_trace, figure, scatter_trace
from detente.report.multiples_rows import MultiplesData, RowMark, SeenLine, multiples_data
from detente.report.overview_naming import pair_cell

_ROW_PIXELS, _FRAME_PIXELS = 24, 118
_LETTER = 6.6
_THIN, _THICK = 1.5, 4
_UNDERLINE = 0.4
_DASHES = {OBSERVED_WORD: "solid", UNOBSERVED_WORD: "dash", UNKNOWN_WORD: "dot"}
_ABOUT = (
    "One row for each pair, on one time axis. A stroke is a held contact, a hollow shape one that did not take place; an "
    "imprecise date stands at its first day. The hatched bar is the silence now, its length beside it. The line under a row is "
    "unbroken where the time was looked at, dashed where hardly, dotted where that is not known."
)


def multiples_height(data: MultiplesData) -> int:
    """Pixels for every row."""
    return _FRAME_PIXELS + _ROW_PIXELS * max(3, len(data.labels))


def multiples_figure(data: MultiplesData) -> Figure:
    """The rows; one unit of the vertical axis is a row."""
    rows = len(data.labels)
    first, last = _ends(data)
    height = multiples_height(data)
    longest = max((len(bar.length) for bar in data.open), default=0)
    return figure(
        [*_bars(data), *_arrows(data), *_lines(data.looked), *_mark_traces(data.marks)],
        layout(
            height,
            barmode="overlay",
            showlegend=True,
            margin={"l": 8, "r": int(12 + _LETTER * longest), "t": 74, "b": 34},
            shapes=[] if data.cut else [_as_of_line(data, rows)],
            annotations=[_end_note(data)],
            legend={**LEGEND, "y": 1 + 20 / (height - 108)},  # above the note on the last day
            xaxis=axis(
                type="date",
                range=[moment(first), moment(last)],
                showgrid=True,
                ticks="outside",
            ),
            yaxis=axis(
                range=[0.45 - max(3, rows), 0.6],
                showgrid=False,
                showline=False,
                ticks="",
                tickmode="array",
                tickvals=[-place for place in range(rows)],
                ticktext=[plain(label) for label in data.labels],
                tickfont={"size": 11, "color": INK},
            ),
        ),
        rows=True,
    )


def _ends(data: MultiplesData) -> tuple[Day, Day]:
    """The days on which the axis begins and ends: a little more than is drawn."""
    margin = (data.last - data.first) * 0.015
    return clamp(int(data.first - margin)), clamp(int(data.last + margin))


def _bars(data: MultiplesData) -> list[Trace]:
    """The open silences, their length at the end of the row."""
    if not data.open:
        return []
    y = [-bar.row for bar in data.open]
    bars = bar_trace(
        name="open gap",
        orientation="h",
        base=[moment(bar.start) for bar in data.open],
        x=[span(bar.start, data.last) for bar in data.open],
        y=y,
        width=0.4,
        marker={"color": OPEN, "line": {"color": OPEN, "width": 1}, "pattern": hatching("/", OPEN)},
        words=[hover(*bar.words) for bar in data.open],
    )
    lengths = scatter_trace(
        mode="text",
        x=[moment(_ends(data)[1])] * len(data.open),
        y=y,
        text=[f" {bar.length}" for bar in data.open],
        textposition="middle right",
        textfont={"size": 11, "color": OPEN},
        showlegend=False,
        cliponaxis=False,
    )
    return [bars, lengths]


def _arrows(data: MultiplesData) -> list[Trace]:
    """Arrow heads where an open silence began before the axis or goes on after it."""
    begun = [bar for bar in data.open if bar.before]
    sides = ((begun, data.first, "triangle-left"), (data.open if data.cut else (), data.last, "triangle-right"))
    return [
        scatter_trace(
            mode="markers",
            x=[moment(end)] * len(bars),
            y=[-bar.row for bar in bars],
            marker={"symbol": symbol, "size": 10, "color": OPEN},
            showlegend=False,
            cliponaxis=False,
        )
        for bars, end, symbol in sides
        if bars
    ]


def _lines(looked: Sequence[SeenLine]) -> list[Trace]:
    """A thin line under each row, whose dashes tell how that time was looked at."""
    return [
        scatter_trace(
            name=seen,
            mode="lines",
            x=[end for part in parts for end in (moment(part.start), moment(part.stop - 1), None)],
            y=[end for part in parts for end in (-part.row - _UNDERLINE, -part.row - _UNDERLINE, None)],
            line={"color": GAP, "width": 1.5, "dash": dash},
        )
        for seen, dash in _DASHES.items()
        if (parts := [part for part in looked if part.seen == seen])
    ]


def _mark_traces(marks: Sequence[RowMark]) -> list[Trace]:
    """One trace for each status on record, told apart by shape: a stroke is a held contact, and covered by nothing."""
    return [
        scatter_trace(
            name=status.value,
            mode="markers",
            x=[moment(mark.day) for mark in drawn],
            y=[-mark.row for mark in drawn],
            marker=_strokes(drawn) if status is Status.HELD else _hollow(status),
            words=[hover(mark.words) for mark in drawn],
            cliponaxis=False,
        )
        for status in sorted(Status, key=lambda status: status is Status.HELD)
        if (drawn := [mark for mark in marks if mark.status is status])
    ]


def _strokes(drawn: Sequence[RowMark]) -> dict[str, object]:
    """Strokes, thick where one stands for several contacts."""
    widths = [_THICK if mark.count > 1 else _THIN for mark in drawn] if any(mark.count > 1 for mark in drawn) else _THIN
    return {"symbol": "line-ns-open", "size": 14, "color": HELD, "line": {"color": HELD, "width": widths}}


def _hollow(status: Status) -> dict[str, object]:
    return {"symbol": STATUS_SYMBOLS[status], "size": 8, "color": NOT_HELD, "line": {"color": NOT_HELD, "width": 1.5}}


def _as_of_line(data: MultiplesData, rows: int) -> dict[str, object]:
    end = moment(data.as_of)
    line = {"color": MUTED, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": end, "x1": end, "y0": 0.45 - max(3, rows), "y1": 0.6, "line": line}


def _end_note(data: MultiplesData) -> dict[str, object]:
    """``as of 31 December 2025``; of a period that ended before, ``to 31 December 2019``."""
    text = f"{'to' if data.cut else 'as of'} {day_in_words(date.fromordinal(data.last))}"
    place = {"x": moment(data.last), "y": 0.6, "xanchor": "right", "yanchor": "bottom"}
    return {**place, "text": text, "showarrow": False, "font": {"size": 11, "color": MUTED}}


def multiples_chart(survey: Survey) -> Chart:
    """All timelines, and a row of figures for each pair."""
    data = multiples_data(survey)
    about = f"{_ABOUT} {_together(data)}" if data.together else _ABOUT
    about += " An arrow head: the silence began before this axis, or goes on after it." if _arrows(data) else ""
    view = View("all", "All", data.sentence, multiples_figure(data), (_table(survey),), multiples_height(data))
    return Chart("multiples", "All timelines", about, "", (view,), wide=True)


def _together(data: MultiplesData) -> str:
    """What is drawn of contacts too many to be drawn one by one."""
    told = f"{len(data.marks):,} marks stand for {sum(mark.count for mark in data.marks):,} contacts"
    longer = "the more contacts a pair had, the longer the time that is put together"
    return f"A thick stroke is several contacts of a month, a quarter or a year, and a shape may be: {told}; {longer}."


def _table(survey: Survey) -> Table:
    columns = (
        "Pair",
        "First held",
        "Last held",
        "Held",
        "Did not take place",
        "Median completed gap",
        "Longest completed gap",
        "Open silence",
    )
    rows = tuple(_row(survey, record) for record in survey.dyads[:MOST_ROWS])
    return Table("Pairs in figures", columns, rows, _note(len(survey.dyads)))


def _row(survey: Survey, record: PairRecord) -> Row:
    ended, running = record.completed, record.now
    return (
        pair_cell(survey, record),
        *((Cell(date_in_words(one.date), one.contact_id) for one in record.ends) if record.ends else ("none", "none")),
        f"{record.held:,}",
        f"{record.missed:,}",
        "none" if ended is None else _days(*ended.median),
        "none" if ended is None else days_in_words(ended.longest.days_min, ended.longest.days_max),
        "none" if running is None else days_in_words(running.gap.days_min, running.gap.days_max),
    )


def _days(shortest: float, longest: float) -> str:
    """``528 days``, ``35 to 36.5 days``."""
    ends = [f"{days:,.1f}".removesuffix(".0") for days in dict.fromkeys((shortest, longest))]
    return f"{' to '.join(ends)} day{'' if ends == ['1'] else 's'}"


def _note(pairs: int) -> str:
    """What of the pairs the chart and the table leave out."""
    if pairs <= MOST_DRAWN:
        return ""
    rows = f", this table the first {MOST_ROWS:,} of {pairs:,}" if pairs > MOST_ROWS else ""
    return f"The chart shows the {MOST_DRAWN} pairs with most held contacts{rows}."
