"""Which days count, and how they are numbered where others lie between them."""

import pytest

from detente.analysis.exposure import Exposure, exposure
from detente.domain.coverage import CoverageWindow
from tests.domain.records import choose, day, window

START = day("2020-01-01")
HOLED = Exposure(range(START, START + 100), (range(START, START + 10), range(START + 30, START + 35)), True)


def test_days_are_numbered_through_without_holes() -> None:
    assert HOLED.length == 15
    assert [HOLED.place(START + number) for number in (-1, 0, 9, 10, 29, 30, 34, 35)] == [None, 0, 9, None, None, 10, 14, None]
    assert [HOLED.day(place) - START for place in (0, 9, 10, 14)] == [0, 9, 30, 34]
    with pytest.raises(IndexError):
        HOLED.day(15)


def test_days_that_were_looked_at_count_and_no_others() -> None:
    """Complete and fair count; poor, unknown and undeclared do not."""
    windows = [
        window("minister", "any", "2020-01-01", "2020-01-10", "complete"),
        window("minister", "any", "2020-01-11", "2020-01-20", "poor"),
        window("minister", "any", "2020-01-21", "2020-01-31", "fair"),
        window("minister", "any", "2020-02-01", "2020-02-10", "unknown"),
    ]
    found = exposure(windows, choose(levels="minister"), range(START, START + 50))
    assert (found.whole, found.declared) == (range(START, START + 50), True)
    assert [day for span in found.spans for day in span] == [*range(START, START + 10), *range(START + 20, START + 31)]


@pytest.mark.parametrize("windows", [(), (window("minister", "any", "2020-01-01", "2020-01-10", "unknown"),)])
def test_where_nothing_is_known_every_day_counts(windows: tuple[CoverageWindow, ...]) -> None:
    days = range(START, START + 50)
    assert exposure(windows, choose(levels="minister"), days) == Exposure(days, (days,), False)


def test_where_all_that_is_known_is_poor_no_day_counts() -> None:
    poor = [window("minister", "any", "2020-01-01", "2020-12-31", "poor")]
    days = range(START, START + 50)
    assert exposure(poor, choose(levels="minister"), days) == Exposure(days, (), True)


def test_of_no_days_none_count() -> None:
    days = range(START, START)
    assert exposure([], choose(), days) == Exposure(days, (), False)
