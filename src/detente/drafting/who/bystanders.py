"""Whom do sentences seem to name for a defence side who is somebody else: a president, a foreign minister's colleague?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.drafting.language.lexicon import Cue
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.sentences import Sentence
from detente.drafting.language.spelling import sound
from detente.drafting.who.actors import HEAD, VOICE, Actor, Named
from detente.drafting.who.names import names_in


def without_bystanders(text: Sequence[tuple[Sentence, Named]]) -> list[tuple[Sentence, Named]]:
    """Without surnames of presidents whom the text named before, and counterparts where it spoke only of other ministers."""
    found: list[tuple[Sentence, Named]] = []
    heads, former, gone_by = set[str](), _former(text), set[str]()
    namesakes = dict[str, str]()
    others = defence = False
    for one, named in text:
        defence = defence or _OF_DEFENCE.search(one.text) is not None
        gone_by |= {sound(a.name.last) for a in named.actors if a.name is not None and _was(one, a, named.actors)}
        gone = [
            a for a in named.actors if _surname(a) in heads or _was(one, a, named.actors) or (a.by_list and a.party in former)
        ]
        gone += [a for a in named.actors if a not in gone and a.by_list and a.name and sound(a.name.last) in gone_by]
        if others and not defence and all(actor.counterpart and actor.person is None for actor in named.actors):
            gone = list(named.actors)
        gone += [a for a in named.actors if a not in gone and _is_namesake(a, namesakes)]
        named = replace(named, actors=tuple(replace(a, weight=VOICE) if _only_speaks(one.text, a) else a for a in named.actors))
        left = [a for a in gone if _was(one, a)]  # whose state is no side of anything by that office
        named = replace(named, countries=tuple(c for c in named.countries if not any(a.start <= c.start < a.end for a in left)))
        found.append((one, _without(named, gone) if gone else named))
        namesakes |= _strangers(one, named)
        heads |= {sound(one.text[cue.start : cue.end].split()[-1]) for cue in named.others if cue.means == HEAD}
        defence = defence or len(gone) < len(named.actors)
        others = others or any(cue.means in _OFFICES for cue in named.others)
    return found


def _strangers(one: Sentence, named: Named) -> dict[str, str]:
    """How the given names sound of those whom another office than one of defence introduces, by the sound of their surnames."""
    found = dict[str, str]()
    for name in names_in(one.text, stops=named.stops):
        words, before = name.written.split(), [cue.end for cue in named.others if cue.end <= name.start]
        if len(words) > 1 and any(_LED.fullmatch(one.text[end : name.start]) for end in before):
            found[sound(name.last)] = sound(words[0])
    return found


_LED = Pattern(r"(?:\s+\w+)?,?\s*")
"""Between an office and the name of who holds it: ``Глава МИД страны Андрей``."""


def _is_namesake(actor: Actor, strangers: dict[str, str]) -> bool:
    """Whether a surname that the list of people knows is that of a stranger whom the text gave another given name."""
    surname = _surname(actor)
    given = None if surname is None else strangers.get(surname)
    return given is not None and given not in {sound(word) for word in actor.listed.split()}


def _only_speaks(text: str, actor: Actor) -> bool:
    """Whether somebody is named for what he told the press in the name of others."""
    if actor.name is None or not actor.by_list:
        return False
    before, end = text[: actor.name.start], actor.name.end
    behind = _SPOKESMAN_BEHIND.match(text, end)
    return behind is not None or _SPOKESMAN.search(before) is not None


_SPOKESMAN = Pattern(
    r"\b(?:spokes(?:man|woman|person)|porte-parole|\w*sprecher(?:in|s)?|пресс-секретар\w+|"
    r"(?:официальн\w+ |сообщил\w* )представител\w+)\b(?:(?!\s(?:that|que|dass|что)\b)[^.;:,]){0,60}\s$",
    re.IGNORECASE,
)
"""Before the name of somebody who speaks for others."""

_SPOKESMAN_BEHIND = Pattern(
    r",\s+(?:(?:the|a|an|le|la|der|die|its|son|sa)\s+)?(?:[\w-]+\s+){0,2}?(?:spokes(?:man|woman|person)|porte-parole|"
    r"\w*[Ss]precher(?:in)?|пресс-секретарь|представляющ\w+|(?:официальный )?представитель)\b"
)


def _former(text: Sequence[tuple[Sentence, Named]]) -> set[str | None]:
    """The parties of whom the text calls somebody a former minister without a name: whoever the list of people has for them."""
    gone = {a.party for one, named in text for a in named.actors if a.name is None and _was(one, a)}
    return gone - {a.party for one, named in text for a in named.actors if not a.by_list and not _was(one, a)}


def _was(one: Sentence, actor: Actor, others: Sequence[Actor] = ()) -> bool:
    """Whether a text says that somebody holds an office no longer, before it or, of ``others``, behind the name."""
    if actor.office is None:
        return False
    if actor.name is not None and (behind := _FORMER_BEHIND.match(one.text, actor.name.end)) is not None:
        return any(other.name is None and behind.start() < other.start <= behind.end() for other in others)
    return not actor.by_list and _FORMER.search(one.text[: actor.start]) is not None


_FORMER = Pattern(
    r"\b(?:former|ex|ancien(?:ne)?|ehemalige[rn]?|frühere[rnm]?|damalige[rnm]?|бывш\w+|экс)[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before an office that somebody holds no longer."""

_FORMER_BEHIND = Pattern(
    r",\s+(?:[^\s,.;:]+\s+){0,3}?(?:former|ex|ancien(?:ne)?|ehemalige[rn]?|frühere[rn]?|бывш\w+|экс)[\s-]+(?:[^\s,.;:]+\s+)?",
    re.IGNORECASE,
)
"""The same behind a name: ``André Flahaut, ancien ministre de la Défense``."""


def _without(named: Named, gone: Sequence[Actor]) -> Named:
    others = sorted((*named.others, *(Cue(HEAD, actor.start, actor.end) for actor in gone)), key=lambda cue: cue.start)
    return replace(named, actors=tuple(actor for actor in named.actors if actor not in gone), others=tuple(others))


_OFFICES = ("foreign", "head", HEAD)
_OF_DEFENCE = Pattern(r"defen[cs]e|défense|armées|verteidigung|оборон|\b(?:army|armée|armee|general staff)\b", re.IGNORECASE)


def _surname(actor: Actor) -> str | None:
    """How the surname sounds that is all a text says of somebody whom only the list of people knows; None of anybody else."""
    alone = actor.by_list and actor.name is not None and " " not in actor.name.written
    return sound(actor.name.last) if alone and actor.name is not None else None
