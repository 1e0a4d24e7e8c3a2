"""Does a side put a question to the other, and ask that somebody come?"""

from re import IGNORECASE

from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told


def put_to_them(one: Told) -> bool:
    """Whether a side puts a question to the other, behind a colon: ``Minsk sounded out Moscow: could the minister come?``"""
    hit = _PUT_TO.search(one.text)
    sides = [*(actor.start for actor in one.named.actors), *(country.start for country in one.named.countries)]
    return hit is not None and min(sides, default=len(one.text)) < hit.start()


def asked_to_come(one: Told) -> bool:
    """Whether what a side puts to the other is that somebody should come, or meet."""
    return put_to_them(one) and _COME.search(one.text[one.text.find(":") :]) is not None


_COME = Pattern(
    r"\b(?:come|visit|meet|receive|host|fly|venir|vien\w+|rencontr\w+|recev\w+|rendre|kommen|treffen|besuchen|empfangen|"
    r"прие\w+|прил\w+|встре\w+|прин\w+)\b",
    IGNORECASE,
)


_PUT_TO = Pattern(
    r"\b(?:asked|asks|sounded out|sounds out|telegraphed|wired|wrote|cabled|enquired|inquired|wanted to know|demandé?|"
    r"écrit|télégraphié|câblé|sondé|sonde|fragte|fragt|schrieb|drahtete|telegrafierte|sondierte|спросил\w*|спрашива\w+|"
    r"написал\w*|телеграфировал\w*|запросил\w*)\b[^.;?]{0,140}?\s?(?::|—|–)\s*[“\"«„]?\s*(?:would|could|might|may|can|will|"
    r"\w+(?:rait|raient|ront|ra)-(?:t-)?(?:il|elle|ils|elles|on)|könnten?|würden?|wären?|dürften?|hätten?|kann|"
    r"(?:не )?(?:мог\w*|может|смож\w+|соглас\w+|прим[еу]\w+|приед\w+|готов\w*))\b[^?]*\?",
    IGNORECASE,
)
