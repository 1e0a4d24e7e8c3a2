"""Were two contacts of the same parties those of different people?"""

from collections.abc import Iterable, Sequence
from re import IGNORECASE

from detente.drafting.how.manner import media_of
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.spelling import sound
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.who.actors import Actor


def other_pair(known: Occasion, new: Occasion) -> bool:
    """Whether the same parties are told to have been in contact through other people: first ministers, then chiefs of staff."""
    if set(new.parties) != set(known.parties) or len(new.parties) != 2 or not media_of(new.told[0]):
        return False
    before, now = people_by_party(known), people_by_party(new)
    offices = {a.office for a in known.actors if a.name is not None} & {a.office for a in new.actors if a.name is not None}
    return not offices and all(len(before[p]) == len(now[p]) == 1 and before[p] != now[p] for p in new.parties)


def names_as_many(heading: Told, one: Told) -> bool:
    """Whether a sentence names both sides that a heading names."""
    both = set(parties_of(heading.named.actors))
    return len(both) > 1 and both <= set(parties_of(one.named.actors))


def half_of(other: Occasion, known: Occasion, parties: Sequence[str]) -> bool:
    """Whether a contact was told of by the sentence of ``known`` alone, which turns out to be one of all ``parties``."""
    return other.told == known.told and set(other.parties) <= set(parties)


def taken_aside(one: Told, last: Occasion) -> Occasion | None:
    """The talk apart that one of those of ``last`` is told to have had with another of the other side; None: there is none."""
    if len(last.parties) != 2 or not media_of(one) or _APART.search(one.text) is None or one.named.others or one.earlier:
        return None
    before = people_by_party(last)
    new = [a for a in one.named.actors if a.name is not None and a.party is not None and before.get(a.party)]
    new = [a for a in new if a.party is not None and not people_of([a], [a.party])[a.party] & before[a.party]]
    if len({a.party for a in new}) != 1 or not parties_of(one.named.actors) or set(parties_of(one.named.actors)) - set(before):
        return None
    actors = (*(actor for actor in last.actors if actor.party != new[0].party), *new)
    return Occasion(last.parties, actors, (one,), sure=last.sure)


_APART = Pattern(
    r"\b(?:separate (?:talks?|meeting|conversation|session)|(?:met|spoke|talked|conferred)\b[^.;:]{0,60}\bseparately|"
    r"separately (?:met|spoke|talked)|(?:entretien|échange|rencontre|réunion|discussion|tête-à-tête)s? (?:distinct|séparé)e?s?|"
    r"(?:entretenue?s?|rencontré|discuté|vue?)\b[^.;:]{0,60}\bséparément|séparément (?:entretenu|rencontré)e?|"
    r"(?:gesondert|getrennt|separat)e[nrms]? (?:Gespräche?n?|Treffen|Unterredung|Begegnung)|"
    r"(?:sprach|traf|unterhielt|redete)\b[^.;:]{0,60}\b(?:gesondert|getrennt|separat)|(?:gesondert|getrennt|"
    r"separat) (?:\w+ ){0,3}(?:sprach|gesprochen|getroffen|traf)|"
    r"отдельн(?:ую|ая|ый|ые|ой) (?:\w+ )?(?:бесед|встреч|разговор|переговор)\w*|отдельно (?:\w+ )?(?:встретил|побеседовал|"
    r"поговорил|провёл|провел)\w*|"
    r"(?:met|saw|received|meeting|talks|conversation|spoke)\b[^.;:]{0,30}?\bas well)\b",
    IGNORECASE,
)
"""That a talk was apart from another: ``a eu un entretien distinct avec``."""


def people_by_party(occasion: Occasion) -> dict[str, set[str]]:
    """Who is named for each party, by the sound of the name."""
    return people_of(occasion.actors, occasion.parties)


def people_of(actors: Iterable[Actor], parties: Iterable[str]) -> dict[str, set[str]]:
    """Who of ``actors`` is named for each of ``parties``, by the sound of the surname, as known where it is."""
    people: dict[str, set[str]] = {party: set() for party in parties}
    for actor in actors:
        if actor.party in people and actor.name is not None:
            known = actor.listed or (actor.name.last if actor.person is None else actor.person.name)
            people[actor.party].add(sound(known.split()[-1]))
    return people


def same_people(known: Occasion, new: Occasion) -> bool:
    """Whether two contacts of the same parties name somebody in common."""
    before, now = people_by_party(known), people_by_party(new)
    return any(before.get(party, set()) & now[party] for party in now) and set(known.parties) == set(new.parties)


def of_others(new: Occasion, known: Occasion, found: Sequence[Occasion]) -> bool:
    """Whether what is told of a contact names more of those in another of the same parties: the chief, not the minister."""
    alike = [each for each in found if set(each.parties) == set(known.parties)]
    return len(alike) > 1 and max(_shared(each, new) for each in alike) > _shared(known, new)


def _shared(known: Occasion, new: Occasion) -> int:
    """How many who are named for a contact are named in another."""
    before, now = people_by_party(known), people_by_party(new)
    return sum(len(before.get(party, set()) & now[party]) for party in now)


def bearers(party: str, told: Sequence[Told]) -> set[str]:
    """Who is named for a party anywhere in the text, by the sound of the name."""
    return {sound(a.name.last) for one in told for a in one.named.actors if a.party == party and a.name is not None}
