"""Which days does a sentence name by weekday, or as yesterday or the day after, counted from the day of publication?"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from detente.drafting.days.backgrounds import is_background
from detente.drafting.days.counted import (
    COUNTS,
    ITS_CONTACT,
    LATER_BY,
    WEEK_WORD,
    WEEKDAY,
    WEEKDAYS,
    Said,
    near_hits,
    reporting,
    told_then,
)
from detente.drafting.days.journeys import on_the_way
from detente.drafting.days.turns import turn_between
from detente.drafting.days.weeks import counted_from_last, week_of
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern

_AGO = Pattern(
    rf"\b(?:(?:il y a|voici|voilà|vor)\s+(?P<behind>\d\d?|{'|'.join(COUNTS)})\s+(?:jours(?!\s+qu)|tagen)|(?P<before>\d\d?|"
    rf"{'|'.join(COUNTS)})\s+"
    r"(?:days\s+(?:ago|earlier|before(?!\s+\w)|before(?=\s+(?:that|in|at)\b))|дн(?:я|ей)\s+(?:назад|тому назад))|"
    rf"(?P<since>\d\d?|{'|'.join(COUNTS)})\s+(?:Tage (?:ist|sind) es her|дн(?:я|ей) (?:прошло|минуло) с тех пор|"
    rf"days have passed since)|"
    r"(?:it is|it['’]s|cela fait|ça fait|voilà|прошло|минуло|es (?:ist|sind)(?: nun| jetzt)?)\s+"
    rf"(?P<now>\d\d?|{'|'.join(COUNTS)})\s+(?:days since|jours que|Tage her|дн(?:я|ей) с тех пор))\b",
    re.IGNORECASE,
)

_WEEKS_AGO = Pattern(
    r"\b(?:(?:a|one) week ago|il y a (?:une semaine|huit jours)|vor (?:einer Woche|acht Tagen)|неделю назад|"
    r"(?P<two>two weeks ago|a fortnight ago|"
    r"il y a (?:deux semaines|quinze jours)|vor (?:zwei Wochen|vierzehn Tagen)|две недели назад))\b",
    re.IGNORECASE,
)

_BEFORE = ("day_before", "before_yesterday", "yesterday")


_STEPS = {"today": 0, "yesterday": -1, "before_yesterday": -2, "tomorrow": 1, "after_tomorrow": 2}

_LATER = {"same_day": 0, "next_day": 1, "two_days": 2}


def near_days(text: str, published: date, last: date | None, dates: Iterable[Said] = (), *, ahead: bool = False) -> list[Said]:
    """Days named as yesterday, the day before, three days ago; ``last`` is the day named before, for "the next day".

    ``dates`` are those that the sentence itself writes, from which "a day later" counts first.
    """
    found = []
    for hit in near_hits(text):
        kind = str(hit.lastgroup)
        if kind == "day_before":
            if is_background(text, *hit.span()) or _THAT_IS.match(text, hit.end()):
                continue  # since which a guest was there, or a weekday that stands beside it
            told = _yesterday_before(text[: hit.start()], published) or _main_clause(text, hit.start(), published, last)
            counted = told or _weekday_before(text[: hit.start()], published, last)
            found.append(Said(counted - timedelta(days=1), False, hit.start()))
        elif (
            kind == "day_after_it" and (since := _named_before(text[: hit.start()], published, dates, hit.start())) is not None
        ):
            found.append(Said(since - timedelta(days=1), False, hit.start()))
        elif kind in _LATER or kind == "day_after_it":
            named = WEEKDAY.search(text[: hit.start()]) is not None
            since = _weekday_before(text[: hit.start()], published, last, ahead=ahead) if named else last
            since = max((said.day for said in dates if said.start < hit.start()), default=since)
            if since is not None:
                found.append(Said(since + timedelta(days=_LATER.get(kind, 1)), False, hit.start()))
        elif kind == "before_yesterday" and _THAT_IS.match(text, hit.end()):
            continue
        elif kind == "before_yesterday" and _THEN_EARLIER.search(hit[0]) is not None:
            found.append(Said((last or published) - timedelta(days=2), False, hit.start()))
        elif kind == "tomorrow" or not told_then(text, hit.start(), hit.end()):
            found.append(Said(published + timedelta(days=_STEPS[kind]), False, hit.start()))
    for hit in LATER_BY.finditer(text):
        since = max((said.day for said in dates if said.start < hit.start()), default=last)
        if since is not None:
            number = (hit["count"] or hit["ru"] or "").lower()
            count = int(number) if number.isdigit() else COUNTS.get(number, 1)
            week = WEEK_WORD.search(hit[0]) is not None
            found.append(Said(since + timedelta(days=count * (7 if week else 1)), False, hit.start()))
    weeks = [] if WEEKDAY.search(text) else _WEEKS_AGO.finditer(text)
    found += [Said(published - timedelta(days=14 if hit["two"] else 7), False, hit.start()) for hit in weeks]
    for hit in _AGO.finditer(text):
        said = str(hit[str(hit.lastgroup)]).lower()
        days = int(said) if said.isdigit() else COUNTS[said]
        found.append(Said(published - timedelta(days=days), False, hit.start()))
    return found


_THEN_EARLIER = Pattern(r"(?:earlier|ранее|раньше)$", re.IGNORECASE)
"""Counted from the day that was named before."""


def _yesterday_before(text: str, published: date) -> date | None:
    """The day on which something was told, where a text names no other day than yesterday: ``lobte gestern``."""
    hits = [hit for hit in near_hits(text) if hit.lastgroup == "yesterday" and told_then(text, hit.start(), hit.end())]
    return published - timedelta(days=1) if hits and WEEKDAY.search(text) is None else None


def _main_clause(text: str, place: int, published: date, last: date | None) -> date | None:
    """The weekday of the main clause behind a clause that counts from it: ``where X had received him the day before``."""
    behind = WEEKDAY.search(text[place:])
    if behind is None or behind.start() < _APART or WEEKDAY.search(text[:place]):
        return None
    if last is not None and not _SUBORDINATE.search(text[:place]):
        return None
    return published - timedelta(days=(published.weekday() - int(str(behind.lastgroup)[1:])) % 7)


def _counts_from(text: str, place: int, weekday: int) -> bool:
    """Whether the day before stands in a clause that hangs on the one of which the weekday is, or in the next one."""
    if place > weekday:
        between = text[weekday:place]
        return len(between) >= _APART and _NEXT.search(between) is not None and _TOLD.search(text[:place]) is None
    return weekday - place >= _APART and _SUBORDINATE.search(text[:place]) is not None


_NEXT = Pattern(r",\s+(?:(?:and|et|und|и|а)\s+)?(?:in|at|à|au|en|bei|mit|with|avec|с|у|в)\s", re.IGNORECASE)
"""How the next clause begins, with another place or side: ``in Doha am Dienstag mit X, in Kuwait tags zuvor mit Y``."""

_TOLD = Pattern(
    r"\b(?:sa(?:id|ys)|told|announced|reported|dit|déclar|indiqu|annonc|sag(?:te|t)|mitget|teilte|erklär|bericht|сообщ|заяв|сказа|"
    r"рассказ)\w*\b",
    re.IGNORECASE,
)
"""What was told on the weekday, perhaps, of the day before."""

_THAT_IS = Pattern(rf",\s+(?:(?:on|le|am|в|во)\s+)?(?:{WEEKDAYS})\b", re.IGNORECASE)
"""Behind *the day before*, which weekday that was: ``la veille, mardi``."""

_APART = 25
"""Letters from a day to the weekday that is another one: ``la veille, mardi`` is the same."""

_SUBORDINATE = Pattern(
    r"(?:^having|^after|^après|^nach(?:dem)?|^после|,\s+(?:where|who|whom|having|où|qui|que|dont|wo|der|die|den|dem|где|котор\w+))\b"
    r"[^.;:]*$|,\s*$",
    re.IGNORECASE,
)
"""Before what a clause that hangs on another tells."""


def _named_before(text: str, published: date, dates: Iterable[Said], place: int) -> date | None:
    """The day that a sentence names before a place: a weekday, or a date."""
    written = [said.day for said in dates if said.start < place]
    return _weekday_before(text, published, None) if WEEKDAY.search(text) else max(written, default=None)


def _weekday_before(text: str, published: date, last: date | None, *, ahead: bool = False) -> date:
    """The weekday that a text names last, on which something was told, as a day; else the last day named, or the
    publication.
    """
    named = [int(str(hit.lastgroup)[1:]) for hit in WEEKDAY.finditer(text)]
    if not named:
        return last or published
    back = (published.weekday() - named[-1]) % 7
    return published + timedelta(days=(7 - back) % 7 if ahead else -back)


def weekdays_in(text: str, published: date, ahead: bool) -> list[Said]:
    """Weekdays on which something took place: the last up to the publication, or with ``ahead`` the next after it."""
    found: list[Said] = []
    earlier = [h for h in near_hits(text) if h.lastgroup in _BEFORE and not told_then(text, h.start(), h.end())]
    earlier = [h for h in earlier if not on_the_way(text[: h.start()])]
    earlier = [h for h in earlier if h.lastgroup == "yesterday" or not _THAT_IS.match(text, h.end())]
    for hit in WEEKDAY.finditer(text):
        beside = [h for h in earlier if not turn_between(text, *sorted((h.start(), hit.start())))]
        relative = all(h.lastgroup == "day_before" for h in beside)
        counted = relative and all(_counts_from(text, h.start(), hit.start()) for h in beside)
        if beside and not (counted or (relative and told_as_held(text[: hit.start()]))):
            continue  # on the weekday it was told
        if reporting(text, hit.start(), hit.end(), ahead) and not ITS_CONTACT.match(text, hit.start()):
            continue
        back = (published.weekday() - int(str(hit.lastgroup)[1:])) % 7
        if (week := week_of(text, hit.start(), published)) is not None:
            day = week + timedelta(days=int(str(hit.lastgroup)[1:]))
        elif (beside_it := counted_from_last(text, hit.start(), hit.end(), back)) is not None:
            day = published + timedelta(days=beside_it)
        elif ahead:
            day = published + timedelta(days=(7 - back) % 7)
        else:
            day = published - timedelta(days=back)
        found.append(Said(day, False, hit.start()))
    return found
