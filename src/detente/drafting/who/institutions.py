"""Who is said to be in contact, where a sentence names ministries, armed forces or people, but no office of theirs?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from detente.drafting.language.lexicon import Country, Cue, Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.spelling import nominative
from detente.drafting.telling import Occasion, Told
from detente.drafting.who.actors import Actor, Named, is_other
from detente.drafting.who.names import Name, names_in, names_listed
from detente.drafting.who.owners import around
from detente.drafting.who.remarks import between_others
from detente.drafting.who.themes import strikes

_STAFFED = Pattern(r"\s+(?:officials|officers|delegations?|representatives|teams|leaders|spokes\w+)\b", re.IGNORECASE)
_SEATED = Pattern(r"\s+(?:in|à|в)\s+$", re.IGNORECASE)
_LED = Pattern(
    r"^[^.;]{0,60}?\b(?:led by|headed by|under|conduite par|dirigée par|sous la conduite d[eu]|"
    r"unter (?:der )?(?:Leitung|Führung) (?:von|des)|во главе с|под руководством|возглавляем\w+)\s+",
    re.IGNORECASE,
)
_AMERICAN = ("pentag", "пентаг")
_OF_THERE = Pattern(r"\s+(?:there|sur place|vor Ort|тамошн\w+|на месте)\b", re.IGNORECASE)
"""Behind a ministry of the capital that the sentence named before."""

_REPORTING = 25
"""Letters between an institution and the word that it says something, at most."""


def institutions_in(text: str, words: Lexicon, countries: Sequence[Country]) -> tuple[list[Actor], list[str]]:
    """The institutions that the sentence is about, as actors without an office, and the parties of those that report it."""
    says = words.cues["say"].found(text)
    found: list[Actor] = []
    reporting: list[str] = []
    for cue in words.cues["institution"].found(text):
        owners = _owners(text, cue, countries)
        if not owners:
            continue
        if any(0 <= gap <= _REPORTING for s in says for gap in (s.start - owners[-1].end, cue.start - s.end)):
            reporting += [one.party for one in owners if one.party is not None]
        else:
            found += owners
    return [*found, *_officers(text, countries)], reporting


def _officers(text: str, countries: Sequence[Country]) -> list[Actor]:
    """Generals of whom a sentence says only whose they are: ``der pakistanische Generalmajor``."""
    return [
        Actor(c.party, None, c.start, c.end, sure=False, weight=0.7)
        for c in countries
        if not c.place
        and (
            (_OFFICER.match(text, c.end) and _ONE.search(text[: c.start]))
            or (_OFFICER_BEFORE.search(text[: c.start]) and not _NAMED.match(text, c.end))
        )
    ]


_ONE = Pattern(r"\b(?:the|a|der|den|dem|ein|einen|einem)\s+$|^$|[.,;:—–]\s+$", re.IGNORECASE)
_OFFICER = Pattern(
    r"\s+(?:(?:(?:major|lieutenant|brigadier)[- ])?general|(?:(?:vice|rear)[- ])?admiral|(?:lieutenant[- ])?colonel|brigadier|"
    r"commodore|General(?:major|leutnant|oberst)?|(?:Vize|Konter|Flottillen)?[Aa]dmiral|Oberst(?:leutnant)?|Brigadier|"
    r"генерал\S*|(?:вице-|контр-)?адмирал\S*|(?:под)?полковник\w*)\b(?=\s*[,.;]|\s+[a-zäöüа-я])"
)
_OFFICER_BEFORE = Pattern(
    r"\b(?:le|un|du|au)\s+(?:(?:vice-|contre-|lieutenant-)?(?:général|amiral|colonel)(?:-major)?"
    r"(?: de (?:division|brigade|corps d['’]armée))?|commandant|capitaine de vaisseau)\s+$",
    re.IGNORECASE,
)
_NAMED = Pattern(r"\s+[A-ZÀ-Ý]")


_TRAINED = Pattern(
    r"\b(?:training|equipping|rebuilding|arming|strengthening|modernisation|modernization|reform|state|support|supplies|aid|"
    r"formation|équipement|réforme|soutien|aide|modernisation|Ausbildung|Ausrüstung|Aufbau|Reform|Unterstützung|Modernisierung|"
    r"подготовк\w+|обучени\w+|оснащени\w+|реформ\w+|модернизаци\w+|помощ\w+|поддержк\w+)\s+"
    r"(?:of|for|to|de|du|des|de l['’]|à l['’]|d['’]|der|des|für|von)?\s*(?:the\s+|la\s+|l['’]|der\s+|die\s+)?$",
    re.IGNORECASE,
)
"""Before an army that is only spoken of: ``la formation de l'armée afghane``."""

