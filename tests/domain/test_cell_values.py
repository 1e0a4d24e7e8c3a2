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


RIGHT_AND_WRONG: list[tuple[Column, list[str], list[str]]] = [
    (Column("w", Kind.WORD, words=("held", "planned")), ["held"], ["Held", "held ", "x"]),
    (Column("d", Kind.DAY), ["2024-02-29"], ["2023-02-29", "2024-02", "20240229", "2024-W14-3"]),
    (Column("c", Kind.COUNT), ["1", "60", "999999999"], ["0", "-1", "1.5", "07", "٣", "1000000000", "x"]),
    (
        Column("n", Kind.NUMBER),
        ["0", "18", "1.5", "999999", "1234.56", "0013"],
        ["-1", "1.", "123456.5", ".5", "1e3", "nan", "٣", "9" * 400, "1000000", "1234.567", "0.00001"],
    ),
    (Column("u", Kind.URL, most=10), ["https://ab"], ["https://abc", "ab"]),
    (Column("u", Kind.URL), ["https://a.example/b?c=ä", "http://a"], ["ftp://a", "a.example", "https://a b", "javascript:x"]),
    (Column("f", Kind.FLAG), ["true", "false"], ["yes", "True", "1"]),
    (Column("m", most=4), ["four", "ét", "étc"], ["fives", "éétc", "\ufdfa"]),  # counted as it is looked up, accents apart
    (Column("l", Kind.CODE, pattern="[a-z]+", most=3), ["abc"], ["abcd", "ABC"]),
    (Column("p", Kind.CODE, pattern="[A-Z]{3}"), ["FRA"], ["fra", "FRAN", "FR", "FRA\n"]),
]


@pytest.mark.parametrize(
    ("column", "right", "wrong"), RIGHT_AND_WRONG, ids=lambda given: given.kind.name if isinstance(given, Column) else ""
)
def test_what_a_cell_may_hold(column: Column, right: list[str], wrong: list[str]) -> None:
    test = is_wrong(column)
    assert test is not None
    assert [cell for cell in (*right, *wrong) if test(cell)] == wrong


def test_a_text_of_any_length_is_never_wrong() -> None:
    assert is_wrong(Column("c")) is None
