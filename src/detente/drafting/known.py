"""What must be known to make sense of a text: who held which office, how names are spelt, what is often spoken of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from detente.domain.officeholders import Officeholder


def _nothing(parties: Sequence[str]) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the record knows.

    ``people`` are names and the party each took part for; ``spellings`` confirmed spellings and the name on record that
    each stands for; ``words`` pairs of topic and phrase beside those shipped; ``topics`` every topic that may be named;
    ``frequent`` gives the topics that parties speak of most, the most frequent first.
    """

    holders: Sequence[Officeholder] = ()
    people: Sequence[tuple[str, str]] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)
    words: tuple[tuple[str, str], ...] = ()
    topics: frozenset[str] = frozenset()
    frequent: Callable[[Sequence[str]], Sequence[str]] = _nothing
