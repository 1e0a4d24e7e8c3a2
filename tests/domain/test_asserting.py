"""A claim as a sentence, and the contact that a claim of a day alone speaks of."""

import pytest

from detente.domain.asserting import claim_in_words
from detente.domain.contacts import Claim
from tests.domain.claims import claim

NAMES = ("France", "United States")
MINISTERS = "the defence ministers of France and the United States"
SIDES = "the defence establishments of France and the United States"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (claim("x", months=18, channel="phone", level="minister"), f"First call between {MINISTERS} in 18 months."),
        (claim("x", months=1, qualifier="about", channel="in-person"), f"First meeting between {SIDES} in about 1 month."),
        (claim("x", months=17.5, qualifier="more-than", channel="letter"), f"First letter between {SIDES} in more than 17.5 months."),
        (claim("x", since="2022-10"), f"First contact between {SIDES} since October 2022."),
        (claim("x", since="2022-02-24", anchor="event"), f"First contact between {SIDES} since an event of 24 February 2022."),
        (
            claim("x", months=18, since="2022-10-23", qualifier="about"),
            f"First contact between {SIDES} in about 18 months, since 23 October 2022.",
        ),
        (claim("x", kind="silence", months=6), f"No contact between {SIDES} for 6 months."),
        (claim("x", kind="first-ever", channel="video"), f"First ever call between {SIDES}."),
        (claim("x", kind="first-ever", by="person"), f"First ever contact between {SIDES}, by the same two people."),
        (claim("x", months=2, by="person"), f"First contact between {SIDES}, by the same two people, in 2 months."),
        (claim("x"), f"First contact between {SIDES}."),
        (claim("x", months=2, setting="bilateral"), f"First bilateral contact between {SIDES} in 2 months."),
        (claim("x", months=2, setting="sidelines", channel="in-person"), f"First sideline meeting between {SIDES} in 2 months."),
        (claim("x", months=2, setting="multilateral"), f"First multilateral contact between {SIDES} in 2 months."),
        (claim("x", months=2, setting="2+2", channel="in-person"), f"First 2+2 meeting between {SIDES} in 2 months."),
    ],
)  # fmt: skip
def test_a_claim_is_a_sentence(said: Claim, words: str) -> None:
    assert claim_in_words(said, NAMES) == words
