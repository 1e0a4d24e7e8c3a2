"""How many contacts fell on which day: the counts that frequency and topic tables are made of."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.domain.contacts import Contact
from detente.domain.days import Day
from detente.domain.parties import Dyad
from detente.domain.topics import Topic, broadest
from detente.domain.vocabulary import Channel, Level, Stance, Status


@dataclass(frozen=True, slots=True)
class Tally:
    """``count`` contacts of one channel and level with this first day as written (an imprecise date counts there)."""

    day: Day
    channel: Channel
    level: Level
    count: int


@dataclass(frozen=True, slots=True)
class TopicTally:
    """``count`` contacts on a day whose accounts report a topic; ``reported_by`` None: whoever reports it."""

    day: Day
    topic: str
    reported_by: str | None
    count: int


@dataclass(frozen=True, slots=True)
class PairTally:
    """``count`` contacts of a pair, of one channel, level and status, in the period of that number (``analysis.periods``)."""

    pair: Dyad
    period: int
    channel: Channel
    level: Level
    status: Status
    count: int


@dataclass(frozen=True, slots=True)
class PairLast:
    """The held contact of a pair that comes last, in series order, of those in a period; ends are days, inclusive."""

    pair: Dyad
    period: int
    contact_id: str
    end_earliest: Day
    end_latest: Day


@dataclass(frozen=True, slots=True)
class PairTopics:
    """How often a topic was reported in a period by each party of a pair, by both, and denied by each.

    Each contact counts once for a topic. ``topic`` is empty for the sum over all topics.
    """

    pair: Dyad
    period: int
    topic: str
    by_a: int
    by_b: int
    by_both: int
    denied_a: int
    denied_b: int


def tallies(contacts: Iterable[Contact]) -> list[Tally]:
    """Contacts per first day, channel and level."""
    counts = Counter((contact.date.first_day, contact.channel, contact.level) for contact in contacts)
    return [Tally(*key, count) for key, count in sorted(counts.items())]


def topic_tallies(contacts: Iterable[Contact], topics: Mapping[str, Topic], *, broad: bool, by_side: bool) -> list[TopicTally]:
    """Contacts per first day and topic (rolled up to its broad topic if ``broad``), and per account if ``by_side``.

    A contact counts once for a topic and account, however many statements say so; denials do not count.
    """
    seen: set[tuple[Day, str, str, str]] = set()
    for contact in contacts:
        for statement in contact.statements:
            if statement.stance is Stance.REPORTS:
                topic = broadest(statement.topic, topics) if broad else statement.topic
                account = statement.reported_by if by_side else ""
                seen.add((contact.date.first_day, topic, account, contact.contact_id))
    counts = Counter((day, topic, account) for day, topic, account, _ in seen)
    return [TopicTally(day, topic, account or None, count) for (day, topic, account), count in sorted(counts.items())]
