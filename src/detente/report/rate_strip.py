"""When did the frequency change: segments of constant rate under the frequency chart, and where each change may lie."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from detente.analysis.dossier import Dossier
from detente.analysis.exposure import exposure
from detente.analysis.rate_words import change_in_words, rate_in_words, rates_in_words
from detente.analysis.rates import Change, Rates, Segment, contact_rates
from detente.domain.days import Day
from detente.domain.words import day_in_words
from detente.report.chart import Chart, Figure, Row, Table, View
from detente.report.drawing import HELD, INK, MUTED, OPEN, PAPER, axis, hatching, hover, layout, moment, span, title, year_of
from detente.report.figure import Trace, bar_trace, figure, scatter_trace
from detente.report.naming import counted

_HEIGHT = 300
_NARROW, _LETTER = 270, 8
"""Pixels that the axis has on a phone, and of a letter: a rate stands above its segment where it has room."""
_CHANGES, _FLOOR, _CEILING, _FOOT = -0.13, -0.26, 1.22, 0.07
"""Where the changes lie, where the plot ends and how high the hatching is, in parts of the highest end of an interval."""
_MOST_TICKS = 7

_ABOUT = (
    "Contacts a year, taken as constant from one change to the next. A change is one that the days of the contacts speak for "
    "more strongly than chance easily does; it is described, not explained. Upright lines are 95 % intervals of a rate, level "
    "lines the days between which a change may lie. Of the hatched days, which were not looked at, a rate says nothing."
)


@dataclass(frozen=True, slots=True)
class RateData:
    """The rates of the selection, the stretches of days that do not count (inclusive ends), and a sentence."""

    rates: Rates
    unseen: tuple[tuple[Day, Day], ...]
    sentence: str


def rate_data(dossier: Dossier) -> RateData:
    """The rates of the held contacts selected; the period narrows the time looked at, never the record before it."""
    dates = [contact.date for contact in dossier.series if contact.held]
    rates = contact_rates(dates, dossier.selection, dossier.windows)
    return RateData(rates, tuple(_unseen(rates, dossier)), rates_in_words(rates, dossier.selection))


def _unseen(rates: Rates, dossier: Dossier) -> Iterator[tuple[Day, Day]]:
    if rates.first is None or rates.last is None:
        return
    begin = rates.first
    for seen in exposure(dossier.windows, dossier.selection, range(rates.first, rates.last + 1)).spans:
        if begin < seen.start:
            yield begin, seen.start - 1
        begin = seen.stop
    if begin <= rates.last:
        yield begin, rates.last


def rate_chart(dossier: Dossier) -> Chart:
    """The chart below the frequency; without segments it is the sentence that says why."""
    data = rate_data(dossier)
    drawn = bool(data.rates.segments)
    tables = (rate_table(data.rates),) if drawn else ()
    view = View("all", "All", data.sentence, rate_figure(data) if drawn else None, tables, _HEIGHT)
    return Chart("rates", "Changes of rate", _ABOUT if drawn else "", "", (view,))


def rate_figure(data: RateData) -> Figure:
    """A level for each segment, filled where days count; the changes on a line of their own below."""
    rates = data.rates
    first, last = rates.segments[0].first, rates.segments[-1].last
    top = max(segment.high for segment in rates.segments)
    return figure(
        [
            *_bars(data, top),
            _levels(rates.segments),
            *_intervals(rates.segments),
            *_labels(rates.segments, top),
            *_change_traces(rates.changes, top),
        ],
        layout(
            _HEIGHT,
            barmode="overlay",
            showlegend=True,
            margin={"l": 8, "r": 12, "t": 44, "b": 30},
            xaxis=axis(
                type="date", range=[moment(first), moment(last + 1)], ticks="outside", showgrid=False, **_years(first, last)
            ),
            yaxis=axis(
                range=[_FLOOR * top if rates.changes else 0, _CEILING * top],
                title=title("contacts a year"),
                tickmode="array",
                tickvals=_ticks(top),
            ),
        ),
    )


def _years(first: Day, last: Day) -> dict[str, object]:
    """New Year of every so many years; a record within a year is ticked by itself, sparsely."""
    years = range(year_of(first) + 1, year_of(last) + 1)
    chosen = years[:: max(1, -(-len(years) // _MOST_TICKS))]
    if not chosen:
        return {"nticks": 3}
    return {
        "tickangle": 0,
        "tickmode": "array",
        "tickvals": [f"{year:04d}-01-01" for year in chosen],
        "ticktext": [f"{year:04d}" for year in chosen],
    }


def _ticks(top: float) -> list[float]:
    """Two to five round figures from 0 to ``top``."""
    steps = (digit * 10.0**power for power in count(-3) for digit in (1, 2, 5))
    step = next(step for step in steps if top / step <= 5)
    return [round(step * number, 6) for number in range(int(top / step) + 1)]


def _bars(data: RateData, top: float) -> Iterator[Trace]:
    """Filled to the rate where days count, a hatched foot where they do not."""
    seen = [part for segment in data.rates.segments if segment.contacts for part in _counting(segment, data.unseen)]
    if seen:
        marker: dict[str, object] = {"color": HELD, "line": {"color": HELD, "width": 1}}
        heights = [round(segment.rate, 3) for _, _, segment in seen]
        parts = [(first, last) for first, last, _ in seen]
        yield _bar("rate", parts, heights, marker, [_words(segment) for _, _, segment in seen])
    if data.unseen:
        marker = {"color": MUTED, "line": {"color": MUTED, "width": 1}, "pattern": hatching("/", MUTED)}
        yield _bar("not looked at", data.unseen, [_FOOT * top] * len(data.unseen), marker)


def _counting(segment: Segment, unseen: Sequence[tuple[Day, Day]]) -> Iterator[tuple[Day, Day, Segment]]:
    """The stretches of a segment between those that do not count."""
    begin = segment.first
    for first, last in (*unseen, (segment.last + 1, segment.last + 1)):
        stop = min(first, segment.last + 1)
        if begin < stop:
            yield begin, stop - 1, segment
        begin = max(begin, last + 1)


def _bar(
    name: str,
    parts: Sequence[tuple[Day, Day]],
    heights: Sequence[float],
    marker: dict[str, object],
    words: Sequence[str] | None = None,
) -> Trace:
    return bar_trace(
        name=name,
        x=[moment(first) for first, _ in parts],
        y=list(heights),
        width=[span(first, last + 1) for first, last in parts],
        offset=0,
        marker=marker,
        words=words,
    )


def _levels(segments: Sequence[Segment]) -> Trace:
    """The rate of each segment over the whole of it."""
    return scatter_trace(
        mode="lines",
        x=[end for s in segments for end in (moment(s.first), moment(s.last + 1), None)],
        y=[end for s in segments for end in (round(s.rate, 3), round(s.rate, 3), None)],
        line={"color": HELD, "width": 2},
        showlegend=False,
    )


def _words(segment: Segment) -> str:
    return hover(
        f"{rate_in_words(segment.rate)} a year (95 % interval {_interval(segment)})",
        f"{counted(segment.contacts, 'contact')} in {counted(segment.exposure, 'day')} that count",
        f"{_day(segment.first)} to {_day(segment.last)}",
    )


def _interval(segment: Segment) -> str:
    low = rate_in_words(segment.low) if segment.low else "0"
    return f"{low} to {rate_in_words(segment.high)}"


def _day(day: Day) -> str:
    return day_in_words(date.fromordinal(day))


def _intervals(segments: Sequence[Segment]) -> Iterator[Trace]:
    """The interval of each rate; a rate of none has no bar, and a mark that tells of it instead."""
    for empty in (False, True):
        found = [segment for segment in segments if bool(segment.contacts) is not empty]
        if found:
            yield scatter_trace(
                name="no contact" if empty else "95 % interval",
                mode="markers",
                x=[moment((segment.first + segment.last) // 2) for segment in found],
                y=[round(segment.rate, 3) for segment in found],
                error_y={
                    "type": "data",
                    "symmetric": False,
                    "array": [round(segment.high - segment.rate, 3) for segment in found],
                    "arrayminus": [round(segment.rate - segment.low, 3) for segment in found],
                    "color": INK,
                    "thickness": 1.5,
                    "width": 5,
                },
                marker={"symbol": "circle-open" if empty else "line-ew-open", "size": 9, "color": INK},
                cliponaxis=False,
                words=[_words(segment) for segment in found] if empty else None,
            )


def _labels(segments: Sequence[Segment], top: float) -> Iterator[Trace]:
    """The rate above each segment that has room for it on a phone."""
    day = _NARROW / (segments[-1].last + 1 - segments[0].first)
    shown = [s for s in segments if _LETTER * len(rate_in_words(s.rate)) <= (s.last + 1 - s.first) * day]
    if shown:
        yield scatter_trace(
            mode="text",
            x=[moment((segment.first + segment.last) // 2) for segment in shown],
            y=[top * 1.11] * len(shown),
            text=[rate_in_words(segment.rate) for segment in shown],
            textfont={"size": 12, "color": INK},
            showlegend=False,
        )


def _change_traces(changes: Sequence[Change], top: float) -> Iterator[Trace]:
    """A mark for each change; a line over the days on which it may lie."""
    if not changes:
        return
    level = _CHANGES * top
    yield scatter_trace(
        mode="lines+markers",
        x=[end for change in changes for end in (moment(change.earliest), moment(change.latest), None)],
        y=[end for _ in changes for end in (level, level, None)],
        line={"color": OPEN, "width": 3},
        marker={"symbol": "line-ns", "size": 10, "color": OPEN, "line": {"color": OPEN, "width": 2}},
        showlegend=False,
    )
    yield scatter_trace(
        name="change, and where it may lie",
        mode="markers",
        x=[moment(change.day) for change in changes],
        y=[level] * len(changes),
        marker={"symbol": "diamond", "size": 11, "color": OPEN, "line": {"color": PAPER, "width": 1.5}},
        words=[hover(f"Change of rate {change_in_words(change)}", _unsure(change)) for change in changes],
    )


def _unsure(change: Change) -> str:
    return "" if change.sure else "imprecise dates leave open whether there is one"


def rate_table(rates: Rates) -> Table:
    """One row for each segment, with the change that begins it."""
    columns = ("From", "To", "Contacts", "Days that count", "A year", "95 % interval", "Change between")
    return Table("Segments of constant rate", columns, tuple(_rows(rates)))


def _rows(rates: Rates) -> Iterator[Row]:
    for segment, change in zip(rates.segments, (None, *rates.changes), strict=True):
        yield (
            date.fromordinal(segment.first).isoformat(),
            date.fromordinal(segment.last).isoformat(),
            f"{segment.contacts:,}",
            f"{segment.exposure:,}",
            rate_in_words(segment.rate),
            _interval(segment),
            "–" if change is None else f"{date.fromordinal(change.earliest)} and {date.fromordinal(change.latest)}",
        )
