"""Which days does a sentence count back from a day that it named before, or from its own: ``two days earlier``?"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from detente.drafting.days.counted import COUNTS, WEEKDAY, Said
from detente.drafting.language.patterns import Pattern

_COUNT = rf"(?P<count>\d|{'|'.join(COUNTS)})"
_EARLIER = Pattern(
    rf"\b{_COUNT}\s+(?:days\s+(?:earlier|before|previously)|jours\s+(?:plus tôt|auparavant|avant)|Tage\s+(?:zuvor|davor|vorher|"
    r"früher)|дн(?:я|ей|ями)\s+(?:ранее|раньше|до (?:этого|того)))\b",
    re.IGNORECASE,
)
_LIES = Pattern(
    rf"\b(?:seit|depuis|for(?: the (?:past|last))?|уже)\s+{_COUNT}\s+(?:Tagen|jours|days|дн(?:я|ей))\b", re.IGNORECASE
)
"""Since when a letter has been lying somewhere."""

_LETTER = Pattern(r"letters?\b|lettre|courrier|missive|Brief|Schreiben|письм|послани", re.IGNORECASE)


def earlier_in(text: str, published: date, dates: Iterable[Said]) -> list[Said]:
    """Days counted back from the weekday or the date that a sentence names before: ``back on Thursday from Moscow, where two
    days earlier``; and that on which a letter came that has been lying for so many days.
    """
    found: list[Said] = []
    if not any(unit in text for unit in ("days", "jours", "Tage", "дн")):
        return found
    for hit in _EARLIER.finditer(text):
        weekdays = [int(str(day.lastgroup)[1:]) for day in WEEKDAY.finditer(text[: hit.start()])]
        since = [published - timedelta(days=(published.weekday() - day) % 7) for day in weekdays]
        since += [said.day for said in dates if said.start < hit.start()]
        if since:
            found.append(Said(since[-1] - timedelta(days=_number(hit)), False, hit.start()))
    lies = _LIES.search(text) if _LETTER.search(text) is not None else None
    return found if lies is None else [*found, Said(published - timedelta(days=_number(lies)), False, lies.start())]


def _number(hit: "re.Match[str]") -> int:
    said = hit["count"].lower()
    return int(said) if said.isdigit() else COUNTS[said]
