"""Is a sentence a line of a diary, or of a programme?"""

import re

from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told


def is_line(one: Told) -> bool:
    """Whether a sentence begins as a line of a diary does."""
    return _ENTRY.match(one.text) is not None


_ENTRY = Pattern(
    r"[-•*–—]?\s*(?:(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|пн|вт|ср|чт|пт)\w*\.?|"
    r"\d{1,2}[.:]\d{2}|"
    r"(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье))[^:—–]{0,20}[:—–]\s",
    re.IGNORECASE,
)
"""How a line of a diary, or of a programme, begins: ``Tue.:``."""
