"""What is a recurring dialogue: between whom, what its meetings look like on record, and in what rhythm they are due?"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from detente.domain.days import Day, clamp, parse_day
from detente.domain.parties import Dyad, dyads_of
from detente.domain.selection import Selection
from detente.domain.vocabulary import ANY, Channel, Level, Setting

MOST_MONTHS, MOST_TOLERANCE = 1200, 3660
"""The slowest rhythm, in months, and the widest tolerance, in days."""

_OPEN_END = ".."
_LAST_MONTH = 9999 * 12 + 11


@dataclass(frozen=True, slots=True)
class Suspension:
    """Days on which a dialogue did not run, both inclusive; ``last`` None: it has not been taken up again."""

    first: Day
    last: Day | None

    def touches(self, first: Day, last: Day) -> bool:
        """Whether it has a day in common with those from ``first`` to ``last``."""
        return self.first <= last and (self.last is None or first <= self.last)


@dataclass(frozen=True, slots=True)
class Due:
    """The days on which one occasion is due, both inclusive."""

    first: Day
    last: Day


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A dialogue of two parties, or of several and then of each pair among them, that is held every so many months.

    ``channel``, ``setting`` and ``level`` are what its meetings are on record as: words, or ``any``. ``first_month`` and
    ``last_month`` (1 to 12, both inclusive, over the turn of the year where the first is greater) are when it is usually
    held; None: at any time. ``tolerance_days`` widen the days on which an occasion is due, on both sides. ``from_date`` is the
    first day of it, ``to_date`` the last; None: it goes on.
    """

    dialogue_id: str
    name: str
    parties: tuple[str, ...]
    channel: str
    setting: str
    level: str
    every_months: int
    first_month: int | None
    last_month: int | None
    tolerance_days: int
    from_date: date
    to_date: date | None = None
    suspended: tuple[Suspension, ...] = ()
    source_url: str | None = None
    note: str | None = None
    restricted: bool = False

    @property
    def pairs(self) -> tuple[Dyad, ...]:
        """The pairs whose dialogue it is."""
        return dyads_of(self.parties)

    def series(self, pair: Dyad, as_of: Day, *, include_restricted: bool = False) -> Selection:
        """The contacts of ``pair``, of every status, that may be occasions of it."""
        return Selection(
            as_of=as_of,
            parties=pair.parties,
            channels=frozenset() if self.channel == ANY else frozenset({Channel(self.channel)}),
            settings=frozenset() if self.setting == ANY else frozenset({Setting(self.setting)}),
            levels=frozenset() if self.level == ANY else frozenset({Level(self.level)}),
            include_restricted=include_restricted,
        )

    def due(self, until: Day) -> list[Due]:
        """When it was due, tolerance aside, oldest first: each occasion that begins by ``until``, and the one after those.

        With usual months an occasion is due in them, first in those that end on ``from_date`` or later; without, once in each
        stretch of ``every_months`` from that day on. None begins after ``to_date``.
        """
        end = None if self.to_date is None else self.to_date.toordinal()
        found: list[Due] = []
        number = 0
        while (due := self._due(number)) is not None and (end is None or due.first <= end):
            found.append(due)
            if due.first > until:
                break
            number += 1
        return found

    def _due(self, number: int) -> Due | None:
        """The days of occasion ``number``, counted from 0; None beyond the calendar."""
        begin = self.from_date.toordinal()
        if self.first_month is None:
            first = months_after(self.from_date, number * self.every_months)
            following = months_after(self.from_date, (number + 1) * self.every_months)
            return None if first is None or following is None else Due(first, following - 1)
        month = self._first_of_usual(self.first_month) + number * self.every_months
        last = month + self._usual_length - 1
        return None if last > _LAST_MONTH else Due(max(begin, _month_day(month, 1)), _month_day(last, 31))

    @property
    def _usual_length(self) -> int:
        return usual_length(self.first_month, self.last_month)

    def _first_of_usual(self, first_month: int) -> int:
        """The month, counted from year 0, in which the first occasion begins: the first whose stretch has not ended before."""
        step = min(self.every_months, 12)
        month = self.from_date.year * 12 + self.from_date.month - self._usual_length
        return month + (first_month - 1 - month) % step


def usual_length(first_month: int | None, last_month: int | None) -> int:
    """How many months from the first of the usual ones to the last, both counted; 0 where there are none."""
    if first_month is None:
        return 0
    return ((last_month or first_month) - first_month) % 12 + 1


def months_after(start: date, count: int) -> Day | None:
    """The day ``count`` months after ``start``, or the last of that month where it has no such day; None: beyond 9999."""
    month = start.year * 12 + start.month - 1 + count
    return None if month > _LAST_MONTH else _month_day(month, start.day)


def _month_day(month: int, day: int) -> Day:
    """A day of a month that is counted from year 0, or its last day where it has no such day."""
    year, of_year = divmod(max(month, 12), 12)
    return clamp(date(year, of_year + 1, min(day, monthrange(year, of_year + 1)[1])).toordinal())


def rhythm_problem(every_months: int, first_month: int | None, last_month: int | None, tolerance_days: int) -> str | None:
    """What is wrong with a rhythm, in words that say how to mend it; None: nothing."""
    if not 1 <= every_months <= MOST_MONTHS:
        return f"write a whole number of months from 1 to {MOST_MONTHS:,}"
    if not 1 <= tolerance_days <= MOST_TOLERANCE:
        return f"write a tolerance of 1 to {MOST_TOLERANCE:,} days"
    if first_month is None:
        return None if last_month is None else "there is a last usual month and no first; write both, or neither"
    if 12 % every_months and every_months % 12:
        return "a rhythm with usual months is one that returns to them: every 1, 2, 3, 4, 6 or 12 months, or so many years"
    if usual_length(first_month, last_month) > every_months:
        return "the usual months take longer than the rhythm; write fewer"
    return None


def read_suspended(text: str) -> tuple[Suspension, ...]:
    """The periods that ``A/B;C/..`` names, in order of time; raises ValueError with what is wrong and how to mend it."""
    found = sorted((_suspension(part.strip()) for part in text.split(";") if part.strip()), key=lambda one: one.first)
    for before, after in pairwise(found):
        if before.last is None or after.first <= before.last:
            raise ValueError("two of the periods overlap; write one")
    return tuple(found)


def _suspension(text: str) -> Suspension:
    first, slash, last = text.partition("/")
    try:
        if not slash:
            raise ValueError(text)
        suspension = Suspension(parse_day(first), None if last == _OPEN_END else parse_day(last))
    except ValueError:
        raise ValueError(f"'{text}' is no period; write 2014-03-18/2019-06-30, or 2022-02-24/.. while it lasts") from None
    if suspension.last is not None and suspension.last < suspension.first:
        raise ValueError(f"'{text}' ends before it begins; exchange its days")
    return suspension


def write_suspended(suspended: tuple[Suspension, ...]) -> str:
    """The periods as ``read_suspended`` reads them."""
    return ";".join(
        f"{date.fromordinal(one.first)}/{_OPEN_END if one.last is None else date.fromordinal(one.last)}" for one in suspended
    )
