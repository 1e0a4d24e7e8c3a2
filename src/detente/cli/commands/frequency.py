"""``detente frequency``: how many contacts were there per month, quarter or year?"""

from typing import TYPE_CHECKING

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Per, Usual, asking, word

if TYPE_CHECKING:
    from detente.analysis.frequency import Frequency
    from detente.cli.tables import Canvas, Cell

app = typer.Typer(**PLAIN)


@app.command()
@asking(without={"by"})
def frequency(asked: Asked, parties: Usual = None, per: Per = "year") -> None:
    """Count contacts per period, by channel and level.

    Only held contacts are counted unless --status names others. A contact counts in the period of the first day of its
    date as written. The share is that of the period's contacts. Empty periods are in the table and in the summary.
    """
    from detente.analysis.frequency import frequency as counted
    from detente.analysis.periods import Per as Length
    from detente.cli.output import Answer, emit
    from detente.domain.days import iso
    from detente.formats.items import selection_item
    from detente.store.counting import tallies

    form, length = asked.form(), word("--per", per, Length)
    with asked.store() as store:
        selection = asked.selection(store, parties or ())
        selection = selection if asked.status else selection.only_held()
        found = counted(tallies(store, selection), selection, length)
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
            picture=lambda canvas: _picture(canvas, found),
            summary={"periods": list(found.periods), "totals": list(found.totals), "contacts": sum(found.totals)},
        ),
        form,
    )


def _picture(canvas: "Canvas", found: "Frequency") -> str:
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
    return draw(canvas, [Table(columns, rows)])
