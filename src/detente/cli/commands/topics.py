"""``detente topics``: what were contacts about, and by whose account?"""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Per, Usual, asking, word

if TYPE_CHECKING:
    from detente.analysis.topic_mix import TopicMix
    from detente.cli.tables import Canvas, Cell

app = typer.Typer(**PLAIN)

Broad = Annotated[bool, typer.Option("--broad", help="Count the broad topics instead of the narrower ones.")]
BySide = Annotated[bool, typer.Option("--by-side", help="Count per account: what each side reports.")]


@app.command()
@asking(without={"by"})
def topics(asked: Asked, parties: Usual = None, per: Per = "year", broad: Broad = False, by_side: BySide = False) -> None:
    """Show what contacts were about per period, and by whose account.

    Counts the contacts of which somebody reports the topic; denials do not count. Only held contacts are counted unless
    --status names others. The share is that of all topics counted in the period and, with --by-side, in that account.
    """
    from detente.analysis.periods import Per as Length
    from detente.analysis.topic_mix import topic_mix
    from detente.cli.output import Answer, emit
    from detente.domain.days import iso
    from detente.formats.items import selection_item
    from detente.store import reference
    from detente.store.counting import topic_tallies

    form, length = asked.form(), word("--per", per, Length)
    with asked.store() as store:
        selection = asked.selection(store, parties or ())
        selection = selection if asked.status else selection.only_held()
        tallies = topic_tallies(store, selection, broad=broad, by_side=by_side)
        found = topic_mix(tallies, selection, length, reference.topics(store))
    emit(
        Answer(
            command="topics",
            as_of=iso(selection.as_of),
            selection={**selection_item(selection), "per": length.value, "broad": broad, "by_side": by_side},
            items=[
                {
                    "period": row.period,
                    "topic": row.topic,
                    "reported_by": row.reported_by,
                    "count": row.count,
                    "share": row.share,
                }
                for row in found.rows
            ],
            columns=("period", "topic", "reported_by", "count", "share"),
            picture=lambda canvas: _picture(canvas, found, by_side),
            summary={"periods": list(found.periods), "totals": list(found.totals)},
        ),
        form,
    )


def _picture(canvas: "Canvas", found: "TopicMix", by_side: bool) -> str:
    from detente.cli.tables import Column, Styled, Table, bar, draw

    if not found.periods:
        return "No contact fits."
    width = 16 if canvas.width < 100 else 30
    told: dict[str, list[list[Cell]]] = {period: [] for period in found.periods}
    for row in sorted(found.rows, key=lambda row: (row.reported_by or "", -row.count)):
        side: list[Cell] = [row.reported_by or ""] if by_side else []
        cells = [*side, row.topic, str(row.count), f"{row.share:.0%}", Styled(bar(row.share, 1, width), "cyan")]
        told[row.period].append(cells)
    rows: list[list[Cell]] = []
    for period, lines in told.items():
        nothing: list[Cell] = ["–", *[""] * (4 if by_side else 3)]
        for place, line in enumerate(lines or [nothing]):
            rows.append([period if place == 0 else "", *line])
    side_column = [Column("account")] if by_side else []
    columns = [Column(found.per.value), *side_column, Column("topic", wrap=True), Column("contacts", right=True)]
    return draw(canvas, [Table([*columns, Column("share", right=True), Column("")], rows)])
