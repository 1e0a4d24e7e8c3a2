from dataclasses import replace
from datetime import date

import pytest

from detente.domain.contacts import Contact
from detente.domain.gaps import Gap, attempts_inside, closed_gap, gaps, gaps_of_series, open_gap
from detente.domain.parties import Dyad, dyad
from detente.domain.selection import Selection
from tests.domain.records import choose, contact, day, endpoint

PAIR = dyad("FRA", "RUS")


def lengths(found: list[Gap]) -> list[tuple[str, str | None, int, int]]:
    return [
        (gap.previous.contact_id, gap.following.contact_id if gap.following else None, gap.days_min, gap.days_max)
        for gap in found
    ]


def silent(gap: Gap, as_of: str) -> tuple[int, str, str]:
    days = gap.silent_days(day(as_of))
    return len(days), date.fromordinal(days[0]).isoformat(), date.fromordinal(days[-1]).isoformat()


CLOSED = [
    # previous                    following                  min   max  order uncertain
    ("2022-10-23", "2024-04-03", 528, 528, False),
    ("2024-04-02", "2024-04-03", 1, 1, False),
    ("2024-04-03", "2024-04-03", 0, 0, False),  # twice on one day: known to be the same day, in the order of the record
    # a month: one day of it
    ("2022-10", "2023-01-10", 71, 101, False),  # from 31 October, from 1 October
    ("2022-10-23", "2023-01", 70, 100, False),
    ("2022-10", "2023-01", 62, 122, False),
    ("2022-10", "2022-11", 1, 60, False),  # 31 October to 1 November; 1 October to 30 November
    ("2022-10", "2022-10-15", 0, 14, True),
    ("2022-10-15", "2022-10", 0, 16, True),
    ("2022-10", "2022-10", 0, 30, True),
    ("2022-10-01", "2022-10", 0, 30, False),  # the month cannot begin before its first day
    # a year
    ("2013", "2014-03-18", 77, 441, False),
    # about
    ("2016-05-14~", "2016-05-24", 7, 13, False),
    ("2016-05-14~", "2016-05-24~", 4, 16, False),
    ("2016-05-14~", "2016-05-15", 0, 4, True),
    ("2016-05~", "2016-08-10", 41, 131, False),  # 30 June at the latest, 1 April at the earliest
    # one day within
    ("[2022-06-01..2022-07-12]", "2022-07-13", 1, 42, False),
    ("2022-05-31", "[2022-06-01..2022-07-12]", 1, 42, False),
    ("[2022-06-01..2022-07-12]", "2022-07-12", 0, 41, False),
    ("[2022-06-01..2022-07-12]", "2022-07-11", 0, 40, True),
    # several days: from the end of one to the start of the next
    ("2015-12-21/2015-12-23", "2016-01-02", 10, 10, False),
    ("2015-12-01", "2015-12-21/2015-12-23", 20, 20, False),
    ("2015-12-21/2015-12-23", "2015-12-22", 0, 0, False),  # inside the visit, surely begun after it
    ("2015-12/2016-01-10", "2016-01-20", 10, 10, False),
    # a season: winter 2014 lasts to the end of February 2015
    ("2014-24", "2015-03-01", 1, 90, False),
]


@pytest.mark.parametrize(("before", "after", "shortest", "longest", "uncertain"), CLOSED)
def test_a_closed_gap_runs_from_end_to_start(before: str, after: str, shortest: int, longest: int, uncertain: bool) -> None:
    gap = closed_gap(PAIR, endpoint(before), endpoint(after))
    assert (gap.days_min, gap.days_max, gap.order_uncertain) == (shortest, longest, uncertain)
    assert not gap.open


@pytest.mark.parametrize(
    ("last", "as_of", "shortest", "longest"),
    [
        ("2024-04-03", "2024-12-31", 272, 272),
        ("2024-04-03", "2024-04-03", 0, 0),
        ("2024-04", "2024-12-31", 245, 274),
        ("2024-12", "2024-12-10", 0, 9),  # not below 0, though the month may end after the as-of day
        ("2024-12-08~", "2024-12-10", 0, 5),
        ("2015-12-21/2015-12-23", "2015-12-31", 8, 8),
    ],
)
def test_an_open_gap_runs_to_the_as_of_day(last: str, as_of: str, shortest: int, longest: int) -> None:
    gap = open_gap(PAIR, endpoint(last), day(as_of))
    assert (gap.days_min, gap.days_max) == (shortest, longest)
    assert gap.open
    assert gap.following is None


def test_silent_days_lie_strictly_between() -> None:
    gap = closed_gap(PAIR, endpoint("2022-10-23"), endpoint("2022-10-27"))
    assert silent(gap, "2025-12-31") == (3, "2022-10-24", "2022-10-26")


