"""``detente list``: which contacts are on record?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Usual, asking

if TYPE_CHECKING:
    from detente.cli.tables import Canvas, Cell
    from detente.domain.contacts import Contact

app = typer.Typer(**PLAIN)

Search = Annotated[
    str | None, typer.Option("--search", metavar="TEXT", help="Only those that mention TEXT: summary, statements, people.")
]


@app.command(name="list")
@asking(without={"by"})
def list_contacts(asked: Asked, parties: Usual = None, search: Search = None) -> None:
    """List the contacts of a selection, oldest first.

    Contacts that were not held are listed with their status; only held ones close a gap.
    """
    from detente.cli.output import Answer, emit
    from detente.cli.restricted import answered
    from detente.domain.days import iso
    from detente.formats.items import CONTACT_KEYS, contact_item, selection_item
    from detente.store.contacts import contacts

    form = asked.form()
    with asked.store() as store:
        selection = asked.selection(store, parties or ())
        found = answered(store, selection, lambda chosen: contacts(store, chosen, search=search))
    held = sum(contact.held for contact in found)
    emit(
        Answer(
            command="list",
            as_of=iso(selection.as_of),
            selection={**selection_item(selection), "search": search},
            items=[contact_item(contact) for contact in found],
            columns=CONTACT_KEYS,
            picture=lambda canvas: _picture(canvas, found),
            summary={"contacts": len(found), "held": held},
        ),
        form,
    )


_ROOM = 34
"""Columns that the beginning of a summary needs to be worth its place."""


def _picture(canvas: "Canvas", found: "Sequence[Contact]") -> str:
    from detente.cli.tables import Column, Styled, Table, draw, natural_width, shortened

    if not found:
        return "No contact fits."
    columns = [Column("date"), Column("contact", wrap=True), Column("level"), Column("status")]
    table = Table(columns, [_row(contact) for contact in found])
    room = canvas.width - natural_width(table) - 2
    if room >= _ROOM:
        rows = [[*_row(contact), shortened(contact.summary, room)] for contact in found]
        table = Table([*columns, Column("summary")], rows)
    held = sum(contact.held for contact in found)
    count = f"{len(found)} contact{'' if len(found) == 1 else 's'}, {held} held."
    return draw(canvas, [table, Styled(count, "dim")])


def _row(contact: "Contact") -> "list[Cell]":
    from detente.cli.tables import Styled

    status: Cell = contact.status.value if contact.held else Styled(contact.status.value, "yellow")
    return [contact.date.text, contact.contact_id, contact.level.value, status]
