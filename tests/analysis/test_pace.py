"""Rates, dispersion and the chance of no contact: by hand, and against scipy."""

from datetime import date, timedelta
from random import Random
from statistics import fmean

import numpy as np
import pytest
import scipy
from hypothesis import given
from hypothesis import strategies as st

from detente.analysis.no_contact import chance_of_none, no_contact
from detente.analysis.pace import DAYS_PER_YEAR, Pace, dispersion, pace, size_by_moments
from detente.analysis.silence import standing
from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.gaps import gaps
from detente.domain.silences import silences
from tests.domain.records import choose, contact, day, window

COUNTS = st.lists(st.integers(0, 30), min_size=2, max_size=40).filter(any)


def every(days: int, count: int, first: str = "2020-01-01") -> list[Contact]:
    """So many contacts with so many days between each two."""
    start = date.fromisoformat(first)
    return [contact((start + timedelta(days=days * place)).isoformat(), f"c{place:03}") for place in range(count)]


def of(known: list[Contact], as_of: str, *windows: CoverageWindow, since: str = "") -> Pace:
    selection = choose(as_of, levels="minister")
    found = standing(silences(gaps(known, selection), selection, {}, {}))
    assert found is not None
    return pace(found, windows, selection, day(since) if since else None)


def complete(first: str, last: str) -> CoverageWindow:
    return window("minister", "any", first, last, "complete")


@given(st.floats(0, 300))
def test_chance_of_none_is_that_of_scipy(expected: float) -> None:
    assert chance_of_none(expected) == pytest.approx(scipy.stats.poisson.pmf(0, expected), rel=1e-9, abs=1e-300)


@given(st.floats(0, 300), st.floats(0.01, 500))
def test_chance_of_none_with_clusters_is_that_of_scipy(expected: float, size: float) -> None:
    """scipy's negative binomial has n = k and p = k / (k + λt)."""
    other = scipy.stats.nbinom.pmf(0, size, size / (size + expected))
    assert chance_of_none(expected, size) == pytest.approx(other, rel=1e-6, abs=1e-300)


@given(st.floats(0, 300))
def test_clusters_make_silence_likelier_and_vanish_with_their_size(expected: float) -> None:
    assert chance_of_none(expected, 2) >= chance_of_none(expected, 20) >= chance_of_none(expected)
    assert chance_of_none(expected, 1e9) == pytest.approx(chance_of_none(expected), rel=1e-3, abs=1e-200)


@given(COUNTS)
def test_dispersion_is_variance_over_mean(counts: list[int]) -> None:
    assert dispersion(counts) == pytest.approx(np.var(counts, ddof=1) / np.mean(counts))


def test_dispersion_by_hand() -> None:
    assert dispersion([1, 1, 1, 1]) == 0
    assert dispersion([0, 2, 4]) == 2  # mean 2, variance (4 + 0 + 4) / 2
    with pytest.raises(ValueError, match="0, 0"):
        dispersion([0, 0])


def test_k_by_hand() -> None:
    assert size_by_moments([0, 2, 4]) == 2  # 2² / (4 − 2)
    assert size_by_moments([1, 1, 1]) is None
    assert size_by_moments([1, 2, 3, 2]) is None  # variance 2/3 below the mean of 2


@pytest.mark.parametrize("size", [0.7, 2.0, 6.0])
def test_k_recovers_what_was_planted(size: float) -> None:
    """The median of many estimates from 200 counts each; moments lean upwards, the less the more counts there are."""
    dice = np.random.default_rng(int(size * 10))
    found = [
        size_by_moments([int(c) for c in dice.negative_binomial(size, size / (size + 3), 200)]) or np.inf for _ in range(400)
    ]
    assert float(np.median(found)) == pytest.approx(size, rel=0.12)


def test_a_rate_by_hand() -> None:
    # Twelve contacts, ten days apart from 1 January: eleven in the 110 days after the first. 30 days of silence.
    found = of(every(10, 12), "2020-05-20", complete("2020-01-01", "2020-12-31"))
    assert (found.days, found.contacts, found.silent) == ((110, 110), (11, 11), (30, 30))
    assert found.per_year == pytest.approx((0.1 * DAYS_PER_YEAR,) * 2)
    assert found.counting is not None
    # A window is as long as the silence, at most a tenth of 110 days: eleven days, ten of them, back from 20 April, day 110.
    # Contacts lie on days 110, 100, …, 10; in windows of eleven days each one but the last, 100 to 110, which has two: 111 − 11
    # is day 100. So 2, 1, 1, 1, 1, 1, 1, 1, 1, 1: mean 1.1, variance 0.1.
    assert (found.counting.days, found.counting.windows) == (11, 10)
    assert found.counting.dispersion == pytest.approx((0.1 / 1.1,) * 2)
    assert found.counting.k == (None, None)
    chance = no_contact(found)
    assert chance is not None
    assert not chance.clustered
    assert chance.probability == chance.poisson == pytest.approx((scipy.stats.poisson.pmf(0, 3),) * 2)


