"""``detente frequency``: how many contacts were there per month, quarter or year?"""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Per, Usual, asking, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.analysis.frequency import Frequency
    from detente.analysis.rates import Rates
    from detente.cli.tables import Canvas, Cell
    from detente.domain.selection import Selection
    from detente.store.opening import Store

app = typer.Typer(**PLAIN)


Plot = Annotated[bool, typer.Option("--plot", help="Draw a bar for each period, by channel, instead of the table.")]


@app.command()
@asking(without={"by"})
def frequency(asked: Asked, parties: Usual = None, per: Per = "year", plot: Plot = False) -> None:
    """Count contacts per period, by channel and level.

    Only held contacts are counted unless --status names others. A contact counts in the period of the first day of its
    date as written. The share is that of the period's contacts. Empty periods are in the table and in the summary.

    Of two parties it also tells when the rate of held contacts changed, from when to when it may have, and what it was
    before and after; days that nobody looked at do not count for that.
    """
    from detente.analysis.frequency import frequency as counted
    from detente.analysis.periods import Per as Length
    from detente.analysis.rate_words import rates_in_words
    from detente.cli.output import Answer, emit
    from detente.domain.days import iso
    from detente.formats.items import selection_item
    from detente.store.counting import tallies

    form, length = asked.form(), word("--per", per, Length)
    with asked.store() as store:
        selection = asked.selection(store, parties or ())
        selection = selection if asked.status else selection.only_held()
        found = counted(tallies(store, selection), selection, length)
        changes = _changes(store, selection)
    told = () if changes is None else (rates_in_words(changes, selection),)
    emit(
        Answer(
            command="frequency",
            as_of=iso(selection.as_of),
            selection={**selection_item(selection), "per": length.value},
            items=[
                {
                    "period": row.period,
                    "channel": row.channel.value,
                    "level": row.level.value,
                    "count": row.count,
                    "share": row.share,
                }
                for row in found.rows
            ],
            columns=("period", "channel", "level", "count", "share"),
            picture=lambda canvas: (_plotted if plot else _picture)(canvas, found, told),
            summary={
                "periods": list(found.periods),
                "totals": list(found.totals),
                "contacts": sum(found.totals),
                **_summary(changes),
            },
        ),
        form,
    )


def _changes(store: "Store", selection: "Selection") -> "Rates | None":
    """The rates of the series of two parties; None for any other number, and where not only held contacts are counted."""
    from detente.analysis.rates import contact_rates
    from detente.domain.selection import HELD_ONLY
    from detente.store.series import coverage, gaps

    pair = selection.dyad
    if pair is None or selection.statuses != HELD_ONLY:
        return None
    whole = replace(selection, period_from=None, period_to=None)
    dates = [gap.previous.date for gap in gaps(store, whole)]
    return contact_rates(dates, selection, coverage(store, pair).get(pair, ()))


def _summary(changes: "Rates | None") -> dict[str, object]:
    """The segments and, where there are none, the word for why; nothing where they were not asked for."""
    from detente.domain.days import iso

    if changes is None:
        return {}
    segments = [
        {
            "from": iso(segment.first),
            "to": iso(segment.last),
            "contacts": segment.contacts,
            "days": segment.exposure,
            "per_year": segment.rate,
            "low": segment.low,
            "high": segment.high,
            "change": None
            if change is None
            else {"earliest": iso(change.earliest), "latest": iso(change.latest), "sure": change.sure},
        }
        for segment, change in zip(changes.segments, (None, *changes.changes), strict=bool(changes.segments))
    ]
    lack = None if changes.lack is None else changes.lack.value
    return {"segments": segments, "no_segments": lack, "declared": changes.declared}


def _picture(canvas: "Canvas", found: "Frequency", told: "Sequence[str]") -> str:
    from detente.cli.tables import Column, Styled, Table, bar, draw

    if not found.periods:
        return "No contact fits."
    most, width = max(found.totals), 20 if canvas.width < 100 else 30
    kinds: dict[str, list[str]] = {period: [] for period in found.periods}
    for row in found.rows:
        kinds[row.period].append(f"{row.count} {row.channel} {row.level}")
    rows: list[list[Cell]] = [
        [period, str(total) if total else "–", Styled(bar(total, most, width), "cyan"), ", ".join(kinds[period])]
        for period, total in zip(found.periods, found.totals, strict=True)
    ]
    columns = [Column(found.per.value), Column("contacts", right=True), Column(""), Column("of which", wrap=True)]
    return draw(canvas, [Table(columns, rows), *told])


def _plotted(canvas: "Canvas", found: "Frequency", told: "Sequence[str]") -> str:
    """A bar for each period, of its contacts by channel, the most frequent channel first."""
    from detente.cli.plots import stacked
    from detente.cli.tables import Lines, draw

    if not found.periods:
        return "No contact fits."
    counts: dict[str, dict[str, int]] = {period: {} for period in found.periods}
    totals: dict[str, int] = {}
    for row in found.rows:
        of, channel = counts[row.period], row.channel.value
        of[channel] = of.get(channel, 0) + row.count
        totals[channel] = totals.get(channel, 0) + row.count
    kinds = sorted(totals, key=lambda channel: (-totals[channel], channel))
    return draw(canvas, [Lines(stacked(counts, kinds, canvas.width)), *told])
