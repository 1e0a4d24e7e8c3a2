"""``detente import``: how do records get into the store from a package or a file?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import PLAIN, eventful
from detente.cli.options import CHOOSING, Asked, asking, today
from detente.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.formats.reading import How

app = typer.Typer(**PLAIN)

Place = Annotated[str, typer.Argument(metavar="PATH", help="A record package (a folder), or a file, by its ending.")]
Update = Annotated[
    bool, typer.Option("--update", help="Correct what is on record with another content; what it said stays in the history.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be added and changed, and change nothing.")]
As = Annotated[
    str | None,
    typer.Option("--as", metavar="FORMAT", help="The format, where the ending does not tell it.", show_default=False),
]
Sheet = Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="Which sheet of a workbook.", show_default=False)]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="How a text is encoded, if not UTF-8.", show_default=False)
]
Map = Annotated[
    str | None,
    typer.Option("--map", metavar="FILE", help="What the file calls columns and words (TOML).", show_default=False),
]
Dates = Annotated[
    str | None,
    typer.Option("--dates", metavar="day-first|month-first", help="How to read 03/04/2024.", show_default=False),
]
Template = Annotated[bool, typer.Option("--template", help="Write an empty sheet to PATH, to be filled in; import nothing.")]


@app.command(name="import")
@asking(without=CHOOSING)
def import_(
    asked: Asked,
    path: Place,
    as_: As = None,
    update: Update = False,
    dry_run: DryRun = False,
    sheet: Sheet = None,
    encoding: Encoding = None,
    map_: Map = None,
    dates: Dates = None,
    template: Template = False,
    codebook: eventful.Codebook = None,
    maps: eventful.Maps = None,
    base_date: eventful.BaseDate = None,
    step: eventful.Step = None,
    echo: eventful.Echo = 2,
    party: eventful.Party = None,
    engine: eventful.EngineName = "duckdb",
) -> None:
    """Read a package or a file into the store, all of it or nothing.

    A file has a contact a row, its columns by name. Everything wrong is named by file, line, column, value and reason. What
    is on record already changes nothing; other content under the same id is refused, or with --update becomes that of the
    file. Nothing on record is removed. Of machine-coded event data (--as icews, icews-names, icews-ids, gdelt, polecat or
    keds) the contacts between defence sides are added, or become sources of those on record.
    """
    from dataclasses import replace

    from detente.cli.failure import note
    from detente.cli.imported import answer
    from detente.cli.output import emit
    from detente.cli.progress import progress
    from detente.formats.known_formats import FORMATS, format_of, function_at
    from detente.formats.template import write_template

    of_files = {"--sheet": sheet, "--encoding": encoding, "--map": map_, "--dates": dates}
    of_events = eventful.Events(as_ or "", codebook, maps, base_date, step, echo, party, engine)
    if as_ in eventful.EVENT_FORMATS:
        eventful.refuse_others({**of_files, "--update": update, "--template": template})
        eventful.import_events(asked, Path(path), of_events, dry_run=dry_run)
        return
    of_events.refuse_without_format()
    form = asked.form()
    if template:
        with asked.store() as store:
            write_template(store, Path(path))
        note(f"wrote {path}; fill it in, then run: detente import {path}")
        return
    name = format_of(Path(path), as_, to_write=False, besides=eventful.EVENT_FORMATS)
    how = _how(name, update, dry_run, of_files)
    with asked.store(to_write=True) as store, progress("reading") as told:
        report = function_at(FORMATS[name].reads)(store, Path(path), replace(how, progress=told))
    for warning in report.warnings:
        note(f"warning: {warning}")
    emit(answer(report, dry_run=dry_run), form)
    if report.changed and not dry_run:
        note("what the changed records said before is in: detente history")
    if dry_run:
        note("nothing was added: this was a dry run")


def _how(name: str, update: bool, dry_run: bool, given: "Mapping[str, str | None]") -> "How":
    """What was asked for, with the options of files; raises UsageError where one does not go with the format."""
    from detente.formats.cell_dates import ORDERS
    from detente.formats.column_map import read_map
    from detente.formats.known_formats import FORMATS
    from detente.formats.reading import ColumnMap, How

    for option, value in given.items():
        if value is not None and option not in FORMATS[name].options:
            raise UsageError(f"{option} does not go with {FORMATS[name].words}", mend="leave it out")
    dates, map_ = given["--dates"], given["--map"]
    if dates is not None and dates not in ORDERS:
        raise UsageError(f"--dates '{dates}' is not known", mend=f"one of {', '.join(ORDERS)}")
    chosen = ColumnMap(dates=dates) if map_ is None else read_map(Path(map_), dates)
    return How(name, today(), dry_run, update, given["--encoding"], given["--sheet"], chosen)
