"""What led up to a contact: a letter that it answered, or a visit that was called off and that it took the place of?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.drafting.days.clauses import INSTEAD_OF
from detente.drafting.how.manner import media_of
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of
from detente.drafting.which.coming import PUT_OFF, WAS_TO_BE, dated, told_as

_BACK = 3
"""Sentences before that of a contact within which it is told what led up to it."""


def with_preludes(found: Sequence[Occasion], told: Sequence[Told], words: Lexicon) -> list[Occasion]:
    """The contacts, each behind the letter that it answered, or the visit in whose place it was, if no other tells of that."""
    whole: list[Occasion] = []
    taken = [one for occasion in found for one in occasion.told]
    for occasion in found:
        first = prelude(occasion, [one for one in told if one not in taken], words)
        whole += [occasion] if first is None else [first, occasion]
        taken += [] if first is None else first.told
    return [_with_its_day(occasion, told, words) for occasion in whole]


def prelude(occasion: Occasion, told: Sequence[Told], words: Lexicon) -> Occasion | None:
    """The letter that a call or a meeting answered, or the visit in whose place there was a call; None: neither is told of."""
    first = occasion.told[0]
    before = [one for one in told if 0 < first.sentence.number - one.sentence.number <= _BACK and not one.sentence.heading]
    for one in reversed(before if not occasion.sequel else ()):
        if not _named(one) <= set(occasion.parties) or one.named.others:
            continue
        sender = parties_of(one.named.actors)
        if len(sender) == 1 and _answers(first) and "letter" in media_of(one) and dated(one) and not _off(one, words):
            return Occasion((*sender, *_rest(occasion, sender)), occasion.actors, (one,), sure=occasion.sure)
        if _in_its_place(first, words) and _off(one, words) and _TRIP.search(one.text) is not None:
            return Occasion(occasion.parties, occasion.actors, (one,), sure=occasion.sure)
    return None


def _with_its_day(occasion: Occasion, told: Sequence[Told], words: Lexicon) -> Occasion:
    """What was called off, with the sentence behind it that says for when it was planned, where its own does not."""
    first = occasion.told[0]
    if not _off(first, words) or any(map(dated, occasion.told)):
        return occasion
    behind = [one for one in told if 0 < one.sentence.number - first.sentence.number <= _BACK]
    own = tuple(one for one in behind if dated(one) and WAS_TO_BE.search(one.text) and one not in occasion.told)
    return replace(occasion, told=(*occasion.told, *own[:1]))


def _rest(occasion: Occasion, sender: Sequence[str]) -> list[str]:
    return [party for party in occasion.parties if party not in sender]


def _named(one: Told) -> set[str]:
    """The parties that take part in what a sentence tells, or to whom somebody goes in it."""
    return {*parties_of(one.named.actors), *(place.party for place in one.named.places)}


def _answers(one: Told) -> bool:
    return _ANSWER.search(one.text) is not None and "letter" not in media_of(one)


_ANSWER = Pattern(
    r"\b(?:answer\w*|repl(?:y|ied)|respond\w*|in response|répon\w+|réponse|antwort\w*|beantwort\w*|Antwort|ответ\w*)\b",
    re.IGNORECASE,
)


def _in_its_place(one: Told, words: Lexicon) -> bool:
    """Whether a call is told of as one that took place, or was to, and of nothing that was called off."""
    wires = {"phone", "video", "letter"} & set(media_of(one))
    return bool(wires) and (told_as_held(one.text) or _INFORMED.search(one.text) is not None) and not _off(one, words)


_INFORMED = Pattern(
    r"\b(?:informed|told|warned|explained|apologi[sz]ed|let (?:him|her) know|averti\w*|informé\w*|prévenu\w*|expliqué\w*|"
    r"excusé\w*|"
    r"informiert\w*|mitgeteilt|teilte\b[^.;]{0,80}\bmit|erklärte|entschuldigt\w*|unterrichtet\w*|предупредил\w*|сообщил\w*|"
    r"объяснил\w*|извинил\w*|известил\w*)\b",
    re.IGNORECASE,
)
"""What somebody told the other of what was called off."""


def _off(one: Told, words: Lexicon) -> bool:
    return told_as(one.text, PUT_OFF, words) or INSTEAD_OF.match(f"{one.text} ") is not None


_TRIP = Pattern(
    r"\b(?:visit\w*|trip|journey|meeting|talks|visite|déplacement|voyage|rencontre|n['’]ira pas|ne se rendra pas|\w*besuch\w*|"
    r"\w*reise|Treffen|reist nicht|fliegt nicht|визит\w*|поездк\w*|встреч\w*|переговор\w*|не поедет|не полетит)\b",
    re.IGNORECASE,
)
"""What was to be, by a noun, or that somebody does not go."""
