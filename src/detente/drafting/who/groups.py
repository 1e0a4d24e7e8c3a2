"""For which states does one office in the plural stand: those of a group, or those that the sentence before names?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.drafting.language.lexicon import Country
from detente.drafting.language.patterns import Pattern
from detente.drafting.who.actors import Actor, Named
from detente.drafting.who.offices import PLURAL

_GROUPS = (
    (r"benelux|бенилюкс\w*", "BEL NLD LUX"),
    (
        r"nordic[- ](?:and[- ])?baltic(?:[- ](?:eight|8))?|nb8|(?:pays |États )?nordiques (?:et )?baltes|nordico-baltes?|"
        r"nordisch(?:e[nr]?)?(?:-| und )baltische\w*|северо-балтийск\w+|стран северной европы и (?:стран )?балтии",
        "DNK EST FIN ISL LTU LVA NOR SWE",
    ),
    (r"baltic|pays baltes|États baltes|baltes|balten|baltische\w*|стран балтии|балтийск\w+|прибалти\w+", "EST LVA LTU"),
    (r"visegr[aá]d\w*|вишеградск\w+|вышеградск\w+", "CZE HUN POL SVK"),
    (r"weimar\w*|веймарск\w+", "DEU FRA POL"),
    (r"aukus", "AUS GBR USA"),
    (
        r"g5[- ]sahel(?:[- ]?staaten|[- ]länder)?|g5 du sahel|sahel[- ]g5|(?:сахельск\w+ )?пят[её]рк\w+ сахеля|g5 сахел\w*",
        "BFA MLI MRT NER TCD",
    ),
    (
        r"(?:alliance|confederation) of sahel states|(?:alliance|confédération) des États du sahel|альянс\w* государств сахеля|"
        r"Allianz der Sahel-?Staaten",
        "BFA MLI NER",
    ),
    (r"одкб|csto|ovks|otsc|collective security treaty organi[sz]ation", "ARM BLR KAZ KGZ RUS TJK"),
    (
        r"cedc|zentraleuropäische\w* verteidigungs(?:kooperation|zusammenarbeit)|central european defen[cs]e cooperation|"
        r"coopération (?:de défense )?centre-européenne|центральноевропейск\w+ оборонн\w+ сотрудничеств\w+",
        "AUT CZE HRV HUN SVK SVN",
    ),
    (
        r"nordefco|nordic (?:countries|states|nations|five)|(?:pays|États) nordiques|"
        r"nordische\w* (?:länder|staaten)\w*|стран северной европы|северных стран",
        "DNK FIN ISL NOR SWE",
    ),
    (r"d-?a-?ch(?:-(?:staaten|länder)\w*)?", "AUT CHE DEU"),
    (r"quad", "AUS IND JPN USA"),
    (r"squad", "AUS JPN PHL USA"),
    (r"lublin triangle|triangle de lublin|lubliner dreieck\w*|люблинск\w+ треугольник\w*", "LTU POL UKR"),
    (r"five power defen[cs]e arrangements|fpda", "AUS GBR MYS NZL SGP"),
    (r"bucharest nine|b9|bukarester neun|бухарестск\w+ девятк\w+", "BGR CZE EST HUN LTU LVA POL ROU SVK"),
    (
        r"gulf cooperation council|gcc|conseil de coopération du golfe|golfkooperationsrat\w*|"
        r"совет\w* сотрудничества (?:арабских государств )?(?:персидского )?залива|ссагпз",
        "ARE BHR KWT OMN QAT SAU",
    ),
)
_GROUP = Pattern(
    "|".join(rf"\b(?P<g{place}>{names})\b(?!\s+(?:sea|air|mer)\b)" for place, (names, _) in enumerate(_GROUPS)), re.I
)

_NUMBERS = (
    (2, r"two|deux|zwei|beide[nr]?|both|двух|обеих|обоих"),
    (3, r"three|trois|drei(?:er)?|тр[её]х"),
    (4, r"four|quatre|vier(?:er)?|четыр[её]х"),
    (5, r"five|cinq|fünf|пяти"),
)
_STATES = (
    r"(?:\w+\s+)?(?:countries|states|nations|neighbou?rs|allies|capitals|republics|armies|militaries|navies|"
    r"sides|armées|marines|camps|armeen|streitkräfte|seiten|армий|флотов|сторон|pays|états|nations|voisins|alliés|"
    r"capitales|"
    r"länder[n]?|staaten|nachbar\w*|verbündeten|republiken|стран|государств|республик|соседей|союзников)\b"
)
_COUNTED = Pattern("|".join(rf"\b(?P<n{number}>(?:{words})\s+{_STATES})" for number, words in _NUMBERS), re.IGNORECASE)
_SOME = Pattern(
    "|".join(
        rf"\b(?P<n{number}>{words})\s+(?:of\s+the\s+\w+\s+|des\s+\w+\s+|der\s+\w+\s+|из\s+\w+\s+)?$"
        for number, words in (
            (3, r"three|trois|drei|трое|тр[её]х"),
            (4, r"four|quatre|vier|четверо|четыр[её]х"),
            (5, r"five|cinq|fünf|пятеро|пяти"),
            (6, r"six|sechs|шестеро|шести"),
        )
    ),
    re.IGNORECASE,
)
"""How many of a group's ministers there were, right before their office."""

