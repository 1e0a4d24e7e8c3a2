"""How are both sides' accounts drawn: a mark for each topic at each contact, its shape says whose account has it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from detente.analysis.dossier import Dossier
from detente.domain.words import and_list
from detente.report.chart import Cell, Chart, Figure, Row, Table, View
from detente.report.drawing import (
    FIRST_SIDE,
    HELD,
    INK,
    MUTED,
    NOT_HELD,
    PAPER,
    RULE,
    SECOND_SIDE,
    axis,
    hover,
    layout,
    plain,
    year_of,
)
from detente.report.figure import figure, scatter_trace
from detente.report.naming import party_name
from detente.report.one_sided import one_sided_chart
from detente.report.readout_matrix import ReadoutsData, Told, ToldTopic, readouts_data

_MOST_LISTED = 600
"""Longer tables are put together by year."""

_MANY_COLUMNS = 40
"""With more contacts than this marks and dates are smaller."""

_ROW_PIXELS, _FRAME_PIXELS = 23, 150
_ABOUT = (
    "Topic by contact, oldest on the left. A whole diamond: both sides report the topic; half of one: that side alone. A "
    "stroke across: denied. A side may report that the other spoke of a thing and deny that it did so itself. A ring: told by "
    "third parties only, such as the press."
)


def readouts_height(data: ReadoutsData) -> int:
    """Pixels for every topic."""
    return _FRAME_PIXELS + _ROW_PIXELS * max(3, len(data.rows))


def readouts_figure(data: ReadoutsData) -> Figure:
    """One column for each contact with an account on record, one row for each topic."""
    places = {contact_id: place for place, (contact_id, _) in enumerate(data.columns)}
    heights = {topic: -place for place, topic in enumerate(data.rows)}
    drawn = [one for one in data.topics if one.contact_id in places and one.topic in heights]
    spots = [(places[one.contact_id], heights[one.topic], one) for one in drawn]
    labels = {one.topic: one.label for one in drawn}
    return figure(
        [*_accounts(data, spots), *_denials(data, spots)],
        layout(
            readouts_height(data),
            showlegend=True,
            margin={"l": 8, "r": 8, "t": 54, "b": 80},
            shapes=_year_lines(data),
            xaxis=axis(
                range=[-0.7, len(data.columns) - 0.3],
                tickmode="array",
                tickvals=list(range(len(data.columns))),
                ticktext=[plain(date) for _, date in data.columns],
                tickangle=-90,
                tickfont={"size": 10 if len(data.columns) <= _MANY_COLUMNS else 8, "color": MUTED},
                showgrid=True,
            ),
            yaxis=axis(
                range=[0.7 - max(1, len(data.rows)), 0.7],
                tickmode="array",
                tickvals=list(heights.values()),
                ticktext=[plain(labels[topic]) for topic in heights],
                tickfont={"size": 11, "color": INK},
                showgrid=True,
                ticks="",
            ),
        ),
    )


Spot = tuple[int, int, ToldTopic]


def _accounts(data: ReadoutsData, spots: Sequence[Spot]) -> list[Any]:
    looks = {
        Told.BOTH: ("both sides", "diamond", HELD),
        Told.FIRST: (f"{data.sides[0][1]} only", "triangle-left", FIRST_SIDE),
        Told.SECOND: (f"{data.sides[1][1]} only", "triangle-right", SECOND_SIDE),
        Told.OTHERS: ("another party only", "square-open", MUTED),
        Told.THIRD: ("third parties only", "circle-open", MUTED),
    }
    traces, size = [], 12 if len(data.columns) <= _MANY_COLUMNS else 9
    for told, (name, symbol, colour) in looks.items():
        found = [spot for spot in spots if spot[2].told is told]
        if found:
            marker = {
                "symbol": symbol,
                "size": size + 2 if told is Told.BOTH else size,
                "color": colour,
                "line": {"color": colour, "width": 1.5},
            }
            traces.append(_trace(name, found, marker))
    return traces


def _denials(data: ReadoutsData, spots: Sequence[Spot]) -> list[Any]:
    """A stroke for each side that denies a topic, leaning its own way: where both do, they cross."""
    traces = []
    for (code, name), symbol in zip(data.sides, ("line-ne", "line-nw"), strict=True):
        found = [spot for spot in spots if code in spot[2].denied_by]
        if not found:
            continue
        for width, colour in ((3.5, PAPER), (2.0, NOT_HELD)):
            marker = {"symbol": symbol, "size": 19, "color": colour, "line": {"color": colour, "width": width}}
            traces.append(_trace(f"denied by {name}", found, marker, in_legend=colour == NOT_HELD))
    return traces


def _trace(name: str, found: Sequence[Spot], marker: dict[str, Any], *, in_legend: bool = True) -> Any:
    return scatter_trace(
        name=plain(name),
        mode="markers",
        x=[x for x, _, _ in found],
        y=[y for _, y, _ in found],
        marker=marker,
        words=[hover(one.what, f"{one.label}: {one.words}") for _, _, one in found] if in_legend else None,
        ids=[one.contact_id for _, _, one in found],
        hoverinfo="text" if in_legend else "skip",
        showlegend=in_legend,
        cliponaxis=False,
    )


def _year_lines(data: ReadoutsData) -> list[dict[str, Any]]:
    """A line wherever a new year begins."""
    days = {one.contact_id: one.day for one in data.topics}
    years = [year_of(days[contact_id]) for contact_id, _ in data.columns]
    starts = [place for place in range(1, len(years)) if years[place] != years[place - 1]]
    line = {"color": RULE, "width": 2}
    return [
        {
            "type": "line",
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "x0": place - 0.5,
            "x1": place - 0.5,
            "line": line,
            "layer": "below",
        }
        for place in starts
    ]


def readouts_chart(dossier: Dossier) -> Chart:
    """The accounts side by side, and below them how much of what a side reports it reports alone."""
    data = readouts_data(dossier)
    table = readouts_table(data, dossier)
    view = View("all", "All", data.sentence, readouts_figure(data), (table,), readouts_height(data))
    return Chart("readouts", "Readouts", _ABOUT, "", (view,), wide=True, below=one_sided_chart(dossier))


def readouts_table(data: ReadoutsData, dossier: Dossier) -> Table:
    """Every topic of every contact; beyond 600 how many there are of each kind in a year."""
    if len(data.topics) > _MOST_LISTED:
        return _by_year(data)
    rows: list[Row] = [
        (
            Cell(one.date, one.contact_id),
            one.label,
            one.words,
            _names(dossier, one.reported_by),
            _names(dossier, one.denied_by),
            _names(dossier, one.raised_by),
        )
        for one in data.topics
    ]
    columns = ("Contact", "Topic", "Told by", "Reported by", "Denied by", "Raised by")
    return Table("Topics by contact and side", columns, tuple(rows), _note(data))


def _names(dossier: Dossier, codes: Sequence[str]) -> str:
    return and_list([party_name(dossier, code) for code in codes]) or "–"


def _note(data: ReadoutsData) -> str:
    """What of the record the chart leaves out."""
    if len(data.columns) == data.all_contacts and len(data.rows) == data.all_topics:
        return ""
    return (
        f"The chart shows the latest {len(data.columns):,} of {data.all_contacts:,} contacts with an account and "
        f"{len(data.rows):,} of {data.all_topics:,} topics."
    )


def _by_year(data: ReadoutsData) -> Table:
    kinds = (Told.BOTH, Told.FIRST, Told.SECOND, Told.OTHERS, Told.THIRD)
    counts = Counter((year_of(one.day), one.told) for one in data.topics)
    denied = Counter(year_of(one.day) for one in data.topics if one.denied_by)
    rows: list[Row] = [
        (str(year), *(f"{counts[year, kind]:,}" for kind in kinds), f"{denied[year]:,}")
        for year in sorted({year for year, _ in counts})
    ]
    sides = [f"{name} only" for _, name in data.sides]
    columns = ("Year", "Both sides", *sides, "Another party only", "Third parties only", "Denied")
    note = f"{len(data.topics):,} topics are more than a page can hold one by one, so they are counted by year. {_note(data)}"
    return Table("Topics by year and side", columns, tuple(rows), note.strip())
