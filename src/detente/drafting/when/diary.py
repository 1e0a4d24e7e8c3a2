"""Under which day does a diary enter a contact?"""

import re
from collections.abc import Sequence
from datetime import date

from detente.drafting.days.counted import WEEKDAYS, Said
from detente.drafting.days.dates import MONTH
from detente.drafting.days.resolving import days_in
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.sentences import Sentence
from detente.drafting.telling import Told

_DAY = Pattern(
    rf"(?:le |on |am )?(?:{WEEKDAYS}),?\s+(?:den |le |the )?"
    rf"(?:\d{{1,2}}(?:er|st|nd|rd|th|\.)?(?:\s+{MONTH}\.?)?|{MONTH}\s+\d{{1,2}})"
    r"(?:,?\s+\d{4})?\s*:?",
    re.IGNORECASE,
)
"""A line that does nothing but name a day: ``Vendredi 19 octobre``."""

_SEVERAL = 2
"""Such lines that make a diary of a text."""


def entered_under(one: Told, text: Sequence[Sentence], published: date, *, ahead: bool) -> Said | None:
    """The day of the line above a sentence that names none of its own, in a text that has several such lines; else None."""
    days = [line for line in text if line.heading and _DAY.fullmatch(line.text.strip()) is not None]
    above = [line for line in days if line.number < one.sentence.number]
    if len(days) < _SEVERAL or not above or days_in(one.text, published, ahead=ahead):
        return None
    found = days_in(above[-1].text, published, ahead=ahead)
    return found[0] if found else None
