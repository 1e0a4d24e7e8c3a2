"""On which day was a contact to be that a side asked for, or that was refused?"""

from collections.abc import Sequence
from datetime import date

from detente.domain.vocabulary import Status
from detente.drafting.language.sentences import Sentence
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion
from detente.drafting.when.choosing import day_of
from detente.drafting.when.dated import Dated, settled
from detente.drafting.when.windows import asks_for_a_month, day_asked_for, month_asked_for


def _guessed(dated: Dated) -> bool:
    return dated.got is not None and dated.got.how is How.GUESSED


_LONG, _WEEK = 5, 7
"""Days behind from which on a weekday is rather the next one of what was refused, and those of a week."""


def asked_for_on(
    occasion: Occasion, status: Status, behind: Dated, published: date | None, text: Sequence[Sentence], *, alone: bool
) -> Dated | None:
    """The day to come for which it was asked; ``behind`` is the day that its words name if it is no day to come. None: none.

    The weekday of what was refused is the one to come where it is much nearer to the publication.
    """
    if published is None:
        return None
    if status is Status.REQUESTED:
        said = day_asked_for(occasion.told[0], (*occasion.told[1:], *(occasion.others if alone else ())), published)
        if said is None and month_asked_for(occasion.told[0].text, published) is None and _guessed(behind):
            return Dated(None, None, None)  # nobody says for when
        return None if said is None else settled(said, occasion.told[0])
    if status is not Status.DECLINED or behind.day is None or not _LONG <= (published - behind.day).days < _WEEK:
        return None
    coming = day_of(occasion, published, text, alone=alone, ahead=True)
    return coming if coming.day is not None and (coming.day - behind.day).days == _WEEK else None


def month_refused(occasion: Occasion, behind: Dated, published: date, *, alone: bool) -> Dated | None:
    """The month to come for which a contact was asked that was refused, where its own sentence names no day; None: none."""
    first = occasion.told[0]
    if behind.day is not None and behind.got is not None and behind.got.sentence == first.text:
        return None
    for one in (first, *(occasion.others if alone else ())):
        month = month_asked_for(one.text, published) if one is first or asks_for_a_month(one.text) else None
        if month is not None:
            return Dated(None, month, Got(How.STATED, one.text))
    return None
