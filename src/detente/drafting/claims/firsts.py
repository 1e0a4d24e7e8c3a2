"""Which words say that a contact was the first for some time, or that there had been none?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from detente.drafting.language.patterns import Pattern


class Telling(Enum):
    """How a silence is told of."""

    FIRST = "the contact was the first"
    LAST = "when the last one was"
    NONE = "there was none since"
    NEVER = "there never was one"


@dataclass(frozen=True, slots=True)
class Opening:
    """How a sentence tells of a silence, and the words that may say how long it was.

    ``of_itself`` where something else is told of the first: when it was, or will be.
    """

    telling: Telling
    words: str
    of_itself: bool = False


_CONTACT = (
    r"(?:(?:phone )?calls?|conversations?|talks?|(?:video)?meetings?|contacts?|visits?|trips?|exchanges?|encounters?|"
    r"sessions?|"
    r"dialogues?|time|(?:video)?conferences?|summit|journey|entretiens?|rencontres?|visites?|échanges?|appels?|fois|"
    r"déplacements?|discussions?|gespräch\w*|telefon\w*|treffen|kontakte?|besuche?|begegnung|austausch|mal|reise|"
    r"zusammenkunft|"
    r"video\w+|разговор\w*|встреч\w+|контакт\w*|бесед\w+|переговор\w*|визит\w*|звон\w+|поездк\w+|раз|созвон\w*)\b"
)
_BETWEEN = r"(?:\s+(?!(?:is|was|has|had|have|will|in|on|to|a|est|ist|hat|war)\s)[\w'’-]+){0,5}?"
_ORDINAL = r"(?:first|premi(?:er|ère)s?|erste[rsnm]?|перв(?:ый|ая|ое|ые|ую|ого|ой|ых|ом))"
_FIRST = Pattern(
    rf"\b{_ORDINAL}{_BETWEEN}[\s-]+{_CONTACT}|"
    rf"\b{_ORDINAL} (?:since|in|for|between|of|at|to|by|after|depuis|en|entre|d[eu]|seit|nach|zwischen|за|с|со|после|"
    rf"между)\b|"
    r"\bfirst (?:(?!is |are |was |were )[\w.'’-]+ ){1,5}to (?:visit|come|travel|go|set foot|meet|speak|call)\b|"
    r"\bnot (?:since|for|in)\b|\berstmals\b|\bвпервые\b",
    re.IGNORECASE,
)
_LAST = Pattern(
    r"\bno (?:earlier|previous) \w+|\bпредыдущ\w+|\b(?:last|previously) (?:spoken?|talked|met|saw|visited)\b|"
    r"\blast (?:[\w.\'’-]+ ){1,5}to (?:visit|come|travel|go)\b|\b(?:years?|months|weeks|decades?) (?:(?:had|have|"
    r"has) passed )?since\b(?=[^.;]{0,80}\b(?:last|visited|met|spoke|talked|came|sat)\b)|\bzuletzt\b|"
    r"\bprevious (?:call|conversation|meeting|contact)\b|\bпоследн\w+ (?:раз|разговор\w*|встреч\w+|визит\w*|поездк\w+|"
    r"контакт\w*|бесед\w+)\b|\bпрежн\w+ (?:разговор|встреч|бесед)\w*|"
    r"\b(?:the|their) (?:last|most recent) (?:call|conversation|meeting|contact)\b|"
    r"\b(?:derni(?:er|ère)|précédente?) (?:entretien|rencontre|échange|contact|conversation|fois)|"
    r"\b(?:letzt|vorig|vorherig)e[snmr]? (?:gespräch\w*|treffen|begegnung|telefonat|kontakt|besuch|mal)\b",
    re.IGNORECASE,
)
_THERE = r"(?:to|here|there|by)"
_DONE = (
    rf"(?:(?:spoken|talked)(?! (?:about|of|to (?:reporters|journalists|the press))\b)|met(?! (?:\w+ ){{1,3}}(?:target|"
    rf"deadline|goal|demand|condition))|"
    rf"sat (?:down|together|across)|"
    rf"(?:come|gone|been|travell?ed|flown) {_THERE}|visited|set foot|called|phoned|telephoned|rung|picked up|"
    rf"been received|held (?:\w+ )?talks|communicated|"
    r"seen (?:each other|(?:his|her|its|their) (?:counterpart|colleague|opposite))|exchanged a word|"
    r"(?:had|been) (?:(?:any|no|\w+) ){0,2}(?:contact|calls?|talks|conversation|exchange|dialogue|visit)s?)\b"
)
_FAIT = (
    r"(?:parlé|vue?s?|venue?s?|rencontrée?s?|rendue?s?|reparlé|allée?s?|mis les pieds|visité|entretenue?s?|téléphoné|"
    r"réunie?s?|eu (?:de |aucun )?contact|fait le voyage)\b"
)
_AVAIT = r"(?:étai(?:en)?t|est|avai(?:en)?t|a|ont)"
_GETAN = (
    r"(?:gesprochen|telefoniert|getroffen|besucht|gekommen|gereist|zu gast|wort gewechselt|gesehen|begegnet|empfangen|"
    r"zusammengekommen|"
    r"(?:in \w+|dort|hier|da) gewesen|"
    r"(?:kontakte?|gespräche?|treffen)\b[^.;]{0,30}\bgegeben)\b"
)
_MET_RU = (
    r"(?:не (?:встреча|говори|разговарива|виде|созванива|созвони|беседова|обща|быва|побыва|приезжа|посеща|прилета|звони)л\w*|"
    r"(?:общаться|говорить|встречаться|видеться|бывать) не доводилось|контакт\w*\s(?:[\w-]+\s){0,4}не было|"
    r"не было (?:\w+ )?контакт\w*)"
)
_NO = r"\b(?:no|nobody|no one|none|neither)\b[^.;,]{0,80}?"
_NEVER = Pattern(
    rf"\bha(?:s|ve|d) never (?:before |yet )?{_DONE}|\bnever (?:before )?ha(?:s|ve|d)\b[^.;]{{0,80}}?{_DONE}|"
    rf"{_NO}\bha(?:s|ve|d) ever (?:before )?{_DONE}|{_NO}\bha(?:s|ve|d) {_DONE}[^.;,]{{0,60}}?\b(?:before|"
    rf"until now)(?=[.,;]|$)|"
    rf"\bjamais\b[^.;]{{0,90}}?\bn(?:e s)?['’]{_AVAIT}\b[^.;]{{0,20}}?{_FAIT}|"
    rf"\bn(?:e s)?['’]{_AVAIT} (?:encore |pas )?jamais (?:\w+ )?{_FAIT}|\bne se sont (?:encore )?jamais {_FAIT}|"
    rf"\b(?:aucune?|nul(?:le)?|pas une?)\b[^.;]{{0,80}}?\bn(?:e s)?['’]{_AVAIT} (?:encore|jamais) {_FAIT}|"
    rf"\b(?:noch nie|nie zuvor|niemals|bislang nie)\b[^.;]{{0,90}}?{_GETAN}|"
    rf"\b(?:ни разу|никогда|ни один|прежде|ранее|раньше|до этого|до сих пор)\b[^.;]{{0,80}}?\b{_MET_RU}",
    re.IGNORECASE,
)
_CUT = (
    r"frozen|suspended|broken off|interrupted|cut off|rompus?|gelés?|suspendus?|interrompus?|abgebrochen|eingefroren|"
    r"unterbrochen|"
    r"ruh(?:t|en|ten)|прерван\w*|заморожен\w*|разорван\w*|приостановлен\w*"
)
_NONE = Pattern(
    rf"\bha(?:s|ve|d)(?: not|n['’]t) (?:\w+ ){{0,2}}?{_DONE}|{_NO}\bha(?:s|ve|d) (?:\w+ )?{_DONE}|"
    rf"\bha(?:s|ve|d) (?:had |been )?no (?:\w+ )?(?:contact|calls?|talks|conversation|exchange|dialogue|visit)s?\b|"
    rf"\b(?:contacts?|kontakte?|контакт\w*|lien)\b[^.;]{{0,50}}?\b(?:{_CUT})\b|\bsans (?:aucun )?contact\b|"
    rf"\bwithout (?:any )?contact\b|"
    rf"\b(?:contacts?|entretiens?|rencontres?|appels?|échanges?|"
    rf"visites?)\b[^.;]{{0,40}}?\bn['’]{_AVAIT} [^.;]{{0,20}}?eu lieu\b|"
    r"\b(?:aucune?|pas de|plus de) (?:contact|échange|entretien|rencontre|visite)s?\b|"
    r"\bkeine?n? (?:\w+ )?(?:kontakte?|gespräche?|treffen|austausch)\b|"
    r"\bherrscht\w* (?:\w+ )?funkstille\b|"
    rf"\bn(?:e s)?['’]{_AVAIT} (?:pas |plus |guère )?(?:\w+ )?{_FAIT}|\bne se sont (?:pas|plus|guère) {_FAIT}|"
    rf"\bkein\w*\b[^.;]{{0,90}}?{_GETAN}|\bnicht (?:mehr )?[^.;]{{0,30}}?{_GETAN}|\b{_MET_RU}",
    re.IGNORECASE,
)
_ADVERB = Pattern(r"впервые|erstmals|zum ersten mal|première fois|first time", re.IGNORECASE)
_ATTRIBUTED = Pattern(
    r",\s+(?:so\b|hieß es|wie\b|said|says|a (?:dit|déclaré)|sagte|erklärte|teilte|отметил\w*|сказал\w*|заявил\w*|"
    r"сообщил\w*|подчеркнул\w*)\b.*$",
    re.IGNORECASE,
)
_BARE = Pattern(rf"{_ORDINAL} (?!{_CONTACT})\w+$", re.IGNORECASE)
"""A first that does not say of what: "the first since"."""
_BY_THE_WAY = Pattern(
    r"\b(?:на|в ходе|во время|по итогам|после|перед|at|during|after|beim|nach|bei|lors d|après|pendant)\W+(?:(?:the|their|"
    r"a|dem|der|einem|"
    rf"le|la|leur|e la|e leur)\s+)?{_CONTACT}",
    re.IGNORECASE,
)
_OF_ITSELF = Pattern(
    r"\b(?:will|(?:is|are) (?:to|due)|soll(?:en)?|wird|se tiendra|aura lieu|пройд[её]т|состоится|took place|(?:was|"
    r"were) held|fand(?:en)?|состоял\w+|прош\w+)\b.*$",
    re.IGNORECASE,
)
_DOING = Pattern(
    r"used it|une première|zu gast|\bcame|\bcome\b|\bwent|\bengag|spr[ae]ch|reist|table|"
    r"call|phone|convers|trip|sat\b|déplac|reise|поезд|talk|sp[eo]ke|meet|met\b|contact|exchange|encounter|visit|"
    r"session|dialogue|entretien|échange|rencontr|appel|\bse rend|rendu|\bvien|\bvenu|parl[éeo]|conférence|"
    r"gespräch|gesproch|telefon|treffen|traf|kontakt|besuch|saßen|zusammen|kam\b|video|разговор|говорил|встре[чт]|контакт|"
    r"бесед|"
    r"переговор|визит|звон|побыва|посети|приезж|приех|прилет|прибы|виде",
    re.IGNORECASE,
)


def openings(sentence: str) -> Iterator[Opening]:
    """How a sentence may tell of a silence, the surest first."""
    if _NEVER.search(sentence) is not None:
        yield Opening(Telling.NEVER, sentence)
    if _NONE.search(sentence) is not None:
        yield Opening(Telling.NONE, sentence)
    if (first := _FIRST.search(sentence)) is not None:
        said = _BY_THE_WAY.sub(lambda _: "", _ATTRIBUTED.sub(lambda _: "", sentence))
        if (_ADVERB.search(sentence) is None and _BARE.match(first[0]) is None) or _DOING.search(said) is not None:
            words = sentence[first.start() :]
            behind = _OF_ITSELF.search(words)
            yield Opening(Telling.FIRST, words if behind is None else words[: behind.start()], of_itself=behind is not None)
    if (last := _LAST.search(sentence)) is not None:
        yield Opening(Telling.LAST, sentence[last.start() :])


_ABOVE = Pattern(
    r"\b(?:(?:vice[- ])?presidents?|prime ministers?|premiers?(?= minist)|(?<!military )(?<!defence )(?<!defense )leaders|"
    r"chancellors?|"
    r"foreign (?:ministers?|secretar\w+)|secretar\w+ of state|heads of state|premiers? ministres?|présidente?s?|"
    r"chefs? d['’]état(?!-maj)|"
    r"ministres? (?:\w+ )?des affaires étrangères|(?:bundes)?kanzler\w*|(?:bundes|minister)?präsident\w*|außenminister\w*|"
    r"президент\w*|"
    r"премьер\w*|канцлер\w*|министр\w* иностранных дел|глав\w+ (?:мид|государств\w*))\b",
    re.IGNORECASE,
)
_DEFENCE = Pattern(
    r"defen[cs]e|military|\bgeneral|chief|pentagon|minist|verteidigung|wehr|ressort|generalst?|armée|défense|état-major|"
    r"оборон|"
    r"воен|генерал|генштаб|минист|ведомств",
    re.IGNORECASE,
)
_SINCE_THEN = Pattern(r"\b(?:since|depuis|seit|с тех пор|с начала|с момента)\b.*$", re.IGNORECASE)


def of_others(sentence: str) -> bool:
    """Whether only presidents, foreign ministers or the like are said to have been in contact."""
    said = _SINCE_THEN.sub(lambda _: "", sentence)
    return _ABOVE.search(said) is not None and _DEFENCE.search(_ABOVE.sub(lambda _: "", said)) is None


_ABROAD = Pattern(
    r"\bfirst (?:\w+ )?(?:(?:trip|visit|journey|tour) abroad|(?:foreign|overseas) \w+)|premi(?:er|"
    r"ère) (?:\w+ )?à l['’]étranger|"
    r"premi(?:er|ère) \w+ (?:\w+ )?(?:à l['’]étranger|hors d)|erste\w* auslands\w+|перв\w+ зарубежн\w+",
    re.IGNORECASE,
)
_OWN_JOURNEY = Pattern(
    r"\b(?:his|her|son|sa|seine\w*|ihre[mrn]|его|е[её]|сво\w+) (?:first|premi(?:er|ère)|erste\w*|перв\w+) (?:\w+ )?"
    r"(?:trip|visit|journey|voyage|déplacement|visite|reise|besuch|поездк\w+|визит\w*)\b|\bfor (?:his|her) first\b",
    re.IGNORECASE,
)


def abroad(sentence: str) -> bool:
    """Whether it is the first journey abroad of somebody, to whomever."""
    return _ABROAD.search(sentence) is not None


def of_one_person(sentence: str) -> bool:
    """Whether somebody's own first journey, or first talks to come, are told of by the way."""
    return _OWN_JOURNEY.search(sentence) is not None


_BETWEEN_SIDES = Pattern(r"\b(?:(?<!in )between|entre|zwischen|между)\b", re.IGNORECASE)


def between(sentence: str) -> bool:
    """Whether it says between whom the silence was."""
    return _BETWEEN_SIDES.search(sentence) is not None


_TWO = Pattern(r"\b(?:two|both|les deux|(?:die|der|den)? ?beiden?|zu zweit|двух|двумя|двое|оба|обе|обоих)\b", re.IGNORECASE)


def of_two(sentence: str) -> bool:
    """Whether it speaks of two sides, so that it is not about a contact of three."""
    return _TWO.search(sentence) is not None
