"""Is a day that since which, or before which, something was so, rather than that of a contact?"""

import re

from detente.drafting.language.patterns import Pattern


def is_background(before: str) -> bool:
    """Whether the day behind ``before`` is none of a contact; the one since which two know each other is that of theirs."""
    return BACKGROUND.search(before) is not None and _KNOWN_SINCE.search(before) is None


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
