"""Who took part is somebody: no body, no treaty, nobody's president, and nobody who is dead."""

from datetime import date

import pytest

from detente.drafting.reading import read
from tests.drafting.shipped import known


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Kenya's Defence Cabinet Secretary Aden Duale met Lloyd Austin, the U.S. Secretary of Defense, on Wednesday about "
            "the Defence Cooperation Framework of Kenya and the U.S.",
            {"Aden Duale", "Lloyd Austin"},
        ),
        (
            "Tomorrow New Zealand's Defence Minister Judith Collins will see Fiji's Defence Minister Pio Tikoduadua and visit "
            "Fiji's Maritime Surveillance Rescue Coordination Centre.",
            {"Judith Collins", "Pio Tikoduadua"},
        ),
        (
            "Bundesrätin Viola Amherd ist am Mittwoch in Bern mit dem deutschen Bundesminister Boris Pistorius und der "
            "österreichischen Bundesministerin Klaudia Tanner zu Arbeitsgesprächen zusammengekommen.",
            {"Viola Amherd", "Boris Pistorius", "Klaudia Tanner"},
        ),
        (
            "Lloyd Austin, the U.S. defense secretary, and Yaşar Güler, his Turkish counterpart, talked by phone on Monday, as "
            "President Joe Biden and Recep Tayyip Erdogan, his Turkish counterpart, had agreed.",
            {"Lloyd Austin", "Yaşar Güler"},
        ),
        (
            "Chargé de la défense depuis la disparition de Hamed Bakayoko, le ministre ivoirien Téné Birahima Ouattara a "
            "rencontré mercredi son homologue burkinabè Kassoum Coulibaly.",
            {"Téné Birahima Ouattara", "Kassoum Coulibaly"},
        ),
        (
            "Verteidigungsminister Boris Pistorius traf am Mittwoch seinen französischen Kollegen Sébastien Lecornu und sprach "
            "ihm sein Beileid zum Tod von General Jean-Louis Georgelin aus.",
            {"Boris Pistorius", "Sébastien Lecornu"},
        ),
    ],
)
def test_only_those_who_were_in_contact_took_part(text: str, people: set[str]) -> None:
    (found,) = read(text, known(), published=date(2024, 4, 18)).proposals
    assert {one.person for one in found.participants} == people


def test_what_was_spoken_of_is_no_side() -> None:
    text = (
        "Japan's Defence Minister Minoru Kihara met his Indonesian counterpart Prabowo Subianto on Tuesday. Regional security "
        "was discussed, with Ukraine, the South China Sea and North Korea among the issues."
    )
    (found,) = read(text, known(), published=date(2024, 4, 18)).proposals
    assert set(found.parties) == {"JPN", "IDN"}
