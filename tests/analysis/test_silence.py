"""Each estimate against another hand's, and the small cases by hand."""

import math
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest

from detente.analysis.silence import LEAST_GAPS, Quantile, Standing, Step, quantile, standing, survival
from detente.domain.contacts import Contact
from detente.domain.gaps import gaps
from detente.domain.silences import Silence, silences
from detente.domain.vocabulary import By
from tests.domain.records import choose, contact

WIDTH = NormalDist().inv_cdf(0.975)


def _sample(number: int) -> tuple[list[int], list[int]]:
    """Lengths that ended and lengths that go on: with ties and zeros, every other time exactly one that goes on."""
    dice = Random(number)
    scale = dice.choice([2, 8, 40, 400])
    ended = [int(dice.expovariate(1 / scale)) for _ in range(dice.randint(1, 60))]
    running = [int(dice.expovariate(1 / scale)) for _ in range(1 if number % 2 else dice.randint(0, 20))]
    return ended, running


def _oracle(ended: list[int], running: list[int]) -> Any:
    from statsmodels.duration.survfunc import SurvfuncRight  # takes seconds, in every process that collects the tests

    return SurvfuncRight([*ended, *running], [1] * len(ended) + [0] * len(running))


def _log_log(share: float, error: float) -> tuple[float, float]:
    """The interval from the error of the share itself, as lifelines words it."""
    middle, width = math.log(-math.log(share)), WIDTH * error / (share * -math.log(share))
    return math.exp(-math.exp(middle + width)), math.exp(-math.exp(middle - width))


def _expected(ended: list[int], running: list[int], p: float) -> Quantile:
    """What statsmodels gives; it asks for less than 1 − p where we ask for no more, hence a hair less of p."""
    other = _oracle(ended, running)
    with np.errstate(divide="ignore", invalid="ignore"):  # it takes logarithms of a share of 0
        days, (low, high) = other.quantile(p - 1e-9), other.quantile_ci(p - 1e-9, method="cloglog")
    passed_over = math.isnan(low) and not math.isnan(days) and other.surv_prob[list(other.surv_times).index(days)] > 0
    if passed_over:  # the one thing it leaves undefined where R and lifelines do not
        low = high = days
    return Quantile(*(None if math.isnan(value) or math.isinf(value) else int(value) for value in (days, low, high)))


@pytest.mark.parametrize("number", range(200))
def test_curve_interval_and_quantiles_are_those_of_statsmodels(number: int) -> None:
    ended, running = _sample(number)
    curve, other = survival(ended, running), _oracle(ended, running)
    assert [step.days for step in curve.steps] == list(other.surv_times)
    assert [step.at_risk for step in curve.steps] == list(other.n_risk)
    assert [step.ended for step in curve.steps] == list(other.n_events)
    assert [step.share for step in curve.steps] == pytest.approx(list(other.surv_prob))
    for step, error in zip(curve.steps, other.surv_prob_se, strict=True):
        if step.share == 0:
            assert (step.low, step.high) == (None, None)
        else:
            assert (step.low, step.high) == pytest.approx(_log_log(step.share, error))
    for p in (0.1, 0.25, 0.5, 0.75, 0.9):
        assert quantile(curve, p) == _expected(ended, running, p)


