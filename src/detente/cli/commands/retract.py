"""``detente retract``: how is something taken out of the record that should not be in it?"""

from typing import Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import AsJson, Db
from detente.errors import UsageError

app = typer.Typer(**PLAIN)

Record = Annotated[str, typer.Argument(metavar="ID", help="A contact, a claim, or another record as its history names it.")]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why; asked for in a terminal.", show_default=False)]


@app.command()
def retract(record: Record, why: Why = None, db: Db = None, as_json: AsJson = False) -> None:
    """Take a record out; it stays in the history.

    A contact, a claim, or any other; its id is not given again. The claims about a contact go with it. A package that brings
    it once more leaves it out, unless imported with --update.
    """
    from detente.cli.failure import note
    from detente.cli.output import Form, Format, emit
    from detente.cli.revised import answer, asked_why
    from detente.store.meant import meant
    from detente.store.opening import open_store
    from detente.store.retracting import refuse_missing
    from detente.store.retracting import retract as taken_out

    with open_store(db, to_write=True) as store:
        record = meant(store, record, claims=True, include_restricted=True)
        refuse_missing(store, record)
        reason = (why if why is not None else asked_why() or "").strip()
        if not reason:
            raise UsageError("a retraction needs a reason", mend="give it with --why")
        done = taken_out(store, record, reason)
    emit(answer("retract", done), Form(Format.JSON if as_json else Format.TEXT))
    note("to take it back: detente undo")
