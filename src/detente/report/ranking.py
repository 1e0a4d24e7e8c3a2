"""Which pairs are silent now, and how unusual is that for each: ranked by the share of its own gaps that it exceeds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.analysis.pair_record import PairRecord
from detente.analysis.silence import LEAST_GAPS, Quantile, Rank
from detente.analysis.silence_words import longer_than_in_words, ranking_in_words
from detente.analysis.survey import Survey
from detente.analysis.unusual import most_unusual_first
from detente.domain.gaps import Gap
from detente.domain.words import days_in_words, gap_in_words
from detente.report.chart import MOST_ROWS, Cell, Chart, Figure, Row, Table, View
from detente.report.drawing import INK, MUTED, OPEN, PAPER, axis, hatching, hover, layout, length_ticks, plain
from detente.report.figure import Trace, bar_trace, figure, scatter_trace
from detente.report.naming import end_in_words, from_to, seen_share
from detente.report.overview_naming import pair_cell, pair_label, short_label

MOST_BARS = 40
"""So many silences have a bar; the table has them all."""

_BAR_PIXELS, _FRAME_PIXELS = 26, 116
_MANY, _VERY_MANY = 20, 60
_ABOUT = (
    "One bar for each pair whose silence is open, the most unusual on top: longer than the greatest share of the pair’s own "
    f"completed gaps. Pairs with fewer than {LEAST_GAPS} completed gaps come after them, by days alone. The stroke is the day "
    "by which half of a pair’s silences had ended, the diamond its longest completed gap."
)


@dataclass(frozen=True, slots=True)
class RankedSilence:
    """The open silence of a pair, where it stands among the pair's completed gaps, and its ``rank`` from 1."""

    rank: int
    record: PairRecord
    standing: Rank

    @property
    def longest(self) -> Gap | None:
        """The longest of those gaps; None without any."""
        return self.standing.longest

    @property
    def gap(self) -> Gap:
        """The open gap."""
        return self.standing.silence.gap


@dataclass(frozen=True, slots=True)
class RankingData:
    """The open silences, most unusual first; of these ``drawn`` have a bar."""

    ranked: tuple[RankedSilence, ...]
    drawn: tuple[RankedSilence, ...]
    sentence: str


def ranking_data(survey: Survey) -> RankingData:
    """Ranked by the share of completed gaps that a silence surely exceeds, then by days; pairs below ten gaps by days."""
    found = [(record, record.rank) for record in survey.dyads if record.rank is not None]
    found.sort(key=lambda pair: most_unusual_first(pair[1]))
    ordered = [RankedSilence(rank, record, stands) for rank, (record, stands) in enumerate(found, start=1)]
    sentence = ranking_in_words([stands for _, stands in found], survey.names)
    return RankingData(tuple(ordered), tuple(ordered[:MOST_BARS]), sentence)


def ranking_chart(survey: Survey) -> Chart:
    """The bars, and every open silence as a row."""
    data = ranking_data(survey)
    view = View("all", "All", data.sentence, ranking_figure(survey, data), (_table(survey, data),), ranking_height(data))
    return Chart("ranking", "Current silences", _ABOUT, "", (view,), wide=True)


def ranking_height(data: RankingData) -> int:
    """Pixels for every bar."""
    return _FRAME_PIXELS + _BAR_PIXELS * max(3, len(data.drawn))


def ranking_figure(survey: Survey, data: RankingData) -> Figure:
    """Horizontal bars, rank 1 on top, hatched because they are open; what is usual for the pair by a stroke and a diamond."""
    drawn = data.drawn
    most = max([30, *(item.gap.days_max for item in drawn), *(item.longest.days_max for item in drawn if item.longest)])
    return figure(
        [*_bars(survey, drawn), *_medians(survey, drawn), *_longest(survey, drawn)],
        layout(
            ranking_height(data),
            barmode="stack",
            bargap=0.35,
            showlegend=True,
            margin={"l": 8, "r": 8, "t": 64, "b": 44},
            xaxis=axis(range=[0, most * 1.08], **length_ticks(most)),
            yaxis=axis(
                range=[0.5 - max(3, len(drawn)), 0.5],
                tickmode="array",
                tickvals=[1 - item.rank for item in drawn],
                ticktext=[_label(survey, item) for item in drawn],
                tickfont={"size": 11, "color": INK},
                showgrid=False,
                showline=False,
                ticks="",
                ticklabelstandoff=8,
            ),
        ),
        rows=True,
    )


def _label(survey: Survey, item: RankedSilence) -> str:
    """The pair and the days of silence: beside the bar, where no mark can cover them."""
    return f"{plain(short_label(survey, item.record.pair))}  <b>{days_in_words(item.gap.days_min, item.gap.days_max)}</b>"


def _bars(survey: Survey, drawn: Sequence[RankedSilence]) -> Iterator[Trace]:
    few = f"open, fewer than {LEAST_GAPS} completed gaps"
    for name, items, shape in (
        ("open silence", [item for item in drawn if item.standing.enough], "/"),
        (few, [item for item in drawn if not item.standing.enough], "."),
    ):
        if items:
            yield _bar(survey, name, items, [item.gap.days_min for item in items], OPEN, shape)
    vague = [item for item in drawn if item.gap.days_max > item.gap.days_min]
    if vague:
        lengths = [item.gap.days_max - item.gap.days_min for item in vague]
        yield _bar(survey, "possible, dates being imprecise", vague, lengths, MUTED, "\\")


