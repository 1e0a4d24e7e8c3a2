"""On which day did a contact take place, by its sentences, those beside them, and the day of publication?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.drafting.above import dated_above, is_date, quoted_on
from detente.drafting.counted import WEEKDAY, Said, day_words
from detente.drafting.dates import month_in
from detente.drafting.manner import media_of, of_several
from detente.drafting.outcome import told_as_held
from detente.drafting.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.relative import day_of_span, days_from_event, of_a_span, of_the_event
from detente.drafting.sentences import Sentence
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.when import day_reported, days_in

_BEFORE = 20
"""Letters before a side where its day stands, of several weekdays."""
_NEAR_PUBLICATION = 12
"""Days from the publication within which a day that another sentence names may be that of the contact."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of a contact (None: not known, or only the month), how it is written (EDTF; None: not known), how it was got.

    ``doubts`` are what contradicts it.
    """

    day: date | None
    written: str | None
    got: Got | None
    doubts: tuple[str, ...] = ()


def day_of(occasion: Occasion, published: date | None, text: Sequence[Sentence], *, alone: bool, ahead: bool) -> Dated:
    """The day of a contact; ``ahead`` where it is still to come, ``alone`` where the text tells of no other."""
    own_day, spare = published, None
    for one in occasion.told if published is not None else ():
        if (counted := _counted(one, text, published or date.min)) is not None:
            return _settled(counted, one)
    for one, own in _sentences(occasion, alone=alone):
        above = dated_above(one, text) or quoted_on(one, text, published)
        own_day = above or own_day
        if one.sentence.heading and is_date(one.text):
            continue
        last = _last_before(one, text, above or published)
        town = None if alone or one in occasion.told or not _journey(one) else _town_of(occasion, one)
        near = _place_of(occasion, one) if town is None else max(0, town - _BEFORE // 2)
        if not own and not ahead and _BEGINS.search(one.text) and not told_as_held(one.text):
            continue
        found = days_in(one.text, above or published, ahead=ahead, last=last, near=near)
        if published is not None:
            held = not ahead and told_as_held(one.text)
            found = [said for said in found if own or abs((said.day - published).days) <= _NEAR_PUBLICATION]
            found = [said for said in found if own or ahead or said.day != published + timedelta(days=1)]
            found = [said for said in found if not held or (said.day - published).days <= 1]
        month = _month_of(occasion, published, ahead) if found and not own and not found[0].stated else None
        if month is not None and not found[0].day.isoformat().startswith(month):
            return Dated(None, month, Got(How.STATED, occasion.told[0].text))
        if found and not found[0].aside:
            return _settled(found[0], one)
        spare = spare or (_settled(found[0], one) if found and (own or ahead) else None)
    if spare is not None:
        return spare
    first = occasion.told[0]
    if not alone and not ahead and _THAT_DAY.search(first.text) and (last := _last_before(first, text, published)) is not None:
        return _settled(Said(last, False, 0), first)
    if own_day is None:
        return Dated(None, None, None)
    return _without_a_day(occasion, published, own_day, alone=alone, ahead=ahead)


_THAT_DAY = Pattern(
    r"\b(?:in the (?:morning|afternoon|evening)|later|dans (?:l['’]après-midi|la soirée|la matinée)|plus tard|am (?:Vormittag|"
    r"Nachmittag|Abend)|später|утром|дн[её]м|вечером|позже)\b",
    re.IGNORECASE,
)
"""At another hour of the day that was named before."""

_BEGINS = Pattern(
    r"\b(?:starts?|begins?|leaves?|ends?|closes?|opens?|flies|travels|heads|moves on|continues|fährt|fliegt|poursuit|gagne|"
    r"repart|rejoint|отправится|продолжит|beginn\w+|startet|endet|reist|commence\w*|débute\w*|repart|"
    r"начн\w+|стартует|откро\w+|закро\w+|закрывается|вылетает|летит)\b",
    re.IGNORECASE,
)
"""What is to come, in a sentence beside that of a contact: its day is another."""


def _counted(one: Told, text: Sequence[Sentence], published: date) -> Said | None:
    """The day that a sentence counts from an event, or from the first day of a visit, of which the text tells when it was."""
    event = days_from_event(one.text)
    if event is None and not of_a_span(one.text):
        return None
    if event is not None and _CONTACT.match(one.text, event[2]):
        said = [own.day for own in days_in(one.text, published)]
        return Said((said[0] if said else published) - timedelta(days=event[0]), False, 0)
    named = [(other.text, days[0].day) for other in text if (days := days_in(other.text, published))]
    if (nth := day_of_span(one.text, named)) is not None or event is None:
        return None if nth is None else Said(nth, False, 0)
    away, words, begun = event
    own = [said.day for said in days_in(one.text, published) if of_the_event(one.text, begun, said.start)]
    others = [day for said, day in named if said != one.text and any(word in said.casefold() for word in words)]
    if (
        not own
        and not others
        and away > 0
        and not _ANY.match(one.text, begun)
        and (last := _last_before(one, text, published)) is not None
    ):
        others = [last]  # the morning after the incident, of which the sentence before told
    return Said([*own, *others][0] + timedelta(days=away), False, 0) if own or others else None


_CONTACT = Pattern(
    r"\s*(?:his|her|their|a|son|sa|leur|une?|d['’]un(?:e)?|ihrem|ihrer|seinem|seiner|dem|einem)?\s*(?:\w+\s+)?"
    r"(?:meeting|talks|call|conversation|tête-à-tête|entretien|rencontre|Treffen|Gespräch|Telefonat|встречи|разговора|"
    r"переговоров)\s+(?:with|avec|mit|с|со)\b",
    re.IGNORECASE,
)
"""An event that is the contact itself: ``the day after her talks with``."""

_ANY = Pattern(r"\s*(?:an?|d['’]une?|eine[srmn]?)\b", re.IGNORECASE)
"""Before an event that may never be: ``au lendemain d'un cessez-le-feu``."""


