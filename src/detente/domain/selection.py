"""Which contacts are meant: one selection shared by every command, query, analysis and report."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from detente.domain.contacts import Contact
from detente.domain.days import Day, iso
from detente.domain.parties import Dyad, dyad
from detente.domain.vocabulary import By, Channel, Level, Setting, Status, Substance

EVERY_STATUS: frozenset[Status] = frozenset(Status)
HELD_ONLY: frozenset[Status] = frozenset({Status.HELD})


class Kindred(Protocol):
    """Whatever is of a kind, as contacts are."""

    @property
    def channel(self) -> Channel:
        """The medium."""
        ...

    @property
    def level(self) -> Level:
        """The rank of the highest defence participant."""
        ...

    @property
    def setting(self) -> Setting:
        """The occasion."""
        ...

    @property
    def substance(self) -> Substance:
        """Talks, or a greeting."""
        ...

    @property
    def status(self) -> Status:
        """What became of it."""
        ...


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of contacts. An empty set means "all". ``as_of`` leaves out what began, as written, after that day.

    ``topics`` already contains the narrower topics of those named. ``period_from`` and ``period_to`` are inclusive
    days; they bound what is listed or counted, and for gaps keep those that end, or are open, inside the period.
    ``known_on`` tells of which moment the store is that is asked (None: it is the present one); nothing is chosen by it.
    """

    as_of: Day
    parties: tuple[str, ...] = ()
    channels: frozenset[Channel] = frozenset()
    levels: frozenset[Level] = frozenset()
    settings: frozenset[Setting] = frozenset()
    substances: frozenset[Substance] = frozenset()
    topics: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    statuses: frozenset[Status] = EVERY_STATUS
    period_from: Day | None = None
    period_to: Day | None = None
    by: By = By.OFFICE
    include_restricted: bool = False
    known_on: str | None = None

    @property
    def dyad(self) -> Dyad | None:
        """The pair selected, or None when not exactly two parties are."""
        return dyad(*self.parties) if len(self.parties) == 2 else None

    def only_held(self) -> "Selection":
        """The same selection of held contacts: the series."""
        return replace(self, statuses=HELD_ONLY)

    def in_period(self, day: Day) -> bool:
        """Whether ``day`` lies inside the period."""
        after = self.period_from is None or day >= self.period_from
        return after and (self.period_to is None or day <= self.period_to)

    def matches(self, contact: Contact) -> bool:
        """Whether ``contact`` is selected, the period aside."""
        return (
            contact.date.first_day <= self.as_of
            and set(self.parties) <= set(contact.parties)
            and self.chooses(contact)
            and (self.include_restricted or not contact.restricted)
            and _touches((s.topic for s in contact.statements if self._sees(s.restricted)), self.topics)
            and _touches((p.person for p in contact.participants), self.persons)
        )

    def chooses(self, kind: Kindred) -> bool:
        """Whether contacts of that kind are selected, whenever they were and whoever took part."""
        return (
            _chosen(kind.channel, self.channels)
            and _chosen(kind.level, self.levels)
            and _chosen(kind.setting, self.settings)
            and _chosen(kind.substance, self.substances)
            and kind.status in self.statuses
        )

    def _sees(self, restricted: bool) -> bool:
        return self.include_restricted or not restricted

    def as_json(self) -> dict[str, object]:
        """What was selected, in words; null for what was left open."""
        return {
            "parties": list(self.parties),
            "channel": _words(self.channels, Channel),
            "level": _words(self.levels, Level),
            "setting": _words(self.settings, Setting),
            "substance": _words(self.substances, Substance),
            "topic": sorted(self.topics) or None,
            "person": sorted(self.persons) or None,
            "status": None if self.statuses == EVERY_STATUS else _words(self.statuses, Status),
            "from": None if self.period_from is None else iso(self.period_from),
            "to": None if self.period_to is None else iso(self.period_to),
            "by": self.by.value,
            "include_restricted": self.include_restricted,
            "known_on": self.known_on,
        }


def _chosen(value: str, choice: Collection[str]) -> bool:
    return not choice or value in choice


def _words(choice: Collection[str], vocabulary: type[StrEnum]) -> list[str] | None:
    """The chosen words in the order of their vocabulary."""
    return [word.value for word in vocabulary if word in choice] or None


def _touches(values: Iterable[str | None], choice: frozenset[str]) -> bool:
    return not choice or any(value in choice for value in values)
