"""Which words may stand in a record: the closed vocabularies, spelt as they are stored."""

from collections.abc import Iterable
from enum import StrEnum


class Channel(StrEnum):
    """The medium of a contact."""

    PHONE = "phone"
    VIDEO = "video"
    HOTLINE = "hotline"
    IN_PERSON = "in-person"
    LETTER = "letter"
    OTHER = "other"


CALL = "call"
"""The name of the group phone, video and hotline, as ``--channel call`` takes it."""

CALL_CHANNELS = frozenset({Channel.PHONE, Channel.VIDEO, Channel.HOTLINE})

OTHER_CHANNELS = {
    "telephone": Channel.PHONE,
    "phone-call": Channel.PHONE,
    "telephone-call": Channel.PHONE,
    "video-call": Channel.VIDEO,
    "videoconference": Channel.VIDEO,
    "video-conference": Channel.VIDEO,
    "hot-line": Channel.HOTLINE,
    "meeting": Channel.IN_PERSON,
    "visit": Channel.IN_PERSON,
    "face-to-face": Channel.IN_PERSON,
    "mail": Channel.LETTER,
}
"""What people also call a channel where they are asked for one; a package has the words of the vocabulary alone."""


class Setting(StrEnum):
    """The occasion of a contact."""

    BILATERAL = "bilateral"
    SIDELINES = "sidelines"
    MULTILATERAL = "multilateral"
    TWO_PLUS_TWO = "2+2"


class Level(StrEnum):
    """Rank of the highest defence participant, highest first."""

    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy-minister"
    CHIEF_OF_DEFENCE = "chief-of-defence"
    OFFICIAL = "official"


class Office(StrEnum):
    """What a participant or officeholder is: a level, or foreign minister; highest defence rank first."""

    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy-minister"
    CHIEF_OF_DEFENCE = "chief-of-defence"
    OFFICIAL = "official"
    FOREIGN_MINISTER = "foreign-minister"


class Substance(StrEnum):
    """Whether there were talks, or a greeting only."""

    TALKS = "talks"
    COURTESY = "courtesy"


class Status(StrEnum):
    """What became of a contact; everything but ``held`` is a non-contact."""

    HELD = "held"
    PLANNED = "planned"
    REQUESTED = "requested"
    DECLINED = "declined"
    UNANSWERED = "unanswered"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    DISPUTED = "disputed"


class Stance(StrEnum):
    """Whether an account says that a topic was spoken of, or denies it."""

    REPORTS = "reports"
    DENIES = "denies"


class PartyKind(StrEnum):
    """A state or an international organisation."""

    STATE = "state"
    ORGANISATION = "organisation"


class Reliability(StrEnum):
    """Admiralty grade of a source: A completely reliable … E unreliable, F cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class ClaimKind(StrEnum):
    """What a published sentence says about a gap."""

    FIRST_SINCE = "first-since"
    SILENCE = "silence"
    FIRST_EVER = "first-ever"
    STATEMENT = "statement"


class Anchor(StrEnum):
    """What the ``since`` of a claim names: the last contact itself, or an event."""

    CONTACT = "contact"
    EVENT = "event"


class Qualifier(StrEnum):
    """How a claim hedges its figure."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


class By(StrEnum):
    """Whether a series belongs to two offices or to two people."""

    OFFICE = "office"
    PERSON = "person"


class Completeness(StrEnum):
    """How complete the record is in a declared window, best first."""

    COMPLETE = "complete"
    FAIR = "fair"
    POOR = "poor"
    UNKNOWN = "unknown"


class Sameness(StrEnum):
    """What was judged of two contacts that may be one."""

    SAME = "same"
    NOT_SAME = "not-same"


class Observation(StrEnum):
    """How much of a silence lies in time that somebody looked at."""

    OBSERVED = "observed"
    PARTLY_OBSERVED = "partly-observed"
    UNOBSERVED = "unobserved"
    UNKNOWN = "unknown"


ANY = "any"
"""Stands for every channel or level in claims and coverage windows."""

BOTH = "both"
"""Stands for every party of the contact in ``raised_by``."""

THIRD_PARTY = "media"
"""``reported_by`` of a statement that is no side's own account; ``third`` in sources means the same."""

THIRD_SIDE = "third"


def channels_named(names: Iterable[str]) -> frozenset[Channel]:
    """The channels that ``names`` stand for; ``call`` is phone, video and hotline. Raises ValueError on others."""
    found: set[Channel] = set()
    for name in names:
        found |= CALL_CHANNELS if name == CALL else {Channel(name)}
    return frozenset(found)


PLOVER_CONTEXTS = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security",
    "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum",
    "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
)  # fmt: skip
"""The general contexts of PLOVER."""

MONTHS = tuple(str(month) for month in range(1, 13))
"""The months of a year, by number."""
