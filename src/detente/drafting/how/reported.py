"""Is it a newspaper that writes, rather than a side to the other?"""

import re

from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told


def by_a_paper(one: Told, means: str, start: int) -> bool:
    """Whether a letter is none, but what a newspaper, or who writes in one, writes of a contact: ``…, пишет обозреватель``."""
    written = means == "letter" and _REPORTS.match(one.text, start) is not None
    return written and _ASIDE_BEFORE.search(one.text[:start]) is not None


_REPORTS = Pattern(
    r"(?:writes?|wrote|écri(?:t|vait|vent)|schr(?:eib|ieb)\w*|пиш[еу]т|писал\w*)\s+(?!(?:to|à|au|aux|an|him|her|lui|ihm|ihr|"
    r"сво\w+|ему|ей|коллег\w+|министр\w+)\b)",
    re.IGNORECASE,
)
_ASIDE_BEFORE = Pattern(r"[,»”\"–—]\s+(?:(?:as|wie|comme|как)\s+(?:l['’])?)?$", re.IGNORECASE)
