"""Is anything that only the shipped list of people knows ever given out as stated by the text?"""

from datetime import date

import pytest

from detente.drafting.known import Known
from detente.drafting.proposals import How
from detente.drafting.reading import read

NAMES_ALONE = (
    "Boris Pistorius hat am Montag mit Guido Crosetto telefoniert. Pistorius hatte um das Gespräch gebeten.",
    "Boris Pistorius met Guido Crosetto in Berlin on Monday at the request of Crosetto.",
    "Guido Crosetto a téléphoné lundi à Boris Pistorius. À la demande de Crosetto, on a parlé de chars.",
    "Гвидо Крозетто в понедельник позвонил Борису Писториусу.",
)


@pytest.mark.parametrize("text", NAMES_ALONE)
def test_what_the_list_of_people_tells_is_guessed_or_inferred(text: str) -> None:
    [found] = read(text, Known(), published=date(2024, 5, 16)).proposals
    assert set(found.parties) == {"DEU", "ITA"}
    assert found.how["parties"].how is How.GUESSED
    assert found.how["participants"].how is How.GUESSED
    assert all(one.got.how is How.GUESSED and not one.on_record for one in found.participants)
    assert found.how["level"].how is not How.STATED
    assert "initiator" not in found.how or found.how["initiator"].how is not How.STATED


def test_each_of_several_contacts_is_as_unsure_as_its_own_sides() -> None:
    text = "Guido Crosetto telephoned Boris Pistorius on Monday and then the Greek defence minister, Nikos Dendias."
    found = read(text, Known(), published=date(2024, 5, 16)).proposals
    assert {frozenset(one.parties): one.how["parties"].how for one in found} == {
        frozenset({"DEU", "ITA"}): How.GUESSED,
        frozenset({"GRC", "ITA"}): How.GUESSED,
    }


def test_offices_that_the_text_names_are_stated() -> None:
    text = "The Italian defence minister telephoned the Greek defence minister on Monday."
    [found] = read(text, Known(), published=date(2024, 5, 16)).proposals
    assert (found.how["parties"].how, found.how["level"].how) == (How.STATED, How.STATED)
