"""What does a store know that helps to read a text?"""

from collections import Counter
from collections.abc import Sequence

from detente.domain.days import Day
from detente.domain.selection import Selection
from detente.drafting.known import Known
from detente.store.counting import topic_tallies
from detente.store.learnt import people, spellings, topic_words
from detente.store.opening import Store
from detente.store.reference import officeholders, topics


def known_of(store: Store, as_of: Day) -> Known:
    """Officeholders, people, spellings and topics of a store; frequent topics are those of contacts up to ``as_of``."""

    def frequent(parties: Sequence[str]) -> list[str]:
        counts: Counter[str] = Counter()
        for chosen in (tuple(parties[:2]), ()):  # those of the pair, then those of everybody
            theirs: Counter[str] = Counter()
            for tally in topic_tallies(store, Selection(as_of=as_of, parties=chosen), broad=False, by_side=False):
                theirs[tally.topic] += tally.count
            counts.update({topic: 0 for topic, _ in theirs.most_common() if topic not in counts})
            if len(counts) >= 10:
                break  # everybody's are counted in the whole record
        return list(counts)

    return Known(
        holders=officeholders(store),
        people=people(store),
        spellings=spellings(store),
        words=tuple((topic, word) for word, topic in topic_words(store).items()),
        topics=frozenset(topics(store)),
        frequent=frequent,
    )
