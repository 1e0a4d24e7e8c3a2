"""In which order are sentences asked for the day of a contact: its own, those beside it, those of a journey?"""

import re
from collections.abc import Iterator

from detente.drafting.days.counted import WEEKDAYS, day_words, told_right_after
from detente.drafting.days.letters import dates_letter
from detente.drafting.days.matters import has_arrived
from detente.drafting.how.manner import media_of
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.when.nearby import leading


def likeliest_first(occasion: Occasion, *, alone: bool) -> Iterator[tuple[Told, bool]]:
    """The sentences that may name the day, the likeliest first, and whether they tell of the contact themselves."""
    near = [*occasion.told, *(occasion.others if alone else ())]
    if any("letter" in media_of(one) for one in occasion.told):
        yield from ((one, True) for one in near if dates_letter(one.text))
    yield from ((one, True) for one in near if not one.earlier and _took_place(one.text))
    yield from ((one, True) for one in sorted(occasion.told, key=_on_another_day))
    if not alone:
        yield from ((one, True) for one in occasion.others if _says_when(occasion, one))
    numbers = [one.sentence.number for one in occasion.told]
    if occasion.sequel:
        return
    others = [one for one in occasion.others if not one.earlier]
    if alone:
        yield from ((one, True) for one in others if one.sentence.number - 1 in numbers and _goes_on(occasion, one))
        yield from ((one, True) for one in others if one.sentence.number + 1 == numbers[0] and _half_told(occasion, one))
    spoken = [one for one in others if one.media or one.sentence.heading]

    def far(one: Told) -> tuple[int, int]:
        gap = one.sentence.number - numbers[0]
        return min(abs(one.sentence.number - number) for number in numbers), gap

    if not alone:
        yield from ((one, True) for one in occasion.others if _stop_of(occasion, one))
        yield from ((one, True) for one in occasion.others if is_journey(one) and town_of(occasion, one) is not None)
        yield from ((one, True) for one in leading(occasion))
        spoken = [one for one in spoken if not (one.sentence.heading and _SPAN.search(one.text))]
        spoken = [one for one in spoken if one.sentence.number < numbers[0] or not _of_another(occasion, one)]
    yield from ((one, False) for one in sorted(spoken, key=far))
    if alone:
        yield from ((one, False) for one in sorted(others, key=far))
        yield from ((one, False) for one in occasion.others if one.earlier and one.sentence.number + 1 in numbers)


_DEPARTS = Pattern(
    r"\b(?:reist|fliegt|bricht|travels|flies|leaves|sets off|se rend|part|s['’]envole|летит|вылетает|"
    r"отправ\w+|arrives|arrive|прибудет|прилетит)\s+(?:[\w'’]+\s+){0,2}?"
    r"(?:(?:on )?\w+day|am \w+tag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|в(?:о)? \w+)\b|"
    r"\b(?:завтра|tomorrow|demain|morgen)\s+(?:прибудет|прилетит|вылетит|arrives|flies)\b",
    re.IGNORECASE,
)
"""When somebody leaves for where the contact is to be, perhaps on another day."""

_TOOK_PLACE = Pattern(
    r"\b(?:(?:meeting|talks?|call|conversation|visit|encounter|session)s?\s+(?:\w+\s+)?took place|"
    r"(?:meeting|talks?|call|conversation|encounter|session)s?,?\s+(?:(?:which|that)\s+)?(?:(?:was|were|"
    r"had been)\s+)?held (?:on|late|early|"
    r"last|yesterday)\b|(?:entretien|rencontre|"
    r"appel|visite|échange)s?\s+(?:a|ont) eu lieu|"
    rf"(?:spent (?:\w+ )?(?:{WEEKDAYS})|(?:a|ont) passé (?:la journée de |le )?(?:{WEEKDAYS})|"
    rf"verbrach(?:te|ten) den (?:{WEEKDAYS})|пров[её]л\w* (?:{WEEKDAYS})) "
    r"(?:together |ensemble |вместе )?(?:in|at|à|en|bei|в|на)|"
    r"fand\b[^.;]{0,60}\bstatt|(?:разговор|встреч|бесед|переговор)\w*, состоявш\w+|(?:встреча|беседа|разговор|переговоры|"
    r"визит)\s+(?:состоял\w+|прош\w+))\b",
    re.IGNORECASE,
)
"""Words that say when a contact was, whatever else the text tells."""


