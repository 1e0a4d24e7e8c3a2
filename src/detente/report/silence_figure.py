"""How is the silence now shown among the gaps that ended: a survival curve, or below ten gaps a list to scale; and tables."""

from collections.abc import Sequence
from typing import Any

from detente.analysis.dossier import Dossier
from detente.analysis.silence import Step, Survival
from detente.domain.words import days_in_words, length_in_words
from detente.report.chart import Cell, Chart, Figure, Row, Table, View
from detente.report.drawing import GAP, INK, OPEN, PAPER, axis, hover, layout, length_ticks
from detente.report.figure import Trace, figure, scatter_trace
from detente.report.silence_curve import CURVE_PIXELS, curve_figure, now_lines
from detente.report.silence_in_words import unusual_chart
from detente.report.silence_now import SilenceData, SilenceRow, longest_length, silence_data

_MOST_TABLED = 100
"""Rows of a table; of more gaps the longest are told, of more steps every so many."""

_LEVEL_PIXELS, _FRAME_PIXELS = 24, 86
_NOW, _EDGE = -1.5, 0.6
"""Where the silence now lies, and how far the plot goes beyond its outer marks; the lowest row of gaps is at 0."""
_NARROW, _LETTER = 270, 7
"""Pixels that the axis has on a phone and a letter takes: labels are placed to fit it."""

_ABOUT = (
    "The silence now, set against the gaps of the same series that ended; time before the first record is left out. This "
    "describes what is on record and forecasts nothing."
)
_ABOUT_CURVE = (
    " The curve (Kaplan and Meier) is the share of silences that went on for longer than so many days; the one still going on "
    "counts for as long as it has lasted. Between the dashed lines lies the 95 % interval of that share. The lower figures "
    "count the silences that had lasted so long: where they are few, the curve says little."
)


def silence_chart(dossier: Dossier) -> Chart:
    """The chart of the silence now; raises ValueError when no silence is open."""
    data = silence_data(dossier)
    if data is None:
        raise ValueError(dossier.pair)
    about = _ABOUT if data.standing.curves is None else _ABOUT + _ABOUT_CURVE
    view = View("all", "All", data.sentence, silence_figure(data), tuple(silence_tables(data)), silence_height(data))
    return Chart("silence", "Silence", about, "", (view,), below=unusual_chart(dossier))


def silence_height(data: SilenceData) -> int:
    """Pixels for the curve, or for every row of the list."""
    if data.standing.curves is not None:
        return CURVE_PIXELS
    top = max((level for level, _ in _levels(data)), default=-1)
    return round(_FRAME_PIXELS + _LEVEL_PIXELS * (top - _NOW + 2 * _EDGE))


def silence_figure(data: SilenceData) -> Figure:
    """The survival curve from ten completed gaps on, else each gap as a mark on an axis of lengths."""
    curves = data.standing.curves
    return _list_figure(data) if curves is None else curve_figure(data, curves)


def _levels(data: SilenceData) -> list[tuple[int, SilenceRow]]:
    """Each gap, shortest first, on the lowest row where neither its mark nor its label covers another's on a phone."""
    day = longest_length(data) * 1.04 / _NARROW
    free: list[float] = []
    placed = []
    for row in sorted(data.rows, key=lambda row: (row.days_min, row.days_max)):
        label = (_LETTER * len(_label(row)) + 16) * day
        start, stop = row.days_min - 8 * day, row.days_max + 8 * day
        start, stop = (start - label, stop) if _left(row, data) else (start, stop + label)
        level = next((level for level, until in enumerate(free) if until <= start), len(free))
        free[level : level + 1] = [stop]
        placed.append((level, row))
    return placed


def _label(row: SilenceRow) -> str:
    return days_in_words(row.days_min, row.days_max)


def _left(row: SilenceRow, data: SilenceData) -> bool:
    """Whether the label stands before its mark, there being no room after it."""
    return row.days_max > 0.6 * longest_length(data)


def _list_figure(data: SilenceData) -> Figure:
    most = longest_length(data)
    placed = _levels(data)
    top = max((level for level, _ in placed), default=-1)
    now = data.now
    return figure(
        [*_gap_traces(placed), *_gap_labels(placed, data), *_open_traces(now)],
        layout(
            silence_height(data),
            showlegend=bool(placed),
            margin={"l": 8, "r": 12, "t": 40, "b": 44},
            shapes=[{**line, "line": {"color": OPEN, "width": 1, "dash": "dot"}, "layer": "below"} for line in now_lines(now)]
            if placed
            else [],
            annotations=[_open_label(now, most)],
            xaxis=axis(range=[0, most * 1.04], tickangle=0, ticks="outside", **length_ticks(most)),
            yaxis=axis(range=[_NOW - _EDGE, top + _EDGE], visible=False),
        ),
        rows=True,
    )


def _gap_traces(placed: Sequence[tuple[int, SilenceRow]]) -> list[Trace]:
    """Marks of the completed gaps at their lengths; a line over the lengths that imprecise dates allow."""
    exact = [(level, row) for level, row in placed if row.days_max == row.days_min]
    vague = [(level, row) for level, row in placed if row.days_max > row.days_min]
    dot = {"symbol": "circle", "size": 11, "color": GAP, "line": {"color": INK, "width": 1}}
    end = {"symbol": "line-ns", "size": 10, "color": INK, "line": {"color": INK, "width": 2}}
    span = scatter_trace(
        mode="lines+markers",
        x=[end for _, row in vague for end in (row.days_min, row.days_max, None)],
        y=[end for level, _ in vague for end in (level, level, None)],
        line={"color": INK, "width": 3},
        marker=end,
        showlegend=False,
        cliponaxis=False,
    )
    return [
        *([_gap_marks("completed gap", exact, dot)] if exact else []),
        *([span, _gap_marks("possible lengths, dates being imprecise", vague, end)] if vague else []),
    ]


