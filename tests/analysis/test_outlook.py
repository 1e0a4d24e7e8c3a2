"""What became of silences as long as this one: by hand, and against statsmodels, which enters each where the other stands."""

from datetime import date, timedelta
from random import Random

import pytest

from detente.analysis.outlook import AHEAD, longer_than_any, outlooks
from detente.analysis.silence import Standing, standing
from detente.domain.contacts import Contact
from detente.domain.gaps import gaps
from detente.domain.silences import silences
from tests.domain.records import choose, contact


def after(*lengths: int, open_for: int) -> Standing:
    """Contacts from 2000 on with these gaps between them, in days, and one that is still open."""
    when = [date(2000, 1, 1) + timedelta(days=sum(lengths[:count])) for count in range(len(lengths) + 1)]
    known = [contact(day.isoformat(), f"c{place:03}") for place, day in enumerate(when)]
    return of(known, (when[-1] + timedelta(days=open_for)).isoformat())


def of(known: list[Contact], as_of: str) -> Standing:
    selection = choose(as_of)
    found = standing(silences(gaps(known, selection), selection, {}, {}))
    assert found is not None
    return found


def test_by_hand() -> None:
    # Six of twelve lasted longer than 50 days: 60, 70, 100, 140, 200, 300. After 80 days 4 of them, after 140 two, after 230 one.
    found = outlooks(after(1, 2, 3, 4, 5, 6, 60, 70, 100, 140, 200, 300, open_for=50))
    assert [outlook.days for outlook in found] == [30, 90, 180] == list(AHEAD)
    assert [outlook.rests_on for outlook in found] == [(6, 6)] * 3
    shares = [outlook.shares for outlook in found]
    assert shares == [pytest.approx((4 / 6, 4 / 6)), pytest.approx((2 / 6, 2 / 6)), pytest.approx((1 / 6, 1 / 6))]


def test_beyond_the_longest_there_is_no_share() -> None:
    found = outlooks(after(*range(1, 10), 130, open_for=100))
    assert [(outlook.shares, outlook.beyond) for outlook in found[1:]] == [(None, True), (None, True)]  # 190 and 280 days
    assert found[0].beyond  # at 130 days the longest had ended: none lasted longer
    assert [outlook.beyond for outlook in outlooks(after(*range(1, 10), 131, open_for=100))] == [False, True, True]


def test_longer_than_anything_on_record() -> None:
    stands = after(*range(1, 11), open_for=11)
    assert longer_than_any(stands)
    assert [(outlook.shares, outlook.rests_on) for outlook in outlooks(stands)] == [(None, (0, 0))] * 3
    assert not longer_than_any(after(*range(1, 11), open_for=10))
    assert not longer_than_any(of([contact("2020-01-01")], "2020-02-01"))


def test_nine_gaps_have_no_outlook() -> None:
    assert outlooks(after(*range(1, 10), open_for=3)) == ()


def test_imprecise_dates_make_an_interval() -> None:
    known = [contact(f"{year}-01") for year in range(2000, 2012)]  # 335 or 336 to 395 or 396 days
    found = outlooks(of(known, "2011-12-31"))  # 334 to 364 days
    assert [outlook.shares is None for outlook in found] == [True, True, True]
    assert found[0].rests_on == (11, 11)
    short = outlooks(of(known, "2011-11-15"))  # 288 to 318 days: 30 more are 318 or 348
    assert short[0].shares == pytest.approx((1.0, 1.0))


@pytest.mark.parametrize("number", range(60))
def test_the_share_is_that_of_those_at_risk(number: int) -> None:
    from statsmodels.duration.survfunc import SurvfuncRight  # takes seconds, in every process that collects the tests

    dice = Random(number)
    lengths = [int(dice.expovariate(1 / dice.choice([20, 80, 300]))) for _ in range(dice.randint(10, 50))]
    open_for = dice.choice([0, 5, 20, 60, 200])
    for outlook in outlooks(after(*lengths, open_for=open_for)):
        longer = [length for length in lengths if length > open_for]
        assert outlook.rests_on == (len(longer), len(longer))
        if not longer or max(longer) <= open_for + outlook.days:
            assert outlook.beyond
            continue
        other = SurvfuncRight(longer, [1] * len(longer), entry=[open_for] * len(longer))
        last = [share for days, share in zip(other.surv_times, other.surv_prob, strict=True) if days <= open_for + outlook.days]
        expected = last[-1] if last else 1.0
        assert outlook.shares == pytest.approx((expected, expected))
