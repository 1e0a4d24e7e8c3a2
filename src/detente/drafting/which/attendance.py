"""Who else took part in a contact than those whom its sentence names?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from re import IGNORECASE

from detente.domain.vocabulary import Office
from detente.drafting.how.manner import TWO_PLUS_TWO
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told
from detente.drafting.who.actors import Actor, is_other
from detente.drafting.who.attending import ATTENDED
from detente.drafting.who.figures import figures
from detente.drafting.who.names import Name, names_in

_CLOSE = 3
"""Letters between an office and the name of who holds it."""


def with_foreign_ministers(occasion: Occasion, told: Sequence[Told]) -> Occasion:
    """With the foreign ministers of its parties whom the text names, where it was a meeting of two and two."""
    near = [*occasion.told, *occasion.others]
    if not any(TWO_PLUS_TWO.search(one.text) for one in near):
        return occasion
    more = [actor for one in told for actor in _foreign_ministers(one) if actor.party in occasion.parties]
    if len({actor.party for actor in more}) < 2:
        return occasion  # of one side alone is named, perhaps, who was to come
    return replace(occasion, actors=(*occasion.actors, *more))


def _foreign_ministers(one: Told) -> Iterator[Actor]:
    """Those whom the list of people knows, of no office of defence, and whom the sentence does not call a head of state."""
    for name in names_in(one.text, stops=one.named.stops):
        figure = figures().find(name)
        if figure is not None and figure.office is None and figure.party and not _heads(one, name):
            office = Office.FOREIGN_MINISTER
            yield Actor(figure.party, office, name.start, name.end, name, sure=False, listed=figure.name, by_list=True)


def _heads(one: Told, name: Name) -> bool:
    """Whether the words before a name are those of a president, a prime minister or an ambassador."""
    return any(x.means != "foreign" and 0 <= name.start - x.end <= _CLOSE for x in one.named.others)


def without_absent(occasion: Occasion, told: Sequence[Told]) -> Occasion:
    """Without those of several parties of whom a sentence says that they were not there, and of whom nobody is named."""
    borne = {actor.party for actor in occasion.actors if actor.name is not None}
    away = {
        party
        for one in told
        if len(occasion.parties) > _SEVERAL and _ABSENT.search(one.text) is not None
        for party in {country.party for country in one.named.countries} | {actor.party for actor in one.named.actors}
        if len(one.named.actors) < _SEVERAL
    }
    away -= borne
    left = tuple(party for party in occasion.parties if party not in away)
    if len(left) < _SEVERAL or len(left) == len(occasion.parties):
        return occasion
    return replace(occasion, parties=left, actors=tuple(a for a in occasion.actors if a.party not in away))


_SEVERAL = 2

_ABSENT = Pattern(
    r"\b(?:sent (?:nobody|no one|no (?:\w+ )?(?:minister|delegation|delegate|representative|one))|(?:was|"
    r"were) (?:absent|missing|not "
    r"(?:there|present|represented|invited))|stayed away|did not (?:attend|come|take part|send|travel|show)|skipped|boycotted|"
    r"étai(?:t|ent) absente?s?|n['’](?:étai(?:t|ent)|a|ont|avai(?:t|ent)) (?:pas|pas été) (?:représentée?s?|"
    r"présente?s?|venue?s?|"
    r"participé|envoyé|fait le déplacement|invitée?s?)|n['’](?:a|ont) envoyé personne|a boudé|manquai(?:t|ent)|brillai\w+ par|"
    r"fehlten?|blieb(?:en)?\b[^.;]{0,40}\bfern|nicht (?:vertreten|angereist|erschienen|gekommen|teilgenommen|dabei|eingeladen)|"
    r"abwesend|(?:schickte|entsandte)n? (?:niemanden|keinen|keine)|не (?:приехал|прибыл|участвовал|прилетел|принял|"
    r"принимал|направил|"
    r"прислал|приглаш)\w*|никого не (?:прислал|направил)\w*|отсутствовал\w*|не был\w* представлен\w*)\b",
    IGNORECASE,
)
"""Who was not there."""


def present(told: Sequence[Told], parties: Sequence[str]) -> list[Actor]:
    """Those of ``parties`` of whom a sentence says nothing but that they were there too: ``General X was present``.

    Whoever it names by an office or a rank alone is of the one party that it names, else of the first.
    """
    return [actor for one in told if ATTENDED.search(one.text) is not None for actor in _attending(one, parties)]


def _attending(one: Told, parties: Sequence[str]) -> Iterator[Actor]:
    states = (country.party for country in one.named.countries if not country.place)
    named = {party for party in (*states, *(actor.party for actor in one.named.actors)) if party in parties}
    whose = next(iter(named)) if len(named) == 1 else parties[0] if not named else None
    for actor in one.named.actors:
        if actor.name is not None and (actor.party in parties or actor.party is None):
            yield actor if actor.party is not None else replace(actor, party=whose)
    known = [actor.name for actor in one.named.actors if actor.name is not None]
    for name in names_in(one.text, stops=one.named.stops) if whose is not None else ():
        ranked = _RANKED.search(one.text[: name.start]) is not None and not is_other(one.text, name, one.named.others)
        if ranked and not any(name.start < other.end and other.start < name.end for other in known):
            yield Actor(whose, None, name.start, name.end, name, sure=False)


_RANKED = Pattern(
    r"\b(?:Gen|General|Adm|Admiral|Marshal|Brig|Brigadier|Col|Colonel|Lt|Maj|Major|Capt|Captain|Commodore|Cdre|"
    r"général|amiral|colonel|commandant|capitaine|Generalmajor|Generalleutnant|Oberst|Brigadier|Divisionär|"
    r"генерал\w*|генерал-\w+|адмирал\w*|полковник\w*)\.?\s+$",
    IGNORECASE,
)
"""Before somebody in uniform."""
