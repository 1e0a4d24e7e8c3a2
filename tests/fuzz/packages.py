"""What must hold of an import, whatever the package: refused, it leaves the store as it was; accepted, it comes back the same."""

import atexit
import csv
import io
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from detente.cli.visible import in_one_line
from detente.domain.cell_values import is_wrong
from detente.domain.package import TABLES
from detente.errors import DetenteError, RejectedError
from detente.formats.cells import harmless
from detente.formats.csv_text import write_csv
from detente.formats.package import _rows, export_package, import_package
from detente.store.creating import create
from detente.store.judging import Finding
from detente.store.opening import Store, open_store
from tests.fuzz.base_package import BASE
from tests.fuzz.reading import text_of
from tests.fuzz.texts import OBEYED

Files = Mapping[str, bytes]


class Workshop:
    """A folder with stores to import into; ``empty`` has no contacts, ``filled`` the base package."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.empty, self.filled = folder / "empty.db", folder / "filled.db"
        with create(str(self.empty)):
            pass
        shutil.copyfile(self.empty, self.filled)
        with open_store(str(self.filled)) as store:
            import_package(store, self.laid_out({name: text.encode() for name, text in BASE.items()}))
        self.refusals = 0
        for original in (self.empty, self.filled):
            self._renew(original)

    def laid_out(self, files: Files) -> Path:
        """A folder with these files and nothing else."""
        package = self.folder / "package"
        shutil.rmtree(package, ignore_errors=True)
        for name, content in files.items():
            path = package / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return package

    def fresh(self, name: str) -> Path:
        """The name of a folder that is not there."""
        path = self.folder / name
        shutil.rmtree(path, ignore_errors=True)
        return path

    @contextmanager
    def working_on(self, original: Path) -> Iterator[Store]:
        """A copy of a store; whoever raises DetenteError while working on it must leave it as it was.

        The copy is used again after a refusal, and made anew after anything else.
        """
        copy = self._copy(original)
        with closing(sqlite3.connect(copy)) as watching:
            before = _version(watching)
            try:
                with open_store(str(copy)) as store:
                    yield store
            except DetenteError:
                assert _version(watching) == before, "something was written, and then refused"
                self.refusals += 1
                if self.refusals % 50 == 0:  # what data_version says is checked against the tables themselves now and then
                    assert content(copy) == content(original)
                raise
        self._renew(original)

    def _copy(self, original: Path) -> Path:
        return original.with_suffix(".working.db")

    def _renew(self, original: Path) -> None:
        copy = self._copy(original)
        for leftover in self.folder.glob(f"{copy.name}*"):
            leftover.unlink()
        shutil.copyfile(original, copy)


def _version(connection: sqlite3.Connection) -> int:
    """A number that SQLite changes whenever another connection has changed the file."""
    found: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return found


def content(store: Path, *, besides: tuple[str, ...] = ()) -> str:
    """A hash of every row of every table, besides those named."""
    with closing(sqlite3.connect(store)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        names = [name for (name,) in found if name not in besides]
        rows = [(name, sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"')))) for name in names]
    return sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest()


_MARKED = ("party", "topic", "officeholder", "revision")
"""What an import may touch that adds nothing: rows that came with the store are marked as imported, once."""


@lru_cache(maxsize=1)
def workshop() -> Workshop:
    """The workshop of this process, gone when it ends."""
    folder = Path(tempfile.mkdtemp(prefix="detente-fuzz-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Workshop(folder)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def taken_in(files: Files, original: Path, chance: int, *, overwrite: bool = False) -> None:
    """Imports a package into a copy of a store: all or nothing, and what came in goes out and comes in again the same."""
    shop = workshop()
    package = shop.laid_out(files)
    with shop.working_on(original) as store:
        try:
            import_package(store, package, overwrite=overwrite)
        except RejectedError as refused:
            for detail in refused.details:
                assert OBEYED.search(in_one_line(detail)) is None
                assert re.match(r"(reference|contacts/[^/]+)/[A-Za-z]+\.(csv|md):\d+: ", detail), detail
            raise
        comes_back(store, shop, chance)


def comes_back(store: Store, shop: Workshop, chance: int) -> None:
    """Exported and imported again, the record changes nothing here (if ``chance`` is odd), or is the same elsewhere (if even)."""
    out = shop.fresh("out")
    export_package(store, out, include_restricted=True)
    try:
        if chance % 2:
            _changes_nothing(store, out)
        else:
            _is_the_same_elsewhere(shop, out)
    except RejectedError as refused:
        raise AssertionError(f"what was exported is refused: {refused} {refused.details[:5]}") from refused


def _changes_nothing(store: Store, out: Path) -> None:
    before = content(Path(store.url), besides=_MARKED)
    report = import_package(store, out)
    assert (report.added, report.changed, report.warnings) == ({}, {}, ())
    assert content(Path(store.url), besides=_MARKED) == before


def _is_the_same_elsewhere(shop: Workshop, out: Path) -> None:
    elsewhere, again = shop.folder / "elsewhere.db", shop.fresh("again")
    for leftover in shop.folder.glob("elsewhere.db*"):
        leftover.unlink()
    shutil.copyfile(shop.empty, elsewhere)
    with open_store(str(elsewhere)) as other:
        import_package(other, out, overwrite=True)  # of parties that came with the store, the record may say otherwise
        export_package(other, again, include_restricted=True)
    assert _differences(files_of(out), files_of(again)) == []


def _differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The lines of files that are in one and not in the other."""
    return [
        f"{name}: {line!r}"
        for name in sorted({*one, *other})
        for line in {*one.get(name, b"").split(b"\n")} ^ {*other.get(name, b"").split(b"\n")}
    ]


