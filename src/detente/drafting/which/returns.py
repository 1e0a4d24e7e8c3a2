"""Does one of the two do to the other what that one had done: call back, come on a return visit?"""

import re

from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told
from detente.drafting.which.coming import OFF, dated, told_as

RETURNED = Pattern(
    r"\b(?:(?:called|rang|phoned) (?:him |her )?back|returned (?:the|his|her|that) (?:call|visit)|return(?:ed)? visit|"
    r"l['’](?:a|avait) rappelée?|(?:le|la) rappel(?:ait|a)|(?:a|avait) rendu (?:la|sa|cette) (?:visite|politesse)|"
    r"visite (?:de|en) retour|"
    r"rief\b[^.;]{0,60}\bzurück|zurückgerufen|\w*gegenbesuch\w*|erwiderte (?:den|ihren|seinen) (?:Besuch|Anruf)|"
    r"перезвонил\w*|ответн\w+ визит\w*|(?:с|на) ответн\w+ (?:визит|звон)\w*)\b",
    re.IGNORECASE,
)
"""One of the two did to the other what that one had done: called back, came on a return visit."""


def returns(one: Told, words: Lexicon) -> bool:
    """Whether a sentence has one of the two pay the other a visit in return, on a day to come."""
    ahead = _TO_COME.search(one.text) is not None or told_as(one.text, ("planned",), words)
    return RETURNED.search(one.text) is not None and dated(one) and ahead and not told_as(one.text, OFF, words)


_TO_COME = Pattern(
    r"\b(?:will|\w{2,}ra|wird|will|(?:is|are) (?:to|expected|due|planned|set)|tomorrow|прилетит|приедет|посетит|прибудет|"
    r"нанес[её]т|next \w+|flies|travels|goes|pays|(?:est|sont) (?:prévue?s?|"
    r"attendue?s?)|demain|se rend|part|prochaine?|erwartet|geplant|vorgesehen|steht|morgen|nächste\w*|kommende\w*|reist|fliegt|"
    r"kommt|fährt|завтра|едет|летит|жд[уё]т|ожида\w+|следующ\w+)\b",
    re.IGNORECASE,
)
"""Of a visit that is to come, where nothing says *will*."""