_MEANT_FOR = Pattern(
    r"\b(?:talked|spoke|discussed|parlé|porté sur|discuté|évoqué|sprachen|redeten|berieten|erörterten|говорили|обсудили|"
    r"обсуждали|речь шла|ging (?:es )?um|dealt with)\b[^.;:]{5,120}?(?:\s|['’])"
    r"(?:for|pour|für|для|(?:aide|soutien|livraisons?)\b"
    r"[^.;:]{0,40} (?:à|aux)|(?:promis|destiné|livré|fourni|donné|cédé)e?s? (?:à|aux))\s+"
    r"(?:the\s+|la\s+|les\s+|l['’]|die\s+|das\s+)?$",
    re.IGNORECASE,
)
"""Before an army for which something is that was spoken of: ``talked about winter kit for the Ukrainian armed forces``."""


_THEME = Pattern(r"^(?:How|Whether|Comment|Wie|Ob|Как|Каким образом)\s[^?]*$")
"""How a sentence begins of which what was spoken of is the subject: ``How the two ministries may work together was``."""


def _owners(text: str, cue: Cue, countries: Sequence[Country]) -> list[Actor]:
    owners = _owners_named(text, cue, countries)
    before = text[: min((owner.start for owner in owners), default=0)]
    if _PARLIAMENT.search(text[max(0, cue.start - _NEAR) : cue.end + _NEAR]) and "ommi" in text[cue.start : cue.end + _NEAR]:
        return []  # a committee of theirs
    end = max((owner.end for owner in owners), default=cue.end)
    spoken = _TRAINED.search(before) or _MEANT_FOR.search(before) or _THEME.search(before) or strikes(text, len(before), end)
    return [] if spoken or between_others(before) else owners


_NEAR = 40
_PARLIAMENT = Pattern(
    r"\b(?:Bundestag\w*|parliament\w*|parlement\w*|Parlament\w*|Knesset|Senate|Sénat|House of|Assemblée|Assembly|Rada|Sejm|"
    r"Riksdag|Storting|Congress|lawmakers?|députés|госдум\w*|парламент\w*|верховн\w+ рад\w+)\b",
    re.IGNORECASE,
)
"""Beside a committee that is one of those who make laws."""


def _owners_named(text: str, cue: Cue, countries: Sequence[Country]) -> list[Actor]:
    staff = _STAFFED.match(text, cue.end)
    whole = cue if staff is None else Cue(cue.means, cue.start, staff.end())
    if any(word in text[cue.start : cue.end].lower() for word in _AMERICAN):
        return [Actor("USA", None, cue.start, whole.end, weight=0.8)]
    theirs = around(text, whole, countries, many=True)
    if not theirs:
        theirs = [c for c in countries if c.place and c.start >= whole.end and _SEATED.fullmatch(text[whole.end : c.start])][:1]
    if not theirs and _OF_THERE.match(text, whole.end):
        theirs = [c for c in countries if c.place and c.end <= whole.start][-1:]
    if len(theirs) != 1:
        return [Actor(c.party, None, c.start, c.end, weight=0.8, several=True) for c in theirs]
    [owner] = theirs
    end = max(whole.end, owner.end)
    name = _led_by(text, end, countries)
    listed = "" if name is None else nominative(name.written, "министром")
    return [
        Actor(
            owner.party, None, min(owner.start, cue.start), end if name is None else name.end, name, listed=listed, weight=0.8
        ),
    ]


def _led_by(text: str, place: int, countries: Sequence[Country]) -> Name | None:
    head = _LED.match(text[place:])
    if head is None:
        return None
    named = names_listed(text, place + head.end(), frozenset(c.start for c in countries))
    return named[0] if named else None


_OF_PARTY = Pattern(r"(?:['’]s?,?)?\s+(?:the\s+)?$")
_FROM_PARTY = Pattern(r"\s+(?:of|from|de|du|d['’]|des|aus|von|из)\s*(?:the\s+|la\s+|l['’]|der\s+)?$|\s*\($", re.IGNORECASE)


def of_countries(text: str, named: Named) -> list[Actor]:
    """The people named by their party alone: ``Sweden's Pål Jonson``, ``l'Italien Guido Crosetto``, ``Marles of Australia``."""
    found = []
    for name in _free(text, named.actors, named):
        owner = next((c for c in named.countries if c.end <= name.start and _bears_his_name(text, c, name)), None)
        owner = owner or next(
            (c for c in named.countries if name.end <= c.start and _FROM_PARTY.fullmatch(text[name.end : c.start])), None
        )
        if owner is not None and " " in name.written:
            begun, end = min(owner.start, name.start), max(owner.end, name.end)
            found.append(Actor(owner.party, None, begun, end, name, sure=False, weight=0.7))
    return found


def _bears_his_name(text: str, country: Country, name: Name) -> bool:
    """Whether a name stands right behind the state whose it is; behind a town only where it is the town's: ``Paris's X``.

    ``Baku Expo Centre`` and ``Gdańsk Security Forum`` are nobody.
    """
    between = text[country.end : name.start]
    own = not country.place or between.startswith(("'", "’")) or text[country.end - 1] == "s"
    return own and _OF_PARTY.fullmatch(between) is not None


