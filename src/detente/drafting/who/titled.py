"""Whose office is it that a sentence names alone, by the title and the name that stand in the sentences behind it?"""

from collections.abc import Sequence
from dataclasses import replace
from re import IGNORECASE

from detente.drafting.language.patterns import Pattern
from detente.drafting.language.sentences import Sentence
from detente.drafting.telling import parties_of
from detente.drafting.who.actors import Actor, Named
from detente.drafting.who.offices import is_plural

_BEHIND = 3
"""Sentences within which it is said who holds an office that was named alone."""

_BY_TITLE = Pattern(
    r"(?:^|[.;:«“\"]\s*|\b(?:the|le|la|der|die|den|dem)\s+)(?:minister|secretary|ministre|secrétaire|Ministerin|chief|"
    r"министр|секретарь)\s*,?\s+(?:(?:general|admiral|général|amiral|генерал(?:-\w+)?|адмирал)\s+)?$|"
    r"\b(?:министр|министра|министру)\s*,\s+(?:генерал(?:-\w+)?\s+)?$",
    IGNORECASE,
)
"""Before a name that is that of the minister of whom the text told: ``The Secretary, General Cienfuegos``."""


def named_behind(text: Sequence[tuple[Sentence, Named]]) -> list[tuple[Sentence, Named]]:
    """An office that is named beside one side alone, without a state or a name, is that of the minister who is named next."""
    stated = {country.party for _, named in text for country in named.countries}
    return [
        (
            one,
            replace(
                named,
                actors=tuple(_of_his_party(a, one.text, named, text[k + 1 : k + 1 + _BEHIND], stated) for a in named.actors),
            ),
        )
        for k, (one, named) in enumerate(text)
    ]


def _of_his_party(actor: Actor, text: str, named: Named, behind: Sequence[tuple[Sentence, Named]], stated: set[str]) -> Actor:
    """``stated`` are the states that the text names: an office that was taken for that of another is not theirs."""
    alone = actor.name is None and actor.office is not None and not actor.counterpart and not actor.sure
    if not alone or actor.party in stated or is_plural(text, actor.start, actor.end):
        return actor
    others = parties_of(a for a in named.actors if a is not actor)
    bearers = {
        each.party
        for one, later in behind
        for each in later.actors
        if each.name is not None and each.party is not None and _BY_TITLE.search(one.text[: each.name.start])
    }
    if len(others) != 1 or len(bearers) != 1 or bearers & set(others):
        return actor
    return replace(actor, party=next(iter(bearers)), sure=False)
