"""Who reported what: for each topic of a contact, whose account has it, whose denies it, and who raised it."""

from collections.abc import Iterable
from dataclasses import dataclass

from detente.domain.contacts import Contact
from detente.domain.vocabulary import BOTH, THIRD_PARTY, Stance


@dataclass(frozen=True, slots=True)
class Readout:
    """One topic of one contact. The tuples hold party codes only, in the contact's order; ``both`` is spelt out.

    A party may stand in both ``reported_by`` and ``denied_by``: it may report that the other side spoke of a thing and deny
    that it did so itself. ``third_party``: an account that is no side's own speaks of the topic.
    """

    contact_id: str
    topic: str
    reported_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    raised_by: tuple[str, ...]
    third_party: bool

    @property
    def one_sided(self) -> bool:
        """Whether exactly one party reports the topic."""
        return len(self.reported_by) == 1


def readouts(contact: Contact) -> list[Readout]:
    """One readout per topic, in the order in which the topics were first told."""
    topics = dict.fromkeys(statement.topic for statement in contact.statements)
    return [_readout(contact, topic) for topic in topics]


def _readout(contact: Contact, topic: str) -> Readout:
    told = [statement for statement in contact.statements if statement.topic == topic]

    def parties(codes: Iterable[str | None]) -> tuple[str, ...]:
        named = set(codes)
        return contact.parties if BOTH in named else tuple(party for party in contact.parties if party in named)

    return Readout(
        contact.contact_id,
        topic,
        parties(s.reported_by for s in told if s.stance is Stance.REPORTS),
        parties(s.reported_by for s in told if s.stance is Stance.DENIES),
        parties(s.raised_by for s in told),
        any(s.reported_by == THIRD_PARTY for s in told),
    )
