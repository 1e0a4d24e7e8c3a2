from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.coverage import CoverageWindow, Observed, covers, observed, stretches
from detente.domain.vocabulary import Channel, Completeness, Level, Observation
from tests.domain.records import choose, day, window

MINISTERS = choose(levels="minister")
JANUARY = ("2020-01-01", "2020-01-31")


def days(first: str, last: str) -> range:
    """The days from ``first`` to ``last``, both inclusive."""
    return range(day(first), day(last) + 1)


def minister(first: str, last: str, completeness: str, channel: str = "any") -> CoverageWindow:
    return window("minister", channel, first, last, completeness)


@pytest.mark.parametrize("completeness", ["complete", "fair"])
def test_complete_and_fair_windows_observe(completeness: str) -> None:
    assert observed([minister(*JANUARY, completeness)], MINISTERS, days(*JANUARY)) == Observed(Observation.OBSERVED, 1.0)


def test_poor_windows_leave_it_unobserved() -> None:
    assert observed([minister(*JANUARY, "poor")], MINISTERS, days(*JANUARY)) == Observed(Observation.UNOBSERVED, 0.0)


def test_unknown_windows_and_no_windows_leave_it_unknown() -> None:
    assert observed([minister(*JANUARY, "unknown")], MINISTERS, days(*JANUARY)) == Observed(Observation.UNKNOWN, 0.0)
    assert observed([], MINISTERS, days(*JANUARY)) == Observed(Observation.UNKNOWN, 0.0)
    before = minister("2019-01-01", "2019-12-31", "complete")
    assert observed([before], MINISTERS, days(*JANUARY)) == Observed(Observation.UNKNOWN, 0.0)


def test_the_share_counts_days_of_both_ends() -> None:
    half = [minister("2020-01-01", "2020-01-05", "complete"), minister("2020-01-06", "2020-12-31", "poor")]
    assert observed(half, MINISTERS, days("2020-01-01", "2020-01-10")) == Observed(Observation.PARTLY_OBSERVED, 0.5)
    assert observed(half, MINISTERS, days("2020-01-05", "2020-01-05")) == Observed(Observation.OBSERVED, 1.0)
    assert observed(half, MINISTERS, days("2020-01-06", "2020-01-06")) == Observed(Observation.UNOBSERVED, 0.0)


def test_undeclared_days_count_as_not_observed() -> None:
    part = [minister("2020-01-01", "2020-01-04", "fair")]
    assert observed(part, MINISTERS, days("2020-01-01", "2020-01-16")) == Observed(Observation.PARTLY_OBSERVED, 0.25)


def test_a_poor_day_among_undeclared_ones_makes_it_unobserved() -> None:
    assert (
        observed([minister("2020-01-03", "2020-01-03", "poor")], MINISTERS, days(*JANUARY)).observation
        is Observation.UNOBSERVED
    )


@pytest.mark.parametrize(
    ("level", "channel", "share"),
    [
        ("deputy-minister", "in-person", 0.5),  # its own window; half of the month
        ("official", "in-person", 1.0),  # that of officials: the whole month
        ("minister", "in-person", 0.0),
        ("deputy-minister", "video", 0.25),  # the most particular level first, then the most particular channel
        ("deputy-minister", "hotline", 0.5),
        ("official", "hotline", 1.0),
    ],
)
def test_a_window_for_exactly_that_comes_before_one_that_stands_for_it_too(level: str, channel: str, share: float) -> None:
    declared = [
        window("official", "any", "2020-01-01", "2020-01-16", "complete"),
        window("deputy-minister", "any", "2020-01-01", "2020-01-08", "complete"),
        window("deputy-minister", "any", "2020-01-09", "2020-01-16", "poor"),
        window("deputy-minister", "video", "2020-01-01", "2020-01-04", "complete"),
        window("deputy-minister", "video", "2020-01-05", "2020-01-16", "poor"),
    ]
    chosen = choose(levels=level, channels=channel)
    assert observed(declared, chosen, days("2020-01-01", "2020-01-16")).share == share


def test_no_silent_day_is_observed() -> None:
    assert observed([], MINISTERS, range(5, 5)) == Observed(Observation.OBSERVED, 1.0)


BOTH_LEVELS = [
    window("minister", "any", "2020-01-01", "2020-01-31", "complete"),
    window("chief-of-defence", "any", "2020-01-01", "2020-01-10", "fair"),
    window("chief-of-defence", "any", "2020-01-11", "2020-01-20", "poor"),
    window("chief-of-defence", "any", "2020-01-21", "2020-01-31", "unknown"),
]


def test_a_day_is_as_good_as_the_worst_level_selected() -> None:
    both = choose(levels="minister chief-of-defence")
    assert [(len(part.days), part.completeness) for part in stretches(BOTH_LEVELS, both, days(*JANUARY))] == [
        (10, Completeness.FAIR),
        (10, Completeness.POOR),
        (11, Completeness.UNKNOWN),
    ]
    assert observed(BOTH_LEVELS, both, days(*JANUARY)) == Observed(Observation.PARTLY_OBSERVED, 10 / 31)
    assert observed(BOTH_LEVELS, MINISTERS, days(*JANUARY)).observation is Observation.OBSERVED


def test_no_level_selected_means_ministers_and_chiefs() -> None:
    assert stretches(BOTH_LEVELS, choose(), days(*JANUARY)) == stretches(
        BOTH_LEVELS, choose(levels="minister chief-of-defence"), days(*JANUARY)
    )


def test_one_level_looked_at_makes_a_silence_unobserved_rather_than_unknown() -> None:
    ministers_only = [minister(*JANUARY, "complete"), window("chief-of-defence", "any", *JANUARY, "unknown")]
    assert observed(ministers_only, choose(), days(*JANUARY)) == Observed(Observation.UNOBSERVED, 0.0)
    assert observed(ministers_only[:1], choose(), days(*JANUARY)) == Observed(Observation.UNOBSERVED, 0.0)


