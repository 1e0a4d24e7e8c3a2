"""Who of a defence side is named in a sentence, and for which party?"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from detente.domain.vocabulary import Office
from detente.drafting.language.lexicon import Country, Cue, Lexicon, cities_in, countries_in
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.spelling import sound
from detente.drafting.who.actors import HEAD, Actor, Named, is_other
from detente.drafting.who.bearers import bearer, of_given_name
from detente.drafting.who.figures import figures
from detente.drafting.who.names import Name, Register, name_at, names_in
from detente.drafting.who.offices import COUNTERPART, holders_of
from detente.drafting.who.owners import around
from detente.drafting.who.possessed import possessed
from detente.drafting.who.surnames import by_surname_beside


def named_in(text: str, words: Lexicon, register: Register, near: Collection[str] = (), heading: bool = False) -> Named:
    """Whom and what the sentence ``text`` names; ``near`` are the parties that the whole text names.

    A ``heading`` is short of words: a surname alone tells less there.
    """
    countries = sorted([*countries_in(text, words), *_halves_of_korea(text, near)], key=lambda one: one.start)
    countries = [_as_capital(text, c) for c in countries if not _begins_a_name(text, c)]
    cities = [city for city in cities_in(text, words) if not _begins_a_name(text, city)]
    cities = [city for city in cities if not any(c.start <= city.start < c.end for c in countries)]
    countries = [_as_congolese(text, c, [*countries, *cities]) for c in countries]
    offices = words.cues["office"].found(text)
    others = words.cues["other-office"].found(text)
    offices = [
        o for o in offices if not any(o.start < x.end and x.start < o.end and x.end - x.start > o.end - o.start for x in others)
    ]
    offices = [o for o in offices if not (_HOSTING.search(text[: o.start]) and _HOST.fullmatch(text[o.start : o.end]))]
    others = [x for x in others if not any(x.start < o.end and o.start < x.end for o in offices)]
    others = [x for x in others if not any(_ALSO.fullmatch(text[x.end : o.start]) for o in offices)]
    others = [_with_its_country(text, x, countries) for x in others]
    stops = frozenset(place.start for place in (*countries, *cities))
    actors: list[Actor] = []
    for office in offices:
        if office.means == COUNTERPART and _of_others(text, office, offices, others, register, near, stops):
            others.append(office)
        else:
            ours = [c for c in countries if not any(c.end <= x.start and x.end <= office.start for x in others)]
            actors += _beside_another(text, office, others, countries) or holders_of(text, office, ours, stops, register)
    taken = [(a.name.start, a.name.end) for a in actors if a.name is not None]
    places = (*countries, *cities)
    names = names_in(text, stops=stops)
    names = tuple(n for n in names if not any(c.start < n.start < n.end <= c.end for c in places))  # Dar es Salaam
    slashed = _slashed(text, names, near)
    for name, about in (half for whole in names for half in _halves(whole, slashed.get(whole.start, near))):
        if any(start < name.end and name.start < end for start, end in taken) or is_other(text, name, others):
            continue
        one = bearer(text, name, register, about)
        if one is None or one.by_list or (one.party is None and one.name is not None):
            own = possessed(text, name, countries, actors)
            one = one if own is None or (one is not None and one.party == own.party) else own
        if one is not None and one.party is None and one.office is None and one.name is None:
            others.append(Cue(HEAD, name.start, name.end))
        elif one is not None:
            actors.append(one)
    actors += [] if heading else by_surname_beside(text, names_in(text, stops=stops), [*actors, *others], bool(offices))
    actors = [a for a in actors if a.person is None or a.person.office is not Office.FOREIGN_MINISTER]
    heads = [a for a in actors if _is_a_heads(a, others, actors)]
    actors, others = [a for a in actors if a not in heads], [*others, *(Cue(HEAD, a.start, a.end) for a in heads)]
    actors = list(_joined(sorted(actors, key=lambda actor: actor.start), text))
    return Named(tuple(countries), tuple(actors), tuple(sorted(others, key=lambda x: x.start)), tuple(cities))


def _is_a_heads(actor: Actor, others: Sequence[Cue], actors: Sequence[Actor]) -> bool:
    """Whether a counterpart is one of a president named before, and of no office of defence that the list knows."""
    known = figures().find(actor.name, (actor.party or "",)) if actor.counterpart and actor.name is not None else None
    if known is None or known.office is not None:
        return False
    head, ours = (max((x.end for x in every if x.end <= actor.start), default=0) for every in (others, actors))
    return head > ours


def _halves_of_korea(text: str, near: Collection[str]) -> list[Country]:
    """Either Korea where a text that names one calls it by where it lies: ``the North left the call unanswered``."""
    if not {"KOR", "PRK"} & set(near):
        return []
    return [
        Country(party, hit.start(), hit.end(), False)
        for party, half in (("PRK", _THE_NORTH), ("KOR", _THE_SOUTH))
        for hit in half.finditer(text)
    ]


_THE = r"(?:(?<=\b[Tt]he )|(?<=\b[Ll]e )|(?<=\b[Dd]e[rmn] ))"
_ELSE = r"(?!\s+(?:of|de|des|du|der|von|vom|[A-ZÀ-Ý])|['’]s\s+[A-Z])"
_THE_NORTH = Pattern(rf"{_THE}(?:North|Nord|Norden)\b{_ELSE}|\bСевер(?:а|у|ом)?\b{_ELSE}")
_THE_SOUTH = Pattern(rf"{_THE}(?:South|Sud|Süden)\b{_ELSE}|\bЮг(?:а|у|ом)?\b{_ELSE}")


def _as_congolese(text: str, country: Country, everywhere: Sequence[Country]) -> Country:
    """The Congolese are of the state whose town the sentence names: ``congolais``, at Pointe-Noire."""
    if country.party != "COD" or _CONGOLESE.match(text, country.start) is None:
        return country
    towns = {place.party for place in everywhere if place.place} & {"COD", "COG"}
    return replace(country, party=towns.pop()) if len(towns) == 1 else country


_CONGOLESE = Pattern(r"congol|kongoles|конголез", re.IGNORECASE)


def _with_its_country(text: str, other: Cue, countries: Sequence[Country]) -> Cue:
    """Another office with the country behind it, before the name of its holder: ``глава МИД Катара Аль Тани``."""
    own = next((c for c in countries if _OF_IT.fullmatch(text[other.end : c.start]) and other.end < c.start), None)
    named = own is not None and _NAME_GOES_ON.match(text, own.end) is not None
    return other if own is None or not named else replace(other, end=own.end)


_OF_IT = Pattern(r"\s+(?:(?:of|de|du|des|von|der|d['’])\s*)?(?:the\s+|la\s+|l['’]|der\s+)?", re.IGNORECASE)
"""Between an office and the country of which it is."""


def _slashed(text: str, names: Sequence[Name], near: Collection[str]) -> dict[int, Collection[str]]:
    """The parties of two names between which nothing but a stroke stands, ``Hegseth/Umerov call``, by where each begins."""
    pairs = [(a, b) for a, b in pairwise(names) if text[a.end : b.start].strip() in _STROKES]
    found: dict[int, Collection[str]] = {}
    for first, second in pairs:
        parties = _of_two(first.written, second.written, near)
        if len(parties) == _BOTH:
            found |= dict.fromkeys((first.start, second.start), parties)
    return found


_STROKES = ("/", "–", "—")


def _of_two(first: str, second: str, near: Collection[str]) -> set[str]:
    """The parties of those whom two surnames mean by themselves."""
    known = [figures().of_surname(half, near, titled=True) for half in (first, second) if half]
    return {figure.party for figure in known if figure is not None and figure.office is not None}


def _halves(name: Name, near: Collection[str]) -> Sequence[tuple[Name, Collection[str]]]:
    """Two names of which one word is made, ``Chikovani-Hasanov call``, or the name itself where its halves are no two sides.

    With each the parties that it is likely of: ``near``, or those two.
    """
    said = name.written.rsplit(" ", 1)[-1]
    first, hyphen, second = said.partition("-")
    if not hyphen or "-" in second or figures().find(name) is not None:
        return ((name, near),)
    parties = _of_two(first, second, near)
    if len(parties) < _BOTH:
        return ((name, near),)
    begun = name.end - len(said)
    halves = (Name(first, begun, begun + len(first)), Name(second, name.end - len(second), name.end))
    return tuple((half, parties) for half in halves)


_BOTH = 2


def _as_capital(text: str, country: Country) -> Country:
    """A country whose capital is told by its people is a place: ``the Turkish capital``, ``в турецкой столице``."""
    behind = _CAPITAL.match(text, country.end)
    before = _CAPITAL_OF.search(text[: country.start])
    if behind is not None:
        return replace(country, end=behind.end(), place=True)
    return country if before is None else replace(country, start=before.start(), place=True)


_CAPITAL = Pattern(r"\s+(?:capital\b|Hauptstadt|столиц\w+)", re.IGNORECASE)
_CAPITAL_OF = Pattern(r"\b(?:la\s+)?capitale\s+(?:de\s+|du\s+|d['’])?(?:la\s+|l['’])?$", re.IGNORECASE)

_HOST = Pattern(r"hosts?|guests?|Gast|Gäste|invitée?s?|hôtes?|гост\w+", re.IGNORECASE)
_HOSTING = Pattern(
    r"\b(?:(?:to|will|would|can|could|may|might|must|should|that|which|who)\s+(?:(?:be|play)\s+)?|(?:is|was|were|played)\s+|"
    r"(?:as|comme|als|en tant qu['’]|zu|в качестве)\s*(?:(?:an?|une?|his|her|its|their)\s+)?)$",
    re.IGNORECASE,
)
"""Before what is done, or as what somebody comes, where the same word may be whoever does it: ``that will host missiles``."""

_ALSO = Pattern(r"\s*(?:,|and|et|und|и|,\s*and)\s+(?:the\s+|le\s+|la\s+|der\s+)?", re.IGNORECASE)
"""Between two offices of the same person: ``Deputy Prime Minister and Minister for Defence``."""


def _beside_another(text: str, office: Cue, others: Sequence[Cue], countries: Sequence[Country]) -> list[Actor]:
    """Who holds an office that shares its state with the one behind it: ``with the Defence and the Prime Minister of Mali``."""
    beside = next((x for x in others if office.end < x.start and _AND_THE.fullmatch(text[office.end : x.start])), None)
    if beside is None or office.means == COUNTERPART or around(text, office, countries, many=False):
        return []
    own = next((c for c in countries if beside.end < c.start and _OF_IT.fullmatch(text[beside.end : c.start])), None)
    return [] if own is None else [Actor(own.party, Office(office.means), office.start, office.end)]


_AND_THE = Pattern(r"\s*(?:and|et|und|и)\s+(?:the\s+|le\s+|la\s+|l['’]|de[rnm]\s+|die\s+|du\s+)?", re.IGNORECASE)


def _begins_a_name(text: str, place: Country) -> bool:
    """Whether the name of a town, or a state, is somebody's given name: ``Братислава Гашича``, ``Maurice Sleem``."""
    if not _NAME_GOES_ON.match(text, place.end):
        return False
    name = name_at(text, place.start)
    if name is None or name.start != place.start:
        return False
    figure = figures().find(name)
    if not place.place:
        return figure is not None and sound(figure.name.split()[0]) == sound(text[place.start : place.end])
    return figure is not None or _OFFICE_BEFORE.search(text[: place.start]) is not None


