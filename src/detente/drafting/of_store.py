"""What does a store know that helps to read a text?"""

from collections.abc import Sequence

from detente.domain.days import Day
from detente.domain.selection import Selection
from detente.drafting.known import Known
from detente.store.counting import topics_told
from detente.store.learnt import people, spellings, topic_words
from detente.store.opening import Store
from detente.store.reference import officeholders, topics


def known_of(store: Store, as_of: Day) -> Known:
    """Officeholders, people, spellings and topics of a store; frequent topics are those of contacts up to ``as_of``."""

    def frequent(parties: Sequence[str]) -> list[str]:
        return topics_told(store, Selection(as_of=as_of, parties=tuple(parties[:2])))

    return Known(
        holders=officeholders(store),
        people=people(store),
        spellings=spellings(store),
        words=tuple((topic, word) for word, topic in topic_words(store).items()),
        topics=frozenset(topics(store)),
        frequent=frequent,
    )
