"""How are contacts written as a sheet of text: CSV or TSV, one row each?"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from detente.domain.contacts import Claim, Contact
from detente.formats.cells import harmless
from detente.formats.csv_text import write_csv
from detente.formats.header import SHEET_COLUMNS
from detente.formats.list_cells import LISTS, cell_of
from detente.formats.told import COLUMNS, Told, told_of
from detente.formats.writing import whole_file

DELIMITERS = {"csv": ",", "tsv": "\t"}


def write_contacts(path: Path, format_name: str, batches: Iterable[list[tuple[Contact, list[Claim]]]]) -> int:
    """Writes contacts to a new file; gives how many."""
    count = 0
    delimiter = DELIMITERS[format_name]
    with whole_file(path) as file:
        write_csv(file, [SHEET_COLUMNS], delimiter)
        for batch in batches:
            write_csv(file, rows_of(told_of(contact, claims) for contact, claims in batch), delimiter)
            count += len(batch)
    return count


def rows_of(contacts: Iterable[Told]) -> Iterator[list[str]]:
    """The cells of each contact, in the order of ``SHEET_COLUMNS``, harmless in a spreadsheet."""
    for told in contacts:
        cells = [told.cells[name] for name in COLUMNS]
        lists = [cell_of(column, told.lists.get(column.name, ())) for column in LISTS]
        yield [harmless(cell) for cell in (*cells, *lists)]
