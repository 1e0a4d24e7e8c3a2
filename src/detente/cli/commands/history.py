"""``detente history``: who changed what, when and why?"""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import CHOOSING, Asked, asking
from detente.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.cli.tables import Canvas, Cell
    from detente.store.history import Change
    from detente.store.revisions import Revision

app = typer.Typer(**PLAIN)

Record = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="A contact, claim, topic, party or other record; r17: what that revision did."),
]
Author = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Only what NAME did.", show_default=False)]
All = Annotated[bool, typer.Option("--all", help="Of a revision that did the same to many records, name them all.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="Only the latest N.", show_default=False)]


@app.command()
@asking(without=set(CHOOSING) - {"include_restricted", "known_on"})
def history(asked: Asked, record: Record = None, author: Author = None, limit: Limit = None, every: All = False) -> None:
    """Show who changed what, when and why.

    Of one record, oldest first, or of the whole store, latest first. Every command that changes the record leaves a
    revision. Windows and tenures are named by what identifies them, as the history of their revision (r17) prints it. JSON
    has each record before and after.
    """
    from detente.cli.output import Answer, emit
    from detente.formats.revised import CHANGE_KEYS, REVISION_KEYS, change_item, revision_item
    from detente.store import history as told
    from detente.store.meant import meant

    if record is not None and (author is not None or limit is not None):
        raise UsageError("--author and --limit are for the history of the whole store", mend="leave out the id, or these")
    form, whole = asked.form(), asked.include_restricted
    with asked.store() as store:
        if record is None:
            found = told.log(store, author=author, limit=limit, include_restricted=whole)
            items = [revision_item(revision) for revision in found]
            emit(Answer("history", None, None, items, REVISION_KEYS, lambda canvas: _log(canvas, found)), form)
            return
        number = _number(record)
        if number is None:
            changes = told.history(store, meant(store, record, claims=True, include_restricted=whole), include_restricted=whole)
        else:
            changes = told.changes_of(store, number, include_restricted=whole)
    items = [change_item(change) for change in changes]
    few = len(changes) if every else _FEW
    emit(Answer("history", None, None, items, CHANGE_KEYS, lambda canvas: _changes(canvas, changes, few)), form)


def _number(record: str) -> int | None:
    return int(record[1:]) if record[:1] in ("r", "R") and record[1:].isdecimal() and record.isascii() else None


def _log(canvas: "Canvas", found: "Sequence[Revision]") -> str:
    from detente.cli.tables import Column, Table, draw

    rows: list[list[Cell]] = [
        [f"r{one.number}", _time(one), one.author or "not known", one.command, _about(one)] for one in found
    ]
    columns = [Column(""), Column("when (UTC)"), Column("who"), Column("did"), Column("what and why", wrap=True)]
    return draw(canvas, [Table(columns, rows)])


def _about(revision: "Revision") -> str:
    undone = f" (r{revision.undoes})" if revision.undoes else ""
    return f"{revision.about}{undone}" + (f": {revision.why}" if revision.why else "")


def _time(revision: "Revision") -> str:
    return revision.recorded_at[:19].replace("T", " ")


_FEW = 4
"""So many records of a kind to which a revision did the same are named."""

_MANY = {
    "coverage": "windows of coverage",
    "officeholder": "tenures",
    "party": "parties",
}
"""What several records of a kind are called where that is not the kind with an s."""


def _changes(canvas: "Canvas", changes: "Sequence[Change]", few: int) -> str:
    """Each revision once, with what it did; ``few`` is how many records of a kind are named where it did the same to more."""
    from itertools import groupby

    from detente.cli.tables import Styled, draw

    several = len({change.record for change in changes}) > 1
    parts: list[Cell] = []
    for by, of_it in groupby(changes, key=lambda change: change.revision):
        lines = [*_done(list(of_it), several, few), *([f"why: {by.why}"] if by.why else [])]
        parts.append(Styled(f"r{by.number}  {_time(by)}  {by.author or 'not known'}  {by.command}", "bold"))
        parts.append("\n".join(f"   {line}" for line in lines))
    return draw(canvas, parts)


def _done(changes: "Sequence[Change]", several: bool, few: int) -> "Iterator[str]":
    """What a revision did, in lines: a record for each, and where it did the same to many of a kind how many those are."""
    from detente.formats.revised import change_lines

    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for change in changes:
        alike.setdefault((change.kind, tuple(change_lines(change))), []).append(change.record)
    for (kind, lines), records in alike.items():
        if len(records) > few:
            yield f"{len(records):,} {_MANY.get(kind, f'{kind}s')}: {'; '.join(lines)}"
            yield f"   {', '.join(records[:few])} …"
            continue
        for record in records:
            if several and len(lines) == 1:
                yield f"{kind} {record}: {lines[0]}"
            else:
                yield from [f"{kind} {record}", *(f"   {line}" for line in lines)] if several else lines


def history_lines(changes: "Sequence[Change]") -> list[str]:
    """One line a revision, for the card of a contact."""
    from detente.formats.revised import change_lines

    lines = []
    for change in changes:
        by, said = change.revision, change_lines(change)
        more = f"; {len(said) - 2} more" if len(said) > 2 else ""
        why = f" – {by.why}" if by.why else ""
        who = by.author or "not known"
        lines.append(f"r{by.number}  {_time(by)}  {who}  {by.command}: {'; '.join(said[:2])}{more}{why}")
    return lines