def _took_place(text: str) -> bool:
    hit = _TOOK_PLACE.search(text)
    return hit is not None and _NO.search(text[: hit.start()]) is None


_NO = Pattern(
    r"\b(?:no|not|never|aucune?|nul(?:le)?|kein\w*|никак\w*)(?:\s+such|\s+tel(?:le)?|\s+solch\w*)?\s*$", re.IGNORECASE
)


def _on_another_day(one: Told) -> bool:
    """Whether the day that a sentence names may be another: on which one came, left for it, or told of it behind."""
    arrived = has_arrived(one.text) and len(parties_of(one.named.actors)) == 1 and not told_as_held(one.text)
    return arrived or _DEPARTS.search(one.text) is not None or told_right_after(one.text)


def _goes_on(occasion: Occasion, one: Told) -> bool:
    """Whether the sentence after that of a contact says of the two, and of nobody else, how they met: ``They met``."""
    own = {actor.party for actor in one.named.actors} <= {None, *occasion.parties}
    own = own and not one.named.others
    return own and one.has("pair") and bool(media_of(one)) and told_as_held(one.text)


def _half_told(occasion: Occasion, one: Told) -> bool:
    """Whether the sentence before that of a contact tells of it, and of one side of it alone: ``Zorn had Moscow rung.``"""
    return (
        bool(one.media)
        and len(parties_of(one.named.actors)) == 1
        and set(parties_of(one.named.actors)) <= set(occasion.parties)
    )


def _says_when(occasion: Occasion, one: Told) -> bool:
    """Whether a sentence says when the talks were, behind one of several contacts and before anybody else is named."""
    last = occasion.told[-1].sentence.number
    if one.sentence.number <= last or one.earlier or not (_took_place(one.text) or _THE_TALKS_OF.match(one.text)):
        return False
    between = [each for each in (*occasion.others, one) if last < each.sentence.number <= one.sentence.number]
    return all(set(parties_of(each.named.actors)) <= set(occasion.parties) for each in between)


_THE_TALKS_OF = Pattern(
    r"(?:(?:in|at|during) (?:yesterday|today|\w+day)['’]s (?:talks|discussions|meeting|call|conversation)|"
    r"(?:the|their) (?:talks|discussions|meeting|call|conversation) (?:on|of) \w+day|"
    r"(?:(?:lors|au cours) de )?(?:l['’](?:entretien|appel|échange)|la (?:rencontre|réunion|conversation)|ces (?:entretiens|"
    r"échanges)) "
    r"(?:de |d['’])(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)|"
    r"(?:bei dem |beim |in dem )?(?:Gespräch|Treffen|Telefonat) (?:am|vom) (?:\w+tag|Mittwoch)|"
    r"(?:на|во время|в ходе) (?:встрече|встречи|разговора|переговоров|беседы) в(?:о)? \w+)\b",
    re.IGNORECASE,
)
"""How a sentence begins that says of which day the talks were of which it goes on to tell."""


def _of_another(occasion: Occasion, one: Told) -> bool:
    """Whether a sentence names a side that took no part in a contact: its day is that of what it tells itself."""
    return not one.sentence.heading and bool(set(parties_of(one.named.actors)) - set(occasion.parties))


_SPAN = Pattern(r"\d\s*[-–—]\s*\d")
"""Days from and to in a heading: those of the whole text, of none of its contacts."""


def is_journey(one: Told) -> bool:
    """Whether a sentence names the stops of a journey, each with its day: ``mardi à N'Djamena, puis mercredi à Niamey``."""
    return not one.named.actors[1:] and len({place.party for place in one.named.places}) > 1 and len(day_words(one.text)) > 1


def town_of(occasion: Occasion, one: Told) -> int | None:
    """Where a sentence names a town of the party that a contact was with."""
    return next((place.start for place in one.named.places if place.party == occasion.parties[-1]), None)


def _stop_of(occasion: Occasion, one: Told) -> bool:
    """Whether a sentence only says when the journey was where a contact took place: ``Mardi, Vilnius.``"""
    towns = {place.party for place in one.named.places}
    return len(one.text) < 60 and not one.named.actors and towns == {occasion.parties[-1]}
