"""Which dates does a sentence write, and which month?"""

import re
from calendar import monthrange
from datetime import date
from itertools import chain

from detente.drafting.days.made import of_a_thing
from detente.drafting.language.patterns import Pattern

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january janvier januar jänner jänners января январь январе январю",
            "feb february février fév februar feber февраля феврале февраль февралю",
            "mar march mars märz марта март марте марту",
            "apr april avril апреля апреле апрель апрелю", "may mai мая мае май маю",
            "jun june juin juni июня июне июнь июню",
            "jul july juillet juli июля июле июль июлю",
            "aug august août aout августа августе август августу",
            "sep sept september septembre сентября сентябре сентябрь сентябрю",
            "oct october octobre oktober октября октябре октябрь октябрю",
            "nov november novembre ноября ноябре ноябрь ноябрю",
            "dec december décembre dezember декабря декабре декабрь декабрю",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip

MONTH = (
    r"(?:j[aä]n|feb|fév|mar|mär|apr|avr|may|mai|ju[nli]|aug|aoû|aou|sep|o[ck]t|nov|de[cz]|déc|янв|фев|мар|апр|ма[йяею]|"
    r"ию[нл]|авг|сен|окт|"
    r"ноя|дек)\w*\.?"
)
"""What may be the name of a month: shorter than all their names, so sooner made; ``month_of`` knows which are."""

_TO = r"(?:\s*(?P<range>-|–|—|to|and|au|et|bis|und|по|и)\s*(?:le\s+)?(?P<until>\d{1,2})(?:st|nd|rd|th|er|\.|-го|-е)?)?"

