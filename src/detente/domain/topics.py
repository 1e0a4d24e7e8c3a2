"""What contacts were about: two levels of topics."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic; ``broader`` is the broad one above it, None at the top; ``plover_context`` the nearest of PLOVER."""

    topic: str
    label: str
    definition: str
    broader: str | None
    plover_context: str


def with_narrower(named: Iterable[str], topics: Iterable[Topic]) -> frozenset[str]:
    """The topics named and every topic below one of them."""
    found = set(named)
    below = {topic.topic: topic.broader for topic in topics}
    while more := {name for name, broader in below.items() if broader in found} - found:
        found |= more
    return frozenset(found)


def broadest(topic: str, topics: Mapping[str, Topic]) -> str:
    """The top of the tree above ``topic``; a topic that is not in ``topics`` stands for itself."""
    while (entry := topics.get(topic)) is not None and entry.broader is not None:
        topic = entry.broader
    return topic
