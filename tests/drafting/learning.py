"""Learns to which topics words lean from the labelled texts: ``python -m tests.drafting.learning`` writes the shipped list.

L1-regularised logistic regression, one topic against the rest: most weights become nothing, and those that remain can be read in a list. What is learnt from: each contact of the sets in
``scoring.HALVES`` with its text, each text of ``accounts`` with what its sentences tell of most, and each labelled sentence. Never a set
that is kept apart.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.drafting.how import leanings
from detente.drafting.language.sentences import sentences
from tests.drafting import account_scores, regression, scoring
from tests.drafting.regression import design

SHIPPED = Path(leanings.__file__).parent.parent / "words" / "leanings.csv"
_INVERSE_REGULARISATION = 1.0
_CHIEF = 3
"""Of so many topics a text is, at most."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text, or a sentence of one, the parties, and what it is about; ``source`` is the set."""

    source: str
    text: str
    parties: Sequence[str]
    topics: frozenset[str]

    @property
    def features(self) -> list[str]:
        """What is looked at: stems, and the parties."""
        return [*sorted(leanings.stems(self.text)), *sorted(self.parties)]


def lessons(*, without: str = "") -> list[Lesson]:
    """What there is to learn from, leaving out one set."""
    every = [*_of_contacts(), *_of_accounts()]
    return [one for one in every if one.topics and one.source != without]


def _of_contacts() -> Iterator[Lesson]:
    for half in scoring.HALVES:
        for _, text, label in scoring.labelled(half):
            for contact in label["contacts"]:
                if contact.get("background"):
                    continue  # the text is about something else
                yield Lesson(half, text, contact["parties"], frozenset(contact["topics"]))


def _of_accounts() -> Iterator[Lesson]:
    for each in account_scores.SETS:
        for _, text, label in account_scores.labelled(each):
            told = Counter(topic for statement in label["statements"] for topic in statement["topics"])
            chief = frozenset(topic for topic, _ in told.most_common(_CHIEF))
            yield Lesson(each, text, label["parties"], chief)
            for statement in label["statements"]:
                for sentence in sentences(text):
                    if account_scores.holds(sentence.text, statement["sentence"]):
                        yield Lesson(each, sentence.text, label["parties"], frozenset(statement["topics"]))


def learnt(from_what: Sequence[Lesson]) -> dict[str, dict[str, float]]:
    """Weights, in natural log-odds to two decimals: of each stem or party for each topic, without those that are nothing."""
    from sklearn.linear_model import LogisticRegression

    known, matrix = design([lesson.features for lesson in from_what])
    weights: dict[str, dict[str, float]] = {}
    for topic in sorted({topic for lesson in from_what for topic in lesson.topics}):
        model = LogisticRegression(C=_INVERSE_REGULARISATION, l1_ratio=1, solver="liblinear", random_state=0)
        model.fit(matrix, [topic in lesson.topics for lesson in from_what])
        found = [(leanings.ANY_TEXT, model.intercept_[0]), *zip(known, model.coef_[0], strict=True)]
        for feature, weight in found:
            if round(float(weight), 2):
                weights.setdefault(feature, {})[topic] = round(float(weight), 2)
    return weights


def write(weights: dict[str, dict[str, float]], path: Path = SHIPPED) -> None:
    """A line a stem, those without a stem first; its topics in order of the alphabet."""
    regression.write(path, ("stem", "topics"), ([stem, _cell(weights[stem].items())] for stem in sorted(weights)))


def _cell(topics: Iterable[tuple[str, float]]) -> str:
    return " ".join(f"{topic}:{weight:.2f}" for topic, weight in sorted(topics))


if __name__ == "__main__":
    write(learnt(lessons()))
