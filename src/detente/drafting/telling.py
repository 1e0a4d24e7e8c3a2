"""What does a sentence tell of contacts, and what do several tell of the same one?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from detente.drafting.language.lexicon import Cue
from detente.drafting.language.sentences import Sentence
from detente.drafting.who.actors import Actor, Named


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with whom it names and what of contacts it speaks of: media (``phone`` …, ``spoke``) by place.

    ``cues`` are the other words that count, by kind; ``reporting`` the parties whose ministries only report.
    """

    sentence: Sentence
    named: Named
    media: tuple[tuple[str, int], ...]
    cues: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    reporting: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence.text

    def has(self, kind: str) -> bool:
        """Whether a word of a kind stands in it."""
        return bool(self.cues.get(kind))

    @property
    def earlier(self) -> bool:
        """Whether it tells of what was before."""
        return self.has("before")

    @property
    def several(self) -> bool:
        """Whether it tells of several contacts, or of one more."""
        return self.has("separate")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One contact: its parties in the order in which they are named, who took part, and the sentences that tell of it.

    ``sequel`` where it is the one to come of those who have just been in another.
    """

    parties: tuple[str, ...]
    actors: tuple[Actor, ...]
    told: tuple[Told, ...]
    sure: bool = True
    others: tuple[Told, ...] = field(default=())
    sequel: bool = False


def parties_of(actors: Iterable[Actor]) -> list[str]:
    """The parties of actors, in the order in which they are named."""
    return list(dict.fromkeys(actor.party for actor in actors if actor.party is not None))
