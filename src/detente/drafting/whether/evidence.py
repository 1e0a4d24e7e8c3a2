"""How strongly does a sentence tell of a contact between defence sides, and of which?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from detente.drafting.days.counted import day_words
from detente.drafting.days.dates import dates_in
from detente.drafting.how.callers import ON_THE_LINE, PICKED_UP
from detente.drafting.how.manner import media_of, media_places
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told, parties_of
from detente.drafting.whether.hotlines import rung_in_vain
from detente.drafting.whether.pointing import COMES, TOLD_HIM, anaphoric, elsewhere, led, of_himself
from detente.drafting.whether.stops import (
    by_clauses,
    each_by_itself,
    in_turn,
    next_stop,
    one_by_one,
    points_there,
    stops_listed,
    turn_of_several,
)
from detente.drafting.whether.undone import undone
from detente.drafting.who.actors import Actor
from detente.drafting.who.delegates import represented, two_led
from detente.drafting.who.institutions import of_countries, of_reporter
from detente.drafting.who.peoples import CARRIED, called_by_people, opened_by
from detente.drafting.who.remarks import addressed, quoted
from detente.drafting.who.states import AGENT, attended, states_in
from detente.drafting.who.themes import of_forces

_REACH = 90
"""Letters between a side and a word of contact within which it is surely said of that side."""

BAR = 1.5
"""What the weaker of two sides and the words that join them must reach together."""

_JOINT, _WITH, _SEVERAL, _GUEST, _NEXT, _SAID_TO, _HIM = 0.6, 0.3, 0.4, 0.2, 0.35, 0.8, 0.2
_BESIDE, _QUOTED = 0.4, 0.1

_BEGINNING = 5
"""Letters before a capital that acts: ``Muscat confirms a visit``."""
_NOT_TO_BE, _STRONG, _BOTH, _SOMEWHEN = {"declined", "cancelled", "postponed"}, 0.9, 0.3, 0.3
"""Two sides of which each is an office or a person of its own, in one sentence; the more where it says when or where."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Whom a sentence may tell of as in contact, with the weight of the weaker side and of the words that join them."""

    actors: tuple[Actor, ...]
    parties: tuple[str, ...]
    weight: float

    @property
    def enough(self) -> bool:
        """Whether it is to be believed."""
        return len(self.parties) > 1 and self.weight >= BAR


@dataclass(frozen=True, slots=True)
class Beside:
    """What the other sentences say: ``spoken`` the weight of their words of contact, ``defence`` whether a defence office or
    ministry is named near, ``refused`` whether the text tells of a refusal, ``there`` the party in whose town somebody is,
    ``half_told`` whether the sentence before tells of a contact of one side alone, ``entry`` whether it is a line of a diary,
    ``lately`` who is named for certain in the sentences before, ``paired`` whether the one before tells of a whole contact,
    ``bygone`` the weight of what makes it one of long ago, or none, ``asked`` whether it is of one who asked too, in vain,
    ``unheard`` whether the next sentence says that nobody answered on the hotline.
    """

    spoken: float
    defence: bool
    refused: bool = False
    there: str | None = None
    half_told: bool = False
    entry: bool = False
    lately: tuple[Actor, ...] = ()
    paired: bool = False
    bygone: float = 0.0
    asked: bool = False
    unheard: bool = False


