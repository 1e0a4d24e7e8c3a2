"""``detente import FILE --as …``: what becomes of the rows of event data?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import choice, one
from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.cli.options import Asked
    from detente.cli.tables import Canvas
    from detente.formats.events.extraction import Extract
    from detente.formats.events.reading import Format
    from detente.store.opening import Store
    from detente.store.reconciling import Reconciled

EVENT_FORMATS = ("icews", "icews-names", "icews-ids", "gdelt", "polecat", "keds")
"""What ``--as`` takes of event data."""

Codebook = one("--codebook", "cameo|weis", "Of KEDS files: which codes they have.")
Maps = one("--maps", "FOLDER", "Of icews-ids: where entity2id.txt and relation2id.txt are.")
BaseDate = one("--base-date", "DAY", "Of icews-ids: the day of time 0.")
Step = one("--step", "hours|days", "Of icews-ids: what the time counts.")
Echo = Annotated[
    int, typer.Option("--echo", metavar="DAYS", min=0, max=365, help="Event data: rows so near tell of one contact.")
]
Party = choice("--party", "PARTY", "Event data: only contacts of this party. Repeatable: of any of them.")
EngineName = Annotated[
    str, typer.Option("--engine", metavar="duckdb|spark|spark://…", help="What the extraction from event data runs on.")
]


@dataclass(frozen=True, slots=True)
class Events:
    """What was asked for of event data, as it was typed."""

    format: str
    codebook: str | None = None
    maps: str | None = None
    base_date: str | None = None
    step: str | None = None
    echo: int = 2
    party: Sequence[str] | None = None
    engine: str = "duckdb"

    def refuse_without_format(self) -> None:
        """Raises UsageError for an option of event data where the file is none."""
        plain = Events(self.format)
        for field in fields(self):
            if getattr(self, field.name) != getattr(plain, field.name):
                option = f"--{field.name.replace('_', '-')}"
                raise UsageError(f"{option} is of event data", mend=f"say which with --as: {', '.join(EVENT_FORMATS)}")


def refuse_others(given: Mapping[str, object]) -> None:
    """Raises UsageError for an option that does not go with event data."""
    for option, value in given.items():
        if value:
            raise UsageError(f"{option} does not go with event data", mend="leave it out")


def import_events(asked: "Asked", path: Path, events: Events, *, dry_run: bool) -> None:
    """Extracts the contacts of a file, or of the files of a folder, and brings them into the store."""
    from detente.cli.failure import note
    from detente.cli.output import Answer, emit
    from detente.formats.events.needs import refuse_without_ibis
    from detente.store.reconciling import bring_in

    refuse_without_ibis()
    form = asked.form()
    format_ = _format(events)
    with asked.store(to_write=True) as store:
        extract = _extract(store, path, format_, events)
        _report(extract)
        done = bring_in(store, extract.contacts, window=events.echo, name=path.name, dry_run=dry_run)
    for doubt in done.unsure:
        note(f"unsure: {doubt}")
    emit(
        Answer(
            command="import",
            as_of=None,
            selection=None,
            items=_items(done),
            columns=("table", "added", "attached", "unchanged"),
            picture=lambda canvas: _picture(canvas, done),
            summary=_summary(extract, done, dry_run),
        ),
        form,
    )
    if dry_run:
        note("nothing was added: this was a dry run")


def _format(events: Events) -> "Format":
    from detente.formats.events.formats import format_named
    from detente.formats.events.reading import Wanted

    maps = None if events.maps is None else Path(events.maps)
    return format_named(events.format, Wanted(events.codebook, maps, events.base_date, events.step))


def _extract(store: "Store", path: Path, format_: "Format", events: Events) -> "Extract":
    from detente.formats.events.extraction import extract
    from detente.formats.events.register import register_of
    from detente.store.reference import find_party

    parties = {find_party(store, text).code for text in events.party or ()}
    return extract(path, format_, register_of(store), echo=events.echo, parties=parties, engine=events.engine)


def _report(extract: "Extract") -> None:
    """Tells what became of the rows, refused ones first."""
    from detente.cli.failure import note

    for line in extract.lines:
        note(line)
    for reason, count in extract.refused.items():
        note(f"refused: {count:,}, {reason}")
    for reason, count in extract.passed_over.items():
        note(f"passed over: {count:,}, {reason}")
    repeated = f", {extract.repeated:,} of them there twice" if extract.repeated else ""
    contacts = "1 contact" if len(extract.contacts) == 1 else f"{len(extract.contacts):,} contacts"
    note(
        f"rows read: {extract.read:,}; of contacts: {extract.kept:,}{repeated}; refused: {sum(extract.refused.values()):,}; "
        f"merged into {contacts}"
    )


def _items(done: "Reconciled") -> list[dict[str, object]]:
    return [{"table": "contacts", "added": done.added, "attached": done.attached, "unchanged": done.known}]


def _summary(extract: "Extract", done: "Reconciled", dry_run: bool) -> dict[str, object]:
    return {
        "read": extract.read,
        "kept": extract.kept,
        "repeated": extract.repeated,
        "passed_over": extract.passed_over,
        "refused": extract.refused,
        "contacts": len(extract.contacts),
        "added": done.added,
        "attached": done.attached,
        "unchanged": done.known,
        "unsure": len(done.unsure),
        "dry_run": dry_run,
    }


def _picture(canvas: "Canvas", done: "Reconciled") -> str:
    from detente.cli.tables import Column, Table, draw

    rows = [["contacts", f"{done.added:,}", f"{done.attached:,}", f"{done.known:,}"]]
    titles = ("added", "as sources of others", "there already")
    return draw(canvas, [Table([Column("table"), *(Column(title, right=True) for title in titles)], rows)])
