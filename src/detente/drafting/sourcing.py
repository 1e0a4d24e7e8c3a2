"""Whose word is it in a sentence, and who does it say spoke?"""

import re
from collections.abc import Iterable, Sequence

from detente.drafting.lexicon import Cue
from detente.drafting.patterns import Pattern
from detente.drafting.remarks import to_the_press
from detente.drafting.voices import Kind, Voice

_ARTICLES = (
    r"(?:(?:the|an?|le|la|les|l['’]|des|du|de|der|die|das|den|dem|einer?|eines|einem|senior|another|same|official|ihre[smn]?|"
    r"seine[smn]?|his|her|its|their|son|sa|ses|leurs?|его|её|ее|их)\s*)*"
)
_MARKED = Pattern(
    r"\b(?:according to|as per|citing|quoting|selon|d['’]après|à en croire|de source|laut|nach angaben|nach darstellung|"
    r"gemä(?:ß|ss)|"
    r"nach informationen|unter berufung auf|по данным|по словам|по информации|по сведениям|по версии|по утверждению|согласно|"
    r"со ссылкой на|(?:erfuhr|erfahren|learn\w*|appris|стало известно)\b[^.;]{0,30}?\b(?:aus|from|de|auprès de|из|от|в))\s+"
    rf"{_ARTICLES}$",
    re.IGNORECASE,
)
"""Before a source."""
_MARKED_BEHIND = Pattern(r"\s+zufolge\b", re.IGNORECASE)
_AS_PAPER = Pattern(rf"\b(?:in|by|on|dans|nach|по|в|from)\s+{_ARTICLES}$|^{_ARTICLES}$", re.IGNORECASE)
"""Before an account that is itself the source: ``in the Chinese account``."""


def cited(text: str, voices: Iterable[Voice]) -> Voice | None:
    """The voice that a sentence gives as its source without a verb: ``according to the ministry``, ``in the readout``."""
    for voice in voices:
        head = text[: voice.start]
        if _MARKED.search(head) or _MARKED_BEHIND.match(text, voice.end):
            return voice
        if voice.kind is Kind.PAPER and _AS_PAPER.search(head):
            return voice
    return None


def subject_of(text: str, cue: Cue, voices: Sequence[Voice]) -> Voice | None:
    """Whose verb a word of saying is: of a voice right behind it where the sentence is turned round, else before it."""
    by = _PASSIVE.match(text, cue.end)
    if by is not None and (passive := [v for v in voices if by.end() <= v.start <= by.end() + _CLOSE]):
        return passive[0]
    behind = [v for v in voices if v.start >= cue.end and _TO_SUBJECT.fullmatch(text[cue.end : v.start])]
    if behind and _TURNED.search(text[: cue.start]):
        return behind[0]
    for voice in reversed([v for v in voices if v.end <= cue.start]):
        between = text[voice.end : cue.start]
        if len(between) > voice.reach or _CLOSED.search(between):
            break
        if _acts(text, voice, len(between)):
            return voice
    return behind[0] if behind and _FIRST.search(text[: cue.start]) else None


def turned_round(text: str, cue: Cue, voice: Voice) -> bool:
    """Whether a voice stands with its verb behind what it says: ``…, said the ministry``."""
    return _TURNED.search(text[: min(cue.start, voice.start)]) is not None


