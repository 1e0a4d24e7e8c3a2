"""Is a contact only what somebody is asked about?"""

import re

from detente.drafting.how.manner import media_places
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told


def asked_about(text: str, *, bare: bool) -> float:
    """The weight of a question in a sentence; ``bare`` where it has a negation, or no word of contact, besides."""
    less = 0.6 if bare and _ASKED.match(text) is not None else 0.0
    return less + (0.6 if _WHETHER.search(text) is not None else 0.0)


def whether(text: str) -> bool:
    """Whether a sentence only says that it is in doubt, or in dispute, that there was a contact: the next tell of the same."""
    return _DOUBT.search(text) is not None


_DOUBT = Pattern(
    r"\b(?:accounts?|versions?|disagree\w*|contradict\w*|differ(?:ed)?|at odds|dispute[sd]?)\b[^.;]{0,60}\bwhether\b|"
    r"\b(?:contredis\w+|contradictoires?|désaccord)\b[^.;]{0,80}\b(?:savoir )?si\b|"
    r"\b(?:widersprech\w+|widersprüchlich\w*|uneins|streiten)\b[^.;]{0,80}\bob\b|"
    r"\b(?:противореч\w+|расход\w+|спор\w+)\b[^.;]{0,80}\b(?:ли|о том, был\w*)\b",
    re.IGNORECASE,
)

_ASKED = Pattern(
    r"(?:asked|questioned|interrogée?|questionnée?|auf\b[^.;]{3,80}\bangesprochen|gefragt|danach gefragt|на вопрос|"
    r"отвечая на вопрос|"
    r"комментируя)\b",
    re.IGNORECASE,
)
"""What somebody is asked about need not have been."""

_WHETHER = Pattern(
    r"\b(?:whether|if) (?:he|she|they|the \w+) (?:had|has|have) (?:ever|already)\b|\bob (?:er|sie) (?:jemals|schon)\b|"
    r"\b(?:asked|ask|wondered|wanted to know|demand(?:é|ait|e|ent)|fragte\w*|wollte wissen|спросил\w*|спрашива\w+)\b[^.;]{0,40}"
    r"\b(?:why|pourquoi|warum|weshalb|wieso|почему|отчего)\b|"
    r"\b(?:asked|questions?|demand\w+|interrogée?)\b[^.;]{0,40}?\b(?:whether|if|s['’]) ?(?:he|she|il|elle) (?:had|has|avait|"
    r"a)\b|"
    r"\b(?:gefragt|Frage)\b[^.;]{0,40}?\bob (?:er|sie) [^.;]{3,60} (?:habe|hat|hätte)\b|"
    r"\b(?:вопрос\w*|спросил\w*|спрашива\w+)\b[^.;]{0,40}\bли (?:он|она|они)\b|"
    r"\bs['’](?:il|elle|ils) (?:avai\w+|a) (?:jamais|déjà)\b|\bкогда-либо\b|\bno information (?:on|about) any\b",
    re.IGNORECASE,
)
"""What somebody is asked about."""


def supposes(one: Told) -> bool:
    """Whether a sentence asks what might be; behind the colon of a contact it was asked there: ``took him aside: could``."""
    hit = _SUPPOSED.search(one.text)
    if hit is None:
        return False
    colon = one.text.rfind(":", 0, hit.start())
    return colon < 0 or not any(start < colon for _, start in media_places(one))


_SUPPOSED = Pattern(
    r"\b(?:would|could|if|what if|devrai\w+|pourrai\w+|diraient|dirait|würden?|könnten?|wenn|что бы|если бы|"
    r"могли бы)\b[^.!]*\?\s*$",
    re.IGNORECASE,
)
"""A question of what might be."""
