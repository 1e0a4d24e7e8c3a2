"""How are gaps drawn and tabled: bars to scale, published figures as diamonds."""

from collections.abc import Sequence
from statistics import median

import plotly.graph_objects as go

from detente.analysis.dossier import Dossier
from detente.analysis.periods import Per, period_of
from detente.domain.days import DAYS_PER_MONTH, months
from detente.domain.words import days_in_words, length_in_words
from detente.report.chart import Cell, Chart, Figure, Row, Table, View
from detente.report.drawing import GAP, INK, MUTED, NOT_HELD, OPEN, PAPER, axis, hatching, hover, layout, plain, title
from detente.report.gap_lengths import MOST_BARS, ClaimedLength, GapBar, GapsData, gaps_data

_MOST_GAPS = 600
"""Longer tables of gaps are put together by year: each row names two contacts, so a page holds fewer of them."""

_BAR_PIXELS, _FRAME_PIXELS = 26, 96
_ABOUT = "Every gap to scale, the latest on top. Diamonds are lengths that others published for the same gap."


def gaps_height(data: GapsData) -> int:
    """Pixels for every bar."""
    return _FRAME_PIXELS + _BAR_PIXELS * max(3, len(data.drawn))


def gaps_figure(data: GapsData) -> Figure:
    """Horizontal bars, latest on top: the sure length solid, the rest of an imprecise one hatched, the open one dotted."""
    traces = [*_bar_traces(data.drawn), *_claim_traces(data.drawn)]
    figure = go.Figure(traces)
    longest = max((bar.days_max for bar in data.drawn), default=30)
    most = max([longest, *(claim.days for bar in data.drawn for claim in bar.claims)])
    step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 600, 6000, 200_000) if months(most) / step <= 12)
    ticks = [step * place for place in range(int(months(most) / step) + 2)]
    figure.update_layout(
        **layout(
            gaps_height(data),
            barmode="stack",
            bargap=0.35,
            showlegend=True,
            margin={"l": 8, "r": 8, "t": 44, "b": 44},
            xaxis=axis(
                range=[0, most * 1.06],
                tickmode="array",
                tickvals=[tick * DAYS_PER_MONTH for tick in ticks],
                ticktext=[str(tick) for tick in ticks],
                title=title("months"),
            ),
            yaxis=axis(type="category", categoryorder="array", categoryarray=_places(data.drawn), **_labels(data)),
        )
    )
    return figure


def _places(bars: Sequence[GapBar]) -> list[str]:
    """One row each, whatever the labels: two gaps may begin and end on the same days."""
    return [str(place) for place in range(len(bars))]


def _labels(data: GapsData) -> dict[str, object]:
    """From when to when, and the length in days: beside the bar, where no published figure can cover it."""
    texts = [f"{plain(bar.label)}  <b>{days_in_words(bar.days_min, bar.days_max)}</b>" for bar in data.drawn]
    quiet = {"showgrid": False, "showline": False, "ticks": "", "ticklabelstandoff": 8, "tickfont": {"size": 11, "color": INK}}
    return {"tickvals": _places(data.drawn), "ticktext": texts, **quiet}


def _bar_traces(bars: Sequence[GapBar]) -> list[Figure]:
    closed = [(place, bar) for place, bar in enumerate(bars) if not bar.open]
    running = [(place, bar) for place, bar in enumerate(bars) if bar.open]
    vague = [(place, bar) for place, bar in enumerate(bars) if bar.days_max > bar.days_min]
    parts = [
        ("completed gap", closed, [bar.days_min for _, bar in closed], GAP, ""),
        ("open gap, so far", running, [bar.days_min for _, bar in running], OPEN, "/"),
        ("possible, dates being imprecise", vague, [bar.days_max - bar.days_min for _, bar in vague], MUTED, "."),
    ]
    return [_trace(name, rows, lengths, colour, shape) for name, rows, lengths, colour, shape in parts if rows]


def _trace(name: str, rows: Sequence[tuple[int, GapBar]], lengths: Sequence[int], colour: str, shape: str) -> Figure:
    return go.Bar(
        name=name,
        orientation="h",
        y=[str(place) for place, _ in rows],
        x=list(lengths),
        marker={"color": colour, "line": {"color": colour, "width": 1}, "pattern": hatching(shape, colour)},
        hovertext=[hover(bar.words, f"Looked at: {bar.seen}") for _, bar in rows],
        hoverinfo="text",
    )


