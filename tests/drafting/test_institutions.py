"""Whose contact is it, where ministries, armed forces or people are named without an office?"""

from datetime import date

import pytest

from detente.drafting.proposals import Proposal
from detente.drafting.reading import read
from tests.drafting.shipped import known


def _read(text: str) -> tuple[Proposal, ...]:
    return read(text, known(), published=date(2024, 3, 14)).proposals


@pytest.mark.parametrize(
    ("text", "parties", "people"),
    [
        ("Talks between the Italian and Egyptian defence ministries took place in Rome on Monday.", "EGY ITA", ""),
        ("Defence ministry officials from Tokyo and Seoul met in Busan on Monday.", "JPN KOR", ""),
        ("Les ministères de la Défense de Berne et de Vienne ont tenu lundi des consultations.", "AUT CHE", ""),
        ("Sweden's Pal Jonson hosted Finland's Antti Hakkanen. The defence ministers spoke of the sea.", "FIN SWE", "Häkkänen Jonson"),
        ("Beijing's defence ministry said Dong Jun held a video call with Pakistan's army chief Asim Munir.", "CHN PAK", "Jun Munir"),
        ("Seoul and Warsaw's defence chiefs spoke by phone on Wednesday.", "KOR POL", ""),
        ("Les ministres italien et espagnol de la Défense, Guido Crosetto et Margarita Robles, se sont vus.", "ESP ITA", "Crosetto Robles"),
        ("Министр обороны Узбекистана Баходир Курбанов принял делегацию оборонного ведомства Южной Кореи.", "KOR UZB", "Kurbanov"),
        ("La ministre belge de la Défense Ludivine Dedonder s'est rendue à Kiev, où elle a vu son homologue Roustem Oumerov.",
         "BEL UKR", "Dedonder Umerov"),
    ],
)  # fmt: skip
def test_parties_and_people_without_offices(text: str, parties: str, people: str) -> None:
    [found] = _read(text)
    assert " ".join(sorted(found.parties)) == parties
    assert " ".join(sorted(one.person.split()[-1] for one in found.participants)) == people


@pytest.mark.parametrize(
    "text",
    [
        "The Pentagon said that the Chinese military had flown near Taiwan.",
        "Les états-majors de Paris et de Moscou ne se parlent guère.",
        "The presidents of Italy and Egypt met; their defence ministries will follow.",
        "Sweden's Ulf Kristersson hosted Finland's Petteri Orpo.",
    ],
)
def test_who_reports_and_who_is_silent_is_in_no_contact(text: str) -> None:
    assert _read(text) == ()
