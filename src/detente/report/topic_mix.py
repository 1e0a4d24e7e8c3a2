"""What were the contacts about over the years: shares of broad topics, by all accounts and by each side's."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.analysis.dossier import Dossier
from detente.analysis.periods import Per, periods_between
from detente.analysis.topic_mix import TopicRow, topic_mix
from detente.domain.vocabulary import THIRD_PARTY
from detente.domain.words import and_list
from detente.report.chart import MOST_ROWS, Chart, Figure, Row, Table, View
from detente.report.drawing import INK, MUTED, PAPER, TOPIC_COLOURS, TOPIC_PATTERNS, axis, hover, layout, pattern, plain, title
from detente.report.figure import bar_trace, figure
from detente.report.naming import counted, side_name, topic_label

ALL_ACCOUNTS = "all"
_HEIGHT = 430
_ABOUT = (
    "What the accounts report, by broad topic and year. The figure above a bar counts the reports behind it: "
    "a share of two says little."
)
_OTHERS = "Other topics"
_DRAWN = len(TOPIC_COLOURS) - 1


@dataclass(frozen=True, slots=True)
class TopicMixData:
    """Shares per year (0 to 1, None: nothing reported) for each topic drawn, largest first, the rest put together last.

    ``reports`` is the number of topic reports behind each year; ``counts`` the same figures as whole numbers.
    """

    account: str
    label: str
    years: tuple[str, ...]
    shares: tuple[tuple[str, tuple[float | None, ...]], ...]
    counts: tuple[tuple[str, tuple[int, ...]], ...]
    reports: tuple[int, ...]
    sentence: str


def topic_mix_data(dossier: Dossier, account: str = ALL_ACCOUNTS) -> TopicMixData:
    """The mix by all accounts together, or by that of one side (a party code, or ``media``)."""
    return next(data for data in _every_account(dossier, [account]))


def _every_account(dossier: Dossier, accounts: Iterable[str]) -> Iterator[TopicMixData]:
    selection = replace(dossier.selection, period_to=dossier.last_day)
    together = topic_mix(dossier.topic_tallies, selection, Per.YEAR).rows
    by_side = topic_mix(dossier.topic_tallies_by_side, selection, Per.YEAR).rows
    years, drawn = _years(dossier), _drawn(dossier)
    for account in accounts:
        rows = together if account == ALL_ACCOUNTS else [row for row in by_side if row.reported_by == account]
        label = "All accounts" if account == ALL_ACCOUNTS else side_name(dossier, account)
        yield _mix(dossier, account, label, rows, years, drawn)


def _mix(
    dossier: Dossier, account: str, label: str, rows: Sequence[TopicRow], years: tuple[str, ...], drawn: Sequence[str]
) -> TopicMixData:
    if not rows:
        return TopicMixData(account, label, years, (), (), tuple(0 for _ in years), f"{label}: no topic is reported.")
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        name = topic_label(dossier, row.topic) if row.topic in drawn else _OTHERS
        counts.setdefault(name, Counter())[row.period] += row.count
    ordered = [topic_label(dossier, topic) for topic in drawn] + [_OTHERS]
    reports = tuple(sum(counter[year] for counter in counts.values()) for year in years)
    whole = tuple((name, tuple(counts[name][year] for year in years)) for name in ordered if name in counts)
    shares = tuple((name, _shares(row, reports)) for name, row in whole)
    return TopicMixData(account, label, years, shares, whole, reports, _sentence(label, whole, reports))


def _shares(counts: tuple[int, ...], totals: tuple[int, ...]) -> tuple[float | None, ...]:
    return tuple(count / total if total else None for count, total in zip(counts, totals, strict=True))


def _years(dossier: Dossier) -> tuple[str, ...]:
    """Every year from the first held contact to the last day shown, so that all views have one axis."""
    days = [tally.day for tally in dossier.tallies]
    return tuple(periods_between(min(days), dossier.last_day, Per.YEAR)) if days else ()


def _drawn(dossier: Dossier) -> list[str]:
    """The topics with a colour of their own, by all accounts together: the same in every view."""
    sums: Counter[str] = Counter()
    for tally in dossier.topic_tallies:
        sums[tally.topic] += tally.count
    return sorted(sums, key=lambda topic: (-sums[topic], topic))[:_DRAWN]


def _sentence(label: str, counts: tuple[tuple[str, tuple[int, ...]], ...], reports: tuple[int, ...]) -> str:
    total = sum(reports)
    largest = sorted(((sum(row), name) for name, row in counts if name != _OTHERS), key=lambda item: (-item[0], item[1]))[:3]
    named = and_list([f"{name} ({count / total:.0%})" for count, name in largest])
    return f"{label}: {counted(total, 'topic report')}; most often {named}."


def topic_mix_figure(data: TopicMixData) -> Figure:
    """Bars stacked to the whole of each year; the number of reports stands above, since a share of two says little."""
    traces = [
        bar_trace(
            name=plain(name),
            x=[year for year, share in zip(data.years, shares, strict=True) if share],
            y=[share for share in shares if share],
            marker={
                "color": TOPIC_COLOURS[place if name != _OTHERS else _DRAWN],
                "line": {"color": PAPER, "width": 1},
                "pattern": pattern(TOPIC_PATTERNS[place if name != _OTHERS else _DRAWN]),
            },
            words=_words(data, name, shares),
        )
        for place, (name, shares) in enumerate(data.shares)
    ]
    return figure(
        traces,
        layout(
            _HEIGHT,
            barmode="stack",
            bargap=max(0.25, 1 - len(data.years) / 10),
            showlegend=True,
            margin={"l": 8, "r": 8, "t": 40, "b": 30},
            annotations=_reports(data),
            xaxis=axis(
                type="category",
                showgrid=False,
                categoryorder="array",
                categoryarray=list(data.years),
                range=[-0.5, max(1, len(data.years)) - 0.5],
                autotickangles=[0, 90],
            ),
            yaxis=axis(
                range=[0, 1.08],
                tickformat=".0%",
                tickvals=[0, 0.25, 0.5, 0.75, 1],
                title=title("share of topic reports"),
            ),
        ),
    )


def _words(data: TopicMixData, name: str, shares: tuple[float | None, ...]) -> list[str]:
    counts = dict(data.counts)[name]
    return [
        hover(f"{year}: {name}", f"{share:.0%}, {count:,} of {counted(reports, 'report')}")
        for year, share, count, reports in zip(data.years, shares, counts, data.reports, strict=True)
        if share
    ]


def _reports(data: TopicMixData) -> list[dict[str, object]]:
    return [
        {
            "x": place,
            "y": 1.0,
            "yanchor": "bottom",
            "text": str(count) if count else "–",
            "showarrow": False,
            "font": {"size": 11, "color": INK if count else MUTED},
        }
        for place, count in enumerate(data.reports)
    ]


def topic_mix_chart(dossier: Dossier) -> Chart:
    """The chart with its switch of accounts: all, either side, third parties when there are any."""
    told = {tally.reported_by for tally in dossier.topic_tallies_by_side}
    accounts = [ALL_ACCOUNTS, *dossier.pair.parties, *([THIRD_PARTY] if THIRD_PARTY in told else [])]
    return Chart("topics", "Topic mix", _ABOUT, "Whose account", tuple(map(_view, _every_account(dossier, accounts))))


def _view(data: TopicMixData) -> View:
    rows: list[Row] = [
        (name, year, f"{row[place]:,}", f"{row[place] / data.reports[place]:.0%}")
        for place, year in enumerate(data.years)
        for name, row in data.counts
        if row[place]
    ]
    caption = f"Topics per year: {data.label}"
    note = "" if len(rows) <= MOST_ROWS else f"The latest {MOST_ROWS:,} rows."
    table = Table(caption, ("Topic", "Year", "Contacts", "Share of reports"), tuple(rows[-MOST_ROWS:]), note)
    return View(data.account, data.label, data.sentence, topic_mix_figure(data), (table,), _HEIGHT)
