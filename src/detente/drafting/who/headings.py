"""Whom does a heading name, in which any word may begin with a capital?"""

from collections.abc import Sequence
from dataclasses import replace

from detente.drafting.language.sentences import Sentence
from detente.drafting.who.actors import Actor, Named
from detente.drafting.who.figures import figures


def without_strangers(text: Sequence[tuple[Sentence, Named]]) -> list[tuple[Sentence, Named]]:
    """Without names in headings of which one word is a word like any other: ``Minister Puts Off His Visit``."""
    body = " ".join(one.text for one, _ in text if not one.heading)
    return [(one, _known(one.text, named, body) if one.heading else named) for one, named in text]


def _known(text: str, named: Named, body: str) -> Named:
    actors = (a if _is_known(text, a, body) else replace(a, name=None, listed="") for a in named.actors)
    return replace(named, actors=tuple(actors))


def _is_known(text: str, actor: Actor, body: str) -> bool:
    """Whether somebody is on record or in a list, or is named by two words, in the ``body`` too where a third goes on."""
    if actor.person is not None or actor.name is None or actor.by_list:
        return True
    if " " not in actor.name.written:
        return figures().of_surname(actor.name.written, (), titled=True) is not None
    goes_on = text[actor.name.end : actor.name.end + 2].strip().isupper()
    return not goes_on or any(word in body for word in actor.name.written.split() if len(word) > 2)
