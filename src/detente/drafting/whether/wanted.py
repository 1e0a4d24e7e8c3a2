"""Does somebody who is no side want something of two sides?"""

import re

from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Cue
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told

_URGED = Pattern(
    r"\b(?:urged?|urges|urging|asked|called (?:up)?on|pressed|pressing|begged|exhort\w+|appel\w+|demand\w+|press\w+|"
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
    return [cue for cue in one.cues.get("wish", ()) if cue.start < place and _CLAUSE.fullmatch(one.text[cue.end : place])]


_CLAUSE = Pattern(r"[^:;]*")
"""Between a wish and what is wished, which nothing ends."""

_SHOULD = Pattern(r"[^.;:]{0,80}?\b(?:solle|sollten|möge|mögen|müsse|müssten)\b", re.IGNORECASE)
"""The same, in the German of what others said: ``verlangte, der Minister solle``."""


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
    wanted = (
        any(cue.end <= min(sides) for cue in wishes_before(one, min(sides)))
        or _URGED.search(one.text[: min(sides)]) is not None
    )
    return wanted and not told_as_held(one.text[min(sides) :])
