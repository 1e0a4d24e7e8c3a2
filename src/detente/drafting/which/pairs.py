"""Were two contacts of the same parties those of different people?"""

from collections.abc import Sequence

from detente.drafting.how.manner import media_of
from detente.drafting.language.spelling import sound
from detente.drafting.telling import Occasion, Told


def other_pair(known: Occasion, new: Occasion) -> bool:
    """Whether the same parties are told to have been in contact through other people: first ministers, then chiefs of staff."""
    if set(new.parties) != set(known.parties) or len(new.parties) != 2 or not media_of(new.told[0]):
        return False
    before, now = people_by_party(known), people_by_party(new)
    offices = {a.office for a in known.actors if a.name is not None} & {a.office for a in new.actors if a.name is not None}
    return not offices and all(len(before[p]) == len(now[p]) == 1 and before[p] != now[p] for p in new.parties)


def people_by_party(occasion: Occasion) -> dict[str, set[str]]:
    """Who is named for each party, by the sound of the name."""
    people: dict[str, set[str]] = {party: set() for party in occasion.parties}
    for actor in occasion.actors:
        if actor.party in people and actor.name is not None:
            people[actor.party].add(sound(actor.name.last))
    return people


def same_people(known: Occasion, new: Occasion) -> bool:
    """Whether two contacts of the same parties name somebody in common."""
    before, now = people_by_party(known), people_by_party(new)
    return any(before.get(party, set()) & now[party] for party in now) and set(known.parties) == set(new.parties)


def bearers(party: str, told: Sequence[Told]) -> set[str]:
    """Who is named for a party anywhere in the text, by the sound of the name."""
    return {sound(a.name.last) for one in told for a in one.named.actors if a.party == party and a.name is not None}
