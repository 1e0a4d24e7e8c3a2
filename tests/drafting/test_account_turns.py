"""Whose account is a sentence, where one account gives way to another, or goes on?"""

from collections.abc import Sequence

import pytest

from detente.domain.vocabulary import THIRD_PARTY, Stance
from tests.drafting.test_accounts import told

DENIES = Stance.DENIES
Spoken = tuple[str, str | None]


def sides(language: str, sentences: str, before: str | None = None) -> list[Spoken]:
    """By whose account and who spoke, sentence by sentence; what is nobody's account is left out."""
    return [(by, spoke) for by, spoke, _ in told(language, sentences, before) if by != THIRD_PARTY]


@pytest.mark.parametrize(
    ("language", "sentences", "expected"),
    [
        ("en", "Berlin gave a very different picture. Lecornu raised arms sales, a statement said.", [("DEU", "FRA")]),
        ("en", "Germany's account was shorter. It said that Pistorius had raised arms sales.", [("DEU", "DEU")]),
        ("en", "German sources told another story. The minister, they said, raised arms sales.", [("DEU", "DEU")]),
        ("en", "Paris was quick to answer: Pistorius had asked for arms sales.", [("FRA", "DEU")]),
        ("de", "In Paris las sich das so: Pistorius habe Rüstungsexporte angesprochen.", [("FRA", "DEU")]),
        (
            "fr",
            "Côté allemand, le récit est inverse et c'est M. Lecornu qui aurait parlé des ventes d'armes.",
            [("DEU", "FRA")],
        ),
        ("en", "The German side put it more gently. Its ministry wrote that arms sales had come up.", [("DEU", None)]),
        ("fr", "À Berlin, le ministère se montre plus prudent. Le texte mentionne les ventes d'armes.", [("DEU", None)]),
        ("fr", "À Berlin, le ton est tout autre. On y indique que M. Lecornu a évoqué les ventes d'armes.", [("DEU", "FRA")]),
        (
            "fr",
            "Le compte rendu allemand est plus long. On y lit que M. Lecornu a évoqué les ventes d'armes.",
            [("DEU", "FRA")],
        ),
        (
            "de",
            "Das französische Ministerium setzte andere Akzente. Dort hieß es, Pistorius habe Rüstungsexporte angesprochen.",
            [("FRA", "DEU")],
        ),
        ("de", "Aus Paris klang es schärfer. Pistorius habe Rüstungsexporte angesprochen.", [("FRA", "DEU")]),
        (
            "ru",
            "В Берлине разговор описывают иначе. Там говорят, что Лекорню поднял вопрос о поставках вооружений.",
            [("DEU", "FRA")],
        ),
        ("ru", "Французы изложили беседу короче. Ведомство уточняет, что обсуждались поставки вооружений.", [("FRA", None)]),
    ],
)
def test_the_account_of_another_side_begins(language: str, sentences: str, expected: Sequence[Spoken]) -> None:
    assert sides(language, sentences) == expected


@pytest.mark.parametrize(
    ("language", "sentences", "expected"),
    [
        ("en", "Lecornu raised arms sales. This was reported by the German defence ministry.", ("DEU", "FRA")),
        ("en", "Pistorius raised arms sales. That is what a French official told AFP.", ("FRA", "DEU")),
        ("fr", "M. Pistorius a évoqué les ventes d'armes. C'est ce qu'a indiqué le ministère français.", ("FRA", "DEU")),
        ("de", "Lecornu sprach Rüstungsexporte an. Das teilte das deutsche Verteidigungsministerium mit.", ("DEU", "FRA")),
        ("de", "Lecornu sprach Rüstungsexporte an. Dies berichtete ein Sprecher des deutschen Ministeriums.", ("DEU", "FRA")),
        ("ru", "Лекорню поднял вопрос о поставках вооружений. Об этом сообщило минобороны Германии.", ("DEU", "FRA")),
        ("ru", "Писториус говорил о поставках вооружений. Об этом рассказал представитель минобороны Франции.", ("FRA", "DEU")),
    ],
)
def test_a_source_may_stand_in_the_sentence_behind(language: str, sentences: str, expected: Spoken) -> None:
    assert expected in sides(language, sentences)
    assert {by for by, _ in sides(language, sentences)} == {expected[0]}