def test_windows_are_no_shorter_than_the_mean_gap() -> None:
    found = of(every(10, 21), "2020-07-21", complete("2020-01-01", "2020-12-31"))  # 19 July + 2 days
    assert (found.silent, found.days) == ((2, 2), (200, 200))
    assert found.counting is not None
    assert (found.counting.days, found.counting.windows) == (10, 20)


def test_time_that_was_not_looked_at_is_left_out_with_what_fell_into_it() -> None:
    """Two years of contacts, the first poorly known: its days and its contacts are out, and so is half the silence."""
    known = every(10, 73)  # to 21 December 2021
    looked = complete("2021-01-01", "2022-01-10"), window("minister", "any", "2020-01-01", "2020-12-31", "poor")
    found = of(known, "2022-01-30", *looked)
    in_2021 = [c for c in known if c.date.text.startswith("2021")]
    assert found.contacts == (len(in_2021),) * 2 == (36, 36)
    assert found.days == (355, 355)  # 1 January to 21 December
    assert found.silent == (20, 20)  # of 40 days


def test_where_nothing_is_declared_there_is_no_rate() -> None:
    found = of(every(10, 30), "2021-12-31")
    assert (found.declared, found.per_year, found.counting, no_contact(found)) == (False, None, None, None)
    unknown = of(every(10, 30), "2021-12-31", window("minister", "any", "2020-01-01", "2021-12-31", "unknown"))
    assert (unknown.declared, no_contact(unknown)) == (False, None)


def test_a_silence_that_was_not_looked_at_has_a_rate_before_it_and_no_chance() -> None:
    found = of(every(10, 12), "2020-12-31", complete("2020-01-01", "2020-04-20"))
    assert found.per_year is not None
    assert found.silent == (0, 0)
    assert no_contact(found) is None


def test_nine_contacts_in_looked_at_time_are_too_few() -> None:
    nine = of(every(10, 10), "2020-12-31", complete("2020-01-01", "2020-12-31"))
    assert (nine.contacts, nine.enough, nine.per_year, no_contact(nine)) == ((9, 9), False, None, None)
    assert of(every(10, 11), "2020-12-31", complete("2020-01-01", "2020-12-31")).enough


def test_all_on_one_day_leave_no_time_for_a_rate() -> None:
    found = of(
        [contact("2020-01-01", f"c{place:02}") for place in range(12)], "2020-12-31", complete("2019-01-01", "2020-12-31")
    )
    assert (found.days, found.per_year, no_contact(found)) == ((0, 0), None, None)


def test_a_baseline_begins_where_it_is_told() -> None:
    found = of(every(10, 30), "2020-12-31", complete("2020-01-01", "2020-12-31"), since="2020-04-10")
    assert found.days == (191, 191)  # 21 days of April, 31, 30, 31, 31, 30 and 17 of October, the day of the last contact
    assert found.contacts == (20, 20)


def test_a_month_that_is_only_partly_looked_at_makes_an_interval() -> None:
    known = [*every(10, 15), contact("2020-06", "c900"), contact("2020-08-01", "c901")]
    found = of(known, "2020-09-15", complete("2020-01-01", "2020-06-15"), complete("2020-07-01", "2020-12-31"))
    assert found.contacts == (15, 16)  # June may or may not lie in its first half
    assert found.per_year is not None
    assert found.per_year[0] < found.per_year[1]
    chance = no_contact(found)
    assert chance is not None
    assert chance.probability[0] < chance.probability[1]


@pytest.mark.parametrize("number", range(20))
def test_the_chance_is_a_share_and_the_interval_is_in_order(number: int) -> None:
    dice = Random(number)
    days = sorted(dice.sample(range(900), 40))
    start = date(2020, 1, 1)
    forms = [(start + timedelta(days=place)).isoformat() + dice.choice(["", "", "~"]) for place in days]
    found = of([contact(when, f"c{n:03}") for n, when in enumerate(forms)], "2023-06-30", complete("2020-03-01", "2023-03-31"))
    chance = no_contact(found)
    assert chance is not None
    assert 0 <= chance.probability[0] <= chance.probability[1] <= 1
    assert chance.poisson[0] <= chance.probability[0]
    assert found.counting is not None
    assert found.counting.windows >= 10
    assert found.counting.days * found.counting.windows <= found.days[1]


def test_a_poisson_record_has_a_dispersion_of_one() -> None:
    """Two hundred records at random: the mean index is 1 within its error."""
    dice = Random(7)
    found = []
    for _ in range(200):
        places = sorted(dice.sample(range(1, 4000), 60))
        start = date(2010, 1, 1)
        known = [contact((start + timedelta(days=place)).isoformat(), f"c{n:03}") for n, place in enumerate(places)]
        counting = of(known, "2021-06-30", complete("2010-01-01", "2021-12-31")).counting
        assert counting is not None
        found.append(counting.dispersion[0])
    assert fmean(found) == pytest.approx(1, abs=4 * float(np.std(found)) / 200**0.5 + 0.02)