_PASSIVE = Pattern(r"\s+(?:by|par|von|durch)\s+", re.IGNORECASE)
_CLOSE = 14
"""Letters to the verb within which a town may stand behind a preposition and speak: ``in Berlin hieß es``."""
_TO_SUBJECT = Pattern(
    r"(?:-t-(?:on|il|elle))?[\s,]*(?:(?:the|an?|le|la|les|l['’]|une?|des?|du|d['’]|der|die|das|ein\w*|im|in|aus|beim?|à|au|"
    r"dans|"
    r"mme|m\.|mr\.?|herrn?|frau|gen\.|colonel|le général|ihr\w*|sein\w*|son|sa|его|её|ее|их|his|her|its|в|во|из|журналистам|"
    r"agenc\w+|auch|später|heute|am\s+\w+)\s*)*",
    re.IGNORECASE,
)
"""Between a verb and the voice behind it."""
_TURNED = Pattern(
    r"[,»”“\"–—]\s*(?:wie\s+|as\s+|как\s+|a-(?:t-(?:il|elle|on)\s+)?|a\s+)?$|^\W*(?:как|wie|as)\s+$", re.IGNORECASE
)
"""Before a verb whose voice stands behind it."""
_FIRST = Pattern(r"^\W*(?:auch\s+|also\s+|так\s+|und\s+|et\s+|and\s+)?$", re.IGNORECASE)
"""Before a verb that begins its sentence."""
_CLOSED = Pattern(r"[;:»”“\"]|[.!?]\s|\bthat\b|\bdass\b|\bчто\b|\bque\b", re.IGNORECASE)
"""Between a voice and a verb that is not its own."""


def _acts(text: str, voice: Voice, far: int) -> bool:
    """Whether a voice is no object, and no place at which something was."""
    head = text[: voice.start]
    if not voice.publishes:
        return _OBJECT.search(head) is None
    return _TO_PLACE.search(head) is None and (far <= _CLOSE or _IN_PLACE.search(head) is None)


_TO_PLACE = Pattern(
    r"\b(?:on|to|against|near|over|for|towards?|from|sur|contre|vers|pour|auf|gegen|nach|für|на|против|для|к|из)\s+"
    rf"{_ARTICLES}$",
    re.IGNORECASE,
)
_IN_PLACE = Pattern(rf"\b(?:in|at|à|a|en|im|в|во|of|de|von)\s+{_ARTICLES}$", re.IGNORECASE)
_OBJECT = Pattern(
    r"\b(?:with|to|from|of|for|by|against|avec|à|au|aux|de|du|mit|von|für|an|gegen|с|со|к|от|для|told|tells|informed|asked|"
    r"thanked|"
    r"assured|urged|warned|reminded|briefed|congratulated|invited|pressed|called|quoted|remercié|informé|assuré|prié|averti|"
    r"заверил\w*|попросил\w*|поблагодарил\w*|призвал\w*|предупредил\w*|проинформировал\w*)\s+"
    r"(?:(?:[A-ZА-ЯÀ-Þ][\w.’'-]*|his|her|its|their|son|sa|l['’]|le|la|the|seine[mn]?|ihre[mn]?|de[mnr]|своего|своему)\s+){0,4}$"
)
"""Before somebody who does not act: to whom it is said, with whom he spoke."""


def actor_of(text: str, voices: Iterable[Voice]) -> Voice | None:
    """Who of those in contact speaks or acts in the sentence: the first who is nobody's object.

    None where both do, and of what somebody said to the press.
    """
    if _TOGETHER.search(text) or to_the_press(text) is not None or _AFTERWARDS.search(text):
        return None
    return next((v for v in voices if not v.publishes and _OBJECT.search(text[: v.start]) is None), None)


_TOGETHER = Pattern(
    r"^\W*(?:\w+ (?:that )?)?(?:both|all three|die drei|les trois|man|on|they|the (?:two|three|ministers|pair|sides|parties|"
    r"officials|men|women|chiefs)|les (?:deux|ministres|parties|discussions)|ils|elles|beide|sie seien|die (?:beiden|minister)|"
    r"стороны|министры|оба|собеседники|генералы|они)\b",
    re.IGNORECASE,
)
"""Where the two do something together."""
_AFTERWARDS = Pattern(
    r"\btold (?:sky|bbc|cnn|abc|reuters|afp|sailors)\b|\b(?:wrote|posted) on\b|\binterview\w*|\bpress conference\b|"
    r"\bon (?:\w+ )?(?:radio|television)\b|à la télévision|au micro|conférence de presse|sur (?:twitter|facebook|x)\b|telegram|"
    r"facebook|twitter|rundfunk|fernsehen|vor der presse|im anschluss|(?:russischen|deutschen) agenturen|в эфире",
    re.IGNORECASE,
)
"""Where somebody speaks after a contact, or of it."""
