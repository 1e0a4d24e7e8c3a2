"""Whose is a defence office that a sentence names, and who holds it?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.domain.vocabulary import Office
from detente.drafting.language.lexicon import Country, Cue
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.spelling import nominative
from detente.drafting.who.actors import Actor
from detente.drafting.who.figures import figures
from detente.drafting.who.names import Name, Register, name_at, names_in, names_listed
from detente.drafting.who.owners import after_name, around

COUNTERPART = "counterpart"


def is_plural(text: str, start: int, end: int) -> bool:
    """Whether an office from ``start`` to ``end`` stands for several holders; a German one by the article before it."""
    return PLURAL.search(text[start:end]) is not None and _OF_ONE.search(text[:start]) is None


_OF_ONE = Pattern(r"(?:^|[a-zäöüß]{2,}[,:]?\s+|[„“]\s*)(?:(?-i:Der)|der|dem|den)\s+$")
"""An article of one man, behind a word that is no noun: ``redete der Verteidigungsminister``."""

PLURAL = Pattern(
    r"(?:ministers|secretaries|chiefs|soldiers|commanders|directors|counterparts|opposite numbers|peers|pairs|alter egos|"
    r"colleagues|heads|"
    r"ministres|homologues|chefs|collègues|minister(?:n|innen)?(?!\s+(?:for|of)\b)|"
    r"kollegen|министр(?:ы|ов|ам|ами)|коллег(?:и|ами)|глав(?:ы|ами)|начальник(?:и|ов|ами))\b",
    re.IGNORECASE,
)

_HOME = (
    "secretary of defense",
    "pentag",
    "пентаг",
    "joint chiefs",
    "комитета начальников",
    "secretary of war",
    "us-",
    "interarmées des",
)

_OWN = {
    "landesverteidigung": "AUT",
    "bundesminister": "DEU",
    "bundesverteidigungs": "DEU",
    "generalinspekteur": "DEU",
    "raksha mantri": "IND",
    "ddps": "CHE",
    "vbs": "CHE",
    "secretary of state for defence": "GBR",
}

OWN_IN = {"de": "DEU", "fr": "FRA", "ru": "RUS"}
"""The party meant by an office of which none is said, by the language of the text."""

WITH_SECRETARIES = ("IND", "PAK", "LKA", "BGD", "KEN", "MDV", "PHL")
"""Parties with a defence secretary of their own, who need not be the British or the American one."""

_AMERICAN = ("defense secretary", "secretary of defense")

_BRITISH = ("defence secretary",)

_STAFF = Pattern(
    r"\s+(?:armed forces|army|defence forces|military|Streitkräfte|Armee|Generalstabs?|Bundesheeres|Heeres|forces armées)\b",
    re.IGNORECASE,
)


_OF_THE_LAND = Pattern(
    r"\s+(?:республики|страны|королевства|султаната|государства|эмирата|of the (?:republic|kingdom|country)|"
    r"du (?:pays|royaume)|"
    r"de la république|des (?:Landes|Königreichs))(?=\s+[A-ZÀ-ÝА-ЯЁ])"
)
"""Between an office and the name of who holds it: whose it is, another sentence tells."""

_WHO_IS_ALSO = Pattern(
    r",\s*(?:(?:who|der|die|qui) (?:(?:as|en tant que|comme|als) \w+ )?(?:also|zugleich|auch|aussi)|who (?:is|was|"
    r"doubles as|serves as|acts as)(?: also)?(?: as)?|qui est (?:aussi|également)|(?:der|"
    r"die) (?:auch|zugleich)|"
    r"zugleich|également|aussi|also|он же|она же|по совместительству|одновременно)\s+(?:the |le |la |der |das )?",
    re.IGNORECASE,
)
"""Between a head of government and the defence office that he holds too."""

_SEATED = Pattern(r"\s+(?:in|à|au|en|в)\s+(?:the\s+)?", re.IGNORECASE)
"""Between a counterpart and the capital where he sits."""

_GENITIVE = Pattern(r"(?i:verteidigungsminister)(?:n|innen)?\s+(?:der|des)\s+$")
"""Between an office and what it is of, which is nobody's name: ``die Verteidigungsminister der Europäischen Union``."""

_BARE = Pattern(
    r"minist(?:er|re)s?|secrétaires? d['’]état|staatssekretär\w*|ministerin|ministern|ministerinnen|министр\w*", re.IGNORECASE
)


