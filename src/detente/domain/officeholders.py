"""Who held which office on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from detente.domain.dates import UncertainDate
from detente.domain.vocabulary import Level, Office


@dataclass(frozen=True, slots=True)
class Officeholder:
    """A tenure: both days inclusive; None means still in office, or no day verified (the title then says more)."""

    person: str
    party: str
    office: Office
    title: str
    from_date: date | None
    to_date: date | None
    source_url: str

    def may_hold_on(self, when: UncertainDate) -> bool:
        """Whether the tenure and the days that ``when`` allows touch."""
        begun = self.from_date is None or self.from_date.toordinal() <= when.end_latest
        ended = self.to_date is not None and self.to_date.toordinal() < when.start_earliest
        return begun and not ended


RANK: dict[Office, int] = {office: rank for rank, office in enumerate(Office)}
"""0 is the highest defence office; the foreign minister comes last, being no defence participant."""


def holder_of(
    person: str, party: str, when: UncertainDate, holders: Iterable[Officeholder], *, preferred: Level | None = None
) -> Officeholder | None:
    """The office in which ``person`` took part for ``party``: the preferred level if held, else the highest known."""
    known = [holder for holder in holders if holder.person == person and holder.party == party and holder.may_hold_on(when)]
    return min(known, key=lambda holder: (holder.office.value != preferred, RANK[holder.office]), default=None)
