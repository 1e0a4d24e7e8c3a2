"""Whatever is read, a reading is the answer."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.drafting.reading import read
from tests.drafting.scoring import HALVES, labelled
from tests.drafting.shipped import known

WORDS = sorted({word for half in HALVES for _, text, _ in labelled(half) for word in text.split()})


LANGUAGES = ["en", "fr", "de", "ru"]

_any_text = given(
    words=st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=60),
    published=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=12, deadline=None)
@_any_text
def test_no_text_is_too_strange(language: str, words: list[str], published: date | None) -> None:
    _is_read(language, words, published)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=500, deadline=None)
@_any_text
def test_no_text_of_hundreds_is_too_strange(language: str, words: list[str], published: date | None) -> None:
    _is_read(language, words, published)


def _is_read(language: str, words: list[str], published: date | None) -> None:
    found = read(" ".join(words), known(), published=published, language=language)
    for proposal in found.proposals:
        assert len(proposal.parties) == len(set(proposal.parties)) >= 1
        assert {one.party for one in proposal.participants} <= set(proposal.parties)
        assert proposal.initiator in (None, *proposal.parties)
        assert proposal.named <= len(proposal.topics) <= 10
