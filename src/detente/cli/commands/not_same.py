"""``detente not-same``: how is it said that two contacts that look like one are two?"""

from typing import Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import AsJson, Db

app = typer.Typer(**PLAIN)

One = Annotated[str, typer.Argument(metavar="ID", help="One of the two contacts.")]
Other = Annotated[str, typer.Argument(metavar="ID", help="The other.")]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why they are two.", show_default=False)]


@app.command("not-same")
def not_same(one: One, other: Other, why: Why = None, db: Db = None, as_json: AsJson = False) -> None:
    """Judge that two contacts that look like one are two.

    Neither is changed. The judgement is kept: db check lists the two no more, amend does not refuse them, and an import of
    event data does not ask about them.
    """
    from detente.cli.failure import note
    from detente.cli.output import Form, Format, emit
    from detente.cli.revised import answer
    from detente.store.meant import meant
    from detente.store.opening import open_store
    from detente.store.uniting import not_same as kept_apart

    with open_store(db, to_write=True) as store:
        one, other = (meant(store, name, include_restricted=True) for name in (one, other))
        done = kept_apart(store, one, other, why=why)
    emit(answer("not-same", done), Form(Format.JSON if as_json else Format.TEXT))
    note("to take it back: detente undo")
