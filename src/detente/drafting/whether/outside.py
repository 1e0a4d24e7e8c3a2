"""What does a sentence say of a contact, outside what is quoted, agreed or said in it?"""

import re

from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import QUOTED, Pattern
from detente.drafting.telling import Told


def outside_what_is_said(one: Told) -> str:
    """The words of a sentence without what is quoted, or said or agreed by those whom it names: ``agreed that nobody would``.

    What is said of the contact itself stays.
    """
    text = QUOTED.sub(lambda hit: hit[0] if _has_all(hit, one) else " " * len(hit[0]), one.text)
    text = _SURELY.sub(lambda hit: " " * len(hit[0]), text)
    sides = [actor.end for actor in one.named.actors if actor.party is not None]
    begun = max(_begun(one, text), _after_all(text))
    text = " " * begun + text[begun:]
    that = _THAT.search(text[max(sides) :]) if sides else None
    if that is None or any(start > max(sides) + that.start() for _, start in one.media):
        return text
    return text[: max(sides) + that.start()]


def _has_all(hit: "re.Match[str]", one: Told) -> bool:
    """Whether all words of contact of a sentence stand in what it quotes: ``he is "not waiting by the phone" for X``."""
    inside = [hit.start() <= start < hit.end() for _, start in one.media]
    return bool(inside) and all(inside) and not one.has("joint")


def _begun(one: Told, text: str) -> int:
    """Where the part of a sentence begins that names two sides, behind a colon or a dash; 0 where nothing stands before it."""
    parts = [0, *(hit.end() for hit in _PART.finditer(text))]
    sides = [(actor.start, actor.party) for actor in one.named.actors if actor.party is not None]
    whole = [begun for begun in parts if len({party for start, party in sides if start >= begun}) > 1]
    return max(whole, default=0)


def _after_all(text: str) -> int:
    """Where a sentence goes on with what was held, behind what was not to be: ``had no plans to meet, but sat down``; or 0."""
    hit = _BUT.search(text)
    return hit.end() if hit is not None and told_as_held(text[hit.end() :]) and not told_as_held(text[: hit.start()]) else 0


_BUT = Pattern(r",\s+(?:but|mais|aber|doch|но|однако)\s", re.IGNORECASE)
_PART = Pattern(r"[:;]\s|\s[—–]\s")
_THAT = Pattern(r"\b(?:that|que|qu['’]|dass|что)\b|[;:]\s", re.IGNORECASE)

_SURELY = Pattern(
    r"\b(?:no doubt|no secret|kein\w* (?:Zweifel|Hehl)|aucun doute|pas de doute|nul doute|pas de secret|не сомнева\w+|"
    r"не скрыва\w+|not only|nicht nur|pas seulement|не только)\b",
    re.IGNORECASE,
)
"""Negations that deny nothing."""
