"""What do the sentences beside one say that bears on what it tells: words of contact, a place, a journey, an office?"""

import re
from collections.abc import Collection, Sequence

from detente.drafting.days.counted import WEEKDAY
from detente.drafting.days.dates import dates_in
from detente.drafting.how.manner import media_of
from detente.drafting.how.tense import will_be_there
from detente.drafting.how.there import IN
from detente.drafting.language.held import not_only_reported, told_as_held
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told, parties_of
from detente.drafting.whether.pleas import only_pleads
from detente.drafting.whether.stops import points_there
from detente.drafting.who.actors import Actor
from detente.drafting.who.delegates import two_led


def spoken(one: Told, contact: Collection[int], after: Told | None = None, *, half: bool = False) -> float:
    """The weight of words of contact in the other sentences: those beside it tell more, and so does what the two did then.

    ``half`` where the one before tells of a contact, or a journey to come, of one side alone.
    """
    if half:
        return 0.6
    number = one.sentence.number
    if not contact and after is not None and after.has("pair") and after.has("joint") and not only_pleads(after):
        return 0.3
    return 0.6 if {number - 1, number + 1} & set(contact) else 0.3 if contact else 0.0


def half_told(one: Told, told: Sequence[Told], words: Lexicon) -> bool:
    """Whether the sentence before tells of a contact, or a journey to come, of one side, and not yet with whom it was."""
    before = next((each for each in told if each.sentence.number == one.sentence.number - 1), None)
    if before is None or len(parties_of(before.named.actors)) != 1 or only_pleads(before):
        return False
    there = {country.party for country in before.named.countries} - {actor.party for actor in before.named.actors}
    return bool(media_of(before)) or (bool(there) and planned(before, words)) or will_be_there(before)


def announced(one: Told, told: Sequence[Told], words: Lexicon, parties: Collection[str]) -> Told | None:
    """The sentence before one, where it has one of ``parties`` come to another on a day to come; None: it does not."""
    before = next((each for each in told if each.sentence.number == one.sentence.number - 1), None)
    if before is None or before.sentence.heading or not_only_reported(before.text) or told_as_held(one.text):
        return None
    side, there = parties_of(before.named.actors), _there(before)
    dated = WEEKDAY.search(before.text) is not None or bool(dates_in(before.text)) or _SOON.search(before.text) is not None
    bare = _TALKS_WITH.match(one.text) is not None and len(side) == 1 and not there
    comes = len(side) < len(parties) and (bare or len(there) == 1) and {*side, *there} <= set(parties) and dated
    own = bool(media_of(one)) and _WOULD.search(one.text) is None and _TALKS_WITH.match(one.text) is None
    return before if comes and (planned(before, words) or will_be_there(before)) and not own else None


_TALKS_WITH = Pattern(
    r"(?:entretien|tête-à-tête|échanges?|rencontre|discussions?|déjeuner|dîner|talks|meeting|lunch|dinner|(?:\w+)?gespräche?|"
    r"treffen|(?:mittag|abend)essen|unterredung|встреча|беседа|переговоры|обед|ужин)\s(?:(?!was\b|were\b)[\w-]+\s){0,2}?"
    r"(?:avec|with|mit|с|со)\s(?![^.;]*\b(?:hier|yesterday|gestern|вчера)\b)",
    re.IGNORECASE,
)
"""How a note says, without a verb, what a journey is for that the sentence before it announces: ``Talks with Austin``."""

_SOON = Pattern(
    r"\b(?:next (?:week|month)|(?:at|by|towards) the end of (?:the|this) (?:week|month)|later this (?:week|month)|"
    r"(?:la semaine|le mois) prochaine?|(?:à la |en )?fin (?:du mois|de (?:la )?semaine|de mois)|"
    r"(?:nächste|kommende)\w* (?:Woche|Monat)|Ende (?:des Monats|der Woche|dieses Monats)|"
    r"(?:следующ|будущ)\w+ (?:недел|месяц)\w+|в конце (?:месяца|недели))\b",
    re.IGNORECASE,
)
"""When somebody is to come, if not on which day."""

_TO = Pattern(r"\b(?:in|at|to|for|à|au|en|pour|nach|в|на)\s+(?:the\s+|la\s+|le\s+)?$", re.IGNORECASE)

_WOULD = Pattern(
    r"\b(?:will|would|sera|serait|seront|seraient|\w{3,}(?:rait|raient)|wird|werde|werden|würden?|пойд[её]т|будут?)\b",
    re.IGNORECASE,
)
"""Of what they are to speak of there."""


def _there(one: Told) -> set[str]:
    """The parties, other than that of whom it names, in whose towns or country a sentence has something."""
    places = [place for place in (*one.named.countries, *one.named.cities) if _TO.search(one.text[: place.start])]
    return {place.party for place in places} - set(parties_of(one.named.actors))


def lately(one: Told, told: Sequence[Told]) -> tuple[Actor, ...]:
    """Who is named for certain in the sentences before, the nearest first."""
    before = [each for each in told if 0 < one.sentence.number - each.sentence.number <= _LATELY]
    return tuple(a for each in reversed(before) for a in each.named.actors if a.party is not None and a.weight >= _CERTAIN)


_CERTAIN, _LATELY = 0.9, 3


def somewhere(one: Told, told: Sequence[Told]) -> str | None:
    """The party in one of whose towns the sentence, or the one before, has somebody; None where it names none or several."""
    points = points_there(one)
    for near in (one, *(each for each in told if each.sentence.number == one.sentence.number - 1)):
        if only_pleads(near):
            return None
        known = (*near.named.places, *(near.named.countries if points and near is not one else ()))
        towns = {place.party for place in known if points or IN.search(near.text[: place.start])}
        if towns:
            return next(iter(towns)) if len(towns) == 1 else None
    return None


def defence(told: Sequence[Told], one: Told) -> bool:
    """Whether a defence office or institution is named in a sentence or beside it."""
    near = [each for each in told if abs(each.sentence.number - one.sentence.number) < 2]
    led = two_led(one.text) and any(_OF_DEFENCE.search(each.text) for each in near)
    return led or _OF_DEFENCE.search(one.text) is not None or any(each.reporting or each.named.actors for each in near)


_OF_DEFENCE = Pattern(r"\b(?:defen[cs]e|défense|armées)\b|verteidigung|\bоборон", re.IGNORECASE)


def of_officers(one: Told) -> bool:
    """Whether a sentence tells of officers, and of two states: they may well be theirs."""
    return len({country.party for country in one.named.countries}) > 1 and _OFFICERS.search(one.text) is not None


_OFFICERS = Pattern(
    r"\b(?:de-?conflict\w+|déconfliction|Dekonflikt\w+|деконфликт\w+|"
    r"officers|generals|colonels|military|general staffs?|armies|officiers|généraux|Obersten|полковник\w*|"
    r"militaires|états-majors|Offiziere?n?|"
    r"Generäle?n?|"
    r"Generalst[aä]b\w*|Militärs|офицер\w*|генерал[ыао]\w*|генштаб\w*|военны[ем]\w*)\b",
    re.IGNORECASE,
)


def planned(one: Told, words: Lexicon) -> bool:
    """Whether a sentence has something planned."""
    return any(cue.means == "planned" for cue in words.cues["status"].found(one.text))
