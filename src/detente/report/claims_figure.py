"""How are published claims drawn: the length claimed against the length on record, the verdict by shape and word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from detente.analysis.dossier import Dossier
from detente.domain.verdicts import Verdict
from detente.report.chart import MOST_ROWS, Cell, Chart, Figure, Row, Table, View
from detente.report.claims import ClaimsData, JudgedClaim, claims_data
from detente.report.drawing import (
    GAP,
    INK,
    MUTED,
    NOT_JUDGED,
    axis,
    hatching,
    hover,
    layout,
    length_ticks,
    plain,
    verdict_marker,
)
from detente.report.figure import bar_trace, figure, scatter_trace
from detente.report.naming import capital, counted

MOST_DRAWN = 40
"""Longer charts show the latest silences only."""

_MOST_QUOTED = 5
_ROW_PIXELS, _FRAME_PIXELS = 26, 96
_ABOUT = (
    "Sentences that others published about a silence, each judged on the series that it speaks of. A bar is the length on "
    "record, a mark the length claimed; a line spans what a month or year that is named allows. Claims that name no length "
    "are in the table only."
)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Claims of one length about one silence with one verdict."""

    claims: tuple[JudgedClaim, ...]

    @property
    def first(self) -> JudgedClaim:
        """The one that speaks for all."""
        return self.claims[0]


def drawn_rows(claims: Sequence[JudgedClaim]) -> tuple[ClaimRow, ...]:
    """The claims that name a length, those alike put together, the latest silence last; at most 40 rows, the latest."""
    groups: dict[tuple[object, ...], list[JudgedClaim]] = {}
    for claim in claims:
        if claim.claimed_min is not None:
            key = (
                claim.day,
                claim.contact_id,
                claim.claimed_min,
                claim.claimed_max,
                claim.days_min,
                claim.days_max,
                claim.verdict,
            )
            groups.setdefault(key, []).append(claim)
    rows = sorted(groups.values(), key=lambda row: (row[0].day, row[0].claimed_max or 0, row[0].claim_id))
    return tuple(ClaimRow(tuple(row)) for row in rows[-MOST_DRAWN:])


def claims_height(rows: Sequence[ClaimRow]) -> int:
    """Pixels for every row."""
    return _FRAME_PIXELS + _ROW_PIXELS * max(3, len(rows))


def claims_figure(rows: Sequence[ClaimRow]) -> Figure:
    """Bars for the record, marks for the claims; the latest on top."""
    most = max((max(row.first.claimed_max or 0, row.first.days_max or 0) for row in rows), default=30) or 30
    return figure(
        [*_bars(rows), *_ranges(rows), *_marks(rows), *_verdicts(rows)],
        layout(
            claims_height(rows),
            barmode="stack",
            bargap=0.4,
            showlegend=True,
            margin={"l": 8, "r": 8, "t": 44, "b": 44},
            xaxis=axis(range=[0, most * 1.2], **length_ticks(most)),
            yaxis=axis(
                type="category",
                categoryorder="array",
                categoryarray=_places(rows),
                tickvals=_places(rows),
                ticktext=[_label(row) for row in rows],
                showgrid=False,
                showline=False,
                ticks="",
                ticklabelstandoff=8,
                tickfont={"size": 11, "color": INK},
            ),
        ),
        rows=True,
    )


def _places(rows: Sequence[ClaimRow]) -> list[str]:
    return [str(place) for place in range(len(rows))]


def _label(row: ClaimRow) -> str:
    """``2024-04-03  18 months ×4``."""
    times = f" ×{len(row.claims)}" if len(row.claims) > 1 else ""
    return f"{plain(row.first.until_short)}  {plain(row.first.months or row.first.figure)}{times}"


def _bars(rows: Sequence[ClaimRow]) -> list[Any]:
    """The recorded lengths: what is sure, and what imprecise dates add."""
    traces = []
    for name, shape, colour in (("on record", "", GAP), ("possible length", ".", MUTED)):
        lengths = {
            str(place): low if not shape else high - low
            for place, row in enumerate(rows)
            if (low := row.first.days_min) is not None and (high := row.first.days_max) is not None
        }
        shown = {place: length for place, length in lengths.items() if length or not shape}
        if shown:
            traces.append(
                bar_trace(
                    name=name,
                    orientation="h",
                    y=list(shown),
                    x=list(shown.values()),
                    marker={"color": colour, "line": {"color": colour, "width": 1}, "pattern": hatching(shape, colour)},
                    words=[hover(f"On record: {rows[int(place)].first.recorded}") for place in shown],
                )
            )
    return traces


