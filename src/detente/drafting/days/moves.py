"""Is a day the one from which a contact was put off to another?"""

import re

from detente.drafting.language.patterns import Pattern


def moved_from(before: str) -> bool:
    """Whether what stands before a day says so: ``moved from 24 August``, not that it is so since then."""
    return _MOVED.search(before) is not None


_MOVED = Pattern(
    r"\b(?:moved|postponed|pushed|put (?:off|back)|resch\w+|report\w+|repouss\w+|décal\w+|verlegt\w*|verschob\w*|vertagt\w*|"
    r"перен[её]с\w*|сдвин\w+|отлож\w+|переехал\w*|rück\w*|wander\w*|rutsch\w*|slip\w*|slid|gliss\w*)\b[^.;:]{0,40}\b(?:from|"
    r"du|d['’]|vom|с|со)\s+$",
    re.IGNORECASE,
)

_REQUEST = (
    r"(?:requests?|proposals?|offers?|invitations?|ideas?|demandes?|propositions?|offres?|Bitten?|Anfragen?|Vorschl[aä]ge?|"
    r"Einladung(?:en)?|Angebote?|просьб\w+|запрос\w*|предложени\w+|приглашени\w+)"
)

CALLED_OFF = Pattern(
    r"\b(?:called off|cancel+ed|scrapped|postponed|put off|put back|abgesagt|verschoben|annulée?|reportée?|отмен\w+|отлож\w+|"
    r"сорвал\w+|lehnten? (?:dies |das )?|(?:a|ont) refusé|declined|refused|rejected|turned (?:it )?down|said no|"
    r"отказал\w*|отклонил\w*|"
    r"(?:turned (?:[\w'’-]+ ){0,3}?REQUEST down|(?:declined|refused|rejected) (?:[\w'’-]+ ){0,3}?REQUEST|"
    r"(?:a|ont) (?:refusé|décliné|rejeté|écarté) (?:[\w'’-]+ ){0,3}?REQUEST|"
    r"(?:lehnt\w*|wies(?:en)?) (?:[\w'’-]+ ){0,3}?REQUEST|(?:отклонил|отверг)\w* (?:[\w'’-]+ ){0,3}?REQUEST))\s+"
    r"(?:on\s+|am\s+|в\s+|во\s+)?$".replace("REQUEST", _REQUEST),
    re.IGNORECASE,
)
"""Before the day on which a contact was called off, or what was asked for refused, rather than that on which it was to be."""


def called_off_then(text: str, start: int, end: int) -> bool:
    """Whether what stands behind a day is that a side called something off: ``on Friday called off a meeting``."""
    return _ON.search(text[:start]) is not None and _CALLED_OFF_THEN.match(text, end) is not None


_ON = Pattern(r"\bon\s+$", re.IGNORECASE)
_CALLED_OFF_THEN = Pattern(
    r"\s+(?:called off|cancel+ed|scrapped|postponed|put off|pulled out of|turned down|rejected|declined|refused)\s"
    r"(?!(?:at|by|because|due|over|after|in)\b)",
    re.IGNORECASE,
)
