"""How are gaps drawn and tabled: bars to scale, published figures by the shape of their verdict."""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from detente.analysis.dossier import Dossier
from detente.analysis.periods import Per, period_of
from detente.domain.days import months
from detente.domain.verdicts import Verdict
from detente.domain.words import days_in_words, length_in_words
from detente.report.chart import MOST_ROWS, Cell, Chart, Figure, Row, Table, View
from detente.report.drawing import (
    GAP,
    INK,
    MUTED,
    OPEN,
    axis,
    hatching,
    hover,
    layout,
    length_ticks,
    plain,
    verdict_marker,
)
from detente.report.figure import Trace, bar_trace, figure, scatter_trace
from detente.report.gap_lengths import MOST_BARS, ClaimedLength, GapBar, GapsData, gaps_data

_MOST_GAPS = 300
"""Longer tables of gaps are put together by year: each row names two contacts, so a page holds fewer of them."""

_BAR_PIXELS, _FRAME_PIXELS = 26, 96
_ABOUT = (
    "Every gap to scale, the latest on top. Marks are lengths that others published for the same gap, shaped by the "
    "verdict that most of those with this figure have."
)


def gaps_height(data: GapsData) -> int:
    """Pixels for every bar."""
    return _FRAME_PIXELS + _BAR_PIXELS * max(3, len(data.drawn))


def gaps_figure(data: GapsData) -> Figure:
    """Horizontal bars, latest on top: the sure length solid, the rest of an imprecise one hatched, the open one dotted."""
    traces = [*_bar_traces(data.drawn), *_claim_traces(data.drawn)]
    longest = max((bar.days_max for bar in data.drawn), default=30)
    most = max([longest, *(claim.days for bar in data.drawn for claim in bar.claims)])
    return figure(
        traces,
        layout(
            gaps_height(data),
            barmode="stack",
            bargap=0.35,
            showlegend=True,
            margin={"l": 8, "r": 8, "t": 44, "b": 44},
            xaxis=axis(range=[0, most * 1.06], **length_ticks(most)),
            yaxis=axis(type="category", categoryorder="array", categoryarray=_places(data.drawn), **_labels(data)),
        ),
        rows=True,
    )


def _places(bars: Sequence[GapBar]) -> list[str]:
    """One row each, whatever the labels: two gaps may begin and end on the same days."""
    return [str(place) for place in range(len(bars))]


def _labels(data: GapsData) -> dict[str, object]:
    """From when to when, and the length in days: beside the bar, where no published figure can cover it."""
    texts = [f"{plain(bar.label)}  <b>{days_in_words(bar.days_min, bar.days_max)}</b>" for bar in data.drawn]
    quiet = {"showgrid": False, "showline": False, "ticks": "", "ticklabelstandoff": 8, "tickfont": {"size": 11, "color": INK}}
    return {"tickvals": _places(data.drawn), "ticktext": texts, **quiet}


def _bar_traces(bars: Sequence[GapBar]) -> list[Trace]:
    closed = [(place, bar) for place, bar in enumerate(bars) if not bar.open]
    running = [(place, bar) for place, bar in enumerate(bars) if bar.open]
    vague = [(place, bar) for place, bar in enumerate(bars) if bar.days_max > bar.days_min]
    parts = [
        ("completed gap", closed, [bar.days_min for _, bar in closed], GAP, ""),
        ("open gap, so far", running, [bar.days_min for _, bar in running], OPEN, "/"),
        ("possible, dates being imprecise", vague, [bar.days_max - bar.days_min for _, bar in vague], MUTED, "."),
    ]
    return [_trace(name, rows, lengths, colour, shape) for name, rows, lengths, colour, shape in parts if rows]


def _trace(name: str, rows: Sequence[tuple[int, GapBar]], lengths: Sequence[int], colour: str, shape: str) -> Trace:
    return bar_trace(
        name=name,
        orientation="h",
        y=[str(place) for place, _ in rows],
        x=list(lengths),
        marker={"color": colour, "line": {"color": colour, "width": 1}, "pattern": hatching(shape, colour)},
        words=[hover(bar.words, f"Looked at: {bar.seen}") for _, bar in rows],
        ids=[bar.following_id or bar.previous_id for _, bar in rows],
    )


def _claim_traces(bars: Sequence[GapBar]) -> list[Trace]:
    """The published figures: those alike for one gap share a mark, in the shape of the verdict that most of them have."""
    shared: dict[tuple[str, float], list[ClaimedLength]] = {}
    for place, bar in enumerate(bars):
        for claim in bar.claims:
            shared.setdefault((str(place), claim.days), []).append(claim)
    return [
        scatter_trace(
            name=f"published: {verdict}",
            mode="markers+text",
            y=[place for place, _ in found],
            x=[days for _, days in found],
            text=[_claim_text(claims) for claims in found.values()],
            textposition="middle right",
            textfont={"size": 11, "color": INK},
            marker=verdict_marker(verdict, 12),
            words=[hover(*(line for claim in claims for line in claim.words)) for claims in found.values()],
            cliponaxis=False,
        )
        for verdict in Verdict
        if (found := {spot: claims for spot, claims in shared.items() if _common(claims) is verdict})
    ]


def _common(claims: Sequence[ClaimedLength]) -> Verdict:
    """The verdict that most of them have; of two alike the better one."""
    counts = Counter(claim.verdict for claim in claims)
    return max(Verdict, key=lambda verdict: counts[verdict])


def _claim_text(claims: Sequence[ClaimedLength]) -> str:
    """The months claimed, and how many times: ``18×5``."""
    return f"{months(claims[0].days):.3g}" + (f"×{len(claims)}" if len(claims) > 1 else "")


def gaps_chart(dossier: Dossier) -> Chart:
    """The gaps of all contacts together, and tables of those of every lane too where they are several and not too long."""
    data = gaps_data(dossier)
    lanes = [lane.key for lane in dossier.lanes if lane.silences]
    listed = lanes if len(lanes) > 1 and len(dossier.contacts) <= MOST_ROWS else []
    tables = [gaps_table(data, dossier), *(gaps_table(gaps_data(dossier, key), dossier) for key in listed)]
    view = View(data.key, data.label, data.sentence, gaps_figure(data), tuple(tables), gaps_height(data))
    return Chart("gaps", "Gaps", _ABOUT, "", (view,), wide=True)


def gaps_table(data: GapsData, dossier: Dossier) -> Table:
    """The gaps in the chart, for all contacts together every gap, beyond 300 one row for each year in which gaps ended."""
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
