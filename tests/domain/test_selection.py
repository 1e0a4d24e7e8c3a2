from dataclasses import replace

import pytest

from detente.domain.contacts import Statement
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.vocabulary import Stance, Status
from tests.domain.records import choose, contact, day

CALL = contact("2024-04-03", people="FRA=Lecornu, RUS=Shoigu, RUS=", topics="FRA=counter-terrorism, !FRA=ukraine-peace-talks")


@pytest.mark.parametrize(
    ("choice", "matches"),
    [
        ({}, True),
        ({"parties": ""}, True),
        ({"parties": "RUS"}, True),
        ({"parties": "RUS FRA"}, True),
        ({"parties": "RUS USA"}, False),
        ({"parties": "FRA RUS USA"}, False),
        ({"channels": "phone video"}, True),
        ({"channels": "in-person"}, False),
        ({"levels": "minister"}, True),
        ({"levels": "deputy-minister official"}, False),  # a level means exactly that level
        ({"settings": "bilateral"}, True),
        ({"settings": "2+2"}, False),
        ({"substances": "talks"}, True),
        ({"substances": "courtesy"}, False),
        ({"topics": "counter-terrorism"}, True),
        ({"topics": "ukraine-peace-talks"}, True),  # a denial names the topic too
        ({"topics": "syria"}, False),
        ({"persons": "Shoigu"}, True),
        ({"persons": "Shoigu, Parly"}, True),
        ({"persons": "Parly"}, False),
        ({"channels": "phone", "levels": "official"}, False),  # every choice must fit
        ({"as_of": "2024-04-03"}, True),
        ({"as_of": "2024-04-02"}, False),
        ({"period_from": "2030-01-01"}, True),  # the period is asked separately
    ],
)
def test_what_matches(choice: dict[str, str], matches: bool) -> None:
    assert choose(**choice).matches(CALL) is matches


def test_statuses() -> None:
    declined = contact("2024-04-03", status="declined")
    assert choose().matches(declined)
    assert not choose().only_held().matches(declined)
    assert choose().only_held().matches(CALL)
    assert replace(choose(), statuses=frozenset({Status.DECLINED})).matches(declined)


def test_restricted_contacts_and_statements_are_left_out_unless_asked_for() -> None:
    hidden = replace(CALL, restricted=True)
    assert not choose().matches(hidden)
    assert replace(choose(), include_restricted=True).matches(hidden)
    secret = replace(CALL, statements=(Statement("syria", None, "FRA", Stance.REPORTS, restricted=True),))
    assert not choose(topics="syria").matches(secret)
    assert replace(choose(topics="syria"), include_restricted=True).matches(secret)


@pytest.mark.parametrize(
    ("when", "inside"),
    [("2019-12-31", False), ("2020-01-01", True), ("2020-01-31", True), ("2020-02-01", False)],
)
def test_both_days_of_a_period_are_inside(when: str, inside: bool) -> None:
    assert choose(period_from="2020-01-01", period_to="2020-01-31").in_period(day(when)) is inside


def test_a_period_may_be_open_at_either_end() -> None:
    assert choose().in_period(1)
    assert choose(period_from="2020-01-01").in_period(day("2090-01-01"))
    assert not choose(period_from="2020-01-01").in_period(day("2019-01-01"))
    assert choose(period_to="2020-01-01").in_period(day("1990-01-01"))


def test_a_dyad_is_two_parties() -> None:
    assert choose(parties="RUS FRA").dyad == Dyad("FRA", "RUS")
    assert choose(parties="RUS").dyad is None
    assert choose(parties="RUS FRA USA").dyad is None
    assert choose(parties="").dyad is None


def test_as_json_says_what_was_chosen_and_null_for_the_rest() -> None:
    assert Selection(as_of=1).as_json() == {
        "parties": [],
        "channel": None,
        "level": None,
        "setting": None,
        "substance": None,
        "topic": None,
        "person": None,
        "status": None,
        "from": None,
        "to": None,
        "by": "office",
        "include_restricted": False,
        "known_on": None,
    }
    chosen = choose(
        parties="FRA RUS", channels="hotline video phone", levels="minister", topics="syria arms", period_from="2020-01-01"
    ).only_held()
    assert {key: value for key, value in chosen.as_json().items() if value} == {
        "parties": ["FRA", "RUS"],
        "channel": ["phone", "video", "hotline"],
        "level": ["minister"],
        "topic": ["arms", "syria"],
        "status": ["held"],
        "from": "2020-01-01",
        "by": "office",
    }
