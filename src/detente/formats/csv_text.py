"""How are items written as CSV: one line an item, the cells harmless in a spreadsheet?"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from detente.formats.cells import harmless


class Writable(Protocol):
    """Whatever takes text."""

    def write(self, text: str, /) -> object:
        """Takes a line, or a part of one."""
        ...


def csv_text(items: Iterable[Mapping[str, object]], columns: Sequence[str], delimiter: str = ",") -> str:
    """A header and one line an item, LF; ``columns`` are keys, ``from.date`` for a key inside another.

    Lists are joined by ``;``. A text that a spreadsheet would calculate begins with an apostrophe.
    """
    lines = io.StringIO()
    write_items(lines, items, columns, delimiter)
    return lines.getvalue()


def write_items(file: Writable, items: Iterable[Mapping[str, object]], columns: Sequence[str], delimiter: str = ",") -> None:
    """Writes what ``csv_text`` gives, line by line: items may be as many as there are."""
    write_csv(file, [[column.replace(".", "_") for column in columns]], delimiter)
    write_csv(file, ([cell_text(value_in(item, column)) for column in columns] for item in items), delimiter)


def write_csv(file: Writable, rows: Iterable[Iterable[object]], delimiter: str = ",") -> None:
    """Writes rows that ``csv.reader`` gives back exactly, LF at their ends; the cells are written as they are.

    A carriage return that stands alone in a cell is quoted, which Python's own writer does only where it ends lines too.
    """
    csv.writer(_LineFeeds(file), delimiter=delimiter, lineterminator="\r\n").writerows(rows)


class _LineFeeds:
    """A file that is given lines with CR LF at their ends and takes them with LF."""

    def __init__(self, file: Writable) -> None:
        self._file = file

    def write(self, line: str) -> object:
        return self._file.write(f"{line[:-2]}\n")


def value_in(item: Mapping[str, object], column: str) -> object:
    """The value of a key, ``from.date`` for one inside another; None where there is none."""
    if "." not in column:  # as most are
        return item.get(column)
    value: object = item
    for key in column.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def cell_text(value: object) -> object:
    """A value as a cell: a figure, or a text that no spreadsheet calculates; lists joined by ``;``."""
    if isinstance(value, str):
        return harmless(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        value = [f"{key} {part}" for key, part in value.items()]
    if isinstance(value, (list, tuple)):
        return harmless(";".join(str(part) for part in value))
    return value
