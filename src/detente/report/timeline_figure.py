"""How is the timeline drawn: lanes on a true time axis, contacts by shape, gaps as bars, officeholders underneath."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from detente.domain.days import Day
from detente.domain.words import day_in_words
from detente.report.chart import Figure
from detente.report.drawing import (
    CLEAR,
    GAP,
    INK,
    LEGEND,
    MUTED,
    OPEN,
    SEEN_PATTERNS,
    axis,
    hatching,
    hover,
    layout,
    moment,
    plain,
    span,
)
from detente.report.figure import bar_trace, figure
from detente.report.naming import capital
from detente.report.timeline import GapLabel, SilentStretch, TimelineData
from detente.report.timeline_due import due_traces
from detente.report.timeline_marks import BELOW_LANE, arrows, drawn_marks, marks, spans, ticks

_LANE_PIXELS, _ERA_PIXELS, _FRAME_PIXELS = 66, 34, 132
_LABEL = 0.16
_ERA_TOP = 0.45
_NARROW_AXIS = 520
"""Pixels that the time axis has on the narrowest sheet; labels are chosen to fit it."""
_LETTER = 6.4


def timeline_height(data: TimelineData) -> int:
    """Pixels for every lane and row of officeholders."""
    return _FRAME_PIXELS + _LANE_PIXELS * max(1, len(data.lanes)) + _ERA_PIXELS * len(data.era_rows)


def timeline_figure(data: TimelineData) -> Figure:
    """The timeline; one unit of the vertical axis is a lane, officeholders take the lower ones."""
    drawn = drawn_marks(data)
    traces = [
        *_silences(data),
        *_gap_labels(data.labels),
        *ticks(data),
        *spans(drawn),
        *due_traces(data.due, BELOW_LANE),
        *marks(drawn),
        *arrows(data),
        *_eras(data),
    ]
    bottom = _era_y(data, len(data.era_rows) - 1) - 0.35 if data.era_rows else 0.5 - len(data.lanes)
    margin = (data.last - data.first) * 0.015
    return figure(
        traces,
        layout(
            timeline_height(data),
            barmode="overlay",
            margin={"l": 8, "r": 12, "t": 74, "b": 34},
            shapes=_lines(data, bottom),
            annotations=_notes(data),
            legend={**LEGEND, "y": 1 + 20 / (timeline_height(data) - 108)},  # above the notes
            xaxis=axis(
                type="date",
                range=[moment(int(data.first - margin)), moment(int(data.last + margin))],
                showgrid=True,
                ticks="outside",
                hoverformat="%-d %B %Y",
            ),
            yaxis=axis(
                range=[bottom, 0.62],
                showgrid=False,
                showline=False,
                ticks="",
                tickmode="array",
                tickvals=_rows(data),
                ticktext=[_two_lines(label) for label in data.lanes] + [plain(label) for label in data.era_rows],
                tickfont={"size": 12, "color": INK},
            ),
        ),
    )


def _rows(data: TimelineData) -> list[float]:
    """Where the lanes and then the rows of officeholders lie."""
    return [-place for place in range(len(data.lanes))] + [_era_y(data, row) for row in range(len(data.era_rows))]


def _two_lines(label: str) -> str:
    people, _, kind = label.partition(": ")
    return f"<b>{plain(capital(people))}</b>" + (f"<br>{plain(kind)}" if kind else "")


def _era_y(data: TimelineData, row: int) -> float:
    step = _ERA_PIXELS / _LANE_PIXELS
    return -len(data.lanes) + 0.5 - _ERA_TOP - step * (row + 0.3)


def _silences(data: TimelineData) -> list[Any]:
    """One trace for each kind of stretch: looked at or not, in a completed or the open gap."""
    traces: list[Any] = []
    for is_open, colour in ((False, GAP), (True, OPEN)):
        for seen, shape in SEEN_PATTERNS.items():
            parts = [part for part in data.silent if part.seen == seen and part.open is is_open]
            if parts:
                first_open = is_open and not any(trace["name"] == "open gap" for trace in traces)
                name = "open gap" if is_open else f"gap, {seen}"
                traces.append(_silence_trace(parts, name, hatching(shape, colour), colour, not is_open or first_open))
    return traces


def _silence_trace(parts: Sequence[SilentStretch], name: str, filled: dict[str, Any], colour: str, in_legend: bool) -> Any:
    return bar_trace(
        name=name,
        orientation="h",
        base=[moment(part.start) for part in parts],
        x=[span(part.start, part.stop) for part in parts],
        y=[-part.lane - BELOW_LANE for part in parts],
        width=0.18,
        marker={"color": CLEAR if filled["shape"] else colour, "line": {"color": colour, "width": 1}, "pattern": filled},
        words=[hover(*part.words) for part in parts],
        showlegend=in_legend,
    )


def _gap_labels(labels: Sequence[GapLabel]) -> list[Any]:
    """Clear bars that carry a gap's length; the page hides a text that has no room."""
    traces = []
    for is_open in (False, True):
        shown = [label for label in labels if label.open is is_open]
        if shown:
            traces.append(
                bar_trace(
                    orientation="h",
                    base=[moment(label.start) for label in shown],
                    x=[span(label.start, label.stop) for label in shown],
                    y=[_LABEL - label.lane for label in shown],
                    width=0.56,
                    marker={"color": CLEAR, "line": {"width": 0}},
                    text=[_fitting_lines(label.lines, label.share) for label in shown],
                    textposition="inside",
                    insidetextanchor="middle",
                    textangle=0,
                    constraintext="none",
                    textfont={"size": 11, "color": OPEN if is_open else INK},
                    showlegend=False,
                )
            )
    return traces