def test_officials_count_only_when_selected() -> None:
    windows = [*(window(level, "any", *JANUARY, "complete") for level in ("minister", "chief-of-defence"))]
    windows.append(window("official", "any", *JANUARY, "poor"))
    assert observed(windows, choose(), days(*JANUARY)).observation is Observation.OBSERVED
    assert observed(windows, choose(levels="official"), days(*JANUARY)).observation is Observation.UNOBSERVED
    assert observed(windows, choose(levels="minister official"), days(*JANUARY)).observation is Observation.UNOBSERVED


def test_deputy_ministers_are_covered_by_the_officials_row() -> None:
    windows = [minister(*JANUARY, "complete"), window("official", "any", *JANUARY, "fair")]
    assert stretches(windows, choose(levels="deputy-minister"), days(*JANUARY))[0].completeness is Completeness.FAIR


def test_a_row_for_every_level_serves_where_a_level_has_none() -> None:
    windows = [window("any", "any", *JANUARY, "fair"), minister(*JANUARY, "poor")]
    assert observed(windows, choose(levels="chief-of-defence"), days(*JANUARY)).observation is Observation.OBSERVED
    assert observed(windows, MINISTERS, days(*JANUARY)).observation is Observation.UNOBSERVED


def test_a_row_for_the_level_wins_over_one_for_every_level_before_the_channel_is_asked() -> None:
    windows = [window("any", "phone", *JANUARY, "complete"), minister(*JANUARY, "poor")]
    phone = choose(levels="minister", channels="phone")
    assert observed(windows, phone, days(*JANUARY)).observation is Observation.UNOBSERVED


REFINED = [
    minister("2020-01-01", "2020-01-31", "poor"),
    minister("2020-01-11", "2020-01-20", "complete", channel="in-person"),
    minister("2020-01-21", "2020-01-31", "unknown", channel="in-person"),
]


def test_a_row_for_the_channel_wins_over_any_for_better_and_for_worse() -> None:
    in_person = choose(levels="minister", channels="in-person")
    assert [part.completeness for part in stretches(REFINED, in_person, days(*JANUARY))] == [
        Completeness.POOR,
        Completeness.COMPLETE,
        Completeness.UNKNOWN,
    ]
    assert observed(REFINED, in_person, days("2020-01-21", "2020-01-31")).observation is Observation.UNKNOWN
    phone = choose(levels="minister", channels="phone")
    assert [part.completeness for part in stretches(REFINED, phone, days(*JANUARY))] == [Completeness.POOR]


def test_every_channel_asks_for_the_any_rows() -> None:
    assert [part.completeness for part in stretches(REFINED, MINISTERS, days(*JANUARY))] == [Completeness.POOR]


def test_several_channels_are_as_good_as_the_worst() -> None:
    both = choose(levels="minister", channels="phone in-person")
    assert [part.completeness for part in stretches(REFINED, both, days(*JANUARY))] == [Completeness.POOR, Completeness.UNKNOWN]


def test_a_row_for_phone_covers_video_and_hotline() -> None:
    windows = [minister(*JANUARY, "unknown"), minister(*JANUARY, "complete", channel="phone")]
    for channels in ("video", "hotline", "phone video hotline"):
        selection = choose(levels="minister", channels=channels)
        assert observed(windows, selection, days(*JANUARY)).observation is Observation.OBSERVED


def test_stretches_join_windows_of_one_completeness_and_name_the_undeclared() -> None:
    windows = [minister("2020-01-02", "2020-01-03", "fair"), minister("2020-01-04", "2020-01-05", "fair")]
    found = stretches(windows, MINISTERS, days("2020-01-01", "2020-01-06"))
    assert [(len(part.days), part.completeness) for part in found] == [(1, None), (4, Completeness.FAIR), (1, None)]


TILES = st.lists(st.sampled_from(list(Completeness)), min_size=31, max_size=31)


@given(TILES, st.integers(1, 31), st.integers(1, 31))
def test_the_share_by_brute_force(tiles: list[Completeness], one: int, other: int) -> None:
    windows = [
        minister(when, when, completeness.value)
        for number, completeness in enumerate(tiles, start=1)
        for when in [date(2020, 1, number).isoformat()]
    ]
    first, last = sorted((one, other))
    chosen = tiles[first - 1 : last]
    seen = sum(completeness in ("complete", "fair") for completeness in chosen)
    expected = (
        "observed" if seen == len(chosen) else "partly-observed" if seen else "unobserved" if "poor" in chosen else "unknown"
    )
    found = observed(windows, MINISTERS, days(f"2020-01-{first:02d}", f"2020-01-{last:02d}"))
    assert found.observation.value == expected
    assert found.share == pytest.approx(seen / len(chosen))


@pytest.mark.parametrize(
    ("window_level", "window_channel", "level", "channel", "speaks"),
    [
        ("minister", "any", "minister", "phone", True),
        ("minister", "phone", "minister", "video", True),
        ("minister", "in-person", "minister", "phone", False),
        ("official", "any", "deputy-minister", "letter", True),
        ("official", "any", "chief-of-defence", "phone", False),
        ("any", "any", "official", "other", True),
        ("deputy-minister", "video", "deputy-minister", "video", True),
        ("deputy-minister", "any", "official", "video", False),
        ("chief-of-defence", "any", "chief-of-defence", "hotline", True),
    ],
)
def test_which_contacts_a_window_speaks_of(
    window_level: str, window_channel: str, level: str, channel: str, speaks: bool
) -> None:
    assert covers(window_level, window_channel, Level(level), Channel(channel)) is speaks
