"""Which side published a text, if it is no reporter's?"""

import re
from collections.abc import Sequence

from detente.drafting.accounts.handovers import points_back
from detente.drafting.language.lexicon import Lexicon, countries_in
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.sentences import Sentence
from detente.drafting.telling import Told

_PUBLISHED = Pattern(
    r"\b(?:read-?out|(?:press|news|media) release|outline\b|press statement|communiqué|compte[- ]rendu|service de presse|"
    r"(?:presse|medien)mitteilung|(?:adresse|kontakt) für rückfragen|notes to editors|ots\b|bmlv\b|bmvg\b|tagesmeldung|"
    r"пресс-релиз|департамент информации|пресс-служба|for immediate release)",
    re.IGNORECASE,
)
"""In a line above or below a side's own publication."""
_MINISTRY = Pattern(
    r"(?:^|source:|quelle:|источник:|управлени\w+\s+\w+|департамент\w*|пресс-служб\w+|press (?:office|"
    r"service)(?: of)?)\W*(?:[\w.:–-]+\s+){0,4}?(?:cabinet d[eu]|ministry|defen[cs]e ministry|"
    r"department of defen[cs]e|ministère|"
    r"bundesministerium|ministerium|eidgenössisch|der bundesrat|département|confédération|министерств[оа]|минобороны)\b"
    r"[^!?]{0,90}$|^(?:la\s+)?défense\b[^!?]{0,30}$",
    re.IGNORECASE,
)
"""A line that is the name of a ministry."""
_OPENING = Pattern(
    r"\b(?:provided the following|announce[sd] the following|teilt mit:|сообщает\s*:)|"
    r"\((?:ots|ministry of (?:national )?defen[cs]e|минобороны|ministère de la défense)\b|"
    r"^[^\W\d_][\w-]+,\s+(?:le\s+)?\d{1,2}\.\d{1,2}\.\d{4}\s*[-–—]",
    re.IGNORECASE,
)
"""At the beginning of one: also a town and a day in figures with its year, as ministries begin, and agencies do not."""
_FIRST = 2
"""Sentences that are its beginning."""


def publisher_of(text: Sequence[Sentence], told: Sequence[Told], parties: Sequence[str], words: Lexicon) -> str | None:
    """The party whose ministry published the text, by what stands above, below and at its beginning; None: none did.

    It is the one that the name of the ministry says; else that of whoever is named first, as ministries name their own first.
    """
    named = [hit.group() for one in text if _is_line(one) and (hit := _MINISTRY.search(one.text)) is not None]
    marked = any(_is_published(one) for one in text)
    if not named and not marked and not any(_OPENING.search(one.text) for one in told[:_FIRST] if not one.sentence.heading):
        return None
    of_ministry = {c.party for ministry in named for c in countries_in(ministry, words) if c.party in parties}
    own = (a for one in told for a in one.named.actors if _WITH.search(one.text[: a.start]) is None or not one.sentence.heading)
    first = next((actor.party for actor in own if actor.party in parties and not actor.several), None)
    return of_ministry.pop() if len(of_ministry) == 1 else first


_WITH = Pattern(r"\b(?:with|avec|mit|со?)\b", re.IGNORECASE)
"""In a heading, before those on the other side."""


def names_publisher(one: Sentence) -> bool:
    """Whether it is a line that does no more than say who publishes the text."""
    return _is_published(one) or (_is_line(one) and _MINISTRY.search(one.text) is not None)


def _is_published(one: Sentence) -> bool:
    """Whether a line, and no sentence, has a word for what a side publishes."""
    return _is_line(one) and not one.text.endswith(".") and _PUBLISHED.search(one.text) is not None


def _is_line(one: Sentence) -> bool:
    """Whether it is a heading, or a short line that others stand beside."""
    return one.heading or (not points_back(one.text) and one.number < _FIRST and len(one.text.split()) <= _SHORT)


_SHORT = 7
"""Words of a line, at most."""


def home_of(told: Sequence[Told], parties: Sequence[str]) -> str | None:
    """The party from whose capital a reporter writes, by the town that the text begins with; None where it is another."""
    for one in told:
        places = [place for place in one.named.places if place.start <= _BEGINNING and _DATELINE.match(one.text, place.end)]
        if places:
            return places[0].party if places[0].party in parties and "/" not in one.text[: places[0].end + 1] else None
    return None


_BEGINNING = 3
_DATELINE = Pattern(r"\s*(?:\([^)]*\)\s*)?(?:[,:]|[-–—]|\.\s|/)")
