"""The best cut against every cut there is, and the exact interval against the quantiles of chi-squared."""

from itertools import combinations, pairwise
from math import exp, log

import pytest
import scipy
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.analysis.partition import Process, starts
from detente.analysis.poisson import at_least, exact_interval


def _gain(events: list[int], cuts: list[int], length: int, penalty: float) -> float:
    """Log likelihood less penalties, from the definition: the density of each event less the expected number, at the best rate."""
    total = -penalty * (len(cuts) - 1)
    for start, stop in pairwise([*cuts, length]):
        inside = [event for event in events if start <= event < stop]
        rate = len(inside) / (stop - start)
        total += sum(log(rate) for _ in inside) - rate * (stop - start)
    return total


def _best_of_all(events: list[int], length: int, least: int, penalty: float) -> float:
    """Over every set of days, near an event or not, when ``least`` is 1; else over those next to an event."""
    days = range(1, length) if least == 1 else sorted({d for e in events for d in (e, e + 1) if 0 < d < length})
    every = ([0, *chosen] for count in range(len(days) + 1) for chosen in combinations(days, count))
    fitting = [cuts for cuts in every if len(cuts) == 1 or all(b - a >= least for a, b in pairwise([*cuts, length]))]
    return max(_gain(events, cuts, length, penalty) for cuts in fitting)


@given(
    st.lists(st.integers(0, 10), max_size=12).map(sorted),
    st.sampled_from([0.0, 0.3, 1.0, 2.5]),
    st.sampled_from([1, 2, 3, 5]),
)
@settings(max_examples=120, deadline=None)
def test_no_cut_is_better(events: list[int], penalty: float, least: int) -> None:
    found = starts(Process(tuple(events), 11), least, penalty)
    assert found[0] == 0
    assert len(found) == 1 or all(b - a >= least for a, b in pairwise([*found, 11]))
    assert _gain(events, found, 11, penalty) == pytest.approx(_best_of_all(events, 11, least, penalty))


@given(st.lists(st.integers(0, 999), min_size=1, max_size=60).map(sorted), st.floats(0, 8), st.sampled_from([1, 20, 200]))
@settings(max_examples=60, deadline=None)
def test_dropping_starts_loses_nothing(events: list[int], penalty: float, least: int) -> None:
    """Against the plain search, which looks at every start of the last segment."""
    days = [0, *sorted({d for e in events for d in (e, e + 1) if 0 < d < 1000}), 1000]
    best = {0: penalty}
    for stop in days[1:]:
        inside = [value + sum(_terms(events, start, stop)) - penalty for start, value in best.items() if stop - start >= least]
        if inside:
            best[stop] = max(inside)
    found = starts(Process(tuple(events), 1000), least, penalty)
    assert _gain(events, found, 1000, penalty) == pytest.approx(best[1000])


def _terms(events: list[int], start: int, stop: int) -> list[float]:
    inside = [event for event in events if start <= event < stop]
    return [log(len(inside) / (stop - start)) - 1 for _ in inside]


def test_a_cut_by_hand() -> None:
    # Ten events in days 0 to 9, then none until day 100: two segments gain 10·ln 1 − 10·ln 0.1 = 23.0 over one.
    process = Process(tuple(range(10)), 100)
    assert starts(process, 1, 23.0) == [0, 10]
    assert starts(process, 1, 23.1) == [0]
    assert starts(process, 20, 5.0) == [0]  # the ten days are too short, and no later day is next to an event
    assert starts(process, 500, 0.0) == [0]


@pytest.mark.parametrize("events", [0, 1, 2, 3, 9, 10, 57, 400, 12_345])
def test_the_exact_interval_is_that_of_chi_squared(events: int) -> None:
    low, high = exact_interval(events)
    assert low == pytest.approx(scipy.stats.chi2.ppf(0.025, 2 * events) / 2 if events else 0)
    assert high == pytest.approx(scipy.stats.chi2.ppf(0.975, 2 * events + 2) / 2)
    assert exact_interval(0, 0.9) == pytest.approx((0, -log(0.05)))


@pytest.mark.parametrize(("events", "mean"), [(1, 0.01), (1, 5), (4, 4), (40, 20), (40, 90), (10_000, 9_800), (3, 0)])
def test_the_chance_of_so_many_or_more(events: int, mean: float) -> None:
    assert at_least(events, mean) == pytest.approx(scipy.stats.poisson.sf(events - 1, mean), rel=1e-9, abs=1e-300)
    assert at_least(1, 0.5) == pytest.approx(1 - exp(-0.5))
