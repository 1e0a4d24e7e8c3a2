"""Whose word is it in a sentence, and who does it say spoke?"""

import re
from collections.abc import Iterable, Iterator, Sequence

from detente.drafting.accounts.voices import Kind, Voice
from detente.drafting.language.lexicon import Cue
from detente.drafting.language.patterns import Pattern

_ARTICLES = (
    r"(?:(?:the|an?|le|la|les|l['’]|des|du|de|der|die|das|den|dem|einer?|eines|einem|senior|another|same|official|ihre[smn]?|"
    r"seine[smn]?|his|her|its|their|son|sa|ses|leurs?|его|её|ее|их)\s*)*"
)
_MARKED = Pattern(
    r"\b(?:according to|as per|citing|quoting|selon|d['’]après|à en croire|de source|laut|nach angaben|nach darstellung|"
    r"gemä(?:ß|ss)|"
    r"nach informationen|unter berufung auf|по данным|по словам|по информации|по сведениям|по версии|по утверждению|согласно|"
    r"со ссылкой на|(?:erfuhr|erfahren|learn\w*|appris|стало известно)\b[^.;]{0,30}?\b(?:aus|from|de|auprès de|из|от|в))\s+"
    rf"{_ARTICLES}(?:(?!that\b|dass\b|que\b|что\b)[\w-]+\s+){{0,2}}$",
    re.IGNORECASE,
)
"""Before a source."""
_FOR = Pattern(r"^\W*(?:pour|for)\s+$|\bin\s+$", re.IGNORECASE)
_FOR_BEHIND = Pattern(
    r"\s+(?:klingt|liest sich|heißt|sieht|stellt)\b|,\s+(?:l['’]affaire|the (?:matter|point)|it (?:is|was))\b", re.IGNORECASE
)
"""Around a town for which it is so: ``Pour Kinshasa, …``, ``In Warschau klingt das so``."""
_MARKED_BEHIND = Pattern(r"\s+zufolge\b", re.IGNORECASE)
_AS_PAPER = Pattern(rf"\b(?:in|by|on|dans|nach|по|в|from)\s+{_ARTICLES}(?:[\w-]+\s+)?$|^{_ARTICLES}$", re.IGNORECASE)
"""Before an account that is itself the source: ``in the Chinese account``."""


def cited(text: str, voices: Iterable[Voice]) -> Voice | None:
    """The voice that a sentence gives as its source without a verb: ``according to the ministry``, ``in the readout``."""
    for voice in voices:
        head = text[: voice.start]
        if _MARKED.search(head) or _MARKED_BEHIND.match(text, voice.end):
            return voice
        if voice.publishes and _FIRST_WORDS.fullmatch(head) and _COLON.match(text, voice.end):
            return voice
        if voice.kind is Kind.SIDE and _ON_SIDE.fullmatch(head) and _LONG.match(text, voice.end):
            return voice
        if voice.kind is Kind.TOWN and _FOR.search(head) and _FOR_BEHIND.match(text, voice.end):
            return voice
        if voice.kind is Kind.PAPER and _AS_PAPER.search(head):
            return voice
    return None


_LONG = Pattern(r",(?:\s+\S+){6}")
"""Behind a side of which more follows than how it is disposed."""
_FIRST_WORDS = Pattern(rf"\W*(?:in|à|в|из)?\s*{_ARTICLES}", re.IGNORECASE)
_COLON = Pattern(r"\s+[^,;:.?!«»“”„\"]{3,35}:\s")
"""Behind a voice that a sentence begins with, and then says what it says: ``Ankara was first out: …``."""
_ON_SIDE = Pattern(r"\W*(?:(?:on|from) the\s+|auf\s+|du\s+|с\s+)?", re.IGNORECASE)
"""Before a side that is the source: ``Côté turc, …``."""


def subject_of(text: str, cue: Cue, voices: Sequence[Voice]) -> Voice | None:
    """Whose verb a word of saying is: of a voice right behind it where the sentence is turned round, else before it."""
    by = _PASSIVE.match(text, cue.end)
    if by is not None and (passive := [v for v in voices if by.end() <= v.start <= by.end() + _CLOSE]):
        return passive[0]
    behind = [v for v in voices if v.start >= cue.end and _TO_SUBJECT.fullmatch(text[cue.end : v.start])]
    if behind and _TURNED.search(text[: cue.start]):
        return behind[0]
    for voice in reversed([v for v in voices if v.end <= cue.start]):
        between = _ASIDE.sub(lambda hit: " ", text[voice.end : cue.start])
        if len(between) > voice.reach or _CLOSED.search(between):
            break
        if _acts(text, voice, len(between)):
            return voice
    second = behind and behind[0].kind is not Kind.STATE and "," not in text[cue.end : behind[0].start]
    second = second and _GERMAN.search(text[: cue.end]) is not None
    return behind[0] if behind and (second or _FIRST.search(text[: cue.start])) else None


