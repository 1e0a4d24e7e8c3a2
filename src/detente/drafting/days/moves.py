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

CALLED_OFF = Pattern(
    r"\b(?:called off|cancel+ed|scrapped|postponed|put off|put back|abgesagt|verschoben|annulée?|reportée?|отмен\w+|отлож\w+|"
    r"сорвал\w+|lehnten? (?:dies |das )?|(?:a|ont) refusé|declined|refused|rejected|turned (?:it )?down|said no|"
    r"отказал\w*|отклонил\w*)\s+"
    r"(?:on\s+|am\s+|в\s+|во\s+)?$",
    re.IGNORECASE,
)
"""Before the day on which a contact was called off, rather than that on which it was to be."""
