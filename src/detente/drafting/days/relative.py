"""Which day does a sentence count from an event, name by its number in the month alone, or by its place in a visit?"""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from detente.drafting.days.counted import COUNTS, WEEK_WORD, Said
from detente.drafting.days.dates import MONTH, dates_in, day_in_words, is_month
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern

_NUMBERED = Pattern(
    r"(?<!\bby )(?<!until )(?<!before )(?<!after )(?<!since )(?<!to )\bthe (?P<en>\d{1,2})(?:st|nd|rd|th)\b"
    r"(?=\s*(?:[,.;:)—–]|(?:in|at|and|he|she|they|it|we|I|the|a|an|his|her|their|its|both|when|while|after|but|by|has|"
    r"have|had|is|"
    r"was|will|would|with|between|for|to|from|being|as|on|about|over|before|during|among|together|what|where|which|who|"
    r"whom|how|"
    r"whether|that|whose|remains|lies)\b))"
    r"|\b(?:le|(?:fixé|prév|arrêté|programmé|report|repouss|avanc|calé)\w* au|(?:matin|matinée|après-midi|soir|soirée|"
    r"nuit|journée|lettre|courrier|missive) du) (?P<fr>\d{1,2})(?:er)?\b"
    r"(?=\s*(?:[,.;:)—–]|(?:au soir|au matin|à|dans|en|vers|il|elle|ils|elles|on|puis|et|mais|chez|avec|entre|que|qui|où|sur|"
    r"ce que|par|pour|lors|pendant|ensemble|leurs?|son|sa|sera|est|reste|attend|dont)\b))"
    rf"|\b(?:Morgen|Vormittag|Nachmittag|Abend|Nacht) (?:des|zum) (?P<des>\d{{1,2}})\.(?!\s*(?:{MONTH}|\d))"
    r"|\b(?:am|für den|auf den|(?:Brief|Schreiben|Anfrage) vom) (?P<de>\d{1,2})\."
    r"(?=\s*(?:[,;:)—–]|(?-i:(?!\w+(?:schen|lichen|igen|alen|ären|ierten|iven|ößten)\s)[a-zäöüß])))"
    r"|\b(?:on the|am)\s+(?P<nth>\w{4,15}(?:ten|th|st|nd|rd)|first|second|third|fifth|ninth)(?=\s*[,;:)—–])"
    r"|\b(?<!начале )(?<!половине )(?<!половина )(?<!четверть )(?<!минут )(?<!конце )(?<!исходе )(?<!середине )"
    r"(?P<ordinal>(?:двадцать\s+)?\w{4,13}(?:[оь]го|[ея]того))(?=\s*[,;)—–]|\s+(?:числа|утром|вечером|дн[её]м)\b)"
    r"|\b(?P<ru>\d{1,2})(?:-го|-м числом|-е число|\s+числа)\b(?!\s+(?:век|год|арми|бригад|дивизи|полк|саммит))",
    re.IGNORECASE,
)
"""A day without its month: ``le 17 au soir``."""

_TO_BE = Pattern(
    r"\b(?:will|(?:is|are) (?:due|to|expected)|that is when|wird|werden|sollen?|sera|seront|будет|будут)\b", re.IGNORECASE
)
"""In a sentence whose day is the next one of that number."""

_SET_FOR = Pattern(
    r"\b(?:pencill?ed in|scheduled|set down|angesetzt\w*|vorgesehen\w*|geplant\w*|prévue?s?|fixée?s?|назначен\w*|намечен\w*)\b",
    re.IGNORECASE,
)
"""The same, right beside it: ``die für den 23. angesetzte Unterredung``."""
_BESIDE = 25


_OF_MONTH = Pattern(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|-го)?|(?P<word>[^\W\d_]{5,14}))\s+(?:(?:of|du|de|числа)\s+)?"
    r"(?:(?P<this>(?:this|the (?:current|present)|the) month|inst\b|(?:ce|présent) mois(?:-ci)?|mois en cours|"
    r"(?:mois )?courant\b(?! [ad])|(?:des|dieses|"
    r"des laufenden) Monats|d\. ?M|(?:этого|текущего|сего) месяца|с\. ?м)|"
    r"(?P<next>next month|mois prochain|(?:nächsten|kommenden) Monats|(?:следующего|будущего) месяца)|"
    r"(?P<past>last month|mois dernier|(?:vorigen|vergangenen|letzten) Monats|v\. ?M|прошлого месяца))\b",
    re.IGNORECASE,
)
"""A day of this month, or of the one beside it: ``on the 22nd of this month``, ``am Dritten des Monats``."""


_LAST_OF_MONTH = Pattern(
    r"\b(?:on the (?:last day but one|penultimate day|last day) of (?:the|this) month|"
    r"(?:le|au|l['’]) ?(?:avant-)?dernier jour d(?:u|e ce) mois|am (?:vor)?letzten Tag (?:des|dieses) Monats|"
    r"в (?:пред)?последний день (?:этого )?месяца)\b",
    re.IGNORECASE,
)
"""The last day of this month, or the one before it."""
_LAST_BUT_ONE = Pattern(r"but one|penultimate|avant-|vorletzt|предпоследн", re.IGNORECASE)