def _claim_traces(bars: Sequence[GapBar]) -> list[Figure]:
    """Claims with the same figure for the same gap share a mark that says how many they are."""
    shared: dict[tuple[int, float], list[ClaimedLength]] = {}
    for place, bar in enumerate(bars):
        for claim in bar.claims:
            shared.setdefault((place, claim.days), []).append(claim)
    if not shared:
        return []
    return [
        go.Scatter(
            name="published figure, in months",
            mode="markers+text",
            y=[str(place) for place, _ in shared],
            x=[days for _, days in shared],
            text=[
                f"{months(days):.3g}" + (f" ×{len(claims)}" if len(claims) > 1 else "") for (_, days), claims in shared.items()
            ],
            textposition="middle right",
            textfont={"size": 11, "color": INK},
            marker={"symbol": "diamond-tall", "size": 14, "color": PAPER, "line": {"color": NOT_HELD, "width": 2}},
            hovertext=[hover(*(line for claim in claims for line in claim.words)) for claims in shared.values()],
            hoverinfo="text",
            cliponaxis=False,
        )
    ]


def _claim_text(days: float, count: int) -> str:
    """The months claimed, and how many times."""
    return f"{months(days):.3g} ×{count}" if count > 1 else f"{months(days):.3g}"


def gaps_chart(dossier: Dossier) -> Chart:
    """The chart with its switch of series: all contacts, then every lane with a gap."""
    lanes = [lane.key for lane in dossier.lanes if lane.silences]
    keys = ["all", *lanes] if len(lanes) != 1 else ["all"]
    return Chart("gaps", "Gaps", _ABOUT, "Series", tuple(_view(gaps_data(dossier, key), dossier) for key in keys), wide=True)


def _view(data: GapsData, dossier: Dossier) -> View:
    tables = [gaps_table(data, dossier)]
    return View(data.key, data.label, data.sentence, gaps_figure(data), tuple(tables), gaps_height(data))


def gaps_table(data: GapsData, dossier: Dossier) -> Table:
    """The gaps in the chart, for all contacts together every gap, beyond 600 one row for each year in which gaps ended."""
    if data.key == "all" and len(data.bars) > _MOST_GAPS:
        return _by_year(data, dossier)
    shown = data.bars if data.key == "all" else data.drawn
    rows: list[Row] = [_row(bar) for bar in shown]
    columns = ("From", "To", "Length", "Looked at", "Attempts inside", "Published figures")
    return Table(f"Gaps: {data.label}", columns, tuple(rows), _note(data, len(shown)))


def _note(data: GapsData, shown: int) -> str:
    """What of the series the chart and the table leave out."""
    if len(data.bars) == len(data.drawn):
        return ""
    rows = "" if shown == len(data.bars) else f", and so does this table, of {len(data.bars):,}"
    return f"The chart shows the {MOST_BARS} longest{rows}."


def _row(bar: GapBar) -> Row:
    return (
        Cell(bar.previous_id, bar.previous_id),
        Cell(bar.following_id, bar.following_id) if bar.following_id else "open",
        length_in_words(bar.days_min, bar.days_max),
        bar.seen,
        str(len(bar.attempts)) if bar.attempts else "none",
        "; ".join(claim.words[0].removeprefix("Claimed: ") for claim in bar.claims) or "none",
    )


def _by_year(data: GapsData, dossier: Dossier) -> Table:
    ends = {contact.contact_id: contact.date.first_day for contact in dossier.series}
    years: dict[str, list[GapBar]] = {}
    for bar in data.bars:
        year = period_of(ends.get(bar.following_id, dossier.as_of), Per.YEAR)
        years.setdefault(year, []).append(bar)
    rows: list[Row] = [
        (
            year,
            f"{len(found):,}",
            days_in_words(max(bar.days_min for bar in found), max(bar.days_max for bar in found)),
            f"{median(bar.days_max for bar in found):g} days",
        )
        for year, found in sorted(years.items())
    ]
    note = f"{len(data.bars):,} gaps, put together by the year of their end; the chart shows the {MOST_BARS} longest."
    return Table(f"Gaps: {data.label}", ("Year", "Gaps", "Longest", "Median"), tuple(rows), note)