_OF_THE_TWO = Pattern(
    r"(?:говорили|обсужд?али|обсудили|they|the two|both|the talks|ils|elles|les deux|on a parlé|il a été question|"
    r"(?:the|la|l['’]|das)\s?(?:call|meeting|conversation|entretien|rencontre|Gespräch|Treffen|Telefonat)"
    r"(?!\s+(?:with|between|avec|entre|mit|zwischen))|"
    r"sie (?:sprachen|redeten|berieten|erörterten)|die beiden|beide|es ging|gesprochen wurde|речь шла)\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on about those of whom the one before told."""


def weighed(one: Told, lead: Actor | None, words: Lexicon, beside: Beside) -> Weighed:
    """What a sentence tells; ``lead`` is whom the text spoke of before."""
    actors = list(one.named.actors)
    if beside.defence:
        actors += _outside(of_countries(one.text, one.named), actors)
    if len(parties_of(actors)) > 1:
        actors += represented(one.text, one.named)
    actors = [replace(a, weight=_QUOTED) if _only_mentioned(one, a) else a for a in actors]
    actors = _hosts(one, actors, beside.there)
    said = [actor for actor in actors if actor.party is not None]
    more: list[Actor] = []
    carried = lead is not None and lead.party not in parties_of(said) and not of_himself(one)
    by_turns = carried and _one_each(one, said, half_told=beside.half_told)
    among = (beside.half_told and attended(one)) or beside.asked
    unanswered = beside.unheard or any(cue.means == "unanswered" for cue in words.cues["status"].found(one.text))
    opening = [a for a in opened_by(one.text, words.language, beside.lately) if a.party not in parties_of(said)]
    called = (opening or called_by_people(one, parties_of(said), beside.lately)) if len(parties_of(said)) == 1 else []
    if lead is not None and carried and (len(parties_of(said)) < 2 or led(one) or by_turns or among):
        meant = by_turns or among or (unanswered and beside.half_told) or _pointed_at(one, lead, beside)
        if not opening and (meant or not called):
            weight = min(lead.weight, CARRIED if meant else _BESIDE)
            more = [replace(_in_his_place(lead, actors), weight=weight, start=-1, end=-1, sure=False)]
    if len(parties_of([*said, *more])) == 1:
        more += called or called_by_people(one, parties_of([*said, *more]), beside.lately)
    reporting = [party for party in dict.fromkeys(one.reporting) if party not in parties_of([*said, *more])]
    if len(parties_of([*said, *more])) == 1 and len(reporting) == 1:
        more += of_reporter(one.text, one.named, reporting[0])
    if len(parties_of([*said, *more])) < 2 and (beside.defence or said) and not _of_the_two(one, beside):
        more += states_in(one, parties_of([*said, *more]), words, half_told=beside.half_told)
    more += rung_in_vain(one, parties_of([*said, *more]), defence=beside.defence) if unanswered else []
    if len(parties_of([*said, *more])) == 1 and len(reporting) == 1:
        more.append(Actor(reporting[0], None, len(one.text), len(one.text), sure=False, weight=AGENT))
    everybody = sorted([*actors, *more], key=lambda actor: actor.start)
    everybody = [a for a in everybody if a.weight > _QUOTED] if len(parties_of(everybody)) > 2 else everybody
    parties = parties_of(everybody)
    if len(parties) < 2 or elsewhere(one):
        return Weighed(tuple(everybody), tuple(parties), 0.0)
    weights = sorted((max(a.weight for a in everybody if a.party == party) for party in parties), reverse=True)
    turns = by_turns or stops_listed(one, said)
    less = undone(one, weights[1], words, refused=beside.refused, in_turn=turns) + beside.bygone
    joined = max(_joined(one, said, spoken=beside.spoken), 1.0 if beside.entry else 0.0)
    when = _SOMEWHEN if _somewhen(one) else 0.0
    if weights[1] >= _STRONG and not less and not one.has("wish") and (when or joined > _SEVERAL or beside.spoken):
        joined += _BOTH + when
    joined = max(joined, (_SAID_TO if beside.half_told else _JOINT) if unanswered else 0.0)
    said_to_be = {cue.means for cue in words.cues["status"].found(one.text)}
    if len(parties) > 2 and beside.spoken >= _JOINT and (attended(one) or (beside.half_told and any(a.several for a in more))):
        joined = max(joined, 1.0)
    at_home = carried and bool(more) and beside.there in parties_of(said)  # where somebody waits for whom the text spoke of
    to_be = said_to_be and (at_home or any(actor.counterpart for actor in said))
    there = weights[1] >= CARRIED and any(a.start < 0 for a in more) and _met_there(one, lead, beside)
    if to_be or there or (weights[1] >= _STRONG and said_to_be & _NOT_TO_BE):
        joined = max(joined, _JOINT)
    if lead is not None and beside.there in parties and (beside.there != lead.party or COMES.search(one.text)):
        joined += _GUEST
    if turns or beside.asked:
        joined = max(joined, 1.0 if beside.asked else _SAID_TO)
    if lead is not None and carried and more:
        joined += _of_those_before(one, more[0], lead, beside)
    return Weighed(tuple(everybody), tuple(parties), weights[1] + joined - less)


def _one_each(one: Told, said: Sequence[Actor], *, half_told: bool) -> bool:
    """Whether a sentence names whom the one who was spoken of saw, one after the other."""
    return (
        each_by_itself(one, said) or one_by_one(one, said, half_told=half_told) or by_clauses(one) or turn_of_several(one, said)
    )


def _of_the_two(one: Told, beside: Beside) -> bool:
    """Whether a sentence begins as one that goes on about the two of whom the one before it told."""
    return beside.paired and _OF_THE_TWO.match(one.text) is not None


def _only_mentioned(one: Told, actor: Actor) -> bool:
    """Whether a sentence names somebody only for his words, or his forces."""
    said = actor.start >= 0 and quoted(one.text, actor.start, actor.end)
    return said or (actor.name is not None and of_forces(one.text, actor.name.start, actor.name.end))


def _pointed_at(one: Told, lead: Actor, beside: Beside) -> bool:
    """Whether a sentence points back at whom the text spoke of before: by a pronoun, the next stop, or his country."""
    if one.named.others and one.named.others[0].start < _BEGINNING and not one.named.actors[1:]:
        return False  # it is of that president that the sentence tells
    goes_on = next_stop(one) and (bool(one.media) or one.has("joint") or _with_somebody(one))
    told = beside.half_told and (bool(media_of(one)) or next_stop(one) or PICKED_UP.search(one.text) is not None)
    delivered = "letter" in media_of(one)  # a letter, in whose capital it arrived
    named = any(c.party == lead.party and (delivered or not c.place or c.start < _BEGINNING) for c in one.named.countries)
    return beside.entry or anaphoric(one) or goes_on or in_turn(one) or told or named or _met_there(one, lead, beside)


def _met_there(one: Told, lead: Actor | None, beside: Beside) -> bool:
    """Whether a sentence begins with *there*, of where the one before has whom the text spoke of, abroad."""
    return lead is not None and beside.there not in (None, lead.party) and points_there(one)


def _with_somebody(one: Told) -> bool:
    """Whether somebody is named behind a word for with whom, or at whose, the one spoken of was: ``standen bei X``."""
    return any(_AT.search(one.text[: a.start]) for a in one.named.actors if a.party is not None and a.weight >= _STRONG)


_AT = Pattern(
    r"\b(?:with|opposite|avec|chez|auprès d[eu]|face à|mit|bei|gegenüber|с|со|у|рядом с)\s+(?:[^\s,;]+\s+){0,3}$", re.IGNORECASE
)


def _in_his_place(lead: Actor, actors: Sequence[Actor]) -> Actor:
    """Whom the text spoke of before, or whoever holds another office of that side that a sentence names: ``the army chief``."""
    other = next((a.office for a in actors if a.party is None and a.name is None and a.office not in (None, lead.office)), None)
    return lead if other is None else replace(lead, office=other, name=None, person=None, listed="")


def _hosts(one: Told, actors: list[Actor], there: str | None) -> list[Actor]:
    """A general of whom no party is said, and who receives somebody in a town, is of its party."""
    unknown = [a for a in actors if a.party is None and a.name is not None]
    if there is None or len(unknown) != 1 or there in parties_of(actors) or not _RECEIVED.search(one.text):
        return actors
    return [replace(a, party=there, sure=False, weight=CARRIED) if a is unknown[0] else a for a in actors]


_RECEIVED = Pattern(
    r"\b(?:received|welcomed|hosted|greeted|met) by\b|\breçue? (?:[\w'’ ]{0,30})?par\b|\baccueillie? par\b|"
    r"\b(?:empfing|begrüßte|empfangen von|begrüßt von)\b|\b(?:принял|встретил|встречал)\w*\b",
    re.IGNORECASE,
)


def _of_those_before(one: Told, carried: Actor, lead: Actor, beside: Beside) -> float:
    """What speaks for a contact with whom the text spoke of before: the next stop, what was said to them, a call half told."""
    more = 0.0
    meant = carried.weight >= CARRIED
    away = beside.there not in (None, lead.party)
    if in_turn(one) or (next_stop(one) and (meant or away)) or (meant and away and points_there(one)):
        more += _NEXT
    if meant and TOLD_HIM.search(one.text):
        more += _HIM
    if meant and beside.half_told:
        more += _NEXT
    return more


def _somewhen(one: Told) -> bool:
    """Whether a sentence says when or where something was."""
    return bool(day_words(one.text) or dates_in(one.text) or one.named.places)


def _outside(more: Sequence[Actor], actors: Sequence[Actor]) -> list[Actor]:
    return [one for one in more if not any(a.start < one.end and one.start < a.end for a in actors)]


_COMITATIVE = Pattern(
    r"(?:\bwith|\bavec|\bmit|\bс|\bсо|alongside|beside|aux côtés d[eu'’]\w*|gegenüber)\s+[^,;]{0,25}$", re.IGNORECASE
)

_OPENED = Pattern(
    r"(?:[^.,;]{0,25}(?:,|\s[-–—]|:)\s*)?(?:with|avec|mit|с|со)\s+(?:the\s+|le\s+|la\s+|l['’]|dem\s+|der\s+)?", re.IGNORECASE
)
"""Before a side with whom it is said at once that something was done: ``Avec Ng Eng Hen, il a été question``."""


def _joined(one: Told, said: Sequence[Actor], *, spoken: float) -> float:
    """The weight of the words that join the sides: a word of contact, else those of what is done together."""
    if media_of(one):
        sides = [side for actor in said for side in (actor.start, actor.end)]
        close = not sides or any(abs(start - side) < _REACH for _, start in media_places(one) for side in sides)
        return 1.0 if close else _JOINT
    opened = any(_OPENED.fullmatch(one.text[: actor.start]) for actor in said)
    beside = any(_COMITATIVE.search(one.text[: actor.start]) for actor in said)
    with_whom = _JOINT if opened or (beside and next_stop(one)) else _WITH if beside else 0.0
    several = _SEVERAL if any(actor.several for actor in said) or _in_one_breath(one, said) else 0.0
    words = max(_JOINT if one.has("joint") else 0.0, spoken)
    if two_led(one.text):
        return 1.0
    if spoken >= _JOINT and (ON_THE_LINE.match(one.text) or PICKED_UP.search(one.text)):
        return 1.0
    if addressed(one):
        words = max(words, _SAID_TO)
    return words + with_whom + several


_AND = Pattern(r"\s*,?\s*(?:and|et|und|и|sowie|as well as|ainsi que)\s+[^.;:!?,]{0,40}$", re.IGNORECASE)

_HE_AND = Pattern(
    r"\b(?:he|she|il|elle|lui|er|sie|он|она|the (?:minister|general|secretary|admiral)|le ministre|der Minister|"
    r"die Ministerin|"
    r"le général|der General|министр|генерал)\s+(?:and|et|und|и)\s+[^.;:!?,]{0,40}$|"
    r"^(?:et|and|und|и)\s+(?:lui|he|she|him|her|er|sie|он|она)\b",
    re.IGNORECASE,
)
"""He and whoever is named next."""


def _in_one_breath(one: Told, said: Sequence[Actor]) -> bool:
    """Whether two sides are the subject, or the object, of the same word: A and B, he and B."""
    if len(parties_of(said)) == 1 and any(_HE_AND.search(one.text[: actor.start]) for actor in said):
        return True
    return any(
        first.party != second.party and _AND.fullmatch(one.text[first.end : second.start])
        for first, second in pairwise(said)
        if first.end <= second.start
    )
