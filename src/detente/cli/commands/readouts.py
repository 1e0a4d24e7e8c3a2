"""``detente readouts``: what did each side report, and what only one, of a contact or of all contacts of a pair?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked, Per, Words, asking, usual, word
from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.analysis.asymmetry import Asymmetry
    from detente.cli.tables import Canvas, Cell, Part
    from detente.domain.contacts import Contact
    from detente.domain.readouts import Readout
    from detente.domain.selection import Selection
    from detente.store.opening import Store

app = typer.Typer(**PLAIN)

Named = Annotated[
    Words,
    typer.Argument(
        metavar="PARTY PARTY|ID",
        help="Two parties, or the id of a contact; default: the parties of detente.toml.",
        show_default=False,
        callback=usual,
    ),
]


@app.command()
@asking(without={"by"})
def readouts(asked: Asked, named: Named = None, per: Per = "year") -> None:
    """Show for each topic which side reports it, which denies it, and who raised it.

    Of a pair: every contact of the selection, and below how one-sided the accounts are per period: the share of the topics a
    side reports that no other party reports. What only media or other third parties tell is kept apart.
    """
    from detente.analysis.asymmetry import asymmetry
    from detente.analysis.periods import Per as Length
    from detente.cli.output import Answer, emit
    from detente.domain.days import iso
    from detente.domain.readouts import readouts as told_of
    from detente.formats.items import selection_item

    form, length, named = asked.form(), word("--per", per, Length), named or []
    with asked.store() as store:
        selection, contacts = _chosen(asked, store, named)
    found = [readout for contact in contacts for readout in told_of(contact)]
    parties = contacts[0].parties if len(named) == 1 else selection.parties
    differing = [] if len(named) == 1 else asymmetry(contacts, parties, length)
    emit(
        Answer(
            command="readouts",
            as_of=iso(selection.as_of),
            selection=selection_item(selection),
            items=[_item(readout) for readout in found],
            columns=("contact_id", "topic", "reported_by", "denied_by", "raised_by", "third_party", "one_sided"),
            picture=lambda canvas: _picture(canvas, contacts, parties, differing),
            summary={"contacts": len(contacts), "asymmetry": [_asymmetry_item(row) for row in differing]},
        ),
        form,
    )


def _chosen(asked: Asked, store: "Store", named: Sequence[str]) -> "tuple[Selection, list[Contact]]":
    """The contacts meant: one by its id, or those of a pair."""
    from detente.cli.restricted import answered
    from detente.store import contacts
    from detente.store.meant import meant

    if len(named) == 1:
        whole = asked.include_restricted
        contact_id = meant(store, named[0], include_restricted=whole)
        return asked.selection(store), [contacts.contact(store, contact_id, include_restricted=whole)]
    if len(named) != 2:
        raise UsageError("readouts takes two parties or the id of a contact", mend="for example: detente readouts FRA RUS")
    selection = asked.selection(store, named)
    return selection, answered(store, selection, lambda chosen: contacts.contacts(store, chosen, details=True))


def _item(readout: "Readout") -> dict[str, object]:
    return {
        "contact_id": readout.contact_id,
        "topic": readout.topic,
        "reported_by": list(readout.reported_by),
        "denied_by": list(readout.denied_by),
        "raised_by": list(readout.raised_by),
        "third_party": readout.third_party,
        "one_sided": readout.one_sided,
    }


def _asymmetry_item(row: "Asymmetry") -> dict[str, object]:
    return {
        "period": row.period,
        "party": row.party,
        "reported": row.reported,
        "alone": row.alone,
        "denied": row.denied,
        "share": row.share,
    }


def _picture(canvas: "Canvas", contacts: "Sequence[Contact]", parties: Sequence[str], differing: "Sequence[Asymmetry]") -> str:
    from detente.cli.tables import Column, Styled, Table, draw
    from detente.domain.readouts import readouts as told_of

    told = [(contact, told_of(contact)) for contact in contacts]
    if not any(found for _, found in told):
        return "No statement fits."
    sides = [Column(f"{party} says") for party in parties]
    parts: list[Part] = []
    for contact, found in told:
        if found:
            rows = [_row(readout, parties, len(contact.parties)) for readout in found]
            parts.append(Styled(contact.contact_id, "bold"))
            parts.append(Table([Column("topic"), *sides, Column("in short", wrap=True)], rows))
    if differing:
        columns = [
            Column("period"),
            Column("side"),
            Column("topics", right=True),
            Column("alone", right=True),
            Column("share", right=True),
        ]
        parts.append(Table([*columns, Column("denied", right=True)], [_asymmetry_row(row) for row in differing]))
    return draw(canvas, parts)


def _row(readout: "Readout", parties: Sequence[str], sides: int) -> "list[Cell]":
    from detente.domain.words import readout_in_words

    return [readout.topic, *(_says(readout, party) for party in parties), readout_in_words(readout, sides)]


def _says(readout: "Readout", party: str) -> str:
    said = ["reports"] * (party in readout.reported_by) + ["denies"] * (party in readout.denied_by)
    return ", ".join(said) or "–"


def _asymmetry_row(row: "Asymmetry") -> "list[Cell]":
    share = "–" if row.share is None else f"{row.share:.0%}"
    return [row.period or "all", row.party, str(row.reported), str(row.alone), share, str(row.denied or "")]
