"""What does a sentence tell of contacts, and what do several tell of the same one?"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from detente.drafting.actors import Actor, Named
from detente.drafting.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with whom it names and what of contacts it speaks of: media (``phone`` …, ``spoke``) by place."""

    sentence: Sentence
    named: Named
    media: tuple[tuple[str, int], ...]
    earlier: bool
    several: bool
    anaphor: bool

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence.text


@dataclass(frozen=True, slots=True)
class Occasion:
    """One contact: its parties in the order in which they are named, who took part, and the sentences that tell of it."""

    parties: tuple[str, ...]
    actors: tuple[Actor, ...]
    told: tuple[Told, ...]
    sure: bool = True
    others: tuple[Told, ...] = field(default=())


def parties_of(actors: Iterable[Actor]) -> list[str]:
    """The parties of actors, in the order in which they are named."""
    return list(dict.fromkeys(actor.party for actor in actors if actor.party is not None))