@pytest.mark.parametrize(
    ("language", "sentences", "expected"),
    [
        (
            "en",
            "Berlin said that arms sales had come up. According to the same statement, Lecornu raised missile defence.",
            ("DEU", "FRA"),
        ),
        ("en", "Paris published a readout on arms sales. The text says that Pistorius raised missile defence.", ("FRA", "DEU")),
        (
            "fr",
            "Berlin dit avoir parlé des ventes d'armes. Selon cette source, M. Lecornu a évoqué la défense antimissile.",
            ("DEU", "FRA"),
        ),
        (
            "fr",
            "Le communiqué allemand mentionne les ventes d'armes. Il y est dit aussi que M. Lecornu a évoqué la défense antimissile.",
            ("DEU", "FRA"),
        ),
        (
            "de",
            "In Berlin hieß es, Rüstungsexporte seien Thema gewesen. Aus derselben Quelle verlautete, Lecornu habe die Raketenabwehr angesprochen.",
            ("DEU", "FRA"),
        ),
        (
            "ru",
            "В Берлине заявили, что обсуждались поставки вооружений. По тем же данным, Лекорню поднял вопрос о противоракетной обороне.",
            ("DEU", "FRA"),
        ),
    ],
)
def test_the_same_source_goes_on(language: str, sentences: str, expected: Spoken) -> None:
    assert sides(language, sentences)[-1] == expected
    assert {by for by, _ in sides(language, sentences)} == {expected[0]}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Lecornu rejected reports that France had promised arms sales."),
        ("en", "The French minister dismissed a claim that arms sales had come up."),
        ("en", '"There was no promise of arms sales," the French ministry shot back.'),
        ("en", '"No offer of arms sales was made," a French official said.'),
        ("en", '"We never talked about arms sales," a senior French officer said.'),
        ("fr", "« Pure invention », répond-on à Paris à propos des ventes d'armes."),
        ("de", "Von Rüstungsexporten könne keine Rede sein, betonte ein französischer Beamter."),
        ("ru", "Париж оспаривает это: никаких обещаний о поставках вооружений не было."),
        ("en", "Lecornu's spokesman called reports of arms sales premature."),
        ("fr", "Le ministère français juge prématurée l'annonce de ventes d'armes."),
        ("de", "Ein französischer Sprecher nannte Meldungen über Rüstungsexporte falsch."),
        ("ru", "Представитель министерства обороны Франции назвал преждевременными слова о поставках вооружений."),
        ("fr", "« Il n'y a eu aucune promesse de ventes d'armes », rétorque le ministère français."),
        ("fr", "M. Lecornu a rejeté les informations selon lesquelles la France aurait promis des ventes d'armes."),
        ("de", "Lecornu wies Berichte zurück, wonach Frankreich Rüstungsexporte zugesagt habe."),
        ("de", '"Es gab keine Zusage für Rüstungsexporte", sagte ein französischer Beamter.'),
        ("ru", "Лекорню опроверг сообщения о том, что Франция обещала поставки вооружений."),
        ("ru", "«Никаких обещаний о поставках вооружений не было», — сказал французский чиновник."),
    ],
)
def test_what_is_said_not_to_have_been_is_denied(language: str, sentence: str) -> None:
    assert {(by, stance) for by, _, stance in told(language, sentence)} == {("FRA", DENIES)}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Berlin said that arms sales had come up, and in Paris officials spoke of arms sales too."),
        ("en", "According to both ministries, arms sales came up."),
        ("fr", "D'après les deux ministères, les ventes d'armes ont été évoquées."),
        ("fr", "Les ventes d'armes ont été évoquées, indique Berlin, et Paris le confirme."),
        ("de", "Es ging um Rüstungsexporte, verlautete aus Berlin, und auch Paris bestätigte das."),
        ("ru", "По немецким данным, обсуждались поставки вооружений, а в Париже говорят лишь о готовности."),
    ],
)
def test_two_sides_may_speak_in_one_sentence(language: str, sentence: str) -> None:
    assert {by for by, _ in sides(language, sentence)} == {"DEU", "FRA"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The German ministry had yet to issue a statement on arms sales."),
        ("en", "The French embassy did not return a request for comment on arms sales."),
        ("fr", "Le ministère allemand n'avait pas répondu à nos questions sur les ventes d'armes."),
        ("fr", "Le ministère allemand n'a pas souhaité confirmer les ventes d'armes."),
        ("de", "Das deutsche Ministerium wollte die Rüstungsexporte nicht bestätigen."),
        ("de", "Das deutsche Ministerium beantwortete eine Anfrage zu Rüstungsexporten nicht."),
        ("ru", "Сообщений из Берлина о поставках вооружений пока нет."),
    ],
)
def test_who_has_not_spoken_gives_no_account(language: str, sentence: str) -> None:
    assert sides(language, sentence) == []


