"""Which days does a line of a calendar name in short: ``Tue 14``, ``Tue:``, ``Tuesday the 14th``?"""

import re
from datetime import date, timedelta

from detente.drafting.days.counted import WEEKDAY, WEEKDAYS, Said
from detente.drafting.language.patterns import Pattern

_SHORT_DAY = Pattern(
    r"\b(?P<day>mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)\.?(?:,?\s+(?P<number>\d{1,2})\b(?!\s*%|:\d)|"
    r":(?=\s))",
    re.IGNORECASE,
)

_SHORT_DAYS = ("mon lun", "tue mar", "wed mer", "thu jeu", "fri ven", "sat sam", "sun dim")


def in_short(text: str, published: date, ahead: bool) -> list[Said]:
    """Days of a calendar: ``Tue 14``, the nearest one that is such a day; ``Tue:``, the last, or with ``ahead`` the next."""
    found = []
    for hit in _WITH_NUMBER.finditer(text) if any(letter.isdigit() for letter in text) else ():
        beside = WEEKDAY.match(text, hit.start())
        number = None if beside is None else int(str(beside.lastgroup)[1:])
        if number is not None and (day := _nearest(int(hit["number"]), number, published)) is not None:
            found.append(Said(day, True, hit.start()))
    for hit in _SHORT_DAY.finditer(text):
        weekday = next(number for number, names in enumerate(_SHORT_DAYS) if hit["day"].lower() in names.split())
        if hit["number"] is None:
            back = (published.weekday() - weekday) % 7
            found.append(Said(published + timedelta(days=(7 - back) % 7 if ahead else -back), False, hit.start()))
            continue
        if (day := _nearest(int(hit["number"]), weekday, published)) is not None:
            found.append(Said(day, True, hit.start()))
    return found


def _nearest(number: int, weekday: int, published: date) -> date | None:
    """The day of that number nearest to the publication that is such a weekday; None: no day within three weeks is."""
    near = [published + timedelta(days=days) for days in sorted(range(-20, 21), key=abs)]
    return next((one for one in near if one.day == number and one.weekday() == weekday), None)


_WITH_NUMBER = Pattern(
    rf"\b(?:{WEEKDAYS}),?\s+(?:the |le |den |dem )?(?P<number>\d{{1,2}})(?:st|nd|rd|th|er|-е|-го|\.)?"
    r"(?=\s*(?:[,:;)(–—]|\.(?!\d)|(?:à|au|at|um|in|в)\s|$))(?!\s*(?:[.:]\d|h\b|Uhr|o['’]clock|час))",
    re.IGNORECASE,
)
"""The number of the day behind a weekday written out, without its month: ``Tuesday the 14th``."""
