"""How is declared coverage drawn: a strip for each level and channel, completeness by pattern and word."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from detente.analysis.dossier import Dossier
from detente.domain.vocabulary import Completeness
from detente.domain.words import day_in_words
from detente.report.chart import MOST_MARKS, MOST_ROWS, Cell, Chart, Figure, Row, Table, View
from detente.report.coverage_strips import COMPLETENESS, UNDECLARED, CoverageData, Strip, StripPart, coverage_data
from detente.report.drawing import (
    CLEAR,
    GAP,
    HELD,
    INK,
    MUTED,
    axis,
    hatching,
    hover,
    layout,
    moment,
    plain,
    span,
)
from detente.report.figure import bar_trace, figure, scatter_trace
from detente.report.naming import capital

_ROW_PIXELS, _FRAME_PIXELS = 54, 110
_NARROW_AXIS, _LETTER = 520, 6.4
"""Pixels of the time axis on the narrowest sheet, and of a letter: a word is written where it has room."""

_LOOKS = {
    Completeness.COMPLETE.value: ("", HELD),
    Completeness.FAIR.value: ("-", HELD),
    Completeness.POOR.value: ("/", GAP),
    Completeness.UNKNOWN.value: (".", MUTED),
    UNDECLARED: ("", MUTED),
}
_ABOUT = (
    "What the record declares about itself. Where a level or channel is complete or fair, a silence was looked at; elsewhere "
    "a contact may be missing. Strokes are the held contacts that were found. A channel’s own declaration "
    "wins over that for any channel."
)


def coverage_height(data: CoverageData) -> int:
    """Pixels for every strip."""
    return _FRAME_PIXELS + _ROW_PIXELS * len(data.strips)


def coverage_figure(data: CoverageData) -> Figure:
    """Strips on a true time axis; one unit of the vertical axis is a strip."""
    traces = [trace for word in COMPLETENESS for trace in _parts(data, word)]
    return figure(
        [*traces, *_words(data), *_strokes(data.strips)],
        layout(
            coverage_height(data),
            barmode="overlay",
            showlegend=True,
            margin={"l": 8, "r": 12, "t": 44, "b": 34},
            xaxis=axis(
                type="date", range=[moment(data.first), moment(data.last + 1)], ticks="outside", hoverformat="%-d %B %Y"
            ),
            yaxis=axis(
                range=[0.45 - len(data.strips), 0.6],
                tickmode="array",
                tickvals=[-place for place in range(len(data.strips))],
                ticktext=[_label(strip) for strip in data.strips],
                tickfont={"size": 12, "color": INK},
                showgrid=False,
                showline=False,
                ticks="",
            ),
        ),
    )


def _label(strip: Strip) -> str:
    people, _, channel = strip.label.partition(": ")
    return f"<b>{plain(capital(people))}</b><br>{plain(channel)}"


def _placed(data: CoverageData, word: str | None = None) -> list[tuple[int, StripPart, Strip]]:
    return [
        (place, part, strip)
        for place, strip in enumerate(data.strips)
        for part in strip.parts
        if word is None or part.completeness == word
    ]


def _parts(data: CoverageData, word: str) -> list[Any]:
    found = _placed(data, word)
    if not found:
        return []
    shape, colour = _LOOKS[word]
    empty = bool(shape) or word == UNDECLARED
    return [
        bar_trace(
            name=word,
            orientation="h",
            base=[moment(part.first) for _, part, _ in found],
            x=[span(part.first, part.last + 1) for _, part, _ in found],
            y=[-place - 0.2 for place, _, _ in found],
            width=0.34,
            marker={
                "color": CLEAR if empty else colour,
                "line": {"color": colour, "width": 1},
                "pattern": hatching(shape, colour),
            },
            words=[hover(f"{capital(strip.label)}: {word}", _days(part)) for _, part, strip in found],
        )
    ]


def _days(part: StripPart) -> str:
    return f"{day_in_words(date.fromordinal(part.first))} to {day_in_words(date.fromordinal(part.last))}"


def _words(data: CoverageData) -> list[Any]:
    """The word above each part that has room for it."""
    room = _NARROW_AXIS / (data.last - data.first + 1)
    shown = [(place, part) for place, part, _ in _placed(data) if len(part.completeness) * _LETTER <= part.days * room]
    if not shown:
        return []
    return [
        scatter_trace(
            mode="text",
            x=[moment((part.first + part.last) // 2) for _, part in shown],
            y=[-place + 0.14 for place, _ in shown],
            text=[part.completeness for _, part in shown],
            textfont={"size": 11, "color": INK},
            showlegend=False,
        )
    ]


def _strokes(strips: Sequence[Strip]) -> list[Any]:
    """A stroke under the strip for each held contact, unless they are too many to be told apart."""
    days = [(place, day) for place, strip in enumerate(strips) for day in sorted(set(strip.held))]
    if not days or len(days) > MOST_MARKS:
        return []
    return [
        scatter_trace(
            name="held contact",
            mode="markers",
            x=[moment(day) for _, day in days],
            y=[-place - 0.44 for place, _ in days],
            marker={"symbol": "line-ns", "size": 6, "color": INK, "line": {"color": INK, "width": 1.5}},
        )
    ]


def coverage_chart(dossier: Dossier) -> Chart:
    """The strips, and every declaration with what it rests on."""
    data = coverage_data(dossier)
    view = View("all", "All", data.sentence, coverage_figure(data), (coverage_table(dossier, data),), coverage_height(data))
    return Chart("coverage", "Coverage", _ABOUT, "", (view,), wide=True)


def coverage_table(dossier: Dossier, data: CoverageData) -> Table:
    """The declarations as they stand in the record, then the days for which there is none."""
    rows: list[Row] = [
        (
            window.level,
            window.channel,
            f"{window.from_date.isoformat()} to {window.to_date.isoformat()}",
            Cell(window.completeness.value, tag="completeness"),
            window.basis,
        )
        for window in dossier.windows
    ]
    rows += [
        (
            strip.level,
            strip.channel,
            f"{date.fromordinal(part.first)} to {date.fromordinal(part.last)}",
            Cell(UNDECLARED, tag="completeness"),
            "Nothing is declared for these days.",
        )
        for _, part, strip in _placed(data, UNDECLARED)
    ]
    note = f"The first {MOST_ROWS:,} of {len(rows):,} rows." if len(rows) > MOST_ROWS else ""
    return Table("Declared coverage", ("Level", "Channel", "Days", "Completeness", "Why"), tuple(rows[:MOST_ROWS]), note)
