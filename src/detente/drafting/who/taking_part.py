"""Who took part in a contact, under which name and in which office, and how was that got?"""

from dataclasses import replace
from datetime import date

from detente.domain.dates import exact_day
from detente.domain.officeholders import holder_of
from detente.domain.told import NOT_STATED, called, role_of
from detente.domain.vocabulary import Level, Office
from detente.drafting.known import Known
from detente.drafting.language.spelling import latin, sound
from detente.drafting.proposals import Got, How, Participating
from detente.drafting.telling import Occasion
from detente.drafting.who.actors import VOICE, Actor
from detente.drafting.who.attending import ATTENDED


def participants_of(occasion: Occasion, known: Known, when: date | None, level: Level) -> tuple[Participating, ...]:
    """Who took part, each once; ``level`` is that of the contact, which a counterpart has whose office nothing tells."""
    found: dict[tuple[str, str], Participating] = {}
    for actor in occasion.actors:
        if actor.party not in occasion.parties or actor.name is None or actor.weight <= VOICE or _only_beside(actor, occasion):
            continue
        one = _participating(actor, known, when, level)
        key = (one.party, _last(one.person))
        found[key] = one if key not in found else _rather(found[key], one)
    return tuple(found.values())


def _only_beside(actor: Actor, occasion: Occasion) -> bool:
    """Whether somebody is named farther on in another office than who met for his party, and did not attend."""
    first, *behind = occasion.told
    there = [one for one in first.named.actors if one.party == actor.party and one.name is not None]
    said = [one for one in behind if any(other.name == actor.name for other in one.named.actors)]
    if not there or not said or any(one.name == actor.name or one.office == actor.office for one in there):
        return False
    return not any(one.sentence.number - first.sentence.number == 1 or ATTENDED.search(one.text) for one in said)


def _rather(one: Participating, other: Participating) -> Participating:
    """Of two that are the same person the one on record, else of the longer name, in the office that either is said to have."""
    better = (other.on_record, len(other.person)) > (one.on_record, len(one.person))
    chosen, rest = (other, one) if better else (one, other)
    return replace(chosen, role=rest.role, level=rest.level) if chosen.role == NOT_STATED else chosen


def _last(name: str) -> str:
    words = name.split()
    return sound(([word for word in words if word.rstrip(".") not in ("Jr", "III", "II")] or words)[-1])


_BY_LIST = "nobody of that name is on record: party and office are those of the list of people"


def _participating(actor: Actor, known: Known, when: date | None, level: Level) -> Participating:
    assert actor.party is not None
    assert actor.name is not None
    written, said = actor.name.written, _said(actor, level)
    if actor.person is None:
        got = Got(How.GUESSED, None, _BY_LIST if actor.by_list else "nobody of that name is on record")
        office = said or actor.office or Office.MINISTER
        return Participating(actor.party, latin(actor.listed or written), written, _role(said), office, False, got)
    holder = None if when is None else holder_of(actor.person.name, actor.party, exact_day(when.toordinal()), known.holders)
    office = holder.office if holder else said or actor.person.office or actor.office or Office.MINISTER
    exact = actor.person.name.casefold() in (written.casefold(), known.spellings.get(written.casefold(), "").casefold())
    got = Got(How.STATED) if exact else Got(How.INFERRED, None, f"written '{written}'")
    role = role_of(holder) if holder else _role(said)
    return Participating(actor.party, actor.person.name, written, role, office, True, got)


def _said(actor: Actor, level: Level) -> Office | None:
    """The office in which a text names somebody, or that of whose counterpart it calls them; None: it does not."""
    if actor.office is None:
        return Office(level) if actor.counterpart else None
    alone = actor.name is not None and (actor.start, actor.end) == (actor.name.start, actor.name.end)
    return None if actor.by_list or alone else actor.office


def _role(said: Office | None) -> str:
    return NOT_STATED if said is None else called(said)
