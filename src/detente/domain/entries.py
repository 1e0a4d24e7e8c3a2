"""What is a contact in the series of a pair: its date and its kind, without anything that is told of it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from detente.domain.dates import UncertainDate
from detente.domain.days import Day
from detente.domain.gaps import Endpoint
from detente.domain.parties import Dyad
from detente.domain.preceding import Persons
from detente.domain.selection import Selection
from detente.domain.vocabulary import Channel, Level, Setting, Status, Substance


@dataclass(frozen=True, slots=True)
class Kind:
    """What a contact was, and what became of it. There are few, so that the contacts of a long record share them."""

    channel: Channel
    setting: Setting
    level: Level
    substance: Substance
    status: Status

    @property
    def held(self) -> bool:
        """Whether it took place."""
        return self.status is Status.HELD


class Entry(NamedTuple):
    """A contact in a series: id, date as written, the bounds of that date in days (as ``UncertainDate``) and its kind.

    A tuple, and no dataclass as elsewhere: of a long record there are millions, one after another.
    """

    contact_id: str
    text: str
    first_day: Day
    start_earliest: Day
    start_latest: Day
    end_earliest: Day
    end_latest: Day
    kind: Kind
    restricted: bool

    @property
    def date(self) -> UncertainDate:
        """The date, with its bounds."""
        return UncertainDate(*self[1:7])

    @property
    def endpoint(self) -> Endpoint:
        """It as the end of a gap."""
        return Endpoint(self.contact_id, self.date)

    @property
    def order(self) -> tuple[Day, Day, str]:
        """As ``Contact.order``."""
        return (self.first_day, self.start_latest, self.contact_id)


@dataclass(frozen=True, slots=True)
class PairSeries:
    """Every contact of a pair that a selection chooses, whatever its period, in series order.

    ``persons`` has, for series by person, the pairs of people that met in each contact, by its id; without one it belongs to
    no such series.
    """

    pair: Dyad
    entries: Sequence[Entry]
    persons: Mapping[str, Sequence[Persons]] = field(default_factory=dict)

    def narrowed(self, selection: Selection) -> "PairSeries":
        """Those of the contacts whose kind the selection chooses."""
        kinds = {id(entry.kind): entry.kind for entry in self.entries}  # few and shared: compared once, not for each contact
        chosen = {key for key, kind in kinds.items() if selection.chooses(kind)}
        if len(chosen) == len(kinds):
            return self
        return replace(self, entries=[entry for entry in self.entries if id(entry.kind) in chosen])
