"""How are attempts drawn: what was tried, and to scale the days until the two sides did deal with each other."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from detente.analysis.dossier import Dossier
from detente.domain.vocabulary import Status
from detente.report.attempts import AttemptsData, Tried, attempts_data
from detente.report.chart import Cell, Chart, Figure, Row, Table, View
from detente.report.drawing import (
    GAP,
    INK,
    NOT_HELD,
    OPEN,
    STATUS_SYMBOLS,
    axis,
    hatching,
    hover,
    layout,
    length_ticks,
    plain,
    year_of,
)
from detente.report.figure import bar_trace, figure, scatter_trace
from detente.report.naming import capital

MOST_DRAWN = 40
"""Longer charts show the latest attempts only."""

_MOST_LISTED = 300
"""Longer tables are put together by year."""

_ROW_PIXELS, _FRAME_PIXELS = 30, 96
_ABOUT = (
    "Contacts that were planned or asked for and did not take place, the latest on top. The shape says what came of it, "
    "the bar how long it was until the next held contact of the same level."
)


def attempts_height(data: AttemptsData) -> int:
    """Pixels for every attempt drawn."""
    return _FRAME_PIXELS + _ROW_PIXELS * max(3, min(MOST_DRAWN, len(data.tried)))


def attempts_figure(data: AttemptsData) -> Figure:
    """A mark at the attempt, a bar to the next held contact; hatched while there is none."""
    drawn = data.tried[-MOST_DRAWN:]
    rows = list(enumerate(drawn))
    most = max((one.days_max for one in drawn), default=30) or 30
    return figure(
        [*_bars(rows), *_marks(rows)],
        layout(
            attempts_height(data),
            barmode="overlay",
            bargap=0.55,
            showlegend=True,
            margin={"l": 8, "r": 60, "t": 44, "b": 44},
            xaxis=axis(range=[-most * 0.02, most * 1.25], **length_ticks(most, " until the next held contact")),
            yaxis=axis(
                range=[-0.6, max(3, len(drawn)) - 0.4],
                tickmode="array",
                tickvals=[place for place, _ in rows],
                ticktext=[f"{plain(one.date)}  {plain(one.who or one.what)}" for one in drawn],
                tickfont={"size": 11, "color": INK},
                showgrid=False,
                showline=False,
                ticks="",
                ticklabelstandoff=10,
            ),
        ),
        rows=True,
    )


def _bars(rows: Sequence[tuple[int, Tried]]) -> list[Any]:
    traces = []
    for is_open, name, colour, shape in ((False, "until a held contact", GAP, ""), (True, "none so far", OPEN, "/")):
        found = [(place, one) for place, one in rows if one.open is is_open]
        if found:
            traces.append(
                bar_trace(
                    name=name,
                    orientation="h",
                    y=[place for place, _ in found],
                    x=[one.days_max for _, one in found],
                    text=[f"\u2002<b>{one.status}</b>, {one.until}" for _, one in found],
                    textposition="outside",
                    textangle=0,
                    constraintext="none",
                    textfont={"size": 11, "color": INK},
                    cliponaxis=False,
                    marker={"color": colour, "line": {"color": colour, "width": 1}, "pattern": hatching(shape, colour)},
                    words=[hover(*_words(one)) for _, one in found],
                    ids=[one.contact_id for _, one in found],
                )
            )
    return traces


def _marks(rows: Sequence[tuple[int, Tried]]) -> list[Any]:
    """One trace for each status, told apart by shape as on the timeline."""
    return [
        scatter_trace(
            name=status.value,
            mode="markers",
            x=[0] * len(found),
            y=[place for place, _ in found],
            marker={
                "symbol": STATUS_SYMBOLS[status],
                "size": 13,
                "color": NOT_HELD,
                "line": {"color": NOT_HELD, "width": 2.5},
            },
            words=[hover(*_words(one)) for _, one in found],
            ids=[one.contact_id for _, one in found],
            cliponaxis=False,
        )
        for status in Status
        if (found := [(place, one) for place, one in rows if one.status is status])
    ]


def _words(one: Tried) -> list[str]:
    after = f"{one.until}; no held contact of the level since" if one.open else f"{one.until} until {one.following_date}"
    return [f"{one.when}: {one.what}, {one.status}" + (f" ({one.who})" if one.who else ""), one.summary, after]


def attempts_chart(dossier: Dossier) -> Chart:
    """The attempts with their table, which lies open: what came of each is told there."""
    data = attempts_data(dossier)
    view = View("all", "All", data.sentence, attempts_figure(data), (attempts_table(data),), attempts_height(data))
    return Chart("attempts", "Attempts", _ABOUT, "", (view,), wide=True, spread=True)


def attempts_table(data: AttemptsData) -> Table:
    """Every attempt; beyond 300 how many there were of each status in a year."""
    if len(data.tried) > _MOST_LISTED:
        return _by_year(data)
    columns = ("When", "Who asked whom", "For what", "What came of it", "Wait", "Next held contact", "Summary")
    return Table("Attempts", columns, tuple(_row(one) for one in reversed(data.tried)), _note(data))


def _note(data: AttemptsData) -> str:
    return f"The chart shows the latest {MOST_DRAWN}." if len(data.tried) > MOST_DRAWN else ""


def _row(one: Tried) -> Row:
    return (
        Cell(one.date, one.contact_id),
        one.who or "not recorded",
        one.what,
        Cell(one.status.value, tag="missed"),
        one.until,
        Cell(one.following_date, one.following) if one.following else "none so far",
        one.summary,
    )


def _by_year(data: AttemptsData) -> Table:
    counts = Counter((year_of(one.day), one.status) for one in data.tried)
    statuses = [status for status in Status if any(one.status is status for one in data.tried)]
    years = sorted({year for year, _ in counts})
    rows: list[Row] = [(str(year), *(f"{counts[year, status]:,}" for status in statuses)) for year in years]
    note = f"{len(data.tried):,} attempts are more than a page can hold one by one, so they are counted by year. {_note(data)}"
    return Table("Attempts by year", ("Year", *(capital(status) for status in statuses)), tuple(rows), note)
