from detente.domain.coverage import Observed
from detente.domain.gaps import closed_gap, gaps, open_gap
from detente.domain.parties import dyad
from detente.domain.silences import Silence, silences, summary
from detente.domain.vocabulary import Observation
from tests.domain.records import choose, contact, day, endpoint, window

PAIR = dyad("FRA", "RUS")


def test_each_gap_with_its_observation_and_its_attempts() -> None:
    selection = choose("2020-01-31", levels="minister")
    found = gaps([contact("2020-01-01"), contact("2020-01-11")], selection)
    windows = {PAIR: [window("minister", "any", "2020-01-01", "2020-01-21", "fair")]}
    tries = {PAIR: [endpoint("2020-01-20", "declined"), endpoint("2020-01-05", "asked")]}
    assert silences(found, selection, windows, tries) == [
        Silence(found[0], Observed(Observation.OBSERVED, 1.0), ("asked",)),
        Silence(found[1], Observed(Observation.PARTLY_OBSERVED, 0.5), ("declined",)),  # 12-21 January of 12-31 January
    ]


def test_a_dyad_without_windows_or_attempts() -> None:
    selection = choose("2020-01-31")
    found = gaps([contact("2020-01-01")], selection)
    assert silences(found, selection, {}, {}) == [Silence(found[0], Observed(Observation.UNKNOWN, 0.0), ())]


def test_the_summary_counts_open_gaps_and_leaves_them_out_of_every_figure() -> None:
    made = [
        closed_gap(PAIR, endpoint("2020-01-01"), endpoint("2020-01-11")),  # 10
        closed_gap(PAIR, endpoint("2020-01-11"), endpoint("[2020-01-31..2020-02-05]")),  # 20 to 25
        closed_gap(PAIR, endpoint("[2020-01-31..2020-02-05]"), endpoint("2020-03-06")),  # 30 to 35
        open_gap(PAIR, endpoint("2020-03-06"), day("2025-12-31")),
    ]
    found = summary(made)
    assert (found.completed, found.open) == (3, 1)
    assert found.longest == made[2]
    assert (found.median_min, found.median_max) == (20, 25)


def test_the_median_of_an_even_number_lies_between_the_middle_two() -> None:
    made = [
        closed_gap(PAIR, endpoint("2020-01-01"), endpoint("2020-01-11")),
        closed_gap(PAIR, endpoint("2020-01-11"), endpoint("2020-01-26")),
    ]
    assert (summary(made).median_min, summary(made).median_max) == (12.5, 12.5)


def test_a_summary_of_nothing_completed() -> None:
    found = summary([open_gap(PAIR, endpoint("2020-03-06"), day("2025-12-31"))])
    assert (found.completed, found.open, found.longest, found.median_min, found.median_max) == (0, 1, None, None, None)
    assert summary([]).open == 0
