"""Is what is told on a day told right after a contact, which then was on the same day?"""

import re

from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern


def right_after(text: str, start: int, end: int) -> bool:
    """Whether what was told on the day named from ``start`` to ``end`` was told right after a contact."""
    talks = _AFTER_TALKS.match(text, end) or _TALKS_BEFORE.search(text[:start]) or _FRESH_FROM.match(text[:start])
    return talks is not None or _after_having(text, end)


_AFTER = r"after|following|à l['’]issue|au terme|après|nach|по итогам|после"
_CONTACT = (
    r"meeting|talks|call|conversation|rencontre|entretien\w*|entrevue|Gespräch\w*|Treffen|Telefonat|встреч\w*|переговор\w*|"
    r"разговор\w*"
)
_AFTER_TALKS = Pattern(
    rf"[^.;:]{{0,40}}?\b(?:{_AFTER}|au sortir|по завершении|on emerging)\s+(?:[\w'’-]+\s+){{0,4}}?"
    rf"(?:{_CONTACT}|meet\w*|discussions|hosting|receiving|rencontr\w*|tête-à-tête|réunion|Unterredung|Telefonat\w*|"
    rf"Beratung\w*|"
    r"бесед\w*)\b",
    re.IGNORECASE,
)
_TALKS_BEFORE = Pattern(rf"\b(?:{_AFTER})\s+(?:[\w'’-]+\s+){{0,3}}?(?:{_CONTACT})\b[^.;]*$", re.IGNORECASE)
"""What is said right after a contact is said on its day: ``announced on Tuesday after talks with``."""

_FRESH_FROM = Pattern(
    r"(?:(?:fresh|straight|(?:just|hardly|barely|scarcely) (?:back|out|returned|home)) (?:from|of)|(?:à peine|tout juste|"
    r"fraîchement) "
    r"(?:sortie?|rentrée?|revenue?|descendue?) d(?:e|u|['’])|au sortir d(?:e|u|['’])|(?:frisch|direkt|geradewegs|eben erst|"
    r"soeben|gerade|kaum) (?:von|aus|vom|zurück)|(?:едва|только что|только) (?:выйдя|вернувшись|верн\w+|прилетев|простившись|"
    r"расставшись)|прямо (?:от|из|с|со))\b[^.;]{0,90}?\b(?:with|avec|chez|mit|bei|с|со|у|от)\b",
    re.IGNORECASE,
)
"""How a sentence begins that has somebody come right from the other side: ``Fresh from two hours with``."""

_TALKS = Pattern(rf"\b(?:{_AFTER})\s+(?:[\w'’-]+\s+){{0,4}}?(?:{_CONTACT})\b", re.IGNORECASE)


def after_talks(text: str) -> bool:
    """Whether a sentence tells of what was said or decided after a contact."""
    return _TALKS.search(text) is not None


_AFTER_HAVING = Pattern(
    r"[^.;:]{0,60}?,?\s*\b(?:after|once|when|nachdem|als|après (?:avoir|être|que|qu['’])|après s['’]être|"
    r"после того,? как)\b(?P<clause>[^.;:]{0,140})",
    re.IGNORECASE,
)
"""What is said right after a contact is said on its day, told by a verb: ``said on Monday after he had hosted``."""


def _after_having(text: str, place: int) -> bool:
    """Whether it is said to have been said right after something that tells of a contact was done."""
    hit = _AFTER_HAVING.match(text, place)
    return hit is not None and (told_as_held(hit["clause"]) or _DONE.search(hit["clause"]) is not None)


_DONE = Pattern(
    r"\b(?:meeting|hosting|receiving|welcoming|seeing|seen|reçu\w*|rencontré\w*|accueilli\w*|vu\w*|entretenue?s?|"
    r"getroffen|gesprochen|empfangen|begrüßt|telefoniert)\b",
    re.IGNORECASE,
)
