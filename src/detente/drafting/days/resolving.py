"""On which day did it take place, by the words of a sentence and the day on which the text was published?"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from detente.drafting.days.backgrounds import BACKGROUND
from detente.drafting.days.counted import (
    PLANNED_FOR,
    WEEKDAY,
    Said,
    near_hits,
)
from detente.drafting.days.datelines import of_dateline, weekday_at
from detente.drafting.days.dates import MONTH, dates_in, day_number, month_of, of_span
from detente.drafting.days.journeys import arrived_on, ended_on, on_the_way
from detente.drafting.days.lastyear import of_last_year, says_last_year
from detente.drafting.days.letters import borne, of_page
from detente.drafting.days.matters import behind_incident, of_the_matter, of_who_goes_on
from detente.drafting.days.moves import CALLED_OFF, moved_from
from detente.drafting.days.papers import for_a_day, of_a_paper
from detente.drafting.days.preceding import comes_after
from detente.drafting.days.reported import SAID_BEFORE, wrote_to
from detente.drafting.days.wording import named_in_words
from detente.drafting.language.patterns import Pattern


def days_in(text: str, published: date | None, *, ahead: bool = False, last: date | None = None, near: int = 0) -> list[Said]:
    """The days that a sentence names for what it tells of, the surest first; ``ahead`` where it tells of what is to come.

    A weekday is the last one up to the publication, or the next one after it; a day without a year lies nearest before
    (or after) the publication. Days on which something was said, or since which something is so, are left out. Without
    ``published`` only full dates are days. ``last`` is the day that the text named before, from which "the next day" counts,
    ``near`` the place of the words that tell of the contact.
    """
    dates = [said for hit in dates_in(text) if (said := in_full(hit, text, published, ahead)) is not None]
    begun = of_dateline(text)  # PARIS, 4 avril —: when it was written, if another day is named
    counted = (
        []
        if published is None
        else named_in_words(text, published, dates, last, written=_written(dates, begun, published), ahead=ahead)
    )
    apart = [said for said in counted if not any(_beside(one, said, begun, text) for one in dates)]
    stated = [_doubted(text, one) for one in dates]
    ordered = sorted(stated, key=lambda said: abs(said.start - near)) + sorted(apart, key=lambda said: abs(said.start - near))
    ordered = [one for one in ordered if ahead or not of_who_goes_on(text, one.start)]
    several = len(ordered) > 1
    judged = [replace(one, aside=one.start < begun or _of_something(text, one, published, several)) for one in ordered]
    ranked = sorted(judged, key=lambda said: (said.start < begun, said.aside, ";" in text[said.start : near]))
    return _first_of_two(text, ranked if ahead else _today_first(text, ranked, near), near)


def _today_first(text: str, days: list[Said], near: int) -> list[Said]:
    """The days, *today* before a date that stands behind it: ``spoke today about the test of 2 May``."""
    places = [hit.start() for hit in near_hits(text) if hit.lastgroup == "today"]
    today = next((one for one in days[1:] if one.start in places and not one.stated), None)
    if today is None or not days[0].stated or days[0].start < max(today.start, near):
        return days
    return [today, *(one for one in days if one is not today)]


def _beside(one: Said, other: Said, begun: int, text: str) -> bool:
    """Whether two words for a day stand beside each other, and neither is that of the dateline alone."""
    first, second = sorted((one.start, other.start))
    return second - first < _CLOSE and ";" not in text[first:second] and (one.start < begun) is (other.start < begun)


_CLOSE = 16


def _first_of_two(text: str, days: list[Said], near: int) -> list[Said]:
    """The days, the first of two that are joined before the second: ``am Donnerstag und Freitag``."""
    if (own := [one for one in days if one.start == near > 0]) or len(days) < 2:
        return [*own, *(one for one in days if one not in own)]
    first = next(
        (one for one in days[1:] if not one.aside and _JOINS.fullmatch(text[one.start : days[0].start]) is not None), None
    )
    return days if first is None else [first, *(one for one in days if one is not first)]


_JOINS = Pattern(r"\w+\s*(?:and|et|und|и|to|bis|au|by|[-–—]|до)\s*(?:(?:on|le|am|в|во)\s+)?", re.IGNORECASE)


def _written(dates: Sequence[Said], begun: int, published: date) -> date:
    """The day that a sentence says at its beginning that it was written on, if it is shortly before the publication."""
    days = [said.day for said in dates if said.start < begun and 0 < (published - said.day).days <= _SHORTLY]
    return days[0] if days else published


_SHORTLY = 3

_OF_SOMETHING = Pattern(r"(?:\bof|(?<!à partir )(?<!à compter )\bdu|\bdes|\bvom|\bот)\s+(?:last\s+)?$", re.IGNORECASE)

_OF_CONTACT = Pattern(
    r"\b(?:(?:\w+-)?calls?|meeting|talks|conversation|encounter|(?:video|phone|telephone|web) ?conference|teleconference|"
    r"(?:video|phone) ?link|discussions?|consultations?|visit|audience|"
    r"tête-à-tête|entretiens?|entrevue|rencontre|appel|échange|(?:visio|audio|télé|vidéo)conférence|réunion|"
    r"coup de fil|conversation|visite|consultations|pourparlers|"
    r"Telefonat\w*|\w*treffens?|\w*anrufs?|\w*gespräch\w*|(?:Video|Telefon)(?:konferenz|schalte)\w*|Unterredung|Begegnung|"
    r"Besuchs?|Konsultation\w*|"
    r"звонк\w+|созвон\w*|встреч\w+|разговор\w*|бесед\w+|(?:видео|теле)конференци\w+|видеозвонк\w+|переговор\w*|визит\w*|"
    r"консультаци\w+)\s+"
    r"(?:of|du|vom|от)\s+$",
    re.IGNORECASE,
)
"""Before the day of a contact: ``leur entretien du 3 mai``."""

_FROM_TO = Pattern(r"\d{1,2}\.?\s*(?:bis|[-–—])")
"""A day from which to another, which is no day of something: ``vom 18. bis 20. März``."""

_OF_DAY = Pattern(
    r"(?:\b(?:most|much|all|half|part|bulk|partie|moitié)|morning|afternoon|evening|night|day|matin|soir|journée|nuit|"
    r"après-midi|Abend|Morgen|Nacht|"
    r"Nachmittag)s?\s+(?:of|de|du|des|vom)\s+$",
    re.IGNORECASE,
)

_ITS = Pattern(
    r"\w+['’]s\s+(?!(?:\w+\s+)?(?:call|meeting|talks?|visit|session|conversation|encounter|contact|"
    r"exchange|guests?|visitors?|caller|interlocutor|stop|appointment|counterpart|lunch|dinner|breakfast|handshake|signing)\b)",
    re.IGNORECASE,
)

_EVENT = Pattern(
    rf"{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?,?\s+(?!(?:\w+\s+)?(?:calls?|meetings?|talks?|visits?|sessions?|"
    r"conversations?|encounters?|exchanges?|and|or|to|until|in|at|on|by|with|for|from|between|the)\b)[a-z]|"
    rf"\d{{1,2}}\s+{MONTH}\s+(?!(?:\w+\s+)?(?:calls?|meetings?|talks?|visits?|sessions?|conversations?|encounters?|"
    r"exchanges?|and|or|to|until|in|at|on|by|with|for|from|between|the)\b)[a-z]",
    re.IGNORECASE,
)

_THE = Pattern(r"\b(?:the|that|this|its|their|last|an?)\s+$", re.IGNORECASE)
"""Before a date that tells which event is meant: ``the March 23 incident``."""

_TO_A_NEW_DAY = Pattern(
    r"\b(?:repouss|report[ée]|décal|postpon|moved|rück|rutsch|wander|slip|slid|gliss|pushed|put (?:off|back)|resched|"
    r"verschob|verlegt|vertagt|перенес|отлож|"
    r"сдвин)\w*"
    r"[^.;:]{0,60}\b(?:au|to|until|till|jusqu['’]au|auf|bis|на|до)\s+(?:le\s+|the\s+|den\s+)?$|"
    r"\b(?:findet nun erst|will now (?:be held|take place)|made up for|n['’]aura lieu que)\b[^.;:]{0,40}?\b(?:on|am|le)\s+$",
    re.IGNORECASE,
)
"""Before the day to which a contact was put off, rather than that on which it was to be."""

_AT_FIRST = Pattern(
    r"\b(?:initially|originally|at first|(?<!the )first|d['’]abord|initialement|zunächst|ursprünglich|сначала|первоначально)\s+"
    r"(?:(?:been|était|war|für|был[аио]?)\s+)?(?:(?:set|planned|scheduled|due|fixée?|prévue?|programmée?|geplant|angesetzt|"
    r"назначен\w*|намечен\w*|запланирован\w*)\s+)?(?:for|on|au|le|pour le|für|auf|am|на)?\s*(?:the\s+|le\s+|den\s+)?$",
    re.IGNORECASE,
)
"""Before the day on which a contact was to be at first, and was not."""

_BEFELL = Pattern(
    r"\b(?:attacked|ambushed|shot down|downed|killed|kidnapped|abducted|seized|sunk|destroyed|captured|hijacked|"
    r"attaquée?s?|repérée?s?|spotted|detected|sighted|obtained|sanctioned|entdeckt|gesichtet|обнаружен\w*|замечен\w*|"
    r"abattue?s?|tuée?s?|enlevée?s?|détruite?s?|survenue?s?|coulée?s?|capturée?s?|détournée?s?|"
    r"сбит\w*|атакован\w*|убит\w*|захвачен\w*|похищен\w*|потоплен\w*|погибш\w+)\s+(?:on\s+|le\s+)?$",
    re.IGNORECASE,
)
"""Before the day of what befell somebody of whom the two spoke."""

_APPOINTED = Pattern(
    r"\b(?:appointed|named|took (?:office|over|the)|sworn in|nommée?s?|(?:a|ont|avait) (?:placée?|porté|nommé)|"
    r"pris (?:ses fonctions|la tête|"
    r"le portefeuille)|entrée? en fonctions?|succédé\w*|succède|ernannt|übernommen|übernahm|vereidigt|berufen|назначен\w*|"
    r"назначил\w*|"
    r"вступил\w*|возглавил\w*|сменил\w*)\b[^.;,]{0,55}$",
    re.IGNORECASE,
)
"""Before the day on which somebody came into office."""

_WHERE = Pattern(r",\s+(?:where|wo|où|где)\b[^.;,]{0,90}$", re.IGNORECASE)
_HARMED = Pattern(
    r"\b(?:shot|killed|wounded|injured|attacked|died|crashed|exploded|tuée?s?|blessée?s?|mort\w*|attaquée?s?|explosé|"
    r"getötet|erschossen|"
    r"verletzt|gestorben|abgestürzt|убит\w*|погиб\w*|ранен\w*|взорвал\w*|застрел\w+)\b",
    re.IGNORECASE,
)
"""The day of what befell somebody in a place that was spoken of: ``the pass, where a soldier was shot on May 28``."""


def _befell_there(text: str, said: Said) -> bool:
    clause = _WHERE.search(text[: said.start])
    return clause is not None and _HARMED.search(re.split("[.;,]", text[clause.start() + 1 :])[0]) is not None


_LONG_AGO = 45
"""Days before the publication from which on a day is more likely that of something else."""


def _of_something(text: str, said: Said, published: date | None, several: bool) -> bool:
    """Whether it is the day of an event that was spoken of, ``the attacks of October 7``; ``several`` if others are named."""
    before = text[: said.start]
    named = (
        _OF_SOMETHING.search(before) is not None
        and _OF_DAY.search(before) is None
        and (several or _OF_CONTACT.search(before) is None)
        and _FROM_TO.match(text, said.start) is None
        and not borne(before)
        and not of_page(before)
        and not moved_from(before)
    )
    named = named or (_THE.search(before) is not None and _EVENT.match(text, said.start) is not None)
    named = named or _TO_A_NEW_DAY.search(before) is not None or _AT_FIRST.search(before) is not None
    named = named or of_the_matter(text, said.start)
    named = named or _BEFELL.search(before) is not None or CALLED_OFF.search(before) is not None
    named = named or _ITS.match(text, said.start) is not None or on_the_way(before)
    named = named or (several and (ended_on(text, said.start) or arrived_on(before)))
    named = named or (several and (_befell_there(text, said) or _APPOINTED.search(before) is not None))
    named = named or (several and behind_incident(before))
    ago = published is not None and (published - said.day).days > _LONG_AGO
    return named or (ago and (several or not says_last_year(text)))


def day_reported(text: str, published: date | None) -> date | None:
    """The weekday, or the date, on which something in a sentence was said, as a day; None where there is none."""
    hit = None if published is None else WEEKDAY.search(text)
    if hit is None and published is not None:
        told = (one for one in dates_in(text) if SAID_BEFORE.search(text[: one.start()]))
        days = (in_full(one, " " * one.start() + one[0], published, False) for one in told)
        return next((said.day for said in days if said is not None), None)
    if hit is None or published is None or BACKGROUND.search(text[: hit.start()]):
        return None
    return published - timedelta(days=(published.weekday() - int(str(hit.lastgroup)[1:])) % 7)


def in_full(hit: re.Match[str], text: str, published: date | None, ahead: bool) -> Said | None:
    """A date as a day, its year from the publication where it has none; None: it is that of something else."""
    before = text[: hit.start()]
    since = BACKGROUND.search(before) and not (of_span(hit) or borne(before) or moved_from(before))
    since = since or (not ahead and PLANNED_FOR.search(before) is not None)  # "с 11 по 13 марта" is no "since"
    told = SAID_BEFORE.search(before) and not for_a_day(before) and not wrote_to(text, *hit.span())
    if since or told or comes_after(before) or of_a_paper(text, hit.start(), hit.end()):
        return None
    parts = hit.groupdict()
    try:
        if parts.get("y"):
            return Said(date(int(parts["y"]), int(parts["m"]), int(parts["d"])), True, hit.start())
        month = int(parts["month"]) if parts["month"].isdigit() else month_of(parts["month"])
        number = day_number(hit, month)
        if parts.get("year"):
            return Said(date(int(parts["year"]), month, number), True, hit.start())
        if published is None:
            return None
        if of_last_year(text, hit.end()):
            return Said(date(published.year - 1, month, number), True, hit.start())
        return Said(_nearest(number, month, published, ahead, _weekday_beside(text, hit)), True, hit.start())
    except ValueError:
        return None


def _weekday_beside(text: str, hit: re.Match[str]) -> int | None:
    beside = weekday_at(text, hit.start())
    return None if beside is None else int(str(beside.lastgroup)[1:])


def _nearest(day: int, month: int, published: date, ahead: bool, weekday: int | None) -> date:
    """The day next to the publication, before or after it; of the two the one that falls on ``weekday``, if only one does."""
    near = range(published.year - 8, published.year + 9)  # 29 February
    years = [date(year, month, day) for year in near if 1 <= year <= 9999 and day <= monthrange(year, month)[1]]
    after, before = min(one for one in years if one >= published), max(one for one in years if (one - published).days <= 2)
    if weekday is not None and (after.weekday() == weekday) is not (before.weekday() == weekday):
        return after if after.weekday() == weekday and (after - published).days < 200 else before
    soon = (after - published).days <= _SOON and (published - before).days >= _LONG_SINCE
    just = 0 < (published - before).days <= _JUST  # of what is planned nobody says the day of a year later so
    return after if (ahead and not just) or soon else before


_SOON, _LONG_SINCE, _JUST = 60, 240, 60
"""A day within so many days after the publication, and the last such day so long ago, is to come; one just before is not."""


def _doubted(text: str, said: Said) -> Said:
    """With the weekday beside it, where the calendar has another."""
    beside = weekday_at(text, said.start)
    if beside is None or not beside.lastgroup:
        return said
    if int(beside.lastgroup[1:]) == said.day.weekday():
        return said
    return Said(said.day, said.stated, said.start, f"'{beside[0]}' is written beside {said.day}, which was a {said.day:%A}")
