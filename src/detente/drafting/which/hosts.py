"""Does a sentence tell of another contact of the same two sides, with somebody else of one of them?"""

from collections.abc import Sequence
from dataclasses import replace
from re import IGNORECASE

from detente.drafting.how.manner import media_of, media_places
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.spelling import sound
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.who.actors import Actor
from detente.drafting.who.attending import ATTENDED

_NEAR = 70
"""Letters between a word for a contact and whom it was with."""


def with_another_host(one: Told, found: Sequence[Occasion]) -> Occasion | None:
    """The contact of one of those in the last with others of the other side: the chief, after the minister.

    None: the sentence names whom the last was with already, or says no more than that somebody was there too.
    """
    last = found[-1]
    if len(last.parties) != 2 or last.sequel or one.sentence.heading or one.earlier:
        return None
    if not media_of(one) or ATTENDED.search(one.text) is not None:
        return None
    new = [actor for actor in one.named.actors if _is_new(actor, found)]
    sides = parties_of(new)  # whoever is named beside them, of no side that is said, is of theirs
    if len(sides) != 1 or not set(sides) <= set(parties_of(one.named.actors)) <= set(last.parties):
        return None
    hosts = [actor for actor in last.actors if actor.party == sides[0] and actor.name is not None]
    guests = [actor for actor in last.actors if actor.party not in (sides[0], None)]
    others = [actor for actor in one.named.actors if actor not in new and actor.start >= 0]
    if not hosts or not guests or any(actor.name is not None and not _words(actor) & _of_all(guests) for actor in others):
        return None
    counterparts = [actor.counterpart for actor in others if actor.party in (guests[0].party, None)]
    if counterparts and all(counterparts) and not {a.office for a in new if a.party} <= {a.office for a in guests}:
        return None  # those of another office have other counterparts
    if not _joined(one, new, [a for a in others if a.party == guests[0].party or (a.counterpart and a.party is None)]):
        return None
    return Occasion(last.parties, (*guests, *(replace(actor, party=sides[0]) for actor in new)), (one,), sure=last.sure)


def _is_new(actor: Actor, found: Sequence[Occasion]) -> bool:
    """Whether somebody with an office, or of no side that is said, is named who takes part in no contact told of before."""
    if actor.name is None or actor.start < 0 or (actor.office is None and actor.party is not None):
        return False
    return not any(_words(actor) & _of_all(occasion.actors) for occasion in found)


def _words(actor: Actor) -> set[str]:
    """The words of somebody's name, as written and on record, by their sound."""
    names = [actor.name.written if actor.name is not None else "", actor.person.name if actor.person is not None else ""]
    return {sound(word) for name in names for word in name.split() if len(word) > 2 and word[0].isupper()}


def _of_all(actors: Sequence[Actor]) -> set[str]:
    return {word for actor in actors for word in _words(actor)}


def _joined(one: Told, new: Sequence[Actor], guests: Sequence[Actor]) -> bool:
    """Whether words for a contact join the new ones and the guest: ``he met X``, ``X received him``, ``X's talks with him``."""
    office = [a.start for a in one.named.actors if a.name is None and a not in guests and 0 <= a.start < new[0].start]
    begins, end = sorted((*office, new[0].start)), new[-1].end
    media = [start for _, start in media_places(one)]
    near = [m for m in media for start in begins if m < start <= m + _NEAR and _BREAK.search(one.text[m:start]) is None]
    behind = [m for m in media if end <= m < end + _NEAR and _BREAK.search(one.text[end:m]) is None]
    before = [actor.start for actor in guests if actor.start < begins[0]]
    spoken_of = _HE.match(one.text) is not None
    if _WITH.search(one.text[: begins[0]]) is not None and (guests or spoken_of):
        return bool(near or behind)
    if before or spoken_of:
        return any(min(before, default=0) < m for m in near)
    later = [actor for actor in guests if actor.start > end]
    return any(m < actor.start for m in behind for actor in later) or bool(near and any(a.counterpart for a in later))


_WITH = Pattern(r"\b(?:with|avec|mit|со?)\s+(?:[\w’'-]+\s+){0,2}$", IGNORECASE)

_HE = Pattern(r"(?:[\w ,]{0,30}\b)?(?:he|she|il|elle|er|sie|он|она)\b", IGNORECASE)
"""Somebody spoken of before, at the beginning of a sentence or behind a word or two."""

_BREAK = Pattern(r"[.;:«„“\"]|\b(?:that|dass|что)\b")
"""Where something else begins."""
