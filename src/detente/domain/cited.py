"""What can be said of a source of which only the address is known."""

import re
from urllib.parse import urlsplit

from detente.domain.contacts import Source
from detente.domain.vocabulary import Reliability
from detente.errors import RejectedError

_LANGUAGES = {"fr": "fr", "ru": "ru", "de": "de", "tr": "tr"}
"""Countries whose addresses hint at one language; elsewhere it is taken for English."""

_ADDRESS = re.compile(r"https?://\S+")


def source_at(url: str, side: str) -> Source:
    """A source that relays ``side`` (a party code, or ``third``): its publisher is the host, its grade F6 (cannot be judged).

    Raises RejectedError for what is no http or https address.
    """
    host = _host(url)
    language = _LANGUAGES.get(host.rpartition(".")[2], "en")
    return Source(url, host, None, None, language, side, Reliability.F, 6)


def _host(url: str) -> str:
    """The host, in small letters and without ``www.``."""
    try:
        host = urlsplit(url).hostname if _ADDRESS.fullmatch(url) else None
    except ValueError:
        host = None
    publisher = (host or "").removeprefix("www.")
    if not publisher:
        raise RejectedError(f"'{url}' is no web address", mend="begin it with https:// and leave out spaces")
    return publisher
