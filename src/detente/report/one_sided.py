"""How much of what a side reports does it report alone, year by year."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.analysis.asymmetry import Asymmetry, asymmetry
from detente.analysis.dossier import Dossier
from detente.analysis.periods import Per, periods_between
from detente.domain.words import and_list
from detente.report.chart import Chart, Figure, Row, Table, View
from detente.report.drawing import FIRST_SIDE, INK, SECOND_SIDE, axis, layout, pattern, plain, title
from detente.report.figure import bar_trace, figure
from detente.report.naming import counted, party_name

_HEIGHT = 300
_MOST_LEVEL, _MOST_LABELLED = 8, 24
"""With more years than this the figures above the bars stand upright, or would run into each other."""
_ABOUT = (
    "Of the topics that a side reports in a year, the share that no other party reports. The figures above a bar are the "
    "topics behind it: a share of two says little. Denials do not count as reports."
)


@dataclass(frozen=True, slots=True)
class OneSidedData:
    """Each side's rows by year (a year without an account has none), and both sides' over all years."""

    sides: tuple[tuple[str, str], ...]
    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Asymmetry | None, ...]], ...]
    total: tuple[Asymmetry, ...]
    sentence: str


def one_sided_data(dossier: Dossier) -> OneSidedData | None:
    """The asymmetry of the two accounts; None when neither side reports anything."""
    told = [contact for contact in dossier.contacts if contact.statements]
    total = tuple(asymmetry(told, dossier.pair.parties, None))
    if not any(row.reported for row in total):
        return None
    found = {(row.period, row.party): row for row in asymmetry(told, dossier.pair.parties, Per.YEAR)}
    days = [contact.date.first_day for contact in told]
    years = tuple(periods_between(min(days), max(days), Per.YEAR))
    sides = tuple((code, party_name(dossier, code)) for code in dossier.pair.parties)
    rows = tuple((code, tuple(found.get((year, code)) for year in years)) for code, _ in sides)
    return OneSidedData(sides, years, rows, total, _sentence(dict(sides), total))


def _sentence(names: dict[str, str], total: Sequence[Asymmetry]) -> str:
    parts = [
        f"{names[row.party]} {row.alone:,} of {counted(row.reported, 'topic')} ({row.share:.0%})"
        if row.share is not None
        else f"{names[row.party]} reports nothing"
        for row in total
    ]
    return f"Reported by one side alone, over all years: {and_list(parts)}."


def one_sided_figure(data: OneSidedData) -> Figure:
    """Two bars a year, told apart by pattern too, with the counts above."""
    looks = ((FIRST_SIDE, ""), (SECOND_SIDE, "/"))
    traces = [
        bar_trace(
            name=plain(name),
            x=list(data.years),
            y=[None if row is None else row.share for row in rows],
            text=[_count(row) for row in rows] if len(data.years) <= _MOST_LABELLED else None,
            textposition="outside",
            textangle=0 if len(data.years) <= _MOST_LEVEL else -90,
            constraintext="none",
            textfont={"size": 11, "color": INK},
            cliponaxis=False,
            marker={"color": colour, "line": {"color": colour, "width": 1}, "pattern": pattern(shape)},
            words=[_words(name, year, row) for year, row in zip(data.years, rows, strict=True)],
        )
        for (_, name), (_, rows), (colour, shape) in zip(data.sides, data.rows, looks, strict=True)
    ]
    return figure(
        traces,
        layout(
            _HEIGHT,
            barmode="group",
            bargap=max(0.3, 1 - len(data.years) / 8),
            showlegend=True,
            margin={"l": 8, "r": 8, "t": 44, "b": 30},
            xaxis=axis(
                type="category", showgrid=False, categoryorder="array", categoryarray=list(data.years), autotickangles=[0, 90]
            ),
            yaxis=axis(range=[0, 1.22], tickformat=".0%", tickvals=[0, 0.25, 0.5, 0.75, 1], title=title("reported alone")),
        ),
    )


def _count(row: Asymmetry | None) -> str:
    """``3/8``; nothing where a side reports nothing."""
    return f"{row.alone}/{row.reported}" if row is not None and row.reported else ""


def _words(name: str, year: str, row: Asymmetry | None) -> str:
    if row is None or row.share is None:
        return f"{year}: {name} reports nothing"
    return f"{year}: {name} alone reports {row.alone} of its {counted(row.reported, 'topic')} ({row.share:.0%})"


def one_sided_chart(dossier: Dossier) -> Chart | None:
    """The chart below the readouts; None when neither side reports anything."""
    data = one_sided_data(dossier)
    if data is None:
        return None
    view = View("all", "All", data.sentence, one_sided_figure(data), (one_sided_table(data),), _HEIGHT)
    return Chart("asymmetry", "Reported by one side alone", _ABOUT, "", (view,), wide=True)


def one_sided_table(data: OneSidedData) -> Table:
    """One row for each year and side with an account, and for all years together."""
    names = dict(data.sides)
    rows = [row for year in zip(*(rows for _, rows in data.rows), strict=True) for row in year if row is not None]
    columns = ("Year", "Side", "Topics reported", "By it alone", "Share", "Denied")
    return Table("Topics reported by one side alone", columns, tuple(_row(names, row) for row in (*rows, *data.total)))


def _row(names: dict[str, str], row: Asymmetry) -> Row:
    share = "–" if row.share is None else f"{row.share:.0%}"
    return (row.period or "all", names[row.party], f"{row.reported:,}", f"{row.alone:,}", share, f"{row.denied:,}")
