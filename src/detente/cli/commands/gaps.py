"""``detente gaps``: how long were the silences of a series, and has one lasted too long?"""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Usual, asking
from detente.errors import SilenceError, UsageError

if TYPE_CHECKING:
    from detente.cli.output import Answer
    from detente.cli.tables import Canvas, Cell, Table
    from detente.domain.contacts import Contact
    from detente.domain.gaps import Endpoint
    from detente.domain.selection import Selection
    from detente.domain.silences import Silence, SilenceSummary

app = typer.Typer(**PLAIN)

Length = Annotated[str | None, typer.Option("--min", metavar="LENGTH", help="Show gaps of this length or more: 180d, 6m, 2y.")]
Limit = Annotated[
    str | None,
    typer.Option("--fail-over", metavar="LENGTH", help="Exit with 6 when an open gap is surely longer: 90d, 3m, 1y."),
]
Plot = Annotated[bool, typer.Option("--plot", help="Draw them on an axis of time, above the table.")]
Sort = Annotated[str, typer.Option("--sort", metavar="length|date", help="Longest first, or latest first.")]
NotHere = Annotated[list[str] | None, typer.Option("--status", hidden=True)]


@app.command()
@asking(without={"status"})
def gaps(
    asked: Asked,
    parties: Usual = None,
    least: Length = None,
    limit: Limit = None,
    sort: Sort = "length",
    plot: Plot = False,
    status: NotHere = None,
) -> None:
    """Show the silences of a series, longest first.

    A gap runs from the end of one held contact to the start of the next; imprecise dates make it an interval. Without
    parties: the series of every pair. --from and --to keep gaps that end, or are open, inside the period. The summary
    is that of the series, whatever --min leaves out.
    """
    from detente.cli.output import emit
    from detente.cli.restricted import answered
    from detente.store.telling import silences_of

    if status:
        raise UsageError("--status does not apply to gaps: only held contacts close one", mend="leave it out")
    if sort not in ("length", "date"):
        raise UsageError(f"--sort '{sort}' is not known", mend="one of length, date")
    shortest, longest_allowed = read_length("--min", least), read_length("--fail-over", limit)
    form = asked.form()
    with asked.store() as store:
        selection = asked.selection(store, pair(parties))
        found = answered(store, selection, lambda chosen: silences_of(store, chosen))
    emit(answer(found, selection, sort, shortest or 0, plot=plot), form)
    if longest_allowed is not None:
        _judge(found, longest_allowed)


def pair(parties: Sequence[str] | None) -> Sequence[str]:
    """No party, one or two; raises UsageError for more: a series belongs to two."""
    if parties and len(parties) > 2:
        raise UsageError("a series belongs to two parties", mend="name two, or none for every pair")
    return parties or ()


_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)([dwmy]?)", re.ASCII)


def read_length(flag: str, text: str | None) -> float | None:
    """Days, from ``180d``, ``26w``, ``6m`` (months of 30.4375 days), ``2y`` or ``180``; raises UsageError."""
    from detente.domain.days import DAYS_PER_MONTH

    if text is None:
        return None
    match = _LENGTH.fullmatch(text.strip().lower())
    if match is None:
        raise UsageError(f"{flag} '{text}' is no length", mend="write 180d, 26w, 6m or 2y")
    days = {"": 1.0, "d": 1.0, "w": 7.0, "m": DAYS_PER_MONTH, "y": DAYS_PER_MONTH * 12}
    return float(match[1]) * days[match[2]]


def answer(
    found: "Sequence[Silence]", selection: "Selection", sort: str = "length", shortest: float = 0, *, plot: bool = False
) -> "Answer":
    """What is printed of the silences: those of ``shortest`` days (that may be so long) or more; ``plot`` draws them too."""
    from detente.cli.output import Answer, Made
    from detente.domain.days import iso
    from detente.domain.silences import summary
    from detente.formats.items import selection_item, silence_item, summary_item

    by_length = sort == "length"
    listed = [silence for silence in found if silence.gap.days_max >= shortest]
    listed.sort(key=lambda s: s.gap.sort_key if by_length else _latest_first(s))
    figures = summary(silence.gap for silence in found)
    return Answer(
        command="gaps",
        as_of=iso(selection.as_of),
        selection=selection_item(selection),
        items=Made(listed, silence_item),
        columns=(
            "parties", "from.contact_id", "from.date", "to.contact_id", "to.date", "days_min", "days_max", "open",
            "order_uncertain", "observation", "observed_share", "attempts", "words", "persons",
        ),
        picture=lambda canvas: picture(canvas, listed, figures, selection, plot=plot),
        summary=summary_item(figures),
    )  # fmt: skip


def _latest_first(silence: "Silence") -> tuple[int, int, str]:
    start = silence.gap.previous
    return (-start.date.first_day, -start.date.start_latest, start.contact_id)


def _judge(found: "Sequence[Silence]", limit: float) -> None:
    """Raises SilenceError when an open gap is surely longer than ``limit`` days."""
    from detente.domain.watching import Verdict, lasted_longer

    running = [silence.gap for silence in found if silence.gap.open]
    over = [gap for gap in running if lasted_longer(gap, limit, limit) is Verdict.BROKEN]
    if over:
        longest = min(over, key=lambda gap: gap.sort_key)
        more = f" and {len(over) - 1} more" if len(over) > 1 else ""
        raise SilenceError(
            f"{longest.dyad} has been silent for {longest.days_min:,} days, longer than {limit:g}{more}",
            mend=f"see: detente last {longest.dyad.a} {longest.dyad.b}",
        )


