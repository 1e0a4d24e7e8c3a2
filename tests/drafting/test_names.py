import pytest

from detente.drafting.language.spelling import alike, latin, nominative
from detente.drafting.who.names import Name, Register, name_at
from tests.drafting.shipped import known

DAY_OF_2022, DAY_OF_2024 = 738_300, 738_979  # 2022-05-29, 2024-04-07


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sergueï Choïgou", "Sergei Shoigu"),
        ("Sergej Schoigu", "Sergei Shoigu"),
        ("Сергеем Шойгу", "Sergei Shoigu"),
        ("Хулуси Акаром", "Hulusi Akar"),
        ("Ллойда Остина", "Lloyd Austin"),
        ("Марк Милли", "Mark Milley"),
        ("Valéri Guérassimov", "Valery Gerasimov"),
        ("Waleri Gerassimow", "Valery Gerasimov"),
        ("Sebastien Lecornu", "Sébastien Lecornu"),
        ("Lloyd J. Austin III", "Lloyd Austin"),
    ],
)
def test_a_name_is_known_in_other_spellings(written: str, name: str) -> None:
    found = Register(known(), DAY_OF_2022).find(Name(written, 0, len(written)))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("written", ["Robert Brown", "Mahmoud Nasser", "Stephen Carter", "Boris Pistorius"])
def test_somebody_else_of_the_same_surname_is_somebody_else(written: str) -> None:
    assert Register(known(), DAY_OF_2024).find(Name(written, 0, len(written))) is None


@pytest.mark.parametrize("written", ["Miliz", "Milieu", "Militz", "Auston", "Asti"])
def test_a_word_that_resembles_a_short_surname_is_nobody(written: str) -> None:
    assert Register(known(), DAY_OF_2022).find(Name(written, 0, len(written))) is None


@pytest.mark.parametrize("written", ["Milley", "Милли", "Остина", "Schoigu", "Choïgou", "Гутерриш"])
def test_a_short_surname_is_known_by_its_sound_alone(written: str) -> None:
    assert (Register(known(), DAY_OF_2022).find(Name(written, 0, len(written))) is not None) is (written != "Гутерриш")


def test_a_surname_by_itself_means_who_was_in_office() -> None:
    assert Register(known(), DAY_OF_2024).find(Name("Parly", 0, 5)) is None  # no longer
    found = Register(known(), DAY_OF_2024).find(Name("Lecornu", 0, 7))
    assert found is not None
    assert (found.party, found.sure) == ("FRA", False)


def test_a_confirmed_spelling_comes_first() -> None:
    from dataclasses import replace

    learnt = replace(known(), spellings={"s. k. shoygu": "Sergei Shoigu"})
    found = Register(learnt, DAY_OF_2022).find(Name("S. K. Shoygu", 0, 12))
    assert found is not None
    assert found.name == "Sergei Shoigu"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" Prince Khalid bin Salman and", "Khalid bin Salman"),
        (", Maj. Gen. Abdolrahim Mousavi, talked", "Abdolrahim Mousavi"),
        (" Ursula von der Leyen hat", "Ursula von der Leyen"),
        (" Lloyd J. Austin III today", "Lloyd J. Austin III"),
        (" of the country", None),
        (" said on Monday", None),
    ],
)
def test_where_a_name_begins_and_ends(text: str, name: str | None) -> None:
    found = name_at(text, 0)
    assert (None if found is None else found.written) == name


def test_a_russian_name_is_listed_in_the_nominative() -> None:
    assert nominative("Виктором Хрениным", "министром обороны") == "Виктор Хренин"
    assert nominative("Ллойда Остина", "министра обороны") == "Ллойд Остин"
    assert nominative("Андрей Белоусов", "министр обороны") == "Андрей Белоусов"
    assert latin("Андрей Белоусов") == "Andrey Belousov"
    assert latin("Yaşar Güler") == "Yaşar Güler"


def test_words_that_sound_otherwise_are_not_alike() -> None:
    assert not alike("Austria", "Austin")
    assert not alike("Miller", "Milley")


def test_a_particle_alone_ends_nothing() -> None:
    assert name_at("Van der", 0) == Name("Van", 0, 3)


def test_what_follows_a_name_is_nobody_by_itself() -> None:
    assert Register(known(), None).find(Name("III", 0, 3)) is None
