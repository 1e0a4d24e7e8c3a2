"""Which name was probably meant: near ones, and none that is not."""

import pytest

from detente.store.gazetteer import called, countries, known_as
from detente.store.names import nearest

STATES = ("France", "Puerto Rico", "Bouvet Island", "Russia", "Iran", "Italy", "Niger", "Nigeria", "China", "United States")
PEOPLE = ("Sébastien Lecornu", "Sergei Shoigu", "Andrei Belousov")


@pytest.mark.parametrize(
    ("said", "meant"),
    [("Frnace", "France"), ("Irn", "Iran"), ("Itlay", "Italy"), ("chian", "China"), ("Untied States", "United States"),
     ("Rico", "Puerto Rico")],
)  # fmt: skip
def test_a_misspelt_state(said: str, meant: str) -> None:
    assert nearest(said, STATES, 1) == [meant]


@pytest.mark.parametrize("said", ["Paris", "Russland", "Atlantis", "x", "Grand Duchy"])
def test_what_is_far_from_all(said: str) -> None:
    assert nearest(said, STATES) == []


@pytest.mark.parametrize("said", ["Lecornou", "Sebastian Lecornu", "lecornu"])
def test_a_person_by_the_surname_too(said: str) -> None:
    assert nearest(said, PEOPLE) == ["Sébastien Lecornu"]


@pytest.mark.parametrize("said", ["Schoigu", "Choïgou", "Sergej Schojgu"])
def test_a_person_as_other_languages_write_the_name(said: str) -> None:
    assert nearest(said, PEOPLE) == ["Sergei Shoigu"]


def test_a_name_is_that_of_one_state_or_of_none() -> None:
    assert called("Russlands") == ["RUS"], "with an ending"
    assert called("Russell") == [], "which is no ending"
    assert called("Paris") == [], "a capital is no name"
    assert called("") == []
    assert known_as()["paris"] == "FRA"


def test_every_state_of_the_list_is_found_by_its_first_name_in_each_language() -> None:
    for row in countries():
        for language in ("en", "fr", "de", "ru"):
            first = row[language].split("|")[0]
            if not first.startswith("@") and not set(first) & set("*["):
                assert row["party"] in called(first), (row["party"], first)
