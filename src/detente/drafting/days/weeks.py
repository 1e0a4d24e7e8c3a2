"""Of which week does a text speak: the last, or the next?"""

import re
from datetime import date, timedelta

from detente.drafting.days.preceding import comes_after
from detente.drafting.language.patterns import Pattern

_LAST_WEEK = Pattern(
    r"\b(?:last week|the week before|a week ago|the (?:past|previous) week|la semaine (?:dernière|passée|précédente|"
    r"écoulée)|(?:in der )?Vorwoche|"
    r"(?:vorige|vergangene|letzte|abgelaufene)[rn]? Woche|(?:на )?(?:прошлой|минувшей|истекшей) недел[еи])\b",
    re.IGNORECASE,
)
_NEXT_WEEK = Pattern(
    r"\b(?:(?:next|the coming) week|la semaine (?:prochaine|qui vient)|(?:nächste|kommende)[rn]? Woche|"
    r"(?:на )?(?:следующей|будущей|предстоящей) недел[еи])\b",
    re.IGNORECASE,
)


_END_OF = Pattern(
    r"\b(?:(?P<early>early|at the (?:start|beginning) of|(?:au )?début (?:de )?|Anfang|в начале)|late|at the end of|"
    r"(?:à la )?fin (?:de )?|Ende|в конце)\s*(?:(?:the|la|der|dieser)\s+)?(?:(?:next|coming|nächste|kommende)\w*\s+)?"
    r"(?:(?:следующ|будущ|предстоящ)\w*\s+)?(?:week|semaine|Woche|недел)",
    re.IGNORECASE,
)
"""The beginning or the end of a week, which is in one month though the week may be in two."""


def month_of_week(text: str, published: date) -> str | None:
    """The month, as EDTF, of the week of which a sentence speaks; None: of none, or one in two months."""
    if of_this_week(text) or _THIS_WEEK.search(text) is not None:
        begun = published - timedelta(days=published.weekday())
        return f"{published:%Y-%m}" if begun.month == published.month else None
    monday = week_of(text, 0, published, within=len(text))
    last = _LAST_WEEK.search(text)
    if monday is None or (last is not None and comes_after(text[: last.start()])):
        return None
    if (end := _END_OF.search(text)) is not None:
        return f"{monday + timedelta(days=0 if end['early'] else 6):%Y-%m}"
    return f"{monday:%Y-%m}" if (monday + timedelta(days=6)).month == monday.month else None


def of_this_week(text: str) -> bool:
    """Whether a sentence tells of what was on some day of the week of the publication."""
    return _IN_THIS_WEEK.search(text) is not None


_THIS_WEEK = Pattern(
    r"\b(?:earlier (?:this|in the) week|(?:early|at the (?:start|beginning) of) (?:this|the) week|(?:en|au) début de "
    r"(?:cette |la )?semaine|plus tôt (?:cette|dans la) semaine|"
    r"(?:zu|am) (?:Wochenbeginn|Wochenanfang|Beginn der Woche|Anfang der Woche)|"
    r"Anfang (?:der|dieser) Woche|(?:früher|zuvor) (?:in )?(?:der|dieser) Woche|в начале (?:этой )?недели|"
    r"ранее на (?:этой )?неделе)\b(?!\s+(?:prochaine|qui vient|dernière|passée))",
    re.IGNORECASE,
)
"""Earlier in the week of the publication."""

_IN_THIS_WEEK = Pattern(
    r"\b(?:(?:held|took place|met|spoke|talked)[^.;,]{0,40}? this week|cette semaine|diese Woche|in dieser Woche|"
    r"на этой неделе)\b",
    re.IGNORECASE,
)
"""On some day of the week of the publication."""


_OF_WEEK = 60
"""Letters between a weekday and the week that it is of."""


def week_of(text: str, place: int, published: date, *, within: int = _OF_WEEK) -> date | None:
    """The Monday of the week named ``within`` so many letters of a place as the last or the next; None: neither, or both."""
    text = text[max(0, place - within) : place + within]
    last, following = _LAST_WEEK.search(text) is not None, _NEXT_WEEK.search(text) is not None
    if last is following:
        return None
    return published + timedelta(days=(-7 if last else 7) - published.weekday())


def of_that_week(before: str, text: str, day: date, published: date) -> date | None:
    """The day of a weekday of ``text`` in the week of which the sentence ``before`` tells: ``reist nächste Woche. Am``.

    None: it tells of no other week than ``text``, or ``day`` is in it.
    """
    monday = week_of(before, 0, published, within=len(before))
    if monday is None or _OF_A_WEEK.search(before) is not None or week_of(text, 0, published, within=len(text)) is not None:
        return None
    moved = monday + timedelta(days=day.weekday())
    return None if moved == day else moved


_OF_A_WEEK = Pattern(
    r"\bweek['’]s\b|\b(?:de|of) (?:la semaine|last week|next week)\b|"
    r"(?<!in )\bder (?:vorigen|vergangenen|letzten|nächsten|kommenden) Woche\b|\b(?:прошлой|следующей) недели\b",
    re.IGNORECASE,
)
"""A week of which something else was: ``last week's spy row``."""


def counted_from_last(text: str, start: int, end: int, back: int) -> int | None:
    """Days from the publication to a weekday that is told of as the last, the one before it, or the next; None: as none.

    ``back`` days before the publication was the last such day, or it is that day itself.
    """
    before = text[:start]
    if _BUT_ONE.search(before) or _BUT_ONE_AFTER.match(text, end):
        return -(back or 7) - 7
    if _LAST.search(before) or _LAST_AFTER.match(text, end):
        return -(back or 7)
    if back == _TOMORROW and _NEXT_BUT_ONE.search(before):
        return 14 - back  # who means tomorrow says so
    return 7 - back if _NEXT.search(before) or _NEXT_AFTER.match(text, end) else None


_LAST = Pattern(r"(?:last|letzte[nr]|vergangene[nr]|vorige[nr]|прошл\w+|минувш\w+)\s+$", re.IGNORECASE)

_LAST_AFTER = Pattern(r"\s+(?:dernier|passé|last(?! (?:week|month|year|night)))\b", re.IGNORECASE)

_BUT_ONE = Pattern(r"(?:avant-derni\w+|vorletzt\w+|позапрошл\w+)\s+$", re.IGNORECASE)

_BUT_ONE_AFTER = Pattern(r"\s+before last\b|\s+d['’]il y a deux semaines\b", re.IGNORECASE)
"""Beside the weekday of the week before the last one."""

_NEXT = Pattern(
    r"(?:next|tomorrow,?|demain,?|morgige[nr]|завтра,? во?|coming|kommende[nr]|nächste[nr]|следующ\w+|ближайш\w+)\s+$",
    re.IGNORECASE,
)

_TOMORROW = 6
_NEXT_BUT_ONE = Pattern(r"\bnext\s+$", re.IGNORECASE)

_NEXT_AFTER = Pattern(r"\s+prochain\b", re.IGNORECASE)