def _fitting_lines(lines: Sequence[str], share: float) -> str:
    """All lines if they have room, else the first, else that without "so far", else nothing."""
    whole = max(map(len, lines)) * _LETTER <= share * _NARROW_AXIS
    return "<br>".join(map(plain, lines)) if whole else _fitting((lines[0], lines[0].removesuffix(" so far")), share)


def _fitting(words: Sequence[str], share: float) -> str:
    """The first of ``words`` that has room on the narrowest axis, else nothing."""
    room = share * _NARROW_AXIS
    return next((plain(text) for text in words if len(text) * _LETTER <= room), "")


def _eras(data: TimelineData) -> list[Any]:
    if not data.eras:
        return []
    return [
        bar_trace(
            orientation="h",
            base=[moment(era.first) for era in data.eras],
            x=[span(era.first, era.last) for era in data.eras],
            y=[_era_y(data, era.row) for era in data.eras],
            width=0.42,
            marker={"color": "var(--era)", "line": {"color": MUTED, "width": 1}},
            text=[_fitting((era.person, era.surname), era.share) for era in data.eras],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"size": 12, "color": INK},
            words=[hover(*era.words) for era in data.eras],
            showlegend=False,
        )
    ]


def _lines(data: TimelineData, bottom: float) -> list[dict[str, Any]]:
    """Hairlines between lanes, the as-of day where the axis reaches it, and the first day of a period that begins within."""
    hairlines = [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": 0.5 - place,
            "y1": 0.5 - place,
            "line": {"color": "var(--grid)", "width": 1},
            "layer": "below",
        }
        for place in range(len(data.lanes) + bool(data.era_rows))
    ]
    days = [*([] if data.since is None else [data.since]), *([] if data.cut else [data.as_of])]
    dotted = {"type": "line", "y0": bottom, "y1": 0.62, "line": {"color": MUTED, "width": 1, "dash": "dot"}}
    return [*hairlines, *({**dotted, "x0": moment(day), "x1": moment(day)} for day in days)]


def _notes(data: TimelineData) -> list[dict[str, Any]]:
    """Where the axis ends: ``as of 31 December 2025``, ``to 31 December 2019``; and where a period begins within it."""
    notes = [_note(data.last, f"{'to' if data.cut else 'as of'} {day_in_words(date.fromordinal(data.last))}", "right")]
    if data.since is not None:
        room = (data.last - data.since) / (data.last - data.first)
        notes.append(_note(data.since, f"from {day_in_words(date.fromordinal(data.since))}", "left" if room > 0.5 else "right"))
    return notes


def _note(day: Day, text: str, side: str) -> dict[str, Any]:
    """Words above the lanes; ``side``: which end of them stands at ``day``."""
    place = {"x": moment(day), "y": 0.62, "xanchor": side, "yanchor": "bottom"}
    return {**place, "text": text, "showarrow": False, "font": {"size": 11, "color": MUTED}}
