"""Which day is today for a sentence, by the date above it, or by when somebody who is quoted spoke?"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from detente.drafting.days.datelines import of_dateline
from detente.drafting.days.dates import dates_in
from detente.drafting.days.issued import dateline
from detente.drafting.days.resolving import day_reported, days_in
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.sentences import Sentence
from detente.drafting.telling import Told


def is_date(text: str) -> bool:
    """Whether a heading does nothing but name a day."""
    return dateline(text) is not None and len(text) < 40


_RELEASE = Pattern(
    r"(?:statement|press release|readout|communiqu[eé]|Pressemitteilung|Mitteilung|Erklärung|сообщение|заявление|"
    r"пресс-релиз)\b"
    r"[^.;:]{0,70}\b\d{4}\.?$",
    re.IGNORECASE,
)


_DATED = 30
"""Letters at the end of such a sentence that hold its date."""


def _bears_a_date(one: Sentence) -> bool:
    """Whether a sentence does nothing but date what follows, or is the heading of a diary, from one day to another."""
    return _is_span(one) or (one.heading and is_date(one.text)) or _RELEASE.match(one.text) is not None


def _is_span(one: Sentence) -> bool:
    return one.heading and any(hit.groupdict().get("range") for hit in dates_in(one.text))


def dated_above(told: Told, text: Sequence[Sentence], *, ahead: bool) -> date | None:
    """The date that stands by itself above a sentence: what it calls today.

    Of a heading from one day to another it is the last, from which weekdays count back; the first where they count ``ahead``.
    """
    number = told.sentence.number
    above = [
        (_day_of_span(one.text, ahead) if _is_span(one) else None) or dateline(one.text if one.heading else one.text[-_DATED:])
        for one in text
        if one.number < number and _bears_a_date(one)
    ]
    return above[-1] if above else None


def written_above(told: Told, text: Sequence[Sentence], published: date | None) -> date | None:
    """The day of a dateline that is a sentence of its own, which one behind it calls today: ``Kigali, May 14.``"""
    if published is None or _TODAY.search(told.text) is None:
        return None
    for one in text[: min(told.sentence.number, _FIRST)]:
        days = days_in(one.text, published) if of_dateline(one.text) >= len(one.text.strip()) else []
        if days and 0 < (published - days[0].day).days <= _SHORTLY:
            return days[0].day
    return None


_FIRST, _SHORTLY = 3, 3
"""Sentences within which a dateline stands; days within which a text was published that bears it."""


def _day_of_span(text: str, ahead: bool) -> date | None:
    """The first or the last day that a heading names with its year."""
    found = days_in(text, None)
    if not found:
        return None
    first = found[0].day
    in_month = range(first.day, monthrange(first.year, first.month)[1] + 1)
    ends = [int(hit["until"]) for hit in dates_in(text) if hit.groupdict().get("until")]
    return first if ahead or not ends or ends[0] not in in_month else first.replace(day=ends[0])


_TODAY = Pattern(
    r"\b(?:today|this (?:morning|afternoon|evening)|aujourd['’]hui|ce (?:matin|soir)|heute|сегодня)\b", re.IGNORECASE
)


_QUOTE = Pattern(r"[«„“\"][^»”\"“]*$")


_BACK = 6
"""Sentences within which a quotation may have begun."""


def quoted_on(told: Told, text: Sequence[Sentence], published: date | None) -> date | None:
    """The day on which somebody who is quoted said "today", as the words before the quotation tell; None: nobody is."""
    number = told.sentence.number
    if published is None or not any(_TODAY.search(one.text) for one in text[max(0, number - _BACK) : number + 1]):
        return None
    so_far = ""
    for one in reversed(text[max(0, number - _BACK) : number + 1]):
        so_far = f"{one.text} {so_far}"
        hit = _QUOTE.search(so_far)
        if hit is not None and (hit[0][0] != '"' or so_far.count('"') % 2):
            before = " ".join([text[one.number - 1].text if one.number else "", so_far[: hit.start()]])
            return _said_on(before, published)
    return None


def _said_on(text: str, published: date) -> date | None:
    if _YESTERDAY.search(text) is not None:
        return published - timedelta(days=1)
    return day_reported(text, published)


_YESTERDAY = Pattern(r"\b(?:yesterday|last night|hier|gestern|вчера)\b", re.IGNORECASE)


def heads(one: Told) -> bool:
    """Whether a sentence at the beginning of a text does nothing but say where and when it was written: ``КИШИНЁВ, 14 мая.``"""
    return one.sentence.number < _HEADING and len(one.text) < _BRIEF and not one.named.actors and bool(one.named.places)


_HEADING, _BRIEF = 3, 40