def test_a_curve_by_hand() -> None:
    curve = survival([0, 12, 5, 0, 5], [7])
    # Day 0: 2 of 6 end, 2/3 go on. Day 5: 2 of 4, 1/3. One is lost to sight on day 7. Day 12: the last ends.
    # Greenwood: 2/(6·4) = 1/12, and with 2/(4·2) it is 1/3. On the log-log scale of ⅔: ln ⅔ = −0.4055, √(1/12)/0.4055 = 0.7120,
    # e^(1.96·0.7120) = 4.037: e^(−0.4055·4.037) = 0.195 to e^(−0.4055/4.037) = 0.904. Of ⅓: factor 2.801, 0.046 to 0.676.
    assert [(step.days, step.at_risk, step.ended) for step in curve.steps] == [(0, 6, 2), (5, 4, 2), (12, 1, 1)]
    assert [step.share for step in curve.steps] == pytest.approx([2 / 3, 1 / 3, 0])
    assert [step.low for step in curve.steps[:2]] == pytest.approx([0.195, 0.046], abs=5e-4)
    assert [step.high for step in curve.steps[:2]] == pytest.approx([0.904, 0.676], abs=5e-4)
    assert curve.steps[2] == Step(12, 1, 1, 0.0, None, None)
    assert [curve.share_after(days) for days in (0, 4, 5, 11, 12, 99)] == pytest.approx([2 / 3, 2 / 3, 1 / 3, 1 / 3, 0, 0])
    assert quantile(curve, 0.5) == Quantile(5, 0, 12)  # the bands of day 0 and of day 5 hold one half
    assert quantile(curve, 0.9) == Quantile(12, 5, 12)  # only that of day 5 holds one tenth


def test_half_of_four_have_ended_with_the_second() -> None:
    assert quantile(survival([1, 2, 3, 4], []), 0.5).days == 2


def test_what_is_censored_on_a_day_was_at_risk_on_it() -> None:
    assert survival([3], [3]).steps == survival([3], [9]).steps
    assert survival([3], [2]).steps[0].at_risk == 1


def test_a_quantile_that_is_not_reached() -> None:
    assert quantile(survival([1], [9, 9, 9]), 0.5).days is None
    assert quantile(survival([], [9]), 0.5) == Quantile(None, None, None)


def test_a_band_that_passes_over_the_share_leaves_one_day() -> None:
    assert quantile(survival([1] * 300 + [2] * 300 + [3] * 300, []), 0.5) == Quantile(2, 2, 2)


def found(contacts: list[Contact], as_of: str = "2025-12-31", by: By = By.OFFICE, **choice: str) -> list[Silence]:
    selection = replace(choose(as_of, **choice), by=by)
    return silences(gaps(contacts, selection), selection, {}, {})


def stands(contacts: list[Contact], as_of: str = "2025-12-31", by: By = By.OFFICE) -> Standing:
    answer = standing(found(contacts, as_of, by))
    assert answer is not None
    return answer


def after(*lengths: int) -> list[Contact]:
    """Contacts from 2020-01-01 on with these gaps between them, in days."""
    when = [date(2020, 1, 1) + timedelta(days=sum(lengths[:count])) for count in range(len(lengths) + 1)]
    return [contact(day.isoformat(), f"c{place:02}") for place, day in enumerate(when)]


def test_without_an_open_silence_there_is_nothing_to_rank() -> None:
    assert standing([]) is None
    assert standing(found(after(10, 20), period_to="2020-01-15")) is None
    assert standing(silence for silence in found(after(10)) if not silence.gap.open) is None


def test_an_open_silence_alone() -> None:
    answer = stands([contact("2025-12-01")])
    assert (answer.n_gaps, answer.longer_than, answer.longer_than_max, answer.last_longer) == (0, 0, 0, None)
    assert (answer.median, answer.p90, answer.curves) == (None, None, None)
    assert answer.silence.gap.days_min == 30


def test_one_completed_gap() -> None:
    answer = stands(after(10), as_of="2020-01-31")  # open since 11 January: 20 days
    assert (answer.n_gaps, answer.longer_than, answer.longer_than_max, answer.last_longer) == (1, 1, 1, None)


def test_the_last_longer_one_is_the_latest_that_lasted_as_long() -> None:
    answer = stands(after(50, 5, 20, 5, 30, 5), as_of="2020-05-15")  # open since 25 April, day 115: 20 days
    assert answer.silence.gap.days_min == 20
    assert (answer.n_gaps, answer.longer_than, answer.longer_than_max) == (6, 3, 3)
    assert answer.last_longer is answer.completed[4]
    shorter = stands(after(50, 5, 20, 5), as_of="2020-04-10")  # open since 21 March: 20 days, as long as the third
    assert shorter.last_longer is shorter.completed[2]


