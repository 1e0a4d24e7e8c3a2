"""Of which parties is an office or an institution, by the words around it?"""

import re
from collections.abc import Iterable, Sequence

from detente.drafting.language.lexicon import Country, Cue
from detente.drafting.language.patterns import Pattern
from detente.drafting.who.names import Name

_FILLING = Pattern(
    r"(?:['’]s?)?[\s-]*(?:(?:[\w-]+\s+){1,4}(?:and|und|et|и)\s+)?(?:(?!and\b|et\b|und\b|и\b|with\b|avec\b|mit\b|с\b|on\b|"
    r"against\b|upon\b|sur\b|contre\b|gegen\b|против\b)"
    r"[\w.\-’']+\s+){0,2}",
    re.IGNORECASE,
)
_LIST = Pattern(
    r"(?:['’]s?)?\s*(?:,\s*)?(?:and|et|und|и|as well as|ainsi que|sowie|-|–|&|/)?\s*(?:of |from |de |du |des |von |"
    r"the |la |le |"
    r"les |l['’]|d['’]|der |с |aus |républi(?:que|cain\w*) (?:de |du )?|republic of )*",
    re.I,
)
_STATE = (
    r"(?:(?:the\s+|la\s+|le\s+|der\s+)?(?:(?:Islamic|Federal|Democratic|People['’]s|United|Hellenic|Исламск\w+|"
    r"Социалистическ\w+|Народн\w+|Федеративн\w+|Демократическ\w+|Арабск\w+)\s+)*(?:Republic|Kingdom|State|Sultanate|"
    r"Commonwealth|Федерации|Республики?|Королевства|Султаната|Государства|République|Royaume|Republik|Königreichs?)\s+"
    r"(?:of\s+|de\s+|du\s+|d['’]|Союз\s+)?(?:the\s+|la\s+|l['’])?)?"
)
_OF = Pattern(
    r"(?:\s*(?:of the|de l['’]|de |des |der )?\s*(?:armée|armed forces of|forces armées|defence forces of|army of|"
    r"вооруж[её]нных сил|вс|войска|(?:\w+(?:ого|ой|ых)\s+){0,3}(?:армии|совета|сил))\b)?\s*,?\s*"
    r"(?:of|from|for|in|en|au|aux|de|du|des|von|der|aus|d['’]|de l['’])?\s*(?:the|la|le|les|der|l['’])?\s*" + _STATE,
    re.I,
)
_DIRECT = Pattern(
    r"(?:\s*(?:of|for|from|de|du|des|von|der|aus|d['’])?\s*(?:the|la|l['’])?\s*)"
    r"(?:(?:\w+(?:ого|ой|ых)\s+){0,3}(?:армии|сил|совета)\s+)?"
    r"(?:(?:(?:armée|forces armées)(?:\s+(?:du|des|de la|de(?: l['’])?|d['’]))?|armed forces of|army of|"
    r"вооруж[её]нных сил|вс|войска)\s*)?(?:the\s+)?" + _STATE,
    re.I,
)
_ANOTHER = Pattern(r"[^\W\d_]{2,}\s+(?:and|et|und|и)\s+(?:the\s+|le\s+|la\s+)?$", re.IGNORECASE)
_OWNING = Pattern(r"(?:\s+and\s+\w+)?['’]s?\b|s['’]")


def around(text: str, office: Cue, countries: Sequence[Country], *, many: bool) -> list[Country]:
    """The parties that an office is said to be of: inside its words, before them, or after; of several, a list of them."""
    inside = [c for c in countries if c.end <= office.end and office.start < c.end]  # US-Kollegen: it may begin before
    if inside:
        return inside if many else inside[:1]
    before = _chain(text, office, reversed([c for c in countries if c.end <= office.start and _owns(text, c)]), backwards=True)
    after = _chain(text, office, (c for c in countries if c.start >= office.end), backwards=False)
    if after and (len(after) == 1 or after[0].place) and _SEATED.search(text[office.end : after[0].start]):
        after = []
    if many:
        return max(before[::-1], after, key=len) if not (len(before) == 1 and len(after) == 1) else before
    if before and after and _IN.search(text[: before[-1].start]) and _THE.match(text, before[-1].end):
        before = []  # where somebody met: à Singapour le ministre de la France
    direct = bool(after) and _DIRECT.fullmatch(text[office.end : after[0].start]) is not None
    beside = bool(after) and not text[office.end : after[0].start].strip()
    if direct and before and _ANOTHER.search(text[before[0].end : office.start]):
        return after[:1]  # of Russia, X, and the chief of staff of Iran
    if before and not (beside and text[before[0].end : office.start].strip("'’s ")):
        return before[:1]
    return after[:1] if direct else []


def _owns(text: str, country: Country) -> bool:
    """Whether a party before an office may be whose it is: of capitals only one in the genitive."""
    if _IN.search(text[: country.start]) and _MET_THERE.match(text, country.end):
        return False  # where somebody met: ``In Indonesien traf der Minister``
    return not country.place or _OWNING.match(text, country.end) is not None or _OF_TOWN.search(text[: country.end]) is not None


_OF_TOWN = Pattern(r"\b(?:Moskau|Berlin|Washington|Peking)er$")
"""A capital as German has it before what is of it: ``das Moskauer Ministerium``."""

_IN = Pattern(r"\b(?:in|en|au|aux|à|в|im)\s+(?:the\s+|der\s+|den\s+)?$", re.IGNORECASE)
_THE = Pattern(r"\s+(?:the|his|her|le|la|l['’]|son|sa|der|die|den|seinen?|ihren?)\b", re.IGNORECASE)
_MET_THERE = Pattern(
    r"\s+(?:met|saw|trifft|traf|sah|sprach|besuchte|empfing|begrüßte|встретил\w*|провел\w*|провёл|побывал|обсудил\w*)\b",
    re.IGNORECASE,
)


def _chain(text: str, office: Cue, ordered: Iterable[Country], *, backwards: bool) -> list[Country]:
    found: list[Country] = []
    edge = office.start if backwards else office.end
    for place in ordered:
        gap = text[place.end : edge] if backwards else text[edge : place.start]
        allowed = (_FILLING if backwards else _OF) if not found else _LIST
        if not allowed.fullmatch(gap) or (not found and backwards and len(gap) > 45):
            break
        found.append(place)
        edge = place.start if backwards else place.end
    return found


_SEATED = Pattern(r"\b(?:in|en|au|aux)\b", re.IGNORECASE)
"""Between an office in the plural and the states that share it; the town behind it is where those who hold it met."""


def after_name(text: str, name: Name, countries: Sequence[Country]) -> Country | None:
    """The party behind a name: ``Yoav Gallant of Israel``, ``Pål Jonson (Sweden)``."""
    for place in countries:
        if place.start >= name.end and _BEHIND.fullmatch(text[name.end : place.start]):
            return place
    return None


_BEHIND = Pattern(r"\s+(?:of|from|de|du|des|von|aus|из|d['’])\s*(?:the\s+|la\s+|l['’])?|\s*\(", re.IGNORECASE)
