"""``detente demo``: what does Détente do, in two minutes, on the shipped record?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import Asked

if TYPE_CHECKING:
    from detente.store.opening import Store

app = typer.Typer(**PLAIN)

DEMO_STORE = "detente-demo.db"
DEMO_DAY = "2025-12-31"
Open = Annotated[bool, typer.Option("--open", help="Open the report in the browser.")]


_NEXT = (
    "show fra-rus-2024-04-03-phone",
    f"last FRA RUS --as-of {DEMO_DAY}",
    "topics FRA RUS --by-side --from 2022",
    f"gaps --min 1y --as-of {DEMO_DAY}",
)
"""What to ask next, as of the day of the demonstration, so that the figures are those that it shows."""


@app.command()
def demo(open_: Open = False) -> None:
    """Load the shipped record, show its longest silences, write a report.

    Makes detente-demo.db and reports/fra-rus.html in the current folder; answers as of 31 December 2025. Running it again
    changes nothing in the store.
    """
    from detente.cli.commands.gaps import answer
    from detente.cli.commands.report import write_dyad
    from detente.cli.failure import note
    from detente.cli.output import Form, emit
    from detente.store.telling import silences_of

    asked = Asked(channel=["phone"], level=["minister"], as_of=DEMO_DAY)
    with _demo_store() as store:
        selection = asked.selection(store, ("FRA", "RUS"))
        note(f"Silences between telephone calls of the French and Russian defence ministers, as of {DEMO_DAY}:")
        emit(answer(silences_of(store, selection), selection), Form())
        everything = Asked(as_of=DEMO_DAY).selection(store, ("FRA", "RUS"))
        path = write_dyad(store, everything, Path("reports/fra-rus.html"))
    note("open it in a browser, or ask on:" if not open_ else "ask on:")
    for step in _NEXT:
        note(f"  detente {step} --db {DEMO_STORE}")
    note("a record of your own begins with: detente init")
    if open_:
        import webbrowser

        webbrowser.open(path.resolve().as_uri())


def _demo_store() -> "Store":
    """The demonstration's own store, made and filled where it is not there yet."""
    from detente.cli.failure import note
    from detente.formats.package import import_package
    from detente.shipped import data_folder
    from detente.store.creating import create
    from detente.store.opening import open_store

    store = open_store(DEMO_STORE) if Path(DEMO_STORE).exists() else create(DEMO_STORE)
    report = import_package(store, data_folder())
    there = report.unchanged.get("contacts", 0)
    note(f"{DEMO_STORE}: {report.added.get('contacts', 0)} contacts added, {there} there already")
    return store