def test_nine_completed_gaps_make_no_curve_and_ten_do() -> None:
    nine, ten = stands(after(*range(1, 10))), stands(after(*range(1, 11)))
    assert nine.n_gaps == 9 < LEAST_GAPS == 10
    assert (nine.median, nine.p90, nine.curves) == (None, None, None)
    assert ten.curves is not None
    shortest, longest = ten.curves
    assert shortest == longest == survival(range(1, 11), [ten.silence.gap.days_min])
    # Eleven in all: after day 5 6/11 go on, after day 6 5/11; after day 9 2/11, after day 10 1/11.
    assert ten.median == (quantile(shortest, 0.5),) * 2
    assert ten.median[0].days == 6
    assert ten.p90 is not None
    assert (ten.p90[0].days, ten.p90[0].high) == (10, None)


def test_the_open_silence_counts_only_for_as_long_as_it_has_lasted() -> None:
    answer = stands(after(*[5] * 5, *[50] * 5), as_of="2020-10-12")  # open since 2 October, day 275: 10 days
    assert answer.silence.gap.days_min == 10
    assert answer.curves is not None
    assert [(step.days, step.at_risk, step.ended) for step in answer.curves[0].steps] == [(5, 11, 5), (50, 5, 5)]


def test_all_on_one_day() -> None:
    answer = stands([contact("2020-01-01", f"c{place:02}") for place in range(12)], as_of="2020-01-01")
    assert (answer.n_gaps, answer.longer_than, answer.longer_than_max) == (11, 0, 0)
    assert answer.last_longer is answer.completed[-1]
    assert answer.curves is not None
    assert [(step.days, step.at_risk, step.ended) for step in answer.curves[0].steps] == [(0, 12, 11)]
    assert answer.curves[0].share_after(0) == pytest.approx(1 / 12)
    assert answer.median is not None
    assert answer.median[0].days == 0


def test_dates_known_to_the_month() -> None:
    answer = stands([contact("2025-01-01"), contact("2025-02"), contact("2025-04-01"), contact("2025-06")], as_of="2025-07-31")
    # 31 to 58 days; 32 to 59; 61 to 90; open since some day of June: 31 to 60.
    assert [(gap.days_min, gap.days_max) for gap in answer.completed] == [(31, 58), (32, 59), (61, 90)]
    assert (answer.silence.gap.days_min, answer.silence.gap.days_max) == (31, 60)
    assert (answer.longer_than, answer.longer_than_max) == (0, 2)
    assert answer.last_longer is answer.completed[2]


def test_imprecise_dates_make_two_curves() -> None:
    months = [contact(f"2020-{month:02}") for month in range(1, 13)]
    answer = stands(months, as_of="2021-02-01")
    assert answer.curves is not None
    shortest, longest = answer.curves
    # From one month to the next 1 day at the least, and a day less than both together at the most: with February 59,
    # July and August 61, else 60.
    assert [(step.days, step.ended) for step in shortest.steps] == [(1, 11)]
    assert [(step.days, step.ended) for step in longest.steps] == [(59, 2), (60, 8), (61, 1)]
    assert answer.median is not None
    assert tuple(found.days for found in answer.median) == (1, 60)


def test_by_person_only_the_gaps_of_the_same_two_people_count() -> None:
    record = [
        contact("2020-01-01", "a", people="FRA=Parly, RUS=Shoigu"),
        contact("2020-03-01", "b", people="FRA=Parly, RUS=Shoigu"),
        contact("2022-06-01", "c", people="FRA=Lecornu, RUS=Shoigu"),
        contact("2022-06-11", "d", people="FRA=Lecornu, RUS=Shoigu"),
        contact("2024-01-01", "e", people="FRA=Lecornu, RUS=Shoigu"),
    ]
    answer = stands(record, as_of="2024-04-10", by=By.PERSON)  # 100 days since e
    assert answer.silence.gap.previous.contact_id == "e"
    assert answer.silence.gap.persons == (("FRA", "Lecornu"), ("RUS", "Shoigu"))
    assert [gap.days_min for gap in answer.completed] == [10, 569]
    assert (answer.longer_than, answer.last_longer) == (1, answer.completed[1])
