"""Learns by which words texts tell of a contact: ``python -m tests.drafting.learning_contacts`` writes the shipped list.

L2-regularised logistic regression, twice: over texts, whether there is any contact; over
sentences, whether it is the one that first names two sides of a contact, against the sentences of texts about none. What is
learnt from are the sets in ``scoring.HALVES``, the short ones of ``test_probes``, and those of accounts, which tell of one contact each, never one that is kept apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detente.drafting.how.leanings import ANY_TEXT, stems
from detente.drafting.language.lexicon import lexicon
from detente.drafting.language.sentences import language_of, sentences
from detente.drafting.telling import Told, parties_of
from detente.drafting.whether import likely
from detente.drafting.who.cast import cast
from detente.drafting.who.names import Register
from tests.drafting import account_scores, regression, scoring
from tests.drafting.regression import design
from tests.drafting.shipped import known

SHIPPED = Path(likely.__file__).parent.parent / "words" / "likely.csv"
_INVERSE_REGULARISATION = 1.0
_LEAST_WEIGHT = 0.05
"""Weights nearer to nothing are left out: they change no answer, and half of the list."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """The stems of a text, or of a sentence with what it names, and whether it tells of a contact."""

    stems: frozenset[str]
    contact: bool


def lessons(*, without: Sequence[str] = ()) -> tuple[list[Lesson], list[Lesson]]:
    """Of texts, and of sentences."""
    texts, every = [], []
    for contacts, told in _labelled(without):
        texts.append(Lesson(frozenset().union(*(stems(one.text) for one in told)), bool(contacts)))
        lines = _telling(told, contacts) if contacts else told
        every += [Lesson(frozenset(likely.words_of(one)), bool(contacts)) for one in lines]
    return texts, every


def _labelled(without: Sequence[str]) -> Iterator[tuple[Sequence[scoring.Truth], Sequence[Told]]]:
    sets = [scoring.labelled(each) for each in (*scoring.HALVES, "probes") if each not in without]
    every = [(text, label, label["contacts"]) for one in sets for _, text, label in one]
    every += [(text, label, [label]) for each in account_scores.SETS for _, text, label in account_scores.labelled(each)]
    for text, label, contacts in every:
        words = lexicon(language_of(text), known().words, of=text)
        day = date.fromisoformat(label.get("published", scoring.PROBED)).toordinal()
        yield contacts, cast(sentences(text), words, Register(known(), day))


def _telling(told: Sequence[Told], contacts: Sequence[scoring.Truth]) -> list[Told]:
    """The first sentence that names two parties of each contact, else the first of one of them, best with a word of contact."""
    found = []
    for contact in contacts:
        parties = set(contact["parties"])
        named = [(len(parties & set(parties_of(one.named.actors))), one) for one in told]
        of_two = [one for count, one in named if count > 1]
        of_one = [one for count, one in named if count]
        best = of_two or [one for one in of_one if one.media] or of_one
        found += [one for one in best[:1] if one not in found]
    return found


def learnt(from_what: Sequence[Lesson]) -> dict[str, float]:
    """Weights, in natural log-odds to two decimals, without those that are next to nothing."""
    from sklearn.linear_model import LogisticRegression

    heard, matrix = design([lesson.stems for lesson in from_what])
    model = LogisticRegression(C=_INVERSE_REGULARISATION, solver="liblinear", random_state=0)
    model.fit(matrix, [lesson.contact for lesson in from_what])
    found = {ANY_TEXT: float(model.intercept_[0]), **dict(zip(heard, map(float, model.coef_[0]), strict=True))}
    return {stem: round(weight, 2) for stem, weight in found.items() if abs(weight) >= _LEAST_WEIGHT}


def write(texts: dict[str, float], every: dict[str, float], path: Path = SHIPPED) -> None:
    """A line a stem, in order of the alphabet."""
    stems_heard = sorted(texts.keys() | every.keys())
    cells = ([stem, *(f"{part[stem]:.2f}" if stem in part else "" for part in (texts, every))] for stem in stems_heard)
    regression.write(path, ("stem", "text", "sentence"), cells)


if __name__ == "__main__":
    of_texts, of_sentences = lessons()
    write(learnt(of_texts), learnt(of_sentences))
