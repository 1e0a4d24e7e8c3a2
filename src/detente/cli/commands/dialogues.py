"""``detente dialogues``: which meetings recur, when was one missed, and how is one declared?"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli import PLAIN
from detente.cli.dialogue_options import AT_FIRST, OPTIONS, changed, undescribed
from detente.cli.groups import ListedGroup
from detente.cli.options import Asked, Db, Usual, asking, one, taking
from detente.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.cli.tables import Canvas, Cell, Part, Table
    from detente.domain.contacts import Contact
    from detente.domain.dialogues import Dialogue
    from detente.domain.occasions import Followed, Occasion

app = typer.Typer(cls=ListedGroup, help="List recurring dialogues with what was kept and missed; declare them.", **PLAIN)

_CHOSEN = {"channel", "setting", "substance", "topic", "person", "status", "level", "from_", "to", "by"}


@app.command(name="list")
@asking(without=_CHOSEN)
def list_dialogues(asked: Asked, parties: Usual = None) -> None:
    """List the recurring dialogues of a pair, or of all, with each occasion: met, missed, not known, suspended, next.

    An occasion is missed only where somebody looked on each of its days, as declared with detente coverage; else nothing is
    on record, and it is said how much of that time was looked at. What was cancelled, postponed or declined in those days is
    named beside it.
    """
    from detente.cli.commands.gaps import pair
    from detente.cli.output import Answer, emit
    from detente.cli.restricted import answered
    from detente.domain.days import iso
    from detente.formats.dialogue_items import OCCASION_KEYS, counted_item, dialogue_item, occasion_item
    from detente.store.dialogues import dialogues, followed

    form = asked.form()
    with asked.store() as store:
        selection = asked.selection(store, pair(parties))
        found = answered(store, selection, lambda chosen: followed(store, chosen))
        declared = dialogues(store, *selection.parties, include_restricted=selection.include_restricted)
    emit(
        Answer(
            command="dialogues list",
            as_of=iso(selection.as_of),
            selection={"parties": list(selection.parties), "known_on": selection.known_on},
            items=[occasion_item(one, occasion) for one in found for occasion in one.occasions],
            columns=OCCASION_KEYS,
            picture=lambda canvas: _picture(canvas, declared, found),
            summary={
                "dialogues": [dialogue_item(dialogue) for dialogue in declared],
                "kept": [counted_item(one) for one in found],
            },
        ),
        form,
    )


DialogueId = Annotated[str, typer.Argument(metavar="ID", help="A name of small letters, digits and hyphens: fra-rus-2+2.")]
Members = Annotated[list[str], typer.Argument(metavar="PARTY PARTY...", help="Two parties, or several: then each pair.")]


@app.command(name="add")
@taking({**OPTIONS, "db": (Db, None)})
def add(said: "Mapping[str, Any]", dialogue_id: DialogueId, members: Members) -> None:
    """Declare a dialogue that recurs: between whom, how often, and what its meetings are on record as.

    \b
    detente dialogues add fra-rus-2+2 FRA RUS --name "2+2 council" --every 1y --months 9-11
      --setting 2+2 --from 2012-01-01 --suspended 2014-03-18/2019-06-30 --source https://…
    """
    from detente.cli.failure import note
    from detente.domain.dialogue_words import rhythm_in_words
    from detente.domain.parties import dyads_of
    from detente.store.dialogues import declare_dialogue
    from detente.store.opening import open_store
    from detente.store.reference import find_party

    told = {name: value for name, value in said.items() if name != "db"}
    for name, flag in (("name", "--name"), ("every", "--every"), ("from_", "--from")):
        if not told[name]:
            raise UsageError(f"{flag} is missing", mend="see: detente dialogues add --help")
    with open_store(said["db"], to_write=True) as store:
        codes = [find_party(store, text).code for text in members]
        if len(codes) < 2 or len(set(codes)) < len(codes):
            raise UsageError("a dialogue has two parties or more, each named once", mend="name different parties")
        told |= {name: value for name, value in AT_FIRST.items() if told[name] is None}
        declared = changed(undescribed(dialogue_id, codes), told)
        declare_dialogue(store, declared)
    pairs = len(dyads_of(codes))
    note(f"declared: {declared.dialogue_id}, {rhythm_in_words(declared)}" + (f", for {pairs} pairs" if pairs > 1 else ""))


@app.command(name="amend")
@taking({**OPTIONS, "why": (one("--why", "TEXT", "Why; asked for in a terminal."), None), "db": (Db, None)})
def amend(said: "Mapping[str, Any]", dialogue_id: DialogueId) -> None:
    """Correct a dialogue; what it said before stays in its history. Its parties stay.

    A value replaces the one on record, an empty one ('') empties it; --suspended is told anew, all of it. To take a dialogue
    out: detente retract ID.
    """
    from detente.cli.failure import note
    from detente.cli.revised import asked_why
    from detente.domain.dialogue_words import rhythm_in_words
    from detente.store.dialogues import amend_dialogue, dialogue
    from detente.store.opening import open_store

    told = {name: value for name, value in said.items() if name not in ("why", "db")}
    if all(value is None for value in told.values()):
        raise UsageError("amend was told to change nothing", mend="see: detente dialogues amend --help")
    with open_store(said["db"], to_write=True) as store:
        corrected = changed(dialogue(store, dialogue_id, include_restricted=True), told)
        why = said["why"] if said["why"] is not None else asked_why()
        is_new = amend_dialogue(store, corrected, why=why or None)
    note(f"amended: {dialogue_id}, {rhythm_in_words(corrected)}" if is_new else f"{dialogue_id} says so already")


def _picture(canvas: "Canvas", declared: "Sequence[Dialogue]", found: "Sequence[Followed]") -> str:
    from detente.cli.tables import Styled, draw
    from detente.domain.dialogue_words import followed_in_words

    if not declared:
        return "No dialogue is declared."
    parts: list[Part] = []
    for dialogue in declared:
        parts.append(_heading(dialogue))
        own = [one for one in found if one.dialogue == dialogue]
        for followed in own:
            if len(dialogue.parties) > 2:
                parts.append(Styled(str(followed.pair), "bold"))
            parts += [_table(canvas, followed.occasions), Styled(followed_in_words(followed), "dim")]
        if not own:
            parts.append("No contact between two of its parties is on record.")
    return draw(canvas, parts)


def _heading(dialogue: "Dialogue") -> "Cell":
    from detente.cli.tables import Styled
    from detente.domain.dialogue_words import lane_in_words, rhythm_in_words, running_in_words

    lines = [
        f"{dialogue.dialogue_id}: {dialogue.name}",
        f"{'-'.join(dialogue.parties)}: {lane_in_words(dialogue)}; {rhythm_in_words(dialogue)}; {running_in_words(dialogue)}",
    ]
    return Styled("\n".join(lines), "bold")


def _table(canvas: "Canvas", occasions: "Sequence[Occasion]") -> "Table":
    """The occasions, suspended ones that follow each other in one row; where it is narrow, dates instead of ids."""
    from detente.cli.tables import Column, Table, fitting

    columns = [Column("due"), Column("what became of it", wrap=True), Column("contact", wrap=True), Column("tried", wrap=True)]
    tables = []
    for name in (lambda contact: contact.contact_id, lambda contact: contact.date.text):
        rows = [_row(alike, name) for alike in _together(occasions)]
        wide = 4 if any(row[3] for row in rows) else 3
        tables.append(Table(columns[:wide], [row[:wide] for row in rows]))
    return fitting(canvas, *tables)


def _together(occasions: "Sequence[Occasion]") -> "list[list[Occasion]]":
    """Each occasion by itself, suspended ones that follow each other together."""
    from itertools import groupby

    from detente.domain.occasions import Kept

    groups: list[list[Occasion]] = []
    for suspended, run in groupby(occasions, key=lambda occasion: occasion.kept is Kept.SUSPENDED and not occasion.attempts):
        found = list(run)
        groups += [found] if suspended else [[occasion] for occasion in found]
    return groups


def _row(alike: "Sequence[Occasion]", name: "Callable[[Contact], str]") -> "list[Cell]":
    from detente.domain.dialogue_words import due_text

    first, last = due_text(alike[0].due), due_text(alike[-1].due)
    due = first if len(alike) == 1 else f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"
    contact = alike[0].contact
    return [
        due,
        _kept(alike[0]) if len(alike) == 1 else f"suspended, {len(alike)} occasions",
        "" if contact is None else name(contact),
        ", ".join(f"{attempt.status}: {name(attempt)}" for attempt in alike[0].attempts),
    ]


def _kept(occasion: "Occasion") -> "Cell":
    from detente.cli.tables import Styled
    from detente.domain.dialogue_words import kept_in_words
    from detente.domain.occasions import Kept

    words = kept_in_words(occasion)
    return Styled(words, "yellow") if occasion.kept is Kept.MISSED else words
