"""Does somebody say that he would be in contact with another, in reported speech: ``said he would speak to X later today``?"""

import re

from detente.drafting.language.patterns import Pattern


def foretold(text: str) -> bool:
    """Whether a sentence reports that somebody said what contact he was to have."""
    return any(part in text for part in _PARTS) and _WOULD.search(text) is not None


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