_SPEAKS_OF_MONTH = ("month", "mois", "onat", "месяц", "inst", "courant", ". M", ".M", ". м", ".м")


def _of_month(text: str, published: date) -> list[Said]:
    if not any(word in text for word in _SPEAKS_OF_MONTH):
        return []
    last = monthrange(published.year, published.month)[1]
    found = [
        Said(published.replace(day=last - (_LAST_BUT_ONE.search(hit[0]) is not None)), True, hit.start())
        for hit in _LAST_OF_MONTH.finditer(text)
    ]
    for hit in _OF_MONTH.finditer(text):
        months = published.year * 12 + published.month - 1 + (0 if hit["this"] else 1 if hit["next"] else -1)
        year, month = months // 12, months % 12 + 1
        number = int(hit["day"]) if hit["day"] else day_in_words(hit["word"]) or 0
        if 1 <= number <= monthrange(year, month)[1]:
            found.append(Said(date(year, month, number), True, hit.start()))
    return found


def numbered_in(text: str, published: date, *, ahead: bool) -> list[Said]:
    """The days that a sentence names by their number alone: the last such day up to the publication, or the next after it."""
    if found := _of_month(text, published):
        return found
    ahead = ahead or (_TO_BE.search(text) is not None and not told_as_held(text))
    spelled = [(hit.start(), hit.end(), hit[str(hit.lastgroup)]) for hit in _NUMBERED.finditer(text)]
    numbers = [(start, end, int(said) if said.isdigit() else day_in_words(said) or 0) for start, end, said in spelled]
    for start, end, number in (*numbers, *_in_words(text)):
        planned = _SET_FOR.search(text[max(0, start - _BESIDE) : end + _BESIDE]) is not None
        if (day := _nearest(number, published, ahead=ahead or (planned and not told_as_held(text)))) is not None:
            found.append(Said(day, True, start))
    return found


def _in_words(text: str) -> list[tuple[int, int, int]]:
    """Where the numbers of days stand as words without a month, from and to, and which: ``восьмого числа``, ``am Achten``."""
    found = []
    for hit in _WORD_OF_A_DAY.finditer(text):
        number = day_in_words(_NEUTER.sub(lambda end: "ого" if end[1] == "о" else "ьего", hit[str(hit.lastgroup)]))
        if number is not None:
            found.append((hit.start(), hit.end(), number))
    return found


_WORD_OF_A_DAY = Pattern(
    r"\b(?P<alone>(?:седьм|восьм|девят|десят|\w{3,7}надцат|двадцат)ого)\b(?= [а-яё]+(?:[лт]|ут|ат|ят|ла|ли|ют)\b|[,.;]|"
    r" (?:в|у|с)\b)|"
    r"\b(?P<ru>(?:двадцать )?[а-яё]{5,14}го) числа\b(?! [а-яё]+(?:бря|ря|ля|та|ня|мая)\b)|"
    r"\b(?:ночь на|утром|вечером|дн[её]м|полдень) (?P<night>(?:двадцать )?[а-яё]{4,14}(?:го|ое|ье))\b(?! [а-яё]+(?:бря|ря|"
    r"ля|та|ня|мая)\b)|"
    r"\bam (?P<de>(?-i:[A-Z])[a-z]{2,9}ten)\b(?=\s*[,.;)]|\s+(?-i:[a-z]))|\bon the (?P<en>[a-z]{5,9}(?:th|st|nd|"
    r"rd))\b(?=\s*[,.;)])",
    re.IGNORECASE,
)
_NEUTER = Pattern(r"([оь])е$")


def _nearest(number: int, published: date, *, ahead: bool) -> date | None:
    if ahead and 0 < published.day - number <= _JUST:
        return published.replace(day=number)  # nobody says so of the same day a month later
    step = 1 if ahead else -1
    for months in range(12):
        month = published.month - 1 + step * months
        year, month = published.year + month // 12, month % 12 + 1
        if 1 <= number <= monthrange(year, month)[1]:
            day = date(year, month, number)
            if (day >= published) if ahead else (day <= published):
                return day
    return None


_JUST = 2

