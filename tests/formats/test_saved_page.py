"""A saved page, with and without the package that finds its article."""

import sys
from datetime import date

import pytest

from detente.errors import RejectedError
from detente.formats.saved_page import is_page, read_page, refuse_empty

PAGE = """<!doctype html>
<html><head><title>Call</title><link rel="canonical" href="https://example.org/call">
<meta property="article:published_time" content="2024-04-04T08:00:00Z"><script>var p = "<p>no</p>";</script></head>
<body><nav><p>Home</p><ul><li>News</li></ul></nav>
<article><h1>Ministers speak</h1>
<p>French Defence Minister S&eacute;bastien Lecornu spoke by <b>phone</b> with his Russian counterpart Sergei Shoigu on Wednesday.</p>
<p>They talked about the fight against terrorism and about the war in Ukraine, which Lecornu condemned in clear words.<br>
Moscow said that a readiness for dialogue had been noted, and Paris said that nothing of the kind had been offered.</p></article>
<footer><p>All rights reserved</p></footer></body></html>"""


def test_the_article_its_address_and_its_day() -> None:
    pytest.importorskip("trafilatura")
    found = read_page(PAGE)
    assert "Sébastien Lecornu spoke by phone with his Russian counterpart" in found.text
    assert "All rights reserved" not in found.text
    assert (found.url, found.published, found.plain) == ("https://example.org/call", date(2024, 4, 4), False)


def test_without_the_package_paragraphs_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    found = read_page(PAGE)
    assert found.plain
    assert (found.url, found.published) == ("https://example.org/call", date(2024, 4, 4))
    parts = found.text.split("\n\n")
    assert parts[0] == "Ministers speak"
    assert parts[1].startswith("French Defence Minister Sébastien Lecornu spoke by phone with")
    assert not {"Home", "News", "All rights reserved"} & set(parts)
    assert "var p" not in found.text


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("\n<html lang=fr>", True),
        ("<!-- saved from url --><html>", True),
        ("1 < 2", False),
        ("", False),
    ],
)
def test_what_is_a_page(text: str, page: bool) -> None:
    assert is_page(text) is page


@pytest.mark.parametrize(
    "html", ["<p>one<p>two</div></p></body>", "<p", "<!--", "<html>" + "<div>" * 5000, "<p>&#xD800;&bogus;"]
)
def test_broken_pages_are_read_as_far_as_they_go(monkeypatch: pytest.MonkeyPatch, html: str) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert isinstance(read_page(html).text, str)


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(RejectedError, match=r"x\.html holds no text"):
        refuse_empty("\n … \n", "x.html")