def test_silent_days_of_an_open_gap_reach_the_as_of_day() -> None:
    gap = open_gap(PAIR, endpoint("2022-10-23"), day("2022-10-27"))
    assert silent(gap, "2022-10-27") == (4, "2022-10-24", "2022-10-27")


def test_silent_days_of_an_imprecise_gap_are_all_that_may_be_silent() -> None:
    gap = closed_gap(PAIR, endpoint("2022-10"), endpoint("2022-12"))
    assert silent(gap, "2025-12-31") == (90, "2022-10-02", "2022-12-30")


def test_consecutive_days_leave_no_silent_day() -> None:
    assert len(closed_gap(PAIR, endpoint("2022-10-23"), endpoint("2022-10-24")).silent_days(day("2025-12-31"))) == 0
    assert len(closed_gap(PAIR, endpoint("2022-10-23"), endpoint("2022-10-23")).silent_days(day("2025-12-31"))) == 0


def test_an_empty_series_has_no_gap() -> None:
    assert gaps_of_series(PAIR, [], day("2024-12-31")) == []
    assert gaps([], choose()) == []


def test_one_contact_has_an_open_gap_only() -> None:
    assert lengths(gaps([contact("2024-04-03")], choose("2024-12-31"))) == [("2024-04-03", None, 272, 272)]


CASE = [
    contact("2022-08-25"),
    contact("2022-10-23"),
    contact("2023-09-01", status="declined"),
    contact("2024-04-03"),
]


def test_the_case_it_was_started_for() -> None:
    assert lengths(gaps(CASE, choose("2024-12-31", channels="phone", levels="minister"))) == [
        ("2022-08-25", "2022-10-23", 59, 59),
        ("2022-10-23", "2024-04-03", 528, 528),
        ("2024-04-03", None, 272, 272),
    ]


@pytest.mark.parametrize("status", ["planned", "requested", "declined", "unanswered", "cancelled", "postponed", "disputed"])
def test_only_held_closes_a_gap(status: str) -> None:
    record = [contact("2022-10-23"), contact("2023-06-01", status=status), contact("2024-04-03")]
    assert lengths(gaps(record, choose("2024-04-03")))[0] == ("2022-10-23", "2024-04-03", 528, 528)


def test_the_order_of_the_record_does_not_matter() -> None:
    assert gaps(reversed(CASE), choose()) == gaps(CASE, choose())


def test_series_order_is_written_day_then_latest_start_then_id() -> None:
    record = [
        contact("2022-10", "a-month"),
        contact("2022-10-01", "z-day"),
        contact("2022-10-01", "b-day"),
        contact("2022-10-02~", "about-the-second"),  # may lie on 29 September, but is written after the first
    ]
    found = gaps(record, choose("2022-12-31"))
    assert [gap.previous.contact_id for gap in found] == ["b-day", "z-day", "a-month", "about-the-second"]
    assert [gap.order_uncertain for gap in found] == [False, False, True, False]


def test_twice_on_one_day_is_a_gap_of_no_days() -> None:
    record = [contact("2024-04-03", "one"), contact("2024-04-03", "two")]
    assert lengths(gaps(record, choose("2024-04-05"))) == [("one", "two", 0, 0), ("two", None, 2, 2)]


# Channels, levels and the other choices make the series.


def test_a_selection_chooses_the_series_before_gaps_are_counted() -> None:
    record = [
        contact("2020-01-01", channel="phone"),
        contact("2020-01-11", channel="in-person", level="chief-of-defence"),
        contact("2020-01-31", channel="video", substance="courtesy", setting="sidelines", topics="FRA=syria"),
        contact("2020-03-01", channel="phone", topics="!RUS=syria", people="FRA=Parly, RUS=Shoigu"),
    ]

    def series(**choice: str) -> list[str]:
        return [gap.previous.contact_id for gap in gaps(record, choose("2020-12-31", **choice))]

    assert series() == ["2020-01-01", "2020-01-11", "2020-01-31", "2020-03-01"]
    assert series(channels="phone") == ["2020-01-01", "2020-03-01"]
    assert series(channels="phone video") == ["2020-01-01", "2020-01-31", "2020-03-01"]
    assert series(levels="chief-of-defence") == ["2020-01-11"]
    assert series(settings="sidelines") == ["2020-01-31"]
    assert series(substances="talks") == ["2020-01-01", "2020-01-11", "2020-03-01"]
    assert series(topics="syria") == ["2020-01-31", "2020-03-01"]
    assert series(persons="Shoigu") == ["2020-03-01"]
    assert series(channels="letter") == []


