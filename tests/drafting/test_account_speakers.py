"""Who is told to have spoken in a contact, where somebody tells the press of it, or is called by his people?"""

import pytest

from tests.drafting.test_account_turns import Spoken, sides


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "Lecornu raised arms sales, a spokesman for the French ministry told reporters.", ("FRA", "FRA")),
        ("en", "Pistorius warned against arms sales, a German official told Reuters.", ("DEU", "DEU")),
        ("en", "Lecornu had asked about missile defence, the French ministry wrote on Telegram.", ("FRA", "FRA")),
        ("en", "A German official told this newspaper that Lecornu had raised arms sales.", ("DEU", "FRA")),
        (
            "fr",
            "M. Pistorius a évoqué les ventes d'armes, a annoncé le ministère allemand sur sa page Facebook.",
            ("DEU", "DEU"),
        ),
        ("fr", "M. Pistorius a évoqué les ventes d'armes, a confié un conseiller français à la presse.", ("FRA", "DEU")),
        (
            "de",
            "Pistorius habe Rüstungsexporte angesprochen, sagte eine Sprecherin des deutschen Ministeriums vor der Presse.",
            ("DEU", "DEU"),
        ),
        (
            "ru",
            "Лекорню поднял вопрос о поставках вооружений, сказал журналистам представитель французского министерства.",
            ("FRA", "FRA"),
        ),
        (
            "ru",
            "Писториус напомнил о поставках вооружений, рассказал телеканалу представитель минобороны Франции.",
            ("FRA", "DEU"),
        ),
    ],
)
def test_an_authority_tells_the_press_who_spoke_in_the_contact(language: str, sentence: str, expected: Spoken) -> None:
    assert sides(language, sentence) == [expected]


@pytest.mark.parametrize(
    ("language", "sentence", "by"),
    [
        ("en", "Pistorius said after the talks that arms sales would go on.", "DEU"),
        ("en", "Lecornu later told Le Monde that arms sales were no secret.", "FRA"),
        ("en", '"Arms sales will go on," Pistorius told ZDF.', "DEU"),
        ("fr", "« Les ventes d'armes continueront », a déclaré M. Lecornu à l'issue de l'entretien.", "FRA"),
        ("fr", "Interrogé par l'AFP sur les ventes d'armes, M. Lecornu a répondu qu'elles continueraient.", "FRA"),
        ("fr", "M. Pistorius a dit mercredi devant les députés que les ventes d'armes continueraient.", "DEU"),
        ("de", "Pistorius sagte auf dem Rückflug, die Rüstungsexporte gingen weiter.", "DEU"),
        ("de", "Nach dem Gespräch sagte Lecornu, die Rüstungsexporte gingen weiter.", "FRA"),
        ("de", "Vor Journalisten erklärte der deutsche Minister, die Rüstungsexporte gingen weiter.", "DEU"),
        ("fr", "Devant les députés, le ministre allemand a parlé des ventes d'armes.", "DEU"),
        ("de", "Lecornu erklärte anschließend, die Rüstungsexporte gingen weiter.", "FRA"),
        ("ru", "Писториус заявил на пресс-конференции, что поставки вооружений продолжатся.", "DEU"),
        ("ru", "После переговоров Лекорню сказал, что поставки вооружений продолжатся.", "FRA"),
    ],
)
def test_what_somebody_says_afterwards_was_raised_by_nobody(language: str, sentence: str, by: str) -> None:
    assert sides(language, sentence) == [(by, None)]


