"""Who is named once more, by the surname alone?"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from detente.drafting.language.lexicon import Cue
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.spelling import forms, sound
from detente.drafting.who.actors import Actor, Named, is_other
from detente.drafting.who.figures import Figure, figures
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


def by_surname_beside(text: str, names: Iterable[Name], taken: Sequence[Actor | Cue], defence: bool) -> list[Actor]:
    """Those who are called by no more than a surname of the list, beside a side of another party: ``Mattis met Parly, the``.

    ``taken`` is who is named otherwise; ``defence`` whether a defence office is, without which two such names are nobody.
    """
    found = []
    for name in names:
        if " " in name.written or len(name.written) < _SHORT or any(a.start < name.end and name.start < a.end for a in taken):
            continue
        subject = not text[: name.start].strip('«„“"(') and _VERB_BEHIND.match(text, name.end)
        if subject or _AND_BEFORE.search(text[: name.start]):
            figure = figures().of_surname(name.written, (), titled=True)
            if figure is None or figure.office is None or sound(figure.name.split()[-1]) != sound(name.written):
                continue
            if name.written[-1] != "é" or figure.name[-1] == "é":  # « Passé par Niamey »: what he did, no Pace
                found.append(_listed(name, figure))
    sides = [one for one in taken if isinstance(one, Actor)]
    known: set[str | None] = {one.party for one in sides if one.party is not None and one.weight >= _CERTAIN}
    known |= {one.party for one in found} if defence else set()
    return [one for one in found if known - {one.party} and one.party not in {side.party for side in sides}]


def _listed(name: Name, figure: Figure) -> Actor:
    return Actor(
        figure.party,
        figure.office,
        name.start,
        name.end,
        name,
        sure=False,
        listed=figure.name,
        weight=_CERTAIN,
        by_list=True,
    )


_SHORT, _CERTAIN = 5, 0.9
_VERB_BEHIND = Pattern(r"\s+(?:and |et |und |и )?[^\W\d_A-ZÀ-ÝА-ЯЁ]")
_AND_BEFORE = Pattern(r"\b(?:and|with|et|avec|und|mit|и|с|со)\s+$")
"""How a surname alone stands that is somebody's who acts."""


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
