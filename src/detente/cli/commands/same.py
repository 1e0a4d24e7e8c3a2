"""``detente same``: how is it said that two contacts on record are one?"""

from typing import Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import AsJson, Db

app = typer.Typer(**PLAIN)

Kept = Annotated[str, typer.Argument(metavar="ID", help="The contact that keeps its id.")]
Other = Annotated[str, typer.Argument(metavar="ID", help="The contact that becomes part of it.")]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why they are one.", show_default=False)]


@app.command()
def same(kept: Kept, other: Other, why: Why = None, db: Db = None, as_json: AsJson = False) -> None:
    """Judge that two contacts are one, and make them one.

    The first keeps its id. Sources, statements, participants and values of the second that it lacks become its own, values
    that differ are kept beside those adopted, claims follow, and the second is taken out. The judgement is kept: nobody is
    asked again.
    """
    from detente.cli.failure import note
    from detente.cli.output import Form, Format, emit
    from detente.cli.revised import answer
    from detente.store.meant import meant
    from detente.store.opening import open_store
    from detente.store.uniting import same as made_one

    with open_store(db, to_write=True) as store:
        kept, other = (meant(store, name, include_restricted=True) for name in (kept, other))
        done = made_one(store, kept, other, why=why)
    emit(answer("same", done), Form(Format.JSON if as_json else Format.TEXT))
    note("to take it back: detente undo")
