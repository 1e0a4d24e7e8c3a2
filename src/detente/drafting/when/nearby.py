"""Which day do the sentences beside a contact name in passing, and which is one of a clause that tells of something else?"""

from datetime import date

from detente.drafting.days.counted import Said
from detente.drafting.days.matters import began_on
from detente.drafting.days.resolving import days_in
from detente.drafting.language.held import told_as_held
from detente.drafting.telling import Occasion, Told
from detente.drafting.whether.stops import points_there

_WITHIN = 7
"""Days before the publication within which a day that is named in passing is likelier that of a contact."""


def named_beside(occasion: Occasion, published: date | None) -> tuple[Said, Told] | None:
    """The day that a sentence right beside a contact names of its parties, and that sentence; None: none names one.

    ``The visitors' book shows an entry. It was left on 14 February by General X. He had sat with General Y``.
    """
    if published is None:
        return None
    numbers = {one.sentence.number for one in occasion.told}
    for one in (one for one in occasion.others if {one.sentence.number - 1, one.sentence.number + 1} & numbers):
        if one.sentence.heading or {a.party for a in one.named.actors} - {None, *occasion.parties}:
            continue
        days = [said for said in days_in(one.text, published) if not began_on(one.text[: said.start])]
        found = [said for said in days if 0 < (published - said.day).days <= _WITHIN]
        if found:
            return found[0], one
    return None


def in_a_clause_apart(one: Told, said: Said) -> bool:
    """Whether a day stands behind a semicolon, and behind everybody who was in the contact: ``; and on Wednesday the army``."""
    behind = one.text.rfind(";", 0, said.start)
    own = max((a.end for a in one.named.actors if a.party is not None and a.name is not None), default=len(one.text))
    return own < behind and not told_as_held(one.text[behind:]) and not any(start > behind for _, start in one.media)


def leading(occasion: Occasion) -> list[Told]:
    """What stands before a contact in its paragraph and tells of no other: ``Oslo, Tuesday.``, the nearest first."""
    first = occasion.told[0].sentence
    there = first.number - 1 if points_there(occasion.told[0]) else -1
    before = [
        one
        for one in occasion.others
        if one.sentence.paragraph == first.paragraph
        and one.sentence.number < first.number
        and (one.sentence.number == there or not one.earlier)
    ]
    silent = []
    for one in reversed(before):
        if {actor.party for actor in one.named.actors} - {None, *occasion.parties}:
            break
        silent.append(one)
    return silent