def _month_of(occasion: Occasion, published: date | None, ahead: bool) -> str | None:
    """The month that the first sentence of a contact names; None where it names none."""
    return None if published is None else month_in(occasion.told[0].text, published, ahead=ahead, named=True)


def _place_of(occasion: Occasion, one: Told) -> int:
    """Where a sentence tells of a contact: before its second side if it tells of others too, else at its first word of it."""
    place = of_several(occasion, one)
    if place is not None and (own := _own_weekday(occasion, one)) is not None:
        return own
    if place is None and len(list(WEEKDAY.finditer(one.text))) > 1:
        sides = [actor.start for actor in one.named.actors if actor.party in occasion.parties]
        place = max(0, max(sides) - _BEFORE) if len(sides) > 1 else None
    return min((start for _, start in one.media), default=0) if place is None else place


def _own_weekday(occasion: Occasion, one: Told) -> int | None:
    """Where the weekday of a contact stands in a sentence that names as many as sides beside the first: in the same order."""
    days = day_words(one.text)
    actors = sorted(one.named.actors, key=lambda actor: actor.start)
    sides = [party for party in parties_of(actors) if party != occasion.parties[0]]
    if len(days) < 2 or len(days) != len(sides) or occasion.parties[-1] not in sides:
        return None
    return days[sides.index(occasion.parties[-1])]


_DEPARTS = Pattern(
    r"\b(?:reist|fliegt|bricht|travels|flies|leaves|sets off|se rend|part|s['’]envole|летит|вылетает|"
    r"отправ\w+|arrives|arrive|прибудет|прилетит)\s+(?:[\w'’]+\s+){0,2}?"
    r"(?:(?:on )?\w+day|am \w+tag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|в(?:о)? \w+)\b|"
    r"\b(?:завтра|tomorrow|demain|morgen)\s+(?:прибудет|прилетит|вылетит|arrives|flies)\b",
    re.IGNORECASE,
)
"""When somebody leaves for where the contact is to be, perhaps on another day."""

_TOOK_PLACE = Pattern(
    r"\b(?:(?:meeting|talks?|call|conversation|visit|encounter)s?\s+(?:\w+\s+)?took place|(?:entretien|rencontre|"
    r"appel|visite|échange)s?\s+(?:a|ont) eu lieu|"
    r"fand\b[^.;]{0,60}\bstatt|(?:встреча|беседа|разговор|переговоры|визит)\s+(?:состоял\w+|прош\w+))\b",
    re.IGNORECASE,
)
"""Words that say when a contact was, whatever else the text tells."""


def _sentences(occasion: Occasion, *, alone: bool) -> Iterator[tuple[Told, bool]]:
    """The sentences that may name the day, the likeliest first, and whether they tell of the contact themselves."""
    near = [*occasion.told, *(occasion.others if alone else ())]
    yield from ((one, True) for one in near if not one.earlier and _TOOK_PLACE.search(one.text))
    yield from ((one, True) for one in sorted(occasion.told, key=lambda one: _DEPARTS.search(one.text) is not None))
    numbers = [one.sentence.number for one in occasion.told]
    if occasion.sequel:
        return
    others = [one for one in occasion.others if not one.earlier]
    if alone:
        yield from ((one, True) for one in others if one.sentence.number - 1 in numbers and _goes_on(occasion, one))
    spoken = [one for one in others if one.media or one.sentence.heading]

    def far(one: Told) -> tuple[int, int]:
        gap = one.sentence.number - numbers[0]
        return min(abs(one.sentence.number - number) for number in numbers), gap

    if not alone:
        yield from ((one, True) for one in occasion.others if _stop_of(occasion, one))
        yield from ((one, True) for one in occasion.others if _journey(one) and _town_of(occasion, one) is not None)
        yield from ((one, True) for one in _leading(occasion))
        spoken = [one for one in spoken if not (one.sentence.heading and _SPAN.search(one.text))]
    yield from ((one, False) for one in sorted(spoken, key=far))
    if alone:
        yield from ((one, False) for one in sorted(others, key=far))
        yield from ((one, False) for one in occasion.others if one.earlier and one.sentence.number + 1 in numbers)


