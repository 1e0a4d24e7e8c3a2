"""The shipped lists name what there is, and can be read in every language."""

import pycountry
import pytest

from detente.domain.vocabulary import Channel, Office, Status
from detente.drafting.language.lexicon import countries_in, lexicon, rows
from detente.drafting.language.sentences import LANGUAGES, language_of, sentences
from detente.drafting.language.spelling import sound
from detente.drafting.who.names import Name
from tests.drafting.shipped import known

KOSOVO = "XKX"
"""Which ISO 3166 leaves to its users: a party that a store has once somebody adds it."""


def test_topics_are_those_of_the_vocabulary() -> None:
    assert {row["topic"] for row in rows("topics")} <= known().topics


def test_parties_are_states() -> None:
    listed = [row["party"] for row in rows("countries")]
    assert set(listed) <= {country.alpha_3 for country in pycountry.countries}
    assert len(listed) == len(set(listed))
    assert {row["party"] for row in rows("peoples")} <= {*listed, KOSOVO}


def test_towns_and_figures_are_of_states() -> None:
    states = {country.alpha_3 for country in pycountry.countries}
    assert {row["party"] for row in rows("cities")} <= states
    assert {row["party"] for row in rows("people")} <= states | {""}
    assert {party for row in rows("usual") for party in row["parties"].split()} <= states


def test_usual_topics_are_those_of_the_vocabulary() -> None:
    assert {topic for row in rows("usual") for topic in row["topics"].split()} <= known().topics
    assert all(int(row["least"]) in (1, 2) for row in rows("usual"))


def test_figures_are_listed_by_how_their_last_word_sounds() -> None:
    for row in rows("people"):
        assert row["sound"] == sound(Name(row["spelt"], 0, 0).last), row
        assert row["first"] in ("", sound(row["spelt"].split()[0])), row
        assert row["office"] == "other" or row["office"] in set(Office), row
    sounds = [row["sound"] for row in rows("people")]
    assert sounds == sorted(sounds)  # by it the list is looked up


def test_cues_mean_words_of_the_vocabularies() -> None:
    meant: dict[str, set[str]] = {}
    for row in rows("cues"):
        meant.setdefault(row["kind"], set()).add(row["means"])
    assert meant["channel"] <= set(Channel)
    assert meant["status"] <= set(Status) - {Status.HELD}
    assert meant["office"] - {"counterpart"} <= set(Office)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_has_words_in_every_language(language: str) -> None:
    for name in ("topics", "countries", "cities", "cues"):
        empty = [row for row in rows(name) if not row[language].strip()]
        assert empty == [], name
    assert lexicon(language).cues["office"]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "en",
            "The US told us that Turkish and South Korean officers met in Niger, not Nigeria.",
            ["USA", "TUR", "KOR", "NER", "NGA"],
        ),
        ("fr", "Le ministre américain, la Russie et les Pays-Bas", ["USA", "RUS", "NLD"]),
        ("de", "Russlands und Südkoreas Minister, der US-Kollege und die Schweizer", ["RUS", "KOR", "USA", "CHE"]),
        ("ru", "Министр обороны КНР, российская сторона и США", ["CHN", "RUS", "USA"]),
    ],
)
def test_parties_are_found_by_name_people_and_case(language: str, text: str, parties: list[str]) -> None:
    assert [country.party for country in countries_in(text, lexicon(language))] == parties


def test_a_word_that_a_store_adds_tells_of_its_topic() -> None:
    words = lexicon("en", (("grain-exports", "cereal*"),))
    assert "grain-exports" in words.topics.means("They spoke of cereals.")
    assert "grain-exports" not in lexicon("en").topics.means("They spoke of cereals.")


def test_sentences_end_where_they_do() -> None:
    text = "Gen. Mark Milley met Dr. Noack. They spoke on 14. Oktober about U.S. ships! He left.\n\nA heading\n\nThe end."
    assert [one.text for one in sentences(text)] == [
        "Gen. Mark Milley met Dr. Noack.",
        "They spoke on 14. Oktober about U.S. ships!",
        "He left.",
        "A heading",
        "The end.",
    ]
    assert [one.heading for one in sentences(text)] == [False, False, False, True, False]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers spoke of it.", "en"),
        ("Les ministres en ont parlé.", "fr"),
        ("Die Minister sprachen.", "de"),
        ("Они говорили.", "ru"),
    ],
)
def test_the_language_is_that_of_the_words(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("language", "text", "topics"),
    [
        ("en", "It was the first contact at that level since October 2022.", set()),
        ("en", "The two noted readiness for a dialogue on Ukraine.", {"ukraine-peace-talks"}),
        ("fr", "Les deux ont parlé d'un dialogue sur l'Ukraine.", {"ukraine-peace-talks"}),
        ("de", "Beide sprachen über Verhandlungen über die Ukraine.", {"ukraine-peace-talks"}),
        ("ru", "Стороны отметили готовность к диалогу по Украине.", {"ukraine-peace-talks"}),
    ],
)
def test_words_tell_of_their_topic_and_of_no_other(language: str, text: str, topics: set[str]) -> None:
    assert set(lexicon(language).topics.means(text)) == topics


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "посол Даниэл Розенблюм"),
        ("ru", "Ираклий Аласания и Марсело Эбрард"),
        ("ru", "Ричард Ливингстон, Францишек и Катарина"),
        ("de", "General Malik, Inderjit Singh, Irakli Alasania und Maliki"),
    ],
)
def test_given_names_are_no_states(language: str, text: str) -> None:
    assert countries_in(text, lexicon(language)) == []


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("ru", "с Данией", "DNK"),
        ("ru", "Ираком", "IRQ"),
        ("ru", "в Катаре", "QAT"),
        ("ru", "Францию", "FRA"),
        ("de", "Malis Regierung", "MLI"),
        ("de", "die Inderin", "IND"),
        ("de", "Kubas Armee", "CUB"),
        ("de", "einem Iraker", "IRQ"),
    ],
)
def test_states_are_known_in_every_case(language: str, text: str, party: str) -> None:
    assert [country.party for country in countries_in(text, lexicon(language))] == [party]