_DAY_FIRST = Pattern(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|-го|-е)?{_TO}\s+(?:of\s+)?(?P<month>{MONTH})\b(?:,?\s+(?P<year>(?:19|"
    rf"20)\d\d))?",
    re.I,
)

_MONTH_FIRST = Pattern(
    rf"\b(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_TO}\b(?!\s*(?:percent|%|:\d))(?:,?\s+(?P<year>(?:19|"
    rf"20)\d\d))?",
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
    rf"\b(?P<word>(?:двадцать\s+)?[^\W\d_]{{4,15}})\s+(?:of\s+)?(?P<month>{MONTH})\b(?:,?\s+(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)

_NUMERIC = Pattern(
    r"\b(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})\b|"
    r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b"
)

_IN_SHORT = Pattern(
    r"(?:(?<=\b[Aa]m )|(?<=\()|(?<=\b(?:vom|den|zum) )|(?:^|(?<=[:;.] ))(?=\d{1,2}\.\s?\d{1,2}\.\s*[:,–—(]))"
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?P<year>\d{4})?(?!\d)"
)
"""A German day without its year: ``am 13.5.``, ``(13.5., Zürich)``, ``14.11.: Arbeitsessen``."""


_EDGE = Pattern(
    rf"\b(?:(?P<first>first|premier|ersten|первый)|last|dernier|letzten|последний)\s+(?:day|jour|Tag|день)\s+"
    rf"(?:(?:of|de|des|du)\s+|d['’])?(?P<month>{MONTH})(?:,?\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
"""The first or the last day of a month."""

_JOTTED = Pattern(
    r"(?:^[«„“\"(\[—–-]?\s*|[(«„]|\b(?:снят[оаы]?|датирован\w*|помечен\w*|записано|от|за|"
    r"dated|taken|datée? du|prise? le|vom)\s+)"
    r"(?P<day>0[1-9]|[12]\d|3[01])[./](?P<month>0[1-9]|1[0-2])(?=\.?(?:\s|[,;:)»”\"—–]|$))(?!\s*(?:Uhr|%))"
)
"""A day in a diary, on a photograph, in brackets: ``12.09. Der Chef …``."""


def month_in(text: str, published: date, *, ahead: bool = False, named: bool = False) -> str | None:
    """The month of which a sentence says that something took place in it, as EDTF, the last one up to the publication.

    With ``ahead`` the next one from the publication on; with ``named`` only one that is called by its name, not "last month".
    """
    if not named and (relative := _RELATIVE_MONTH.search(text)) is not None:
        months_away = published.year * 12 + published.month - 1 + _AWAY[str(relative.lastgroup)]
        return f"{months_away // 12:04d}-{months_away % 12 + 1:02d}"
    own = (one for one in months_named(text) if not of_a_thing(text, one.start(), one.end()))
    others = (one for way in (_MONTHS_WEEK, _MONTH_WHEN, _ITS_MONTH) for one in way.finditer(text) if is_month(one["month"]))
    hit = next((one for one in chain(own, others) if not _SINCE.search(text[: one.start()])), None)
    if hit is None:
        return None
    month, said = month_of(hit["month"]), hit.groupdict().get("year")
    near = published.year + (month < published.month) if ahead else published.year - (month > published.month)
    year = int(said or near)
    return f"{year:04d}-{month:02d}"


def months_named(text: str) -> list[re.Match[str]]:
    """The months in which a sentence says that something is."""
    return [hit for hit in _IN_MONTH.finditer(text) if is_month(hit["month"])]


def earlier_this_month(text: str) -> bool:
    """Whether a sentence speaks of this month or the last, and not by its name."""
    hit = _RELATIVE_MONTH.search(text)
    return hit is not None and hit.lastgroup in ("this", "last")


def next_month(text: str) -> bool:
    """Whether a sentence speaks of the next month, or of what is left of this one, and not by its name."""
    hit = _RELATIVE_MONTH.search(text)
    return hit is not None and hit.lastgroup in ("next", "rest")


_AWAY = {"this": 0, "rest": 0, "last": -1, "next": 1}
_RELATIVE_MONTH = Pattern(
    r"\b(?P<this>earlier this month|(?:at the (?:start|beginning) of|in the middle of|late|early) (?:the|this) month|"
    r"(?:plus tôt|au début|début|mi) (?:de )?(?:ce|dans le) mois(?:-ci)?|(?:au )?début du mois|ce mois-ci|"
    r"(?:Anfang|Mitte|Beginn) (?:des|dieses) Monats|in diesem Monat|(?:в начале|в середине) (?:этого )?месяца|"
    r"в этом месяце|in the (?:first|last|final|opening) (?:days|week) of (?:the|this) month|"
    r"(?:dans|durant|pendant) les (?:tout )?premiers jours (?:du|de ce) mois|"
    r"in den (?:aller)?ersten Tagen d(?:ies)?es Monats|"
    r"в (?:самых )?первых числах (?:этого |текущего )?месяца|в начале текущего месяца)\b"
    r"|\b(?P<rest>(?<!by the )(?:end of (?:the|this) month|second half of (?:the|this) month|later this month)|"
    r"(?:à la |en )fin (?:du|de ce) mois|(?:seconde|deuxième) (?:moitié|quinzaine) (?:du|de ce) mois|"
    r"(?<!bis )(?:Ende|zweiten Hälfte) d(?:ies)?es Monats|(?:в конце|во второй половине) (?:этого )?месяца)\b"
    r"|\b(?P<last>last month|(?:le|du) mois dernier|(?:im|des) (?:vergangenen|vorigen|letzten) Monats?|в прошлом месяце)\b"
    r"|\b(?P<next>next month|le mois prochain|(?:im|nächsten|kommenden) (?:nächsten |kommenden )?Monat|в следующем месяце)\b",
    re.IGNORECASE,
)

_SINCE = Pattern(
    r"\b(?:by(?= (?:the )?(?:end|middle|start|mid|late|early))|d['’]ici|к концу|до конца|"
    r"since|depuis|seit|с тех пор|после|last|zuletzt|letztmals|(?:report|repouss)ée?s?)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)

_IN_MONTH = Pattern(
    rf"(?:\bmois d['’]|\b(?:in|en|im|в|anfang|mitte|ende|début|mi|fin|early|late|mid|come|of|for|pour|für|за|на|начале|"
    rf"середине|исходе|занавес|конце|половине|(?:(?:moitié|semaine|quinzaine|décade|jours|courant|cours|commencement) "
    rf"(?:de|du mois de)|(?:au )?mois de|courant)|"
    rf"(?:готови|намеч|назнач|заплан|план|жда|ожид|обеща)\w*\s+(?:\w+\s+)?к|Laufe des|course of|течение|"
    r"недел[юеи]|половин[уе]|декад[уе]|(?:début|fin|milieu) de|"
    rf"Hälfte des|(?:первых|последних|десятых|двадцатых) числах)[\s-]+)(?P<month>{MONTH})\b(?!\s*\d{{1,2}}\b(?!\d))"
    rf"(?:,?\s+(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)

_MONTHS_WEEK = Pattern(r"\b(?:erste|zweite|dritte|vierte|letzte)[nr]?\s+(?P<month>\w{3,9})(?:woche|hälfte)\b", re.IGNORECASE)
"""A week by the month in which it lies: ``in der ersten Februarwoche``."""


_MONTH_WHEN = Pattern(
    rf"\b(?P<month>{MONTH})(?:\s+(?P<year>(?:19|20)\d\d))?,\s+(?:when|quand|lorsque|als|wo|когда)\b", re.IGNORECASE
)
"""A month of which it goes on to say what was in it: ``they point to February, when``."""

_ITS_MONTH = Pattern(
    rf"\b(?P<fr>(?:visite|rencontre|entretien|déplacement|voyage|réunion|session|tournée)\s+(?:de\s+|d['’]))?(?P<month>{MONTH})"
    r"(?(fr)\b|(?:\s+(?:programme|program|visit|meeting|talks|trip|session|call|journey|tour|appointment)|"
    r"-?(?:treffen|reise|besuch|termin|gespräch|tagung)|(?:ов)?ск\w+\s+(?:визит|встреч|переговор|поездк|разговор)\w*)\b)",
    re.IGNORECASE,
)
"""A contact by the month for which it was: ``the October visit``, ``Oktoberreise``, ``октябрьский визит``."""


def month_of_contact(text: str, published: date) -> str | None:
    """The month of which a sentence says that a contact was of it: ``cet appel du mois dernier``; None: of none."""
    hit = _OF_THE_MONTH.search(text)
    return None if hit is None else month_in(hit[0], published)


_OF_THE_MONTH = Pattern(
    r"\b(?:(?:call|meeting|talks|conversation) (?:of )?(?:last month|earlier this month)|last month['’]s (?:\w+ )?(?:call|"
    r"meeting|"
    r"talks|conversation)|(?:appel|entretien|rencontre|réunion|conversation) (?:du|le) mois (?:dernier|passé)|"
    r"(?:Telefonat|Gespräch|Treffen|Anruf) (?:im|vom|des) (?:vergangenen|vorigen|letzten) Monats?|"
    r"(?:разговор|звонок|встреч[аи]|переговоры) в прошлом месяце)\b",
    re.IGNORECASE,
)


def dates_in(text: str) -> list[re.Match[str]]:
    """Every date written in ``text``, with or without a year; of those that overlap, the longest, of a span its first day."""
    every = [
        hit
        for pattern in (_DAY_FIRST, _MONTH_FIRST, _NUMERIC, _IN_SHORT, _IN_WORDS, _EDGE, _JOTTED)
        for hit in pattern.finditer(text)
        if _meant(hit)
    ]
    every.sort(key=lambda hit: (hit.start() - hit.end(), hit.start()))
    kept: list[re.Match[str]] = []
    for hit in every:
        if all(hit.end() <= other.start() or hit.start() >= other.end() for other in kept):
            kept.append(hit)
    begun = [hit.end() for hit in kept]
    return [hit for hit in kept if not any(_UNTIL.fullmatch(text[end : hit.start()]) for end in begun if end < hit.start())]


def of_span(hit: re.Match[str]) -> bool:
    """Whether a date is the first day of a span: ``с 29 апреля по 2 мая``."""
    behind = _UNTIL.match(hit.string, hit.end())
    return bool(hit.groupdict().get("range")) or (behind is not None and hit.string[behind.end() : behind.end() + 1].isdigit())


_UNTIL = Pattern(r"\s*(?:-|–|—|to|until|till|through|au|jusqu['’]au|bis|по|до)\s*(?:le\s|the\s|zum\s)?\s*", re.IGNORECASE)
"""Between the first day of a span and its last: ``du 29 novembre au 1er décembre``."""


def _meant(hit: re.Match[str]) -> bool:
    """Whether what looks like a date is one: its month is a month, its number in words a number."""
    parts = hit.groupdict()
    month = parts.get("month")
    if _HOUR_Z.search(hit.string[: hit.start()]) is not None:
        return False
    return (month is None or month.isdigit() or is_month(month)) and (
        "word" not in parts or day_in_words(parts["word"]) is not None
    )


def day_number(hit: re.Match[str], month: int) -> int:
    """Which day of its month what looks like a date is; 0: none."""
    parts = hit.groupdict()
    if "first" in parts:
        return 1 if parts["first"] else monthrange(_COMMON_YEAR, month)[1]
    return int(parts["day"]) if "day" in parts else day_in_words(parts["word"]) or 0


_COMMON_YEAR = 2023


_HOUR_Z = Pattern(r"\b\d{6}Z\s$")
"""Before the month of a signal's time, whose year is no day: ``171100Z MAY 24``."""


def is_month(text: str) -> bool:
    """Whether ``text`` is the name of a month."""
    return text.rstrip(".").lower() in _MONTHS


def month_of(text: str) -> int:
    """The month that ``text`` names, 1 to 12; raises ValueError."""
    number = _MONTHS.get(text.rstrip(".").lower())
    if number is None:
        raise ValueError(text)
    return number


def day_in_words(word: str) -> int | None:
    """The number of a day written as a word; None: it is none."""
    return _ORDINALS.get(" ".join(word.lower().replace("ё", "е").split()))
