"""How often did they deal with each other: held contacts per year, quarter or month, by channel."""

from dataclasses import dataclass, replace

from detente.analysis.dossier import Dossier
from detente.analysis.frequency import frequency
from detente.analysis.periods import Per
from detente.domain.vocabulary import Channel
from detente.report.chart import MOST_ROWS, Chart, Figure, Row, Table, View
from detente.report.drawing import CHANNEL_COLOURS, CHANNEL_PATTERNS, INK, PAPER, axis, layout, pattern, title
from detente.report.figure import Trace, bar_trace, figure, scatter_trace
from detente.report.naming import counted
from detente.report.rate_strip import rate_chart

_HEIGHT = 330
_MOST_COLUMNS = 300
"""More months or quarters than this are too narrow to be told apart, and are not offered."""

_ABOUT = "Contacts that were held, by channel, up to the {end}: an empty column is a silence."


@dataclass(frozen=True, slots=True)
class FrequencyData:
    """Held contacts per period; ``counts`` has one figure a period for each channel on record, ``totals`` their sums."""

    per: Per
    periods: tuple[str, ...]
    counts: tuple[tuple[Channel, tuple[int, ...]], ...]
    totals: tuple[int, ...]
    sentence: str


def frequency_data(dossier: Dossier, per: Per) -> FrequencyData:
    """The counts of every period up to the last day shown, empty ones too: a silence is part of the picture."""
    until = replace(dossier.selection, period_to=dossier.last_day)
    counted = frequency(dossier.tallies, until, per) if dossier.tallies else None
    if counted is None:
        return FrequencyData(per, (), (), (), "No held contact is on record for this selection.")
    sums: dict[Channel, dict[str, int]] = {}
    for row in counted.rows:
        periods = sums.setdefault(row.channel, {})
        periods[row.period] = periods.get(row.period, 0) + row.count
    counts = tuple(
        (channel, tuple(sums[channel].get(period, 0) for period in counted.periods)) for channel in Channel if channel in sums
    )
    return FrequencyData(per, counted.periods, counts, counted.totals, _sentence(per, counted.periods, counted.totals))


def _sentence(per: Per, periods: tuple[str, ...], totals: tuple[int, ...]) -> str:
    busiest = max(totals)
    which = [period for period, total in zip(periods, totals, strict=True) if total == busiest]
    empty = totals.count(0)
    words = f"{counted(sum(totals), 'held contact')}, {periods[0]} to {periods[-1]}"
    words += f": at most {busiest:,} in one {per}, {which[0]}"
    words += f" and {len(which) - 1:,} more" if len(which) > 1 else ""
    return f"{words}; none in {empty:,} of {len(periods):,} {per}s."


def frequency_figure(data: FrequencyData) -> Figure:
    """Stacked bars, one colour and pattern for each channel; the sum stands above a bar where periods are few."""
    traces = [
        bar_trace(
            name=channel.value,
            x=[period for period, _ in _there(data, counts)],
            y=[count for _, count in _there(data, counts)],
            marker={
                "color": CHANNEL_COLOURS[channel],
                "line": {"color": PAPER, "width": 1 if len(data.periods) <= 60 else 0},
                "pattern": pattern(CHANNEL_PATTERNS[channel]),
            },
            words=[f"{period}: {count:,} {channel}" for period, count in _there(data, counts)],
        )
        for channel, counts in data.counts
    ]
    if 0 < len(data.periods) <= 30:
        traces.append(_sums(data))
    return figure(
        traces,
        layout(
            _HEIGHT,
            barmode="stack",
            bargap=_gap(len(data.periods)),
            showlegend=True,
            margin={"l": 8, "r": 8, "t": 40, "b": 30},
            xaxis=axis(
                type="category",
                categoryorder="array",
                categoryarray=list(data.periods),
                range=[-0.5, max(1, len(data.periods)) - 0.5],
                showgrid=False,
                ticks="",
                autotickangles=[0, 90],
                **_ticks(data),
            ),
            yaxis=axis(
                rangemode="tozero",
                title=title("held contacts"),
                **_whole_steps(data),
            ),
        ),
    )


def _there(data: FrequencyData, counts: tuple[int, ...]) -> list[tuple[str, int]]:
    """The periods with a contact; the axis has the others."""
    return [(period, count) for period, count in zip(data.periods, counts, strict=True) if count]


def _gap(periods: int) -> float:
    """The share of a column left free: a few columns stay slim, very many close up."""
    return max(0.28, 1 - periods / 10) if periods <= 60 else 0.05


def _sums(data: FrequencyData) -> Trace:
    return scatter_trace(
        x=list(data.periods),
        y=list(data.totals),
        mode="text",
        text=[str(total) for total in data.totals],
        textposition="top center",
        textfont={"size": 12, "color": INK},
        showlegend=False,
        cliponaxis=False,
    )


def _ticks(data: FrequencyData) -> dict[str, object]:
    """Years are written out; quarters and months are marked where a year begins, every so many years."""
    starts = [period for period in data.periods if data.per is Per.YEAR or period.endswith(("-Q1", "-01"))]
    chosen = starts[:: max(1, -(-len(starts) // 15))]
    return {"tickmode": "array", "tickvals": chosen, "ticktext": [period[:4] for period in chosen]}


def _whole_steps(data: FrequencyData) -> dict[str, object]:
    top = max(data.totals, default=1)
    return {"dtick": 1 if top <= 8 else None, "range": [0, top * 1.12 + 0.2]}


def frequency_chart(dossier: Dossier) -> Chart:
    """The chart with its switch of periods, and below it the changes of rate."""
    labels = {Per.YEAR: "Years", Per.QUARTER: "Quarters", Per.MONTH: "Months"}
    found = [(frequency_data(dossier, per), label) for per, label in labels.items()]
    readable = [(data, label) for data, label in found if data.per is Per.YEAR or len(data.periods) <= _MOST_COLUMNS]
    about = _ABOUT.format(end="as-of day" if dossier.last_day == dossier.as_of else "end of the period")
    views = tuple(_view(data, label) for data, label in readable)
    return Chart("frequency", "Frequency", about, "Periods", views, below=rate_chart(dossier))


def _view(data: FrequencyData, label: str) -> View:
    return View(data.per.value, label, data.sentence, frequency_figure(data), (_table(data),), _HEIGHT)


def _table(data: FrequencyData) -> Table:
    channels = [channel for channel, _ in data.counts]
    filled: list[Row] = [
        (period, *(f"{counts[place]:,}" for _, counts in data.counts), f"{data.totals[place]:,}")
        for place, period in enumerate(data.periods)
        if data.totals[place] or data.per is Per.YEAR
    ]
    note = "" if data.per is Per.YEAR else f"Only {data.per}s with a contact have a row; in all others there is none."
    if len(filled) > MOST_ROWS:
        filled, note = filled[-MOST_ROWS:], f"The latest {MOST_ROWS:,} {data.per}s with a contact."
    return Table(f"Held contacts per {data.per}", (data.per.value.capitalize(), *channels, "all"), tuple(filled), note)
