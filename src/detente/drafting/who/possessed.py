"""Whose is somebody whom no list has, named right behind a country or a general's rank: ``Togo's General Ayéva``?"""

import re
from collections.abc import Collection, Sequence

from detente.drafting.language.lexicon import Country
from detente.drafting.language.patterns import Pattern
from detente.drafting.who.actors import Actor
from detente.drafting.who.names import Name

_WEIGHT = 0.7

_RANK = (
    r"(?:(?:Lieutenant|Major|Brigadier|Lt|Maj|Brig|Vice|Rear|Air|Chief)[\s.-]*)*"
    r"(?:General|Gen|Admiral|Adm|Marshal|Brigadier|Colonel)\.?"
)
_RANKED = Pattern(rf"(?:['’]s?)?\s+(?:{_RANK}|[gG]énéral\w*|[aA]miral|General\w*|Admiral|генерал\S*|адмирал\S*)\s+")
_BEHIND = Pattern(r"(?:['’]s?)?\s+")
_RANK_BEFORE = Pattern(r"\b(?:général|amiral|generals?|admiral|генерал\S*|адмирал\S*)\s+$", re.IGNORECASE)


def possessed(text: str, name: Name, countries: Sequence[Country], actors: Collection[Actor]) -> Actor | None:
    """Somebody unknown as one of a country's own: with a rank, or by a full name where a side of another country is named."""
    for country in countries:
        between = text[country.end : name.start] if country.end <= name.start else None
        if between is None or country.place:
            continue
        ranked = _RANKED.fullmatch(between) is not None
        ranked = ranked or (_BEHIND.fullmatch(between) is not None and _RANK_BEFORE.search(text[: country.start]) is not None)
        beside = " " in name.written and any(actor.party not in (None, country.party) for actor in actors)
        named = beside and _BEHIND.fullmatch(between) is not None
        if ranked or (named and (_WITH.search(text[: country.start]) is not None or _is_people(text, country))):
            return Actor(country.party, None, name.start, name.end, name, sure=False, weight=_WEIGHT)
    return None


def _is_people(text: str, country: Country) -> bool:
    """Whether a word for a country is somebody of its people: ``грузин Аласания``, ``der Georgier Alasania``."""
    said = text[country.start : country.end]
    if _CYRILLIC.match(said) is not None:
        return said[0].islower() and _ADJECTIVE.search(said) is None
    return said[0].isupper() and (_MAN.search(said) is not None or _ARTICLE.search(text[: country.start]) is not None)


_CYRILLIC = Pattern(r"[а-яё]", re.IGNORECASE)
_ADJECTIVE = Pattern(r"(?:[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)?|ого|ому)$")
_MAN = Pattern(r"(?:man|woman)$")
_ARTICLE = Pattern(r"\b(?:le|la|au|du|der|die|dem|den|des)\s+$|\bl['’]$", re.IGNORECASE)

_WITH = Pattern(
    r"\b(?:with|and|met|received|hosted|told|called|rang|phoned|by|from|avec|et|reçu|rencontré|appelé|par|mit|und|von|"
    r"traf|empfing|"
    r"с|со|и|принял|встретил)\s+(?:the\s+|le\s+|la\s+|l['’]|dem\s+|den\s+|der\s+)?$",
    re.IGNORECASE,
)
"""Before whoever is in contact with the other side."""