def holders_of(text: str, office: Cue, countries: Sequence[Country], stops: frozenset[int], register: Register) -> list[Actor]:
    """Who holds an office that a sentence names: nobody, one, or one for each party of an office in the plural."""
    said = text[office.start : office.end]
    kind = None if office.means == COUNTERPART else Office(office.means)
    owners = around(text, office, countries, many=bool(PLURAL.search(said)))
    if office.means == COUNTERPART and not owners:
        owners = [c for c in countries if _SEATED.fullmatch(text[office.end : c.start]) and _is_seat(text, c)][:1]
    if _BARE.fullmatch(said) and (not owners or _SEATED.fullmatch(text[office.end : owners[0].start])):
        owners = [c for c in countries if c.end <= office.start][-1:] if text[: office.start].lower().endswith("its ") else []
        if not owners:
            return []
    end = max([office.end, *(place.end for place in owners if place.start >= office.end)])
    if owners and (staff := _STAFF.match(text, end)) is not None:
        end = staff.end()
    if not owners and (land := _OF_THE_LAND.match(text, end)) is not None:
        end = land.end()
    if not owners and kind is not None and PLURAL.search(said) and len(each := _seated(text, end, countries, stops)) > 1:
        return [
            Actor(c.party, kind, n.start, c.end, n, sure=False, listed=_listed(n, said, c.party), several=True) for n, c in each
        ]
    name = _name_of(text, office, end, owners, stops)
    if len(owners) > 1:
        return _of_several(text, said, kind, office, owners, register, stops)
    if name is not None and _GENITIVE.search(text[: name.start]) and figures().find(name) is None:
        name = None
    person = None if name is None else register.find(name)
    party = _whose(owners[0].party, name) if owners else None
    if person is not None and party is not None and person.party != party:
        person = None
    sure = party is not None
    figure = None if name is None or person is not None else figures().find(name) or figures().in_office(name)
    if figure is None and name is not None and party is not None and not _adjoins(text, office, owners[0]):
        named = figures().of_surname(name.written, (), titled=True)  # whose army he leads who spoke to his colleague Shoigu
        party = party if named is None or named.office is None else named.party
    if figure is not None and figure.office is None and figure.party == (party or figure.party):
        if party is not None:
            figure = None  # a crown prince who is minister of defence too
        elif name is not None and _WHO_IS_ALSO.fullmatch(text[name.end : office.start]):
            party, figure = figure.party, None
    if figure is not None and (figure.office is None or figure.party != (party or figure.party)):
        apposed = name is not None and kind is not None and " " in name.written and text[name.end : office.start].strip() == ","
        name, figure = name if apposed else None, None  # somebody else's, or somebody else of that name
    if party is None and figure is not None:
        party = figure.party
    if party is None:
        party = person.party if person else _by_office(said)
        sure = person is not None and person.sure
    if name is not None and party is None and (after := after_name(text, name, countries)) is not None:
        party, sure = after.party, True
    if person is not None and kind is None and not person.late:
        kind = person.office
    spread = [
        office.start,
        office.end,
        *((name.start, name.end) if name else ()),
        *(at for p in owners for at in (p.start, p.end)),
    ]
    listed = "" if name is None else (figure.name if figure is not None else nominative(name.written, said))
    return [Actor(party, kind, min(spread), max(spread), name, person, sure, listed, counterpart=office.means == COUNTERPART)]


def _seated(text: str, end: int, countries: Sequence[Country], stops: frozenset[int]) -> list[tuple[Name, Country]]:
    """The names behind an office, each with the capital where he sits: ``ministers Saqr in Cairo and Shili in Tunis``."""
    found: list[tuple[Name, Country]] = []
    while (name := name_at(text, end, stops=stops)) is not None:
        seat = next((c for c in countries if c.place and _SEATED.fullmatch(text[name.end : c.start])), None)
        if seat is None:
            break
        found.append((name, seat))
        if (more := _AND_THEN.match(text, seat.end)) is None:
            break
        end = more.end()
    return found


_AND_THEN = Pattern(r"\s*,?\s*(?:and|et|und|и)\s+|,\s+", re.IGNORECASE)


def _adjoins(text: str, office: Cue, owner: Country) -> bool:
    """Whether nothing stands between an office and the country of which it is."""
    between = text[owner.end : office.start] if owner.end <= office.start else text[office.end : owner.start]
    return " " not in between.strip() and len(between) < _ONE_WORD


_ONE_WORD = 4


def _is_seat(text: str, country: Country) -> bool:
    """Whether a counterpart in a country is of that country: ``his counterpart in Cape Verde, Janine Lélis``."""
    return country.place or text[country.end :].startswith(",")


