"""Which day does a sentence count from an event, or from the first day of a visit, of which the text tells when it was?"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from detente.drafting.days.counted import Said
from detente.drafting.days.relative import day_of_span, days_from_event, of_a_span, of_the_event
from detente.drafting.days.resolving import day_reported, days_in
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.sentences import Sentence
from detente.drafting.telling import Told


def counted_day(one: Told, text: Sequence[Sentence], published: date) -> Said | None:
    """The day that a sentence counts from an event, or from the first day of a visit, of which the text tells when it was."""
    if (more := _RUNNING.search(one.text)) is not None and (own_days := days_in(one.text, published)):
        return Said(own_days[0].day - timedelta(days=2 if more["third"] else 1), False, 0)
    if (over := _ENDED_ON.search(one.text)) is not None and (ends := days_in(one.text[over.start("on") :], published)):
        days = over["days"].casefold()
        return Said(ends[0].day - timedelta(days=int(days) - 1 if days.isdigit() else _IN_WORDS[days[:3]] - 1), False, 0)
    event = days_from_event(one.text)
    if event is None and not of_a_span(one.text):
        return None
    if event is not None and _CONTACT.match(one.text, event[2]):
        said = [own.day for own in days_in(one.text, published)]
        return Said((said[0] if said else published) - timedelta(days=event[0]), False, 0)
    if event is not None and _CAME_AFTER.match(one.text) and (last := last_before(one, text, published)) is not None:
        return Said(last - timedelta(days=event[0]), False, 0)
    named = [(other.text, days[0].day) for other in text if (days := days_in(other.text, published))]
    if (nth := day_of_span(one.text, named)) is not None or event is None:
        return None if nth is None else Said(nth, False, 0)
    away, words, begun, place = event
    if any(said.start < place and not said.aside for said in days_in(one.text, published)):
        return None  # the sentence says its day itself: ``on Wednesday, six weeks before the summit of 9 July``
    own = [
        said.day + timedelta(days=_WEEK if not said.stated and said.day + timedelta(days=_WEEK + away) <= published else 0)
        for said in days_in(one.text[begun:], published)
        if of_the_event(one.text, begun, begun + said.start)
    ]
    others = [day for said, day in named if said != one.text and any(word in said.casefold() for word in words)]
    if (
        not own
        and not others
        and 0 < away < _WEEK
        and not _ANY.match(one.text, begun)
        and (last := last_before(one, text, published)) is not None
    ):
        others = [last]  # the morning after the incident, of which the sentence before told
    return Said([*own, *others][0] + timedelta(days=away), False, 0) if own or others else None


_RUNNING = Pattern(
    r"\bfor (?:a|the) (?:second|(?P<third>third)) (?:straight |consecutive |successive |running )?day\b|"
    r"\b(?:pour (?:la|le|une?) (?:deuxième|seconde?) jour(?:née)?(?: consécutive?| d['’]affilée| de suite)?)\b|"
    r"\b(?:den|am) zweiten Tag (?:in Folge|hintereinander|nacheinander)\b|\bвторой день (?:подряд|кряду)\b",
    re.IGNORECASE,
)
"""On a day that was not the first of a meeting."""

_IN_WORDS = {"two": 2, "thr": 3, "deu": 2, "tro": 3, "zwe": 2, "dre": 3, "дву": 2, "два": 2, "трё": 3, "тре": 3, "три": 3}
_ENDED_ON = Pattern(
    r"\b(?P<days>two|three|[23]|deux|trois|zwei|drei|дву|тр[её]|два|три)(?:[\s-]+(?:\w+\s+)?(?:days?|jours|Tagen?)|tägig\w*|"
    r"х?-?дневн\w+|\s+(?:\w+\s+)?дня)\b[^.;:]{0,60}?\b(?P<on>(?:ended|ending|concluded|finished|(?:s['’]est |s['’]être |)"
    r"(?:achev|conclu|termin)\w*|endete\w*|zu Ende ging\w*|beendet\w*|заверш\w+|закончи\w+)\b)",
    re.IGNORECASE,
)
"""A visit of some days, and when it was over: ``over two rainy days which ended on Wednesday``."""

_WEEK = 7
"""Days behind which what came after an event is told of with its day."""

_CONTACT = Pattern(
    r"\s*(?:(?:d(?:e|u|es)|of)\s+)?(?:his|her|their|a|son|sa|leur|une?|d['’]un(?:e)?|ihrem|ihrer|seinem|seiner|dem|"
    r"einem)?\s*(?:\w+\s+)?"
    r"(?:meeting|talks|call|conversation|tête-à-tête|entretien|rencontre|Treffen|Gespräch|Telefonat|встречи|разговора|"
    r"переговоров)\s+(?:with|avec|mit|с|со)\b",
    re.IGNORECASE,
)
"""An event that is the contact itself: ``the day after her talks with``."""


_CAME_AFTER = Pattern(
    r"(?:it|this|that|the (?:call|meeting|talks|visit|conversation)|(?:il|elle|cela|l['’](?:appel|entretien)|la (?:rencontre|"
    r"visite|conversation))|(?:es|das|dies|das (?:Gespräch|Treffen|Telefonat)|der (?:Anruf|Besuch))|(?:это|он|она|(?:разговор|"
    r"звонок|встреча|визит)))\s+(?:came|comes|followed|took place|intervenait|intervient|est intervenue?|suivait|a eu lieu|"
    r"kam|folgte|fand|состоял\w+|произош\w+|последовал\w*|прош[её]л|прошла)\b",
    re.IGNORECASE,
)
"""How a sentence begins that counts from what was before to the contact of which the text told: ``It came six days after``."""

_ANY = Pattern(r"\s*(?:an?|d['’]une?|eine[srmn]?)\b", re.IGNORECASE)
"""Before an event that may never be: ``au lendemain d'un cessez-le-feu``."""


def last_before(told: Told, text: Sequence[Sentence], published: date | None, *, ahead: bool = False) -> date | None:
    """The last day that the sentences before one name; ``ahead`` where what they tell may be to come."""
    for one in reversed(text[: told.sentence.number]):
        if not one.heading and (found := days_in(one.text, published, ahead=ahead and not told_as_held(one.text))):
            return found[0].day
    return None


def last_told(told: Told, text: Sequence[Sentence], published: date | None, *, ahead: bool = False) -> date | None:
    """The last day that the sentences before one name, or else on which one of them says that something was told."""
    if (last := last_before(told, text, published, ahead=ahead)) is not None:
        return last
    reported = (day_reported(one.text, published) for one in reversed(text[: told.sentence.number]) if not one.heading)
    return next((day for day in reported if day is not None), None)
