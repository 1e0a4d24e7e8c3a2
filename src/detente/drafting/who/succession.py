"""Whom does a text name only as somebody who held an office before whom it tells of?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.drafting.language.patterns import Pattern
from detente.drafting.language.sentences import Sentence
from detente.drafting.language.spelling import sound
from detente.drafting.who.actors import Named

_SUCCESSION = Pattern(
    r"\b(?:succe\w+|replac\w+|predecessor\w*|took over from|took office|succéd\w+|remplac\w+|prédécesseur\w*|devanci\w+|"
    r"übernommen|"
    r"Nachfolg\w+|Vorgänger\w*|abgelöst|сменив\w*|сменил\w*|предшественник\w*|вместо)\b",
    re.IGNORECASE,
)

_DEATH_OF = Pattern(
    r"\b(?:(?:death|passing|funeral) of|(?:décès|disparition|mort|obsèques) d[eu]|Tod(?:e|es)? (?:von|des|der)|"
    r"verstorbene[nr]?|feu|(?:(?<=\bthe )|(?<=\bof ))late|(?:смерти|кончины|гибели))\s+"
    r"(?:(?-i:[a-zà-ÿа-яё][\w’'-]*|G[eé]n[eé]ral|Admiral|Minister|President)\s+){0,3}?$",
    re.IGNORECASE,
)
"""Before somebody who is dead."""


def without_predecessors(text: Sequence[tuple[Sentence, Named]]) -> list[tuple[Sentence, Named]]:
    """Without those who held an office before somebody whom the text names for the same party."""
    borne: dict[str | None, str] = {}
    found: list[tuple[Sentence, Named]] = []
    for one, named in text:
        succession = _SUCCESSION.search(one.text) is not None
        actors = []
        for actor in named.actors:
            if actor.name is not None and _DEATH_OF.search(one.text[: actor.name.start]) is not None:
                actor = replace(actor, name=None, person=None, listed="")
            elif actor.name is not None:
                known = borne.setdefault(actor.party, sound(actor.name.last))
                if succession and known != sound(actor.name.last):
                    actor = replace(actor, name=None, person=None, listed="")
            actors.append(actor)
        found.append((one, replace(named, actors=tuple(actors))))
    return found
