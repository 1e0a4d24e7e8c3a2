"""What a contact is: one occasion on which defence sides dealt with each other, or tried to."""

from dataclasses import dataclass

from detente.domain.dates import UncertainDate
from detente.domain.days import Day
from detente.domain.vocabulary import (
    Anchor,
    By,
    Channel,
    ClaimKind,
    Level,
    Office,
    Qualifier,
    Reliability,
    Setting,
    Stance,
    Status,
    Substance,
)


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took part: the office held on that date; ``person`` is None where the sources name nobody."""

    party: str
    person: str | None
    role: str
    level: Office


@dataclass(frozen=True, slots=True)
class Statement:
    """One topic in one account: who raised it (None: not said), who reports it, and whether it is reported or denied."""

    topic: str
    raised_by: str | None
    reported_by: str
    stance: Stance
    paraphrase: str | None = None
    source_url: str | None = None
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A published document; ``side`` is the party whose account it relays, or ``third``."""

    url: str
    publisher: str
    published: str | None
    title: str | None
    language: str
    side: str
    reliability: Reliability
    credibility: int
    archived_url: str | None = None
    accessed: str | None = None
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class DifferingValue:
    """What one source gives for a field of the contact where it differs from the value adopted."""

    field: str
    value: str
    source_url: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A published sentence about a gap. ``since`` and ``asserted_on`` are EDTF; ``months`` is the figure claimed.

    ``channel`` and ``level`` are vocabulary words or ``any``; ``substance`` is ``talks`` or ``any``; ``dyad_slug``
    is the folder of the pair it speaks of; ``setting`` None means any.
    """

    claim_id: str
    dyad_slug: str
    contact_id: str | None
    asserted_on: str
    kind: ClaimKind
    claim: str
    since: str | None
    anchor: Anchor | None
    months: float | None
    qualifier: Qualifier | None
    channel: str
    level: str
    setting: Setting | None
    by: By
    substance: str
    source_url: str | None
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact, held or not. None stands for "not stated"; parties are codes in alphabetical order.

    The details (participants … values) are in the order in which they were recorded; a contact read for a list has none.
    ``dyad_slug`` is the folder of the record package that it belongs to.
    """

    contact_id: str
    dyad_slug: str
    date: UncertainDate
    channel: Channel
    setting: Setting
    level: Level
    substance: Substance
    status: Status
    parties: tuple[str, ...]
    summary: str
    initiator: str | None = None
    host: str | None = None
    place: str | None = None
    country: str | None = None
    duration_minutes: int | None = None
    note: str | None = None
    restricted: bool = False
    participants: tuple[Participant, ...] = ()
    statements: tuple[Statement, ...] = ()
    sources: tuple[Source, ...] = ()
    values: tuple[DifferingValue, ...] = ()

    @property
    def held(self) -> bool:
        """Whether it took place: only a held contact closes a gap."""
        return self.status is Status.HELD

    @property
    def order(self) -> tuple[Day, Day, str]:
        """Its place in a series: first day as written, then latest possible start, then id."""
        return (self.date.first_day, self.date.start_latest, self.contact_id)
