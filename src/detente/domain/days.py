"""How days are counted: one number a day, one function for the days between, one for months."""

from datetime import date
from typing import TypeAlias

Day: TypeAlias = int
"""A calendar day as its proleptic Gregorian ordinal (1 = 0001-01-01), as ``date.toordinal`` gives it."""

FIRST_DAY: Day = date.min.toordinal()
LAST_DAY: Day = date.max.toordinal()

DAYS_PER_MONTH = 30.4375
"""Mean length of a month in days: 365.25 / 12."""


def days_between(earlier: Day, later: Day) -> int:
    """Whole days from ``earlier`` to ``later``, never below 0: consecutive days are 1 apart, one day from itself 0."""
    return max(0, later - earlier)


def months(days: float) -> float:
    """``days`` in mean months of 30.4375 days."""
    return days / DAYS_PER_MONTH


def iso(day: Day) -> str:
    """``day`` as YYYY-MM-DD."""
    return date.fromordinal(day).isoformat()


def parse_day(text: str) -> Day:
    """The day written as YYYY-MM-DD; raises ValueError for anything else."""
    parsed = date.fromisoformat(text)
    if parsed.isoformat() != text:  # fromisoformat also takes 20240403 and 2024-W14-3
        raise ValueError(text)
    return parsed.toordinal()


def clamp(day: Day) -> Day:
    """``day``, or the first or last day that the calendar has."""
    return min(max(day, FIRST_DAY), LAST_DAY)
