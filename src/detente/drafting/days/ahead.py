"""Which days does a sentence count from the publication on: the day after tomorrow, a week today, in three days' time?"""

import re
from datetime import date, timedelta

from detente.drafting.days.counted import COUNTS, WEEK_WORD, WEEKDAY, WEEKDAYS, Said
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern


def days_ahead(text: str, published: date) -> tuple[list[Said], list[tuple[int, int]]]:
    """The days that a text counts forward, and from where to where it does: the words within them are no days of their own."""
    found: list[Said] = []
    spans: list[tuple[int, int]] = []
    words = text.lower()
    if not any(word in words for word in _HINTS):
        return found, spans
    for hit in _AHEAD.finditer(text):
        if hit["vague"] and (told_as_held(text) or _SPAN_OF.search(text[: hit.start()]) or _FROM_IT.match(text, hit.end())):
            continue
        found.append(Said(_counted(hit, published), False, hit.start()))
        spans.append(hit.span())
    return found, spans


_HINTS = (
    "tomorrow", "week", "fortnight", "days", "hours", "demain", "huit", "quinze", "dans ", "übermorgen", "woche", "tagen",
    "stunden", "послезавтра", "через",
)  # fmt: skip
"""One of these is in every such word: looked for first, since few sentences have any."""


def _counted(hit: re.Match[str], published: date) -> date:
    """The day that is meant: so many days or weeks after the day that is named with them, else after the publication."""
    if hit["two"]:
        return published + timedelta(days=2)
    words = hit[0].lower()
    if hit["vague"] or hit["sure"]:
        said = _NUMBERS.search(words)
        number = "" if said is None else said[0]
        count = int(number) if number.isdigit() else _LARGER.get(number) or COUNTS.get(number, 1)
        if _HOURS.search(words):
            return published + timedelta(days=count // 24)
        fortnight = _FORTNIGHT.search(words) is not None or (count == _QUINZE and _JOURS.search(words) is not None)
        week = WEEK_WORD.search(words) is not None or (count == _HUIT and _JOURS.search(words) is not None)
        return published + timedelta(days=14 if fortnight else (7 if count == _HUIT else 7 * count) if week else count)
    weeks = 2 if _TWO_WEEKS.search(words) else 1
    if (day := WEEKDAY.search(words)) is not None:
        until = (int(str(day.lastgroup)[1:]) - published.weekday()) % 7 or 7
        return published + timedelta(days=until + 7 * weeks)
    return published + timedelta(days=7 * weeks + (1 if _TOMORROW.search(words) else 0))


_QUINZE, _HUIT = 15, 8
_LARGER = {
    word: number
    for number, words in (
        (7, "seven sept sieben семь"),
        (8, "eight huit acht восемь"),
        (9, "nine neuf neun девять"),
        (10, "ten dix zehn десять"),
        (12, "twelve douze zwölf двенадцать"),
        (14, "fourteen quatorze vierzehn"),
        (15, "quinze"),
        (24, "twenty-four vingt-quatre vierundzwanzig"),
        (36, "thirty-six trente-six sechsunddreißig"),
        (48, "forty-eight quarante-huit achtundvierzig"),
        (72, "seventy-two soixante-douze zweiundsiebzig"),
    )
    for word in words.split()
} | {"двое": 2, "трое": 3, "двух": 2, "трёх": 3, "трех": 3}
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(sorted((*COUNTS, *_LARGER), key=len, reverse=True))})"
_NUMBERS = Pattern(rf"\b{_NUMBER}\b", re.IGNORECASE)
_HOURS = Pattern(r"hours|heures|Stunden|час", re.IGNORECASE)
_JOURS = Pattern(r"jours|Tagen", re.IGNORECASE)
_FORTNIGHT = Pattern(r"fortnight", re.IGNORECASE)
_TWO_WEEKS = Pattern(r"fortnight|two weeks|quinze|(?:zwei|2) Wochen|vierzehn|две недели", re.IGNORECASE)
_TOMORROW = Pattern(r"tomorrow|demain|morgen|завтра", re.IGNORECASE)

_AHEAD = Pattern(
    r"\b(?:(?P<two>(?:the )?day after tomorrow|après-demain|übermorgen|послезавтра)"
    rf"|(?:a|one|two) weeks? (?:from |on )?(?:today|tomorrow|(?:{WEEKDAYS}))|a fortnight (?:from |on )?(?:today|tomorrow)"
    rf"|(?:today|tomorrow|(?:{WEEKDAYS})) (?:week|fortnight)(?!\w)"
    rf"|(?:(?:d['’])?aujourd['’]hui|demain|(?:{WEEKDAYS})) en (?:huit|quinze)"
    rf"|(?:heute|morgen|(?:{WEEKDAYS})) in (?:einer Woche|(?:zwei|2) Wochen|acht Tagen|vierzehn Tagen)"
    r"|через (?:неделю|две недели), считая от (?:сегодня|завтра)"
    rf"|(?P<sure>(?:in )?(?:(?:a|{_NUMBER}) (?:weeks?|days?|hours)|a fortnight)(?:['’]s?)? (?:time|from now|hence))"
    rf"|(?P<vague>in (?:(?:{_NUMBER} (?:days|weeks|hours))|a (?:week|fortnight))(?!['’])"
    rf"|dans (?:{_NUMBER} (?:jours|semaines|heures)|une (?:semaine|quinzaine))"
    rf"|in (?:{_NUMBER} (?:Tagen|Wochen|Stunden)|einer Woche)"
    rf"|(?:ровно )?через (?:{_NUMBER} (?:дня|дней|суток|недели|недель|час(?:а|ов))|неделю|день)))(?!\w)",
    re.IGNORECASE,
)
"""Counted forward; ``vague`` words may tell of how long something lasted, or of a day after another."""

_SPAN_OF = Pattern(
    r"\b(?:first|second|third|fourth|fifth|sixth|last|once|twice|thrice|times|only|premi[eè]re?s?|deuxième|troisième|"
    r"erste[rsnm]?|zweite[rsnm]?|dritte[rsnm]?|vierte[rsnm]?|\w*mal|раз\w*|перв\w+|втор\w+|трет\w+)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
"""How often something was within that time."""

_FROM_IT = Pattern(
    r"\s*(?:after|before|later|of|après|avant|plus tard|nach(?!\s+(?-i:[A-ZÄÖÜ]))|vor|später|после|до|спустя)\b", re.IGNORECASE
)
"""Counted from another day."""
