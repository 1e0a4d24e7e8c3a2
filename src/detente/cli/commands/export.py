"""``detente export``: how does the record leave the store?"""

from pathlib import Path
from typing import Annotated

import typer

from detente.cli import PLAIN
from detente.cli.options import CHOOSING, Asked, Parties, asking, today
from detente.errors import UsageError

app = typer.Typer(**PLAIN)

Place = Annotated[
    str, typer.Argument(metavar="PATH", help="A folder, new, empty or with a package to replace; or a file, by its ending.")
]
As = Annotated[
    str | None,
    typer.Option("--as", metavar="FORMAT", help="The format, where the ending does not tell it.", show_default=False),
]


@app.command()
@asking(without={"by", "csv", "output"})
def export(asked: Asked, path: Place, parties: Parties = None, as_: As = None) -> None:
    """Write the record as a package, or contacts as a file.

    A folder becomes a record package: CSV tables with their description. A file has the contacts of the selection, in the
    format of its ending: csv, tsv, xlsx, jsonl and parquet have a contact a row, and importing them again changes nothing;
    timelinejs, icalendar, csl-json, plover and cameo are for other programs. What is not public stays out unless asked for.
    """
    from dataclasses import replace

    from detente.cli.failure import note
    from detente.cli.output import Answer, emit
    from detente.cli.progress import progress
    from detente.domain.days import LAST_DAY, iso
    from detente.formats.known_formats import FOLDER, FORMATS, format_of, function_at
    from detente.formats.reading import Whither

    if path == "-":
        raise UsageError("export writes files", mend="name one, such as contacts.csv; rows are printed by: detente list --csv")
    form, name = asked.form(), format_of(Path(path), as_, to_write=True)
    if name == FOLDER and (parties or any(getattr(asked, option) for option in _CHOOSING)):
        raise UsageError("a package holds the whole record", mend="name a file, such as contacts.csv, to export a selection")
    planned = asked.as_of is None  # what is planned is on record too
    if planned and asked.known_on is None:
        asked = replace(asked, as_of=iso(today()))
    with asked.store() as store, progress("writing") as told:
        write = function_at(FORMATS[name].writes)
        selection = asked.selection(store, parties or ())
        if planned:
            selection = replace(selection, as_of=LAST_DAY)
        report = write(store, Path(path), selection, Whither(name, selection.as_of, told))
    where = f" in {report.files} files: {path}" if name == FOLDER else f": {path}"
    said = f"{report.contacts:,} contact{'' if report.contacts == 1 else 's'}{where}"
    if report.beside:
        note(f"described in {report.beside}")
    if not asked.json:
        note(said)
        return
    item = {"path": path, "files": report.files, "contacts": report.contacts}
    emit(Answer("export", None, None, [item], tuple(item), lambda canvas: said), form)


_CHOOSING = set(CHOOSING) - {"include_restricted", "known_on"}
