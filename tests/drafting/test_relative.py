"""Days that a text counts from an event, from the first day of a visit, or from when somebody who is quoted spoke."""

from datetime import date

import pytest

from detente.drafting.reading import read
from tests.drafting.shipped import known

# 2024-05-16 was a Thursday.
THURSDAY = date(2024, 5, 16)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Boris Pistorius met Sébastien Lecornu in Paris on the eve of the summit. The summit opened on Tuesday.",
            "2024-05-13",
        ),
        (
            "Le surlendemain du sommet, Boris Pistorius et Sébastien Lecornu se sont vus à Paris. Le sommet s'était tenu lundi.",
            "2024-05-15",
        ),
        (
            "Zwei Tage nach dem Gipfel traf Boris Pistorius in Paris Sébastien Lecornu. Der Gipfel fand am Montag statt.",
            "2024-05-15",
        ),
        (
            "Au lendemain du sommet, qui s'est tenu mardi, Boris Pistorius a vu Sébastien Lecornu à Paris.",
            "2024-05-15",
        ),
        (
            "Boris Pistorius was in Paris from May 6 to 8, 2024. On the second day Sébastien Lecornu, France's defence minister, "
            "received Germany's Boris Pistorius.",
            "2024-05-07",
        ),
        (
            "Министр обороны Украины Рустем Умеров вчера написал: «Сегодня говорил по телефону с министром обороны Швеции "
            "Полом Йонсоном».",
            "2024-05-15",
        ),
    ],
)
def test_a_day_is_counted_from_what_the_text_tells(text: str, day: str) -> None:
    [proposal] = read(text, known(), published=THURSDAY).proposals
    assert proposal.date == day


def test_the_day_to_which_it_was_put_off_is_not_that_on_which_it_was_to_be() -> None:
    text = "Defence minister Boris Pistorius's meeting with Lloyd Austin, due on Friday, has been postponed to June 3."
    [proposal] = read(text, known(), published=THURSDAY).proposals
    assert (proposal.status, proposal.date) == ("postponed", "2024-05-17")


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Sébastien Lecornu a reçu mardi à l'hôtel de Brienne son homologue allemand Boris Pistorius.", "FRA"),
        ("Boris Pistorius a été reçu mardi par Sébastien Lecornu, ministre des Armées.", "FRA"),
        ("Defence minister Boris Pistorius received his French counterpart Sébastien Lecornu on Tuesday.", "DEU"),
        ("Boris Pistorius empfing am Dienstag den polnischen Verteidigungsminister.", "DEU"),
        ("Министр обороны Казахстана Руслан Жаксылыков принял во вторник турецкого коллегу Яшара Гюлера.", "KAZ"),
    ],
)
def test_who_received_is_the_host(text: str, host: str) -> None:
    [proposal] = read(text, known(), published=THURSDAY).proposals
    assert proposal.host == host
