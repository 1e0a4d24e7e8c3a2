"""Whose is an office of which a sentence says only that it is that of the place: ``the emirate's defence minister``?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.drafting.language.lexicon import Country
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.sentences import Sentence
from detente.drafting.who.actors import Actor, Named

_RESOLVED = 0.9


def with_local_offices(text: Sequence[tuple[Sentence, Named]]) -> list[tuple[Sentence, Named]]:
    """An office of which no party is said, but that it is that of the country, is that of the place named last before it."""
    found: list[tuple[Sentence, Named]] = []
    for one, named in text:
        actors: list[Actor] = []
        for actor in named.actors:
            if actor.party is None and actor.name is None and _OF_HIS_OWN.match(one.text, actor.end) is not None:
                own = [a for a in actors if a.party is not None]
                actor = replace(actor, party=own[-1].party, sure=False, weight=_RESOLVED) if own else actor
            elif (
                actor.party is None
                and actor.office is not None
                and (_local(one.text, actor) or _receives(one.text, actor, named))
            ):
                here = [place for place in _places(named) if place.start < actor.start]
                places = here or _places(found[-1][1] if found else None)
                if places:
                    place = places[-1] if _local(one.text, actor) else places[0]
                    actor = replace(actor, party=place.party, sure=False, weight=_RESOLVED)
            actors.append(actor)
        found.append((one, replace(named, actors=tuple(actors))))
    return found


def _places(named: Named | None) -> list[Country]:
    """The states and towns of a sentence, in order."""
    return [] if named is None else sorted((*named.countries, *named.cities), key=lambda place: place.start)


def _local(text: str, actor: Actor) -> bool:
    """Whether an office is said to be that of the place, or of the country."""
    end = actor.end if actor.name is None or actor.name.start < actor.start else min(actor.end, actor.name.start)
    return _LOCAL.search(text[max(0, actor.start - _NEAR) : end]) is not None or _OF_IT.match(text, end) is not None


def _receives(text: str, actor: Actor, named: Named) -> bool:
    """Whether a sentence begins with the town in which somebody was received by whoever holds an office: ``In Tbilisi …``."""
    first = next(iter(_places(named)), None)
    there = first is not None and _IN_TOWN.fullmatch(text[: first.start]) is not None
    return there and actor.name is None and _RECEIVED_BY.search(text[: actor.start]) is not None


_IN_TOWN = Pattern(r"(?:[^\s,]+,?\s+){0,2}?(?:in|at|à|en|au|im|в|во)\s+", re.IGNORECASE)

_RECEIVED_BY = Pattern(
    r"\b(?:(?:received|greeted|welcomed|hosted|met|seen) by(?: the)?|(?:reçue?|accueillie?)s? (?:\w+ )?par(?: l[ea]| l['’])?|"
    r"(?:vo[mn]|durch)(?: der| dem)?|(?:его|её|ее|гост[яю]|делегацию) (?:принял|встретил|встречал)\w*)\s+(?:[\w-]+\s+){0,1}$",
    re.IGNORECASE,
)

_NEAR = 25

_STATE = (
    r"(?:country|kingdom|emirate|republic|island|sultanate|monarchy|host nation|pays|royaume|émirat|république|île|sultanat|"
    r"monarchie|Land|Königreich|Emirat|Republik|Insel|Inselstaat|Sultanat|Gastland|стран|королевств|эмират|республик|остров|"
    r"султанат)"
)

_LOCAL = Pattern(
    rf"\b(?:the {_STATE}['’]s(?: own)?|the local|dortige[nrm]?|örtliche[nrm]?|hiesige[nrm]?|тамошн\w+|местн\w+|здешн\w+)"
    r"(?:\s+[\w-]+){0,3}\s*$",
    re.IGNORECASE,
)
"""Before, or in, an office of the place."""

_OF_HIS_OWN = Pattern(
    r"[^.;:,]{0,30}?\b(?:de (?:son|leur) pays|of (?:his|her|their) (?:own )?(?:country|nation)|"
    r"(?:seines|ihres) (?:eigenen )?Landes|"
    r"(?:своей|его|е[её]) страны)\b",
    re.IGNORECASE,
)
"""Behind an office of the side that was named: ``the navy chief of his country``."""

_OF_IT = Pattern(
    rf"(?:\s+(?:de la Défense|des Armées|обороны))?\s+(?:(?:of (?:the|that)|d[ue]|de l['’]|de la|de ce|de cet|de cette|des|der|"
    rf"этой|этого)\s*{_STATE}\w{{0,3}}\b|"
    rf"(?:стран|королевств|эмират|республик|султанат)[ыаи]\b|local\b|sur place\b|du cru\b|vor Ort\b)",
    re.IGNORECASE,
)
"""Behind an office of the place."""
