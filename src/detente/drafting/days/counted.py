"""Which days does a sentence name by weekday, or as yesterday or the day after, counted from the day of publication?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from detente.drafting.days.aftermath import right_after
from detente.drafting.days.backgrounds import is_background
from detente.drafting.days.journeys import on_the_way
from detente.drafting.days.moves import CALLED_OFF
from detente.drafting.days.papers import for_a_day, of_a_paper
from detente.drafting.days.reported import SAID_AFTER, SAID_BEFORE
from detente.drafting.days.turns import turn_between
from detente.drafting.days.weeks import counted_from_last, week_of
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern

_WEEKDAYS = (
    ("monday|lundi|montag(?!n)\\w*|понедельник\\w*", 0), ("tuesday|mardi|dienstag\\w*|вторник\\w*", 1),
    ("wednesday|mercredi|mittwoch\\w*|сред[уыа]", 2), ("thursday|jeudi|donnerstag\\w*|четверг\\w*", 3),
    ("friday|vendredi|freitag\\w*|пятниц\\w*", 4), ("saturday|samedi|samstag\\w*|sonnabend\\w*|суббот\\w*", 5),
    ("sunday|dimanche|sonntag\\w*|воскресень\\w*", 6),
)  # fmt: skip

WEEKDAYS = "|".join(names for names, _ in _WEEKDAYS)
WEEKDAY = Pattern("|".join(rf"\b(?P<w{number}>{names})\b" for names, number in _WEEKDAYS), re.IGNORECASE)

_NEAR = Pattern(
    r"\b(?P<today>(?<!until )(?<!as of )today(?:['’]s)?|this morning|this afternoon|this evening|"
    r"tonight|later today|"
    r"(?<!jusqu['’])(?<!jusqu['’]à )aujourd['’]hui|(?<!à )ce jour(?!-là)|"
    r"ce (?:matin|soir)(?!-là)|d['’]aujourd['’]hui|(?<!bis )heute|heutige[nrsm]?|сегодня|(?<!до )сегодняшн\w+)\b"
    r"|\b(?P<after_tomorrow>(?:the )?day after tomorrow|après-demain|übermorgen|послезавтра)\b"
    r"|\b(?P<before_yesterday>the day before yesterday|two days ago|two days earlier|avant-hier|il y a deux jours|vorgestern|"
    r"vor zwei tagen|позавчера|третьего дня|дв[ау]мя? дня(?:ми)? (?:назад|ранее|раньше))\b"
    r"|\b(?P<yesterday>yesterday(?:['’]s)?|last night|(?:a|one) day ago|(?:24|twenty-four) hours ago|24 часа назад|"
    r"hier|il y a (?:un jour|(?:24|vingt-quatre) heures)|"
    r"gestern|gestrige[nrsm]?|vor (?:einem tag|(?:24|vierundzwanzig) stunden)|"
    r"вчера|вчерашн\w+|(?:сутки|день) (?:тому )?назад)\b"
    r"|\b(?P<tomorrow>tomorrow(?:['’]s)?|demain|"
    r"(?<!am )(?<!tag )(?<!woch )(?<!gegen )(?<!heute )(?<!gestern )(?<!diesen )(?<!diesem )morgen|morgige[nrsm]?|"
    r"завтра|завтрашн\w+)\b"
    r"|\b(?P<day_before>(?:the (?:day|morning|afternoon|evening|night) before|the previous (?:day|morning|afternoon|"
    r"evening|night))"
    r"(?!\s+(?:the|a|an|his|her|their|its|that|they|(?:he|she)(?!\s+(?:was|had been) (?:still |already )?(?:in|at)\b)|it|talks|"
    r"elections)\b)|(?:a|one) day earlier|the day prior"
    r"|(?:la veille|le (?:jour|soir|matin) précédent)(?:\s+au soir)?(?!\s+d(?:e|u|es)\b|\s+d['’])"
    r"|tags zuvor|am vortag|am tag zuvor|am vorabend(?!\s+(?:des|der|einer|eines|von)\b)|einen tag zuvor"
    r"|накануне(?!\s+(?:этого|встреч|визит|саммит|переговоров|выбор|начал|учени|заседани|празд|парад|годовщин|дня|поезд|"
    r"\w+ого\b))"
    r"|дн[её]м ранее|за день до этого|днем раньше|дн[её]м раньше|am (?:abend|nachmittag|vormittag|morgen) (?:zuvor|"
    r"davor)|tags davor|сутками (?:ранее|раньше))\b"
    r"|\b(?P<next_day>the (?:next|following) (?:day|morning|afternoon|evening|night)|a day later|the (?:day|morning|"
    r"evening) after|le lendemain|le jour (?:suivant|d['’]après)|"
    r"tags darauf|"
    r"am (?:nächsten|folgenden) (?:tag|morgen|abend)|на следующее утро|следующим (?:утром|вечером|днём)|am folgetag|"
    r"am tag (?:darauf|danach)|einen tag später|на следующий день|дн[её]м позже|"
    r"(?:день|сутки) спустя|(?:спустя|через) сутки|на другой день|наутро)\b"
    r"|\b(?P<two_days>two days later|deux jours plus tard|zwei tage (?:später|darauf)|два дня спустя|через два дня)\b"
    r"|\b(?P<same_day>(?:later )?(?:the same|that same|that) (?:day|afternoon|evening)|le même (?:jour|soir)|"
    r"ce (?:soir|matin)-là|le jour (?:même|dit|convenu)|(?:on )?the (?:appointed|agreed) day|am (?:vereinbarten|"
    r"besagten) tag|в назначенный день|(?:noch )?a[mn] (?:selben|gleichen|jenem|diesem) (?:tag|abend)|"
    r"в (?:тот|этот) же день|тем же вечером|в тот (?:же )?вечер)\b",
    re.IGNORECASE,
)

_NUMBERS = (
    "two deux zwei два две двумя|three trois drei три тремя|four quatre vier четыре четырьмя|five cinq fünf пять пятью|"
    "six sechs шесть шестью|"
    "seven sept sieben семь|eight восемь|nine neuf neun девять|ten dix zehn десять"
)
COUNTS = {word: number for number, words in enumerate(_NUMBERS.split("|"), 2) for word in words.split()}
"""The words for numbers of days, from two to ten, but for *huit* and *acht*: eight days are a week."""

_COUNTED = "|".join(COUNTS)
_AGO = Pattern(
    rf"\b(?:(?:il y a|vor)\s+(?P<behind>\d\d?|{_COUNTED})\s+(?:jours|tagen)|(?P<before>\d\d?|{_COUNTED})\s+"
    r"(?:days\s+(?:ago|earlier|before)|дн(?:я|ей)\s+(?:назад|тому назад))|"
    rf"(?P<since>\d\d?|{_COUNTED})\s+(?:Tage (?:ist|sind) es her|дн(?:я|ей) (?:прошло|минуло) с тех пор|"
    rf"days have passed since)|"
    r"(?:it is|it['’]s|cela fait|ça fait|voilà|прошло|минуло|es (?:ist|sind)(?: nun| jetzt)?)\s+"
    rf"(?P<now>\d\d?|{_COUNTED})\s+(?:days since|jours que|Tage her|дн(?:я|ей) с тех пор))\b",
    re.IGNORECASE,
)

_WEEKS_AGO = Pattern(
    r"\b(?:(?:a|one) week ago|il y a une semaine|vor einer Woche|неделю назад|(?P<two>two weeks ago|a fortnight ago|"
    r"il y a (?:deux semaines|quinze jours)|vor (?:zwei Wochen|vierzehn Tagen)|две недели назад))\b",
    re.IGNORECASE,
)

_LATER_BY = Pattern(
    rf"\b(?:(?P<count>an?|one|une|eine|\d|{_COUNTED})\s+(?:(?:weeks?|semaines?|Wochen?)|(?<!one\s)(?<!a\s)(?:days|jours|"
    rf"Tage))\s+"
    r"(?:later|afterwards|plus tard|après(?=[,.])|später|darauf|danach)|"
    rf"(?:через\s+)?(?P<ru>\d|{_COUNTED})?\s*(?:недел(?:[юиь]|ями)|дн(?:я|ей|ями))\s+(?:спустя|позже))\b",
    re.IGNORECASE,
)
"""Some days or weeks after the day that was named before."""


def counted_later(text: str) -> bool:
    """Whether a text counts days or weeks from a day that was named before."""
    return _LATER_BY.search(text) is not None


_WEEK = Pattern(r"week|semaine|Woche|недел", re.IGNORECASE)

PLANNED_FOR = Pattern(r"\b(?:planned for|prévue? (?:pour )?le|назначенн\w+ на)\s+(?:the\s+|le\s+)?$", re.IGNORECASE)
"""Before the day for which something else was planned, where what is told of was held."""


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


_ITS_CONTACT = Pattern(
    r"\w+['’]s\s+(?:\w+\s+)?(?:call|meeting|talks?|visit|session|conversation|guests?|visitors?|caller|"
    r"lunch|dinner|breakfast|handshake|signing)\b",
    re.IGNORECASE,
)


def _near_hits(text: str) -> Iterator[re.Match[str]]:
    """The words for a day near another; French has *hier* where German means *here*."""
    return (hit for hit in _NEAR.finditer(text) if hit[0].lower() != "hier" or _GERMAN.search(text) is None)


_GERMAN = Pattern(r"\b(?:und|der|das|dem|ein|eine[nmrs]?|nicht|mit|von|sich|wurde)\b")


def day_words(text: str) -> list[int]:
    """Where the weekdays and words such as yesterday stand that a text names, in order; each day once."""
    found: dict[str, int] = {}
    for hits in (WEEKDAY.finditer(text), _near_hits(text)):
        for hit in hits:
            found.setdefault(str(hit.lastgroup), hit.start())
    places = sorted(found.values())
    return [place for k, place in enumerate(places) if k == 0 or not _SAME_DAY.fullmatch(text[places[k - 1] : place])]


_SAME_DAY = Pattern(
    r"(?:yesterday|today|tomorrow|hier|aujourd['’]hui|demain|gestern|heute|morgen|вчера|сегодня|завтра),?\s+"
    r"(?:(?:on|le|ce|am|в|во)\s+)?",
    re.IGNORECASE,
)
"""Between two words for one day: ``hier jeudi``."""

_BEFORE = ("day_before", "before_yesterday", "yesterday")


def _told_then(text: str, start: int, end: int) -> bool:
    """Whether it is the day on which it was told, and nothing more."""
    before = text[:start]
    if CALLED_OFF.search(before) or of_a_paper(text, start, end):
        return True
    told = (SAID_BEFORE.search(before) and not for_a_day(before)) or SAID_AFTER.match(text, end)
    return bool(told) and not right_after(text, start, end)


def told_right_after(text: str) -> bool:
    """Whether a sentence names the weekday on which something was told right after a contact, rather than its own."""
    return any(
        SAID_BEFORE.search(text[: hit.start()]) is not None and not _told_then(text, hit.start(), hit.end())
        for hit in WEEKDAY.finditer(text)
    )


_ONTO = Pattern(r"\s+на\s+\w", re.IGNORECASE)
"""Behind the day from which something was moved to another: ``с четверга на февраль``."""


_BY = Pattern(r"(?:[,;]\s+|\b(?:and|et|und|и)\s+)(?:by|dès|spätestens|(?:уже )?к[о]?)\s+(?:am\s+)?$", re.IGNORECASE)
"""Before the day by which something else was so: ``; by Wednesday the helicopters were in the budget``."""


def _reporting(text: str, start: int, end: int, ahead: bool) -> bool:
    planned = not ahead and PLANNED_FOR.search(text[:start]) is not None
    moved = _ONTO.match(text, end) is not None
    planned = planned or (not ahead and _BY.search(text[:start]) is not None)
    return planned or _told_then(text, start, end) or (is_background(text[:start]) and not moved)


_STEPS = {"today": 0, "yesterday": -1, "before_yesterday": -2, "tomorrow": 1, "after_tomorrow": 2}

_LATER = {"same_day": 0, "next_day": 1, "two_days": 2}


def near_days(text: str, published: date, last: date | None, dates: Iterable[Said] = (), *, ahead: bool = False) -> list[Said]:
    """Days named as yesterday, the day before, three days ago; ``last`` is the day named before, for "the next day".

    ``dates`` are those that the sentence itself writes, from which "a day later" counts first.
    """
    found = []
    for hit in _near_hits(text):
        kind = str(hit.lastgroup)
        if kind == "day_before":
            if is_background(text[: hit.start()]):
                continue  # since which a guest was there
            told = _yesterday_before(text[: hit.start()], published)
            counted = told or _weekday_before(text[: hit.start()], published, last)
            found.append(Said(counted - timedelta(days=1), False, hit.start()))
        elif kind in _LATER:
            named = WEEKDAY.search(text[: hit.start()]) is not None
            since = _weekday_before(text[: hit.start()], published, last, ahead=ahead) if named else last
            since = max((said.day for said in dates if said.start < hit.start()), default=since)
            if since is not None:
                found.append(Said(since + timedelta(days=_LATER[kind]), False, hit.start()))
        elif kind == "before_yesterday" and _THEN_EARLIER.search(hit[0]) is not None:
            if not _named_beside(text, hit):
                found.append(Said((last or published) - timedelta(days=2), False, hit.start()))
        elif kind == "tomorrow" or not _told_then(text, hit.start(), hit.end()):
            found.append(Said(published + timedelta(days=_STEPS[kind]), False, hit.start()))
    for hit in _LATER_BY.finditer(text):
        since = max((said.day for said in dates if said.start < hit.start()), default=last)
        if since is not None:
            number = (hit["count"] or hit["ru"] or "").lower()
            count = int(number) if number.isdigit() else COUNTS.get(number, 1)
            week = _WEEK.search(hit[0]) is not None
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


def _named_beside(text: str, hit: re.Match[str]) -> bool:
    """Whether a weekday says right behind it which day is meant: ``двумя днями раньше, во вторник``."""
    return _ITS_WEEKDAY.match(text, hit.end()) is not None


_ITS_WEEKDAY = Pattern(rf",?\s+(?:on |am |le |во? )?(?:{WEEKDAYS})\b", re.IGNORECASE)


def _yesterday_before(text: str, published: date) -> date | None:
    """The day on which something was told, where a text names no other day than yesterday: ``lobte gestern``."""
    hits = [hit for hit in _near_hits(text) if hit.lastgroup == "yesterday" and _told_then(text, hit.start(), hit.end())]
    return published - timedelta(days=1) if hits and WEEKDAY.search(text) is None else None


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
    earlier = [h for h in _near_hits(text) if h.lastgroup in _BEFORE and not _told_then(text, h.start(), h.end())]
    earlier = [h for h in earlier if not on_the_way(text[: h.start()])]
    earlier = [h for h in earlier if not (_THEN_EARLIER.search(h[0]) and _named_beside(text, h))]
    for hit in WEEKDAY.finditer(text):
        beside = [h for h in earlier if not turn_between(text, *sorted((h.start(), hit.start())))]
        relative = all(h.lastgroup == "day_before" for h in beside)
        if beside and not (relative and told_as_held(text[: hit.start()])):
            continue  # on the weekday it was told
        if _reporting(text, hit.start(), hit.end(), ahead) and not _ITS_CONTACT.match(text, hit.start()):
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
