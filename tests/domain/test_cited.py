"""What an address alone tells of a source."""

import pytest

from detente.domain.cited import source_at
from detente.domain.contacts import Source
from detente.domain.vocabulary import Reliability
from detente.errors import RejectedError


@pytest.mark.parametrize(
    ("url", "publisher", "language"),
    [
        ("https://www.defense.gouv.fr/x?id=1", "defense.gouv.fr", "fr"),
        ("http://MIL.RU/", "mil.ru", "ru"),
        ("https://www.bmvg.de:443/a", "bmvg.de", "de"),
        ("https://msb.gov.tr", "msb.gov.tr", "tr"),
        ("https://www.war.gov/a.fr", "war.gov", "en"),
        ("https://news.www.example.org/", "news.www.example.org", "en"),
    ],
)
def test_publisher_and_language_are_those_of_the_host(url: str, publisher: str, language: str) -> None:
    assert source_at(url, "FRA") == Source(url, publisher, None, None, language, "FRA", Reliability.F, 6)


@pytest.mark.parametrize(
    "url", ["", "mil.ru", "ftp://mil.ru/", "https://", "https://www.", "https://mil.ru/a b", "http://[::1/"]
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(RejectedError) as refused:
        source_at(url, "third")
    assert refused.value.reason == f"'{url}' is no web address"
    assert refused.value.mend == "begin it with https:// and leave out spaces"
