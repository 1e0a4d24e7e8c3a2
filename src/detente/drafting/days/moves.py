"""Is a day the one from which a contact was put off to another?"""

import re

from detente.drafting.language.patterns import Pattern


def moved_from(before: str) -> bool:
    """Whether what stands before a day says so: ``moved from 24 August``, not that it is so since then."""
    return _MOVED.search(before) is not None


_MOVED = Pattern(
    r"\b(?:moved|postponed|pushed|put (?:off|back)|resch\w+|report\w+|repouss\w+|décal\w+|verlegt\w*|verschob\w*|vertagt\w*|"
    r"перен[её]с\w*|сдвин\w+|отлож\w+|переехал\w*)\b[^.;:]{0,40}\b(?:from|du|d['’]|vom|с|со)\s+$",
    re.IGNORECASE,
)
