"""What is a text about, and of what do these parties speak?"""

from collections import Counter
from collections.abc import Iterable, Sequence

from detente.drafting.how.leanings import leanings
from detente.drafting.known import Known
from detente.drafting.language.lexicon import Lexicon, rows
from detente.drafting.telling import Told

MOST_TOPICS = 10
_OF_ONE_SENTENCE = 3
_GENERAL = ("international-security", "unspecified", "defence-cooperation")


def topics_of(
    told: Iterable[Told], also: Iterable[Told], words: Lexicon, known: Known, parties: Sequence[str]
) -> tuple[tuple[str, ...], int]:
    """Ten topics: those that the sentences name, the most often named first; then those that ``also`` name, the other
    sentences of the text; those to which the words of all lean; those of which the parties, or such parties, speak most.

    The second value is how many the sentences name.
    """
    told, also = list(told), list(also)
    hits = _named_in(told, words, known)[:MOST_TOPICS]
    others = _named_in(also, words, known)
    lean = [topic for topic in leanings(" ".join(one.text for one in (*told, *also)), parties) if topic in known.topics]
    usual = [topic for topic in usual_of(parties) if topic in known.topics]
    every = dict.fromkeys([*hits, *others[:_OTHERS], *lean[:_LEAN], *known.frequent(parties), *usual, *lean])
    return tuple(every)[:MOST_TOPICS], len(hits)


_OTHERS = 4
"""Of what the other sentences name, so many come before any guess."""
_LEAN = 5
"""To so many topics the words of a text lean, before what its parties usually speak of."""


def _named_in(told: Iterable[Told], words: Lexicon, known: Known) -> list[str]:
    counts: Counter[str] = Counter()
    for one in told:
        counts.update(dict.fromkeys(words.topics.means(one.text), 1))
    hits = [topic for topic, _ in counts.most_common() if topic in known.topics or not known.topics]
    return sorted(hits, key=lambda topic: (-counts[topic], topic in _GENERAL))


def usual_of(parties: Sequence[str]) -> list[str]:
    """What ministries of such parties speak of, by the shipped list, the closest group first."""
    return [
        topic
        for row in rows("usual")
        if len(set(parties) & set(row["parties"].split())) >= int(row["least"])
        for topic in row["topics"].split()
    ]
