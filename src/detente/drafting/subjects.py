"""What is a text about, and of what do these parties speak?"""

from collections import Counter
from collections.abc import Iterable, Sequence

from detente.drafting.known import Known
from detente.drafting.lexicon import Lexicon, rows
from detente.drafting.telling import Told

MOST_TOPICS = 10
_OF_ONE_SENTENCE = 3
_USUAL = (
    "defence-cooperation",
    "international-security",
    "contact-channels",
    "military-exercises",
    "counter-terrorism",
    "european-security",
    "arms-sales",
    "risk-reduction",
    "ukraine-war",
    "nato",
)
"""What defence ministries speak of, whichever they are: offered where the record tells too little of it."""

_GENERAL = ("international-security", "unspecified", "defence-cooperation")


def topics_of(
    told: Iterable[Told], also: Iterable[Told], words: Lexicon, known: Known, parties: Sequence[str]
) -> tuple[tuple[str, ...], int]:
    """Ten topics: those that the sentences name, the most often named first; then those that ``also`` name, the other
    sentences of the text; then those that the parties, or ministries like theirs, or all speak of most.

    The second value is how many the sentences name.
    """
    hits = _named_in(told, words, known)[:MOST_TOPICS]
    others = _named_in(also, words, known)
    frequent = known.frequent(parties)
    usual = [topic for topic in (*usual_of(parties), *_USUAL) if topic in known.topics]
    every = dict.fromkeys([*hits, *others[:_OTHERS], *frequent[:_OTHERS], *usual[:_OTHERS], *frequent, *usual])
    return tuple(every)[:MOST_TOPICS], len(hits)


_OTHERS = 4
"""Of the guesses of one kind, so many come before those of the next."""


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