_OFFICE_BEFORE = Pattern(r"\b(?:minister|secretary|general|admiral|ministre|général|amiral|министр\w*|генерал),?\s$", re.I)
"""What goes before somebody's name rather than a town."""

_NAME_GOES_ON = Pattern(r"\s[^\W\d_a-zа-яё]")


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
    if any(o.end <= counterpart.start and o.means != COUNTERPART for o in offices):
        return False
    names = [n for n in names_in(text[: counterpart.start], stops=stops) if not is_other(text, n, others)]
    known = [bearer(text, name, register, near) for name in names]
    heads = any(one is not None and one.party is None and one.office is None and one.name is None for one in known)
    if not heads and not any(x.end <= counterpart.start for x in others):
        return False
    return not any(one is not None and one.office is not None for one in known)


def _joined(actors: Iterable[Actor], text: str) -> list[Actor]:
    """One actor where two words stand for the same: ``his counterpart from Britain, Defence Secretary John Healey``."""
    found: list[Actor] = []
    for actor in actors:
        last = found[-1] if found else None
        if last is not None and last.office is None and last.name is None and _BESIDE.fullmatch(text[last.end : actor.start]):
            same = actor.party is None or last.party is None or actor.party == last.party
            same = same or not (actor.sure or actor.listed)
            if last.counterpart and actor.by_list and actor.name is not None and not of_given_name(actor.name, actor.listed):
                same, actor = True, replace(actor, listed="", by_list=False)  # somebody else, of a surname like it
            if same:
                found[-1] = replace(actor, party=last.party or actor.party, start=last.start, sure=last.party is not None)
                continue
        if last is not None and (_holds_both(text, last, actor) or _is_apposed(text, last, actor)):
            found[-1] = replace(last, end=actor.end)
            continue
        found.append(actor)
    return found