def _of_several(
    text: str,
    said: str,
    kind: Office | None,
    office: Cue,
    around: Sequence[Country],
    register: Register,
    stops: frozenset[int],
) -> list[Actor]:
    """An actor for each party of an office in the plural; as many names behind it are theirs, in the same order."""
    end = max(office.end, *(place.end for place in around))
    listed = names_listed(text, end, stops)
    names: Sequence[Name | None] = listed if len(listed) == len(around) else [None] * len(around)
    actors = []
    for owner, name in zip(around, names, strict=True):
        place = replace(owner, party=_whose(owner.party, name))
        person = None if name is None else register.find(name)
        if person is not None and person.party != place.party:
            person = None
        start = min(place.start, office.start)
        called = "" if name is None else _listed(name, said, place.party)
        end = place.end if name is None else name.end
        actors.append(Actor(place.party, kind, start, end, name, person, listed=called, several=True))
    return actors


_TWINS = ({"COD", "COG"}, {"GIN", "GNQ", "GNB"}, {"SDN", "SSD"}, {"PRK", "KOR"}, {"NER", "NGA"}, {"DOM", "DMA"})
"""States whose people a text may call by the same word."""


def _whose(party: str, name: Name | None) -> str:
    """The party of an office, or that of its twin of which the list of people knows whoever is named for it."""
    figure = None if name is None else figures().find(name)
    if figure is None or figure.office is None:
        return party
    return figure.party if any({party, figure.party} <= twins for twins in _TWINS) else party


def _listed(name: Name, said: str, party: str) -> str:
    figure = figures().find(name)
    return figure.name if figure is not None and figure.party == party else nominative(name.written, said)


def _by_office(said: str) -> str | None:
    """The party of an office that only one has."""
    low = said.lower()
    if any(word in low for word in _HOME) and not low.endswith("committee"):
        return "USA"
    return next((party for word, party in _OWN.items() if word in low), None)


def home_of(said: str) -> str | None:
    """The party whose office is meant where none is said, by the spelling."""
    low = said.lower()
    if any(word in low for word in _AMERICAN):
        return "USA"
    if "verteidigungsdepartement" in low or "du département" in low:
        return "CHE"
    return "GBR" if any(word in low for word in _BRITISH) else None


def _name_of(text: str, office: Cue, end: int, around: Sequence[Country], stops: frozenset[int]) -> Name | None:
    """The name of who holds the office: behind it and its party, or before both and a comma."""
    after = name_at(text, end, stops=stops)
    before = _name_before(text, office, around, stops)
    if after is not None and _BESIDES.match(text) and "," in text[end : after.start] and office.start < _OPENING:
        return None
    if before is not None and after is not None and text[end : after.start].strip() == ",":
        return before  # С Умеровым, своим украинским коллегой, Носатый говорил
    if after is not None and _OF_STATE.match(text, after.end) is not None:
        return before  # Лаосской Народно-Демократической Республики
    if after is not None and not after.written.endswith("ого"):  # начальником штаба Центрального …
        return after
    return before


_OPENING = 40
_BESIDES = Pattern(r"(?:besides|apart from|in addition to|outre|à part|neben|außer|кроме|помимо)\s", re.IGNORECASE)
"""How a sentence begins that goes on, behind a comma, with somebody else: ``Besides Malaysia's minister, Dr Ng received``."""

_OF_STATE = Pattern(r"\s+(?:Республик|Федераци|Королевств|Эмират|Содружеств)\w+")
"""Behind the words of a state's name, which are nobody's."""


def _name_before(text: str, office: Cue, around: Sequence[Country], stops: frozenset[int]) -> Name | None:
    begun = min([office.start, *(place.start for place in around if place.end <= office.start)])
    head = re.search(
        r",\s*(?:(?:the|a|le|la|new|der|die|de[mnrs]|новый|also|aussi|également|zugleich|auch|also|doubles|as|qui|who|der|"
        r"tient|détient|occupe|holds?|est|is|das|as president|his|her|their|its|son|sa|leur|sein(?:en?|em|er)?|"
        r"ihr(?:en?|em|er)?|сво\w+|его|ее|её|их)"
        r"\s+)*$",
        text[:begun],
        re.IGNORECASE,
    )
    if head is None:
        return None
    whole = text[: head.start()].removesuffix(".").removesuffix(", Jr").removesuffix(" Jr")
    before = [name for name in names_in(text[: head.start()], stops=stops) if name.end in (head.start(), len(whole))]
    before = [name for name in before if _IN_PLACE.search(text[: name.start]) is None]
    return next((name for name in before[::-1] if name.written not in ("Jr", "Jr.")), None)


_IN_PLACE = Pattern(r"\b(?:dans|in|near|outside|across|throughout|nahe|unweit)\s+$", re.IGNORECASE)
"""Before where somebody is: ``En tournée dans Lanaudière, la ministre``."""
