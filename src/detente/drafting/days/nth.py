"""Which weekdays are named by their place in a month: ``the second Tuesday of May``, ``le dernier lundi du mois``?"""

import re
from calendar import monthrange
from datetime import date, timedelta

from detente.drafting.days.counted import WEEKDAY, WEEKDAYS, Said
from detente.drafting.days.dates import MONTH, is_month, month_of
from detente.drafting.language.patterns import Pattern

_PLACES = (
    *("first premier ersten перв", "second deuxième zweiten втор", "third troisième dritten трет"),
    "fourth quatrième vierten четв",
)
_LAST = "last dernier letzten последн"
_NTH = Pattern(
    rf"\b(?P<nth>{'|'.join(' '.join((*_PLACES, _LAST)).split())})\w*\s+(?P<day>{WEEKDAYS})\s+"
    r"(?:(?:of|in|de|du|im|des)\s+|d['’]|(?=[а-я]))(?:mois d(?:e\s+|['’]))?"
    rf"(?:(?P<away>(?:the|this|next|last|nächsten|kommenden|vorigen|letzten|этого|следующего|прошлого)\s+)?"
    rf"(?P<this>month|mois|Monats?|месяца)(?P<behind>\s+(?:prochain|dernier))?|(?P<month>{MONTH})(?:\s+(?P<year>\d{{4}}))?)\b",
    re.IGNORECASE,
)
_NEXT, _PAST = ("next", "nächst", "kommend", "prochain", "следующ"), ("last", "vorig", "letzt", "dernier", "прошл")


def nth_weekdays(text: str, published: date, *, ahead: bool) -> list[Said]:
    """Those days: of this month or the one beside it, or of a month by its name, the last up to the publication or the next."""
    words = text.lower()
    if not any(place in words for places in (*_PLACES, _LAST) for place in places.split()):
        return []
    found = []
    for hit in _NTH.finditer(text):
        weekday = WEEKDAY.match(hit["day"])
        if weekday is None or (hit["month"] and not is_month(hit["month"])):
            continue
        year, month = _month(hit, published, ahead=ahead)
        said = hit["nth"].lower()
        place = next((k for k, places in enumerate(_PLACES) if said in places.split()), None)
        found.append(Said(_day(year, month, int(str(weekday.lastgroup)[1:]), place), False, hit.start()))
    return found


def _month(hit: "re.Match[str]", published: date, *, ahead: bool) -> tuple[int, int]:
    if hit["month"]:
        month = month_of(hit["month"])
        near = published.year + (month < published.month) if ahead else published.year - (month > published.month)
        return int(hit["year"] or near), month
    away = f"{hit['away'] or ''}{hit['behind'] or ''}".strip().lower()
    months = published.year * 12 + published.month - 1 + away.startswith(_NEXT) - away.startswith(_PAST)
    return months // 12, months % 12 + 1


def _day(year: int, month: int, weekday: int, place: int | None) -> date:
    """The weekday at a ``place`` in a month, counted from 0; None: the last."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place or 0))
    if place is not None:
        return day
    return day + timedelta(days=7 * ((monthrange(year, month)[1] - day.day) // 7))
