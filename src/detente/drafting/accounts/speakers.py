"""Who may speak in each sentence, by whom it names and whom those before it have?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.drafting.accounts.authorities import authorities
from detente.drafting.accounts.voices import Kind, Voice, meets
from detente.drafting.language.lexicon import Country, word_list
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.spelling import alike
from detente.drafting.telling import Told
from detente.drafting.who.actors import Actor, Named
from detente.drafting.who.demonyms import mentioned_by_people

_WORD = Pattern(r"[^\W\d_a-zа-яё][\w'’-]+")


@dataclass(frozen=True, slots=True)
class InContact:
    """Those in contact in a text of a language: the ``parties``, the words of their ``names`` and of their ``titles``, each
    with its party.
    """

    parties: Sequence[str]
    names: Mapping[str, str]
    titles: Mapping[str, str]
    language: str


def in_contact(told: Sequence[Told], parties: Sequence[str], language: str) -> InContact:
    """Those of whom sentences tell."""
    return InContact(parties, _names_in(told, parties), _titles_in(told, parties), language)


def voices_in(text: str, named: Named, those: InContact, spokesmen: Mapping[str, str]) -> list[Voice]:
    """Every voice of those in contact in a sentence, in order; ``spokesmen`` are whom the text has named before, with their
    party.
    """
    parties = those.parties
    countries = [country for country in named.countries if country.party in parties]
    persons = list(_persons(text, named, those))
    persons += [
        Voice(party, start, end, Kind.TITLE)
        for party, start, end in mentioned_by_people(text, those.language, parties)
        if not meets(start, end, persons) and not any(end <= one.start <= end + 1 for one in persons)
    ]
    persons += _titles(text, persons, countries, those.titles)
    found = [Voice(None, hit.start(), hit.end(), Kind.STRANGER) for hit in _STRANGER.finditer(text)]
    titles = [one for one in persons if one.kind is Kind.TITLE]
    found += [
        one
        for one in authorities(text, countries, persons, parties)
        if not meets(one.start, one.end, found) and not any(t.start < one.start < t.end for t in titles)
    ]
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


_STRANGER = Pattern(
    r"\b(?:analysts?|experts?|former(?:\s+[\w-]+){1,4}|observers?|professor|researchers?|think tank|columnist|opposition\w*|"
    r"chercheu\w+|analystes?|observateurs?|anciens? (?:ministre|ambassadeur|responsable|chef|général)\w*|éditorialiste|élus?|"
    r"experte\w*|analyst\w*|beobachter\w*|forscher\w*|kommentator\w*|эксперт\w*|аналитик\w*|наблюдател(?:ь|и|я|ей|ем)|"
    r"политолог\w*|бывш\w+(?:\s+[\w-]+){1,3}|обозревател\w*|оппозици\w+)\b",
    re.IGNORECASE,
)
"""Who speaks for no side."""


def is_counterpart(said: str) -> bool:
    """Whether a title says no more than that he is the other one: ``the guest``, ``son homologue``."""
    return _COUNTERPART.search(said) is not None


_COUNTERPART = Pattern(r"(?:counterpart|guest|homologue|collègue|visiteur|kolleg(?:e|in)|gast|гость|коллега)$", re.IGNORECASE)


def is_latter(said: str) -> bool:
    """Whether a word stands for whoever was named last: ``ce dernier``."""
    return _LATTER.fullmatch(said) is not None


_LATTER = Pattern(r"celui-ci|celle-ci|ce dernier|cette dernière|the latter|letzterer|letztere|последний", re.IGNORECASE)
_PRONOUN = Pattern(
    r"\b(?:(?P<it>it|one of them|einer von ihnen|l['’]un d['’](?:eux|entre eux)|один из них|es|dort|there|там|"
    r"they(?=\s+(?:also\s+)?(?:said|say|added|explained|insisted)\b)|они(?=\s+(?:сказали|"
    r"добавили|уточнили)\b))|he|she|il|elle|er|sie|он|она|t-il|t-elle|celui-ci|celle-ci|ce dernier|cette dernière|the latter|"
    r"letzterer|letztere|последний|тот)\b",
    re.IGNORECASE,
)


def _persons(text: str, named: Named, those: InContact) -> Iterator[Voice]:
    """Those of the parties who are named, also by a word of their name alone."""
    found = [
        Voice(_by_title(text, actor, named, those), actor.start, actor.end, Kind.PERSON)
        for actor in named.actors
        if actor.party in those.parties and not actor.several and (actor.office is not None or actor.name is not None)
    ]
    yield from found
    for hit in _WORD.finditer(text):
        party = None if meets(hit.start(), hit.end(), found) else _party_of(hit.group(), those.names)
        if party is not None:
            yield Voice(party, hit.start(), hit.end(), Kind.PERSON)


def _party_of(word: str, people: Mapping[str, str]) -> str | None:
    """The party of somebody in contact whose name the word is, in whatever case."""
    return next((party for name, party in people.items() if word == name or alike(word, name)), None)


_TITLE = (
    r"\w*minister\w*|(?:defen[cs]e\s+)?secretary|general|admiral|chief|ministre|général|amiral|secrétaire|conseillère|"
    r"[\w-]*politiker\w*|colonel|oberst|responsable|counterpart|guest|homologue|collègue|hôte|visiteur|"
    r"\w*kolleg(?:e|in)|gast"
)
_TITLED = Pattern(
    rf"\b(?:(?:the|le|la|der|die|ce|cette)\s+(?:[\w-]+\s+)?(?:{_TITLE})|[^\W\d_]+s\s+minister\w*|"
    rf"(?:\w+\s+)?(?:министр|генерал|полковник|гость|коллега|глава(?:\s+\w+){{0,3}}\s+ведомства|"
    rf"глава))(?=\s(?P<next>(?!(?:habe|hat|had|"
    rf"has|a|met|told|asked|lui|en|y)\b)[\w-]+\s)?|[,;:])",
    re.IGNORECASE,
)


def _titles(text: str, taken: Sequence[Voice], countries: Sequence[Country], titles: Mapping[str, str]) -> Iterator[Voice]:
    """Titles without a name: of the state that stands in them or right behind, or of the one side that has it, else None."""
    for hit in _TITLED.finditer(text):
        starts = (hit.end() + 1, hit.end() + 1 + len(hit["next"] or ""))
        if any(one.start in starts for one in taken) or meets(hit.start(), hit.end(), taken) or _SEVERAL.search(hit.group()):
            continue
        of = [c for c in countries if not c.place and hit.start() <= c.start <= hit.end() + 1]
        end = max(hit.end(), of[0].end) if of else hit.end()
        yield Voice(of[0].party if of else _of_title(hit.group(), titles), hit.start(), end, Kind.TITLE)


_SEVERAL = Pattern(
    r"ministers|generals|secretaries|chiefs$|\bdie\s+(?:[\w-]+\s+)?\w*minister$|министр[ыо]|генералы", re.IGNORECASE
)
"""Of titles of several."""


def _of_title(said: str, titles: Mapping[str, str]) -> str | None:
    return next((titles[hit.group().lower()] for hit in _RANK.finditer(said) if hit.group().lower() in titles), None)


def _by_title(text: str, actor: Actor, named: Named, those: InContact) -> str | None:
    """The party of somebody whose words do not say it: that which alone has the title, else the one inferred."""
    said = actor.name is not None or any(actor.start <= c.start < actor.end for c in named.countries)
    return (None if said else _of_title(text[actor.start : actor.end], those.titles)) or actor.party


_RANK = Pattern(
    r"secretary|minister|general|admiral|colonel|brigadier|g[ée]n[ée]ral|amiral|secrétaire|oberst|генерал|адмирал|полковник",
    re.IGNORECASE,
)
_MINISTER = ("minister",)


def _titles_in(told: Iterable[Told], parties: Sequence[str]) -> dict[str, str]:
    """Titles that those of one side alone have; ``minister``, which all may be, only beside a secretary."""
    of: dict[str, set[str]] = {}
    for one in told:
        for actor in one.named.actors:
            if actor.name is not None and actor.party in parties:
                for hit in _RANK.finditer(one.text[actor.start : actor.end]):
                    of.setdefault(hit.group().lower(), set()).add(str(actor.party))
    return {
        title: next(iter(sides))
        for title, sides in of.items()
        if len(sides) == 1 and (title not in _MINISTER or len(of.get("secretary", sides) | sides) == len(parties))
    }


def _named_behind(text: str, authority: Voice, person: Voice) -> bool:
    """Whether somebody is named as who speaks for an authority: ``Pentagon spokeswoman Sabrina Singh``."""
    same = authority.kind is Kind.AUTHORITY and person.party in (None, authority.party) and person.kind is Kind.PERSON
    between = text[authority.end : person.start]
    return (
        authority.end <= person.start
        and same
        and (not between.strip() or (between.strip() == "," and _SPEAKER.search(text[: authority.end]) is not None))
    )


_SPEAKER = Pattern(
    r"\b(?:spokes\w+|official|officer|secretary|aide|advis[eo]r|source|porte-parole|conseill\w+|\w*sprecher\w*|\w*beamte\w*|"
    r"представител\w+|пресс-секретар\w+|источник\w*|чиновник\w*)(?:\s+[^,]{0,60})?$",
    re.IGNORECASE,
)
"""At the end of an authority that is one person."""
_NAMED = Pattern(r",?\s+(?:[A-Z][\w.]*\.\s+)*((?:[^\W\d_a-zа-яё][\w'’-]+[ ,]*){1,4})")


def spokesmen_in(text: str, voices: Iterable[Voice]) -> Iterator[tuple[str, str]]:
    """The surnames of those whom a sentence introduces as speaking for a side, with its party."""
    for voice in voices:
        hit = _NAMED.match(text, voice.end) if voice.kind is Kind.AUTHORITY and voice.party is not None else None
        words = [] if hit is None else [word.group() for word in _WORD.finditer(hit[1])]
        if words:
            yield words[-1], str(voice.party)


def _names_in(told: Iterable[Told], parties: Sequence[str]) -> dict[str, str]:
    """The words of the names of those in contact, each with their party; particles, and those of both sides, are left out."""
    of: dict[str, set[str]] = {}
    for actor in (actor for one in told for actor in one.named.actors):
        if actor.name is not None and actor.party in parties:
            for word in actor.name.written.split():
                of.setdefault(word, set()).add(str(actor.party))
    return {word: next(iter(found)) for word, found in of.items() if len(found) == 1 and _is_name(word)}


def _is_name(word: str) -> bool:
    return word[0].isupper() and not any(word.lower() in word_list(words) for words in ("no-names", "things", "particles"))