def _ranges(rows: Sequence[ClaimRow]) -> list[Any]:
    """A line over the lengths that a claim allows which names a month or a year."""
    wide = [
        (str(place), low, high)
        for place, row in enumerate(rows)
        if (low := row.first.claimed_min) is not None and (high := row.first.claimed_max) is not None and high > low
    ]
    if not wide:
        return []
    return [
        scatter_trace(
            name="the date claimed",
            mode="lines+markers",
            y=[end for place, _, _ in wide for end in (place, place, None)],
            x=[end for _, low, high in wide for end in (low, high, None)],
            line={"color": INK, "width": 2},
            marker={"symbol": "line-ns", "size": 12, "color": INK, "line": {"color": INK, "width": 2}},
        )
    ]


def _marks(rows: Sequence[ClaimRow]) -> list[Any]:
    """One trace for each verdict, told apart by shape."""
    return [
        _verdict_marks(verdict, found)
        for verdict in (*Verdict, NOT_JUDGED)
        if (found := [(str(place), row) for place, row in enumerate(rows) if row.first.verdict == verdict])
    ]


def _verdict_marks(verdict: str, found: Sequence[tuple[str, ClaimRow]]) -> Any:
    return scatter_trace(
        name=verdict,
        mode="markers",
        y=[place for place, _ in found],
        x=[((row.first.claimed_min or 0) + (row.first.claimed_max or 0)) / 2 for _, row in found],
        marker=verdict_marker(verdict, 12),
        words=[hover(*_words(row)) for _, row in found],
        ids=[row.first.contact_id for _, row in found],
        cliponaxis=False,
    )


def _verdicts(rows: Sequence[ClaimRow]) -> list[Any]:
    """The verdict as a word, behind bar and mark."""
    return [
        scatter_trace(
            mode="text",
            y=_places(rows),
            x=[max(row.first.claimed_max or 0, row.first.days_max or 0) for row in rows],
            text=[f"\u2003<b>{row.first.verdict}</b>" for row in rows],
            textposition="middle right",
            textfont={"size": 11, "color": INK},
            showlegend=False,
            cliponaxis=False,
        )
    ]


def _words(row: ClaimRow) -> list[str]:
    """The sentences behind a mark, and why the verdict is what it is."""
    quoted = [f"{claim.sentence} ({claim.asserted_on})" for claim in row.claims[:_MOST_QUOTED]]
    more = len(row.claims) - len(quoted)
    return [*quoted, *([f"and {more:,} more"] if more else []), f"{row.first.verdict}: {row.first.why}"]


def claims_chart(dossier: Dossier) -> Chart:
    """The chart and the table of every claim, which lies open: the sentences are what it is about."""
    data = claims_data(dossier)
    rows = drawn_rows(data.claims)
    view = View("all", "All", data.sentence, claims_figure(rows), (claims_table(data),), claims_height(rows))
    return Chart("claims", "Claims", _ABOUT, "", (view,), wide=True, spread=True)


def claims_table(data: ClaimsData) -> Table:
    """Every claim, the latest silence first; beyond 2,000 the latest."""
    shown = data.claims[::-1][:MOST_ROWS]
    left = len(data.claims) - len(shown)
    note = f"The latest {MOST_ROWS:,} of {counted(len(data.claims), 'claim')}." if left else ""
    columns = ("Silence up to", "Verdict", "Sentence", "Published", "Claimed", "On record", "Why")
    return Table("Published claims", columns, tuple(_row(claim) for claim in shown), note)


def _row(claim: JudgedClaim) -> Row:
    published = claim.asserted_on if claim.source is None else f"{claim.source.text}, {claim.asserted_on}"
    return (
        Cell(capital(claim.until), claim.contact_id),
        Cell(claim.verdict, tag=claim.verdict),
        f"{claim.sentence} [restricted]" if claim.restricted else claim.sentence,
        Cell(published, url="" if claim.source is None else claim.source.url),
        f"{claim.figure} ({claim.scope})",
        Cell(claim.recorded, claim.previous_id),
        claim.why,
    )
