"""When is a limit passed: the days are counted on a calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.gaps import open_gap
from detente.domain.parties import dyad
from detente.domain.watching import Verdict, broken_from, lasted_longer
from tests.domain.records import day, endpoint

PAIR = dyad("FRA", "RUS")


@pytest.mark.parametrize(
    ("as_of", "limit", "verdict"),
    [
        ("2024-09-30", 180, "kept"),  # the 180th day: not longer
        ("2024-10-01", 180, "broken"),
        ("2024-10-01", 181, "kept"),
        ("2024-09-30", 179.5, "broken"),
    ],
)
def test_longer_than_so_many_days(as_of: str, limit: float, verdict: str) -> None:
    gap = open_gap(PAIR, endpoint("2024-04-03"), day(as_of))
    assert lasted_longer(gap, limit, limit) == verdict


def test_a_month_leaves_open_when_a_limit_is_passed() -> None:
    """In May 2023, so on the 30th day after the 1st, or the 31st, or on none before 30 June."""
    last = endpoint("2023-05")
    verdicts = {
        as_of: lasted_longer(open_gap(PAIR, last, day(as_of)), 30, 30).value
        for as_of in ("2023-05-31", "2023-06-01", "2023-06-30", "2023-07-01")
    }
    assert verdicts == {
        "2023-05-31": "kept", "2023-06-01": "may-be-broken", "2023-06-30": "may-be-broken", "2023-07-01": "broken",
    }  # fmt: skip
    may_break_on, breaks_on = broken_from(open_gap(PAIR, last, day("2023-06-01")), 30, 30)
    assert (may_break_on, breaks_on) == (day("2023-06-01"), day("2023-07-01"))


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 60), st.floats(0.1, 900), st.floats(0, 100))
def test_the_days_named_are_the_first_on_which_it_is_so(first: date, width: int, limit: float, more: float) -> None:
    last = endpoint(f"[{first}..{date.fromordinal(first.toordinal() + width)}]")
    may_break_on, breaks_on = broken_from(open_gap(PAIR, last, first.toordinal()), limit, limit + more)

    def judged(as_of: int) -> Verdict:
        return lasted_longer(open_gap(PAIR, last, as_of), limit, limit + more)

    assert judged(breaks_on) is Verdict.BROKEN
    assert judged(breaks_on - 1) is not Verdict.BROKEN
    assert judged(may_break_on) is not Verdict.KEPT
    assert judged(may_break_on - 1) is Verdict.KEPT
