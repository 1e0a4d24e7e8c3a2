"""How are contacts marked on the timeline: shapes for what became of them, spans for days not known or visits of days."""

from collections.abc import Sequence
from typing import Any

from detente.domain.days import Day
from detente.domain.vocabulary import Status
from detente.report.drawing import GAP, HELD, INK, NOT_HELD, OPEN, PAPER, STATUS_SYMBOLS, hover, moment
from detente.report.figure import scatter_trace
from detente.report.timeline import Mark, SilentStretch, TimelineData

BELOW_LANE = 0.22
"""How far below the middle of its lane a mark or bar lies, in lanes."""


def drawn_marks(data: TimelineData) -> list[Mark]:
    """All marks; where one stands for several contacts those of held ones alone, or the lanes would be solid bands."""
    return [mark for mark in data.marks if data.together is None or mark.status is Status.HELD]


def ticks(data: TimelineData) -> list[Any]:
    """A stroke for each day with a held contact, in the lane that holds all together."""
    if not data.ticks:
        return []
    return [
        scatter_trace(
            mode="markers",
            x=[moment(day) for day in data.ticks],
            y=[-BELOW_LANE] * len(data.ticks),
            marker={"symbol": "line-ns-open", "size": 16, "color": HELD, "line": {"color": HELD, "width": 2}},
            showlegend=False,
        )
    ]


def spans(drawn: Sequence[Mark]) -> list[Any]:
    """Lines over the days that an imprecise date may mean, and thicker ones over a contact that lasted days."""
    traces = []
    for lasted, name, width in ((False, "date not exact", 3), (True, "lasted", 7)):
        wide = [mark for mark in drawn if mark.last > mark.first and mark.lasted is lasted]
        if wide:
            traces.append(
                scatter_trace(
                    name=name,
                    mode="lines+markers" if not lasted else "lines",
                    x=[end for mark in wide for end in (moment(mark.first), moment(mark.last), None)],
                    y=[end for mark in wide for end in (-mark.lane - BELOW_LANE, -mark.lane - BELOW_LANE, None)],
                    line={"color": INK, "width": width},
                    marker={"symbol": "line-ns", "size": 10, "color": INK, "line": {"color": INK, "width": 2}},
                )
            )
    return traces


def marks(drawn: Sequence[Mark]) -> list[Any]:
    """One trace for each status on record, told apart by shape."""
    return [_mark_trace(status, found) for status in Status if (found := [mark for mark in drawn if mark.status is status])]


def _mark_trace(status: Status, drawn: Sequence[Mark]) -> Any:
    held = status is Status.HELD
    return scatter_trace(
        name=status.value,
        mode="markers",
        x=[moment(mark.day) for mark in drawn],
        y=[-mark.lane - BELOW_LANE for mark in drawn],
        marker={
            "symbol": STATUS_SYMBOLS[status],
            "size": 11 if held else 12,
            "color": HELD if held else NOT_HELD,
            "line": {"color": PAPER if held else NOT_HELD, "width": 1.5 if held else 2.5},
        },
        words=[hover(*mark.words) for mark in drawn],
        ids=[mark.contact_id for mark in drawn],
        cliponaxis=False,
    )


def arrows(data: TimelineData) -> list[Any]:
    """An arrow head where an open gap meets the end of the axis, and where a gap began before it."""
    return [
        *_heads(data.last, "triangle-right", OPEN, [part for part in data.silent if part.open]),
        *_heads(data.first, "triangle-left", GAP, [part for part in data.silent if part.before and not part.open]),
        *_heads(data.first, "triangle-left", OPEN, [part for part in data.silent if part.before and part.open]),
    ]


def _heads(day: Day, symbol: str, colour: str, parts: Sequence[SilentStretch]) -> list[Any]:
    """One for each lane of the ``parts``."""
    lanes = sorted({part.lane for part in parts})
    if not lanes:
        return []
    return [
        scatter_trace(
            mode="markers",
            x=[moment(day)] * len(lanes),
            y=[-lane - BELOW_LANE for lane in lanes],
            marker={"symbol": symbol, "size": 13, "color": colour},
            showlegend=False,
            cliponaxis=False,
        )
    ]
