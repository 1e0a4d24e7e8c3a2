"""``detente init``: makes a store."""

from typing import Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Db

app = typer.Typer(**PLAIN)

Days = Annotated[int, typer.Option("--approximate-days", min=0, max=366, metavar="N", help="By how many days ~ widens a day.")]
Months = Annotated[
    int, typer.Option("--approximate-months", min=0, max=120, metavar="N", help="By how many months ~ widens a month.")
]
Years = Annotated[
    int, typer.Option("--approximate-years", min=0, max=100, metavar="N", help="By how many years ~ widens a year.")
]


@app.command()
def init(days: Days = 3, months: Months = 1, years: Years = 1, db: Db = None) -> None:
    """Make a store: parties, topics and officeholders, no contacts yet.

    The store is one file unless --db (or DETENTE_DB) is the URL of a database. It is never replaced. How far approximate
    dates reach is kept in it, for everybody who uses it.
    """
    from detente.cli.failure import note
    from detente.domain.dates import Tolerance
    from detente.store.creating import create

    with create(db, tolerance=Tolerance(days, months, years)) as store:
        note(f"made {store.url}")
    note("next: detente log DATE CHANNEL PARTY PARTY, or: detente import FOLDER")
