"""What is proposed of a contact that a text tells of, and how each field was got."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from detente.domain.contacts import Claim
from detente.domain.vocabulary import Channel, Level, Office, Setting, Stance, Status


class How(StrEnum):
    """How a field was got: the text says it, it follows from what the text says, or it is the likeliest."""

    STATED = "stated"
    INFERRED = "inferred"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Got:
    """How a field was got, the sentence it came from (None: from no single one), and the reason where it is not stated."""

    how: How
    sentence: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Participating:
    """Somebody who took part: the name on record, else as written (``on_record`` False), in the office of that day."""

    party: str
    person: str
    written: str
    role: str
    level: Office
    on_record: bool
    got: Got


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence of one side's account, or of the media's, on a topic; the paraphrase is for whoever accepts it to write."""

    topic: str
    raised_by: str | None
    reported_by: str
    stance: Stance
    sentence: str
    got: Got


@dataclass(frozen=True, slots=True)
class Claimed:
    """A sentence about a silence, as a claim of no pair and no contact yet."""

    claim: Claim
    sentence: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A contact that a text tells of. ``date`` and ``channel`` None: the text does not tell; ``how`` is by field.

    ``topics`` are ids: those that the text names (``named`` of them), then those to which its words lean or of which the
    parties speak, ten in all. ``doubts`` are contradictions within the text.
    """

    date: str | None
    channel: Channel | None
    status: Status
    level: Level
    setting: Setting
    parties: tuple[str, ...]
    participants: tuple[Participating, ...]
    initiator: str | None
    host: str | None
    topics: tuple[str, ...]
    named: int
    statements: tuple[Stated, ...]
    claims: tuple[Claimed, ...]
    how: Mapping[str, Got]
    doubts: tuple[str, ...] = ()

    @property
    def guessed(self) -> tuple[str, ...]:
        """The fields that are the likeliest, no more."""
        return tuple(field for field, got in self.how.items() if got.how is How.GUESSED)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a text: ``published`` as given or found in it (ISO day; None: not known), and the contacts proposed."""

    language: str
    published: str | None
    proposals: tuple[Proposal, ...]
