"""On which day was a contact to be that a side asked for, or that was refused?"""

import re

from detente.drafting.days.counted import WEEKDAYS
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.when.case import Case
from detente.drafting.when.dated import Dated, settled
from detente.drafting.when.off import WILL_NOT
from detente.drafting.when.windows import asks_for_a_month, day_asked_for, month_asked_for

_AS_LONG = Pattern(r"\b(?:as long as|tant qu|solange|пока)", re.IGNORECASE)
"""What a side will not do on principle, and tells of no day."""

_LONG, _WEEK = 5, 7
"""Days behind from which on a weekday is rather the next one of what was refused, and those of a week."""


def of_a_request(case: Case, known: Dated) -> Dated:
    """The day or the month to come for which a side asked; ``known`` is what its words name, which may lie behind."""
    if known.day is None and (known.written or "9") < f"{case.published:%Y-%m}":
        known = case.day(ahead=True)
    said = day_asked_for(case.first, (*case.occasion.told[1:], *case.beside), case.published)
    if said is not None:
        return settled(said, case.first)
    month = month_asked_for(case.first.text, case.published)
    before = [one.text for one in case.occasion.others if one.sentence.number < case.occasion.told[0].sentence.number]
    if not case.alone and known.day is not None and known.got is not None and known.got.sentence in before:
        known = Dated(None, None, None) if known.day < case.published else known  # that of another contact
    if month is None:
        return Dated(None, None, None) if _guessed(known) else known  # nobody says for when
    return known if known.got is not None and known.day is not None else Dated(None, month, Got(How.STATED, case.first.text))


def of_a_refusal(case: Case, known: Dated) -> Dated:
    """The day for which somebody was asked who refused: that to come where it is ahead, or much nearer than that behind."""
    if (later := _month_refused(case, known)) is not None:
        return later
    every = (one for one in (*case.occasion.told, *case.occasion.others) if not one.sentence.heading)
    will_not = any(WILL_NOT.search(one.text) and not _AS_LONG.search(one.text) for one in every)
    ahead = will_not or _INVITED_FOR.search(case.first.text) is not None
    if ahead or known.got is None or _guessed(known):
        coming = case.day(ahead=True)
        return coming if coming.got is not None and not _guessed(coming) else known
    if known.day is None or not _LONG <= (case.published - known.day).days < _WEEK:
        return known
    coming = case.day(ahead=True)
    return coming if coming.day is not None and (coming.day - known.day).days == _WEEK else known


_INVITED_FOR = Pattern(
    rf"\b(?:invitation|Einladung|приглашени\w+)\b[^.;:]{{0,120}}\b(?:on|for|am|für|le|pour|в|во|на)?\s?(?:{WEEKDAYS})\b"
    r"(?!\s(?:evening|morning)?\s?(?:said|told))",
    re.IGNORECASE,
)
"""For which weekday somebody was invited, who refused."""


def _guessed(dated: Dated) -> bool:
    return dated.got is not None and dated.got.how is How.GUESSED


def _month_refused(case: Case, known: Dated) -> Dated | None:
    """The month to come for which a contact was asked that was refused, where its own sentence names no day; None: none."""
    if known.day is not None and known.got is not None and known.got.sentence == case.first.text:
        return None
    for one in (case.first, *case.beside):
        month = month_asked_for(one.text, case.published) if one is case.first or asks_for_a_month(one.text) else None
        if month is not None:
            return Dated(None, month, Got(How.STATED, one.text))
    return None