@pytest.mark.parametrize(
    ("language", "sentences", "by"),
    [
        ("en", "Lecornu spoke to reporters afterwards. He said that arms sales would go on.", "FRA"),
        ("en", 'Pistorius, speaking on the radio, called arms sales a "duty". The minister said that they would go on.', "DEU"),
        (
            "fr",
            "M. Lecornu a parlé des ventes d'armes devant la presse. Il a ajouté que la défense antimissile suivrait.",
            "FRA",
        ),
        ("de", "Pistorius sprach vor der Presse über Rüstungsexporte. Der Minister sagte, sie gingen weiter.", "DEU"),
        ("ru", "На пресс-конференции Писториус говорил о поставках вооружений. Он добавил, что они продолжатся.", "DEU"),
    ],
)
def test_he_goes_on_speaking_to_the_press(language: str, sentences: str, by: str) -> None:
    assert set(sides(language, sentences)) == {(by, None)}


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", '"I told him that arms sales would go on," Lecornu told reporters.', ("FRA", "FRA")),
        ("en", '"He asked me about arms sales," Pistorius told ZDF.', ("DEU", "FRA")),
        ("fr", "« Je lui ai dit que les ventes d'armes continueraient », a confié M. Lecornu à la presse.", ("FRA", "FRA")),
        ("fr", "« Il m'a parlé des ventes d'armes », a dit M. Pistorius à l'AFP.", ("DEU", "FRA")),
        ("de", '"Ich habe ihn nach den Rüstungsexporten gefragt", sagte Pistorius vor Journalisten.', ("DEU", "DEU")),
        ("ru", "«Я сказал ему, что поставки вооружений продолжатся», — рассказал Писториус журналистам.", ("DEU", "DEU")),
    ],
)
def test_what_he_says_that_they_said_to_each_other_was_raised(language: str, sentence: str, expected: Spoken) -> None:
    assert sides(language, sentence) == [expected]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "The Frenchman, the German ministry said, brought up arms sales.", ("DEU", "FRA")),
        ("en", 'The German, in a French official\'s words, "would not hear of arms sales".', ("FRA", "DEU")),
        ("en", "A German official said that the French had offered missile defence.", ("DEU", "FRA")),
        ("en", "The guest asked for arms sales, the ministry in Paris said.", ("FRA", "DEU")),
        ("de", "Der Kollege habe Rüstungsexporte angesprochen, hieß es in Paris.", ("FRA", "DEU")),
        ("ru", "Гость попросил о поставках вооружений, сказали в Париже.", ("FRA", "DEU")),
        ("fr", "L'Allemand a évoqué les ventes d'armes, indique-t-on à Paris.", ("FRA", "DEU")),
        ("fr", "Selon le ministère allemand, le Français a parlé des ventes d'armes.", ("DEU", "FRA")),
        ("de", "Der Franzose, teilte sein Ministerium mit, sprach von Rüstungsexporten.", ("FRA", "FRA")),
        ("de", "Nach französischen Angaben sprach der Deutsche über Rüstungsexporte.", ("FRA", "DEU")),
        ("ru", "Француз, по словам немецкого чиновника, говорил о поставках вооружений.", ("DEU", "FRA")),
        ("ru", "Немец, сообщили в Париже, поднял вопрос о поставках вооружений.", ("FRA", "DEU")),
    ],
)
def test_who_is_called_by_his_people_spoke(language: str, sentence: str, expected: Spoken) -> None:
    assert sides(language, sentence) == [expected]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", '"We told them that arms sales would go on," Lecornu said afterwards.', ("FRA", "FRA")),
        ("en", '"We have asked for missile defence," Pistorius told reporters.', ("DEU", "DEU")),
        ("en", '"My colleague assured me that arms sales will go on," Lecornu told AFP.', ("FRA", "DEU")),
        ("en", "He had shown Lecornu figures on arms sales, Pistorius told reporters.", ("DEU", "DEU")),
        ("en", "Pistorius told reporters that he had pressed for arms sales.", ("DEU", "DEU")),
        (
            "fr",
            "« J'ai dit à M. Pistorius que les ventes d'armes continueraient », a raconté M. Lecornu à l'AFP.",
            ("FRA", "FRA"),
        ),
        ("fr", "M. Lecornu a dit devant la presse avoir réclamé la fin des ventes d'armes.", ("FRA", "FRA")),
        ("fr", "« Mon homologue m'a promis des ventes d'armes », a dit M. Pistorius à la presse.", ("DEU", "FRA")),
        ("de", "Er habe Lecornu nach Rüstungsexporten gefragt, sagte Pistorius vor Journalisten.", ("DEU", "DEU")),
        ("ru", "«Мы предложили им поставки вооружений», — сказал Писториус журналистам.", ("DEU", "DEU")),
        ("ru", "«Мой коллега спросил о поставках вооружений», — рассказал Лекорню журналистам.", ("FRA", "DEU")),
    ],
)
def test_what_he_says_he_did_there_was_raised(language: str, sentence: str, expected: Spoken) -> None:
    assert sides(language, sentence) == [expected]
