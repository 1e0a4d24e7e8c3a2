"""Do two days that a sentence names belong to two things, told in turn?"""

import re

from detente.drafting.language.patterns import Pattern


def turn_between(text: str, first: int, second: int) -> bool:
    """Whether between two days in a sentence it goes on to the next thing: ``one on Tuesday, the other yesterday``."""
    between = text[first:second]
    return ";" in between or _THE_OTHER.search(between) is not None or _AND.search(between) is not None


_THE_OTHER = Pattern(
    r"\b(?:the (?:other|second|next)|(?:l['’]|une )autre|(?:la|le) (?:seconde?|deuxième)|"
    r"(?:das|die|der|ein) (?:andere|zweite)\w*|друг(?:ой|ая|ое)|втор(?:ой|ая|ое))\b",
    re.IGNORECASE,
)
_AND = Pattern(
    r"\b(?:and|then|et|puis|ensuite|und|dann|danach|и|а|затем|потом),?\s+(?:(?:again|also|aussi|auch|снова)\s+)?$",
    re.IGNORECASE,
)
"""Right before the second day."""
