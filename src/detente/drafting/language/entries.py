"""Is a line one of a log of contacts, of a diary or of a chronology, which tells of a contact without a verb?"""

import re

from detente.drafting.language.patterns import Pattern


def is_entry(line: str) -> bool:
    """Whether a line is one of a log of contacts: a day, two and their states: ``13 May – Gallant (ISR) / Austin (US)``."""
    return _ENTRY.match(line) is not None


def apart(text: str) -> str:
    """A text in which an empty line stands before every line of a log of contacts."""
    return _NEXT_ENTRY.sub("\n\n", text)


def is_line(line: str) -> bool:
    """Whether it begins as a line of a diary, or of a programme, does: ``Tue.:``."""
    return _LINE.match(line) is not None


def begins_with_a_day(line: str) -> bool:
    """Whether it begins as a line of a chronology does: ``28 ноября: министр звонит``."""
    return _DATED.match(line) is not None


_DAY = (
    r"(?:[•▪●‣*-]\s*)?(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.?\s[^\W\d]{3,10}\.?(?:\s\d{4})?|[^\W\d]{3,10}\.?\s\d{1,2}|"
    r"\d{1,2}[./]\d{1,2}[./]?(?:\d{2,4})?)\s*[|:,–—-]\s"
)
_ENTRY = re.compile(rf"{_DAY}.{{0,60}}?\w \([^()]{{2,25}}\)\s*[/–—|&+-]\s*[^()]{{2,50}} \([^()]{{2,25}}\)")
_NEXT_ENTRY = re.compile(rf"\n(?=\s*{_DAY}.{{0,60}}?\w \([^()\n]{{2,25}}\)\s*[/–—|&+-])")
_LINE = Pattern(
    r"[-•*–—]?\s*(?:(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|пн|вт|ср|чт|пт)\w*\.?|"
    r"\d{1,2}[.:]\d{2}|"
    r"(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье))[^:—–]{0,20}[:—–]\s",
    re.IGNORECASE,
)
_DATED = Pattern(
    r"(?:[•▪●*–—-]\s*)?(?:le |am )?(?:\d{1,2}(?:er|\.|-го)?\s[^\W\d]{3,10}|(?-i:[A-Z])[a-z]{2,8}\.?\s\d{1,2})"
    r"(?:,?\s\d{4})?\s?[:–—]\s",
    re.IGNORECASE,
)
