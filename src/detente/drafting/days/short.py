"""Which days does a calendar name in short, ``Tue 14``?"""

import re
from datetime import date, timedelta

from detente.drafting.days.counted import Said
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
    for hit in _SHORT_DAY.finditer(text):
        weekday = next(number for number, names in enumerate(_SHORT_DAYS) if hit["day"].lower() in names.split())
        if hit["number"] is None:
            back = (published.weekday() - weekday) % 7
            found.append(Said(published + timedelta(days=(7 - back) % 7 if ahead else -back), False, hit.start()))
            continue
        near = [published + timedelta(days=days) for days in sorted(range(-20, 21), key=abs)]
        day = next((one for one in near if one.day == int(hit["number"]) and one.weekday() == weekday), None)
        if day is not None:
            found.append(Said(day, True, hit.start()))
    return found
