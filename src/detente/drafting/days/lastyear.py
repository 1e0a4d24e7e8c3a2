"""Is a date one of the year before, as the words behind it say: ``20 June last year``, ``3. Mai des Vorjahres``?"""

import re

from detente.drafting.language.patterns import Pattern


def of_last_year(text: str, end: int) -> bool:
    """Whether the date that ends at ``end`` is said to be one of last year."""
    return _OF_LAST_YEAR.match(text, end) is not None


def says_last_year(text: str) -> bool:
    """Whether a sentence has a date of last year, as it says itself: it is then no day of something of which it speaks."""
    return any(word in text for word in _YEAR) and _OF_LAST_YEAR.search(text) is not None


_YEAR = ("year", "l'an", "l’an", "ahre", "год")
_OF_LAST_YEAR = Pattern(
    r",?\s+(?:(?:of\s+)?(?:last year|the (?:previous|past) year)|"
    r"(?:de\s+)?l['’](?:an|année) (?:derni(?:er|ère)|passée?|précédente?)|"
    r"(?:des\s+)?(?:vergangenen|vorigen|letzten|vorangegangenen) Jahres|des Vorjahre?s|"
    r"(?:в )?(?:прошло|минувше|предыдуще)(?:го|м) год[ау])\b",
    re.IGNORECASE,
)
