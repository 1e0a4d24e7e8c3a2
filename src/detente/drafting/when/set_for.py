"""For which day was a contact that was not held, where another sentence of the text says so: ``It was for 4 July.``?"""

from datetime import date
from re import IGNORECASE

from detente.drafting.days.counted import Said
from detente.drafting.days.resolving import days_in
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of

_NEAR, _REACH, _WITHIN = 3, 60, 200
"""Sentences beside a contact, letters beside a day, and days from the publication within which it is said."""


def set_for(occasion: Occasion, published: date) -> tuple[Said, Told] | None:
    """The date for which a sentence beside a contact says that it was, whichever is nearer; None: none says so."""
    number = occasion.told[0].sentence.number
    for one in sorted(occasion.others, key=lambda other: abs(other.sentence.number - number)):
        theirs = set(parties_of(one.named.actors)) <= set(occasion.parties) and not one.named.others
        if abs(one.sentence.number - number) > _NEAR or not theirs or one.sentence.heading or told_as_held(one.text):
            continue
        days = [*days_in(one.text, published, ahead=True), *days_in(one.text, published)]
        found = [said for said in days if said.stated and _is_set(one.text, said.start)]
        if found and abs(((said := min(found, key=lambda day: abs(day.day - published))).day - published).days) < _WITHIN:
            return said, one
    return None


def _is_set(text: str, place: int) -> bool:
    return _BEFORE.search(text[max(0, place - _REACH) : place]) is not None or _BEHIND.match(text, place) is not None


_BEFORE = Pattern(
    r"\b(?:(?:it|they|(?:visit|call|meeting|talks|trip|invitation|offer|date|day|slot|appointment|request)\b[^.;:]{0,30})"
    r"\s(?:was|were|had been|is|are|would have been|should have been)(?: \w+){0,2} (?:for|on)|"
    r"(?:date|day|slot)\b[^.;:]{0,30} (?:is|was)|suggest(?:s|ed)|spoke of|had named|"
    r"(?:il|elle|ils|elles|c['’]|visite|rencontre|entretien|déplacement|rendez-vous|appel|invitation)\b[^.;:]{0,20}\b(?:était|"
    r"étaient|"
    r"est|avait été|avaient été) (?:prévue?s? |fixée?s? |programmée?s? |arrêtée?s? )?(?:pour )?(?:le|au)|"
    r"date\b[^.;:]{0,30} (?:est|était|serait)(?: celle)? (?:du|le)|"
    r"(?:gedacht|vorgesehen|vorgeschlagen|geplant|angesetzt|vereinbart|angepeilt|genannt) (?:war|waren|ist|hatte\w*|wurde)\b"
    r"[^.;:]{0,30}|(?:war|waren|hätte|hätten|sollte|sollten)\s+(?:für|am|auf|zum)(?: den)?|"
    r"(?:речь шла об?|назначен\w*|намечен\w*|намечал\w*|запланирован\w*|предложен\w*|называл\w*|состояться|пройти|"
    r"планировал\w*|предполагал\w*)[^.;:]{0,30})\s*(?:the |den |das |le )?$",
    IGNORECASE,
)
"""Before the day for which something was to be."""

_BEHIND = Pattern(
    r"[^.;:,]{3,24}?,? (?:(?:was |had been |is )?the (?:day|date|slot)\b|(?:has|had) been (?:crossed|struck|set aside|kept|"
    r"reserved|booked|proposed|agreed|suggested|named)|(?:is|was) (?:reserved|booked|proposed|suggested)|"
    r"(?:était|est|avait été) (?:la date|réservé|retenu|proposé|biffé|rayé)|(?:war|ist|wurde) (?:der Tag|reserviert|"
    r"vorgesehen|vorgeschlagen|gestrichen|im Gespräch|genannt|angesetzt)|(?:hatte\w* )[^.;:]{0,40}im Auge|"
    r"был\w* (?:назван|предложен|выбран|намечен|назначен)\w*|значил\w+)",
    IGNORECASE,
)
"""From such a day on, where that is said behind it: ``9 October has been crossed out of the diary``."""
