"""A value of the record as the cell of a package, and what a cell may hold."""

import pytest

from detente.domain.cell_values import as_cell, as_kept, is_wrong, longer_than
from detente.domain.tabular import Column, Kind
from detente.domain.vocabulary import Channel


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""), (False, ""), (True, "true"), ("", ""), ("a", "a"), (0, "0"), (7, "7"), (1, "1"),
        (18.0, "18"), (0.5, "0.5"), (17.25, "17.25"), (1234567.0, "1.23457e+06"), (Channel.PHONE, "phone"),
    ],
)  # fmt: skip
def test_a_value_is_a_cell(value: object, cell: str) -> None:
    assert as_cell(value) == cell


def test_six_figures_are_kept() -> None:
    assert (as_kept(0.6899383), as_kept(12000.0), as_kept(1234.567)) == (0.689938, 12000.0, 1234.57)


def test_a_name_is_as_long_as_it_is_looked_up() -> None:
    """Accents are characters of their own there: é is e and an accent, ß is ss."""
    assert [longer_than(3, name) for name in ("abc", "abcd", "abé", "aé", "abß", "aß")] == [
        False,
        True,
        True,
        False,
        True,
        False,
    ]


def _wrong(column: Column, *cells: str) -> list[str]:
    wrong = is_wrong(column)
    assert wrong is not None
    return [cell for cell in cells if wrong(cell)]


@pytest.mark.parametrize(
    ("column", "right", "wrong"),
    [
        (Column("c", Kind.DAY), ["2024-02-29"], ["2023-02-29", "2024-2-9", "20240229", "2024"]),
        (Column("c", Kind.COUNT), ["1", "999999999"], ["0", "01", "1.5", "-1", "1000000000", "٣"]),
        (Column("c", Kind.NUMBER), ["0", "0.5", "999999", "17.25", "1.2345"], ["1.23456", "1000000", ".5", "-1", "1e3", "123456.5"]),
        (Column("c", Kind.URL), ["http://a", "https://a/b?c"], ["ftp://a", "https://", "https://a b", "a"]),
        (Column("c", Kind.FLAG), ["true", "false"], ["True", "1", "yes"]),
        (Column("c", Kind.WORD, words=("phone", "video")), ["phone", "video"], ["Phone", "call"]),
        (Column("c", Kind.CODE, pattern=r"[A-Z]{3}"), ["FRA"], ["FR", "fra", "FRAN", "ÄÖÜ"]),
        (Column("c", most=3), ["abc"], ["abcd"]),
        (Column("c", Kind.URL, most=10), ["https://ab"], ["https://abc", "ab"]),
    ],
    ids=lambda given: given.kind.value if isinstance(given, Column) else "",
)  # fmt: skip
def test_what_a_cell_may_hold(column: Column, right: list[str], wrong: list[str]) -> None:
    assert _wrong(column, *right, *wrong) == wrong


def test_a_text_of_any_length_is_never_wrong() -> None:
    assert is_wrong(Column("c")) is None
