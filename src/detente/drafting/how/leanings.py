"""To which topics do the words of a text lean, where none of them names one?

``words/leanings.csv`` was learnt from the labelled texts of the tests, by L1-regularised logistic regression, a topic at a time
(``tests/drafting/learning.py`` writes it): of each stem that says something, how far it speaks for or against each topic, in
natural log-odds. A line without a stem is what to expect of any text; one in capitals is a party.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from unicodedata import combining, normalize

from detente.drafting.language.lexicon import lines

ANY_TEXT = ""
"""In the place of a stem: how likely a topic is before a word was read."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
"""So many letters tell words apart in four languages, and leave out most endings."""


def stems(text: str) -> set[str]:
    """The words of three letters or more, without case, marks and endings."""
    plain = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return {word[:_STEM] for word in _WORD.findall(plain)}


def leanings(text: str, parties: Iterable[str]) -> list[str]:
    """Every topic, that to which the words and the parties lean most first."""
    sums: Counter[str] = Counter()
    weights = _weights()
    for one in (ANY_TEXT, *sorted(stems(text)), *sorted(parties)):
        sums.update(weights.get(one, {}))
    return sorted(sums, key=lambda topic: (-sums[topic], topic))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    read = {}
    for line in lines("leanings")[1:]:
        stem, topics = line.split(",")
        read[stem] = {topic: float(weight) for topic, _, weight in (one.partition(":") for one in topics.split())}
    return read
