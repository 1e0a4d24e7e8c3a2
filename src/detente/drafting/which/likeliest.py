"""Where no rule finds a contact, and the words of a text speak for one: which sentence tells of it, and of which sides?

A contact found so is guessed: whoever reads the proposal confirms its parties one by one.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from detente.drafting.days.years import year_told
from detente.drafting.language.lexicon import Cue, Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.whether.likely import LIKELY, UNLIKELY, likelihood
from detente.drafting.whether.pointing import elsewhere
from detente.drafting.whether.undone import undone
from detente.drafting.who.actors import HEAD, Actor
from detente.drafting.who.themes import no_items, of_another_office

_PAIR = 2
_UNDONE = 0.5
"""The weight of what undoes a contact from which on a sentence is not one that no rule understands."""


def unlikely(found: Sequence[Occasion], told: Sequence[Told]) -> bool:
    """Whether the words of every sentence, with those around it, speak against a contact."""
    sides = {one.sentence.number: len(occasion.parties) for occasion in found for one in occasion.told}
    return all(likelihood(one, told, sides.get(one.sentence.number, 0)) < UNLIKELY for one in told)


def with_likeliest(found: list[Occasion], told: Sequence[Told], words: Lexicon, published: int | None) -> list[Occasion]:
    """The contacts found, or, where none is to be believed, or they are of years gone by, that of the likeliest sentence too.

    ``published`` is a day by its ordinal, None: unknown.
    """
    if not found or unlikely(found, told):
        return likeliest(told, words)
    firsts = [occasion.told[0] for occasion in found]
    day = None if published is None else date.fromordinal(published)
    if day is None or not all(year_told(one.text, day, ahead=False) for one in firsts):
        return found
    return [*likeliest([one for one in told if one not in firsts], words), *found]


def likeliest(told: Sequence[Told], words: Lexicon) -> list[Occasion]:
    """The contact of which the likeliest sentence tells that has two sides, if it is likely enough; else none.

    What a sentence says to the contrary is believed: a denial, a wish, a question.
    """
    silent = [one for one in told if undone(one, 1.0, words, refused=False) < _UNDONE and not elsewhere(one)]
    by_words = sorted(((likelihood(one, told), one) for one in silent), key=lambda each: -each[0])
    for likely, one in by_words:
        sides = _sides(one, told)
        parties = parties_of(sides)
        if likely >= LIKELY and len(parties) >= _PAIR:
            return [Occasion(tuple(parties), tuple(sides), (one,), sure=False)]
    return []


def _sides(one: Told, told: Sequence[Told]) -> list[Actor]:
    """Whom a sentence may mean: those that it names, else a state that it names, else who is named nearest to it.

    Beside one side and somebody of another office, a president or members of a parliament, it means them.
    """
    sides = [actor for actor in one.named.actors if actor.party is not None]
    if len(parties_of(sides)) < _PAIR and not all(_may_be_of_ours(one, other) for other in one.named.others):
        return sides
    if len(parties_of(sides)) < _PAIR:
        sides = _with_states(one, sides, told)
    near = sorted((other for other in told if other is not one), key=lambda other: _far(one, other))
    for other in near if sides else ():
        if len(parties_of(sides)) >= _PAIR:
            break
        sides += [actor for actor in other.named.actors if actor.party not in (None, *parties_of(sides))]
    return sides


def _may_be_of_ours(one: Told, other: Cue) -> bool:
    """Whether somebody of another office may hold one of defence too: one stands behind it, or a president is a general yet."""
    if any(actor.office is not None and actor.name is None and actor.start >= other.end for actor in one.named.actors):
        return True
    return other.means == HEAD and _GENERAL.search(one.text[: other.start]) is not None


_GENERAL = Pattern(r"\b(?:gen|general|général|генерал[\w-]*)\.?\s+$", re.IGNORECASE)


def _far(one: Told, other: Told) -> tuple[int, bool]:
    """How many sentences away; of two as near, the one before."""
    away = other.sentence.number - one.sentence.number
    return abs(away), away > 0


def _with_states(one: Told, sides: Sequence[Actor], told: Sequence[Told]) -> list[Actor]:
    """With the state named most often of which nobody was found: that of somebody whose side is not said, or a side alone."""
    taken = parties_of(sides)
    of_others = {c.party for c in one.named.countries if of_another_office(one.text, c, one.named.others)}
    states = [c for c in no_items(one.text, one.named.countries) if c.party not in of_others | {*taken}]
    named = Counter(country.party for each in told for country in each.named.countries)
    best = min(states, key=lambda country: (country.place, -named[country.party], country.start), default=None)
    if best is None:
        return [*sides]
    nobody = next((actor for actor in one.named.actors if actor.party is None), None)
    if nobody is not None:
        return [*sides, replace(nobody, party=best.party, sure=False)]
    return [*sides, Actor(best.party, None, best.start, best.end, sure=False)]
