"""An answer to a program: it is a sequence, and its frame holds what it holds."""

from collections.abc import Iterable

import pandas as pd
import pytest

from detente.analysis.found import Found
from detente.analysis.frames import frame
from detente.analysis.panel_columns import Kind


def _frame(items: Iterable[str]) -> pd.DataFrame:
    return frame({"word": Kind.TEXT, "length": Kind.NUMBER}, [(word, len(word)) for word in items])


WORDS = Found(iter(["a", "bb", "ccc"]), _frame)


def test_it_is_a_sequence() -> None:
    assert (len(WORDS), WORDS[0], WORDS[-1], list(WORDS)) == (3, "a", "ccc", ["a", "bb", "ccc"])
    with pytest.raises(IndexError):
        WORDS[3]


def test_a_part_of_it_is_one_too_with_a_frame_of_its_own() -> None:
    part = WORDS[1:]
    assert list(part) == ["bb", "ccc"]
    assert part.to_pandas().to_dict("records") == [{"word": "bb", "length": 2}, {"word": "ccc", "length": 3}]


def test_it_is_equal_to_what_holds_the_same_and_to_nothing_else() -> None:
    same = Found(["a", "bb", "ccc"], _frame)
    assert same == WORDS
    assert hash(same) == hash(WORDS)
    assert WORDS[:2] != WORDS
    assert WORDS != ("a", "bb", "ccc")


def test_it_says_how_much_was_found() -> None:
    assert repr(WORDS) == "<3 found>"


def test_a_frame_of_nothing_has_its_columns_and_types() -> None:
    empty = _frame([])
    assert {name: str(kind) for name, kind in empty.dtypes.items()} == {"word": "string", "length": "Int64"}


def test_each_kind_of_column_can_say_missing() -> None:
    kinds = {"t": Kind.TEXT, "n": Kind.NUMBER, "s": Kind.SHARE, "d": Kind.DAY, "y": Kind.YES_NO}
    made = frame(kinds, [("a", 1, 0.5, "2024-04-03", True), (None,) * 5])
    assert [str(kind) for kind in made.dtypes] == ["string", "Int64", "Float64", "datetime64[s]", "boolean"]
    assert made.iloc[1].isna().all()
    assert made["d"][0].isoformat() == "2024-04-03T00:00:00"
