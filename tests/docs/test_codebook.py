"""docs/codebook.md is the vocabularies and the package: ``pytest --accept`` writes it anew."""

from enum import StrEnum

import pytest

from tests.docs.codebook import MEANINGS, PAGE, codebook, vocabularies
from tests.docs.pages import page, rows


def test_the_codebook_is_that_of_the_program(request: pytest.FixtureRequest) -> None:
    text = codebook()
    if request.config.getoption("--accept"):
        PAGE.write_bytes(text.encode())
    assert PAGE.read_bytes().decode() == text, "run: pytest tests/docs/test_codebook.py --accept"


@pytest.mark.parametrize("one", vocabularies(), ids=lambda one: one.__name__)
def test_every_word_is_there_with_its_meaning(one: type[StrEnum]) -> None:
    told = {row[0]: row[1] for row in rows(page(PAGE), "word")}
    assert {word for word in one if len(told.get(word, "")) < 8} == set()


def test_no_meaning_outlives_its_word() -> None:
    gone = {(one.__name__, word) for one, told in MEANINGS.items() for word in told if word not in set(one)}
    assert gone == set()
