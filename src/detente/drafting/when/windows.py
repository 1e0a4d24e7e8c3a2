"""Within which time was a contact asked for, or is it to be: before this month is out, later this week?"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from detente.drafting.days.counted import WEEKDAYS, Said
from detente.drafting.days.dates import MONTH, month_in, months_named
from detente.drafting.days.resolving import days_in
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told


def month_of_window(text: str, published: date) -> str | None:
    """The month in which the time lies that a sentence leaves for what is to be, as EDTF; None: it leaves none."""
    hit = _WINDOW.search(text)
    return None if hit is None else _month(str(hit.lastgroup), published)


def window_asked_for(told: Told, others: Sequence[Told], published: date) -> str | None:
    """The month within which a side asked for a contact, by its sentence or one behind it of what was proposed."""
    hit = next((one for one in _WINDOW.finditer(told.text) if _CONTACT_TO_BE.search(told.text[: one.start()])), None)
    if hit is not None:
        return _month(str(hit.lastgroup), published)
    behind = [one.text for one in others if one.sentence.number == told.sentence.number + 1 and _WOULD.search(one.text)]
    return month_of_window(behind[0], published) if behind else None


def month_asked_for(text: str, published: date) -> str | None:
    """The month, from the publication on, in which a side asked for a contact to be, as EDTF: ``a meeting in June``."""
    hit = next(iter(months_named(text)), None)
    if hit is None or (_ABOUT.search(text[: hit.start()]) and not _CONTACT_TO_BE.search(text[: hit.start()])):
        return None
    return month_in(text[hit.start() :], published, ahead=True, named=True)


def asks_for_a_month(text: str) -> bool:
    """Whether a month that a sentence names stands right behind a contact to be: ``an invitation to a visit in March``."""
    return any(_CONTACT_TO_BE.search(text[: hit.start()]) for hit in months_named(text))


def tried_since(told: Told, published: date) -> Said | None:
    """The day since which a sentence says that somebody has tried to reach the other side; None: it names none."""
    hit = _SINCE.search(told.text)
    days = [] if hit is None else days_in(f"on {told.text[hit.end() :]}", published)
    return days[0] if days else None


_SINCE = Pattern(rf"\b(?:since|depuis|seit|с|со)\s+(?:the\s+|le\s+|dem\s+)?(?=(?:{WEEKDAYS})\b|\d|{MONTH}\s+\d)", re.IGNORECASE)


def day_asked_for(told: Told, others: Sequence[Told], published: date) -> Said | None:
    """The day, from the publication on, on which a side asked for a contact to be; None: the text names none.

    It stands behind the contact, else, written as a date, anywhere in its sentence or in one of the next.
    """
    found = [said for said in days_in(told.text, published, ahead=True) if said.day >= published and not said.aside]
    for said in found:
        if _CONTACT_TO_BE.search(told.text[: said.start]) or (said.stated and said.day > published):
            return said
    number = told.sentence.number
    for one in others:
        if 0 < one.sentence.number - number <= _BEHIND:
            days = days_in(one.text, published, ahead=True)
            if not days or days[0].aside or not 0 < (days[0].day - published).days <= _SOON:
                continue
            if days[0].stated or (_CONTACT_TO_BE.search(one.text[: days[0].start]) and not told_as_held(one.text)):
                return days[0]
    return None


_BEHIND, _SOON = 2, 100

_TO_BE = (
    r"(?:meeting|talks?|visit|call|encounter|conversation|session|bilateral|appointment|hour|rencontre|entretien|visite|"
    r"réunion|appel|audience|rendez-vous|heure|Treffen|Gespräch|Besuch|Telefonat|Unterredung|Begegnung|Termin|Stunde|"
    r"встреч\w+|переговор\w+|визит\w*|разговор\w*|бесед\w+|аудиенци\w+)"
)
_ABOUT = Pattern(
    r"\b(?:about|over|regarding|concerning|following|since|after|au sujet|à propos|concernant|sur|depuis|après|über|wegen|"
    r"nach|seit|об?|про|из-за|после|с тех пор)\s[^.;:,]{0,60}$",
    re.IGNORECASE,
)
"""Before a month that is of what the contact would be about."""

_CONTACT_TO_BE = Pattern(
    rf"\b(?:{_TO_BE}|(?:to|may|might|could|would) (?:meet|see|receive|visit)|sit down|"
    rf"get together|se (?:voi|rencontr|retrouv)\w+|rencontrer|"
    r"recevoir|parler|встретиться|встретились|увиделись|принять|"
    rf"связаться|созвониться|поговорить|увидеться|se parler|sprechen|telefonieren)\b"
    r"(?=[^.;:,]{0,80}$)",
    re.IGNORECASE,
)
"""The contact that a side asked for, right before the day for which it did."""


def _month(kind: str, published: date) -> str | None:
    if kind == "month":
        return f"{published:%Y-%m}"
    monday = published - timedelta(days=published.weekday())
    return f"{monday:%Y-%m}" if (monday + timedelta(days=6)).month == monday.month else None


_WINDOW = Pattern(
    r"\b(?P<month>(?:before|by|until|within|inside) (?:the )?(?:very )?(?:end|close) of (?:this|the|the current) month|"
    r"(?:before|by the time) (?:this|the) month (?:is (?:out|over|up)|ends)|(?:later|still|sometime|some time) this month|"
    r"within (?:this|the) month|in the course of (?:this|the) month|(?:at|for|around|towards) the end of (?:this|"
    r"the) month|(?<!earlier )this month|"
    r"(?:avant|pour|à|vers|d['’]ici)(?: à)? (?:la )?fin (?:du|de ce) mois(?! (?:dernier|passé|prochain))|"
    r"dans le (?:courant|cours) (?:du|de ce) mois|"
    r"(?:courant|encore) ce mois(?:-ci)?|ce mois-ci|dès ce mois|"
    r"(?:noch|bis|vor)(?: zum)? (?:in diesem Monat|diesen Monat|Monatsende|(?:dem )?Ende (?:des|dieses)(?: laufenden)? Monats)|"
    r"noch im laufenden Monat|(?:für|am|zum|gegen) (?:das )?(?:Monatsende|Ende (?:des|dieses) Monats)|im laufenden Monat|"
    r"in diesem Monat|im Laufe (?:des|dieses) Monats|"
    r"(?:до|к|в|на) кон(?:ц[ауе]|ец) (?:этого |текущего )?месяца|(?:ещё |еще |уже )?в (?:этом|текущем) месяце|"
    r"в течение (?:этого )?месяца)\b"
    r"|\b(?P<week>(?:before|by|until) (?:the )?(?:end of (?:this|the) week|(?:this|the) week is (?:out|over)|weekend)|"
    r"(?:later|still|sometime) this week|(?<!earlier )this week|(?:avant|d['’]ici)(?: à)? (?:la fin de (?:la|cette) semaine|"
    r"le week-end)|cette semaine|(?:noch |in )?diese[r]? Woche|bis (?:zum )?(?:Ende der Woche|Wochenende)|"
    r"(?:ещё |еще |уже )?на этой неделе|до конца (?:этой )?недели|до выходных)\b",
    re.IGNORECASE,
)
"""The rest of this month, or of this week."""

_WOULD = Pattern(
    r"\b(?:would|could|should|was to|is to|were to|\w{3,}(?:rait|raient)|soll\w*|würden?|könnten?|бы|должн\w+|мог\w*|"
    r"предполаг\w+|предлага\w+)\b",
    re.IGNORECASE,
)
"""In a sentence that tells of what was proposed."""
