"""What does a saved web page say, without its menus: the text, its address, and the day of publication?"""

import re
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser

from detente.errors import RejectedError


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page; None for what it does not tell; ``plain`` where no more than tags were left out."""

    text: str
    url: str | None
    published: date | None
    plain: bool


def is_page(text: str) -> bool:
    """Whether a text is HTML."""
    return (
        re.match(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", text, re.IGNORECASE | re.DOTALL)
        is not None
    )


def read_page(html: str) -> Page:
    """The article of a page: by trafilatura where it is installed, else every paragraph and heading."""
    own = _Paragraphs()
    own.feed(html)
    own.close()
    try:
        import trafilatura
    except ImportError:
        return Page(own.text(), own.url, own.published, plain=True)
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    told = {} if found is None else found if isinstance(found, dict) else found.as_dict()
    text = "\n\n".join(part for part in (told.get("title"), told.get("text")) if part)
    return Page(text or own.text(), own.url or told.get("url"), own.published or _day(told.get("date")), plain=not text)


def refuse_empty(text: str, named: str) -> None:
    """Raises RejectedError for a text without a word."""
    if not any(letter.isalnum() for letter in text):
        mend = "save the article as text and name that file: detente draft article.txt"
        raise RejectedError(f"{named} holds no text", mend=mend)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


_PUBLISHED = frozenset(
    {"article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "og:published_time"}
)
_KEPT = frozenset({"p", "h1", "h2", "h3", "li", "blockquote"})
_LEFT_OUT = frozenset({"script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "svg"})
_ENDLESS = frozenset({"br", "img", "meta", "link", "input", "hr", "source", "wbr"})


class _Paragraphs(HTMLParser):
    """Collects paragraphs and headings, but for those of menus, and what the head says of address and day."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.url: str | None = None
        self.published: date | None = None
        self._open: list[str] = []
        self._parts: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "link" and told.get("rel", "").lower() == "canonical":
            self.url = told.get("href") or self.url
        if tag == "meta" and (told.get("property") or told.get("name") or told.get("itemprop") or "").lower() in _PUBLISHED:
            self.published = self.published or _day(told.get("content"))
        if tag == "time" and self.published is None:
            self.published = _day(told.get("datetime"))
        if tag not in _ENDLESS:
            self._open.append(tag)
        if tag in _KEPT:
            self._parts.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._parts and not _LEFT_OUT & set(self._open) and _KEPT & set(self._open):
            self._parts[-1].append(data)

    def text(self) -> str:
        """The paragraphs, an empty line between them."""
        plain = [" ".join("".join(part).split()) for part in self._parts]
        return "\n\n".join(part for part in plain if part)