def _bar(survey: Survey, name: str, items: Sequence[RankedSilence], lengths: Sequence[int], colour: str, shape: str) -> Trace:
    return bar_trace(
        name=name,
        orientation="h",
        x=list(lengths),
        y=[1 - item.rank for item in items],
        marker={"color": colour, "line": {"color": colour, "width": 1}, "pattern": hatching(shape, colour)},
        words=[_words(survey, item) for item in items],
    )


def _words(survey: Survey, item: RankedSilence) -> str:
    """The card of a bar."""
    silence, stand = item.standing.silence, item.standing
    return hover(
        f"{pair_label(survey, item.record.pair)}: {gap_in_words(silence.gap)}, {from_to(silence.gap)}",
        f"Longer than {longer_than_in_words(stand)} completed gaps" if stand.n_gaps else "No completed gap",
        f"Half had ended by: {_by_day(stand.median)}" if stand.median is not None else "",
        f"Longest completed: {gap_in_words(item.longest)}" if item.longest is not None else "",
        f"Looked at: {seen_share(silence)}",
        f"Attempts inside: {len(silence.attempts):,}" if silence.attempts else "",
    )


def _by_day(median: tuple[Quantile, Quantile]) -> str:
    """``36 days``, ``36 to 38 days``; "not reached" where fewer than half are known to have ended."""
    ends = [quantile.days for quantile in median if quantile.days is not None]
    return days_in_words(min(ends), max(ends)) if ends else "not reached"


def _medians(survey: Survey, drawn: Sequence[RankedSilence]) -> Iterator[Trace]:
    marked = [
        (item, item.standing.median, item.standing.median[1].days)
        for item in drawn
        if item.standing.median is not None and item.standing.median[1].days is not None
    ]
    if marked:
        yield scatter_trace(
            name="half had ended",
            mode="markers",
            x=[days for _, _, days in marked],
            y=[1 - item.rank for item, _, _ in marked],
            marker={"symbol": "line-ns-open", "size": 18, "color": INK, "line": {"color": INK, "width": 2.5}},
            words=[
                hover(f"{pair_label(survey, item.record.pair)}: half had ended by {_by_day(median)}")
                for item, median, _ in marked
            ],
            cliponaxis=False,
        )


def _longest(survey: Survey, drawn: Sequence[RankedSilence]) -> Iterator[Trace]:
    marked = [(item, item.longest) for item in drawn if item.longest is not None]
    if marked:
        yield scatter_trace(
            name="longest completed gap",
            mode="markers+text",
            x=[longest.days_max for _, longest in marked],
            y=[1 - item.rank for item, _ in marked],
            text=[f"{longest.days_max:,}" if longest.days_max > item.gap.days_max else "" for item, longest in marked],
            textposition="middle right",
            textfont={"size": 11, "color": INK},
            marker={"symbol": "diamond", "size": 11, "color": PAPER, "line": {"color": INK, "width": 1.5}},
            words=[
                hover(f"{pair_label(survey, item.record.pair)}: longest, {gap_in_words(longest)}, {from_to(longest)}")
                for item, longest in marked
            ],
            cliponaxis=False,
        )


def _table(survey: Survey, data: RankingData) -> Table:
    columns = (
        "Rank", "Pair", "Silence", "Since", "Longest completed gap", "Longer than", "Last longer one", "Looked at",
        "Attempts inside",
    )  # fmt: skip
    rows = tuple(_row(survey, item) for item in data.ranked[:MOST_ROWS])
    return Table("Current silences, most unusual first", columns, rows, _note(data))


def _row(survey: Survey, item: RankedSilence) -> Row:
    silence, stand = item.standing.silence, item.standing
    previous = silence.gap.previous
    return (
        f"{item.rank:,}",
        pair_cell(survey, item.record),
        days_in_words(silence.gap.days_min, silence.gap.days_max),
        Cell(end_in_words(previous.date), previous.contact_id),
        "none" if item.longest is None else days_in_words(item.longest.days_min, item.longest.days_max),
        longer_than_in_words(stand) + ("" if item.standing.enough else ", too few") if stand.n_gaps else "no completed gap",
        "none" if stand.last_longer is None else from_to(stand.last_longer),
        seen_share(silence),
        f"{len(silence.attempts):,}" if silence.attempts else "none",
    )


def _note(data: RankingData) -> str:
    """Which ranks rest on days alone, and what the chart and the table leave out."""
    few = [item.rank for item in data.ranked if not item.standing.enough]
    told = []
    if few:
        ranks = f"Rank {few[0]:,}" if len(few) == 1 else f"Ranks {few[0]:,} to {few[-1]:,}"
        told.append(f"{ranks}: fewer than {LEAST_GAPS} completed gaps, so by days alone.")
    if len(data.ranked) > MOST_BARS:
        rows = f", this table the first {MOST_ROWS:,} of {len(data.ranked):,}" if len(data.ranked) > MOST_ROWS else ""
        told.append(f"The chart shows the first {MOST_BARS}{rows}.")
    return " ".join(told)
