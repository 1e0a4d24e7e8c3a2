"""Which days does a sentence count back from a day that it named before, or from its own: ``two days earlier``?"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from detente.drafting.days.counted import COUNTS, WEEK_WORD, WEEKDAY, Said
from detente.drafting.language.patterns import Pattern

_COUNT = rf"(?P<count>\d|{'|'.join(COUNTS)})"
_EARLIER = Pattern(
    rf"\b(?:{_COUNT}|an?|une|einen?)\s+(?:(?:days|weeks?)\s+(?:earlier|before(?!\s+(?!that\b|in\b|at\b)\w)|previously)|"
    r"(?:jours|semaines?)\s+(?:plus tôt|auparavant|avant(?=\s*[,.]))|(?:Tage|Wochen?)\s+(?:zuvor|davor|vorher|früher))\b"
    rf"|\b(?:за\s+)?(?:{_COUNT.replace('count', 'ru')}\s+)?(?:дн(?:я|ей|ями)|недел(?:ю|и|ей|ями))\s+"
    r"(?:ранее|раньше|до (?:этого|того))\b|\b(?P<two>l['’]avant-veille|zwei Tage davor)(?!\s+d)\b",
    re.IGNORECASE,
)
_LIES = Pattern(
    rf"\b(?:seit|depuis|for(?: the (?:past|last))?|уже)\s+{_COUNT}\s+(?:Tagen|jours|days|дн(?:я|ей))\b", re.IGNORECASE
)
"""Since when a letter has been lying somewhere."""

_LETTER = Pattern(r"letters?\b|lettre|courrier|missive|Brief|Schreiben|письм|послани", re.IGNORECASE)


def earlier_in(text: str, published: date, dates: Iterable[Said], last: date | None) -> list[Said]:
    """Days counted back from the weekday or the date that a sentence names before, else from the ``last`` day of the text:
    ``back on Thursday from Moscow, where two days earlier``; and that on which a letter came that has been lying for so many
    days.
    """
    found: list[Said] = []
    if not any(unit in text for unit in ("days", "week", "jours", "semaine", "avant-veille", "Tage", "Woche", "дн", "едел")):
        return found
    for hit in _EARLIER.finditer(text):
        weekdays = [int(str(day.lastgroup)[1:]) for day in WEEKDAY.finditer(text[: hit.start()])]
        since = [published - timedelta(days=(published.weekday() - day) % 7) for day in weekdays]
        since += [said.day for said in dates if said.start < hit.start()]
        if (counted := since[-1] if since else last) is not None:
            days = _number(hit) * (7 if WEEK_WORD.search(hit[0]) is not None else 1)
            found.append(Said(counted - timedelta(days=days), False, hit.start()))
    lies = _LIES.search(text) if _LETTER.search(text) is not None else None
    return found if lies is None else [*found, Said(published - timedelta(days=_number(lies)), False, lies.start())]


def _number(hit: "re.Match[str]") -> int:
    groups = hit.groupdict()
    said = (groups["count"] or groups.get("ru") or "").lower()
    return 2 if groups.get("two") else int(said) if said.isdigit() else COUNTS.get(said, 1)