def _goes_on(occasion: Occasion, one: Told) -> bool:
    """Whether the sentence after that of a contact says of the two, and of nobody else, how they met: ``They met``."""
    own = {actor.party for actor in one.named.actors} <= {None, *occasion.parties}
    return own and one.has("pair") and bool(media_of(one)) and told_as_held(one.text)


_SPAN = Pattern(r"\d\s*[-–—]\s*\d")
"""Days from and to in a heading: those of the whole text, of none of its contacts."""


def _journey(one: Told) -> bool:
    """Whether a sentence names the stops of a journey, each with its day: ``mardi à N'Djamena, puis mercredi à Niamey``."""
    return not one.named.actors[1:] and len({place.party for place in one.named.places}) > 1 and len(day_words(one.text)) > 1


def _town_of(occasion: Occasion, one: Told) -> int | None:
    """Where a sentence names a town of the party that a contact was with."""
    return next((place.start for place in one.named.places if place.party == occasion.parties[-1]), None)


def _stop_of(occasion: Occasion, one: Told) -> bool:
    """Whether a sentence only says when the journey was where a contact took place: ``Mardi, Vilnius.``"""
    towns = {place.party for place in one.named.places}
    return len(one.text) < 60 and not one.named.actors and towns == {occasion.parties[-1]}


def _leading(occasion: Occasion) -> list[Told]:
    """What stands before a contact in its paragraph and tells of no other: ``Oslo, Tuesday.``, the nearest first."""
    first = occasion.told[0].sentence
    before = [
        one
        for one in occasion.others
        if one.sentence.paragraph == first.paragraph and one.sentence.number < first.number and not one.earlier
    ]
    silent = []
    for one in reversed(before):
        if {actor.party for actor in one.named.actors} - {None, *occasion.parties}:
            break
        silent.append(one)
    return silent


def _last_before(told: Told, text: Sequence[Sentence], published: date | None) -> date | None:
    """The last day that the sentences before one name."""
    for one in reversed(text[: told.sentence.number]):
        if not one.heading and (found := days_in(one.text, published)):
            return found[0].day
    return None


_THEN = Pattern(r"\b(?:then|at the time|alors|à l['’]époque|damals|seinerzeit|тогда)\b", re.IGNORECASE)
_NOT_TOLD = Pattern(
    r"\b(?:on what|on which|what|which) (?:day|date)\b|\b(?:name|give|gave|disclose|reveal|specify|tell|say|said)\w*\s+"
    r"(?:the|a|no|any)\s+(?:exact\s+)?(?:day|date)\b|\bno date\b|\b(?:not|without) (?:say|saying|"
    r"disclos\w+) (?:exactly )?when\b|"
    r"\bdate (?:was|is) not\b"
    r"|(?:\bne|\bn['’]|\bsans)\b[^.;]{0,40}\b(?:date|jour)\b|\b(?:date|jour)\b[^.;]{0,30}(?:\bn['’]|"
    r"\bne\b)[^.;]{0,30}\b(?:précis|"
    r"donn|communiqu|révél|connu)\w*|aucune date|personne ne dit quand"
    r"|\b(?:Datum|Tag)\b[^.;]{0,50}\b(?:niemand|nicht|keiner?)\b|\ban welchem Tag\b|\bwann genau\b|\bkein(?:en)? (?:Datum|"
    r"Tag)\b"
    r"|\b(?:дат[ауы]|день|дня)\b[^.;]{0,40}\bне\s+(?:называ|назва|указ|уточн|сообща|раскры)\w*|\bкогда именно\b|"
    r"\bкакого числа\b|\bв какой (?:именно )?день\b",
    re.IGNORECASE,
)


def _without_a_day(occasion: Occasion, published: date | None, own_day: date, *, alone: bool, ahead: bool) -> Dated:
    others = occasion.others if alone else ()
    untold = any(_NOT_TOLD.search(one.text) for one in (*occasion.told, *others))
    back = untold or any(_THEN.search(one.text) for one in occasion.told)
    for one in (*occasion.told, *(others if back else ())):
        if published is not None and (month := month_in(one.text, published, ahead=ahead)) is not None:
            return Dated(None, month, Got(How.STATED, one.text))
    if untold:
        return Dated(None, None, None)
    for one in (*occasion.told, *(occasion.others if alone else ())):
        if not one.earlier and (reported := day_reported(one.text, published)) is not None:
            why = "the day on which it was told: the text names none of its own"
            return Dated(reported, reported.isoformat(), Got(How.GUESSED, one.text, why))
    if own_day != published:
        return Dated(own_day, own_day.isoformat(), Got(How.INFERRED, None, f"the text bears the date {own_day}"))
    got = Got(How.GUESSED, None, f"the day of publication, {own_day}: the text names none")
    return Dated(own_day, own_day.isoformat(), got)


def _settled(said: Said, one: Told) -> Dated:
    if said.doubt:
        got = Got(How.GUESSED, one.text, said.doubt)
    elif said.stated:
        got = Got(How.STATED, one.text)
    else:
        got = Got(How.INFERRED, one.text, "counted from the day of publication, or from another day of the text")
    return Dated(said.day, said.day.isoformat(), got, (said.doubt,) if said.doubt else ())
