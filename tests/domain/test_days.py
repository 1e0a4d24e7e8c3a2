from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.days import DAYS_PER_MONTH, FIRST_DAY, LAST_DAY, clamp, days_between, iso, months, parse_day
from tests.domain.records import day


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2022-10-23", "2024-04-03", 528),  # 69 days left of 2022, 365 of 2023, 94 of 2024 up to 3 April
        ("2024-04-03", "2024-12-31", 272),
        ("2024-02-28", "2024-03-01", 2),  # over a leap day
        ("2023-02-28", "2023-03-01", 1),
        ("1900-02-28", "1900-03-01", 1),  # 1900 was no leap year
        ("2024-04-03", "2024-04-03", 0),
        ("2024-04-04", "2024-04-03", 0),  # never below 0
    ],
)
def test_days_between_are_counted_from_one_day_to_the_next(earlier: str, later: str, expected: int) -> None:
    assert days_between(day(earlier), day(later)) == expected


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 300_000))
def test_days_between_agrees_with_the_calendar(start: date, days: int) -> None:
    assert days_between(start.toordinal(), (start + timedelta(days=days)).toordinal()) == days


def test_a_month_is_a_twelfth_of_the_julian_year() -> None:
    assert DAYS_PER_MONTH == 365.25 / 12 == 30.4375
    assert months(487) == 16  # 487 = 16 x 30.4375
    assert months(0) == 0


@given(st.dates())
def test_a_day_survives_being_written(when: date) -> None:
    assert parse_day(iso(when.toordinal())) == when.toordinal()
    assert iso(when.toordinal()) == when.isoformat()


@pytest.mark.parametrize(
    "text", ["", "2024-4-3", "20240403", "2024-W14-3", "2024-02-30", "2024-04-03 ", "2024-04", "٢٠٢٤-٠٤-٠٣"]
)
def test_only_full_iso_days_are_read(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the messages are those of the standard library
        parse_day(text)


def test_clamp_keeps_to_the_calendar() -> None:
    assert clamp(-5) == FIRST_DAY == date(1, 1, 1).toordinal()
    assert clamp(10**9) == LAST_DAY == date(9999, 12, 31).toordinal()
    assert clamp(738_979) == 738_979
