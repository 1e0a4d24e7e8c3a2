"""Where does a sentence only say when and where it was written, and which weekday stands beside a date?"""

import re

from detente.drafting.days.counted import WEEKDAY
from detente.drafting.days.dates import MONTH
from detente.drafting.language.patterns import Pattern

DATELINE = Pattern(
    r"[^\W\d_][\w .'’/-]{1,30},\s[^;—–]{0,22}?\d{1,2}[^;—–]{0,16}?(?:\([^)]{1,30}\)\s*)?(?:—|–|--|-\s|:\s)"
    rf"|(?!Напомн|Напомин)[A-ZÀ-ÝА-ЯЁ][\w'’-]+(?: [A-ZÀ-ÝА-ЯЁ][\w'’-]+)?,\s(?:le\s|den\s)?"
    rf"(?i:\d{{1,2}}\.?\s+{MONTH}|{MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?\.?(?:\s|$)"
    rf"|(?:[^\W\d_][\w./’'& ]{{1,30}}\s(?:[-–—|]\s|\())?(?:le\s)?(?i:\d{{1,2}}\.?\s+{MONTH}|{MONTH}\s+\d{{1,2}},?|"
    r"\d{1,2}\.\d{1,2}\.)\s*\d{4}\)?\s?(?:[-–—|])\s"
    r"|[^\W\d_][\w .'’/-]{1,30},\s[^;—–]{6,60}?\b\d{4},?\s\(?[A-Z]{2,9}\)?\s(?:—|–|--?)\s"
    rf"|(?:\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{4}}-\d\d-\d\d|(?i:\d{{1,2}}\.?\s{MONTH}\s\d{{4}}))"
    r"(?:(?:,?\s\d{1,2}[:.h]\d\d)?\s?[.|](?:\s|$)|,?\s\d{1,2}[:.h]\d\d\s)"
)
"""How a text begins: ``PARIS, 4 avril —``."""


def of_dateline(text: str) -> int:
    """Up to where a sentence only says where and when it was written; 0: it does not."""
    above = DATELINE.match(text)
    return 0 if above is None else above.end()


def weekday_at(text: str, start: int) -> re.Match[str] | None:
    """The weekday that stands beside a date, on its side of a dash or a semicolon."""
    dash = _DASH.search(text[start : start + 24])
    end = start + (24 if dash is None else dash.start())
    begun = max([0, start - 14, *(hit.end() for hit in _DASH.finditer(text[:start]))])
    return WEEKDAY.search(text[begun:end])


_DASH = Pattern(r"\s(?:-|–|—|--)\s|;")
"""Behind a dateline, or between two thoughts or clauses."""
