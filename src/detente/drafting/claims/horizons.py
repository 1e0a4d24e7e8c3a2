"""How long a silence does a sentence tell of, or since when?"""

import re
from datetime import date

from detente.domain.days import DAYS_PER_MONTH
from detente.domain.vocabulary import Qualifier
from detente.drafting.days.dates import MONTH, is_month, month_of
from detente.drafting.language.patterns import Pattern

_COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty",
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
    "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn "
    "neunzehn zwanzig",
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать "
    "шестнадцать семнадцать восемнадцать девятнадцать двадцать",
    "одного двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати "
    "шестнадцати семнадцати восемнадцати девятнадцати двадцати",
)
"""From one to twenty."""
_NUMBERS = {word: float(number) for line in _COUNTED for number, word in enumerate(line.split(), 1)} | {
    "a": 1, "an": 1, "une": 1, "eine": 1, "einem": 1, "einer": 1, "eines": 1, "две": 2, "трёх": 3, "четырёх": 4,
    "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5, "полтора": 1.5, "полутора": 1.5, "пол": 0.5,
    "half": 0.5, "half a": 0.5, "ein halbes": 0.5, "einem halben": 0.5, "eines halben": 0.5, "einer halben": 0.5,
    "eine halbe": 0.5, "une demi": 0.5,
}  # fmt: skip
_UNITS = (
    ("half-year|semestre|halbjahr|полгод|полугод", 6.0),
    ("trimestre", 3.0),
    ("decade|décennie|jahrzehnt|десятилет", 120.0),
    ("year|ans?\\b|année|jahr|jähr|год|лет|летн", 12.0),
    ("month|mois|monat|месяц|месячн", 1.0),
    ("week|semaine|woche|wöch|недел", 7 / DAYS_PER_MONTH),
    ("day|jour|tag|дн|день", 1 / DAYS_PER_MONTH),
)
_HEDGES = (
    ("nearly|almost|close to|près de|presque|fast|beinahe|knapp|почти", Qualifier.NEARLY),
    ("more than|over|plus d['’e]|mehr als|über|более|больше", Qualifier.MORE_THAN),
    ("less than|under|moins d['’e]|weniger als|менее", Qualifier.LESS_THAN),
    ("about|around|roughly|some|approximately|environ|quelque|etwa|rund|ungefähr|около|примерно", Qualifier.ABOUT),
)
_HEDGE = "|".join(words for words, _ in _HEDGES)
_NUMBER = r"\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_BARE = r"(?:больше|более|почти|около|примерно|менее)\s|(?:\w+\s){1,2}(?:jahre?|monate?|wochen)\slang\b"
"""What a length begins with that no such word introduces."""
_LENGTH = Pattern(
    rf"(?<!\w)(?:(?P<first>{_HEDGE})\s+(?:чем\s+)?)?(?:(?:in|for|en|depuis|seit|за|after|après|nach|il y a|over|уже|"
    rf"cela fai(?:t|sait)|voilà|it (?:is|was|has been|had been))\s+|(?={_BARE})|^(?=(?:{_NUMBER})\s))"
    rf"(?:(?:the|les|den|die)?\s*(?:last|past|derniers|letzten|последни[ей])\s+)?(?P<hedge>{_HEDGE})?\s*(?:than\s+|als\s+|"
    rf"um\s+)?"
    rf"(?P<number>{_NUMBER})?(?P<half>\s+and\s+a\s+half|\s+et\s+demie?)?\s*"
    r"[\s-]?(?P<unit>years?|half-year|months?|weeks?|days?|decades?|ans?|années?|décennies?|mois|semestre|trimestre|"
    r"semaines?|jours?|jahr\w*|"
    r"halbjahr\w*|monat\w*|wochen?|tage\w*|полгода|полугод\w+|десятилет\w+|год\w*|лет|месяц\w*|недел\w*|дн\w+)\b"
    r"(?P<later>\s+and\s+a\s+half|\s+et\s+demie?)?",
    re.IGNORECASE,
)
_LAST_YEAR = r"(?:прошлого года|(?:of )?last year|de l['’](?:an|année) derni(?:er|ère)|(?:vorigen|vergangenen|letzten) jahres)"
_SINCE = Pattern(
    rf"(?<!\w)(?:since|depuis|seit|с|со|in|en|im|в|on|le|am|à|du|de|was|war|состоял\w+|прош\w+|был\w*)\s+(?:(?:the|le|dem|"
    rf"early|"
    rf"late|mid|last|ende|anfang|mitte|"
    rf"fin|début|конца|начала)[\s-]+)*"
    rf"(?:(?P<day>\d{{1,2}})(?:er|\.|st|nd|rd|"
    rf"th)?\s+)?(?:(?P<month>{MONTH})\b(?!\s+(?:ans|mois|semaines|"
    rf"jours)\b)\.?\s*(?P<mday>\d{{1,2}}(?!\d))?,?\s*)?(?P<year>(?:19|20)\d{{2}})?"
    rf"(?P<before>{_LAST_YEAR})?",
    re.IGNORECASE,
)
_IN_FIGURES = Pattern(
    r"(?<!\w)(?:since|depuis|seit|с)\s+(?:le\s+|dem\s+)?((?:19|20)\d{2}-\d{2}(?:-\d{2})?)(?![\w-])", re.IGNORECASE
)
_EVENT = Pattern(
    r"(?<!\w)(?:(?:since|depuis|seit|с начала|с момента|с тех пор)\b,?|с(?=\s\w+[ое]го\s\w)|с(?= (?:\w+ )?(?:весны|лета|"
    r"осени|"
    r"зимы)\b))\s+[^.;,]{4,60}|"
    r"\b(?:in|for|depuis|en|seit|за)\s+(?:(?:des|plusieurs|de longu?e?s|vielen|многие|долгие)\s+)?(?:years(?! to come)|"
    r"months|"
    r"decades|a long time|ages|années|longtemps|jahren|monaten|lange[mr](?: zeit)?|годы|месяцы|долгое время)\b",
    re.IGNORECASE,
)
"""Since something of which no date is said, or for as long as nobody says."""
_AFTER = Pattern(
    r"^[^.;,]{0,60}?\b(?:after (?!lunch|dinner|all\b|that\b|which\b|an? hour)|après (?!avoir|quoi)|nach d\w+ |"
    r"после (?!че))\w{2,}",
    re.IGNORECASE,
)
_BREAKS = (
    r"(?:silence|break|gap|pause|hiatus|interruption|freeze|brouille|funkstille|sendepause|schweigen\w*|unterbrechung|"
    r"перерыв\w*|"
    r"молчани\w+|пауз\w+)"
)
_ENDED = (
    r"\b(?:after|following|end(?:ed|s|ing)|br(?:oke|eaks|eaking)|après|fin à|romp\w+|rompu|nach|beende\w+|после|прерва\w+|"
    r"наруши\w+)"
    r"(?:\s+(?:an?|the|their|un|une|le|leur|einer?|einem|das|die|der))?\s+"
)
_LASTING = (
    rf"(?P<hedge>{_HEDGE})?\s*(?:than\s+|als\s+|чем\s+)?(?P<number>{_NUMBER})?(?P<half>\s+and\s+a\s+half|"
    rf"\s+et\s+demie?)?[\s-]?"
    r"(?P<unit>years?|months?|weeks?|decades?|ans?|années?|mois|semaines?|jähr\w*|jahr\w*|monat\w*|wöch\w+|wochen?|"
    r"летн\w+|лет|"
    r"годичн\w+|год\w*|месячн\w+|месяц\w*|недел\w+|десятилет\w+)(?P<later>\s+and\s+a\s+half|\s+et\s+demie?)?"
)
_BREAK_OF = Pattern(
    rf"{_ENDED}(?:\w+\s+)?{_BREAKS}\s+(?:(?:of|d['’]|de|von|в|длиной в|that (?:had )?lasted)\s*){_LASTING}\b", re.IGNORECASE
)
_LONG_BREAK = Pattern(rf"{_ENDED}{_LASTING}['’]?[\s-]+(?:(?:of|de)\s+)?(?:\w+\s+)?{_BREAKS}\b", re.IGNORECASE)