def _holds_both(text: str, one: Actor, office: Actor) -> bool:
    """Whether an office without a party or a name is one more of somebody who is named before his own."""
    if one.name is None or one.name.end >= one.end or office.party is not None or office.name is not None:
        return False
    return _AND_ALSO.fullmatch(text[one.end : office.start]) is not None


def _is_apposed(text: str, one: Actor, office: Actor) -> bool:
    """Whether an office without a party or a name is that of somebody named before, behind what else he is."""
    if not one.by_list or one.office is not office.office or office.party is not None or office.name is not None:
        return False
    return not office.counterpart and _APPOSED_TO.fullmatch(text[one.end : office.start]) is not None


_APPOSED_TO = Pattern(
    r",\s+(?:(?:vice-\w+|[A-ZÀ-Ý]\w+)\s+|(?:[^\s,.;:]+\s+){0,4}[^\s,.;:]+(?:,|\s+(?:and|et|und|и))\s+(?:(?:the|le|la|der|die)\s+)?)"
)
"""Between a name and an office behind another: ``X, vice-Premier ministre, ministre de la Défense``."""

_AND_ALSO = Pattern(r"(?:\s+People['’]s Army)?(?:\s+\(\w+\))?\s+(?:and|et|und|и)\s+", re.IGNORECASE)
"""Between two offices of somebody named before both: ``X, Chief of the General Staff and Deputy Minister of Defence``."""


_BESIDE = Pattern(
    r"(?:\s+(?:de la Défense|des Armées|at defence|at defense|for defence|по обороне))?\s*[,–—:]\s*(?:the\s+|le\s+|"
    r"la\s+|den\s+)?"
)
