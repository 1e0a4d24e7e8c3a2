"""How does a file of contacts, whatever its format, get into the record, and how is one written?"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from detente.domain.contacts import Claim, Contact
from detente.domain.selection import Selection
from detente.formats.column_map import refuse_unknown_words
from detente.formats.contact_rows import ContactFile, in_terms_of, reported, staged
from detente.formats.known_formats import function_at
from detente.formats.package import ExportReport, ImportReport, report_of
from detente.formats.reading import How, Whither, there
from detente.formats.sheet import ids_in
from detente.formats.sheet_description import describe
from detente.formats.told import Told
from detente.store.contacts import contacts_in_batches
from detente.store.opening import Store
from detente.store.packages import Package, merge_package
from detente.store.staging import StagedFile

_MOST_NOTES = 20

Batches = Iterable[list[tuple[Contact, list[Claim]]]]
"""Contacts, each with the claims about it, a few hundred at a time."""

READERS = {
    "csv": "sheet_text:contacts_in",
    "tsv": "sheet_text:contacts_in",
    "xlsx": "workbook:contacts_in",
    "jsonl": "json_lines:contacts_in",
    "parquet": "parquet:contacts_in",
}
"""Format → what gives the contacts of a file: called with (path, ``How``, ``ContactFile``)."""

WRITERS = {
    "csv": "sheet_text_writing:write_contacts",
    "tsv": "sheet_text_writing:write_contacts",
    "xlsx": "workbook_writing:write_contacts",
    "jsonl": "json_lines:write_contacts",
    "parquet": "parquet:write_contacts",
}
"""Format → what writes contacts to a file: called with (path, format, ``Batches``)."""


def import_contacts(store: Store, path: Path, how: How) -> ImportReport:
    """Adds the contacts of a file to the record, all or nothing, as ``import_package`` does.

    Raises NotFoundError where there is no file, and RejectedError with one line for each wrong cell: file, line, column as
    it is called in the file, value and reason.
    """
    there(path)
    read: Callable[..., Iterator[Told]] = function_at(READERS[how.format])
    quiet = replace(how, progress=lambda rows, share: None)

    def given_ids() -> set[str]:
        if file.headers and "contact_id" not in file.headers:
            return set()
        return ids_in(lambda aside: read(path, quiet, aside), file)

    refuse_unknown_words(store, how.map)
    file = ContactFile(path.name, how.today, given_ids, how.map)

    def files() -> Iterator[StagedFile]:
        file.wrong.clear()
        file.notes.clear()
        return staged(store, file, read(path, how, file))

    given = Package(files, file.wrong, {}, path.name, lambda findings: reported(file, findings))
    report = report_of(merge_package(store, given, dry_run=how.dry_run, overwrite=how.overwrite))
    noted = file.notes if any((*report.added.values(), *report.changed.values())) else []  # of what is there all was said then
    warnings = dict.fromkeys((*_first_of(list(dict.fromkeys(noted))), *map(in_terms_of, report.warnings)))
    return replace(report, warnings=tuple(warnings))


def _first_of(notes: list[str]) -> list[str]:
    """As many notes as somebody reads, and how many more there are."""
    more = len(notes) - _MOST_NOTES
    return notes if more <= 0 else [*notes[:_MOST_NOTES], f"and {more:,} more notes like these"]


def export_contacts(store: Store, path: Path, selection: Selection, whither: Whither) -> ExportReport:
    """Writes the contacts of ``selection`` to a file, in series order, and a description of its columns beside it."""
    write: Callable[..., int] = function_at(WRITERS[whither.format])
    count = write(path, whither.format, contacts_in_batches(store, selection, whither.progress))
    return ExportReport(2, count, describe(path, whither.format))
