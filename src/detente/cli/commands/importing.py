"""``detente import``: how does a record package get into the store?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN, eventful
from detente.cli.options import CHOOSING, Asked, asking

if TYPE_CHECKING:
    from detente.cli.tables import Canvas
    from detente.formats.package import ImportReport

app = typer.Typer(**PLAIN)

Folder = Annotated[
    str, typer.Argument(metavar="PATH", help="The folder that holds contacts/ and reference/; with --as, a file or a folder.")
]
Update = Annotated[
    bool, typer.Option("--update", help="Correct what is on record with another content; what it said stays in the history.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be added, and add nothing.")]


@app.command(name="import")
@asking(without=CHOOSING)
def import_(
    asked: Asked,
    path: Folder,
    update: Update = False,
    dry_run: DryRun = False,
    as_: eventful.As = None,
    codebook: eventful.Codebook = None,
    maps: eventful.Maps = None,
    base_date: eventful.BaseDate = None,
    step: eventful.Step = None,
    echo: eventful.Echo = 2,
    party: eventful.Party = None,
    engine: eventful.EngineName = "duckdb",
) -> None:
    """Read a record package into the store, all of it or nothing.

    Every bad row is named by file, line, column, value and reason. What is on record already changes nothing; other
    content under the same id is refused, or with --update becomes that of the package. Nothing on record is removed.

    With --as it reads machine-coded event data instead, and adds the contacts between defence sides that they tell of.
    """
    from detente.cli.failure import note
    from detente.cli.output import Answer, emit
    from detente.formats.package import import_package

    events = eventful.events_asked_for(
        as_, update, codebook=codebook, maps=maps, base_date=base_date, step=step, echo=echo, party=party, engine=engine
    )
    if events is not None:
        eventful.import_events(asked, Path(path), events, dry_run=dry_run)
        return
    form = asked.form()
    with asked.store(to_write=True) as store:
        report = import_package(store, Path(path), dry_run=dry_run, overwrite=update)
    for warning in report.warnings:
        note(f"warning: {warning}")
    emit(
        Answer(
            command="import",
            as_of=None,
            selection=None,
            items=_items(report),
            columns=("table", "added", "changed", "unchanged"),
            picture=lambda canvas: picture(canvas, report),
            summary={
                "added": sum(report.added.values()),
                "unchanged": sum(report.unchanged.values()),
                "changed": sum(report.changed.values()),
                "warnings": len(report.warnings),
                "dry_run": dry_run,
            },
        ),
        form,
    )
    if report.changed and not dry_run:
        note("what the changed records said before is in: detente history")
    if dry_run:
        note("nothing was added: this was a dry run")


def _items(report: "ImportReport") -> list[dict[str, object]]:
    """Rows added and rows that were there, per table in the order of the package."""
    from detente.domain.package import TABLES

    named = [table.name for table in TABLES if table.name in report.added or table.name in report.unchanged]
    return [
        {
            "table": name,
            "added": report.added.get(name, 0),
            "changed": report.changed.get(name, 0),
            "unchanged": report.unchanged.get(name, 0),
        }
        for name in named
    ]


def picture(canvas: "Canvas", report: "ImportReport") -> str:
    """Rows per table."""
    from detente.cli.tables import Column, Table, draw

    rows = [
        [str(item["table"]), f"{item['added']:,}", f"{item['changed']:,}", f"{item['unchanged']:,}"] for item in _items(report)
    ]
    columns = [Column("table"), Column("added", right=True), Column("changed", right=True), Column("there already", right=True)]
    return draw(canvas, [Table(columns, rows)])
