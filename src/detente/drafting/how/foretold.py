"""Does somebody say that he would be in contact with another, in reported speech: ``said he would speak to X later today``?"""

import re
from collections.abc import Sequence

from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told


def foretold(text: str) -> bool:
    """Whether a sentence reports that somebody said what contact he was to have."""
    return any(part in text for part in _PARTS) and _WOULD.search(text) is not None


def foretold_with(one: Told, parties: Sequence[str]) -> bool:
    """Whether those of ``parties`` but the first are they with whom somebody says that he would be in contact.

    For a sentence that tells of others, too: ``Before he met X he said that he would speak to Y``.
    """
    if not foretold(one.text):
        return False
    ends = [hit.end() for hit in _WOULD.finditer(one.text)]
    starts = [actor.start for actor in one.named.actors if actor.party in parties[1:]]
    return any(0 <= start - end < _NEAR and "," not in one.text[end:start] for end in ends for start in starts)


_NEAR = 60
"""Letters within which the other side stands behind such words."""

_PARTS = ("would", "'d ", "’d ", "qu'", "qu’", "werde", "что ")
"""One of which a sentence has that does: most have none."""


_WOULD = Pattern(
    r"\b(?:he|she|they|the (?:two|minister|secretary|general|admiral))\s+(?:would|['’]d)\s+(?:\w+\s+){0,2}?"
    r"(?:speak(?:ing)?|talk(?:ing)?|meet(?:ing)?|call(?:ing)?|phone|ring|see(?:ing)?|host(?:ing)?|receiv(?:e|ing)|visit(?:ing)?|"
    r"sit(?:ting)? down|hold(?:ing)?(?: \w+)? (?:talks|meeting|call)|(?:have|having) (?:a|an|talks)\b)|"
    r"qu['’](?:ils?|elles?)\s+(?:s['’]entretien(?:dr(?:ait|aient))|rencontrer(?:ait|aient)|parler(?:ait|aient)|"
    r"(?:l['’])?appeller(?:ait|aient)|téléphoner(?:ait|aient)|recevr(?:ait|aient)|accueiller(?:ait|aient)|"
    r"verr(?:ait|aient)|se (?:rencontrer|parler|verr|retrouver|réunir|téléphoner|rendr)(?:ait|aient)|"
    r"aur(?:ait|aient) (?:une?|des) )|"
    r"\b(?:er|sie|man|beide|die (?:beiden|Minister(?:in)?))\s+werden?\b[^.;:]{0,160}\b(?:zusammenkommen|zusammentreffen|"
    r"treffen|empfangen|sprechen|beraten|besuchen|telefonieren|anrufen|reden|sehen)\b(?=\s*(?:[.,;:!»“\"]|$|und\b))|"
    r"\bчто\b(?=[^.;:]{0,40}\b(?:сегодня|завтра|вечером|дн[её]м|ближайш\w+|скоро|позже|во? (?:понедельник|вторник|среду|"
    r"четверг|пятницу|субботу|воскресенье))\b)[^.;:]{0,60}\b(?:поговорит|поговорят|встретится|встретятся|созвонится|созвонятся|"
    r"позвонит|побеседует|примет|пров[её]д[её]т|проведут|посетит)\b",
    re.IGNORECASE,
)
"""A verb of contact, of which somebody says, behind *that*, that it is to come."""
