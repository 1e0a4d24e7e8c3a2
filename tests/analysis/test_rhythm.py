"""Burstiness against its limits and by hand, memory against numpy."""

from random import Random
from statistics import fmean, pstdev

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.rhythm import burstiness, memory, rhythm
from detente.domain.gaps import Gap, gaps
from tests.domain.records import choose, contact

LENGTHS = st.lists(st.integers(0, 5000), min_size=3, max_size=40)


@pytest.mark.parametrize("count", [2, 10, 11, 50])
def test_alike_is_the_lower_limit(count: int) -> None:
    assert burstiness([30] * count) == pytest.approx(-1)


@pytest.mark.parametrize("count", [2, 10, 11, 50])
def test_all_in_one_gap_is_the_upper_limit(count: int) -> None:
    assert burstiness([0] * (count - 1) + [900]) == pytest.approx(1)


@pytest.mark.parametrize("count", [10, 20, 80])
def test_random_spacings_have_none_in_expectation(count: int) -> None:
    """Contacts thrown at random into a stretch of time: (σ/μ)² is (n − 1)/(n + 1) on average, and there the figure is 0.

    Its own average lies a little lower, the less the more gaps there are; that of Goh and Barabási lies far lower.
    """
    dice = Random(count)
    thrown = [[dice.expovariate(1.0) for _ in range(count)] for _ in range(3000)]
    ratios = [pstdev(lengths) / fmean(lengths) for lengths in thrown]
    squares = [ratio**2 for ratio in ratios]
    assert fmean(squares) == pytest.approx((count - 1) / (count + 1), abs=4 * pstdev(squares) / 3000**0.5)
    regular, gap = (count - 1) ** 0.5, (count + 1) ** 0.5
    # lengths of this ratio: all alike but for one half above and one half below the mean by as much
    spread = regular / gap
    assert burstiness([1 + spread, 1 - spread] * (count // 2)) == pytest.approx(0, abs=1e-9)
    mean = fmean(burstiness(lengths) or 0.0 for lengths in thrown)
    plain = fmean((ratio - 1) / (ratio + 1) for ratio in ratios)
    assert -0.01 - 0.3 / count < mean < 0
    assert plain < 1.5 * mean


def test_by_hand() -> None:
    # Gaps of 1, 1 and 4 days: mean 2, population variance (1 + 1 + 4)/3 = 2, r = √2/2 = 0.7071. n = 3: √4 = 2, √2 = 1.4142.
    # (2 · 0.7071 − 1.4142) / (0 · r + 1.4142) = 0.
    assert burstiness([1, 1, 4]) == pytest.approx(0, abs=1e-12)
    # 0, 0, 0 and 8: mean 2, variance 12, r = √3: the upper limit for four. 2, 2, 2 and 6: mean 3, variance 3, r = 0.57735;
    # (2.23607 · 0.57735 − 1.73205) / (0.23607 · 0.57735 + 1.73205) = −0.44106 / 1.86834.
    assert burstiness([2, 2, 2, 6]) == pytest.approx(-0.23607, abs=1e-5)


def test_what_cannot_be_said() -> None:
    assert burstiness([]) is None
    assert burstiness([5]) is None
    assert burstiness([0, 0, 0]) is None
    assert memory([1, 2]) is None
    assert memory([3, 3, 3, 3]) is None
    assert memory([3, 3, 3, 4]) is None  # the first three are alike


@given(LENGTHS)
def test_burstiness_keeps_to_its_limits_and_knows_no_unit(lengths: list[int]) -> None:
    found = burstiness(lengths)
    if any(lengths):
        assert found is not None
        assert -1 - 1e-9 <= found <= 1 + 1e-9
        assert burstiness([7 * length for length in lengths]) == pytest.approx(found)
    else:
        assert found is None


@given(LENGTHS)
def test_memory_is_the_correlation_of_neighbours(lengths: list[int]) -> None:
    found = memory(lengths)
    if len(set(lengths[:-1])) == 1 or len(set(lengths[1:])) == 1:
        assert found is None
    else:
        assert found == pytest.approx(np.corrcoef(lengths[:-1], lengths[1:])[0, 1], abs=1e-9)


def _gaps(*dates: str) -> list[Gap]:
    return [gap for gap in gaps([contact(when) for when in dates], choose()) if not gap.open]


def test_nine_gaps_have_no_rhythm_and_ten_have() -> None:
    days = [f"2020-01-{day:02}" for day in (1, 2, 4, 7, 8, 12, 13, 17, 20, 26, 31)]
    assert rhythm(_gaps(*days[:10])) is None
    found = rhythm(_gaps(*days))
    assert found is not None
    lengths = [1, 2, 3, 1, 4, 1, 4, 3, 6, 5]
    assert found.burstiness == (burstiness(lengths),) * 2
    assert found.memory == (memory(lengths),) * 2


def test_dates_known_to_the_month_make_an_interval() -> None:
    found = rhythm(_gaps(*(f"2020-{month:02}" for month in range(1, 12))))
    assert found is not None
    assert found.burstiness is not None
    # At their shortest all are 1 day; at their longest 59 to 61.
    assert found.burstiness[0] == pytest.approx(-1)
    assert -1 < found.burstiness[1] < -0.95
    assert found.memory is None  # all alike at their shortest


def test_all_on_one_day_have_no_rhythm() -> None:
    dates = [contact("2020-01-01", f"c{place:02}") for place in range(12)]
    found = rhythm([gap for gap in gaps(dates, choose()) if not gap.open])
    assert found is not None
    assert (found.burstiness, found.memory) == (None, None)
