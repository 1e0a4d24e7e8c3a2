"""Is one contact told of twice: by the same parties on the same day, and nothing says why there were two?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from re import IGNORECASE

from detente.domain.vocabulary import Status
from detente.drafting.days.datelines import of_dateline
from detente.drafting.days.resolving import days_in
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import How, Proposal
from detente.drafting.telling import Occasion


def without_twins(found: Sequence[Occasion], read: Sequence[Proposal]) -> list[Occasion] | None:
    """The contacts ``found``, those that are one made so; ``read`` is how each was understood. None: all are."""
    for first, second in combinations(range(len(found)), 2):
        if _off_and_was_due(found[first], found[second], read[first], read[second]):
            whole = _one(found[first], found[second])
            return [whole if place == first else each for place, each in enumerate(found) if place != second]
        if _alike(read[first], read[second]) and not _told_as_another(found[second]):
            own, other = (second, first) if _on_a_day(found[second]) and not _on_a_day(found[first]) else (first, second)
            whole = _one(found[own], found[other])
            return [whole if place == first else each for place, each in enumerate(found) if place != second]
    return None


def _off_and_was_due(first: Occasion, second: Occasion, off: Proposal, due: Proposal) -> bool:
    """Whether a contact is called off on no day that is told, and the next sentence says when the same was to be."""
    told = off.how.get("date")
    behind = second.told[0].sentence.number - first.told[-1].sentence.number
    return (
        off.status in (Status.CANCELLED, Status.POSTPONED)
        and due.status is Status.PLANNED
        and set(off.parties) == set(due.parties)
        and (told is None or told.sentence is None or told.how is How.GUESSED or not _on_a_day(first))
        and behind == 1
        and _WAS_DUE.search(second.told[0].text) is not None
    )


_WAS_DUE = Pattern(
    r"\b(?:(?:was|were|had been) (?:due|to|supposed|scheduled|set|expected|planned)|devai(?:t|ent)|"
    r"étai(?:t|ent) (?:attendu|prévu)\w*|"
    r"sollten?|hätten?|war\w* (?:geplant|angesetzt|vorgesehen)|долж(?:ен|на|ны) был\w*|планировал\w*|собирал\w*)\b",
    IGNORECASE,
)
"""Of what was to be."""


def _alike(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals are of the same parties, people, day and outcome."""
    people = [{(each.party, each.person) for each in read.participants} for read in (one, other)]
    same = (set(one.parties), one.status, one.level) == (set(other.parties), other.status, other.level)
    days = {one.date, other.date} - {None}
    open_yet = one.status is Status.PLANNED and (_is_guessed(one) or _is_guessed(other))
    return same and (len(days) == 1 or open_yet) and (people[0] <= people[1] or people[1] <= people[0])


def _is_guessed(one: Proposal) -> bool:
    """Whether a text does not tell of when a contact is to be."""
    return one.date is None or one.how["date"].how is How.GUESSED


def _told_as_another(second: Occasion) -> bool:
    """Whether there were two: the second is told of as what came before or after."""
    return _NEXT.search(second.told[0].text) is not None


def _on_a_day(occasion: Occasion) -> bool:
    """Whether a contact is told of with a day, which is not only that on which it was told or written."""
    return any(said.start >= of_dateline(one.text) for one in occasion.told for said in days_in(one.text, _ANY_DAY))


_ANY_DAY = date(2024, 5, 15)


def _one(own: Occasion, other: Occasion) -> Occasion:
    """What ``own`` tells, and ``other`` adds: the day and the medium of the first are those of both."""
    told = (*own.told, *(one for one in other.told if one not in own.told))
    numbers = {one.sentence.number for one in told}
    others = tuple(one for one in own.others if one.sentence.number not in numbers)
    return replace(own, actors=(*own.actors, *other.actors), told=told, others=others)


_NEXT = Pattern(
    r"\b(?:then|later|afterwards|after that|again|earlier|before that|beforehand|a second|another|"
    r"(?:in the|that|the same|by) (?:morning|afternoon|evening|night)|le (?:matin|soir)|l['’]après-midi|"
    r"am (?:Morgen|Vormittag|Nachmittag|Abend)|(?:днём|вечером|утром) (?:того же|они|стороны|министры)|"
    r"puis|ensuite|plus tard|à nouveau|de nouveau|auparavant|plus tôt|une? (?:autre|second|deuxième)e?|"
    r"dann|danach|später|anschließend|erneut|wieder|zuvor|vorher|zweite[srn]?|"
    r"затем|потом|позже|позднее|снова|вновь|ранее|до этого|втор(?:ой|ая|ое|ую)|ещ[её] (?:раз|один|одна))\b",
    IGNORECASE,
)
"""How what came before or after another contact of the same day is told of."""
