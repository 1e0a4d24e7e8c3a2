"""Who held which office on a day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from detente.domain.dates import UncertainDate
from detente.domain.days import Day
from detente.domain.vocabulary import Level, Office

_ENDED = re.compile(r"\((?:until|end of term in) [^)]*?(\d{4})\b[^)]*\)")
"""How a title tells in which year a tenure ended, where no day is verified: see the codebook."""


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

    @property
    def last_possible(self) -> Day | None:
        """The last day on which the office may have been held; None: as far as is known it is still.

        Where no day is verified the title may tell the year: ``(until June 2023, day not verified)``.
        """
        if self.to_date is not None:
            return self.to_date.toordinal()
        told = _ENDED.search(self.title)
        return None if told is None else date(int(told[1]), 12, 31).toordinal()

    def may_have_ended(self, when: UncertainDate) -> bool:
        """Whether the end, of which only the year is known, may lie before the last day that ``when`` allows."""
        if self.to_date is not None or self.last_possible is None:
            return False
        return date.fromordinal(self.last_possible).replace(month=1, day=1).toordinal() <= when.end_latest

    def may_hold_on(self, when: UncertainDate) -> bool:
        """Whether the tenure and the days that ``when`` allows touch."""
        begun = self.from_date is None or self.from_date.toordinal() <= when.end_latest
        last = self.last_possible
        return begun and (last is None or last >= when.start_earliest)


def without_end(title: str) -> str:
    """The title without the remark that tells in which year the tenure ended: what it says once the day is known."""
    return _ENDED.sub("", title).strip()


RANK: dict[Office, int] = {office: rank for rank, office in enumerate(Office)}
"""0 is the highest defence office; the foreign minister comes last, being no defence participant."""


def holder_of(
    person: str, party: str, when: UncertainDate, holders: Iterable[Officeholder], *, preferred: Level | None = None
) -> Officeholder | None:
    """The office in which ``person`` took part for ``party``: the preferred level if held, else the highest known."""
    known = [holder for holder in holders if holder.person == person and holder.party == party and holder.may_hold_on(when)]
    return min(known, key=lambda holder: (holder.office.value != preferred, RANK[holder.office]), default=None)
