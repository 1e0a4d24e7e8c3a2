"""On which day did it take place, by the words of a sentence and the day on which the text was published?"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = (
    ("jan|janvier|januar|янв", 1), ("feb|fév|fev|фев", 2), ("mar|mär|мар", 3), ("apr|avr|апр", 4), ("may|mai|ма[йяе]", 5),
    ("jun|juin|июн", 6), ("jul|juil|июл", 7), ("aug|août|aout|авг", 8), ("sep|сен", 9), ("oct|okt|окт", 10), ("nov|ноя", 11),
    ("dec|déc|dez|дек", 12),
)  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|"
    r"oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|"
    r"novembre|décembre|januar|februar|märz|juni|juli|oktober|dezember|январ[яе]|феврал[яе]|март[ае]|апрел[яе]|ма[яе]|"
    r"июн[яе]|июл[яе]|август[ае]|сентябр[яе]|октябр[яе]|ноябр[яе]|декабр[яе])"
)
_TO = r"(?:\s*(?P<range>-|–|—|to|and|au|et|bis|und|по|и)\s*(?:le\s+)?\d{1,2}(?:st|nd|rd|th|er|\.|-го|-е)?)?"
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|-го|-е)?{_TO}\s+(?:of\s+)?(?P<month>{_MONTH})\b(?:,?\s+(?P<year>\d{{4}}))?",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_TO}\b(?!\s*(?:percent|%|:\d))(?:,?\s+(?P<year>\d{{4}}))?",
    re.I,
)
_NUMERIC = re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b|\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b")
_WEEKDAYS = (
    ("monday|lundi|montag\\w*|понедельник\\w*", 0), ("tuesday|mardi|dienstag\\w*|вторник\\w*", 1),
    ("wednesday|mercredi|mittwoch\\w*|сред[уыа]", 2), ("thursday|jeudi|donnerstag\\w*|четверг\\w*", 3),
    ("friday|vendredi|freitag\\w*|пятниц\\w*", 4), ("saturday|samedi|samstag\\w*|sonnabend\\w*|суббот\\w*", 5),
    ("sunday|dimanche|sonntag\\w*|воскресень\\w*", 6),
)  # fmt: skip
_WEEKDAY = re.compile("|".join(rf"\b(?P<w{number}>{names})\b" for names, number in _WEEKDAYS), re.IGNORECASE)
_NEAR = re.compile(
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
    r"|дн[её]м ранее|за день до этого|днем раньше|дн[её]м раньше)\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"(?:last|letzte[nr]|vergangene[nr]|vorige[nr]|прошл\w+|минувш\w+)\s+$", re.IGNORECASE)
_LAST_AFTER = re.compile(r"\s+(?:dernier|passé)\b", re.IGNORECASE)
_NEXT = re.compile(r"(?:next|coming|kommende[nr]|nächste[nr]|следующ\w+|ближайш\w+)\s+$", re.IGNORECASE)
_NEXT_AFTER = re.compile(r"\s+prochain\b", re.IGNORECASE)
_SAID_BEFORE = re.compile(
    r"(?:said|told|announced|reported|confirmed|wrote|statement|added|read|late|released|published|indiqué|annoncé|"
    r"appris|déclaré|"
    r"communiqué|affirmé|précisé|mit|sagte|teilte|erklärte|hieß es|sprechers?|сообщил\w*|заявил\w*|рассказал\w*)\s+"
    r"(?:(?:reporters|journalists|the press|in a statement|late|early|evening|on|am|le|в|во|das|ein|sprecher|der|"
    r"ministerium)\s+){0,4}$",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(
    r"\s*(?:evening|morning|soir|abend)?\s*(?:said|announced|сообщил|заявил|mitgeteilt|mit\b)", re.IGNORECASE
)
_BACKGROUND = re.compile(
    r"(?:since|depuis|seit|с|after|après|nach|following|before|avant|vor|until|jusqu'au|bis|planned for|"
    r"prévue? (?:pour )?le|назначенн\w+ на)\s+(?:the\s+|le\s+|dem\s+|on\s+|late\s+|early\s+|last\s+|fin\s+|Ende\s+|"
    r"Anfang\s+)*$",
    re.I,
)


_DATELINE = re.compile(r"[^\W\d_][\w .'’-]{1,30},\s[^;—–]{0,22}?\d{1,2}[^;—–]{0,16}?(?:\([^)]{1,30}\)\s*)?(?:—|–|--|-\s)")


@dataclass(frozen=True, slots=True)
class Said:
    """A day that a text names: whether it was stated as a date (else resolved), where, and what contradicts it."""

    day: date
    stated: bool
    start: int
    doubt: str = ""


def days_in(text: str, published: date | None, *, ahead: bool = False) -> list[Said]:
    """The days that a sentence names for what it tells of, the surest first; ``ahead`` where it tells of what is to come.

    A weekday is the last one up to the publication, or the next one after it; a day without a year lies nearest before
    (or after) the publication. Days on which something was said, or since which something is so, are left out. Without
    ``published`` only full dates are days.
    """
    dates = [said for hit in _dates(text) if (said := _full(hit, text, published, ahead)) is not None]
    near = [] if published is None else [*_near(text, published), *_weekdays(text, published, ahead)]
    apart = [said for said in near if not any(abs(said.start - one.start) < 16 for one in dates)]
    stated = [_doubted(text, one) for one in dates]
    ordered = sorted(stated, key=lambda said: said.start) + sorted(apart, key=lambda said: said.start)
    above = _DATELINE.match(text)  # PARIS, 4 avril —: when it was written, if another day is named
    return sorted(ordered, key=lambda said: above is not None and said.start < above.end())


def day_reported(text: str, published: date | None) -> date | None:
    """The weekday on which something in a sentence was said, as a day; None where there is none."""
    hit = None if published is None else _WEEKDAY.search(text)
    if hit is None or published is None or _BACKGROUND.search(text[: hit.start()]):
        return None
    return published - timedelta(days=(published.weekday() - int(str(hit.lastgroup)[1:])) % 7)


def _dates(text: str) -> list[re.Match[str]]:
    every = [hit for pattern in (_DAY_FIRST, _MONTH_FIRST, _NUMERIC) for hit in pattern.finditer(text)]
    every.sort(key=lambda hit: (hit.start() - hit.end(), hit.start()))
    kept: list[re.Match[str]] = []
    for hit in every:
        if all(hit.end() <= other.start() or hit.start() >= other.end() for other in kept):
            kept.append(hit)
    return kept


def month_of(text: str) -> int:
    """The month that ``text`` names, 1 to 12; raises ValueError."""
    for names, number in _MONTHS:
        if re.match(names, text, re.IGNORECASE):
            return number
    raise ValueError(text)


def _full(hit: re.Match[str], text: str, published: date | None, ahead: bool) -> Said | None:
    since = _BACKGROUND.search(text[: hit.start()]) and not hit.groupdict().get("range")  # "с 11 по 13 марта" is no "since"
    if since or _SAID_BEFORE.search(text[: hit.start()]):
        return None
    parts = hit.groupdict()
    try:
        if parts.get("y"):
            return Said(date(int(parts["y"]), int(parts["m"]), int(parts["d"])), True, hit.start())
        month = int(parts["month"]) if parts["month"].isdigit() else month_of(parts["month"])
        if parts["year"]:
            return Said(date(int(parts["year"]), month, int(parts["day"])), True, hit.start())
        if published is None:
            return None
        return Said(_nearest(int(parts["day"]), month, published, ahead), True, hit.start())
    except ValueError:
        return None


def _nearest(day: int, month: int, published: date, ahead: bool) -> date:
    near = range(published.year - 8, published.year + 9)  # 29 February
    years = [date(year, month, day) for year in near if 1 <= year <= 9999 and day <= monthrange(year, month)[1]]
    if ahead:
        return min(one for one in years if one >= published)
    return max(one for one in years if (one - published).days <= 2)


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


def _near(text: str, published: date) -> list[Said]:
    steps = {"today": 0, "yesterday": -1, "day_before": -1, "before_yesterday": -2, "tomorrow": 1}
    found = []
    for hit in _NEAR.finditer(text):
        day = published + timedelta(days=steps[str(hit.lastgroup)])
        if hit.lastgroup == "day_before":
            found.append(Said(_weekday_before(text[: hit.start()], published) - timedelta(days=1), False, hit.start()))
        elif not _SAID_BEFORE.search(text[: hit.start()]):
            found.append(Said(day, False, hit.start()))
    return found


def _weekday_before(text: str, published: date) -> date:
    """The weekday that a text names last, on which something was told, as a day; else the publication."""
    named = [int(str(hit.lastgroup)[1:]) for hit in _WEEKDAY.finditer(text)]
    return published - timedelta(days=(published.weekday() - named[-1]) % 7) if named else published


def _weekdays(text: str, published: date, ahead: bool) -> list[Said]:
    found: list[Said] = []
    if any(hit.lastgroup == "day_before" for hit in _NEAR.finditer(text)):
        return found  # on the weekday it was told
    for hit in _WEEKDAY.finditer(text):
        if _reporting(text, hit.start(), hit.end()):
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
