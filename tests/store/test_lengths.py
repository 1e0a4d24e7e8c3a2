"""What a package may say fits into the columns that keep it: SQLite would take more, PostgreSQL would not."""

import pytest

from detente.domain.cell_values import is_wrong
from detente.domain.package import TABLES
from detente.domain.tabular import Column, Kind, Table
from detente.store.staged_values import KEPT_IN, STORED_AS

LIMITED: list[tuple[Table, Column, int]] = [
    (table, column, length)
    for table in TABLES
    for column in table.columns
    if column.name != "parties"  # kept in a table of its own, a code a row
    and column.kind in (Kind.TEXT, Kind.CODE)
    and (length := getattr(KEPT_IN[table.name].c[STORED_AS.get(column.name, column.name)].type, "length", None)) is not None
]


@pytest.mark.parametrize(
    ("column", "length"), [(column, length) for _, column, length in LIMITED], ids=[f"{t.name}-{c.name}" for t, c, _ in LIMITED]
)
def test_a_cell_that_is_longer_than_its_column_is_wrong(column: Column, length: int) -> None:
    """Texts and codes; what is a day, a word or a reference is as short as what it must be."""
    test = is_wrong(column)
    assert test is not None
    assert all(test(letter * (length + 1)) for letter in "aA1-é")


def test_there_are_such_columns() -> None:
    assert {("participants", "person"), ("contacts", "contact_id"), ("sources", "language")} <= {
        (t.name, c.name) for t, c, _ in LIMITED
    }
