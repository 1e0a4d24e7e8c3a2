"""Does somebody who is no side want something of two sides?"""

import re

from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Cue
from detente.drafting.language.patterns import RINGS_UP, Pattern
from detente.drafting.telling import Told

_URGED = Pattern(
    r"\b(?:urged?|urges|urging|asked|called (?:up)?on|pressed|pressing|begged|exhort\w+|appel\w+|demand\w+|"
    r"press(?:e|é|és|ent|ait|aient)|"
    r"enjoin\w+|"
    r"wants?(?! to\b)|would (?:like|have)(?! to\b)|"
    r"forder\w+|drängt\w*|mahnt\w*|ruft|riefen|bat(?:en)?|призва\w+|потребова\w+|попроси\w+|обрати\w+)\s+"
    r"(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Right before two sides of whom somebody else asked something."""


_DEMANDED_THAT = Pattern(
    r"\b(?:veut|veulent|voudrai\w+|will|wollen|möchten?|хо[чт]\w+|demand(?:ed|s)?|insist(?:ed|s)?|urged?|call(?:ed|"
    r"s)? for|want(?:ed|s)|exig\w+|demand\w+|réclam\w+|souhait\w+|"
    r"forder\w+|verlang\w+|потребова\w+|требу\w+|призва\w+|предлож\w+)\b[^.;:]{0,70}?"
    r"(?:\bthat|\bque|\bqu['’]|\bdass|\bчтобы)\s*[^.;:,]{0,45}$",
    re.IGNORECASE,
)
"""What somebody who is no side demands that two sides do."""


_DEMANDED = Pattern(r"\b(?:verlang|forder|mahn|riet|appell|dräng)\w*\b[^.;:]{0,60}?,\s+[^.;:,]{0,40}$", re.IGNORECASE)


def wishes_before(one: Told, place: int) -> list[Cue]:
    """The wishes that begin before a place in a sentence, in the same clause."""
    before = (cue for cue in one.cues.get("wish", ()) if cue.start < place)
    return [cue for cue in before if _CLAUSE.fullmatch(one.text[cue.end : place])]


_CLAUSE = Pattern(r"[^:;]*")
"""Between a wish and what is wished, which nothing ends."""

_SHOULD = Pattern(r"[^.;:]{0,80}?\b(?:solle|sollten|möge|mögen|müsse|müssten)\b", re.IGNORECASE)
"""The same, in the German of what others said: ``verlangte, der Minister solle``."""


def _urged(one: Told, place: int) -> bool:
    """Whether somebody asked both sides, of which the first is named at a place; who asks behind his verb is one of them."""
    hit = _URGED.search(one.text[:place])
    if hit is None or RINGS_UP.match(one.text, hit.start()):
        return False
    return not (_VERB_FIRST.match(hit[0]) and _OF_THE_OTHER.match(one.text, place))


_VERB_FIRST = Pattern(r"(?:bat|forder|drängt|mahnt|попроси|призва|обрати)", re.IGNORECASE)
_OF_THE_OTHER = Pattern(
    r"(?:(?!und\b|sowie\b|и\b)[^.;:,])+?\b(?:um ein|bei|seine[nm]?|ihre[nm]?|сво\w+|о встрече|о разговоре|коллег[уи]|к)\s",
    re.IGNORECASE,
)
"""What stands behind the first side where it is the one that asked: ``bat Breuer seinen Kollegen``, not ``bat A und B``."""


def wanted_of_sides(one: Told) -> bool:
    """Whether somebody who is no side wants something of two sides: its word stands before both, and nothing was done."""
    sides = [actor.start for actor in one.named.actors if actor.party is not None and actor.start >= 0]
    if len(sides) < 2:
        return False
    if any(actor.several for actor in one.named.actors):  # it speaks of their ministers: "wants A and B to give theirs"
        sides += [country.start for country in one.named.countries if not country.place]
    if _DEMANDED_THAT.search(one.text[: min(sides)]):
        return True
    if _DEMANDED.search(one.text[: min(sides)]) and _SHOULD.match(one.text, min(sides)):
        return True
    wanted = any(cue.end <= min(sides) for cue in wishes_before(one, min(sides))) or _urged(one, min(sides))
    return wanted and not told_as_held(one.text[min(sides) :])