def of_reporter(text: str, named: Named, party: str) -> list[Actor]:
    """Whoever a ministry names without an office, in a sentence about a contact with somebody else: its own."""
    free = _free(text, named.actors, named)
    full = [name for name in free if " " in name.written or _THAT.search(text[: name.start])]
    return [Actor(party, None, name.start, name.end, name, sure=False) for name in full[:1]]


_THAT = Pattern(r"\b(?:that|que|dass|что)\s+$", re.IGNORECASE)


def _free(text: str, actors: Iterable[Actor], named: Named) -> list[Name]:
    """The names of the sentence that nobody bears yet."""
    taken = [*((one.start, one.end) for one in actors), *((other.start, other.end) for other in named.others)]
    names = [name for name in names_in(text, stops=named.stops) if not is_other(text, name, named.others)]
    return [n for n in names if not any(start < n.end and n.start < end for start, end in taken)]


_TO_WHOM = Pattern(
    r"\s+(?:told|met|with|and|informed|assured|et|avec|à|mit|und|traf|с|и)\s+(?:(?:with|that)\s+)?$", re.IGNORECASE
)


def named_in_order(text: str, named: Named, parties: Sequence[str]) -> list[Actor]:
    """People of ``parties``, of whom nobody is named, where as many names stand in a row, or one after a counterpart's."""
    free = _free(text, [], named)
    for first in free:
        listed = names_listed(text, first.start, named.stops)
        if len(listed) == len(parties) > 1 and all(" " in name.written for name in listed):
            known = {actor.name.start: actor for actor in named.actors if actor.name is not None}
            pairs = zip(parties, listed, strict=True)
            if all(name.start not in known or known[name.start].party == party for party, name in pairs):
                return [
                    known.get(name.start) or Actor(party, None, name.start, name.end, name, sure=False)
                    for party, name in zip(parties, listed, strict=True)
                ]
    if len(parties) == 1:
        for actor in named.actors:
            for name in _free(text, named.actors, named):
                if " " in name.written and actor.name and _TO_WHOM.fullmatch(text[actor.end : name.start]):
                    return [Actor(parties[0], None, name.start, name.end, name, sure=False)]
    return []


def with_names(occasion: Occasion, told: Sequence[Told], alone: bool) -> Occasion:
    """With the names of those of whom nobody is named yet: of their party alone, or in the order of the parties."""
    own = {one.sentence.number for one in occasion.told}
    near = [one for one in told if one.sentence.number in own or (alone and one.sentence.number - 1 in own)]
    for one in near:
        theirs = [actor for actor in of_countries(one.text, one.named) if actor.party in _nameless(occasion)]
        occasion = replace(occasion, actors=(*occasion.actors, *theirs))
        nameless = _nameless(occasion)
        if len(nameless) == 1 and (leader := _leader(one, nameless[0])) is not None:
            occasion, nameless = replace(occasion, actors=(*occasion.actors, leader)), []
        if nameless and not one.named.others and not one.sentence.heading:
            everybody = named_in_order(one.text, one.named, occasion.parties) if len(occasion.parties) > 1 else []
            theirs = everybody or named_in_order(one.text, one.named, nameless)
            occasion = replace(occasion, actors=(*occasion.actors, *(a for a in theirs if a.party in nameless)))
    return occasion


def _leader(one: Told, party: str) -> Actor | None:
    """Whoever a sentence says led the delegation of ``party``: ``Major General X led them``; None: nobody of no other side."""
    if not any(part in one.text for part in _LEADS):
        return None
    borne = [a.name for a in one.named.actors if a.name is not None and a.party in (None, party)]
    for name in (*borne, *_free(one.text, one.named.actors, one.named)):
        if _LED_THEM.match(one.text, name.end) or _LED_BY.search(one.text[: name.start]):
            return Actor(party, None, name.start, name.end, name, sure=False)
    return None


_LEADS = ("led", "head", "conduit", "dirig", "eleitet", "leitete", "Spitze", "Leitung", "возглав", "во главе")
_LED_THEM = Pattern(
    r"[^.;]{0,60}?\b(?:led|leads|headed|heads|(?:conduisait|dirigeait)|leitete|führte an|возглавлял\w*|возглавил\w*)\s+"
    r"(?:them|it|the|la|cette|sie|die|е[её]|их|делегаци\w+)\b",
    re.IGNORECASE,
)
_LED_BY = Pattern(
    r"\b(?:(?:led|headed) by|(?:conduite|dirigée|emmenée) par|geleitet\b[^.;]{0,20}\bvon|Leitung (?:hatte|von)|"
    r"Spitze (?:stand|steht)|(?:делегаци\w+|е[её]|их) (?:возглавлял|возглавил)\w*|во главе (?:с|делегации))\s+"
    r"(?:le\s+|la\s+|l['’]|dem\s+|der\s+)?(?:[\w.'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""Behind, and before, the name of who led a delegation."""


def _nameless(occasion: Occasion) -> list[str]:
    return [party for party in occasion.parties if not any(a.party == party and a.name for a in occasion.actors)]
