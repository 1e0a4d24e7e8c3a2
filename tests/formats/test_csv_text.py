"""CSV of items: every text comes back exactly, in its own cell, and no spreadsheet takes it for a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.formats.cells import ACTIVE, MARKED, exact, harmless
from detente.formats.csv_text import csv_text, write_csv

TEXTS = st.text(st.one_of(st.sampled_from("=+-@'\t\r\n\",;\x00＝＋－＠ab"), st.characters()), max_size=12)


def cells_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
def test_any_text_comes_back_and_none_is_a_formula(rows: list[tuple[str, str]]) -> None:
    header, *found = cells_of(csv_text([{"a": one, "b": {"c": other}} for one, other in rows], ("a", "b.c")))
    assert header == ["a", "b_c"]
    assert [tuple(map(exact, row)) for row in found] == rows
    assert not [cell for row in found for cell in row if cell.startswith(ACTIVE)]


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_list_is_one_cell_and_no_formula(texts: list[str]) -> None:
    [_, [found]] = cells_of(csv_text([{"a": texts}], ("a",)))
    assert exact(found) == ";".join(texts)
    assert not found.startswith(ACTIVE)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_a_mark_in_a_file_is_found(rows: list[tuple[str, str]]) -> None:
    """Marks are taken away cell by cell only where the bytes of the file have one: none may be overlooked."""
    lines = io.StringIO()
    write_csv(lines, [map(harmless, row) for row in rows])
    marked = any(exact(cell) != cell for row in rows for cell in map(harmless, row))
    assert bool(MARKED.search(lines.getvalue().encode("utf-8", "surrogatepass"))) or not marked


@pytest.mark.parametrize("cell", ["a\rb", "\r", "a\r\nb", "a\nb", 'a"b', "a,b"])
def test_what_ends_lines_stands_in_quotes(cell: str) -> None:
    """A carriage return alone was written without quotes, and so read as the end of the row."""
    text = csv_text([{"a": cell, "b": "x"}], ("a", "b"))
    assert text.endswith(",x\n")
    assert [row[1] for row in cells_of(text)] == ["b", "x"]


def test_lines_end_with_a_line_feed_alone() -> None:
    assert csv_text([{"a": 1, "b": None}, {"a": True, "b": 2.5}], ("a", "b")) == "a,b\n1,\ntrue,2.5\n"
