"""Did somebody who took part do so in the place that the sentence before names?"""

import re
from re import IGNORECASE

from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told

IN = Pattern(r"\b(?:in|at|à|au|en|в|nach|aus|im|beim?)\s+(?:the\s+|der\s+|l['’]|la\s+|dem\s+)?$", IGNORECASE)
"""Before a place where something is."""


def was_there(occasion: Occasion) -> bool:
    """Whether the first sentence of a contact says *there*, and the one before where that is, or that they stayed, or one
    names a house or a gathering of many: ``Im Ulinzi House``.
    """
    first = occasion.told[0]
    if _STAYED.search(first.text) is not None or any(_HOUSE.search(one.text) for one in occasion.told):
        return True
    before = [one for one in (*occasion.told, *occasion.others) if one.sentence.number == first.sentence.number - 1]
    return _THERE.search(first.text) is not None and any(map(_somewhere, before))


def _somewhere(one: Told) -> bool:
    """Whether a sentence says in which town or country somebody is, or to which he goes."""
    named = any(IN.search(one.text[: place.start]) or _INTO.search(one.text[: place.start]) for place in one.named.countries)
    return named or _GOES.search(one.text) is not None


def place_of_theirs(text: str, start: int, end: int) -> bool:
    """Whether a sentence goes on to tell what was done in a place: ``возвратился из Тегерана, где имел беседу``."""
    return _WHERE.match(text, end) is not None and _FROM.search(text[:start]) is not None


_WHERE = Pattern(
    r"(?:\s[^\s,;.:]+){0,3},\s(?:where|où|wo|где)\b(?![^.;]{0,60}\b(?:based|located|liegt|находится|расположен))", IGNORECASE
)
_FROM = Pattern(r"\b(?:from|to|de|d['’]|aus|nach|из|в|in|à|en|au)\s?$", IGNORECASE)

_INTO = Pattern(r"\b(?:to|au|aux)\s+(?:the\s+)?$", IGNORECASE)
_STAYED = Pattern(
    r"\b(?:stayed (?:on|behind|for|another)|remained behind|lingered|(?:est|sont) restée?s? (?:encore|une|seule?s?|à)|a retenu|"
    r"(?:blieben|blieb)\b[^.;:]{0,40}\b(?:noch|zurück|sitzen|länger)|(?:остал|задержал)\w+ (?:ещ[её]|на|вдво[её]м|после)|"
    r"(?:returned|back|rentrée?|revenue?|de retour|zurück|zurückgekehrt|возврат\w+|верну\w+) "
    r"(?:from|de|d['’]|aus|из)\b[^.;:,]{2,40}, (?:where|où|wo|где))\b",
    IGNORECASE,
)
_GOES = Pattern(
    r"\b(?:travel|go(?:es|ing)?|fl(?:y|ies|ying|ew)|ira|vas?|rend(?:ra|re)?|reist?|fliegt|fährt|fahren|поед\w+|едет|полет\w+|"
    r"летит|прилет\w+)\b(?:\s\w+){0,2}?\s(?:to|au|aux|à|en|nach|в)\s(?:the\s|la\s)?(?-i:[A-ZÀ-ÝА-ЯЁ])",
    IGNORECASE,
)
_THERE = Pattern(
    r"(?<!il )(?<!il n['’])\by\s(?:\w+\s){0,2}?(?:eu|voir|rencontr\w+|retrouv\w+|reç\w+|recev\w+|parl\w+|discut\w+|échang\w+|"
    r"entret\w+|sign\w+)\b|\blà-bas\b|\bdort\b|\bthere\b(?!\s+(?:is|are|was|were|had|has|have|will|would)\b)|\bтам\b",
    IGNORECASE,
)
"""In the place that the sentence before names."""


def each_at_home(one: Told) -> bool:
    """Whether two sides are named each with the capital of his own where he was: ``Kim in Seoul and Gates in Washington``."""
    at_home = {
        actor.party
        for actor in one.named.actors
        for place in one.named.places
        if place.party == actor.party and actor.name is not None and _AT.fullmatch(one.text[actor.name.end : place.start])
    }
    return len(at_home) > 1


_AT = Pattern(r",?\s+(?:in|à|au|en|в)\s+", IGNORECASE)


def travels(one: Told, occasion: Occasion) -> bool:
    """Whether a sentence has somebody travel to the other side of a contact."""
    there = {country.party for country in one.named.countries} & set(occasion.parties[1:])
    return bool(there) and TRAVELS.search(one.text) is not None


TRAVELS = Pattern(
    r"\b(?:travels?|leaves?\b[^.;]{0,20}\bfor|fl(?:y|ies)|goes|go to|heads?|trip|rend(?:ra|re)?|s['’]envole\w*|reis\w+|"
    r"flieg\w*|fliegt|partira|partent|part|отправ\w+|"
    r"вылет\w+|летит|"
    r"поедет|поездк\w+)\b",
    IGNORECASE,
)


def staged(one: Told) -> bool:
    """Whether a sentence says in which town something was, or was to be: ``It was to take place in Washington``."""
    return _STAGED.search(one.text) is not None and any(
        _BEFORE_TOWN.search(one.text[: place.start]) for place in one.named.places
    )


_BEFORE_TOWN = Pattern(r"\b(?:in|at|à|en|в)\s+$", IGNORECASE)
_HOUSE = Pattern(
    r"\b(?:im|in der|auf(?: der)?|in|on|at|inside|sur le|au|à la|à l['’]|dans (?:le|la)|во?|на)\s+"
    r"(?:(?:the|das|one|einem|alten|neuen|old|new)\s+)?"
    r"(?:[\w-]+\s+)?[\w-]*(?:house|palace|palast|palais|palazzo|palacio|palácio|edif[ií]cio|schloss|hotel|hôtel|residenz|"
    r"amtssitz|villa|kaserne|château|gästehaus|barracks|gebäude|raum|room|caserne|residence|résidence|дворц\w+|отел\w+|"
    r"гостиниц\w+|резиденци\w+|особняк\w*|комнат[еу]|bridge|pont|\w*brücke|мосту|quay|quai|палуб[еу]|аэродром\w*|"
    r"аэропорт\w*)\b|"
    r"\b(?:in|dans|in|в) (?:one|the same|a|la même|une|einem|demselben|одной|той же) "
    r"(?:room|salle|pièce|Raum|Zimmer|комнат\w+)\b|"
    r"\b(?:Shangri-La|Sicherheitskonferenz|Security Conference|Security Forum|Halifax Forum|conférence de Munich|"
    r"конференци\w+ по безопасности)",
    IGNORECASE,
)
"""A house, or a gathering of many, in which people meet rather than ring each other up."""

_STAGED = Pattern(
    r"\b(?:take place|took place|be held|been held|avoir lieu|eu lieu|se tenir|se tiendra|stattfinden|stattgefunden|statt|"
    r"состоя\w+|пройти|пройд[её]т|прошл\w+)\b",
    IGNORECASE,
)


def of_a_source(before: str) -> bool:
    """Whether the town behind ``before`` is where somebody said so, rather than where a contact was."""
    return _SOURCE_IN.search(before) is not None


_SOURCE_IN = Pattern(
    r"\b(?:sources?|spokes\w+|officials?|diplomats?|responsables?|porte-parole|diplomates?|\w*quellen?|\w*kreise[n]?|"
    r"sprecher\w*|diplomat\w*|источник\w*|дипломат\w*)\s+(?:\w+\s+)?(?:in|at|à|au|aux|en|aus|в)\s+$",
    re.IGNORECASE,
)
"""Before the town in which somebody said so: ``a source in Cairo``."""
