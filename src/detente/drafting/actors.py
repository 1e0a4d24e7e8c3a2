"""Who of a defence side is named in a sentence, and for which party?"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from detente.domain.vocabulary import Office
from detente.drafting.figures import Figure, figures
from detente.drafting.lexicon import Country, Cue, Lexicon, cities_in, countries_in
from detente.drafting.names import Name, Person, Register, name_at, names_in, names_listed
from detente.drafting.owners import after_name, around
from detente.drafting.patterns import Pattern
from detente.drafting.spelling import nominative

COUNTERPART = "counterpart"


@dataclass(frozen=True, slots=True)
class Actor:
    """A defence office or person named: the party (None: not said), the office, the name as written and on record.

    ``person`` is None where the name is that of nobody on record, ``listed`` then the name as a list would have it; ``sure``
    False where the party was inferred; ``weight`` how much it tells of a defence side that takes part, from 0 to 1;
    ``several`` where one office in the plural stands for more than one party, ``counterpart`` where it is that of another's side.
    """

    party: str | None
    office: Office | None
    start: int
    end: int
    name: Name | None = None
    person: Person | None = None
    sure: bool = True
    listed: str = ""
    weight: float = 1.0
    several: bool = False
    counterpart: bool = False

    @property
    def called(self) -> str | None:
        """The name on record, else as written."""
        if self.person is not None:
            return self.person.name
        return None if self.name is None else self.name.written


@dataclass(frozen=True, slots=True)
class Named:
    """What a sentence names: countries, defence actors, and whether somebody else (a president, a foreign minister) is."""

    countries: tuple[Country, ...]
    actors: tuple[Actor, ...]
    others: tuple[Cue, ...]
    cities: tuple[Country, ...] = ()

    @property
    def stops(self) -> frozenset[int]:
        """Where words begin that are no part of a name."""
        return frozenset(place.start for place in (*self.countries, *self.cities))

    @property
    def places(self) -> tuple[Country, ...]:
        """Capitals and other towns."""
        return tuple(sorted((*(c for c in self.countries if c.place), *self.cities), key=lambda place: place.start))


PLURAL = Pattern(
    r"(?:ministers|secretaries|chiefs|counterparts|opposite numbers|colleagues|heads|"
    r"ministres|homologues|chefs|collègues|ministern?|"
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
_AMERICAN = ("defense secretary", "secretary of defense")
_BRITISH = ("defence secretary",)


_STAFF = Pattern(
    r"\s+(?:armed forces|army|defence forces|military|Streitkräfte|Armee|Generalstabs?|Bundesheeres|Heeres|forces armées)\b",
    re.IGNORECASE,
)
_RANKED = Pattern(r"\b(?:Gen|General|Adm|Admiral|Marshal|général|amiral|генерал\w*|адмирал\w*)\.?\s+$", re.IGNORECASE)


def named_in(text: str, words: Lexicon, register: Register, near: Collection[str] = ()) -> Named:
    """Whom and what the sentence ``text`` names; ``near`` are the parties that the whole text names."""
    countries = countries_in(text, words)
    cities = [city for city in cities_in(text, words) if not any(c.start <= city.start < c.end for c in countries)]
    offices = words.cues["office"].found(text)
    others = words.cues["other-office"].found(text)
    offices = [
        o for o in offices if not any(o.start < x.end and x.start < o.end and x.end - x.start > o.end - o.start for x in others)
    ]
    others = [x for x in others if not any(x.start < o.end and o.start < x.end for o in offices)]
    others = [x for x in others if not any(_ALSO.fullmatch(text[x.end : o.start]) for o in offices)]
    stops = frozenset(place.start for place in (*countries, *cities))
    actors: list[Actor] = []
    for office in offices:
        if office.means == COUNTERPART and _of_others(text, office, offices, others, register, near, stops):
            others.append(office)
        else:
            ours = [c for c in countries if not any(c.end <= x.start and x.end <= office.start for x in others)]
            actors += _of_office(text, office, ours, stops, register)
    taken = [(a.name.start, a.name.end) for a in actors if a.name is not None]
    for name in names_in(text, stops=stops):
        if any(start < name.end and name.start < end for start, end in taken) or is_other(text, name, others):
            continue
        one = _known(text, name, register, near)
        if one is not None and one.party is None and one.office is None and one.name is None:
            others.append(Cue("head", name.start, name.end))
        elif one is not None:
            actors.append(one)
    actors = [a for a in actors if a.person is None or a.person.office is not Office.FOREIGN_MINISTER]
    actors = list(_joined(sorted(actors, key=lambda actor: actor.start), text))
    return Named(tuple(countries), tuple(actors), tuple(sorted(others, key=lambda x: x.start)), tuple(cities))


_ALSO = Pattern(r"\s*(?:,|and|et|und|и|,\s*and)\s+(?:the\s+|le\s+|la\s+|der\s+)?", re.IGNORECASE)
"""Between two offices of the same person: ``Deputy Prime Minister and Minister for Defence``."""


def _of_others(
    text: str,
    counterpart: Cue,
    offices: Sequence[Cue],
    others: Sequence[Cue],
    register: Register,
    near: Collection[str],
    stops: frozenset[int],
) -> bool:
    """Whether a counterpart is that of a president or another minister: nobody of ours is named before it, but they are."""
    before = [x for x in others if x.end <= counterpart.start]
    if not before or any(o.end <= counterpart.start and o.means != COUNTERPART for o in offices):
        return False
    names = [n for n in names_in(text[: counterpart.start], stops=stops) if not is_other(text, n, others)]
    known = [_known(text, name, register, near) for name in names]
    return not any(one is not None and one.office is not None for one in known)


_NOBODY_OF_OURS = Actor(None, None, 0, 0)


def _known(text: str, name: Name, register: Register, near: Collection[str]) -> Actor | None:
    """Whoever bears a name without an office: on record, or in the list of figures; a general whose office is not said."""
    person = register.find(name)
    if person is not None:
        if person.office is None:
            return None
        if person.office is Office.FOREIGN_MINISTER:
            return _NOBODY_OF_OURS
        return Actor(person.party, person.office, name.start, name.end, name, person, person.sure)
    figure = figures().find(name) or _by_surname(text, name, near)
    if figure is not None:
        if figure.office is None:
            return _NOBODY_OF_OURS
        name = _without_words_before(name, figure.name)
        return Actor(figure.party, figure.office, name.start, name.end, name, sure=False, listed=figure.name, weight=0.9)
    if _RANKED.search(text[: name.start]):
        return Actor(None, None, name.start, name.end, name, sure=False)  # whose general, another sentence tells
    return None


def _without_words_before(name: Name, known: str) -> Name:
    """The name without words before it that begin with a capital too, as every noun does in German."""
    words = name.written.split()
    kept = " ".join(words[-len(known.split()) :])
    return Name(kept, name.end - len(kept), name.end)


_TITLE = Pattern(
    r"(?:\b(?:Mr|Mrs|Ms|Mme|Gen|Adm|Sec|MM?)\.?|\b(?:Minister\w*|Secretary|Ministre|Herr|Frau|General|Admiral|amiral|général|Marshal|"
    r"Bundesministerin|Bundesminister|генерал\w*|адмирал\w*|министр\w*))\s+$",
    re.IGNORECASE,
)


def _by_surname(text: str, name: Name, near: Collection[str]) -> Figure | None:
    titled = _TITLE.search(text[: name.start]) is not None
    if " " in name.written or (len(name.written) < 4 and not titled):
        return None
    return figures().of_surname(name.written, near, titled=titled)


def _joined(actors: Iterable[Actor], text: str) -> list[Actor]:
    """One actor where two words stand for the same: ``his counterpart from Britain, Defence Secretary John Healey``."""
    found: list[Actor] = []
    for actor in actors:
        last = found[-1] if found else None
        if last is not None and last.office is None and last.name is None and _BESIDE.fullmatch(text[last.end : actor.start]):
            same = actor.party is None or last.party is None or actor.party == last.party or not actor.sure
            if same:
                found[-1] = replace(actor, party=last.party or actor.party, start=last.start, sure=last.party is not None)
                continue
        found.append(actor)
    return found


_BESIDE = Pattern(r"\s*[,–—:]\s*(?:the\s+|le\s+|la\s+|den\s+)?")


def is_other(text: str, name: Name, others: Sequence[Cue]) -> bool:
    """Whether the name is that of somebody whose office is not one of defence."""
    return any(
        0 <= name.start - x.end <= 2 or (0 <= x.start - name.end <= 6 and "," in text[name.end : x.start]) for x in others
    )


def _of_office(text: str, office: Cue, countries: Sequence[Country], stops: frozenset[int], register: Register) -> list[Actor]:
    said = text[office.start : office.end]
    kind = None if office.means == COUNTERPART else Office(office.means)
    owners = around(text, office, countries, many=bool(PLURAL.search(said)))
    if said.lower() in ("minister", "ministers", "ministre", "ministres") and not owners:
        owners = [c for c in countries if c.end <= office.start][-1:] if text[: office.start].lower().endswith("its ") else []
        if not owners:
            return []
    end = max([office.end, *(place.end for place in owners if place.start >= office.end)])
    if owners and (staff := _STAFF.match(text, end)) is not None:
        end = staff.end()
    name = _name_of(text, office, end, owners, stops)
    if len(owners) > 1:
        return _of_several(text, said, kind, office, owners, register, stops)
    person = None if name is None else register.find(name)
    party = owners[0].party if owners else None
    if person is not None and party is not None and person.party != party:
        person = None
    sure = party is not None
    figure = None if name is None or person is not None else figures().find(name)
    if figure is not None and (figure.office is None or figure.party != (party or figure.party)):
        name = figure = None  # somebody else's
    if party is None and figure is not None:
        party = figure.party
    if party is None:
        party = person.party if person else _by_office(said)
        sure = person is not None and person.sure
    if name is not None and party is None and (after := after_name(text, name, countries)) is not None:
        party, sure = after.party, True
    if person is not None and kind is None:
        kind = person.office
    spread = [
        office.start,
        office.end,
        *((name.start, name.end) if name else ()),
        *(at for p in owners for at in (p.start, p.end)),
    ]
    listed = "" if name is None else (figure.name if figure is not None else nominative(name.written, said))
    return [Actor(party, kind, min(spread), max(spread), name, person, sure, listed, counterpart=office.means == COUNTERPART)]


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
    for place, name in zip(around, names, strict=True):
        person = None if name is None else register.find(name)
        if person is not None and person.party != place.party:
            person = None
        start = min(place.start, office.start)
        called = "" if name is None else _listed(name, said, place.party)
        end = place.end if name is None else name.end
        actors.append(Actor(place.party, kind, start, end, name, person, listed=called, several=True))
    return actors


def _listed(name: Name, said: str, party: str) -> str:
    figure = figures().find(name)
    return figure.name if figure is not None and figure.party == party else nominative(name.written, said)


def _by_office(said: str) -> str | None:
    """The party of an office that only one has."""
    low = said.lower()
    if any(word in low for word in _HOME):
        return "USA"
    return next((party for word, party in _OWN.items() if word in low), None)


def home_of(said: str) -> str | None:
    """The party whose office is meant where none is said, by the spelling."""
    low = said.lower()
    if any(word in low for word in _AMERICAN):
        return "USA"
    return "GBR" if any(word in low for word in _BRITISH) else None


def _name_of(text: str, office: Cue, end: int, around: Sequence[Country], stops: frozenset[int]) -> Name | None:
    """The name of who holds the office: behind it and its party, or before both and a comma."""
    after = name_at(text, end, stops=stops)
    if after is not None and not after.written.endswith("ого"):  # начальником штаба Центрального …
        return after
    begun = min([office.start, *(place.start for place in around if place.end <= office.start)])
    head = re.search(r",\s*(?:(?:the|a|le|la|new|der|die|новый)\s+)*$", text[:begun], re.IGNORECASE)
    if head is None:
        return None
    before = [name for name in names_in(text[: head.start()], stops=stops) if name.end == head.start()]
    return before[-1] if before else None
