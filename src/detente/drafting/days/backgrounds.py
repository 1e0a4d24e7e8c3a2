"""Is a day that since which, or before which, something was so, rather than that of a contact?"""

import re

from detente.drafting.days.preceding import comes_after
from detente.drafting.language.patterns import Pattern


def is_background(text: str, start: int, end: int) -> bool:
    """Whether the day from ``start`` to ``end`` is none of a contact.

    The one since which two know each other is that of theirs, and the one since which somebody is abroad that of his visit.
    """
    before = text[:start]
    if comes_after(before):
        return True
    if BACKGROUND.search(before) is None:
        return False
    return _KNOWN_SINCE.search(before) is None and not _there_since(before, text[end:])


def _there_since(before: str, behind: str) -> bool:
    """Whether somebody is in a place since a day, and no more: ``Since Monday the minister has been in Oslo, where``."""
    if _SINCE.search(before) is None:
        return False
    return _STAYS_BEHIND.match(behind) is not None or _STAYS_BEFORE.search(before) is not None


_SINCE = Pattern(r"\b(?:since|depuis|seit|с)\s+(?:the\s+|le\s+|dem\s+|on\s+|late\s+|early\s+)*$", re.IGNORECASE)
_IN = r"(?:in|at|à|au|en|aux|im|в|на)\s+(?:the\s+|der\s+|den\s+)?(?-i:[A-ZÀ-ÝА-ЯЁ])"
_IS = r"(?:(?:has|have) been|is|est|sont|ist|sind|находится|пребывает)\s+(?:(?:staying|visiting|on an? (?:[\w-]+ )?visit|"
_IS += r"en (?:visite|déplacement)|с (?:\w+ )?визитом)\s+)?"
_STAYS_BEHIND = Pattern(
    rf",?\s+(?:hält sich|halten sich|weilt|befindet sich|séjourne)\b[^.;:]{{0,110}}?\b{_IN}|"
    r"(?=[^.;:]{0,90}(?:minist|secretar|chief|chef|general|général|admiral|министр|генерал))"
    rf"[^.;:]{{3,150}}?\s{_IS}{_IN}|"
    rf",?\s+(?:ist|sind)\s[^.;:]{{0,30}}(?:minister|chef|general)[^.;:]{{3,60}}?\s{_IN}[\w'’-]+(?:,|\.|$| zu (?:Gast|Besuch))",
    re.IGNORECASE,
)
_STAYS_BEFORE = Pattern(
    rf"(?:^|\b{_IS}){_IN}[\w'’-]+(?:\s(?-i:[A-ZÀ-ÝА-ЯЁ])[\w'’-]+)?,?\s+"
    r"(?:since|depuis|seit|с)\s+(?:the\s+|le\s+|dem\s+)?$",
    re.IGNORECASE,
)
"""Somebody is where the sentence has him since a day."""


BACKGROUND = Pattern(
    r"(?:(?:communiqu\w+|readout|release|statement|summary),? (?:is )?dated|since|depuis|seit|с|after|après|nach|following|"
    r"before|avant|vor|until|jusqu'au|bis)\s+(?:the\s+|le\s+|dem\s+|on\s+|late\s+|early\s+|last\s+|fin\s+|Ende\s+|"
    r"Anfang\s+|that of\s+|cel(?:ui|le|les) d[ue]\s+|(?:dem|jenem|jener) vom\s+)*$",
    re.I,
)

_KNOWN_SINCE = Pattern(
    r"\b(?:(?:se )?(?:connai(?:ssen)?t|tutoient?)|know each other|(?:have|has) known (?:each other|one another|him|her)|"
    r"kenn(?:en|t) (?:sich|einander|ihn|sie)|знаком\w*)\s+(?:\w+\s+)?(?:depuis|since|seit|с)\s+(?:le\s+|dem\s+)?$",
    re.IGNORECASE,
)
"""Before the day since which two know each other, because they met: ``se connaissent depuis mercredi``."""
