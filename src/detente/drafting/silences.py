"""Which sentences of a text speak of a silence, and what do they claim?"""

import re
from datetime import date

from detente.domain.contacts import Claim
from detente.domain.days import DAYS_PER_MONTH
from detente.domain.vocabulary import ANY, CALL_CHANNELS, Anchor, By, Channel, ClaimKind, Level, Qualifier
from detente.domain.words import claimed_length_in_words
from detente.drafting.dates import MONTH, is_month, month_of
from detente.drafting.patterns import Pattern
from detente.drafting.proposals import Claimed

_FIRST = Pattern(
    r"\bfirst\b|\bnot since\b|\bn(?:e\s|['’]\s?)[^.;]{3,40}\bdepuis\b|\bpremi(?:er|ère)s?\b|\berst(?:e[rsnm]?|mals)\b|"
    r"\bперв(?:ый|ая|ое|ые|ую|ого|ой)\b|\bвпервые\b|"
    r"\bno (?:earlier|previous) \w+|"
    r"\bha(?:ve|d) not (?:spoken|talked|met|sat down|seen each other)\b|\bseit\b[^.;]{3,90}\bnicht mehr\b|"
    r"\bне (?:встреч|говор|видел|созван|бесед)\w+\s[^.;]{0,20}\b(?:со? (?:\w+ )?\d{4}|уже|более|больше)\b|\bпредыдущ\w+|"
    r"\blast (?:spoke|talked|met)\b|\bprevious (?:call|"
    r"conversation|meeting|contact)\b|"
    r"\bne s'étai?ent (?:pas|plus) \w+|\bzuletzt\b|\bпоследн\w+ (?:раз|разговор|встреч\w+)\b|\bthe last (?:call|"
    r"conversation|meeting|contact)\b|\bderni(?:er|ère) (?:entretien|rencontre|échange|contact|conversation)",
    re.IGNORECASE,
)
_KIND = Pattern(
    r"call|phone|convers|trip|sat down|déplacement|reise|поездк|talk|sp[eo]ke|meeting|met\b|contact|exchange|encounter|"
    r"visit|time\b|dialogue|entretien|échange|"
    r"rencontre|appel|visite|"
    r"gespräch|telefon|treffen|kontakt|besuch|разговор|говорил|встреч|контакт|беседа|переговор|визит|звонок|созван|созвон|"
    r"побывал|посетил|приезжал|прилетал|виделись|\bseit\b|"
    r"\bdepuis\b|\bsince\b",
    re.IGNORECASE,
)
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18, "un": 1,
    "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "douze": 12, "dix-huit": 18, "ein": 1, "eine": 1, "einem": 1, "einer": 1, "zwei": 2,
    "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "zwölf": 12, "anderthalb": 1.5, "eineinhalb": 1.5,
    "один": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9,
    "десять": 10, "полтора": 1.5, "год": 1, "месяц": 1, "пол": 0.5,
    "двух": 2, "трех": 3, "трёх": 3, "четырех": 4, "четырёх": 4, "пяти": 5, "шести": 6, "полутора": 1.5, "half": 0.5,
    "half a": 0.5, "ein halbes": 0.5, "einem halben": 0.5, "eines halben": 0.5, "einer halben": 0.5, "eine halbe": 0.5,
    "une demi": 0.5, "eines": 1, "zweieinhalb": 2.5, "dreieinhalb": 3.5,
}  # fmt: skip
_UNITS = (
    ("half-year|semestre|halbjahr|полгод|полугод", 6.0),
    ("trimestre", 3.0),
    ("year|ans?\\b|année|jahr|год|лет", 12.0),
    ("month|mois|monat|месяц", 1.0),
    ("week|semaine|woche|недел", 7 / DAYS_PER_MONTH),
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
_LENGTH = Pattern(
    rf"(?<!\w)(?:(?P<first>{_HEDGE})\s+(?:чем\s+)?)?(?:in|for|en|depuis|seit|за|after|après|nach|il y a|over)\s+"
    rf"(?:(?:the|les|den|die)?\s*(?:last|past|derniers|letzten|последни[ей])\s+)?(?P<hedge>{_HEDGE})?\s*(?:than\s+|als\s+|"
    rf"um\s+)?"
    rf"(?P<number>{_NUMBER})?(?P<half>\s+and\s+a\s+half|\s+et\s+demie?)?\s*"
    r"[\s-]?(?P<unit>years?|half-year|months?|weeks?|days?|ans?|années?|mois|semestre|trimestre|semaines?|jours?|jahr\w*|"
    r"halbjahr\w*|monat\w*|wochen?|tage\w*|полгода|полугод\w+|год\w*|лет|месяц\w*|недел\w*|дн\w+)\b"
    r"(?P<later>\s+and\s+a\s+half|\s+et\s+demie?)?",
    re.IGNORECASE,
)
_SINCE = Pattern(
    rf"(?<!\w)(?:since|depuis|seit|с|со|in|en|im|в|on|le|am)\s+(?:(?:the|le|dem|early|late|mid|last|ende|anfang|mitte|"
    rf"fin|début|конца|начала)[\s-]+)*"
    rf"(?:(?P<day>\d{{1,2}})(?:er|\.|st|nd|rd|"
    rf"th)?\s+)?(?:(?P<month>{MONTH})\b\.?\s*(?P<mday>\d{{1,2}}(?!\d))?,?\s*)?(?P<year>(?:19|20)\d{{2}})?",
    re.IGNORECASE,
)
_IN_FIGURES = Pattern(
    r"(?<!\w)(?:since|depuis|seit|с)\s+(?:le\s+|dem\s+)?((?:19|20)\d{2}-\d{2}(?:-\d{2})?)(?![\w-])", re.IGNORECASE
)
_EVENT = Pattern(r"(?<!\w)(?:since|depuis|seit|с начала|с момента)\s+(?P<event>[^.;,]{4,60})", re.IGNORECASE)
_CALLS = Pattern(
    r"call|phone|spoke|spoken|telephone|convers|entretien téléphonique|téléphon|telefon|gespräch|звон|разговор|созван|"
    r"conversation",
    re.IGNORECASE,
)
_EVER = Pattern(
    r"first (?:\w+\s+){0,3}(?:call|conversation|meeting|talks?|contact|phone call|visit) (?:with|between|of)|"
    r"first ever|first time|first had|no earlier|"
    r"première fois|toute première|premier entretien (?:entre|avec)|erstes (?:gespräch|treffen|telefonat)|"
    r"zum ersten mal|erstmals|первый (?:разговор|контакт)|впервые",
    re.IGNORECASE,
)


def claimed(sentence: str, *, on: date | None, channel: Channel | None, level: Level, published: date | None) -> Claimed | None:
    """What the sentence claims of the silence before a contact on the day ``on``; None where it speaks of none."""
    first = _FIRST.search(sentence)
    if first is None or _KIND.search(sentence) is None:
        return None
    tail = sentence[first.start() :]
    months, qualifier = _length(tail)
    since = _since(tail, on or published)
    event = months is None and since is None and _EVENT.search(tail) is not None
    ever = _EVER.search(sentence) is not None
    if months is None and since is None and not ever and not event:
        return None
    kind = ClaimKind.FIRST_EVER if months is None and since is None and ever else ClaimKind.FIRST_SINCE
    if kind is ClaimKind.FIRST_SINCE and months is None and since is None:
        kind = ClaimKind.STATEMENT
    day = on or published
    claim = Claim(
        claim_id="",
        dyad_slug="",
        contact_id=None,
        asserted_on="" if day is None else f"{day.isoformat()}~",
        kind=kind,
        claim=_told(kind, months, qualifier, since),
        since=since,
        anchor=None if since is None else Anchor.CONTACT,
        months=None if months is None else round(months, 3),
        qualifier=qualifier if months is not None else None,
        channel=_channel(sentence, channel),
        level=level.value,
        setting=None,
        by=By.PERSON if kind is ClaimKind.FIRST_EVER else By.OFFICE,
        substance=ANY,
        source_url=None,
    )
    return Claimed(claim, sentence)


def _told(kind: ClaimKind, months: float | None, qualifier: Qualifier | None, since: str | None) -> str:
    """The claim in words of our own."""
    if kind is ClaimKind.FIRST_EVER:
        return "The first between the two."
    parts = []
    if months is not None:
        parts.append(f"in {claimed_length_in_words(months, qualifier)}")
    if since is not None:
        parts.append(f"since {since}")
    return f"The first {' and '.join(parts)}." if parts else "The first since an event."


def _channel(sentence: str, channel: Channel | None) -> str:
    if _CALLS.search(sentence) or channel in CALL_CHANNELS:
        return Channel.PHONE.value
    return ANY if channel in (None, Channel.OTHER) else str(channel.value)


def _length(text: str) -> tuple[float | None, Qualifier]:
    hit = _LENGTH.search(text)
    if hit is None:
        return None, Qualifier.EXACT
    said = (hit["number"] or "").lower()
    plain = hit["unit"].lower()
    if not said and plain.endswith(("s", "en", "лет")) and plain not in ("mois", "ans"):
        return None, Qualifier.EXACT
    if not said and plain in ("ans", "mois", "годы"):
        return None, Qualifier.EXACT
    figure = float(said) if said.isdigit() else _NUMBERS.get(said, 1.0)
    if hit["half"] or hit["later"]:
        figure += 0.5
    unit = next(months for names, months in _UNITS if re.match(names, plain))
    word = hit["hedge"] or hit["first"] or ""
    hedge = next((q for names, q in _HEDGES if re.fullmatch(names, word, re.IGNORECASE)), Qualifier.EXACT)
    return figure * unit, hedge


def _since(text: str, before: date | None) -> str | None:
    """The date since which it is said to be, as EDTF; a month without a year is the last one before the contact."""
    if (figures := _IN_FIGURES.search(text)) is not None:
        return figures[1] if _is_date(figures[1]) else None  # of a day that is none not even the year is sure
    for hit in _SINCE.finditer(text):
        if not (hit["month"] or hit["year"]) or (hit["month"] and not is_month(hit["month"])):
            continue
        if not hit["month"]:
            return str(hit["year"])
        if not re.match(r"since|depuis|seit|с|со", hit[0], re.IGNORECASE) and not re.search(
            r"\b(?:last|previous|derni|zuletzt|предыдущ|последн)", text[: hit.start()], re.IGNORECASE
        ):
            continue
        month, day = month_of(hit["month"]), hit["day"] or hit["mday"]
        year = int(hit["year"]) if hit["year"] else None
        if year is None:
            if before is None:
                return None
            year = before.year if (month, int(day or 1)) < (before.month, before.day if day else 1) else before.year - 1
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
