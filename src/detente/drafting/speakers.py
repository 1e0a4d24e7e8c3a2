"""Who may speak in each sentence, by whom it names and whom those before it have?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.drafting.actors import Named
from detente.drafting.authorities import authorities
from detente.drafting.lexicon import Country, word_list
from detente.drafting.patterns import Pattern
from detente.drafting.spelling import alike
from detente.drafting.telling import Told
from detente.drafting.voices import Kind, Voice, meets

_WORD = Pattern(r"[^\W\d_a-zа-яё][\w'’-]+")


def voices_in(
    text: str, named: Named, parties: Sequence[str], spokesmen: Mapping[str, str], people: Mapping[str, str]
) -> list[Voice]:
    """Every voice of the ``parties`` in a sentence, in order.

    ``spokesmen`` are those whom the text has named before, ``people`` the names of those in contact, with their party.
    """
    countries = [country for country in named.countries if country.party in parties]
    persons = list(_persons(text, named, parties, people))
    persons += _titles(text, persons, countries)
    found = list(authorities(text, countries, persons, parties))
    found += [v for v in persons if not meets(v.start, v.end, found) and not any(_named_behind(text, one, v) for one in found)]
    found += [
        Voice(c.party, c.start, c.end, Kind.TOWN if c.place else Kind.STATE)
        for c in countries
        if not meets(c.start, c.end, found)
    ]
    found += [
        Voice(spokesmen[hit.group()], hit.start(), hit.end(), Kind.AUTHORITY)
        for hit in _WORD.finditer(text)
        if hit.group() in spokesmen and not meets(hit.start(), hit.end(), found)
    ]
    found += [
        Voice(None, hit.start(), hit.end(), Kind.PRONOUN if hit["it"] is None else Kind.IT)
        for hit in _PRONOUN.finditer(text)
        if not meets(hit.start(), hit.end(), found)
    ]
    return sorted(found, key=lambda voice: voice.start)


_PRONOUN = Pattern(
    r"\b(?:(?P<it>it|es|dort|there|там)|he|she|il|elle|er|sie|он|она|t-il|t-elle|ce dernier|cette dernière|the latter|"
    r"letzterer|letztere|последний|тот)\b",
    re.IGNORECASE,
)


def _persons(text: str, named: Named, parties: Sequence[str], people: Mapping[str, str]) -> Iterator[Voice]:
    """Those of the parties who are named, also by a word of their name alone."""
    found = [
        Voice(actor.party, actor.start, actor.end, Kind.PERSON)
        for actor in named.actors
        if actor.party in parties and not actor.several and (actor.office is not None or actor.name is not None)
    ]
    yield from found
    for hit in _WORD.finditer(text):
        party = None if meets(hit.start(), hit.end(), found) else _party_of(hit.group(), people)
        if party is not None:
            yield Voice(party, hit.start(), hit.end(), Kind.PERSON)


def _party_of(word: str, people: Mapping[str, str]) -> str | None:
    """The party of somebody in contact whose name the word is, in whatever case."""
    return next((party for name, party in people.items() if word == name or alike(word, name)), None)


_TITLE = (
    r"\w*minister\w*|(?:defen[cs]e\s+)?secretary|general|admiral|chief|ministre|général|amiral|secrétaire|conseillère|"
    r"[\w-]*politiker\w*|colonel|oberst|responsable"
)
_TITLED = Pattern(
    rf"\b(?:(?:the|le|la|der|die|ce|cette)\s+(?:[\w-]+\s+)?(?:{_TITLE})|[^\W\d_]+s\s+minister\w*|"
    rf"(?:\w+\s+)?(?:министр|генерал|полковник|глава(?:\s+\w+){{0,3}}\s+ведомства|глава))(?=\s(?P<next>[\w-]+\s)?)",
    re.IGNORECASE,
)


def _titles(text: str, taken: Sequence[Voice], countries: Sequence[Country]) -> Iterator[Voice]:
    """Titles without a name: of the state that stands in them or right behind; None where none does."""
    for hit in _TITLED.finditer(text):
        starts = (hit.end() + 1, hit.end() + 1 + len(hit["next"] or ""))
        if any(one.start in starts for one in taken) or meets(hit.start(), hit.end(), taken):
            continue
        of = [c for c in countries if not c.place and hit.start() <= c.start <= hit.end() + 1]
        end = max(hit.end(), of[0].end) if of else hit.end()
        yield Voice(of[0].party if of else None, hit.start(), end, Kind.TITLE)


def _named_behind(text: str, authority: Voice, person: Voice) -> bool:
    """Whether somebody is named as who speaks for an authority: ``Pentagon spokeswoman Sabrina Singh``."""
    same = authority.kind is Kind.AUTHORITY and person.party in (None, authority.party)
    return same and _COMMA.fullmatch(text[authority.end : person.start]) is not None


_COMMA = Pattern(r",?\s+")
_NAMED = Pattern(r",?\s+(?:[A-Z][\w.]*\.\s+)*((?:[^\W\d_a-zа-яё][\w'’-]+[ ,]*){1,4})")


def spokesmen_in(text: str, voices: Iterable[Voice]) -> Iterator[tuple[str, str]]:
    """The surnames of those whom a sentence introduces as speaking for a side, with its party."""
    for voice in voices:
        hit = _NAMED.match(text, voice.end) if voice.kind is Kind.AUTHORITY and voice.party is not None else None
        words = [] if hit is None else [word.group() for word in _WORD.finditer(hit[1])]
        if words:
            yield words[-1], str(voice.party)


def people_in(told: Iterable[Told], parties: Sequence[str]) -> dict[str, str]:
    """The words of the names of those in contact, each with their party; particles, and those of both sides, are left out."""
    of: dict[str, set[str]] = {}
    for actor in (actor for one in told for actor in one.named.actors):
        if actor.name is not None and actor.party in parties:
            for word in actor.name.written.split():
                of.setdefault(word, set()).add(str(actor.party))
    return {word: next(iter(found)) for word, found in of.items() if len(found) == 1 and _is_name(word)}


def _is_name(word: str) -> bool:
    return word[0].isupper() and not any(word.lower() in word_list(words) for words in ("no-names", "particles"))
