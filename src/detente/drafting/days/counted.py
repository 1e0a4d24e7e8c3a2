"""Which words of a sentence are days: weekdays, yesterday, the day after, and those on which something was only told?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from detente.drafting.days.aftermath import right_after
from detente.drafting.days.backgrounds import is_background
from detente.drafting.days.moves import CALLED_OFF, called_off_then
from detente.drafting.days.papers import for_a_day, of_a_paper
from detente.drafting.days.reported import SAID_AFTER, SAID_BEFORE, wrote_to
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
    r"|\b(?P<day_after_it>(?:the|a|one) (?:day|morning|evening) after (?:he|she|they|having|receiving|hosting|meeting|"
    r"seeing|(?:[\w'’-]+ ){1,4}had)\b|"
    r"le lendemain du jour où|un jour après (?:avoir|qu)|(?:einen|am) tag,? nachdem|"
    r"(?:на следующий день|день спустя|через день|сутки) после того,? как)\b"
    r"|\b(?P<next_day>the (?:next|following) (?:day|morning|afternoon|evening|night)|a day later|the (?:day|morning|"
    r"evening) after|le lendemain|le jour (?:suivant|d['’]après)|"
    r"tags darauf|"
    r"am (?:nächsten|folgenden) (?:tag|morgen|abend)|на следующее утро|следующим (?:утром|вечером|днём)|am folgetag|"
    r"am tag (?:darauf|danach)|einen tag später|на следующий день|дн[её]м позже|"
    r"(?:день|сутки) спустя|(?:спустя|через) сутки|на другой день|наутро)\b"
    r"|\b(?P<two_days>two days later|deux jours plus tard|le surlendemain|am übernächsten tag|zwei tage (?:später|darauf)|"
    r"два дня спустя|через два дня)\b"
    r"|\b(?P<same_day>(?:later )?(?:the same|that same|that) (?:day|afternoon|evening)|(?:le|ce) même (?:jour|soir)|"
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

WEEK_WORD = Pattern(r"week|semaine|Woche|недел", re.IGNORECASE)

_COUNTED = "|".join(COUNTS)
LATER_BY = Pattern(
    rf"\b(?:(?P<count>an?|one|une|eine|\d|{_COUNTED})\s+(?:(?:weeks?|semaines?|Wochen?)|(?<!one\s)(?<!a\s)(?:days|jours|"
    rf"Tage))\s+"
    r"(?:later|afterwards|plus tard|après(?=[,.])|später|darauf|danach)|"
    rf"(?:через\s+)?(?P<ru>\d|{_COUNTED})?\s*(?:недел(?:[юиь]|ями)|дн(?:я|ей|ями))\s+(?:спустя|позже))\b",
    re.IGNORECASE,
)
"""Some days or weeks after the day that was named before."""


def counted_later(text: str) -> bool:
    """Whether a text counts days or weeks from a day that was named before."""
    return LATER_BY.search(text) is not None


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


ITS_CONTACT = Pattern(
    r"\w+['’]s\s+(?:\w+\s+)?(?:call|meeting|talks?|visit|session|conversation|guests?|visitors?|caller|"
    r"lunch|dinner|breakfast|handshake|signing)\b",
    re.IGNORECASE,
)


def near_hits(text: str) -> Iterator[re.Match[str]]:
    """The words for a day near another; French has *hier* where German means *here*."""
    return (hit for hit in _NEAR.finditer(text) if hit[0].lower() != "hier" or _GERMAN.search(text) is None)


_GERMAN = Pattern(r"\b(?:und|der|das|dem|ein|eine[nmrs]?|nicht|mit|von|sich|wurde)\b")


def day_words(text: str) -> list[int]:
    """Where the weekdays and words such as yesterday stand that a text names, in order; each day once."""
    found: dict[str, int] = {}
    for hits in (WEEKDAY.finditer(text), near_hits(text)):
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


def told_then(text: str, start: int, end: int) -> bool:
    """Whether it is the day on which it was told, and nothing more."""
    before = text[:start]
    if CALLED_OFF.search(before) or of_a_paper(text, start, end):
        return True
    told = (
        (SAID_BEFORE.search(before) and not for_a_day(before) and not wrote_to(text, start, end))
        or SAID_AFTER.match(text, end)
        or called_off_then(text, start, end)
    )
    return bool(told) and not right_after(text, start, end)


def told_right_after(text: str) -> bool:
    """Whether a sentence names the weekday on which something was told right after a contact, rather than its own."""
    return any(
        SAID_BEFORE.search(text[: hit.start()]) is not None and not told_then(text, hit.start(), hit.end())
        for hit in WEEKDAY.finditer(text)
    )


_ONTO = Pattern(r"\s+на\s+\w", re.IGNORECASE)
"""Behind the day from which something was moved to another: ``с четверга на февраль``."""


_BY = Pattern(r"(?:[,;]\s+|\b(?:and|et|und|и)\s+)(?:by|dès|spätestens|(?:уже )?к[о]?)\s+(?:am\s+)?$", re.IGNORECASE)
"""Before the day by which something else was so: ``; by Wednesday the helicopters were in the budget``."""


def reporting(text: str, start: int, end: int, ahead: bool) -> bool:
    """Whether a day is that on which something was told, or for which something else was planned."""
    planned = not ahead and PLANNED_FOR.search(text[:start]) is not None
    moved = _ONTO.match(text, end) is not None
    planned = planned or (not ahead and _BY.search(text[:start]) is not None)
    return planned or told_then(text, start, end) or (is_background(text, start, end) and not moved)
