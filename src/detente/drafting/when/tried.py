"""On which day was a contact tried that nobody answered, or is it said to have been that the other side denies?"""

import re
from collections.abc import Iterator
from datetime import date

from detente.drafting.days.counted import Said
from detente.drafting.days.datelines import of_dateline
from detente.drafting.days.resolving import days_in
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of


def tried_on(occasion: Occasion, published: date, *, alone: bool, met: bool) -> tuple[Said, Told] | None:
    """The day that stands nearest to what was done, not to who told of it or denied it, and its sentence; None: none does.

    ``met`` where it is said that the two were in contact: the day of what they spoke of is none of it then.
    """
    for one in _near(occasion, alone=alone):
        for said in days_in(one.text, published):
            begun = said.start >= of_dateline(one.text) and not (met and said.aside)
            if said.day <= published and begun and _is_of_the_deed(one.text, said.start):
                return said, one
    return None


def _near(occasion: Occasion, *, alone: bool) -> Iterator[Told]:
    """The sentences of a contact, and where the text tells of no other those beside them about nobody else."""
    yield from occasion.told
    number = occasion.told[0].sentence.number
    for one in sorted(occasion.others if alone else (), key=lambda other: abs(other.sentence.number - number)):
        theirs = set(parties_of(one.named.actors)) <= set(occasion.parties)
        if theirs and not (one.earlier or one.named.others or one.sentence.heading):
            yield one


def _is_of_the_deed(text: str, place: int) -> bool:
    """Whether the verb that stands nearest to a day, in its clause, is one of what was done."""
    begun, end = max(text.rfind(";", 0, place), text.rfind(": ", 0, place)) + 1, text.find(";", place)
    clause, place = text[begun : end if end > 0 else len(text)], place - begun
    deeds, words = ([_gap(hit, place) for hit in verbs.finditer(clause)] for verbs in (_DONE, _TOLD))
    return bool(deeds) and min(deeds) < min(words, default=len(text))


def _gap(hit: re.Match[str], place: int) -> int:
    return place - hit.end() if hit.end() <= place else hit.start() - place


_DONE = Pattern(
    r"\b(?:rang|rung|phoned|telephoned|dial+ed|tried|tries|attempt\w*|sent|wrote|written|dispatched|posted|faxed|left|"
    r"went (?:out|off|unanswered)|gone out|put in|placed|made|used|reached|spoke|spoken|talked|met|"
    r"dated|happened|took place|called(?! (?:it|the|that|this)\b)|calls?|letters?|"
    r"appelée?s?|appelait|téléphon\w+|écrit|écrivait|envoyée?s?|envoyait|adressée?s?|expédiée?s?|transmise?s?|partie?s?|"
    r"joindre|tent(?:é|ait|aient|ative)\w*|composée?|parlé|parlait|rencontrée?s?|entretenue?s?|vue?s?|appels?|lettres?|"
    r"datée?s?|la date|c['’]était|eu lieu|remont\w+|"
    r"angerufen|rief(?:en)?|anrufen|telefonier\w+|Telefonat\w*|Anruf\w*|gesprochen|sprach(?:en)?|(?:ab|ver)?geschickt|gesandt|"
    r"schickten?|schrieb(?:en)?|"
    r"geschrieben|versuch\w+|wählten?|gewählt|getroffen|traf(?:en)?|übermittel\w+|erreichen|Brief\w*|Schreiben|datiert|"
    r"(?:по|до|со)?звони\w+|звонк?\w*|набира\w+|набрал\w*|направ(?:ил|лен)\w*|отправ(?:ил|лен)\w*|послал\w*|послан\w*|"
    r"уш(?:ёл|ел|ло|ла)|(?:на)?писал\w*|написан\w*|пыта\w+|попыт\w+|встре(?:ч|т)\w+|(?:раз)?говарива\w+|(?:по)?говорил\w*|"
    r"разговор\w*|датирован\w*|произошл?о\w*|"
    r"бесед\w+|письм\w+)\b",
    re.IGNORECASE,
)
"""What a side did, or is said to have done, to be in contact with the other."""

_TOLD = Pattern(
    r"\b(?<!\bto )(?:said|says|told|tells|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|admit\w*|"
    r"complain\w*|announc\w+|report(?:ed|s|ing)|"
    r"confirm\w*|conced\w+|insist\w*|contradict\w*|accounts?|disput\w*|statement|reporters|refut\w+|acknowledg\w+|gave|"
    r"fait état|a dit|dit|déclar\w+|démenti\w*|dément\w*|rejet\w+|affirm\w+|annonc\w+|expliqu\w+|confirm\w+|reconn\w+|"
    r"indiqu\w+|assur\w+|"
    r"précis\w+|contest\w+|récits?|versions?|"
    r"sagten?|erklär\w+|teilten?|bestr(?:itt|eit)\w*|dementier\w*|wies(?:en)?|räumten?|bestätig\w+|mitgeteilt|berichte\w*|"
    r"meldeten?|behaupt\w*|beklag\w+|"
    r"сказал\w*|сообщ\w+|заяв\w+|опроверг\w*|отрица\w+|рассказ\w+|призна\w+|подтвер\w+|объяв\w+|утвержда\w+|назвал\w*|"
    r"пожаловал\w*)\b",
    re.IGNORECASE,
)
"""What a side tells of it."""
