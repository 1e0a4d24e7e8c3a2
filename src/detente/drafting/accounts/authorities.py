"""Who publishes for a side, by the words around a ministry, a spokesman or a statement?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.drafting.accounts.voices import Kind, Voice
from detente.drafting.language.lexicon import Country, Cue
from detente.drafting.language.patterns import Pattern
from detente.drafting.who.owners import around

_PAPER = (
    r"readouts?|(?:press )?statements?|posts?|tweets?|accounts?|version|telling|notes?|press releases?|news releases?|"
    r"summary|communiqu[ée]s?|words|"
    r"comptes?[- ]rendus?|récits?|textes?|text|(?:presse|medien)?mitteilung\w*|darstellung|lesart|angaben|bericht|"
    r"сообщени[еию]|заявлени[еию]|"
    r"верси[ияюей]+|данны[емх]+|сведения[мх]?|пресс-релиз\w*|коммюнике"
)
_SIDE = r"side|seite|côté|partie|сторон[аые]|delegations?|délégation|delegation|делегаци[яи]"
_PEOPLE = (
    r"ministry|ministries|department|officials?|officers?|spokes\w+|office|aides?|advis[eo]rs?|sources?|government|embassy|"
    r"military|diplomats?|members?|(?<!his )(?<!her )(?<!their )staff|deputy|general(?! staff)|colonel|admiral|"
    r"general staff|press (?:service|secretary)|"
    r"ministère|porte-parole|cabinet|entourage|état-major|conseillers?|"
    r"bureau|participants?|diplomates?|adjointe?s?|membres?|délégués?|officier|général|amiral|responsable|agence|agency|"
    r"agentur|агентств[оа]|"
    r"collabora\w+|gouvernement|\w*ministerium\w*|\w*sprecher\w*|regierung\w*|hauses|büro\w*|umfeld\w*|stab\w*|adjutant\w*|"
    r"\w*beamte\w*|diplomat\w*|mitglied\w*|\w*mitarbeiter\w*|offizier|teilnehmer|vertreter\w*|behörde\w*|\w*kreisen?|"
    r"ressort\w*|"
    r"departement\w*|минобороны|министерств\w+|ведомств\w+|представител\w+|"
    r"пресс-(?:служб|секретар|центр|офис|бюро)\w*|генштаб\w*|источник\w*|окружени(?:е|и|ем|я)|собеседник\w*|дипломат\w*|"
    r"члены?|участник|офицер|посольств\w+|военны[ей]|чиновник\w*|канцеляри\w+"
)
_NOUN = Pattern(rf"(?<![\w-])(?:(?P<paper>{_PAPER})|(?P<side>{_SIDE})|{_PEOPLE})(?![\w-])", re.IGNORECASE)
_ONE_OF_THEM = Pattern(r"\b(?:an?|another|one|une?|eine?|один)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
"""Before a rank of somebody who is not named, and speaks for his side: ``ein brasilianischer General``."""
_POSSESSING = Pattern(r"(?:s?['’]s?|s)\s+(?:[\w-]+\s+){0,2}|\s+")
"""Between somebody and his authority: ``Mr Marles's``."""
_JOINING = Pattern(
    r"[\s(]*(?:(?:mr|mrs|ms|dr|mme|m|herrn?|frau|premier|vice-premier|ministre|général|delegation|délégation|делегаци\w+|"
    r"side|of|in|for|from|at|to|the|an?|de|du|"
    r"des|la|"
    r"l|le|les|d|à|au|aux|en|der|dem|den|im|aus|von|vom|für|am|в|во|из|от|при|ministry|defen[cs]e|national|armed|forces|"
    r"general|"
    r"staff|presidential|embassy|défense|armées|ministère|nationale|gouvernementale?|militaire|diplomatique|proche|"
    r"verteidigungs\w*|ministers?|обороны|национальной|вооруж[её]нных|сил|министерств\w+|минобороны|ведомств\w+|генштаб\w*|"
    r"министр\w*|правительственн\w+|военн\w+)(?:['’]|\.?\s+))*",
    re.IGNORECASE,
)
"""Between an authority and the state, town or person behind it: ``in the``, ``du ministère de la``."""
_POSSESSED = Pattern(
    r"\b(?:his|her|its|their|son|sa|ses|leurs?|sein\w{0,2}|ihr\w{0,2}|его|её|ее|их|свое\w+)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_LED = Pattern(r",?\s*(?:(?:the|le|la|l['’]|an?|une?|der|die|das|ein\w*|auch|also|defen[cs]e|foreign)\s*)*", re.IGNORECASE)
"""Between a town in which an authority sits and the authority: ``In Beijing, a spokesman``."""
_AT = Pattern(r"(?:^\W*|[,;]\s+(?:(?:and|und|et|while|а|и)\s+)?)(?:in|à|a|в|во)\s+$", re.IGNORECASE)
_RANKS = ("general", "colonel", "admiral", "général", "responsable", "amiral")
_MERELY = (
    *_RANKS,
    *("office", "military", "government", "hauses", "военн", "officer", "source", "account", "bureau", "diplomat"),
    *("member", "deputy", "words", "participant", "teilnehmer", "adjoint", "membre", "délégué", "officier"),
    *("mitglied", "mitarbeiter", "offizier", "vertreter", "angaben", "собеседник", "дипломат", "член", "участник"),
    *("офицер", "данны", "сведения"),
)
"""Words for an authority only where they say whose it is."""
_FEDERAL = Pattern(r"bundes\w*ministeri|eidgenössisch", re.IGNORECASE)
_FEDERAL_STATES = ("DEU", "AUT", "CHE")


def authorities(text: str, countries: Sequence[Country], persons: Sequence[Voice], parties: Sequence[str]) -> Iterator[Voice]:
    """Words for an authority, or for what it has published, with the state, town or person that they are of."""
    last, first = 0, None
    for noun in _NOUN.finditer(text):
        if _NOUN.match(text, noun.end() + 1) is not None:
            first = noun.start() if first is None else first
            continue  # a ministry spokesman is one of them, not two
        if noun["side"] is not None and noun.start() - last <= 1 < last:
            continue  # of whom an authority is: ``a source in the delegation``
        if noun.start() >= last and (voice := _authority(text, noun, countries, persons, parties)) is not None:
            last = voice.end
            yield voice if first is None else replace(voice, start=min(first, voice.start))
        first = None


def _authority(
    text: str, noun: "re.Match[str]", countries: Sequence[Country], persons: Sequence[Voice], parties: Sequence[str]
) -> Voice | None:
    start, end = noun.span()
    if noun.group().lower().startswith(_RANKS) and not _ONE_OF_THEM.search(text[:start]):
        return None
    kind = Kind.PAPER if noun["paper"] else Kind.SIDE if noun["side"] else Kind.AUTHORITY
    if (of := _owner(text, noun, countries, persons)) is not None:
        seats = [c.end for c in countries if c.place and c.start >= end and _JOINING.fullmatch(text[end : c.start])]
        return Voice(of.party, min(start, of.start), max([end, of.end, *seats[:1]]), kind)
    if kind is Kind.SIDE:
        return None
    if _POSSESSED.search(text[:start]) is not None:
        return Voice(None, start, end, kind, own=True)
    if _FEDERAL.match(noun.group()) and (federal := [one for one in parties if one in _FEDERAL_STATES]):
        return Voice(federal[0], start, end, kind)
    return None if noun.group().lower().startswith(_MERELY) else Voice(None, start, end, kind)


def _owner(text: str, noun: "re.Match[str]", countries: Sequence[Country], persons: Sequence[Voice]) -> Country | Voice | None:
    """Whose authority it is: of the state before it, of the state, town or person behind it, of the town that leads to it."""
    start, end = noun.span()
    theirs = around(text, Cue("", start, end), countries, many=False)
    beside: list[Country | Voice] = [*countries, *persons]
    behind = [one for one in beside if one.start >= end and _JOINING.fullmatch(text[end : one.start])]
    owning = [one for one in persons if one.end <= start and _POSSESSING.fullmatch(text[one.end : start])]
    seats = [one for one in countries if one.place and one.end <= start and _LED.fullmatch(text[one.end : start])]
    led = [one for one in seats if _AT.search(text[: one.start])]
    owners: list[Country | Voice] = [*theirs, *behind[:1], *owning[-1:], *led[-1:]]
    return next(iter(owners), None)
