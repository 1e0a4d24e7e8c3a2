"""Does a sentence tell of the next day, or stop, of a journey, or of whose turn it was?"""

import re

from detente.drafting.patterns import Pattern
from detente.drafting.telling import Told


def next_stop(one: Told) -> bool:
    """Whether a sentence, or what it says behind a colon, begins with the next day, or stop, of a journey."""
    return _NEXT_STOP.match(one.text) is not None or any(_NEXT_STOP.match(one.text, h.end()) for h in _PART.finditer(one.text))


def in_turn(one: Told) -> bool:
    """Whether a sentence says that it was somebody's turn, or who it was."""
    return _TURN.search(one.text) is not None


_PART = Pattern(r"[:;]\s|\s[—–]\s")

_NEXT_STOP = Pattern(
    r"(?:in the (?:morning|afternoon|evening)|(?:le|au) (?:matin|soir)|(?:dans )?l['’]après-midi|"
    r"am (?:Morgen|Vormittag|Mittag|Nachmittag|Abend)|утром|дн[её]м|вечером|"
    r"the (?:next|following) (?:day|morning)|then|next|on \w+day|le lendemain|puis|ensuite|(?:lun|mar|mercre|jeu|vendre|"
    r"same)di|dimanche|"
    r"tags darauf|am (?:nächsten|folgenden) tag|am (?:\w+tag|mittwoch)|danach|на следующий день|затем|потом|днем позже|"
    r"в(?:о)? (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье))\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells of the next day, or stop, of a journey."""

_TURN = Pattern(
    r"\b(?:(?:the )?turn of|turn to|['’]s turn|(?:was|were) next|next in line|next was|au tour d(?:e|u|es)\b|au tour d['’]|"
    r"an der Reihe|an die Reihe|die Reihe an|очередь|чер[её]д|следующим был\w*|"
    r"it (?:was|is|had been)(?= (?-i:[A-Z]))|c['’](?:était|est|a été)(?= (?-i:[A-ZÀ-Ý]))|war es|ist es|"
    r"это был[аи]?(?= (?-i:[А-ЯЁ])))",
    re.IGNORECASE,
)
"""Somebody is the next whom the one who was spoken of saw."""
