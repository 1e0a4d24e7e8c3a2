"""Which month, quarter or year does a day fall in, and which periods lie between two days."""

from datetime import date
from enum import StrEnum
from functools import lru_cache

from detente.domain.days import LAST_DAY, Day
from detente.domain.selection import Selection


class Per(StrEnum):
    """How long a period is; periods are those of the calendar."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many months it has."""
        return {Per.MONTH: 1, Per.QUARTER: 3, Per.YEAR: 12}[self]


def period_of(day: Day, per: Per) -> str:
    """The label of the period that ``day`` falls in: ``2024``, ``2024-Q2`` or ``2024-04``. Labels sort in time order."""
    return label_of(index_of(day, per), per)


def periods_between(first: Day, last: Day, per: Per) -> list[str]:
    """The labels of every period from that of ``first`` to that of ``last``, both included, without a gap.

    Empty when ``last`` lies in an earlier period than ``first``.
    """
    return [label_of(index, per) for index in range(index_of(first, per), index_of(last, per) + 1)]


@lru_cache(maxsize=65536)
def index_of(day: Day, per: Per) -> int:
    """The number of the period: counted from the year 0, so that consecutive ones are 1 apart."""
    when = date.fromordinal(day)
    return (when.year * 12 + when.month - 1) // per.months


def days_of(index: int, per: Per) -> range:
    """The days of the period of that number."""
    return range(_first_day(index, per), _first_day(index + 1, per))


def _first_day(index: int, per: Per) -> Day:
    """The first day of a period; of the one after the last of the calendar, the day after its last."""
    year, month = divmod(index * per.months, 12)
    return LAST_DAY + 1 if year > date.max.year else date(year, month + 1, 1).toordinal()


def label_of(index: int, per: Per) -> str:
    """The label of the period of that number."""
    year, within = divmod(index, 12 // per.months)
    if per is Per.YEAR:
        return f"{year:04d}"
    return f"{year:04d}-Q{within + 1}" if per is Per.QUARTER else f"{year:04d}-{within + 1:02d}"


def last_day(selection: Selection) -> Day:
    """The last day that is told of, inclusive: the last of the period, or the as-of day where that comes first."""
    return selection.as_of if selection.period_to is None else min(selection.as_of, selection.period_to)
