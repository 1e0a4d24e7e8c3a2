from dataclasses import replace

import pytest

from detente.domain.resemblance import look_alikes, resembles
from detente.domain.vocabulary import Channel, Level
from tests.domain.records import contact

CALL = contact("2024-04-03")


@pytest.mark.parametrize(
    ("one", "other", "may_be_the_same"),
    [
        ("2024-04-03", "2024-04-03", True),
        ("2024-04-03", "2024-04-04", False),
        ("2024-04-03", "2024-04", True),
        ("2024-04-03", "2024-04-06~", True),
        ("2024-04-03", "2024-04-07~", False),
        ("2015-12-21/2015-12-23", "2015-12-23", True),
        ("2015-12-21/2015-12-23", "2015-12-24", False),
        ("[2022-06-01..2022-07-12]", "2022-07-12/2022-07-14", True),
        ("2022-10", "2022-11", False),
    ],
)
def test_days_that_may_be_the_same(one: str, other: str, may_be_the_same: bool) -> None:
    assert resembles(contact(one), contact(other)) is may_be_the_same
    assert resembles(contact(other), contact(one)) is may_be_the_same


def test_other_parties_channel_or_level_are_another_contact() -> None:
    assert not resembles(CALL, replace(CALL, parties=("RUS", "USA")))
    assert not resembles(CALL, replace(CALL, parties=("FRA", "RUS", "USA")))
    assert not resembles(CALL, replace(CALL, channel=Channel.VIDEO))
    assert not resembles(CALL, replace(CALL, level=Level.CHIEF_OF_DEFENCE))


def test_status_and_setting_do_not_matter() -> None:
    assert resembles(CALL, contact("2024-04-03", status="declined", setting="sidelines", substance="courtesy"))


def test_every_look_alike_is_named() -> None:
    known = [contact("2024-04-02"), contact("2024-04", "a-month"), contact("2024-04-03", "the-day")]
    assert [found.contact_id for found in look_alikes(CALL, known)] == ["a-month", "the-day"]
    assert look_alikes(CALL, known[:1]) == []
