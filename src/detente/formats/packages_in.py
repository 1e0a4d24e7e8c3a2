"""A record package, among the formats that can be imported and exported."""

from pathlib import Path

from detente.domain.selection import Selection
from detente.errors import UsageError
from detente.formats.package import ExportReport, ImportReport, export_package, import_package
from detente.formats.reading import How, Whither
from detente.store.opening import Store


def import_folder(store: Store, path: Path, how: How) -> ImportReport:
    """As ``import_package``."""
    return import_package(store, path, dry_run=how.dry_run, overwrite=how.overwrite, progress=how.progress)


def export_folder(store: Store, path: Path, selection: Selection, whither: Whither) -> ExportReport:
    """As ``export_package``; raises UsageError where only some contacts are selected."""
    whole = Selection(as_of=selection.as_of, include_restricted=selection.include_restricted, known_on=selection.known_on)
    if selection != whole:
        raise UsageError("a package holds the whole record", mend="name a file, such as contacts.csv, to export a selection")
    return export_package(store, path, include_restricted=selection.include_restricted)