_THEIR = Pattern(r"\b(?:their|leurs|ihre|deren|их)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_BEHIND, _AHEAD = 45, 75
"""Letters before and behind an office within which what it is of is looked for."""
_BACK = 2
"""Sentences before it in which the states may have been named."""
_WEIGHT = 0.9

_BETWEEN = Pattern(
    r"\s*(?:,|and|et|und|и|,\s*(?:and|et|und|и))\s+(?:the\s+|la\s+|le\s+|les\s+|l['’]|der\s+|die\s+|de\s+|du\s+|d['’]|"
    r"des\s+)*",
    re.IGNORECASE,
)


def with_groups(text: str, named: Named, said: Sequence[tuple[str, Named]], place: int) -> Named:
    """With somebody for each state of an office in the plural of which no party is said.

    ``said`` is all that a text tells, of which the sentence is the one at ``place``.
    """
    actors: list[Actor] = []
    for actor in named.actors:
        parties: Sequence[str] = ()
        nobody = actor.name is None or _GROUP.search(actor.name.written) is not None
        if actor.party is None and nobody and PLURAL.search(text[actor.start : actor.end]):
            if each := _each_of(text, actor, named.countries):
                actors += each
                continue
            parties = _meant(text, actor, (*said[max(0, place - _BACK) : place], (text, named))) or _of_the_two(
                text, actor, said
            )
        actors += [
            replace(actor, party=party, name=None, listed="", sure=False, weight=_WEIGHT, several=True) for party in parties
        ] or [actor]
    return replace(named, actors=tuple(actors))


def _each_of(text: str, office: Actor, countries: Sequence[Country]) -> list[Actor]:
    """A counterpart for each state of which a sentence says that they are: ``his counterparts from Oman and Serbia``."""
    row: list[Country] = []
    for country in countries if office.counterpart else ():
        between = _BETWEEN if row else _FROM
        if country.start >= office.end and between.fullmatch(text[row[-1].end if row else office.end : country.start]):
            row.append(country)
    return [Actor(c.party, None, c.start, c.end, counterpart=True) for c in row] if len(row) > 1 else []


_FROM = Pattern(r"\s+(?:(?:from|of|de|du|des|aus|von|из)\s+(?:the\s+|la\s+|l['’]|der\s+|de[nm]\s+)?|d['’])", re.IGNORECASE)


def _meant(text: str, office: Actor, spoken: Sequence[tuple[str, Named]]) -> Sequence[str]:
    begun = max(0, office.start - _BEHIND)
    around = text[begun : office.end + _AHEAD]
    group = _GROUP.search(around)
    if group is not None and not _ELSEWHERE.search(text[office.end : begun + group.start()]):
        members = _GROUPS[int(str(group.lastgroup)[1:])][1].split()
        some = _SOME.search(text[: office.start])
        return members if some is None or int(str(some.lastgroup)[1:]) == len(members) else ()
    counted = _COUNTED.search(around)
    number = None if counted is None else int(str(counted.lastgroup)[1:])
    if number is None and _THEIR.search(text[: office.start]) is None:
        return ()
    for words, named in reversed(spoken):
        row = _row(words, named.countries)
        if len(row) == number or (number is None and len(row) > 1):
            return row
        if words == text:
            continue  # what else it names, it names for itself
        sides = list(dict.fromkeys(actor.party for actor in named.actors if actor.party is not None))
        if len(sides) == number:
            return sides
        every = list(dict.fromkeys(country.party for country in named.countries))
        if number is not None and len(every) == number:
            return every
    return ()


def _of_the_two(text: str, office: Actor, said: Sequence[tuple[str, Named]]) -> Sequence[str]:
    """The two states that the sentence names before *the two ministers*, else the only two that the text names at all."""
    place = next(place for place, (words, _) in enumerate(said) if words == text)
    told = {actor.party for _, each in said[:place] for actor in each.actors if actor.party is not None}
    if office.counterpart or _TWO.search(text[: office.start]) is None or len(told) >= _PAIR:
        return ()  # nobody, or those of whom the text has told
    own = said[place][1]
    named = [(c.start, c.party) for c in own.countries] + [(a.start, a.party) for a in own.actors if a.party is not None]
    before = list(dict.fromkeys(party for start, party in sorted(named) if start < office.start))
    if len(before) == _PAIR:
        return before
    every = dict.fromkeys(country.party for _, each in said for country in each.countries)
    return list(every) if len(every) == _PAIR else ()


_ELSEWHERE = Pattern(r"[,;()]")
"""Between an office and a group that is named beside it: ``the ASEAN ministers' meeting, the FPDA``."""

_PAIR = 2
_TWO = Pattern(
    r"\b(?:(?:the|les|des|ces|aux) (?:two|deux)|both|beide[nr]?|двух|двумя|обоих|обеих|оба|обе)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Right before an office in the plural."""


def _row(text: str, countries: Sequence[Country]) -> list[str]:
    """The longest row of states that a sentence names: ``Estonia, Latvia and Lithuania``."""
    best: list[str] = []
    row: list[Country] = []
    for country in countries:
        if row and not _BETWEEN.fullmatch(text[row[-1].end : country.start]):
            row = []
        row.append(country)
        parties = list(dict.fromkeys(one.party for one in row))
        best = parties if len(parties) > len(best) else best
    return best