_SAYS_SINCE = Pattern(r"since|depuis|seit|со?\b", re.IGNORECASE)


def broken(text: str) -> tuple[float, Qualifier] | None:
    """How many months the silence lasted that is said to have ended, "after a break of three years"; None: none is."""
    hit = _BREAK_OF.search(text) or _LONG_BREAK.search(text)
    months, hedge = (None, Qualifier.EXACT) if hit is None else _lasting(hit, hit["hedge"] or "")
    return None if months is None else (months, hedge)


_APART = Pattern(
    rf"\b{_LASTING}\s+(?:ago|earlier|before|zurück|(?:тому )?назад|(?:(?:had|have|has) passed )?since)\b", re.IGNORECASE
)
_PASSED = Pattern(rf"\b(?:прош\w+|минул\w+|remont\w+ à|vor)\s+{_LASTING}\b", re.IGNORECASE)


def apart(text: str) -> tuple[float | None, Qualifier]:
    """How many months ago a text says that the last time was, "it is ten months since"; None: it says no length."""
    hit = _APART.search(text) or _PASSED.search(text)
    return (None, Qualifier.EXACT) if hit is None else _lasting(hit, hit["hedge"] or "")


def since_event(text: str) -> bool:
    """Whether the silence is one since something without a date, or of no length that is said."""
    return _EVENT.search(text) is not None or _AFTER.search(text) is not None


