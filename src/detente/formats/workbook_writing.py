"""How are rows written as a sheet of an Excel workbook, exactly, and so that nothing in them is calculated?"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.domain.contacts import Claim, Contact
from detente.errors import RejectedError
from detente.formats.header import SHEET_COLUMNS
from detente.formats.sheet_text_writing import rows_of
from detente.formats.told import told_of
from detente.formats.workbook import MOST_ROWS, SHEET
from detente.formats.workbook_text import MOST_OF_CELL, spelt
from detente.formats.writing import draft_of

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_WIDE = {"contact_id": 32, "summary": 60, "note": 40, "participants": 50, "statements": 60, "sources": 60, "claims": 40}


def write_contacts(path: Path, format_name: str, batches: Iterable[list[tuple[Contact, list[Claim]]]]) -> int:
    """Writes contacts to a new workbook; gives how many. Raises RejectedError for what Excel cannot hold."""
    rows = (row for batch in batches for row in rows_of(told_of(contact, claims) for contact, claims in batch))
    return write_rows(path, SHEET_COLUMNS, rows, title=SHEET)


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str) -> int:
    """Writes a sheet with a heading; texts must be harmless already. Gives the number of rows."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book, count = Workbook(write_only=True), 0
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, name in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDE.get(name, max(12, len(name) + 2))
    with draft_of(path) as draft, _closed_if_it_fails(sheet):
        sheet.append([_cell(sheet, name, name, font=Font(bold=True)) for name in columns])
        for row in rows:
            count += 1
            if count >= MOST_ROWS:
                raise RejectedError(f"Excel holds no more than {MOST_ROWS:,} rows", mend="write .csv, .jsonl or .parquet")
            cells = [_cell(sheet, value, name) for name, value in zip(columns, row, strict=True)]
            cells[-1] = cells[-1] if cells[-1].value is not None else WriteOnlyCell(sheet, "")  # every row has every column
            sheet.append(cells)
        book.save(draft)
    return count


@contextmanager
def _closed_if_it_fails(sheet: "WriteOnlyWorksheet") -> Iterator[None]:
    """Rows wait in a file of the library's own, which stays open where the workbook is never saved."""
    try:
        yield
    except BaseException:
        with suppress(Exception):  # what is wrong is known already
            sheet.close()
        raise


def _cell(sheet: "WriteOnlyWorksheet", value: object, column: str, font: Any = None) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str) or not value:
        return WriteOnlyCell(sheet, value or None if isinstance(value, str) else value)
    text = spelt(value)
    if len(text) > MOST_OF_CELL:
        raise RejectedError(
            f"a cell of {column} has {len(text):,} characters, and Excel keeps {MOST_OF_CELL:,}",
            mend="write .csv, .jsonl or .parquet",
        )
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # a text, whatever it looks like: #N/A is no error here
    if font is not None:
        cell.font = font
    return cell