def turned_round(text: str, cue: Cue, voice: Voice) -> bool:
    """Whether a voice stands with its verb behind what it says: ``…, said the ministry``."""
    return _TURNED.search(text[: min(cue.start, voice.start)]) is not None


_PASSIVE = Pattern(r"\s+(?:by|par|von|durch)\s+", re.IGNORECASE)
_CLOSE = 14
"""Letters to the verb within which a town may stand behind a preposition and speak: ``in Berlin hieß es``."""
_TO_SUBJECT = Pattern(
    r"(?:-(?:t-)?(?:on|il|elle))?[\s,-]*(?:(?:the|an?|this|that|ce(?:t|tte)?|dieser?|этот|тот же|le|la|les|l['’]|une?|des?|"
    r"du|d['’]|der|die|das|ein\w*|im|in|aus|beim?|"
    r"à|au|"
    r"dans|"
    r"mme|m\.|mr\.?|herrn?|frau|gen\.|colonel|le général|ihr\w*|sein\w*|son|sa|его|её|ее|их|his|her|its|в|во|из|журналистам|"
    r"телеканалу|газете|депутатам|reporters|aux journalistes|"
    r"agenc\w+|hôtel|palais|auch|dazu|danach|hinterher|nachher|anschlie(?:ß|ss)end|zudem|weiter|später|heute|am\s+\w+)\s*)*",
    re.IGNORECASE,
)
"""Between a verb and the voice behind it."""
_TURNED = Pattern(
    r"[,»”“\"–—]\s*(?:wie\s+|as\s+|как\s+|a-(?:t-(?:il|elle|on)\s+)?|a\s+)?$|^\W*(?:как|wie|as)\s+$", re.IGNORECASE
)
"""Before a verb whose voice stands behind it."""
_GERMAN = Pattern(r"^[^,;:«„“\"]{0,70}\s(?!wrote)[a-zäöüß]+(?:te|[gklrt]t|ieß|rach|rieb|ob|ab|at)$")
"""A German verb behind whatever begins the sentence; its voice stands behind it: ``Nach dem Treffen sagte X``."""
_FIRST = Pattern(r"^\W*(?:auch\s+|also\s+|так\s+|und\s+|et\s+|and\s+)?$", re.IGNORECASE)
"""Before a verb that begins its sentence."""
_ASIDE = Pattern(
    r"\s«[^»]{1,25}»\s|\s„[^“]{1,25}“\s|,\s+(?:for (?:his|her|its|their) part|de (?:son|leur) côté|pour sa part|"
    r"со своей стороны|в свою очередь),\s+",
    re.I,
)
_CLOSED = Pattern(r"[;:»”“\"]|[.!?]\s|\bthat\b|\bdass\b|\bчто\b|\bque\b", re.IGNORECASE)
"""Between a voice and a verb that is not its own."""


def _acts(text: str, voice: Voice, far: int) -> bool:
    """Whether a voice is no object, and no place at which something was."""
    head = text[: voice.start]
    if voice.kind is Kind.PAPER and text[voice.end - 1] == "ю":
        return False  # in the accusative
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


def actors_of(text: str, voices: Iterable[Voice]) -> Iterator[Voice]:
    """Those in contact who speak or act in the sentence, in order: nobody's object; none where both do."""
    if _TOGETHER.search(text) is None:
        yield from (
            v
            for v in voices
            if v.took_part
            and _OBJECT.search(text[: v.start]) is None
            and not (v.kind is Kind.PRONOUN and _MARKED.search(text[: v.start]))
        )


_TOGETHER = Pattern(
    r"^\W*(?:\w+ (?:that )?)?(?:both|all three|die drei|les trois|man|on(?! y\b|\s\w+\s(?:que|qu['’]))|"
    r"they(?! (?:also )?(?:said|say|added|explained|insisted)\b)|the (?:two|"
    r"three|ministers|pair|sides|parties|"
    r"officials|men|women|chiefs)|les (?:deux|ministres|parties|discussions)|ils|elles|beide|sie seien|die (?:beiden|minister)|"
    r"стороны|министры|оба|собеседники|генералы|они)\b",
    re.IGNORECASE,
)
"""Where the two do something together."""