def length_in(text: str) -> tuple[float | None, Qualifier]:
    """How many months a text says, and how surely; None: it names no length."""
    hit = _LENGTH.search(text)
    return (None, Qualifier.EXACT) if hit is None else _lasting(hit, hit["hedge"] or hit["first"] or "")


def _lasting(hit: "re.Match[str]", word: str) -> tuple[float | None, Qualifier]:
    said = (hit["number"] or "").lower()
    plain = hit["unit"].lower()
    if not said and plain.endswith(("s", "en", "лет", "годы", "месяцы")):
        return None, Qualifier.EXACT
    figure = float(said) if said.isdigit() else _NUMBERS.get(said, 1.0)
    if hit["half"] or hit["later"]:
        figure += 0.5
    unit = next(months for names, months in _UNITS if re.match(names, plain))
    hedge = next((q for names, q in _HEDGES if re.fullmatch(names, word, re.IGNORECASE)), Qualifier.EXACT)
    return figure * unit, hedge


def since_in(text: str, before: date | None, *, only_since: bool = False) -> str | None:
    """The date since which it is said to be, as EDTF; a month without a year is the last one before the contact.

    ``only_since``: what is said to be "in 2019" is none.
    """
    if (figures := _IN_FIGURES.search(text)) is not None:
        return figures[1] if _is_date(figures[1]) else None  # of a day that is none not even the year is sure
    for hit in _SINCE.finditer(text):
        if not (hit["month"] or hit["year"]) or (hit["month"] and not is_month(hit["month"])):
            continue
        if only_since and not _SAYS_SINCE.match(hit[0]):
            continue
        if not hit["month"]:
            return str(hit["year"])
        month, day = month_of(hit["month"]), hit["day"] or hit["mday"]
        year = int(hit["year"]) if hit["year"] else None
        if year is None:
            if before is None:
                return None
            year = (
                before.year
                if not hit["before"] and (month, int(day or 1)) < (before.month, before.day if day else 1)
                else before.year - 1
            )
        try:
            return date(year, month, int(day)).isoformat() if day else f"{year:04d}-{month:02d}"
        except ValueError:
            return None
    return None


def _is_date(text: str) -> bool:
    """Whether figures are a day, or a month: ``2022-10-23``, ``2022-10``."""
    try:
        date.fromisoformat(text if text.count("-") > 1 else f"{text}-01")
    except ValueError:
        return False
    return True