_SECTION = re.compile(rb"^==> (.*?) <==\n", re.MULTILINE)
_NAME = re.compile(r"(reference/[a-z]+\.csv|contacts/(?!\.{1,2}/)[^/\0]{1,60}/([a-z]+\.csv|README\.md))")


def a_package_of_files(data: bytes) -> None:
    """A package whose files are given whole, each under a line ``==> NAME <==``; the others are those of the base package."""
    parts = _SECTION.split(data)
    given = dict(zip(map(text_of, parts[1::2]), parts[2::2], strict=True))
    named = {name: content for name, content in given.items() if _NAME.fullmatch(name)}
    if not named:
        raise RejectedError("the input names no file of a package")
    taken_in({name: text.encode() for name, text in BASE.items()} | named, workshop().empty, len(data))


def a_package_of_cells(data: bytes) -> None:
    """The base package with a few cells changed: for each a table, a row (one too many: a new row), a column, and the text.

    The first byte says into what: a store without contacts, one with the base package, or that one with ``--update``.
    """
    mode, edits = data[:1], data[1:].split(b"\0")
    tables = {name: list(csv.reader(io.StringIO(text))) for name, text in BASE.items() if name.endswith(".csv")}
    for edit in edits:
        if len(edit) >= 3:
            names = sorted(tables)
            change(tables[names[edit[0] % len(names)]], edit[1:])
    files = {name: written(rows) for name, rows in tables.items()}
    shop = workshop()
    way = mode[0] % 3 if mode else 0
    taken_in(files, shop.empty if way == 0 else shop.filled, len(data), overwrite=way == 2)


def a_table(data: bytes) -> None:
    """One file of a package, read without a store: the first byte says which. Its rows are the same when written and read again."""
    table = TABLES[(data[:1] or b"\0")[0] % len(TABLES)]
    file = workshop().folder / "table.csv"
    file.write_bytes(data[1:])
    malformed: list[Finding] = []
    rows = [[*cells] for _line, cells in _rows(file, table.file, table, malformed)]
    if malformed:
        raise RejectedError("the table cannot be read", details=tuple(map(str, malformed)))
    assert all(len(cells) == len(table.columns) for cells in rows)
    with file.open("w", encoding="utf-8", newline="") as again:
        write_csv(again, [[column.name for column in table.columns]])
        write_csv(again, (map(harmless, cells) for cells in rows))
    assert [[*cells] for _line, cells in _rows(file, table.file, table, malformed)] == rows
    assert malformed == []
    for column, cells in zip(table.columns, zip(*rows, strict=True), strict=False):
        if (wrong := is_wrong(column)) is not None:
            assert {wrong(cell) for cell in cells} <= {True, False}


def change(rows: list[list[str]], edit: bytes) -> None:
    """Puts a text into a cell: the first byte says in which row below the head (one too many: a new one), the second where in it."""
    number = 1 + edit[0] % len(rows)
    if number == len(rows):
        rows.append([*rows[-1]])
    rows[number][edit[1] % len(rows[0])] = text_of(edit[2:])


def written(rows: list[list[str]]) -> bytes:
    """As CSV by Python's own writer, every cell quoted: what the reader is given does not rest on our own writer."""
    lines = io.StringIO()
    csv.writer(lines, quoting=csv.QUOTE_ALL).writerows(rows)
    return lines.getvalue().encode("utf-8", "surrogatepass")
