"""``detente undo``: how is what somebody did taken back?"""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import AsJson, Db
from detente.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.cli.output import Answer
    from detente.store.opening import Store
    from detente.store.revisions import Revision

app = typer.Typer(**PLAIN)

Last = Annotated[
    int | None,
    typer.Option(
        "--last", metavar="N", min=1, help="Take back your latest N that stand, the latest first.", show_default=False
    ),
]
Which = Annotated[
    str | None,
    typer.Option("--revision", metavar="N", help="Take back that one, as history numbers it: r17.", show_default=False),
]
Dry = Annotated[bool, typer.Option("--dry-run", help="Only show what would be taken back.")]


@app.command()
def undo(last: Last = None, revision: Which = None, dry_run: Dry = False, db: Db = None, as_json: AsJson = False) -> None:
    """Take back your latest revision, whatever it was.

    A second undo takes the first one back. To go further back: --last N, which leaves aside what was taken back already, or
    --revision N. You are DETENTE_AUTHOR, else the author of detente.toml, else the user of this system. It is refused when
    somebody changed since what you wrote. An id that was given once is not given again.
    """
    from detente.cli.failure import note
    from detente.cli.output import Form, Format, emit
    from detente.store.opening import open_store

    if last is not None and revision is not None:
        raise UsageError("--last and --revision exclude each other", mend="give one of them")
    number = None if revision is None else _number(revision)
    with open_store(db, to_write=True) as store:
        done = _undone(store, last, number, dry_run)
        answer = _preview(store, done) if dry_run else _answer(done)
    emit(answer, Form(Format.JSON if as_json else Format.TEXT))
    if dry_run:
        note("nothing was changed")


def _number(text: str) -> int:
    digits = text.removeprefix("r").removeprefix("R")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 9:
        raise UsageError(f"--revision '{text}' is no number of a revision", mend="write it as history does: r17")
    return int(digits)


def _undone(store: "Store", last: int | None, number: int | None, dry_run: bool) -> "Sequence[Revision]":
    from detente.store import undoing

    if number is not None:
        return undoing.undo_revision(store, number, dry_run=dry_run)
    if last is not None:
        return undoing.undo_last(store, last, dry_run=dry_run)
    return [undoing.undo(store, dry_run=dry_run)]


def _answer(done: "Sequence[Revision]") -> "Answer":
    """The revisions that took something back, one item and one line each."""
    from detente.cli.output import Answer
    from detente.cli.revised import in_words
    from detente.formats.revised import REVISION_KEYS, revision_item

    said = "\n".join(map(in_words, done))
    return Answer("undo", None, None, list(map(revision_item, done)), REVISION_KEYS, lambda canvas: said)


_SHOWN = 10
"""How many records of a revision a preview names."""


def _preview(store: "Store", done: "Sequence[Revision]") -> "Answer":
    """The revisions that would be taken back, and what each did; as items they are those that it would make."""
    from dataclasses import replace

    from detente.cli.visible import in_one_line
    from detente.formats.revised import change_lines
    from detente.store.history import changes_of

    lines = []
    for one in done:
        lines.append(in_one_line(f"r{one.undoes}: {one.about}"))
        changes = changes_of(store, one.undoes or 0, include_restricted=True)
        for change in changes[:_SHOWN]:
            lines += [in_one_line(f"   {change.kind} {change.record}: {line}") for line in change_lines(change)]
        lines += [f"   and {len(changes) - _SHOWN:,} more records"] if len(changes) > _SHOWN else []
    return replace(_answer(done), picture=lambda canvas: "\n".join(lines))
