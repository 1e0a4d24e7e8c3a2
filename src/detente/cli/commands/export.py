"""``detente export``: how does the record leave the store?"""

from pathlib import Path
from typing import Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import CHOOSING, Asked, asking

app = typer.Typer(**PLAIN)

Folder = Annotated[str, typer.Argument(metavar="PATH", help="A new or empty folder, or one that holds a package to replace.")]


@app.command()
@asking(without=set(CHOOSING) - {"include_restricted", "known_on"} | {"csv", "output"})
def export(asked: Asked, path: Folder) -> None:
    """Write the record as a package.

    CSV tables with their description; importing them again changes nothing. What is not public stays out unless asked for.
    """
    from detente.cli.failure import note
    from detente.cli.output import Answer, emit
    from detente.formats.package import export_package

    form = asked.form()
    with asked.store() as store:
        report = export_package(store, Path(path), include_restricted=asked.include_restricted)
    said = f"{report.contacts:,} contacts in {report.files} files: {path}"
    if not asked.json:
        note(said)
        return
    item = {"path": path, "files": report.files, "contacts": report.contacts}
    emit(Answer("export", None, None, [item], tuple(item), lambda canvas: said), form)
