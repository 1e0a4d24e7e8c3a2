"""A contact whose day is asked for: by which sentences, of which text, as published when?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from detente.drafting.language.sentences import Sentence
from detente.drafting.telling import Occasion, Told
from detente.drafting.when.choosing import day_of
from detente.drafting.when.dated import Dated


@dataclass(frozen=True, slots=True)
class Case:
    """A contact, the day of publication, the sentences of the text; ``alone`` where the text tells of no other contact."""

    occasion: Occasion
    published: date
    text: Sequence[Sentence]
    alone: bool

    @property
    def first(self) -> Told:
        """The first sentence that tells of it."""
        return self.occasion.told[0]

    @property
    def beside(self) -> tuple[Told, ...]:
        """The other sentences of the text, where they can tell of nothing else."""
        return self.occasion.others if self.alone else ()

    def day(self, *, ahead: bool) -> Dated:
        """Its day, behind the publication or ahead of it."""
        return day_of(self.occasion, self.published, self.text, alone=self.alone, ahead=ahead)
