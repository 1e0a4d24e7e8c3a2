"""Of which week does a text speak: the last, or the next?"""

import re
from datetime import date, timedelta

from detente.drafting.language.patterns import Pattern

_LAST_WEEK = Pattern(
    r"\b(?:last week|the week before|a week ago|la semaine (?:dernière|passée|précédente)|(?:in der )?Vorwoche|"
    r"(?:vorige|vergangene|letzte)[rn]? Woche|(?:на )?(?:прошлой|минувшей) неделе)\b",
    re.IGNORECASE,
)
_NEXT_WEEK = Pattern(
    r"\b(?:next week|la semaine prochaine|(?:nächste|kommende)[rn]? Woche|на следующей неделе)\b", re.IGNORECASE
)


def month_of_week(text: str, published: date) -> str | None:
    """The month of the last or the next week, as EDTF, of which a sentence speaks; None: of none, or it is in two months."""
    monday = week_of(text, 0, published, within=len(text))
    if monday is None:
        return None
    return f"{monday:%Y-%m}" if (monday + timedelta(days=6)).month == monday.month else None


_OF_WEEK = 60
"""Letters between a weekday and the week that it is of."""


def week_of(text: str, place: int, published: date, *, within: int = _OF_WEEK) -> date | None:
    """The Monday of the week named ``within`` so many letters of a place as the last or the next; None: neither, or both."""
    text = text[max(0, place - within) : place + within]
    last, following = _LAST_WEEK.search(text) is not None, _NEXT_WEEK.search(text) is not None
    if last is following:
        return None
    return published + timedelta(days=(-7 if last else 7) - published.weekday())
