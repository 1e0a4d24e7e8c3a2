"""``detente init``: makes a store."""

from typing import Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Db

app = typer.Typer(**PLAIN)

_ELSE = "default: as detente.toml says, else"
Days = Annotated[
    int | None,
    typer.Option("--approximate-days", min=0, max=366, metavar="N", help=f"By how many days ~ widens a day; {_ELSE} 3."),
]
Months = Annotated[
    int | None,
    typer.Option("--approximate-months", min=0, max=120, metavar="N", help=f"By how many months ~ widens a month; {_ELSE} 1."),
]
Years = Annotated[
    int | None,
    typer.Option("--approximate-years", min=0, max=100, metavar="N", help=f"By how many years ~ widens a year; {_ELSE} 1."),
]


@app.command()
def init(days: Days = None, months: Months = None, years: Years = None, db: Db = None) -> None:
    """Make a store: parties, topics and officeholders, no contacts yet.

    The store is one file unless --db (or DETENTE_DB) is the URL of a database. It is never replaced. How far approximate
    dates reach is kept in it from then on, for everybody who uses it.
    """
    from detente.cli.failure import note
    from detente.domain.dates import DEFAULT_TOLERANCE
    from detente.domain.words import widths_in_words
    from detente.store.configuration import widths
    from detente.store.creating import create

    tolerance = widths(days=days, months=months, years=years)
    with create(db, tolerance=tolerance) as store:
        note(f"made {store.url}")
    if tolerance != DEFAULT_TOLERANCE:
        note(f"~ widens {widths_in_words(tolerance)}, for good")
    note("next: detente log DATE CHANNEL PARTY PARTY, or: detente import FOLDER")
