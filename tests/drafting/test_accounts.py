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


def told(language: str, sentences: str, before: str | None = None) -> list[tuple[str, str | None, Stance]]:
    """By whose account, who spoke, and how, sentence by sentence, in a text that goes on after a call."""
    [proposal] = read(f"{before or CALL[language]} {sentences}", known(), published=date(2024, 4, 10)).proposals
    found = dict.fromkeys((one.sentence, one.reported_by, one.raised_by, one.stance) for one in proposal.statements)
    return [(by, spoke, stance) for _, by, spoke, stance in found]


@pytest.mark.parametrize(
    ("language", "sentences", "expected"),
    [
        ("en", "The French minister condemned the attack on Berlin and said that arms sales would go on.", ("FRA", "FRA")),
        ("en", "Pistorius asked about nuclear weapons, the ministry in Paris said.", ("FRA", "DEU")),
        ("en", "According to Berlin, Lecornu insisted on arms sales.", ("DEU", "FRA")),
        ("en", "In the German readout, Lecornu raised arms sales.", ("DEU", "FRA")),
        ("en", '"Arms sales are off the table," a defence ministry spokesman in Berlin said.', ("DEU", None)),
        ("fr", "M. Pistorius a évoqué les ventes d'armes, a indiqué son cabinet.", ("DEU", "DEU")),
        (
            "fr",
            "À Berlin, la porte-parole du ministère a fait savoir que les ventes d'armes avaient été évoquées.",
            ("DEU", None),
        ),
        (
            "de",
            "Lecornu habe sich für Rüstungsexporte ausgesprochen, teilte das Bundesverteidigungsministerium mit.",
            ("DEU", "FRA"),
        ),
        ("de", "Der französische Minister habe Rüstungsexporte angesprochen, so Pistorius.", ("DEU", "FRA")),
        ("ru", "По словам Писториуса, обсуждались поставки вооружений.", ("DEU", "DEU")),
        ("ru", "Лекорню поднял вопрос о поставках вооружений, сообщили в Берлине.", ("DEU", "FRA")),
    ],
)
def test_a_sentence_is_of_the_side_that_says_it(language: str, sentences: str, expected: tuple[str, str | None]) -> None:
    assert [(by, spoke) for by, spoke, _ in told(language, sentences)] == [expected]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", "Berlin said that Pistorius had raised arms sales. He also pressed for missile defence, it added."),
        ("fr", "Selon Berlin, M. Pistorius a parlé des ventes d'armes. Le texte ajoute qu'il a évoqué la défense antimissile."),
        ("de", "In Berlin hieß es, Pistorius habe Rüstungsexporte angesprochen. Auch die Raketenabwehr sei Thema gewesen."),
        (
            "ru",
            "В Берлине заявили, что обсуждались поставки вооружений. Там добавили, что речь шла и о противоракетной обороне.",
        ),
    ],
)
def test_an_account_goes_on_until_another_begins(language: str, sentences: str) -> None:
    assert {by for by, _, _ in told(language, sentences)} == {"DEU"}


def test_what_a_ministry_publishes_is_its_account_whoever_speaks() -> None:
    before = (
        "Readout of Minister Sébastien Lecornu's Call With German Defence Minister Boris Pistorius\n\n"
        "French defence minister Sébastien Lecornu telephoned his German counterpart Boris Pistorius on Tuesday."
    )
    sentences = "Minister Pistorius raised arms sales. The two discussed missile defence."
    assert told("en", sentences, before) == [("FRA", "DEU", REPORTS), ("FRA", None, REPORTS)]


def test_both_sides_may_say_the_same() -> None:
    assert {by for by, _, _ in told("en", "Both ministries said that arms sales had come up.")} == {"DEU", "FRA"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The German readout made no mention of arms sales.",
        "Arms sales to Berlin are a trap, said a former ambassador in Paris.",
        "France decided on arms sales to Germany in 2019.",
    ],
)
def test_what_no_side_says_is_no_side_s_account(sentence: str) -> None:
    assert {by for by, _, _ in told("en", sentence)} <= {"media"}


def test_an_official_s_denial_is_of_the_side_that_he_speaks_for() -> None:
    found = told("en", '"Arms sales were not discussed," a French official said.')
    assert found == [("FRA", None, DENIES)]
