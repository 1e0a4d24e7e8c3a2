"""Where do the days stand that a sentence names, whatever the words?"""

import re

from detente.drafting.days.counted import day_words
from detente.drafting.days.dates import dates_in
from detente.drafting.language.patterns import Pattern


def days_named(text: str) -> list[int]:
    """Where the days stand that a sentence names by whatever words, in order; two that stand beside each other are one."""
    dates = [hit.start() for hit in dates_in(text)]
    numbers = [hit.start() for hit in _NUMBER.finditer(text)] if dates else []
    every = sorted((*day_words(text), *dates, *numbers))
    return [place for k, place in enumerate(every) if k == 0 or not _beside(text[every[k - 1] : place])]


def _beside(between: str) -> bool:
    return len(between) < _CLOSE and _AND.search(between) is None


_NUMBER = Pattern(
    r"\b\d{1,2}-го\b|\b(?:on )?the \d{1,2}(?:st|nd|rd|th)\b(?=[ ,](?!(?:round|session|time|meeting|of)\b))|"
    r"\b(?:le|am) \d{1,2}\b"
)
"""A day by its number alone, behind a whole date: ``14 августа ужинал с X, 15-го подписывал с Y``."""

_CLOSE = 16
"""Letters between two words for the same day, at most."""

_AND = Pattern(r"\b(?:and|et|und|и|а)\b", re.IGNORECASE)
