"""How are the items of an answer written to a file: a sheet, JSON Lines, Parquet?"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from detente.formats.csv_text import cell_text, csv_text, value_in
from detente.formats.json_text import json_line
from detente.formats.writing import whole_file

Items = Sequence[Mapping[str, object]]


def write_items(path: Path, format_name: str, items: Items, columns: Sequence[str], *, title: str) -> None:
    """Writes a row an item: its ``columns`` as TSV or Excel, the whole item, nested, as JSON Lines or Parquet.

    ``columns`` are keys, ``from.date`` for one inside another. Raises RejectedError where the file cannot be written, or
    pyarrow is not installed.
    """
    match format_name:
        case "xlsx":
            from detente.formats.workbook_writing import write_rows

            rows = ([_excel(value_in(item, column)) for column in columns] for item in items)
            write_rows(path, [column.replace(".", "_") for column in columns], rows, title=title)
        case "parquet":
            from detente.formats.parquet import write_items

            write_items(path, items, columns)
        case "jsonl":
            with whole_file(path) as file:
                file.writelines(f"{json_line(item)}\n" for item in items)
        case _:
            with whole_file(path) as file:
                file.write(csv_text(items, columns, "\t"))


def _excel(value: object) -> object:
    return value if isinstance(value, bool) else cell_text(value)
