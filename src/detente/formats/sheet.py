"""How does a sheet tell of contacts: one row each, the columns by name, in whichever order?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from detente.domain import package
from detente.domain.tabular import Kind
from detente.domain.words import counted
from detente.formats.cell_dates import CellDateError, read_date
from detente.formats.cells import exact
from detente.formats.contact_rows import ContactFile
from detente.formats.header import columns_of
from detente.formats.list_cells import LISTS, Entry, ListCellError, ListColumn, entries_of
from detente.formats.reading import ColumnMap
from detente.formats.told import ALSO, ONE_PARTY, Told
from detente.store.judging import Finding

_BY_NAME: dict[str, ListColumn] = {column.name: column for column in LISTS}
_SIDES = ("party", "side", "reported_by", "raised_by")
"""The fields of entries that hold a party."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell of which a file does not hold the value."""

    shown: str
    reason: str


Cell = str | Unreadable
Row = tuple[int, Sequence[Cell]]
"""A line and its cells."""


def told_in(rows: Iterable[Row], file: ContactFile, by: ColumnMap) -> Iterator[Told]:
    """The contacts of a sheet whose first row that is not empty names its columns.

    What cannot be read goes to ``file.wrong``; of a row with such a cell the others are given, so that they are judged too.
    """
    filled = (row for row in rows if any(row[1]))
    line, header = next(filled, (1, []))
    columns = columns_of(line, [cell if isinstance(cell, str) else "" for cell in header], file, by)
    if columns is None:
        return
    for line, cells in filled:
        yield _Reading(line, file, by).told(columns, cells)


@dataclass(slots=True)
class _Reading:
    """One row, while it is read."""

    line: int
    file: ContactFile
    by: ColumnMap
    cells: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[Entry]] = field(default_factory=dict)

    def told(self, columns: Sequence[str], cells: Sequence[Cell]) -> Told:
        for name, text in self.by.constants.items():
            self._take(name, text)
        for place in range(max(len(cells), len(columns))):
            name = columns[place] if place < len(columns) else ""
            cell = cells[place] if place < len(cells) else ""
            if isinstance(cell, Unreadable):
                if name:
                    self._report(name, cell.shown, cell.reason)
                    self._take(name, "")
            elif name:
                self._take(name, exact(cell))
            elif cell and place >= len(columns):
                self._report("", "", f"has {counted(len(cells), 'cell')} where the header has {len(columns)}")
                break
        return Told(self.line, self.cells, self.lists)

    def _take(self, name: str, text: str) -> None:
        parties = self.by.values.get("parties", {})
        words = self.by.values.get(name) or self.by.values.get(ALSO.get(name, name), {})
        name = ALSO.get(name, name)
        if name in _BY_NAME:
            self._take_list(_BY_NAME[name], text, words, parties)
        elif name == "parties":
            parts = [part.strip() for part in text.replace("\n", self.by.separator).split(self.by.separator)]
            named = [_translated(part, words) for part in parts if part]
            self.cells[name] = ";".join([*filter(None, [self.cells.get(name, "")]), *named])
        else:
            text = _translated(text, words or (parties if name in ONE_PARTY else {}))
            self.cells[name] = text if _IS_TEXT[name] else self._date(text) if name == "date" else text.strip()

    def _take_list(self, column: ListColumn, text: str, words: Mapping[str, str], parties: Mapping[str, str]) -> None:
        entries = self.lists.setdefault(column.name, [])
        try:
            found = entries_of(column, text, self.by.separator)
        except ListCellError as error:
            self._report(column.name, error.value, str(error))
            return
        for entry in found:
            own = {name: _translated(said, words) for name, said in entry.items()}
            entries.append({name: _translated(said, parties) if name in _SIDES else said for name, said in own.items()})

    def _date(self, text: str) -> str:
        try:
            return read_date(text, self.by.dates)
        except CellDateError as error:
            self._report("date", text.strip(), str(error))
            return text.strip()

    def _report(self, column: str, value: str, reason: str) -> None:
        self.file.wrong.append(Finding(self.file.name, self.line, column, value, reason))


_IS_TEXT = {column.name: column.kind is Kind.TEXT for column in package.CONTACTS.columns}


def _translated(text: str, words: Mapping[str, str]) -> str:
    if not words:
        return text
    return words.get(text.strip()) or {theirs.casefold(): ours for theirs, ours in words.items()}.get(
        text.strip().casefold(), text
    )


def ids_in(contacts: Callable[[ContactFile], Iterable[Told]], file: ContactFile) -> set[str]:
    """The ids that stand in a file, read for their sake alone."""
    aside = ContactFile(file.name, file.today, lambda: ())
    return {told.cells["contact_id"] for told in contacts(aside) if told.cells.get("contact_id")}
