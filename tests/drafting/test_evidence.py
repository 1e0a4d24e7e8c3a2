"""What is believed to be a contact, what is not, and how it is put together from several sentences."""

from datetime import date

import pytest

from detente.drafting.proposals import How, Proposal
from detente.drafting.reading import read
from tests.drafting.shipped import known

WEDNESDAY = date(2024, 5, 15)


def _read(text: str) -> tuple[Proposal, ...]:
    return read(text, known(), published=WEDNESDAY).proposals


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # who is spoken of is carried from the sentence before
        ("The Belgian defence minister, Jan Maes, was in Oslo on Monday. There he met his counterpart Nils Berg.", "BEL NOR"),
        ("La ministre belge de la Défense était lundi à Vilnius. Elle y a vu son homologue lituanien.", "BEL LTU"),
        (
            "Der litauische Verteidigungsminister kam am Montag nach Wien. Mit seinem österreichischen Kollegen sprach er.",
            "AUT LTU",
        ),
        ("Министр обороны Узбекистана прилетел в Астану. Там он встретился с казахстанским коллегой.", "KAZ UZB"),
        # words of what is done together stand for a meeting
        ("The ministers of defence of Namibia and Botswana agreed on joint patrols yesterday.", "BWA NAM"),
        ("Министры обороны Узбекистана и Казахстана подписали вчера план.", "KAZ UZB"),
        # a state beside its officials
        ("Kenya's defence secretary received a Ugandan delegation on Monday.", "KEN UGA"),
        # a minister by the country alone
        ("Le ministre nigérien de la Défense a signé lundi un accord avec le ministre malien.", "MLI NER"),
    ],
)
def test_what_tells_of_a_contact(text: str, parties: str) -> None:
    [found] = _read(text)
    assert " ".join(sorted(found.parties)) == parties


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian defence minister criticised his Russian counterpart on Monday.",
        "Norway's defence minister should meet his Russian counterpart, an editorial said.",
        "The defence minister of Norway has not spoken with the Russian minister.",
        "Secretary of State Antony Blinken met his Russian counterpart on Monday. The Pentagon declined to comment.",
        "The interior minister of Austria met his German counterpart. The defence ministry sent soldiers to the border.",
        "The British defence secretary opened a shipyard. American and Australian technology will be used there.",
        "Norway's defence minister recalled how, as a boy, he met Russian officers.",
    ],
)
def test_what_tells_of_none(text: str) -> None:
    assert _read(text) == ()


def test_each_of_several_contacts_has_its_own_day() -> None:
    first, second = _read(
        "On Monday the Belgian defence minister visited Bucharest, where her Romanian counterpart thanked her for soldiers. "
        "A day later, in Vilnius, she met the Lithuanian minister."
    )
    assert (first.parties, first.date) == (("BEL", "ROU"), "2024-05-13")
    assert (second.parties, second.date) == (("BEL", "LTU"), "2024-05-14")


def test_one_verb_and_three_who_are_called_are_three_calls() -> None:
    found = _read("Moscow's defence chief rang his British, French and Turkish counterparts on Monday.")
    assert [one.parties for one in found] == [("RUS", "GBR"), ("RUS", "FRA"), ("RUS", "TUR")]


def test_ministers_who_meet_together_are_in_one_contact() -> None:
    [found] = _read("The defence ministers of Sweden, Finland and Norway met in Oslo on Monday.")
    assert set(found.parties) == {"SWE", "FIN", "NOR"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The German defence minister will meet his Polish counterpart on Friday.", "planned"),
        ("The German defence minister will not meet his Polish counterpart on Friday after all.", "cancelled"),
        ("The Polish defence minister wanted to see his German counterpart. Berlin turned the request down.", "declined"),
        ("An officer in Vilnius rang Minsk on Monday and nobody picked up. Lithuania's chief of defence had wanted a word with the "
         "chief of the Belarusian general staff.", "unanswered"),
    ],
)  # fmt: skip
def test_what_became_of_it_may_stand_beside_it(text: str, status: str) -> None:
    [found] = _read(text)
    assert found.status == status


def test_a_month_without_a_day_is_a_month() -> None:
    [found] = _read("The German defence minister met his Polish counterpart in early May.")
    assert found.date == "2024-05"


def test_a_medium_that_is_not_said_is_a_guess() -> None:
    [met] = _read("The ministers of defence of Namibia and Botswana agreed on joint patrols yesterday.")
    assert (met.channel, met.how["channel"].how) == ("in-person", How.GUESSED)
    [spoke] = _read("The German defence minister spoke with his Polish counterpart yesterday.")
    assert (spoke.channel, spoke.how["channel"].how) == ("phone", How.GUESSED)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The German defence minister took a call from his Polish counterpart.", "POL"),
        ("The German defence minister rang his Polish counterpart.", "DEU"),
        ("The German defence minister spoke by phone with his Polish counterpart. Warsaw had asked for the call.", "POL"),
        ("The German defence minister spoke by phone with his Polish counterpart, at the latter's request.", "POL"),
        ("The German defence minister spoke by phone with his Polish counterpart.", None),
    ],
)
def test_who_asked(text: str, party: str | None) -> None:
    [found] = _read(text)
    assert found.initiator == party
