"""Which contact a claim speaks of that names none."""

import pytest

from detente.domain.contacts import Claim
from detente.domain.spoken_of import contacts_meant
from tests.domain.claims import claim, ground
from tests.domain.records import contact

RECORD = ground(
    contact("2024-03", "month"),
    contact("2024-04-03", "letter", channel="letter"),
    contact("2024-04-03", "call"),
    contact("2024-04-03", "cancelled", status="cancelled"),
    contact("2024-04-20", "later"),
)


def meant(said: Claim) -> list[str | None]:
    return [None if about is None else about.contact_id for about in contacts_meant(said, RECORD)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (claim(None, "2024-04-03", channel="phone"), ["call"]),
        (claim(None, "2024-04-03", channel="letter"), ["letter"]),
        (claim(None, "2024-04-03", channel="in-person"), [None]),
        (
            claim(None, "2024-04-04", channel="phone"),
            ["call", None],
        ),  # the papers of the day after, or a call that is not on record
        (claim(None, "2024-04-05", channel="phone"), ["call", None]),
        (claim(None, "2024-04-06", channel="phone"), [None]),
        (claim(None, "2024-04-02", channel="phone"), ["month", None]),  # it may have been the last of March
        (claim(None, "2024-03-15", channel="phone"), ["month"]),  # it may have been that day, and there is no other
        (claim(None, "2024-04", channel="phone"), ["call"]),
        (claim(None, "2024-04-03", kind="silence", channel="phone"), [None]),
        (claim("later", "2024-04-03", channel="phone"), ["later"]),
        (claim("gone", "2024-04-03", channel="phone"), [None]),
    ],
)
def test_it_speaks_of_the_first_of_its_series_on_its_day_or_just_before(said: Claim, found: list[str | None]) -> None:
    assert meant(said) == found


def test_what_surely_was_that_day_comes_before_what_only_may_have_been() -> None:
    record = ground(contact("2024-04", "some day in April"), contact("2024-04-03", "that day"))
    [spoken_of] = contacts_meant(claim(None, "2024-04-03"), record)
    assert spoken_of is not None
    assert spoken_of.contact_id == "that day"
