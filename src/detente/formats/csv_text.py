"""How are items written as CSV: one line an item, the cells harmless in a spreadsheet?"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from detente.formats.cells import harmless


def csv_text(items: Iterable[Mapping[str, object]], columns: Sequence[str]) -> str:
    """A header and one line an item, LF; ``columns`` are keys, ``from.date`` for a key inside another.

    Lists are joined by ``;``. A text that a spreadsheet would calculate begins with an apostrophe.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow([column.replace(".", "_") for column in columns])
    for item in items:
        writer.writerow([_cell(_value(item, column)) for column in columns])
    return lines.getvalue()


def _value(item: Mapping[str, object], column: str) -> object:
    value: object = item
    for key in column.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        value = [f"{key} {part}" for key, part in value.items()]
    if isinstance(value, (list, tuple)):
        value = ";".join(str(part) for part in value)
    if isinstance(value, str):
        return harmless(value)
    return "" if value is None else value
