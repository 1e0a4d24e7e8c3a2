"""Is a day that on which a journey ended, or on which somebody was on the way, rather than that of a contact?"""

import re

from detente.drafting.language.patterns import Pattern


def ended_on(text: str, place: int) -> bool:
    """Whether the day at ``place`` is that on which a visit ended of which the sentence tells when it had begun."""
    return _ENDED_ON.search(text[:place]) is not None and _BEGUN.search(text) is not None


def arrived_on(before: str) -> bool:
    """Whether somebody came on the day that stands behind ``before``: that of the contact may be another."""
    return _ARRIVED_ON.search(before) is not None


def on_the_way(before: str) -> bool:
    """Whether somebody leaves, or goes home, on the day that stands behind ``before``."""
    return _ON_THE_WAY.search(before) is not None


_ENDED_ON = Pattern(
    r"\b(?:boucl|achèv|achev|termin|conclu|clôtur|clos|wrap|wind|wound|ends?\b|ended\b|conclud|finish|beende|schließt|schloss|"
    r"заверш|законч|заканчив)\w*(?:\s+up)?\s+(?:on\s+|ce\s+|am\s+|в\s+)?$",
    re.IGNORECASE,
)
_BEGUN = Pattern(
    r"\b(?:entamée?|commencée?|débutée?|begun|began|started|begonnen\w*|begann|angetreten\w*|начат\w*|начавш\w+|начал\w*)\b",
    re.IGNORECASE,
)

_ARRIVED_ON = Pattern(
    r"\b(?:arrived|landed|touched down|flew in|(?<!pas )arrivée?|débarquée?|atterri|posée?|angekommen|eingetroffen|gelandet|"
    r"angereist|прибы(?:л\w*|вш\w+)|прилетел\w*|прилетевш\w+|приехал\w*|приехавш\w+)\s+"
    r"(?:(?!with\b|avec\b|mit\b|с\b)[^\W\d_][\w'’-]*\s+){0,3}?(?:on |le |am |в |во )?$",
    re.IGNORECASE,
)
_ON_THE_WAY = Pattern(
    r"\b(?:leav\w+|left|depart\w*|returns?|returned|(?:flies|flew|fl(?:y|ies) back|went|goes|travell?ed|heads?|"
    r"headed) (?:home|back)|s'envol\w*|quitt\w*|regagn\w*|rentr\w*|bricht|"
    r"abreis\w*|reiste\w* ab|zurück|heimkehr\w*|kehrten?\b|улет\w*|отбы\w*|вылет\w*|верн\w*(?! ко? )|"
    r"покин\w*)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
