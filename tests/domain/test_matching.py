"""Which contact on record is one found elsewhere: cases worked out by hand, and what holds for any two dates."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.matching import farthest, likeness, match, nearest
from tests.domain.records import contact

EVENT = contact("2018-06-03", "fra-rus-2018-06-03-other-icews", channel="other", level="official")


def on_record(
    when: str = "2018-06-01", *, level: str = "minister", status: str = "held", parties: str = "FRA RUS"
) -> str | None:
    found = likeness(EVENT, contact(when, "known", level=level, status=status, parties=parties), window=2)
    return None if found is None else found.misses


@pytest.mark.parametrize(
    "when", ["2018-06-01", "2018-06-02", "2018-06-03", "2018-06-05", "2018-06-04/2018-06-20", "2018-05-20/2018-06-03"]
)
def test_within_two_days_it_is_the_same(when: str) -> None:
    assert on_record(when) == ""


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("2018-05-31", "3 days apart: 2018-06-03 and 2018-05-31"),
        ("2018-05-30", "4 days apart: 2018-06-03 and 2018-05-30"),
        ("2018-06-07", "4 days apart: 2018-06-03 and 2018-06-07"),
        ("2018-06", "the days may be the same, and may not: 2018-06-03 and 2018-06"),
        ("2018-06-03~", "the days may be the same, and may not: 2018-06-03 and 2018-06-03~"),
    ],
)
def test_just_outside_or_not_exactly_known_is_a_near_miss(when: str, why: str) -> None:
    assert on_record(when) == why


@pytest.mark.parametrize("when", ["2018-05-29", "2018-06-08", "2017-06-03"])
def test_farther_away_it_is_another(when: str) -> None:
    assert on_record(when) is None


def test_a_level_that_the_data_do_not_name_says_nothing() -> None:
    assert [on_record(level=level) for level in ("minister", "chief-of-defence", "official")] == ["", "", ""]


def test_what_else_may_differ() -> None:
    assert on_record(status="declined") == "one is held, the other declined"
    assert on_record(parties="FRA RUS TUR") == "the parties differ: FRA, RUS and FRA, RUS, TUR"
    assert on_record(status="declined", parties="FRA RUS TUR") is None
    assert on_record("2018-05-30", status="declined") is None


@pytest.mark.parametrize(
    ("found", "known", "misses"),
    [
        ("other", "in-person", ""), ("phone", "phone", ""), ("phone", "video", ""), ("hotline", "phone", ""),
        ("phone", "in-person", "the channel differs: phone and in-person"),
        ("phone", "other", "the channel differs: phone and other"), ("letter", "phone", "the channel differs: letter and phone"),
    ],
)  # fmt: skip
def test_channels_that_may_be_one(found: str, known: str, misses: str) -> None:
    one = likeness(contact("2018-06-01", channel=found), contact("2018-06-01", "known", channel=known), window=0)
    assert one is not None
    assert one.misses == misses


def test_two_that_were_not_held_are_for_somebody_to_judge() -> None:
    asked = contact("2018-06-01", status="requested")
    found = likeness(asked, contact("2018-06-01", "known", status="requested"), window=2)
    assert found is not None
    assert found.misses == "both are requested"


def test_one_that_fits_is_taken_and_near_misses_are_passed_over() -> None:
    found = match(EVENT, [contact("2018-06-01", "fits"), contact("2018-05-31", "outside")], window=2)
    assert (found.contact_id, found.doubts) == ("fits", ())


def test_of_two_that_fit_none_is_taken() -> None:
    found = match(EVENT, [contact("2018-06-01", "a"), contact("2018-06-03", "b"), contact("2018-05-31", "c")], window=2)
    assert found.contact_id is None
    assert [(one.contact_id, one.misses) for one in found.doubts] == [
        ("a", "2 contacts on record match"),
        ("b", "2 contacts on record match"),
    ]


def test_where_none_fits_those_that_nearly_do_are_told() -> None:
    found = match(EVENT, [contact("2018-05-31", "outside"), contact("2019-06-03", "far")], window=2)
    assert found.contact_id is None
    assert [(one.contact_id, one.misses) for one in found.doubts] == [("outside", "3 days apart: 2018-06-03 and 2018-05-31")]


def test_nothing_near_is_nothing() -> None:
    assert match(EVENT, [], window=2) == match(EVENT, [contact("2019-06-03", "far")], window=2)


DATES = st.sampled_from(["2018-06-01", "2018-06-03~", "2018-06", "2018", "[2018-05-30..2018-06-02]", "2018-06-01/2018-06-04"])


@given(one=DATES, other=DATES, window=st.integers(0, 40))
def test_the_order_of_two_dates_does_not_matter_and_a_wider_window_takes_no_match_away(
    one: str, other: str, window: int
) -> None:
    a, b = contact(one, "a"), contact(other, "b")
    assert nearest(a.date, b.date) == nearest(b.date, a.date) <= farthest(a.date, b.date) == farthest(b.date, a.date)
    narrow, wide = likeness(a, b, window=window), likeness(a, b, window=window + 1)
    assert narrow is None or wide is not None
    if narrow is not None and not narrow.misses:
        assert wide is not None
        assert not wide.misses
    assert (narrow is None) == (likeness(replace(b, contact_id="b"), a, window=window) is None)
