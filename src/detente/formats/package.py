"""How a record package is read from a folder and written to one."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from operator import itemgetter
from pathlib import Path, PurePath

from detente.domain import package
from detente.domain.tabular import Table
from detente.domain.words import counted
from detente.errors import NotFoundError, RejectedError
from detente.formats.cells import MARKED, exact, harmless
from detente.formats.csv_text import write_csv
from detente.formats.reading import Progress, unseen, watched
from detente.formats.writing import DRAFT, whole_file
from detente.shipped import data_folder
from detente.store.differing import Difference
from detente.store.dumping import Dump, folders
from detente.store.judging import Finding
from detente.store.opening import Store
from detente.store.packages import Merged, Package, merge_package
from detente.store.staging import StagedFile

NOTES = "README.md"
"""The text that goes with the package, and with each folder."""

DESCRIPTION = "datapackage.json"

csv.field_size_limit(10_000_000)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Rows added, changed and there already, per table; ``warnings`` are lines for a person.

    What is told of a contact that was changed counts as added. A dry run also names the contacts that are new, those that
    stay the same, and each value that would change.
    """

    added: dict[str, int]
    changed: dict[str, int]
    unchanged: dict[str, int]
    warnings: tuple[str, ...]
    new: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written; ``beside`` is a file that tells of it, where there is one."""

    files: int
    contacts: int
    beside: Path | None = None


def import_package(
    store: Store, path: Path, *, dry_run: bool = False, overwrite: bool = False, progress: Progress = unseen
) -> ImportReport:
    """Adds the package in the folder ``path`` to the record, all or nothing; ``dry_run`` changes nothing.

    With ``overwrite`` what is on record with another content is changed to that of the package, by a revision.

    Raises NotFoundError when there is no package, and RejectedError with one line for each wrong row (file, line, column,
    value, reason), or for each value that differs from the record's under the same id.
    """
    slugs = _slugs(path)
    malformed: list[Finding] = []

    def files() -> Iterator[StagedFile]:
        return watched(path, _files(path, slugs, malformed), progress)

    given = Package(files, malformed, _notes(path, slugs), path.resolve().name)
    return report_of(merge_package(store, given, dry_run=dry_run, overwrite=overwrite))


def report_of(merged: Merged) -> ImportReport:
    """What an import did, per table."""
    unchanged = {name: count - merged.added.get(name, 0) - merged.changed.get(name, 0) for name, count in merged.read.items()}
    return ImportReport(
        {name: count for name, count in merged.added.items() if count},
        merged.changed,
        {name: count for name, count in unchanged.items() if count},
        merged.warnings,
        merged.new,
        merged.same,
        merged.differences,
    )


def _slugs(path: Path) -> list[str]:
    """The folders of the package below contacts/; raises NotFoundError where there is no package."""
    which = "name the folder that holds contacts/ and reference/"
    try:
        if not path.is_dir():
            raise NotFoundError(f"no folder {path}", mend=which)
        slugs = sorted(entry.name for entry in (path / "contacts").glob("*") if entry.is_dir())
        if not slugs and not (path / "reference").is_dir():
            raise NotFoundError(f"{path} is no record package", mend=which)
    except OSError as error:  # a name too long for the system, a folder that may not be entered
        raise NotFoundError(f"{path} cannot be read: {error.strerror}", mend=which) from None
    return slugs


def _files(path: Path, slugs: list[str], malformed: list[Finding]) -> Iterator[StagedFile]:
    for table in package.REFERENCE:
        yield from _file(path, f"reference/{table.file}", table, "", malformed)
    for table in package.PER_DYAD:  # one after the other: the files of one table are taken in together
        for slug in slugs:
            yield from _file(path, f"contacts/{slug}/{table.file}", table, slug, malformed)


def _file(path: Path, name: str, table: Table, slug: str, malformed: list[Finding]) -> Iterator[StagedFile]:
    if not (path / name).is_file():
        return
    if _leads_out(path, path / name):
        malformed.append(Finding(name, 1, "", "", "the file is a link that leads out of the package"))
    else:
        yield StagedFile(table, name, slug, _rows(path / name, name, table, malformed))


def _leads_out(package: Path, file: Path) -> bool:
    """Whether a link stands between the folder and its file that leads elsewhere: what lies there was never passed on."""
    return not file.resolve().is_relative_to(package.resolve())


def _rows(path: Path, name: str, table: Table, malformed: list[Finding]) -> Iterator[tuple[int, Sequence[str]]]:
    """Line and cells of each row, in the order of the table's columns; what cannot be read goes to ``malformed``."""
    line = 1
    try:
        marked = _holds_marked_cells(path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            if wrong := _wrong_header(header, table):
                malformed.append(Finding(name, 1, "", "", wrong))
                return
            # What is not in the file is taken from one empty cell that is put behind the others.
            in_order = itemgetter(*(header.index(column.name) if column.name in header else -1 for column in table.columns))
            line = reader.line_num + 1
            for row in reader:
                if len(row) != len(header):
                    malformed.append(
                        Finding(name, line, "", "", f"has {counted(len(row), 'cell')} where the header has {len(header)}")
                    )
                else:
                    row.append("")
                    yield line, [exact(cell) for cell in in_order(row)] if marked else in_order(row)
                line = reader.line_num + 1
    except (csv.Error, UnicodeDecodeError) as error:
        reason = "is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else f"is not CSV: {error}"
        malformed.append(Finding(name, line, "", "", f"the file, from here on, {reason}"))
    except OSError as error:
        malformed.append(Finding(name, line, "", "", f"the file cannot be read: {error.strerror}"))


def _holds_marked_cells(path: Path) -> bool:
    """Whether any cell may begin with the apostrophe that ``harmless`` writes: one look at the file, not one at each cell."""
    if not path.stat().st_size:
        return False
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        return MARKED.search(content) is not None


def _wrong_header(header: list[str], table: Table) -> str | None:
    known = [column.name for column in table.columns]
    missing = [column.name for column in table.columns if not column.optional and column.name not in header]
    if missing:
        return f"the header lacks {', '.join(missing)}"
    if strange := [name for name in header if name not in known]:
        return f"the header has the unknown column {', '.join(strange)}"
    return "the header names a column twice" if len(set(header)) != len(header) else None


def _notes(path: Path, slugs: Iterable[str]) -> dict[str, str]:
    found = {slug: file for slug in slugs if (file := path / "contacts" / slug / NOTES).is_file()}
    for slug, file in found.items():
        if _leads_out(path, file):
            raise RejectedError(f"contacts/{slug}/{NOTES} is a link that leads out of the package", mend="put a copy there")
    try:
        return {slug: file.read_text(encoding="utf-8") for slug, file in found.items()}
    except UnicodeDecodeError:
        raise RejectedError(f"a {NOTES} below {path} is not UTF-8 text", mend="save it as UTF-8") from None
    except OSError as error:
        raise RejectedError(f"a {NOTES} below {path} cannot be read: {error.strerror}", mend="check its permissions") from None


def export_package(store: Store, path: Path, *, include_restricted: bool = False) -> ExportReport:
    """Writes the record as a package into the folder ``path``, which is made if need be.

    Restricted contacts, statements, sources and claims are left out unless asked for. Raises RejectedError when the folder
    holds files that are not of a package.
    """
    kept = folders(store)
    _refuse_foreign(path)
    written: dict[str, int] = {}
    with store.reading() as connection:
        dump = Dump(connection, include_restricted=include_restricted)
        for table in package.REFERENCE:
            written[f"reference/{table.file}"] = _write(path / "reference" / table.file, table, dump.rows(table))
        for slug in kept:
            for table in package.PER_DYAD:
                name = f"contacts/{slug}/{table.file}"
                written[name] = _write(path / "contacts" / slug / table.file, table, dump.rows(table, slug))
    texts = _texts(kept, [name for name, count in written.items() if count >= 0])
    for name, text in texts.items():
        with whole_file(path / name) as file:
            file.write(text)
    contacts = sum(count for name, count in written.items() if name.endswith("/contacts.csv"))
    return ExportReport(sum(count >= 0 for count in written.values()) + len(texts), contacts)


def _texts(kept: Mapping[str, str | None], files: list[str]) -> dict[str, str]:
    from detente.formats.datapackage import description

    texts = {f"contacts/{slug}/{NOTES}": notes for slug, notes in kept.items() if notes is not None}
    texts[NOTES] = (data_folder() / NOTES).read_text(encoding="utf-8")
    texts[DESCRIPTION] = description(files)
    return texts


def _refuse_foreign(path: Path) -> None:
    """An export replaces a package, or fills an empty folder; it never mixes with other files."""
    try:
        if path.exists() and not path.is_dir():
            raise RejectedError(f"{path} is a file", mend="name a folder")
        if path.is_dir() and any(path.iterdir()) and not ((path / DESCRIPTION).is_file() or _was_cut_short(path)):
            raise RejectedError(f"{path} holds other files", mend="name an empty folder or one that holds a package")
    except OSError as error:
        raise RejectedError(f"{path} cannot be written: {error.strerror}", mend="name another place") from None


def _was_cut_short(path: Path) -> bool:
    """Whether a folder holds nothing but what an export left that did not come to its end: the description is written last."""
    files = (file.relative_to(path) for file in path.rglob("*") if not file.is_dir())
    return (path / "reference").is_dir() and all(map(_is_of_a_package, files))


def _is_of_a_package(file: PurePath) -> bool:
    name = DRAFT.sub(r"\1", file.name)
    match file.parts[:-1]:
        case ():
            return name == NOTES
        case ("reference",):
            return name in {table.file for table in package.REFERENCE}
        case ("contacts", _):
            return name in {NOTES, *(table.file for table in package.PER_DYAD)}
    return False


def _write(path: Path, table: Table, rows: Iterator[list[str]]) -> int:
    """Writes a table; gives the number of rows, or -1 where an optional table has none and so no file.

    Optional columns are written only where something is in them, so the rows are looked through first.
    """
    found = list(rows)
    if not found and table.optional:
        path.unlink(missing_ok=True)
        return -1
    shown = [place for place, column in enumerate(table.columns) if not column.optional or any(row[place] for row in found)]
    with whole_file(path) as file:
        write_csv(file, [[table.columns[place].name for place in shown]])
        write_csv(file, ([harmless(row[place]) for place in shown] for row in found))
    return len(found)
