import json
import re
from hashlib import sha256
from typing import Any

import pytest

from detente.domain.contacts import Source
from detente.formats.csl_json import item_id, written
from tests.formats.outgoing import HOSTILE, contact, outgoing, source

KEYS = {
    "id", "type", "title", "container-title", "publisher", "issued", "accessed", "URL", "archive", "archive_location", "language",
    "note",
}  # fmt: skip
"""Of the schema csl-data.json of citationstyles.org, those that are used here; it allows no others than its own."""


def items(*sources: Source, **told: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written(outgoing(contact(contact_id="a-call", sources=sources, **told))))
    for item in found:
        assert {"id", "type"} <= set(item) <= KEYS
        for name in {"issued", "accessed"} & set(item):
            assert set(item[name]) <= {"date-parts", "season", "circa", "literal"}
            assert 1 <= len(item[name].get("date-parts", [[1]])) <= 2
    return found


def test_a_document_by_hand() -> None:
    known = source(
        "https://mil.example/news",
        side="RUS",
        archived_url="https://web.archive.org/web/1/x",
        accessed="2025-01-02",
        language="ru",
    )
    assert items(known) == [
        {
            "id": f"detente-{sha256(b'https://mil.example/news').hexdigest()[:12]}",
            "type": "webpage",
            "title": "A title",
            "container-title": "The Paper",
            "publisher": "The Paper",
            "issued": {"date-parts": [[2024, 4, 3]]},
            "accessed": {"date-parts": [[2025, 1, 2]]},
            "URL": "https://mil.example/news",
            "archive": "web.archive.org",
            "archive_location": "https://web.archive.org/web/1/x",
            "language": "ru",
            "note": "Admiralty grade B2; account of RUS; cited for a-call",
        }
    ]


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2024-04~", {"date-parts": [[2024, 4]], "circa": True}),
        ("2015-12-21/2015-12-23", {"date-parts": [[2015, 12, 21], [2015, 12, 23]]}),
        ("[2022-06-01..2022-07-12]", {"date-parts": [[2022, 6, 1], [2022, 7, 12]], "circa": True}),
        ("2014-21", {"date-parts": [[2014]], "season": 1}),
        ("last spring", {"literal": "last spring"}),
        (None, None),
    ],
)
def test_when_it_was_published(published: str | None, issued: object) -> None:
    (item,) = items(source(published=published))
    assert item.get("issued") == issued


def test_a_report_of_nobodys_side_is_an_article() -> None:
    (item,) = items(source(title=None, published=None))
    assert (item["type"], "title" in item) == ("article-newspaper", False)
    assert item["note"] == "Admiralty grade B2; cited for a-call"


def test_a_document_that_is_cited_twice_is_one_item() -> None:
    twice = outgoing(*(contact(contact_id=id_, sources=(source(),)) for id_ in ("one", "two")))
    (item,) = json.loads(written(twice))
    assert item["note"].endswith("cited for one, two")


def test_what_is_not_public_is_left_out() -> None:
    assert items(source(restricted=True)) == []
    assert items(source(), restricted=True) == []


@pytest.mark.parametrize("url", [HOSTILE, "https://[", "", "x" * 5000, "\ud800"])
def test_whatever_the_address_is_there_is_an_id_that_it_keeps(url: str) -> None:
    (item,) = items(source(url, archived_url=url or None))
    assert re.fullmatch(r"detente-[0-9a-f]{12}", item["id"])
    assert item["id"] == item_id(url) != item_id(url + "x")


def test_hostile_text_is_data() -> None:
    text = written(outgoing(contact(sources=(source(title=HOSTILE, publisher=HOSTILE),))))
    assert not any(sign in text for sign in "\x00\x1b\r\u202e")
    assert json.loads(text)[0]["title"] == HOSTILE