_UNITS = r"(?:days?|jours?|Tage?n?|дня|дней|день|weeks?|semaines?|Wochen?|недел[юиь])"
_NUMBER = rf"(?:\d|an?|one|une|eine|{'|'.join(COUNTS)})"
_OF = (
    r"(?:the|a|an|his|her|their|its|son|sa|leurs?|seine[rsmn]?|ihre[rsmn]?|d(?:e|u|es)\b|d['’]|l[ea]s?|de[rsnm]|die|das|"
    r"eine[rsm]?)"
)
_BEFORE_EVENT = Pattern(
    rf"\b(?:on the eve of|(?:the (?:day|morning|afternoon|evening|night) before|la veille|am (?:Vorabend|Vortag)|"
    rf"(?:einen|am) Tag vor)(?=\s+{_OF})|"
    rf"накануне(?! (?:он|она|они|его|её|ее|их|министр|глава|в|на|с)\b)|за день до|"
    rf"(?P<n>{_NUMBER})\s+{_UNITS}\s+(?:before|ahead of|prior to|avant|vor|до)|"
    rf"à (?P<fr>{_NUMBER})\s+{_UNITS}(?=\s+d(?:u|es|e la|e l['’])\b)|"
    rf"за (?P<ru>{_NUMBER})\s+{_UNITS}\s+до)\s+",
    re.IGNORECASE,
)
_AFTER_EVENT = Pattern(
    rf"\b(?:(?:the (?:day|morning|evening|night|afternoon) after|(?:le|au) lendemain|(?P<two>le surlendemain)|"
    rf"(?:einen|am) Tag nach)(?=\s+{_OF})|"
    rf"на (?:следующий|другой) день после|через день после|"
    rf"tags nach(?=\s+{_OF})|через неделю после|"
    rf"(?P<n>{_NUMBER})\s+{_UNITS}(?:,?\s+(?:to the day|jour pour jour|exactement|auf den Tag genau|день в день),?)?\s+"
    rf"(?:after|après|nach|после))\s*",
    re.IGNORECASE,
)

_NAME_OF_EVENT = 60
"""Letters behind such words that say which event is meant."""


def days_from_event(text: str) -> tuple[int, frozenset[str], int, int] | None:
    """How many days after an event (negative: before it) something was, the words that name it, where they begin, from where.

    None: not told so.
    """
    for pattern, sign in ((_BEFORE_EVENT, -1), (_AFTER_EVENT, 1)):
        hit = pattern.search(text)
        if hit is None:
            continue
        groups = hit.groupdict()
        said = (groups.get("n") or groups.get("fr") or groups.get("ru") or "").lower()
        count = 2 if groups.get("two") else int(said) if said.isdigit() else COUNTS.get(said, 1)
        named = re.split(r"[.;:]", text[hit.end() : hit.end() + _NAME_OF_EVENT])[0]
        words = frozenset(word[:6].casefold() for word in re.findall(r"[^\W\d_]{5,}", named)[:4] if not is_month(word))
        days = count * (7 if WEEK_WORD.search(hit[0]) is not None else 1)
        return (sign * days, words, hit.end(), hit.start()) if words else None
    return None


_WAS_ON = Pattern(
    r"\b(?:qui|which|that|held|opened|tenue?|ouverte?|der|die|das|котор\w+|"
    r"прош\w+)\b[^.;]{0,40}$|\b(?:of|d[eu]|vom|от)\s+$|"
    r"\b(?:случивш|произошедш|состоявш|открывш|заверш[аи]вш|законч\wвш|нач[аи]вш|survenue?|intervenue?)\w*\b[^.;]{0,20}$|"
    r"^[^,;]{0,45}\b(?:on|am|le|в)\s+$|^(?:the\s+)?$|^[^,;]{0,45}[а-яё]\s+$",
    re.IGNORECASE,
)


def of_the_event(text: str, begun: int, place: int) -> bool:
    """Whether a day at ``place`` is that of the event whose name begins at ``begun``: ``the talks, which opened on Monday``."""
    return _WAS_ON.search(text[begun:place]) is not None


_NTH_DAY = Pattern(
    r"\b(?:on the|the|le|au|am|на|в)\s+(?:(?P<d2>second|deuxième|second|zweiten|второй)|(?P<d3>third|troisième|"
    r"dritten|третий)|"
    r"(?P<d1>first|premier|ersten|первый)|(?P<last>last|final|dernier|letzten|последний))\s+(?:day|jour|Tag|день)\b"
    rf"(?!\s+(?:(?:of|de|des|du)\s+|d['’])?{MONTH}\b)",
    re.IGNORECASE,
)
_SPAN = Pattern(
    rf"(?P<first>\d{{1,2}})\D{{1,12}}?(?P<last>\d{{1,2}})\D{{0,6}}\s*{MONTH}|"
    rf"{MONTH}\s+(?P<f>\d{{1,2}})\D{{1,7}}?(?P<l>\d{{1,2}})\b",
    re.IGNORECASE,
)


def of_a_span(text: str) -> bool:
    """Whether a sentence names a day by its place in a visit."""
    return _NTH_DAY.search(text) is not None


def day_of_span(text: str, spans: Iterable[tuple[str, date]]) -> date | None:
    """The day that a sentence names by its place in a visit, ``on the second day``; ``spans`` are sentences and the first day
    that each names. None: it names none, or no sentence tells from when to when the visit was.
    """
    hit = _NTH_DAY.search(text)
    if hit is None:
        return None
    for said, first in spans:
        for one in dates_in(said):
            span = _SPAN.search(one[0]) if one.groupdict().get("range") else None
            if span is not None:
                last = int(span["last"] or span["l"])
                whole = (last - (first.day)) % 31
                step = whole if hit["last"] else int(str(hit.lastgroup)[1:]) - 1
                return first + timedelta(days=step)
    return None
