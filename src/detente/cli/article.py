"""Which text is to be read for contacts, and what is said of it besides?"""

import hashlib
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detente.errors import NotFoundError, RejectedError, UsageError

_MOST = 2_000_000
"""Bytes of a text or a page."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text; None for what is not known of it. ``sha256`` is that of the text as it is read, in UTF-8."""

    file: str
    text: str
    url: str | None
    published: date | None
    language: str | None
    sha256: str


def article(file: str, *, published: str | None, language: str | None, url: str | None) -> Article:
    """The text of a file, of a saved page, or of what is piped in (``-``).

    Raises UsageError for options that cannot be, NotFoundError for a file that is not there and RejectedError for one that
    is no text.
    """
    from detente.cli.failure import note
    from detente.domain.asked import day
    from detente.domain.cited import source_at
    from detente.drafting.language.sentences import LANGUAGES
    from detente.formats.saved_page import is_page, read_page, refuse_empty

    if language is not None and language.lower() not in LANGUAGES:
        raise UsageError(f"--lang {language} cannot be read", mend=f"one of {', '.join(LANGUAGES)}")
    if url is not None:
        source_at(url, "third")
    when = None if published is None else date.fromordinal(day("--published", published))
    text, found_url = _content(file), url
    if is_page(text):
        page = read_page(text)
        if page.plain:
            note("read as a simple page; for the article without what surrounds it: pip install 'detente[html]'")
        text, found_url, when = page.text, url or _address(page.url), when or page.published
    refuse_empty(text, "what was piped in" if file == "-" else file)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(file, text, found_url, when, None if language is None else language.lower(), digest)


def _content(file: str) -> str:
    try:
        raw = sys.stdin.buffer.read(_MOST + 1) if file == "-" else _bytes(Path(file))
    except OSError as error:
        raise NotFoundError(f"{file} cannot be read: {error.strerror}", mend="name another file") from None
    if len(raw) > _MOST:
        raise RejectedError(f"{file} is longer than {_MOST // 1_000_000} MB", mend="save the article alone, as text")
    try:
        return raw.decode("utf-8-sig").replace("\x00", "")
    except UnicodeDecodeError:
        raise RejectedError(f"{file} is no text in UTF-8", mend="save it as text in UTF-8, or as a web page") from None


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise NotFoundError(f"no file {path}", mend="name a text or a saved web page, or - for what is piped in")
    with path.open("rb") as file:
        return file.read(_MOST + 1)


def _address(url: str | None) -> str | None:
    """The address that a page gives of itself, if it is one."""
    from detente.domain.cited import source_at

    try:
        if url is not None:
            source_at(url, "third")
        return url
    except RejectedError:
        return None
