"""What a text says beside a contact, of other people and other things, changes nothing of what is read of the contact."""

from collections.abc import Sequence
from datetime import date

import pytest

from detente.drafting.proposals import Proposal
from detente.drafting.reading import read
from tests.drafting import scoring
from tests.drafting.aside import ASIDE
from tests.drafting.shipped import known

PUBLISHED = date(2024, 5, 16)
CONTACTS = {
    "en": (
        "Turkish Defence Minister Yaşar Güler and his Greek counterpart Nikos Dendias have spoken by phone. They talked about the Aegean.",
        "Dutch Defence Minister Kajsa Ollongren met her German counterpart Boris Pistorius in Berlin on Wednesday. "
        "The two agreed on more joint training.",
        "Defence Minister Boris Pistorius is to visit Kyiv on Friday, where he will meet his counterpart Rustem Umerov.",
    ),
    "fr": (
        "Le ministre turc de la Défense Yaşar Güler et son homologue grec Nikos Dendias se sont parlé au téléphone. "
        "Ils ont évoqué la mer Égée.",
        "La ministre néerlandaise de la Défense Kajsa Ollongren a rencontré mercredi à Berlin son homologue allemand Boris Pistorius. "
        "Tous deux veulent s'entraîner davantage ensemble.",
    ),
    "de": (
        "Der türkische Verteidigungsminister Yaşar Güler und sein griechischer Amtskollege Nikos Dendias haben miteinander telefoniert. "
        "Sie sprachen über die Ägäis.",
        "Verteidigungsminister Boris Pistorius traf am Mittwoch in Berlin seine niederländische Amtskollegin Kajsa Ollongren. "
        "Beide wollen mehr gemeinsam üben.",
    ),
    "ru": (
        "Министр обороны Турции Яшар Гюлер и его греческий коллега Никос Дендиас поговорили по телефону. Они обсудили Эгейское море.",
        "Министр обороны Казахстана Руслан Жаксылыков в среду принял в Астане белорусского коллегу Виктора Хренина. "
        "Стороны договорились о совместной подготовке.",
    ),
}
BESIDE = [(language, contact, said) for language, every in CONTACTS.items() for contact in every for said in ASIDE[language]]

REAL = ("kiosk", "ticker", "courier", "bulletin", "gazette", "journal", "tribune", "herald", "sentinel", "cove", "crest")
UNMOVED = 0.97
"""The least share of readings of real items that a sentence set behind them leaves as they were."""


def _read(text: str, published: date, language: str) -> list[tuple[object, ...]]:
    """What is read of the contacts of this year: what the other sentences recall of another one is no change."""
    return [_fields(one) for one in read(text, known(), published=published, language=language).proposals if one.date != "2018"]


def _fields(one: Proposal) -> tuple[object, ...]:
    people = sorted(f"{each.party} {each.person}" for each in one.participants)
    return one.date, one.status, one.channel, sorted(one.parties), people


@pytest.mark.parametrize(("language", "contact", "said"), BESIDE)
def test_what_is_said_beside_a_contact_changes_nothing_of_it(language: str, contact: str, said: str) -> None:
    alone = _read(contact, PUBLISHED, language)
    assert len(alone) == 1
    assert _read(f"{contact} {said}", PUBLISHED, language) == alone


@pytest.mark.long
def test_nor_does_it_in_the_press() -> None:
    moved = read_ = 0
    for place, (text, published, language) in enumerate(_items()):
        alone = _read(text, published, language)
        for said in _few(ASIDE[language], place):
            moved, read_ = moved + (_read(f"{text}\n\n{said}\n", published, language) != alone), read_ + 1
    assert moved / read_ <= 1 - UNMOVED


def _items() -> list[tuple[str, date, str]]:
    labelled = [(text.strip(), label) for half in REAL for _, text, label in scoring.labelled(half)]
    return [(text, date.fromisoformat(label["published"]), label["lang"]) for text, label in labelled]


def _few(every: Sequence[str], place: int, count: int = 4) -> list[str]:
    """Some of the sentences, others for each text."""
    return [every[(place * count + offset) % len(every)] for offset in range(count)]
