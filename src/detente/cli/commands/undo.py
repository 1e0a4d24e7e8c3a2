"""``detente undo``: how is the last thing that I did taken back?"""

import typer

from detente.cli import PLAIN
from detente.cli.options import AsJson, Db

app = typer.Typer(**PLAIN)


@app.command()
def undo(db: Db = None, as_json: AsJson = False) -> None:
    """Take back your latest revision, whatever it was.

    A second undo takes the first one back. You are DETENTE_AUTHOR, else the author of detente.toml, else the user of this
    system. It is refused when somebody changed since what you wrote.
    """
    from detente.cli.output import Form, Format, emit
    from detente.cli.revised import answer
    from detente.store.opening import open_store
    from detente.store.retracting import undo as undone

    with open_store(db, to_write=True) as store:
        done = undone(store)
    emit(answer("undo", done), Form(Format.JSON if as_json else Format.TEXT))
