"""How likely is it, by the words of a text and of one of its sentences, that the sentence tells of a contact of defence sides?

``words/likely.csv`` was learnt from the labelled texts of the tests, by L2-regularised logistic regression
(``tests/drafting/learning_contacts.py`` writes it): of each stem how far it speaks for a contact where it stands anywhere in a
text, and where it stands in the sentence itself, in natural log-odds. What a sentence names counts as what it is (``kinds``),
so that nothing is learnt of this minister or that state.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from detente.drafting.how.leanings import ANY_TEXT, stems
from detente.drafting.language.lexicon import lines
from detente.drafting.telling import Told, parties_of

SIDE, SOMEBODY, STATE, PLACE, OTHER, MEDIUM = "SIDE", "SOMEBODY", "STATE", "PLACE", "OTHER", "MEDIUM"
"""A defence side, somebody of no party that is said, a state or its people, a town, another office, a word of contact."""

_AROUND = 600
"""Letters before and after a sentence that are read with it: what was learnt from were texts of so many, not whole pages."""
_LEAST_AROUND = -3.0
"""The least that the words around a sentence speak for a contact: a call in the middle of a page on the budget is one."""
_SHARE = 0.7
"""What the words of the sentence itself count beside those around it."""
UNLIKELY, LIKELY = -1.0, 2.8
"""Log-odds below which a sentence is not believed, and above which one is that no rule understands."""


def kinds(one: Told, parties: int = 0) -> set[str]:
    """What a sentence names, by kind, and how many sides: those of defence that it names, or ``parties`` found otherwise."""
    named = one.named
    found = {SIDE if actor.party is not None else SOMEBODY for actor in named.actors if 0 <= actor.start < len(one.text)}
    found |= {PLACE if country.place else STATE for country in named.countries}
    found |= {OTHER for _ in named.others}
    sides = min(max(len(parties_of(named.actors)), parties), 3)
    found |= {f"{SIDE} {sides}"} | ({SIDE} if sides else set())
    return found | ({MEDIUM, f"{MEDIUM} {sides}"} if one.media else set())


def words_of(one: Told, parties: int = 0) -> set[str]:
    """The stems of a sentence outside of what it names, and what it names, by kind (``kinds``)."""
    named = one.named
    text = one.text
    spans = [(a.start, a.end) for a in named.actors] + [(c.start, c.end) for c in named.countries]
    for start, end in [*spans, *((cue.start, cue.end) for cue in named.others)]:
        if 0 <= start < len(text):
            text = text[:start] + " " * (min(end, len(text)) - start) + text[end:]
    return stems(text) | kinds(one, parties)


def words_around(one: Told, told: Sequence[Told]) -> set[str]:
    """The stems of a sentence and of those near it."""
    place = told.index(one)
    found = stems(one.text)
    for side in (reversed(told[:place]), told[place + 1 :]):
        letters = 0
        for other in side:
            if (letters := letters + len(other.text)) > _AROUND:
                break
            found |= stems(other.text)
    return found


def likelihood(one: Told, told: Sequence[Told], parties: int = 0) -> float:
    """Log-odds that a sentence of a text tells of a contact; ``parties`` as in ``kinds``."""
    weights = _weights()
    around = max(_sum(weights[0], words_around(one, told)), _LEAST_AROUND)
    return around + _SHARE * _sum(weights[1], words_of(one, parties))


def _sum(weights: dict[str, float], words: Iterable[str]) -> float:
    return weights[ANY_TEXT] + sum(weights.get(word, 0.0) for word in words)


@cache
def _weights() -> tuple[dict[str, float], dict[str, float]]:
    text, sentence = {}, {}
    for line in lines("likely")[1:]:
        stem, of_text, of_sentence = line.split(",")
        if of_text:
            text[stem] = float(of_text)
        if of_sentence:
            sentence[stem] = float(of_sentence)
    return text, sentence
