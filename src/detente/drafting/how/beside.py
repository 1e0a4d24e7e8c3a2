"""What do the sentences right beside a contact say became of it: nobody answered, it is off, it is only asked for?"""

import re
from dataclasses import replace

from detente.domain.vocabulary import Status
from detente.drafting.how.manner import media_of
from detente.drafting.how.verdicts import word_for
from detente.drafting.language.held import not_only_reported, told_as_held
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told, parties_of


def off_behind(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """What became of what was to be, as the sentence right behind says that names nobody: ``Rendez-vous reporté.``"""
    first = occasion.told[0]
    if WAS_DUE.search(first.text) is None or told_as_held(first.text):
        return None
    for one in occasion.others:
        theirs = set(parties_of(one.named.actors)) <= set(occasion.parties)
        if one.sentence.number == first.sentence.number + 1 and theirs and not one.named.others:
            for status in (Status.POSTPONED, Status.CANCELLED):
                if word_for(one, words, status) is not None:
                    return status, Got(How.INFERRED, one.text, "the sentence behind says so")
    return None


def rang_in_vain(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """Whether the sentence right behind a call says of nobody else that it was not answered: ``It rang out both times.``"""
    number = occasion.told[0].sentence.number
    near = {one.sentence.number: one for one in (*occasion.others, *occasion.told)}
    for call, one in ((near.get(number), near.get(number + 1)), (near.get(number - 1), near.get(number))):
        if call is None or one is None or one.earlier or "letter" in media_of(one) or not _WIRES & set(media_of(call)):
            continue
        theirs = {actor.party for each in (call, one) for actor in each.named.actors} <= {None, *occasion.parties}
        silent = any(cue.means == Status.UNANSWERED for cue in words.cues["status"].found(one.text))
        if silent and theirs and not any(not_only_reported(_RANG.sub(lambda hit: "", each.text)) for each in (call, one)):
            return Status.UNANSWERED, Got(How.INFERRED, one.text, "the sentence behind says so")
    return None


_WIRES = frozenset(("phone", "hotline", "video"))

_RANG = Pattern(r"\b(?:rang|called|phoned|telephoned|(?:a|ont) (?:\w+ )?(?:appelé|téléphoné)|позвонил\w*)\b", re.IGNORECASE)
"""Verbs of a call that may not have been answered."""


def asked_beside(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """Whether a sentence right beside those of a contact asks for it, and names nobody else."""
    numbers = {one.sentence.number for one in occasion.told}
    near = [one for one in occasion.others if {one.sentence.number - 1, one.sentence.number + 1} & numbers]
    for one in (*occasion.told[1:], *near):
        theirs = {actor.party for actor in one.named.actors} <= {None, *occasion.parties} and bool(media_of(one))
        if theirs and not (one.earlier or one.named.others or one.sentence.heading or told_as_held(one.text)):
            found = word_for(one, words, Status.REQUESTED)
            if found is not None:
                return Status.REQUESTED, Got(How.INFERRED, one.text, "the sentence beside says so")
    return None


def names_one_of(one: Told, occasion: Occasion) -> bool:
    """Whether a sentence names a side of a contact."""
    named = {a.party for a in one.named.actors} | {country.party for country in one.named.countries}
    return bool(named & set(occasion.parties))


WAS_DUE = Pattern(
    r"\b(?:(?:was|were) (?:to have|due|expected|to)|had been (?:due|set|expected) to|devai(?:t|ent)|étai(?:t|ent) attendue?s?|"
    r"sollten?|wurden?\b[^.;:]{0,120}\berwartet|(?:должен|должна|должны) был\w*|ждал[аи]?)\b",
    re.IGNORECASE,
)
"""Of what was to be."""


def from_whom_it_names(occasion: Occasion) -> Occasion:
    """A contact from the sentence on that names those of both sides, where the first names no one who took part."""
    first = occasion.told[0]
    if any(actor.name is not None or actor.office is not None or actor.counterpart for actor in first.named.actors):
        return occasion
    for place, one in enumerate(occasion.told[1:], 1):
        sides = {actor.party for actor in one.named.actors if actor.name is not None or actor.counterpart}
        if media_of(one) and set(occasion.parties) <= sides:
            return replace(occasion, told=occasion.told[place:], others=(*occasion.told[:place], *occasion.others))
    return occasion
