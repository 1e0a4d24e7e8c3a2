"""How is a sheet of an Excel workbook read: row by row, as texts, with nothing guessed where the file holds no value?"""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain, islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.errors import DetenteError, NotFoundError, RejectedError
from detente.formats.contact_rows import ContactFile
from detente.formats.reading import EVERY, How
from detente.formats.sheet import Cell, Row, Unreadable, told_in
from detente.formats.told import Told
from detente.formats.unpacking import Part, looked_through
from detente.formats.workbook_text import unspelt
from detente.store.judging import Finding

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

SHEET = "contacts"
"""The sheet that is read where none is named."""

MOST_ROWS = 1_048_576


def contacts_in(path: Path, how: How, file: ContactFile) -> Iterator[Told]:
    """The contacts of a sheet of a workbook; raises RejectedError for what is none, or is not safe to read."""
    parts = looked_through(path)
    values = _opened(path, data_only=True)
    name = _chosen(path, values, how, file)
    part = parts.get(values[name]._worksheet_path.lstrip("/"), Part())
    for cells in part.merged:
        reason = f"the cells {cells} of the sheet '{name}' are merged; split them, and fill in each"
        file.wrong.append(Finding(file.name, _row_of(cells), "", "", reason))
    formulas = _opened(path, data_only=False) if part.formulas else None
    yield from told_in(_rows(path, values, formulas, name, how), file, how.map)


def _row_of(cells: str) -> int:
    return int("".join(sign for sign in cells.partition(":")[0] if sign.isdigit())[:7] or 1)


def _opened(path: Path, *, data_only: bool) -> "Workbook":
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it does not read, such as charts
        try:
            return load_workbook(path, read_only=True, data_only=data_only, keep_links=False)
        except Exception as error:  # a broken file makes the library fail in a dozen ways
            raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> RejectedError:
    said = f"{type(error).__name__}: {error}".splitlines()[0][:100]
    return RejectedError(f"{path} is no Excel workbook that can be read ({said})", mend="save it again as .xlsx")


def _chosen(path: Path, book: "Workbook", how: How, file: ContactFile) -> str:
    """The sheet that is meant: the one named, the only one that is shown, or the one called contacts."""
    sheets = {sheet.title: sheet.sheet_state == "visible" for sheet in book.worksheets}
    if not sheets:
        raise _unreadable(path, ValueError("it has no sheet"))
    shown = [title for title, visible in sheets.items() if visible]
    if how.sheet is not None:
        named = {title.casefold(): title for title in sheets}
        if how.sheet.casefold() not in named:
            raise NotFoundError(f"{path} has no sheet '{how.sheet}'", mend=f"one of {', '.join(sheets)}")
        return str(named[how.sheet.casefold()])
    chosen = shown[0] if len(shown) == 1 else next((title for title in shown if title.casefold() == SHEET), None)
    if chosen is None:
        said = f"has {len(shown)} sheets" if shown else "shows no sheet"
        raise RejectedError(f"{path} {said}", mend=f"name one with --sheet: {', '.join(shown or sheets)}")
    for title, visible in sheets.items():
        if not visible and not (title == "words" and SHEET in sheets):  # that of our own template
            file.notes.append(f"{file.name}: the hidden sheet '{title}' is not read; to read it, add --sheet '{title}'")
    return str(chosen)


def _rows(path: Path, values: "Workbook", formulas: "Workbook | None", name: str, how: How) -> Iterator[Row]:
    sheet = values[name]
    whole = min(sheet.max_row or 0, MOST_ROWS)
    sheet.reset_dimensions()  # what a file says of its size need not be so
    beside: Iterable[Sequence[Any]] = ()
    if formulas is not None:
        formulas[name].reset_dimensions()
        beside = formulas[name].iter_rows()
    pairs = zip(sheet.iter_rows(), chain(beside, repeat(())), strict=False)
    number = 0
    while block := _block(path, pairs):
        for row, told in block:
            number += 1
            if number > MOST_ROWS:
                raise RejectedError(f"{path} has more than {MOST_ROWS:,} rows", mend="split it")
            cells = [_cell(cell, told[place] if place < len(told) else None) for place, cell in enumerate(row)]
            yield number, _without_empty_ends(cells)
        how.progress(number, number / whole if whole >= number else None)
    how.progress(number, 1.0)


def _block(path: Path, pairs: Iterator[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """The next rows, each with the same row with its formulas; none at the end. Its warnings are not for our users."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(islice(pairs, EVERY))
    except DetenteError:
        raise
    except Exception as error:  # as above
        raise _unreadable(path, error) from None


def _without_empty_ends(cells: list[Cell]) -> list[Cell]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _cell(cell: Any, told: Any) -> Cell:
    """A cell as text; ``told`` is the same cell with its formula, where the sheet has any."""
    if cell.value is None:
        if getattr(told, "data_type", "") == "f":
            reason = "is a formula whose result the file does not hold; open the file in a spreadsheet program and save it"
            return Unreadable(str(getattr(told.value, "text", told.value)), reason)
        return ""
    if cell.data_type == "e":
        return Unreadable(str(cell.value), "is an error of the sheet; correct it there")
    return _text(cell.value)


def _text(value: object) -> str:
    match value:
        case str():
            return unspelt(value)
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
        case date():
            return value.isoformat()
        case time():
            return f"{value.hour}h{value.minute:02}"
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}h{minutes % 60:02}"
        case _:
            return str(value)
