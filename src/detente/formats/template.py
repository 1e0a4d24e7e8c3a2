"""Which sheet does somebody fill in who has none yet: the columns, their words to choose from, and what each is for?"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from detente.domain import package
from detente.domain.tabular import Kind
from detente.errors import RejectedError, UsageError
from detente.formats.cells import harmless
from detente.formats.csv_text import write_csv
from detente.formats.sheet_text_writing import DELIMITERS
from detente.formats.workbook import SHEET
from detente.formats.writing import draft_of, whole_file
from detente.store.opening import Store
from detente.store.reference import parties, topics

_EXPLAINED: tuple[tuple[str, str, str], ...] = (
    ("date", "needed; EDTF: a day, a month, A/B lasted, [A..B] one day within, ~ approximate", "2024-04-03"),
    ("channel", "needed", "phone"),
    ("parties", "needed; codes or English names, several separated by a semicolon", "FRA; RUS"),
    ("level", "rank of the highest defence participant; empty: that of the people named, else minister", "minister"),
    ("setting", "empty: bilateral", "bilateral"),
    ("status", "empty: held; only what was held ends a silence", "held"),
    ("substance", "empty: talks", "talks"),
    ("initiator", "the party that asked for it", "FRA"),
    ("host", "the party in whose country it took place", "FRA"),
    ("place", "where", "Paris"),
    ("country", "ISO 3166-1 alpha-3 of the place", "FRA"),
    ("duration_minutes", "60, 60m or 1h30", "60"),
    ("summary", "what happened, in a sentence or two; empty: made from the rest", ""),
    ("note", "what else should be known", ""),
    ("restricted", "true: it is not public", ""),
    (
        "participants",
        "PARTY=NAME, several separated by a semicolon; the office of that date is filled in",
        "FRA=Sébastien Lecornu",
    ),
    (
        "topics",
        "[PARTY=]TOPIC, several separated by a semicolon; without a side: each party reports it",
        "ukraine-war; FRA=counter-terrorism",
    ),
    (
        "statements",
        "PARTY=TOPIC: TEXT, several separated by a semicolon; | denies behind it where a side denies",
        "RUS=ukraine-peace-talks: ready to talk",
    ),
    ("sources", "[PARTY=]URL, several separated by a semicolon; whose account it is", "FRA=https://example.org/a"),
    ("contact_id", "leave it empty: it is made; give one only to correct a contact on record", ""),
)
"""Column, what it holds, an example."""

_ROWS = 2_000
"""For how many rows the words can be chosen from a list."""


def write_template(store: Store, path: Path) -> None:
    """Writes an empty sheet of contacts: a workbook with lists to choose from, or the headings alone as CSV or TSV.

    Raises UsageError for another ending, RejectedError where a file is already there: somebody may have filled it in.
    """
    if path.exists():
        raise RejectedError(f"{path} already exists", mend="name another file, or move that one away")
    columns = [name for name, _, _ in _EXPLAINED]
    ending = path.suffix.lower().removeprefix(".")
    if ending in DELIMITERS:
        with whole_file(path) as file:
            write_csv(file, [[harmless(name) for name in columns]], DELIMITERS[ending])
    elif ending == "xlsx":
        words = _words(store)
        book = _book(columns, words)
        with draft_of(path) as draft:
            book.save(draft)
    else:
        raise UsageError(f"{path} is no name for a template", mend="end it with .xlsx, .csv or .tsv")


def _words(store: Store) -> dict[str, list[str]]:
    """What may be chosen, per column; a choice for a column of lists is the first of its parts."""
    codes, ids = list(parties(store)), list(topics(store))
    found = {c.name: list(c.words) for c in package.CONTACTS.columns if c.kind is Kind.WORD}
    return found | dict.fromkeys(("parties", "initiator", "host", "country"), codes) | {"topics": ids, "restricted": ["true"]}


def _book(columns: Sequence[str], words: Mapping[str, list[str]]) -> Any:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet, told, listed = book.active, book.create_sheet("columns"), book.create_sheet("words")
    sheet.title, sheet.freeze_panes, told.freeze_panes, listed.sheet_state = SHEET, "A2", "A2", "hidden"
    for page, heads in ((sheet, columns), (told, ("column", "what it holds", "words", "example")), (listed, list(words))):
        for number, name in enumerate(heads, 1):
            page.cell(1, number, name).font = Font(bold=True)
            page.column_dimensions[get_column_letter(number)].width = max(14, len(name) + 2)
    for number, (name, holds, example) in enumerate(_EXPLAINED, 2):
        some = words.get(name, []) if len(words.get(name, [])) <= 10 else ["see the list in the cell"]
        for place, text in enumerate((name, holds, ", ".join(some), example), 1):
            cell = told.cell(number, place, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s"
    for letter, width in (("B", 60), ("C", 50), ("D", 36)):
        told.column_dimensions[letter].width = width
    for number, (name, choices) in enumerate(words.items(), 1):
        for line, word in enumerate(choices, 2):
            listed.cell(line, number, word)
        _offer(sheet, columns.index(name) + 1, get_column_letter(number), len(choices), one=name not in ("parties", "topics"))
    for row in sheet.iter_rows(min_row=2, max_row=_ROWS + 1, min_col=1, max_col=1):
        row[0].number_format = "@"  # a date is kept as it is typed
    return book


def _offer(sheet: Any, column: int, of: str, count: int, *, one: bool) -> None:
    """Has the cells of a column offer the words of the sheet of words; only where ``one`` is to be chosen, nothing else."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    offered = DataValidation(type="list", formula1=f"words!${of}$2:${of}${count + 1}", allow_blank=True, showErrorMessage=one)
    offered.errorTitle, offered.error = "Not in the list", "Choose one of the words in the list."
    sheet.add_data_validation(offered)
    letter = get_column_letter(column)
    offered.add(f"{letter}2:{letter}{_ROWS + 1}")
