"""On which day did it take place, by the words of a sentence and the day on which the text was published?"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.drafting.patterns import Pattern

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january janvier januar января январь январе", "feb february février fév februar февраля феврале",
            "mar march mars märz марта март марте", "apr april avril апреля апреле", "may mai мая мае май",
            "jun june juin juni июня июне", "jul july juillet juli июля июле", "aug august août aout августа августе август",
            "sep sept september septembre сентября сентябре", "oct october octobre oktober октября октябре",
            "nov november novembre ноября ноябре", "dec december décembre dezember декабря декабре",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
MONTH = (
    r"(?:jan|feb|fév|mar|mär|apr|avr|may|mai|ju[nli]|aug|aoû|aou|sep|o[ck]t|nov|de[cz]|déc|янв|фев|мар|апр|ма[йяе]|ию[нл]|авг|сен|окт|"
    r"ноя|дек)\w*\.?"
)
"""What may be the name of a month: shorter than all their names, so sooner made; ``month_of`` knows which are."""
_TO = r"(?:\s*(?P<range>-|–|—|to|and|au|et|bis|und|по|и)\s*(?:le\s+)?\d{1,2}(?:st|nd|rd|th|er|\.|-го|-е)?)?"
_DAY_FIRST = Pattern(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|-го|-е)?{_TO}\s+(?:of\s+)?(?P<month>{MONTH})\b(?:,?\s+(?P<year>\d{{4}}))?",
    re.I,
)
_MONTH_FIRST = Pattern(
    rf"\b(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_TO}\b(?!\s*(?:percent|%|:\d))(?:,?\s+(?P<year>\d{{4}}))?",
    re.I,
)
_ORDINALS = {
    word: day
    for words in (
        "первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого "
        "тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого восемнадцатого девятнадцатого двадцатого",
        "ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    )
    for day, word in enumerate(words.split(), 1)
}
_ORDINALS |= {"premier": 1, "двадцать первого": 21, "двадцать второго": 22, "двадцать третьего": 23, "двадцать пятого": 25}
_IN_WORDS = Pattern(
    rf"\b(?P<word>(?:двадцать\s+)?[^\W\d_]{{4,15}})\s+(?:of\s+)?(?P<month>{MONTH})\b(?:,?\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_NUMERIC = Pattern(r"\b(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})\b|\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b")
_WEEKDAYS = (
    ("monday|lundi|montag\\w*|понедельник\\w*", 0), ("tuesday|mardi|dienstag\\w*|вторник\\w*", 1),
    ("wednesday|mercredi|mittwoch\\w*|сред[уыа]", 2), ("thursday|jeudi|donnerstag\\w*|четверг\\w*", 3),
    ("friday|vendredi|freitag\\w*|пятниц\\w*", 4), ("saturday|samedi|samstag\\w*|sonnabend\\w*|суббот\\w*", 5),
    ("sunday|dimanche|sonntag\\w*|воскресень\\w*", 6),
)  # fmt: skip
_WEEKDAY = Pattern("|".join(rf"\b(?P<w{number}>{names})\b" for names, number in _WEEKDAYS), re.IGNORECASE)
_NEAR = Pattern(
    r"\b(?P<today>today|this morning|this afternoon|this evening|tonight|later today|aujourd['’]hui|ce jour|ce matin|ce soir|"
    r"heute|сегодня)\b"
    r"|\b(?P<before_yesterday>the day before yesterday|two days ago|two days earlier|avant-hier|il y a deux jours|vorgestern|"
    r"vor zwei tagen|позавчера|дв[ау]мя? дня(?:ми)? (?:назад|ранее|раньше))\b"
    r"|\b(?P<yesterday>yesterday|last night|hier|gestern|вчера)\b"
    r"|\b(?P<tomorrow>tomorrow|demain|morgen|завтра)\b"
    r"|\b(?P<day_before>(?:the day before|the previous day|the previous evening|a day earlier|one day earlier|the day prior)"
    r"(?!\s+(?:the|a|an|his|her|their|its|that|they|he|she|it|talks|elections)\b)"
    r"|(?:la veille|le jour précédent)(?:\s+au soir)?(?!\s+d(?:e|u|es)\b|\s+d['’])"
    r"|tags zuvor|am vortag|am tag zuvor|am vorabend(?!\s+(?:des|der|einer|eines|von)\b)|einen tag zuvor"
    r"|накануне(?!\s+(?:этого|встреч|визит|саммит|переговор|выбор|начал|учени|заседани|празд|годовщин|дня|поезд))"
    r"|дн[её]м ранее|за день до этого|днем раньше|дн[её]м раньше|am abend zuvor|am abend davor|tags davor|сутками ранее)\b"
    r"|\b(?P<next_day>the next (?:day|morning)|the following (?:day|morning)|a day later|the day after|le lendemain|tags darauf|"
    r"am (?:nächsten|folgenden) tag|am folgetag|am tag (?:darauf|danach)|einen tag später|на следующий день|дн[её]м позже|"
    r"день спустя|на другой день|наутро)\b"
    r"|\b(?P<two_days>two days later|deux jours plus tard|zwei tage (?:später|darauf)|два дня спустя|через два дня)\b"
    r"|\b(?P<same_day>(?:later )?(?:the same|that same|that) (?:day|afternoon|evening)|le même (?:jour|soir)|le jour même|"
    r"am (?:selben|gleichen) (?:tag|abend)|noch am selben tag|в тот же день|в этот же день|тем же вечером|в тот же вечер)\b",
    re.IGNORECASE,
)
_COUNTS = {
    word: number
    for number, words in enumerate(
        ("two deux zwei два две", "three trois drei три", "four quatre vier четыре", "five cinq fünf пять", "six sechs шесть"),
        2,
    )
    for word in words.split()
}
_AGO = Pattern(
    rf"\b(?:(?:il y a|vor)\s+(?P<behind>\d|{'|'.join(_COUNTS)})\s+(?:jours|tagen)|(?P<before>\d|{'|'.join(_COUNTS)})\s+"
    r"(?:days\s+(?:ago|earlier|before)|дн(?:я|ей)\s+(?:назад|тому назад)))\b",
    re.IGNORECASE,
)
_LAST = Pattern(r"(?:last|letzte[nr]|vergangene[nr]|vorige[nr]|прошл\w+|минувш\w+)\s+$", re.IGNORECASE)
_LAST_AFTER = Pattern(r"\s+(?:dernier|passé)\b", re.IGNORECASE)
_NEXT = Pattern(r"(?:next|coming|kommende[nr]|nächste[nr]|следующ\w+|ближайш\w+)\s+$", re.IGNORECASE)
_NEXT_AFTER = Pattern(r"\s+prochain\b", re.IGNORECASE)
_SAID_BEFORE = Pattern(
    r"(?:said|told|announced|reported|confirmed|wrote|statement|added|read|late|released|published|indiqué|annoncé|"
    r"appris|déclaré|"
    r"communiqué|affirmé|précisé|mit|sagte|teilte|erklärte|hieß es|sprechers?|сообщил\w*|заявил\w*|рассказал\w*)\s+"
    r"(?:(?!that\b|they\b|had\b|he\b|she\b|it\b|que\b|qu['’]|dass\b|что\b|met\b|a\b|après\b|after\b|als\b)[^\s,.;:»”\"]+\s+){0,7}$",
    re.IGNORECASE,
)
_SAID_AFTER = Pattern(r"\s*(?:evening|morning|soir|abend)?\s*(?:said|announced|сообщил|заявил|mitgeteilt|mit\b)", re.IGNORECASE)
_BACKGROUND = Pattern(
    r"(?:since|depuis|seit|с|after|après|nach|following|before|avant|vor|until|jusqu'au|bis|planned for|"
    r"prévue? (?:pour )?le|назначенн\w+ на)\s+(?:the\s+|le\s+|dem\s+|on\s+|late\s+|early\s+|last\s+|fin\s+|Ende\s+|"
    r"Anfang\s+)*$",
    re.I,
)

_DATELINE = Pattern(r"[^\W\d_][\w .'’-]{1,30},\s[^;—–]{0,22}?\d{1,2}[^;—–]{0,16}?(?:\([^)]{1,30}\)\s*)?(?:—|–|--|-\s)")


@dataclass(frozen=True, slots=True)
class Said:
    """A day that a text names: whether it was stated as a date (else resolved), where, and what contradicts it.

    ``aside`` where it is likelier that of something else.
    """

    day: date
    stated: bool
    start: int
    doubt: str = ""
    aside: bool = False


def days_in(text: str, published: date | None, *, ahead: bool = False, last: date | None = None, near: int = 0) -> list[Said]:
    """The days that a sentence names for what it tells of, the surest first; ``ahead`` where it tells of what is to come.

    A weekday is the last one up to the publication, or the next one after it; a day without a year lies nearest before
    (or after) the publication. Days on which something was said, or since which something is so, are left out. Without
    ``published`` only full dates are days. ``last`` is the day that the text named before, from which "the next day" counts,
    ``near`` the place of the words that tell of the contact.
    """
    dates = [said for hit in _dates(text) if (said := _full(hit, text, published, ahead)) is not None]
    counted = (
        []
        if published is None
        else [
            *_in_short(text, published),
            *_near(text, published, last),
            *_weekdays(text, published, ahead),
        ]
    )
    apart = [said for said in counted if not any(abs(said.start - one.start) < 16 for one in dates)]
    stated = [_doubted(text, one) for one in dates]
    ordered = sorted(stated, key=lambda said: abs(said.start - near)) + sorted(apart, key=lambda said: abs(said.start - near))
    above = _DATELINE.match(text)  # PARIS, 4 avril —: when it was written, if another day is named
    begun = 0 if above is None else above.end()
    judged = [replace(said, aside=said.start < begun or _of_something(text, said, published)) for said in ordered]
    return sorted(judged, key=lambda said: (said.start < begun, said.aside))


_OF_SOMETHING = Pattern(r"(?:\bof|\bdu|\bdes|\bvom|\bот)\s+(?:last\s+)?$", re.IGNORECASE)
_OF_DAY = Pattern(
    r"(?:morning|afternoon|evening|night|day|matin|soir|journée|nuit|après-midi|Abend|Morgen|Nacht|Nachmittag)s?\s+(?:of|du|des|vom)\s+$",
    re.IGNORECASE,
)
_ITS = Pattern(
    r"\w+['’]s\s+(?!(?:\w+\s+)?(?:call|meeting|talks?|visit|session|conversation|encounter|contact|exchange)\b)", re.IGNORECASE
)
_ON_THE_WAY = Pattern(
    r"\b(?:leav\w+|left|depart\w*|returns?|returned|flies home|s'envol\w*|quitt\w*|regagn\w*|rentr\w*|bricht|abreis\w*|вылет\w*|верн\w*|"
    r"покин\w*)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
_ITS_CONTACT = Pattern(r"\w+['’]s\s+(?:\w+\s+)?(?:call|meeting|talks?|visit|session|conversation)\b", re.IGNORECASE)
_LONG_AGO = 45
"""Days before the publication from which on a day is more likely that of something else."""


def _of_something(text: str, said: Said, published: date | None) -> bool:
    """Whether it is the day of an event that was spoken of: ``the attacks of October 7``."""
    before = text[: said.start]
    named = _OF_SOMETHING.search(before) is not None and _OF_DAY.search(before) is None
    named = named or _ITS.match(text, said.start) is not None or _ON_THE_WAY.search(before) is not None
    return named or (published is not None and (published - said.day).days > _LONG_AGO)


def month_in(text: str, published: date) -> str | None:
    """The month of which a sentence says that something took place in it, as EDTF, the last one up to the publication."""
    hit = next((one for one in _IN_MONTH.finditer(text) if is_month(one["month"])), None)
    if hit is None:
        return None
    month = month_of(hit["month"])
    year = int(hit["year"] or published.year - (month > published.month))
    return f"{year:04d}-{month:02d}"


_IN_MONTH = Pattern(
    rf"\b(?:in|en|im|в|anfang|mitte|ende|début|mi|fin|early|late|mid|of|начале|середине|конце)[\s-]+(?P<month>{MONTH})\b(?!\s*\d{{1,2}}\b(?!\d))(?:,?\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)


def day_reported(text: str, published: date | None) -> date | None:
    """The weekday on which something in a sentence was said, as a day; None where there is none."""
    hit = None if published is None else _WEEKDAY.search(text)
    if hit is None or published is None or _BACKGROUND.search(text[: hit.start()]):
        return None
    return published - timedelta(days=(published.weekday() - int(str(hit.lastgroup)[1:])) % 7)


def _dates(text: str) -> list[re.Match[str]]:
    every = [hit for pattern in (_DAY_FIRST, _MONTH_FIRST, _NUMERIC, _IN_WORDS) for hit in pattern.finditer(text) if _meant(hit)]
    every.sort(key=lambda hit: (hit.start() - hit.end(), hit.start()))
    kept: list[re.Match[str]] = []
    for hit in every:
        if all(hit.end() <= other.start() or hit.start() >= other.end() for other in kept):
            kept.append(hit)
    return kept


def _meant(hit: re.Match[str]) -> bool:
    """Whether what looks like a date is one: its month is a month, its number in words a number."""
    parts = hit.groupdict()
    month = parts.get("month")
    return (month is None or month.isdigit() or is_month(month)) and ("word" not in parts or _in_words(parts["word"]) is not None)


def is_month(text: str) -> bool:
    """Whether ``text`` is the name of a month."""
    return text.rstrip(".").lower() in _MONTHS


def month_of(text: str) -> int:
    """The month that ``text`` names, 1 to 12; raises ValueError."""
    number = _MONTHS.get(text.rstrip(".").lower())
    if number is None:
        raise ValueError(text)
    return number


_SHORT_DAY = Pattern(
    r"\b(?P<day>mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)\.?,?\s+(?P<number>\d{1,2})\b(?!\s*%|:\d)",
    re.IGNORECASE,
)
_SHORT_DAYS = ("mon lun", "tue mar", "wed mer", "thu jeu", "fri ven", "sat sam", "sun dim")


def _in_short(text: str, published: date) -> list[Said]:
    """Days of a calendar: ``Tue 14``, the nearest one that is such a day."""
    found = []
    for hit in _SHORT_DAY.finditer(text):
        weekday = next(number for number, names in enumerate(_SHORT_DAYS) if hit["day"].lower() in names.split())
        near = [published + timedelta(days=days) for days in sorted(range(-20, 21), key=abs)]
        day = next((one for one in near if one.day == int(hit["number"]) and one.weekday() == weekday), None)
        if day is not None:
            found.append(Said(day, True, hit.start()))
    return found


def _full(hit: re.Match[str], text: str, published: date | None, ahead: bool) -> Said | None:
    since = _BACKGROUND.search(text[: hit.start()]) and not hit.groupdict().get("range")  # "с 11 по 13 марта" is no "since"
    if since or _SAID_BEFORE.search(text[: hit.start()]):
        return None
    parts = hit.groupdict()
    try:
        if parts.get("y"):
            return Said(date(int(parts["y"]), int(parts["m"]), int(parts["d"])), True, hit.start())
        month = int(parts["month"]) if parts["month"].isdigit() else month_of(parts["month"])
        number = int(parts["day"]) if "day" in parts else _in_words(parts["word"]) or 0
        if parts["year"]:
            return Said(date(int(parts["year"]), month, number), True, hit.start())
        if published is None:
            return None
        return Said(_nearest(number, month, published, ahead, _weekday_beside(text, hit)), True, hit.start())
    except ValueError:
        return None


def _in_words(word: str) -> int | None:
    return _ORDINALS.get(" ".join(word.lower().replace("ё", "е").split()))


def _weekday_beside(text: str, hit: re.Match[str]) -> int | None:
    beside = _WEEKDAY.search(text[max(0, hit.start() - 14) : hit.start() + 24])
    return None if beside is None else int(str(beside.lastgroup)[1:])


def _nearest(day: int, month: int, published: date, ahead: bool, weekday: int | None) -> date:
    """The day next to the publication, before or after it; of the two the one that falls on ``weekday``, if only one does."""
    near = range(published.year - 8, published.year + 9)  # 29 February
    years = [date(year, month, day) for year in near if 1 <= year <= 9999 and day <= monthrange(year, month)[1]]
    after, before = min(one for one in years if one >= published), max(one for one in years if (one - published).days <= 2)
    if weekday is not None and (after.weekday() == weekday) is not (before.weekday() == weekday):
        return after if after.weekday() == weekday and (after - published).days < 200 else before
    soon = (after - published).days <= _SOON and (published - before).days >= _LONG_SINCE
    return after if ahead or soon else before


_SOON, _LONG_SINCE = 60, 240
"""A day within so many days after the publication, and the last such day so long ago, is one to come."""


def _doubted(text: str, said: Said) -> Said:
    """With the weekday beside it, where the calendar has another."""
    beside = _WEEKDAY.search(text[max(0, said.start - 14) : said.start + 24])
    if beside is None or not beside.lastgroup:
        return said
    if int(beside.lastgroup[1:]) == said.day.weekday():
        return said
    return Said(said.day, said.stated, said.start, f"'{beside[0]}' is written beside {said.day}, which was a {said.day:%A}")


def _reporting(text: str, start: int, end: int) -> bool:
    return bool(_SAID_BEFORE.search(text[:start]) or _SAID_AFTER.match(text, end) or _BACKGROUND.search(text[:start]))


_STEPS = {"today": 0, "yesterday": -1, "before_yesterday": -2, "tomorrow": 1}
_LATER = {"same_day": 0, "next_day": 1, "two_days": 2}


def _near(text: str, published: date, last: date | None) -> list[Said]:
    found = []
    for hit in _NEAR.finditer(text):
        kind = str(hit.lastgroup)
        if kind == "day_before":
            found.append(Said(_weekday_before(text[: hit.start()], published, last) - timedelta(days=1), False, hit.start()))
        elif kind in _LATER:
            if last is not None:
                found.append(Said(last + timedelta(days=_LATER[kind]), False, hit.start()))
        elif not _SAID_BEFORE.search(text[: hit.start()]):
            found.append(Said(published + timedelta(days=_STEPS[kind]), False, hit.start()))
    for hit in _AGO.finditer(text):
        said = (hit["behind"] or hit["before"]).lower()
        days = int(said) if said.isdigit() else _COUNTS[said]
        found.append(Said(published - timedelta(days=days), False, hit.start()))
    return found


def _weekday_before(text: str, published: date, last: date | None) -> date:
    """The weekday that a text names last, on which something was told, as a day; else the last day named, or the publication."""
    named = [int(str(hit.lastgroup)[1:]) for hit in _WEEKDAY.finditer(text)]
    return published - timedelta(days=(published.weekday() - named[-1]) % 7) if named else last or published


def _weekdays(text: str, published: date, ahead: bool) -> list[Said]:
    found: list[Said] = []
    if any(hit.lastgroup in ("day_before", "before_yesterday", "yesterday") for hit in _NEAR.finditer(text)):
        return found  # on the weekday it was told
    for hit in _WEEKDAY.finditer(text):
        if _reporting(text, hit.start(), hit.end()) and not _ITS_CONTACT.match(text, hit.start()):
            continue
        back = (published.weekday() - int(str(hit.lastgroup)[1:])) % 7
        if _LAST.search(text[: hit.start()]) or _LAST_AFTER.match(text, hit.end()):
            day = published - timedelta(days=back or 7)
        elif ahead or _NEXT.search(text[: hit.start()]) or _NEXT_AFTER.match(text, hit.end()):
            day = published + timedelta(days=(7 - back) % 7)
        else:
            day = published - timedelta(days=back)
        found.append(Said(day, False, hit.start()))
    return found


def dateline(text: str) -> date | None:
    """The publication day that the first or last lines of a text name in full, if they do nothing else."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in [*lines[:6], *lines[-2:]]:
        if len(line) < 60 and (hits := _dates(line)) and (hits[0].groupdict().get("year") or hits[0].groupdict().get("y")):
            said = _full(hits[0], "", None, False)
            return None if said is None else said.day
    return None
