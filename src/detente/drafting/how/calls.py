"""Is a call one by telephone, or for something, upon somebody, or into a port?"""

import re

from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told


def no_call(told: Told, start: int) -> bool:
    """Whether what a sentence names from ``start`` on is a call of another kind."""
    if _NO_LINE.match(told.text, start):
        return True
    if _NO_CALL.match(told.text, start) and not _to_a_side(told, start):
        return True
    return _CALL.match(told.text, start) is not None and _NO_CALL_BEFORE.search(told.text[:start]) is not None


def _to_a_side(told: Told, start: int) -> bool:
    """Whether a call is one to somebody of a side: ``a call to Minister Olekas``."""
    hit = _CALL_TO.match(told.text, start)
    return hit is not None and any(start < actor.start <= hit.end() + _TITLE for actor in told.named.actors)


_TITLE = 12
"""Letters of a title before a name."""

_CALL_TO = Pattern(r"calls? to (?:the |his |her |their )?", re.IGNORECASE)


_NO_CALL = Pattern(
    r"appels?\s+(?:d['’]offres|à (?:projets|candidatures))|(?:called|calls?|calling)\s+(?:on\s+(?!\w+day\b|\d|[A-Z]\w+\s+\d)|"
    r"upon|for|off|in|out|into|itself|himself|"
    r"at (?:(?:the )?(?:ports?|harbou?rs?)|(?-i:[A-ZÀ-Þ])\w+(?!['’\w]))|"
    r"herself|themselves|a|an|it|them|"
    r"this|that|the (?!\w+ (?:minister|"
    r"secretary|chief))|by|to)\b|(?:called|calling)\s+[“\"«']|rief\b[^.;]{0,40}\b(?:auf|zu|hervor)\b",
    re.IGNORECASE,
)
_NO_LINE = Pattern(
    r"got through\s+(?:the|a|an|all|most|half|every|their|his|her|its|it|much|more|several|\w+ (?:items|points))\b",
    re.IGNORECASE,
)
"""What somebody came to the end of: ``got through the whole agenda``."""
_CALL = Pattern(r"call(?:s|ed|ing)?\b", re.IGNORECASE)
_NO_CALL_BEFORE = Pattern(
    r"(?:\b(?:port|roll|courtesy|close|so|farewell|wake-up|is|was|are|were|been)[\s-]+|[“\"])$", re.IGNORECASE
)