def _gap_marks(name: str, placed: Sequence[tuple[int, SilenceRow]], marker: dict[str, Any]) -> Trace:
    return scatter_trace(
        name=name,
        mode="markers",
        x=[row.days_min for _, row in placed],
        y=[level for level, _ in placed],
        marker=marker,
        cliponaxis=False,
        words=[hover(row.words, f"Looked at: {row.seen}") for _, row in placed],
        ids=[row.following_id for _, row in placed],
    )


def _gap_labels(placed: Sequence[tuple[int, SilenceRow]], data: SilenceData) -> list[Trace]:
    if not placed:
        return []
    before = [_left(row, data) for _, row in placed]
    return [
        scatter_trace(
            mode="text",
            x=[row.days_min if left else row.days_max for left, (_, row) in zip(before, placed, strict=True)],
            y=[level for level, _ in placed],
            text=[f"{_label(row)}   " if left else f"   {_label(row)}" for left, (_, row) in zip(before, placed, strict=True)],
            textposition=["middle left" if left else "middle right" for left in before],
            textfont={"size": 12, "color": INK},
            showlegend=False,
            cliponaxis=False,
        )
    ]


def _open_traces(now: SilenceRow) -> list[Trace]:
    """The silence now as an arrow: it goes on; dotted over the days that imprecise dates leave open."""
    parts = [(0, now.days_min, "solid"), (now.days_min, now.days_max, "dot")]
    lines = [
        scatter_trace(
            mode="lines", x=[start, stop], y=[_NOW, _NOW], line={"color": OPEN, "width": 5, "dash": dash}, showlegend=False
        )
        for start, stop, dash in parts
        if stop > start
    ]
    head = scatter_trace(
        mode="markers",
        x=[now.days_max],
        y=[_NOW],
        marker={"symbol": "triangle-right", "size": 16, "color": OPEN},
        showlegend=False,
        cliponaxis=False,
        words=[hover(f"The silence now: {now.words}", f"Looked at: {now.seen}")],
        ids=[now.previous_id],
    )
    return [*lines, head]


def _open_label(now: SilenceRow, most: int) -> dict[str, Any]:
    after = now.days_max / most <= 0.45
    side = {"xanchor": "left", "xshift": 12} if after else {"xanchor": "right", "yshift": 16}
    words = {"text": f"<b>now: {_label(now)}</b>", "font": {"size": 12, "color": OPEN}, "bgcolor": PAPER}
    return {"x": now.days_max, "y": _NOW, "yanchor": "middle", "showarrow": False, **words, **side}


def silence_tables(data: SilenceData) -> list[Table]:
    """The gaps, and the steps of the curve where there is one."""
    return [silence_table(data), *_curve_tables(data)]


def silence_table(data: SilenceData) -> Table:
    """The silence now and the completed gaps, of many the longest."""
    rows = tuple(_gap_row(row) for row in (data.now, *data.rows[:_MOST_TABLED]))
    note = f"The {_MOST_TABLED} longest of {len(data.rows):,} completed gaps." if len(data.rows) > _MOST_TABLED else ""
    columns = ("Rank", "Length", "From", "To", "Looked at")
    return Table("The silence now, and the completed gaps from the longest to the shortest", columns, rows, note)


def _gap_row(row: SilenceRow) -> Row:
    end: Cell | str = Cell(row.end, row.following_id) if row.following_id else row.end
    rank = f"{row.rank:,}" if row.rank else "now"
    return (rank, length_in_words(row.days_min, row.days_max), Cell(row.start, row.previous_id), end, row.seen)


def _curve_tables(data: SilenceData) -> list[Table]:
    """One table, or where dates are imprecise one for the shortest and one for the longest lengths."""
    curves = data.standing.curves
    if curves is None:
        return []
    if curves[0] == curves[1]:
        return [_curve_table("The share still silent, step by step", curves[0])]
    ways = zip(("shortest", "longest"), curves, strict=True)
    return [_curve_table(f"The share still silent, step by step, lengths at their {way}", curve) for way, curve in ways]


def _curve_table(caption: str, curve: Survival) -> Table:
    """A row for each step; of a longer curve for every so many steps, and the last."""
    stride = -(-len(curve.steps) // _MOST_TABLED)
    groups = [curve.steps[place : place + stride] for place in range(0, len(curve.steps), stride)]
    rows = tuple(_step_row(group[-1], sum(step.ended for step in group)) for group in groups)
    note = f"{len(curve.steps):,} steps, {stride} to a row; a row counts what ended since the one before." if stride > 1 else ""
    return Table(caption, ("Days", "At risk", "Ended", "Share", "95 % from", "95 % to"), rows, note)


def _step_row(step: Step, ended: int) -> Row:
    shares = ("–" if share is None else f"{share:.1%}" for share in (step.share, step.low, step.high))
    return (f"{step.days:,}", f"{step.at_risk:,}", f"{ended:,}", *shares)