WIDER = "A wider terminal shows ids instead of dates."


def picture(
    canvas: "Canvas", listed: "Sequence[Silence]", figures: "SilenceSummary", selection: "Selection", *, plot: bool = False
) -> str:
    """The table of gaps and a line of figures; where it is narrow, months go first, then parts of the ids."""
    from detente.cli.tables import Lines, Styled, draw, fitting

    if not listed:
        return "No gap: the series has no contact that fits."
    shared = shared_beginning(
        [end for silence in listed for end in (silence.gap.previous, silence.gap.following) if end is not None]
    )
    tables = {
        "": _table(listed, _whole_id, months=True),
        " ": _table(listed, _whole_id),
        every_id_begins(shared): _table(listed, lambda end: end.contact_id.removeprefix(shared)),
        WIDER: _table(listed, lambda end: end.date.text),
    }
    table = fitting(canvas, *tables.values())
    told = next(words for words, drawn in tables.items() if drawn is table).strip()
    lines = [figures_in_words(figures, selection), *([told] if told else [])]
    drawn = [Lines(plotted(canvas, listed, selection))] if plot else []
    return draw(canvas, [*drawn, table, Styled("\n".join(lines), "dim")])


def plotted(canvas: "Canvas", listed: "Sequence[Silence]", selection: "Selection") -> "list[Cell]":
    """The silences on an axis of time, a line for each pair (by person: for each two people)."""
    from detente.cli.plots import Row, Silent, timeline
    from detente.domain.vocabulary import Observation

    series: dict[str, list[Silent]] = {}
    for silence in sorted(listed, key=lambda one: one.gap.previous.order):
        gap = silence.gap
        end = selection.as_of if gap.following is None else gap.following.date.first_day
        observed = silence.observed.observation is Observation.OBSERVED
        drawn = Silent(min(gap.previous.date.end_latest, end), end, gap.open, observed)
        series.setdefault(_between(silence), []).append(drawn)
    return timeline([Row(name, silences) for name, silences in series.items()], canvas.width)


def every_id_begins(shared: str) -> str:
    """What stands below a table of ids without the part that all have in common."""
    return f"Every id begins with {shared}"


def shared_beginning(ends: "Sequence[Endpoint | Contact]") -> str:
    """``fra-rus-`` where every contact lies in one folder, else nothing."""
    from detente.domain.ids import date_in_id

    beginnings = {end.contact_id.partition(date_in_id(end.date))[0] for end in ends}
    return beginnings.pop() if len(beginnings) == 1 else ""


def _whole_id(end: "Endpoint") -> str:
    return end.contact_id


def _table(listed: "Sequence[Silence]", name: "Callable[[Endpoint], str]", *, months: bool = False) -> "Table":
    """The table whose ends are called by ``name``."""
    from detente.cli.tables import Column, Styled, Table
    from detente.domain.words import observed_in_short

    def end(endpoint: "Endpoint | None") -> "Cell":
        return Styled("open", "yellow") if endpoint is None else name(endpoint)

    gaps = [silence.gap for silence in listed]
    columns: dict[Column, Sequence[Cell]] = {
        Column("from", wrap=True): [end(gap.previous) for gap in gaps],
        Column("to", wrap=True): [end(gap.following) for gap in gaps],
        Column("days", right=True): [Styled(days(gap.days_min, gap.days_max), "bold") for gap in gaps],
    }
    if months:
        columns[Column("about", right=True)] = [about(gap.days_min, gap.days_max) for gap in gaps]
    columns[Column("observed")] = [observed_in_short(silence.observed) for silence in listed]
    if any(silence.attempts for silence in listed):
        columns[Column("tried", right=True)] = [str(len(silence.attempts) or "") for silence in listed]
    if any(gap.persons for gap in gaps) or len({gap.dyad for gap in gaps}) > 1:
        columns[Column("between", wrap=True)] = [_between(silence) for silence in listed]
    return Table(list(columns), list(zip(*columns.values(), strict=True)))


def _between(silence: "Silence") -> str:
    return " – ".join(name for _, name in silence.gap.persons) or str(silence.gap.dyad)


def days(days_min: int, days_max: int) -> str:
    """``528``, or ``500–506``."""
    return f"{days_max:,}" if days_min == days_max else f"{days_min:,}–{days_max:,}"


def about(days_min: int, days_max: int) -> str:
    """The length in months, as everywhere in words; empty for less than a month and a half."""
    from detente.domain.words import length_in_words

    return length_in_words(days_min, days_max).partition(", about ")[2]


def figures_in_words(figures: "SilenceSummary", selection: "Selection") -> str:
    """How many gaps, their median, and to which day the open ones run."""
    from detente.domain.days import iso

    said = f"{figures.completed} completed" + (f", {figures.open} open on {iso(selection.as_of)}" if figures.open else "")
    if figures.median_min is None or figures.median_max is None:
        return f"{said}."
    ends = sorted({figures.median_min, figures.median_max})
    return f"{said}; median of the completed {'–'.join(f'{end:,g}' for end in ends)} days."
