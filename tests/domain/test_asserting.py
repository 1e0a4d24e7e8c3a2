"""A claim as a sentence, and the contact that a claim of a day alone speaks of."""

import pytest

from detente.domain.asserting import claim_in_words, claimed_contact
from detente.domain.contacts import Claim
from tests.domain.claims import claim, ground
from tests.domain.records import contact

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


RECORD = ground(
    contact("2024-03", "month"),
    contact("2024-04-03", "letter", channel="letter"),
    contact("2024-04-03", "call"),
    contact("2024-04-03", "cancelled", status="cancelled"),
    contact("2024-04-20", "later"),
)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (claim(None, "2024-04-03", channel="phone"), "call"),
        (claim(None, "2024-04-03", channel="letter"), "letter"),
        (claim(None, "2024-04-03", channel="in-person"), None),
        (claim(None, "2024-04-04", channel="phone"), None),
        (claim(None, "2024-03-15", channel="phone"), "month"),  # it may have been that day, and there is no other
        (claim(None, "2024-04", channel="phone"), "call"),
    ],
)
def test_the_contact_of_a_day_is_the_first_of_the_claimed_series(said: Claim, found: str | None) -> None:
    spoken_of = claimed_contact(said, RECORD)
    assert (spoken_of and spoken_of.contact_id) == found


def test_what_surely_was_that_day_comes_before_what_only_may_have_been() -> None:
    record = ground(contact("2024-04", "some day in April"), contact("2024-04-03", "that day"))
    spoken_of = claimed_contact(claim(None, "2024-04-03"), record)
    assert spoken_of is not None
    assert spoken_of.contact_id == "that day"
