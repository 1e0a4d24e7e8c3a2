from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.periods import Per, days_of, index_of, last_day, period_of, periods_between
from detente.domain.days import LAST_DAY
from detente.domain.selection import Selection
from tests.domain.records import day


@pytest.mark.parametrize(
    ("text", "month", "quarter", "year"),
    [
        ("2024-01-01", "2024-01", "2024-Q1", "2024"),
        ("2024-03-31", "2024-03", "2024-Q1", "2024"),
        ("2024-04-01", "2024-04", "2024-Q2", "2024"),
        ("2024-12-31", "2024-12", "2024-Q4", "2024"),
        ("0001-01-01", "0001-01", "0001-Q1", "0001"),
        ("9999-12-31", "9999-12", "9999-Q4", "9999"),
    ],
)
def test_labels(text: str, month: str, quarter: str, year: str) -> None:
    assert [period_of(day(text), per) for per in (Per.MONTH, Per.QUARTER, Per.YEAR)] == [month, quarter, year]


def test_between() -> None:
    first, last = day("2023-11-30"), day("2024-04-01")
    assert periods_between(first, last, Per.MONTH) == ["2023-11", "2023-12", "2024-01", "2024-02", "2024-03", "2024-04"]
    assert periods_between(first, last, Per.QUARTER) == ["2023-Q4", "2024-Q1", "2024-Q2"]
    assert periods_between(first, last, Per.YEAR) == ["2023", "2024"]
    assert periods_between(first, first, Per.YEAR) == ["2023"]
    assert periods_between(last, first, Per.MONTH) == []


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(days, days, st.sampled_from(Per))
def test_the_axis_has_every_period_once_in_order(one: date, other: date, per: Per) -> None:
    first, last = sorted((one, other))
    labels = periods_between(first.toordinal(), last.toordinal(), per)
    assert labels == sorted(set(labels))
    assert (labels[0], labels[-1]) == (period_of(first.toordinal(), per), period_of(last.toordinal(), per))
    whole = [
        date(year, month, monthrange(year, month)[1]) for year in range(first.year, last.year + 1) for month in range(1, 13)
    ]
    inside = {period_of(end.toordinal(), per) for end in whole if first <= end <= last}
    assert inside <= set(labels)


@pytest.mark.parametrize(("period_to", "last"), [(None, 100), (99, 99), (100, 100), (101, 100)])
def test_the_last_day_is_that_of_the_period_or_the_as_of_day_whichever_is_first(period_to: int | None, last: int) -> None:
    assert last_day(Selection(as_of=100, period_to=period_to)) == last


@pytest.mark.parametrize(("per", "first"), [(Per.MONTH, "9999-12-01"), (Per.QUARTER, "9999-10-01"), (Per.YEAR, "9999-01-01")])
def test_the_last_period_ends_with_the_calendar(per: Per, first: str) -> None:
    assert days_of(index_of(LAST_DAY, per), per) == range(day(first), LAST_DAY + 1)
