"""A row of very many contacts is drawn by months, quarters or years; of few, each by itself."""

from datetime import date

from detente.analysis.row_marks import Mark, longest_first, row_marks
from detente.domain.dates import parse
from detente.domain.entries import Entry, Kind
from detente.domain.vocabulary import Channel, Level, Setting, Status, Substance


def _entry(when: str, status: Status = Status.HELD) -> Entry:
    day = parse(when)
    bounds = (day.first_day, day.start_earliest, day.start_latest, day.end_earliest, day.end_latest)
    kind = Kind(Channel.PHONE, Setting.BILATERAL, Level.MINISTER, Substance.TALKS, status)
    return Entry(f"{when}-{status}", day.text, *bounds, kind, False)


def _every_day(first: str, count: int, status: Status = Status.HELD) -> list[Entry]:
    start = date.fromisoformat(first).toordinal()
    return [_entry(date.fromordinal(start + number).isoformat(), status) for number in range(count)]


def test_few_contacts_are_a_mark_each() -> None:
    held, missed = _every_day("2020-01-01", 60), _every_day("2020-01-01", 20, Status.CANCELLED)
    each = tuple(Mark(1, entry, entry, entry) for entry in (*held, *missed))
    assert row_marks(held, missed) == (each, each, each)


def test_one_more_than_the_limit_is_drawn_by_months() -> None:
    """61 days from 1 January 2020: 31 in January, 29 in February, one in March."""
    held = _every_day("2020-01-01", 61)
    by_each, by_limit_of_125, by_months = row_marks(held, [])
    assert len(by_each) == len(by_limit_of_125) == 61
    assert [(mark.count, mark.first.text, mark.middle.text, mark.last.text) for mark in by_months] == [
        (31, "2020-01-01", "2020-01-16", "2020-01-31"),
        (29, "2020-02-01", "2020-02-15", "2020-02-29"),
        (1, "2020-03-01", "2020-03-01", "2020-03-01"),
    ]


def test_the_shortest_periods_that_are_few_enough_are_taken() -> None:
    """Ten years, a contact a month: 120 months, 40 quarters."""
    held = [_entry(f"{year}-{month:02d}-10") for year in range(2010, 2020) for month in range(1, 13)]
    assert [len(marks) for marks in row_marks(held, [])] == [120, 120, 40]
    assert [mark.count for mark in row_marks(held, [])[2]] == [3] * 40


def test_where_not_even_years_are_few_enough_they_are_drawn() -> None:
    held = [_entry(f"{year}-{month:02d}-10") for year in range(1900, 2000) for month in (1, 4, 7, 10)]
    assert [len(marks) for marks in row_marks(held, [])] == [100, 100, 100]
    assert {mark.count for mark in row_marks(held, [])[2]} == {4}


def test_of_those_that_were_not_held_a_third_may_be_drawn_and_statuses_are_kept_apart() -> None:
    missed = sorted(
        _every_day("2020-01-01", 20, Status.CANCELLED) + _every_day("2020-01-02", 1, Status.DECLINED),
        key=lambda entry: entry.order,
    )
    marks = row_marks([], missed)
    assert [len(one) for one in marks] == [21, 21, 2]
    assert sorted((mark.count, mark.first.kind.status.value) for mark in marks[2]) == [(1, "declined"), (20, "cancelled")]


def test_the_first_limit_by_which_all_rows_are_short_enough() -> None:
    mark = Mark(1, *[_entry("2020-01-01")] * 3)
    long, short, shorter = [[mark] * 5, [mark] * 4], [[mark] * 3, [mark] * 2], [[mark], []]
    assert longest_first([long, short, shorter], 9) is long
    assert longest_first([long, short, shorter], 8) is short
    assert longest_first([long, short, shorter], 0) is shorter
    assert longest_first([], 5) == ()