def test_a_contact_of_three_belongs_to_the_series_of_every_pair() -> None:
    record = [
        contact("2020-01-01", parties="RUS USA"),
        contact("2020-02-01", parties="RUS TUR USA"),
        contact("2020-03-01", parties="RUS TUR"),
        contact("2020-04-01", parties="TUR USA"),
    ]
    found = gaps(record, choose("2020-04-30", parties=""))
    by_pair = {pair: lengths([gap for gap in found if gap.dyad == pair]) for pair in (gap.dyad for gap in found)}
    assert by_pair == {
        Dyad("RUS", "TUR"): [("2020-02-01", "2020-03-01", 29, 29), ("2020-03-01", None, 60, 60)],
        Dyad("RUS", "USA"): [("2020-01-01", "2020-02-01", 31, 31), ("2020-02-01", None, 89, 89)],
        Dyad("TUR", "USA"): [("2020-02-01", "2020-04-01", 60, 60), ("2020-04-01", None, 29, 29)],
    }
    assert {gap.dyad for gap in gaps(record, choose("2020-04-30", parties="TUR USA"))} == {Dyad("TUR", "USA")}


def test_as_of_leaves_out_what_began_later_and_moves_the_open_gap() -> None:
    assert lengths(gaps(CASE, choose("2024-04-02"))) == [("2022-08-25", "2022-10-23", 59, 59), ("2022-10-23", None, 527, 527)]
    assert lengths(gaps(CASE, choose("2024-04-03")))[-1] == ("2024-04-03", None, 0, 0)
    assert gaps(CASE, choose("2022-08-24")) == []


def test_as_of_looks_at_the_first_day_as_written() -> None:
    record = [contact("2024-01-01"), contact("2024-04-10~")]  # about 10 April may be 7 April, but is written as the tenth
    assert len(gaps(record, choose("2024-04-09"))) == 1
    assert len(gaps(record, choose("2024-04-10"))) == 2
    assert len(gaps([contact("2024-04")], choose("2024-04-01"))) == 1


def ends(choice: Selection) -> list[str | None]:
    return [gap.following.contact_id if gap.following else None for gap in gaps(CASE, choice)]


def test_a_period_keeps_gaps_by_their_end_and_never_cuts_the_series() -> None:
    assert ends(choose("2024-12-31", period_from="2023-01-01")) == ["2024-04-03", None]
    assert ends(choose("2024-12-31", period_to="2023-01-01")) == ["2022-10-23"]
    assert ends(choose("2024-12-31", period_from="2022-10-23", period_to="2022-10-23")) == ["2022-10-23"]
    assert ends(choose("2024-12-31", period_from="2022-10-24", period_to="2024-04-02")) == []
    assert ends(choose("2024-12-31", period_from="2024-04-04", period_to="2024-06-30")) == [None], "open on those days"
    kept = gaps(CASE, choose("2024-12-31", period_from="2024-01-01"))
    assert kept[0].days_min == 528, "the gap began before the period and is still whole"


def test_restricted_contacts_close_a_gap_only_when_asked_for() -> None:
    record: list[Contact] = [contact("2020-01-01"), contact("2020-01-11", restricted=True), contact("2020-01-31")]
    public = choose("2020-01-31")
    assert [gap.days_min for gap in gaps(record, public)] == [30, 0]
    assert [gap.days_min for gap in gaps(record, replace(public, include_restricted=True))] == [10, 20, 0]


def test_longest_first_breaks_ties_by_the_sure_length_and_the_id() -> None:
    made = [
        closed_gap(PAIR, endpoint("2020-01-01", "b"), endpoint("2020-02-01")),
        closed_gap(PAIR, endpoint("2020-01-01", "a"), endpoint("2020-02-01")),
        closed_gap(PAIR, endpoint("2021-01-01", "imprecise"), endpoint("[2021-01-30..2021-02-01]")),
        closed_gap(PAIR, endpoint("2022-01-01", "longest"), endpoint("2022-02-02")),
    ]
    assert [gap.previous.contact_id for gap in sorted(made, key=lambda gap: gap.sort_key)] == ["longest", "a", "b", "imprecise"]


def test_attempts_fall_into_the_gap_that_the_series_order_puts_them_in() -> None:
    before, after = endpoint("2022-10-23", "b-held"), endpoint("2024-04-03", "d-held")
    tries = [
        endpoint("2024-05-01", "after"),
        endpoint("2023-09", "month"),
        endpoint("2023-09-01", "day"),
        endpoint("2022-10-23", "a-same-day"),
        endpoint("2022-10-23", "c-same-day"),
        endpoint("2024-04-03", "e-same-day"),
    ]
    assert attempts_inside(closed_gap(PAIR, before, after), tries) == ("c-same-day", "day", "month")
    assert attempts_inside(open_gap(PAIR, after, day("2025-12-31")), tries) == ("e-same-day", "after")
    assert attempts_inside(open_gap(PAIR, after, day("2025-12-31")), []) == ()
