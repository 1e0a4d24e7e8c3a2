"""How does a sheet tell of contacts: one row each, the columns by name, in whichever order?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from detente.domain import package
from detente.domain.tabular import Kind
from detente.domain.words import counted
from detente.formats.cell_dates import CellDateError, read_date
from detente.formats.cells import exact
from detente.formats.contact_rows import ContactFile
from detente.formats.list_cells import LISTS, Entry, ListCellError, ListColumn, entries_of
from detente.formats.reading import ColumnMap
from detente.formats.told import ALSO, COLUMNS, NEEDED, ONE_PARTY, Told
from detente.store.judging import Finding

_BY_NAME: dict[str, ListColumn] = {column.name: column for column in LISTS}
_SIDES = ("party", "side", "reported_by", "raised_by")
"""The fields of entries that hold a party."""

KNOWN = (*COLUMNS, *_BY_NAME, *ALSO)
SHEET_COLUMNS = (*COLUMNS, *_BY_NAME)
"""The columns that a sheet is written with."""


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
    columns = _columns(line, [cell if isinstance(cell, str) else "" for cell in header], file, by)
    if columns is None:
        return
    for line, cells in filled:
        yield _Reading(line, file, by).told(columns, cells)


def _columns(line: int, header: Sequence[str], file: ContactFile, by: ColumnMap) -> list[str] | None:
    """Our name for each column, empty for those left out; None where the header is wrong."""
    mapped = {plain_name(theirs): ours for theirs, ours in by.columns.items()}
    named = [mapped.get(plain_name(exact(name)), plain_name(exact(name))) for name in header]
    wrong = [name for name, ours in zip(header, named, strict=True) if ours and ours not in KNOWN]
    lacking = [] if "contact_id" in named else [name for name in NEEDED if name not in named and name not in by.constants]
    twice = [name for name in dict.fromkeys(named) if name and named.count(name) > 1]
    if wrong:
        file.wrong.append(Finding(file.name, line, "", "", _unknown(wrong, file.name)))
    if lacking:
        file.wrong.append(Finding(file.name, line, "", "", f"the header lacks {', '.join(lacking)}"))
    for name in twice:
        file.wrong.append(Finding(file.name, line, "", "", f"the header names the column {name} twice"))
    file.headers.update({ours: theirs for theirs, ours in zip(header, named, strict=True) if ours})
    for short, ours in ALSO.items():
        if short in file.headers:
            file.headers.setdefault(ours, file.headers[short])
    return None if wrong or lacking or twice else named


def _unknown(names: Sequence[str], file: str) -> str:
    """What is said of columns that are not known: which are meant, or what to do with them."""
    near = {name: get_close_matches(plain_name(name), KNOWN, 1, 0.75) for name in names}
    meant = [f"{found[0]} for {name}" if len(names) > 1 else found[0] for name, found in near.items() if found]
    mend = f"did you mean {', '.join(meant)}?" if meant else f"leave out, or map: detente import {file} --map map.toml"
    return f"the header has the unknown column{'s' if len(names) > 1 else ''} {', '.join(names)}; {mend}"


def plain_name(name: str) -> str:
    """A name of a column as it is compared: ``Contact ID`` is ``contact_id``."""
    return "_".join(name.replace("-", " ").casefold().split())


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
            self.cells[name] = ";".join(_translated(part, words) for part in parts if part)
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
