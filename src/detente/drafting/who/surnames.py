"""Who is named once more, by the surname alone?"""

from collections.abc import Iterable
from dataclasses import replace

from detente.drafting.language.spelling import forms, sound
from detente.drafting.who.actors import Actor, Named, is_other
from detente.drafting.who.names import Name, names_in


def introduced(found: Iterable[Actor]) -> dict[str, Actor]:
    """Everybody whom an office introduced with a name, by the sound of the word by which they are known afterwards.

    A name of several words comes before a surname that only the list of people knows.
    """
    known: dict[str, Actor] = {}
    for actor in found:
        if actor.name is not None and actor.party is not None:
            for word in actor.name.written.split():
                if len(word) > 2:
                    known.setdefault(sound(word), actor)
                    for form in forms(word) if word[-1] in _INFLECTED else ():
                        known.setdefault(form, actor)
            last = sound(actor.name.last)
            if not (_by_surname_alone(actor) and last in known):
                known[last] = actor
    return known


def _in_the_genitive(name: Name, known: dict[str, Actor]) -> Actor | None:
    """Whose surname a German text puts in the genitive: ``ein Telefonat Amherds``."""
    same = known.get(sound(name.last.removesuffix("s")))
    whole = None if same is None or same.name is None else same.name.last
    return same if whole is not None and name.last == f"{whole}s" else None


_INFLECTED = "аяуюемы"
"""Letters in which a Russian name may end that stands in another case."""


def _by_surname_alone(actor: Actor) -> bool:
    return actor.by_list and actor.name is not None and " " not in actor.name.written


def again(text: str, named: Named, known: dict[str, Actor]) -> Named:
    """As ``named``, with those who are named once more by their surname; an office without a party gets that of its name."""
    actors = []
    for actor in named.actors:
        same = None if actor.name is None else known.get(sound(actor.name.last))
        if actor.name is not None and same is not None:
            if actor.party is None:
                actor = replace(actor, party=same.party, person=same.person, sure=False)
            elif _by_surname_alone(actor) and not _by_surname_alone(same):
                actor = replace(same, start=actor.start, end=actor.end, several=False)
        actors.append(actor)
    taken = [(a.start, a.end) for a in actors]
    for name in names_in(text, stops=named.stops):
        if any(start < name.end and name.start < end for start, end in taken) or is_other(text, name, named.others):
            continue
        same = next((known[form] for form in forms(name.last) if form in known), None) or _in_the_genitive(name, known)
        if same is not None and (len(name.written.split()) == 1 or sound(name.written.split()[0]) in known):
            actors.append(replace(same, start=name.start, end=name.end, several=False))
    return replace(named, actors=tuple(sorted(actors, key=lambda actor: actor.start)))
