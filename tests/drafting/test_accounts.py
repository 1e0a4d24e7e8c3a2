"""Whose account is it, where one side denies what the other says?"""

from datetime import date

import pytest

from detente.domain.vocabulary import Stance
from detente.drafting.reading import read
from tests.drafting.shipped import known

CALL = {
    "en": "French defence minister Sébastien Lecornu telephoned his German counterpart Boris Pistorius on Tuesday.",
    "fr": "Le ministre des Armées Sébastien Lecornu a téléphoné mardi à son homologue allemand Boris Pistorius.",
    "de": "Verteidigungsminister Boris Pistorius telefonierte am Dienstag mit seinem französischen Kollegen Sébastien Lecornu.",
    "ru": "Министр обороны Франции Себастьен Лекорню провел телефонный разговор с министром обороны Германии Борисом Писториусом.",
}
REPORTS, DENIES = Stance.REPORTS, Stance.DENIES


def accounts(language: str, sentences: str) -> set[tuple[str, str, Stance]]:
    """Who reports or denies what, in a text that goes on after a call."""
    [proposal] = read(f"{CALL[language]} {sentences}", known(), published=date(2024, 4, 10)).proposals
    return {(one.reported_by, one.topic, one.stance) for one in proposal.statements}


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", "Berlin said they had discussed arms sales, which Paris denied."),
        ("en", "The German ministry said that arms sales had come up. Paris denied that."),
        ("en", "The German ministry said that arms sales had come up, which was denied by Paris."),
        ("fr", "Le ministère allemand de la Défense indique que les ventes d'armes ont été abordées, ce que Paris dément."),
        ("de", "Berlin erklärte, es sei um Rüstungsexporte gegangen; Paris bestreitet das."),
        ("ru", "В Берлине заявили, что обсуждались поставки вооружений, в Париже это опровергают."),
    ],
)
def test_one_side_reports_and_the_other_denies(language: str, sentences: str) -> None:
    found = accounts(language, sentences)
    assert {(by, stance) for by, _, stance in found} == {("DEU", REPORTS), ("FRA", DENIES)}
    assert len({topic for _, topic, _ in found}) == 1


def test_a_denial_alone_is_that_of_who_denies() -> None:
    assert accounts("en", "French officials denied that nuclear weapons had been mentioned.") == {
        ("FRA", "nuclear-weapons", DENIES)
    }


def test_a_denial_of_nobody_named_is_the_media_s() -> None:
    assert accounts("en", "That nuclear weapons were mentioned was denied.") == {("media", "nuclear-weapons", DENIES)}


def test_what_nobody_denies_is_reported() -> None:
    assert accounts("en", "Berlin said they had discussed arms sales.") == {("DEU", "arms-sales", REPORTS)}


def test_what_a_side_says_without_a_topic_is_of_that_of_the_sentence_before() -> None:
    found = accounts("en", "The two discussed arms sales. The German ministry said that it had been a good conversation.")
    assert ("DEU", "arms-sales", REPORTS) in found
