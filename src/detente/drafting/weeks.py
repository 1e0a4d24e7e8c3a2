"""Of which week does a text speak: the last, or the next?"""

import re
from datetime import date, timedelta

from detente.drafting.patterns import Pattern

_LAST_WEEK = Pattern(
    r"\b(?:last week|the week before|a week ago|la semaine (?:dernière|passée|précédente)|(?:in der )?Vorwoche|"
    r"(?:vorige|vergangene|letzte)[rn]? Woche|(?:на )?(?:прошлой|минувшей) неделе)\b",
    re.IGNORECASE,
)
_NEXT_WEEK = Pattern(
    r"\b(?:next week|la semaine prochaine|(?:nächste|kommende)[rn]? Woche|на следующей неделе)\b", re.IGNORECASE
)


def month_of_week(text: str, published: date) -> str | None:
    """The month of next week, as EDTF, where a sentence says that something is to be in it; None: in none, or in two months."""
    if _NEXT_WEEK.search(text) is None:
        return None
    monday = published + timedelta(days=7 - published.weekday())
    return f"{monday:%Y-%m}" if (monday + timedelta(days=6)).month == monday.month else None


_OF_WEEK = 60
"""Letters between a weekday and the week that it is of."""


def week_of(text: str, place: int, published: date) -> date | None:
    """The Monday of the week named beside a weekday as the last or the next; None: it is neither, or both."""
    text = text[max(0, place - _OF_WEEK) : place + _OF_WEEK]
    last, following = _LAST_WEEK.search(text) is not None, _NEXT_WEEK.search(text) is not None
    if last is following:
        return None
    return published + timedelta(days=(-7 if last else 7) - published.weekday())
