"""Where was it published, and how reliable is that: links that may be followed, and sources with their grades in words."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from detente.analysis.dossier import Dossier
from detente.domain.contacts import Source
from detente.domain.vocabulary import Reliability
from detente.report.naming import edtf_in_words, side_name

RELIABILITY = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "reliability cannot be judged",
}
CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}


@dataclass(frozen=True, slots=True)
class Link:
    """An address that may be followed (http or https), or text alone when ``url`` is empty."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class GradedSource:
    """A source with its Admiralty grade: ``A2``, and the same in words."""

    link: Link
    publisher: str
    published: str
    language: str
    side: str
    grade: str
    grade_words: str
    archived: Link | None
    restricted: bool


def link(text: str, url: str) -> Link:
    """A link for web addresses only: any other scheme stays text."""
    return Link(text, url if url.startswith(("http://", "https://")) else "")


def source_link(url: str | None, known: dict[str, str]) -> Link | None:
    """A link named after the publisher that ``known`` has for the address, else after its host; None without an address."""
    return None if not url else link(known.get(url) or _host(url) or url, url)


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.removeprefix("www.")
    except ValueError:
        return ""


def graded(dossier: Dossier, source: Source) -> GradedSource:
    """A source as a card shows it."""
    return GradedSource(
        link(source.title or source.url, source.url),
        source.publisher,
        edtf_in_words(source.published) if source.published else "no date",
        source.language,
        side_name(dossier, source.side),
        f"{source.reliability}{source.credibility}",
        f"{RELIABILITY[source.reliability]}, {CREDIBILITY.get(source.credibility, 'no grade')}",
        link("archived copy", source.archived_url) if source.archived_url else None,
        source.restricted,
    )
