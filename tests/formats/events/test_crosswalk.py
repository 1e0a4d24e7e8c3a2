"""The crosswalk is that of the codebooks, code by code."""

import pytest

from detente.domain.vocabulary import Channel, Status
from detente.formats.events.crosswalk import CAMEO, EVENT_TEXTS, MEANINGS, PLOVER, POSSIBLE, Codebook


@pytest.mark.parametrize(
    ("code", "status", "channel", "host"),
    [
        ("041", "held", "phone", ""),
        ("042", "held", "in-person", "target"),
        ("043", "held", "in-person", "source"),
        ("044", "held", "in-person", ""),
        ("040", "held", "other", ""),
        ("046", "held", "other", ""),
        ("036", "planned", "other", ""),
        ("026", "requested", "other", ""),
        ("106", "requested", "other", ""),
        ("125", "declined", "other", ""),
        ("164", "cancelled", "other", ""),
    ],
)
def test_cameo(code: str, status: str, channel: str, host: str) -> None:
    meaning = CAMEO[code]
    assert (meaning.status, meaning.channel, meaning.host) == (Status(status), Channel(channel), host)


def test_what_is_no_contact_is_not_in_it() -> None:
    assert set(CAMEO) == {"026", "036", "040", "041", "042", "043", "044", "046", "106", "125", "164"}
    assert "045" not in CAMEO


@pytest.mark.parametrize("book", [Codebook.CAMEO, Codebook.WEIS])
def test_every_code_of_a_contact_is_one_of_the_codebook(book: Codebook) -> None:
    assert set(MEANINGS[book]) <= POSSIBLE[book]


@pytest.mark.parametrize(
    "code",
    [
        "010",
        "0211",
        "0256",
        "046",
        "057",
        "0841",
        "108",
        "1056",
        "1246",
        "1383",
        "1454",
        "166",
        "1823",
        "204",
        "2042",
        "01",
        "20",
    ],
)
def test_codes_of_cameo(code: str) -> None:
    assert code in POSSIBLE[Codebook.CAMEO]


@pytest.mark.parametrize("code", ["42", "21", "22", "211", "223", "047", "205", "0461", "1", "", "4O1"])
def test_codes_that_cameo_does_not_have(code: str) -> None:
    assert code not in POSSIBLE[Codebook.CAMEO]


def test_the_texts_of_icews_lead_to_codes_of_contacts() -> None:
    assert set(EVENT_TEXTS.values()) == set(CAMEO)
    assert all(text == text.lower() for text in EVENT_TEXTS)


def test_only_where_the_mode_is_unknown_the_words_say_so() -> None:
    for book in MEANINGS.values():
        for meaning in book.values():
            if meaning.status is Status.HELD:
                assert ("mode unknown" in meaning.words) is (meaning.channel is Channel.OTHER)


def test_polecat_visits_are_hosted_by_the_recipient() -> None:
    assert PLOVER["CONSULT/visit"].host == "target"