def test_experts_and_observers_speak_for_nobody_only_where_they_speak() -> None:
    spoken = "The French ministry said that Pistorius had proposed talks among experts on missile defence."
    assert sides("en", spoken) == [("FRA", "DEU")]
    assert sides("en", "Experts said that missile defence was the real matter of the call with Paris.") == []


@pytest.mark.parametrize(
    ("language", "sentences", "expected"),
    [
        ("fr", "Berlin dit avoir parlé des ventes d'armes. M. Lecornu aurait promis une défense antimissile.", ("DEU", "FRA")),
        ("fr", "Selon Paris, les ventes d'armes ont été abordées. M. Pistorius aurait demandé un délai.", ("FRA", "DEU")),
        (
            "fr",
            "Selon le ministère français, M. Lecornu a parlé des ventes d'armes. L'Allemand lui aurait répondu.",
            ("FRA", "DEU"),
        ),
        (
            "fr",
            "« Les ventes d'armes comptent », dit un diplomate français. Celui-ci ajoute qu'un accord est proche.",
            ("FRA", None),
        ),
        (
            "de",
            "Aus Berlin hieß es, Pistorius habe Rüstungsexporte angesprochen. Lecornu habe betont, sie gingen weiter.",
            ("DEU", "FRA"),
        ),
        (
            "de",
            "Das französische Ministerium teilte mit, es sei um Rüstungsexporte gegangen. Pistorius habe ihm dafür gedankt.",
            ("FRA", "DEU"),
        ),
        ("de", "Es ging um Rüstungsexporte, hieß es dazu aus Paris. Der Minister habe auf Eile gedrängt.", ("FRA", "FRA")),
        ("en", "French sources said arms sales came up. Pistorius, they said, had asked for more of them.", ("FRA", "DEU")),
        ("en", "Paris said that arms sales came up. Pistorius was said to have asked for a delay.", ("FRA", "DEU")),
        (
            "en",
            "Paris said that arms sales came up. One of its officials added that Pistorius had asked for more.",
            ("FRA", "DEU"),
        ),
        ("ru", "В Париже говорят, что обсуждались поставки вооружений. Немец якобы просил о скидке.", ("FRA", "DEU")),
        ("en", "Pistorius raised arms sales, officials in Paris said. He protested against every delay.", ("FRA", "DEU")),
        ("en", "Germany has asked for more arms sales, defence minister Lecornu said.", ("FRA", "DEU")),
        (
            "ru",
            "В Париже говорят, что обсуждались поставки вооружений. Писториус, уточнили там, просил о скидке.",
            ("FRA", "DEU"),
        ),
    ],
)
def test_an_authority_goes_on_telling_what_the_other_said(language: str, sentences: str, expected: Spoken) -> None:
    assert sides(language, sentences)[-1] == expected
    assert {by for by, _ in sides(language, sentences)} == {expected[0]}
