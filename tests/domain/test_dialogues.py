"""When a recurring dialogue is due: every expectation is read off a calendar."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.days import iso
from detente.domain.dialogue_words import due_in_words, due_text, lane_in_words, rhythm_in_words, running_in_words
from detente.domain.dialogues import Dialogue, read_suspended, rhythm_problem, usual_length, write_suspended
from tests.domain.records import day

COUNCIL = Dialogue(
    dialogue_id="fra-rus-2+2",
    name="Security council",
    parties=("FRA", "RUS"),
    channel="in-person",
    setting="2+2",
    level="minister",
    every_months=12,
    first_month=9,
    last_month=11,
    tolerance_days=30,
    from_date=date(2019, 10, 15),
)


def due(dialogue: Dialogue, until: str) -> list[str]:
    return [f"{iso(one.first)} {iso(one.last)}" for one in dialogue.due(day(until))]


def test_a_yearly_dialogue_in_autumn_begins_with_the_autumn_in_which_it_was_founded() -> None:
    """Founded on 15 October: September of that year is no part of its first occasion."""
    assert due(COUNCIL, "2021-01-01") == ["2019-10-15 2019-11-30", "2020-09-01 2020-11-30", "2021-09-01 2021-11-30"]


def test_one_that_was_founded_after_its_months_begins_in_the_next_year() -> None:
    assert due(replace(COUNCIL, from_date=date(2019, 12, 1)), "2020-01-01") == ["2020-09-01 2020-11-30"]


def test_months_over_the_turn_of_the_year() -> None:
    winter = replace(COUNCIL, first_month=12, last_month=1, from_date=date(2020, 1, 10), every_months=24)
    assert due(winter, "2023-01-01") == ["2020-01-10 2020-01-31", "2021-12-01 2022-01-31", "2023-12-01 2024-01-31"]


def test_twice_a_year_in_march_and_september() -> None:
    half_yearly = replace(COUNCIL, every_months=6, first_month=3, last_month=None, from_date=date(2020, 4, 1))
    assert due(half_yearly, "2021-03-01") == [
        "2020-09-01 2020-09-30", "2021-03-01 2021-03-31", "2021-09-01 2021-09-30",
    ]  # fmt: skip


def test_without_usual_months_once_in_each_stretch_from_the_first_day() -> None:
    """Counted from the 31st: in a month without one its last day begins the stretch."""
    monthly = replace(COUNCIL, every_months=1, first_month=None, last_month=None, from_date=date(2023, 12, 31))
    assert due(monthly, "2024-02-10") == ["2023-12-31 2024-01-30", "2024-01-31 2024-02-28", "2024-02-29 2024-03-30"]


def test_none_begins_after_the_last_day() -> None:
    assert due(replace(COUNCIL, to_date=date(2020, 9, 30)), "2025-01-01") == ["2019-10-15 2019-11-30", "2020-09-01 2020-11-30"]


def test_the_calendar_ends() -> None:
    last = replace(COUNCIL, from_date=date(9998, 9, 1))
    assert due(last, "9999-12-31") == ["9998-09-01 9998-11-30", "9999-09-01 9999-11-30"]
    assert due(replace(last, first_month=None, last_month=None), "9999-12-31") == ["9998-09-01 9999-08-31"]
    assert due(replace(COUNCIL, from_date=date(1, 1, 1)), "0001-01-01") == ["0001-09-01 0001-11-30"]


@given(
    st.sampled_from([1, 2, 3, 4, 6, 12, 24, 60]), st.integers(1, 12), st.integers(1, 12), st.dates(date(1900, 1, 1), date(2050, 1, 1))
)  # fmt: skip
def test_occasions_follow_each_other_in_the_rhythm_and_in_the_usual_months(
    every: int, first: int, last: int, begin: date
) -> None:
    if usual_length(first, last) > every:
        assert rhythm_problem(every, first, last, 30) is not None
        return
    assert rhythm_problem(every, first, last, 30) is None
    dialogue = replace(COUNCIL, every_months=every, first_month=first, last_month=last, from_date=begin)
    found = dialogue.due(date(begin.year + 12, 1, 1).toordinal())
    assert found[0].last >= begin.toordinal()
    months = [date.fromordinal(one.last).year * 12 + date.fromordinal(one.last).month for one in found]
    assert {later - earlier for earlier, later in pairwise(months)} <= {every}
    assert all((date.fromordinal(one.last).month - last) % min(every, 12) == 0 for one in found)
    assert all(before.last < after.first for before, after in pairwise(found))
    earlier = months[0] - min(every, 12)  # the stretch before the first one was over when the dialogue began
    assert earlier < begin.year * 12 + begin.month


@pytest.mark.parametrize(
    ("every", "first", "last", "tolerance", "said"),
    [
        (0, None, None, 30, "from 1 to 1,200"),
        (1201, None, None, 30, "from 1 to 1,200"),
        (12, None, None, 0, "tolerance of 1 to"),
        (12, None, 3, 30, "no first"),
        (5, 3, None, 30, "returns to them"),
        (18, 3, None, 30, "returns to them"),
        (3, 3, 6, 30, "take longer than the rhythm"),
    ],
)
def test_a_rhythm_that_makes_no_sense(every: int, first: int | None, last: int | None, tolerance: int, said: str) -> None:
    assert said in str(rhythm_problem(every, first, last, tolerance))


def test_suspended_periods_are_read_in_order_and_written_again() -> None:
    text = "2022-02-24/..;2014-03-18/2019-06-30"
    found = read_suspended(text)
    assert [(iso(one.first), one.last and iso(one.last)) for one in found] == [
        ("2014-03-18", "2019-06-30"), ("2022-02-24", None),
    ]  # fmt: skip
    assert write_suspended(found) == "2014-03-18/2019-06-30;2022-02-24/.."
    assert (read_suspended(""), write_suspended(())) == ((), "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2014-03-18", "is no period; write"),
        ("2014-03/2015-01", "is no period; write"),
        ("2014-03-18/", "is no period; write"),
        ("2014-03-18/2014-03-17", "ends before it begins"),
        ("2014-01-01/2014-02-01;2014-02-01/2014-03-01", "overlap"),
        ("2014-01-01/..;2015-01-01/2015-02-01", "overlap"),
    ],
)
def test_periods_that_are_none(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_suspended(text)


def test_in_words() -> None:
    assert rhythm_in_words(COUNCIL) == "every year, in September to November, within 30 days"
    half_yearly = replace(COUNCIL, every_months=6, first_month=3, last_month=3, tolerance_days=1)
    assert rhythm_in_words(half_yearly) == "every 6 months, in March, within 1 day"
    assert rhythm_in_words(replace(COUNCIL, every_months=24, first_month=None)) == "every 2 years, within 30 days"
    assert lane_in_words(COUNCIL) == "in-person, 2+2, minister"
    assert lane_in_words(replace(COUNCIL, channel="any", setting="any", level="any")) == "any contact"
    paused = replace(COUNCIL, suspended=read_suspended("2022-02-24/.."), to_date=None)
    assert running_in_words(paused) == "since 2019-10-15; suspended 2022-02-24 to now"
    first, second, *_ = COUNCIL.due(day("2021-01-01"))
    assert (due_text(first), due_text(second)) == ("2019-10-15/2019-11-30", "2020-09/2020-11")
    assert due_in_words(first) == "15 October 2019 to 30 November 2019"
    assert due_in_words(second) == "September 2020 to November 2020"
