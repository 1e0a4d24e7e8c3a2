"""Changes that were planted are found, no others; and what a small or unseen record must not be made to say."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate
from math import log, sqrt
from random import Random

import pytest
import scipy

from detente.analysis.rates import (
    LEAST_DAYS,
    Change,
    Lack,
    Rates,
    contact_rates,
    penalty,
    since_last_change,
)
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import UncertainDate, exact_day, parse
from detente.domain.days import Day
from tests.domain.records import choose, day, window

START = day("2000-01-01")


def _drawn(dice: Random, plan: Sequence[tuple[float, int]]) -> Iterator[Day]:
    """A contact on the first day, then those of a Poisson process: contacts a year, for so many days."""
    begin = START
    yield begin
    for rate, days in plan:
        moment = begin + dice.expovariate(rate / 365.25)
        while moment < begin + days:
            yield int(moment)
            moment += dice.expovariate(rate / 365.25)
        begin += days


def _found(plan: Sequence[tuple[float, int]], runs: int) -> list[Rates]:
    as_of = date.fromordinal(START + sum(days for _, days in plan) - 1).isoformat()
    return [contact_rates([exact_day(when) for when in _drawn(Random(seed), plan)], choose(as_of), []) for seed in range(runs)]


@pytest.mark.parametrize(
    ("plan", "right", "days"),
    [
        ([(6, 2922), (1, 2922)], 0.9, 180),
        ([(10, 1500), (0.3, 1500)], 0.9, 60),
        ([(2, 3000), (10, 1000)], 0.8, 90),
        ([(20, 1800), (5, 1800), (20, 1800)], 0.9, 60),
    ],
)
def test_planted_changes_are_found(plan: list[tuple[float, int]], right: float, days: int) -> None:
    """In at least this share of the runs as many as were planted; half of them within so many days, nine in ten in their interval."""
    runs = 40
    planted = [START + total for total in accumulate(length for _, length in plan)][:-1]
    as_many = [rates for rates in _found(plan, runs) if len(rates.changes) == len(planted)]
    assert len(as_many) >= right * runs
    pairs = [(change, true) for rates in as_many for change, true in zip(rates.changes, planted, strict=True)]
    assert sum(abs(change.day - true) <= days for change, true in pairs) >= len(pairs) / 2
    assert sum(change.earliest <= true <= change.latest for change, true in pairs) >= 0.9 * len(pairs)


@pytest.mark.parametrize(("rate", "share"), [(2, 0.85), (6, 0.93), (20, 0.95)])
def test_a_constant_rate_is_one_segment(rate: float, share: float) -> None:
    """20, 60 and 200 contacts in ten years: the more there are, the rarer a change that is none."""
    found = _found([(rate, 3653)], 60)
    assert sum(not rates.changes for rates in found) >= share * len(found)


def test_segments_by_hand() -> None:
    """Twenty contacts, each 30 days after the last, then four, each 300 days after the last, then 299 days of silence."""
    days = [START + 30 * number for number in range(21)]
    days += [days[-1] + 300 * number for number in range(1, 5)]
    as_of = date.fromordinal(days[-1] + 299).isoformat()
    rates = contact_rates(map(exact_day, days), choose(as_of), [])
    before, after = rates.segments
    # The first contact opens the count: 24 of 25 are counted, in 600 + 1,499 days.
    assert (rates.contacts, rates.exposure, rates.lack) == (24, 2099, None)
    assert (before.first, before.last, before.contacts, before.exposure) == (START + 1, START + 600, 20, 600)
    assert (after.first, after.last, after.contacts, after.exposure) == (START + 601, days[-1] + 299, 4, 1499)
    assert before.rate == pytest.approx(20 / 600 * 365.25)
    assert after.low == pytest.approx(scipy.stats.chi2.ppf(0.025, 8) / 2 / 1499 * 365.25)
    assert after.high == pytest.approx(scipy.stats.chi2.ppf(0.975, 10) / 2 / 1499 * 365.25)
    assert since_last_change(rates) == START + 601
    assert rates.last_change == rates.changes[0]
    assert (rates.changes_min, rates.changes_max) == (1, 1)


def test_the_interval_of_a_change_is_that_of_its_profile_likelihood() -> None:
    days = [START + 20 * number for number in range(16)] + [START + 300 + 130 * number for number in range(1, 9)]
    as_of = days[-1] + 60
    rates = contact_rates(map(exact_day, days), choose(date.fromordinal(as_of).isoformat()), [])
    (change,) = rates.changes

    def likelihood(first: Day) -> float:
        """Of a new rate from ``first`` on, day by day."""
        total = 0.0
        for low, high in ((START + 1, first), (first, as_of + 1)):
            count = sum(low <= when < high for when in days)
            total += count * log(count / (high - low)) if count else 0.0
        return total

    allowed = range(START + 1 + LEAST_DAYS, as_of + 1 - LEAST_DAYS + 1)
    assert change.day == max(allowed, key=likelihood)
    inside = [when for when in allowed if likelihood(when) >= likelihood(change.day) + log(1 - sqrt(0.95))]
    assert (change.earliest, change.latest) == (inside[0], inside[-1])


def test_the_penalty_is_one_and_a_half_times_the_logarithm() -> None:
    assert penalty(100) == pytest.approx(6.907755)


def _regular(first: Day, last: Day, every: int) -> list[UncertainDate]:
    return [exact_day(when) for when in range(first, last + 1, every)]


SEEN_TWICE: list[CoverageWindow] = [
    window("minister", "any", "2000-01-01", "2003-12-31", "complete"),
    window("minister", "any", "2004-01-01", "2009-12-31", "poor"),
    window("minister", "any", "2010-01-01", "2013-12-31", "fair"),
]


def test_time_that_was_not_looked_at_is_no_time_without_contacts() -> None:
    """Contacts every 60 days where somebody looked, every 600 where hardly anybody did: one rate, of 1,461 + 1,460 days."""
    known = [
        *_regular(day("2000-01-01"), day("2003-12-31"), 60),
        *_regular(day("2004-03-01"), day("2009-12-31"), 600),
        *_regular(day("2010-01-15"), day("2013-12-31"), 60),
    ]
    chosen = choose("2013-12-31", levels="minister")
    rates = contact_rates(known, chosen, SEEN_TWICE)
    (only,) = rates.segments
    assert (only.first, only.last) == (day("2000-01-02"), day("2013-12-31"))
    assert (rates.exposure, rates.contacts) == (1460 + 1461, 24 + 25)
    assert rates.declared
    undeclared = contact_rates(known, chosen, [])
    assert len(undeclared.segments) == 3
    assert not undeclared.declared


def test_a_change_while_nobody_looked_may_lie_anywhere_in_that_time() -> None:
    known = [*_regular(day("2000-01-01"), day("2003-12-31"), 20), *_regular(day("2010-01-15"), day("2013-12-31"), 200)]
    (change,) = contact_rates(known, choose("2013-12-31", levels="minister"), SEEN_TWICE).changes
    assert change.earliest <= day("2004-01-01")
    assert change.latest >= day("2010-01-01")
    assert change.day == day("2010-01-16")  # the day after a contact, the least favourable to the lower rate, is left out of it


def test_time_declared_unknown_counts_only_where_nothing_else_is_declared() -> None:
    known = _regular(day("2000-01-01"), day("2005-12-31"), 60)
    unknown = [window("minister", "any", "2000-01-01", "2005-12-31", "unknown")]
    poor = [window("minister", "any", "2000-01-01", "2005-12-31", "poor")]
    chosen = choose("2005-12-31", levels="minister")
    assert contact_rates(known, chosen, unknown) == contact_rates(known, chosen, [])
    assert contact_rates(known, chosen, poor).lack is Lack.NOT_LOOKED_AT
    half = [window("minister", "any", "2003-01-01", "2005-12-31", "complete")]
    assert contact_rates(known, chosen, half).exposure == 365 * 3 + 1


@pytest.mark.parametrize(
    ("dates", "lack"),
    [
        ([], Lack.NO_CONTACT),
        (["2020-01-01"], Lack.TOO_FEW),
        (["2020-01-01", "2020-05-01", "2021-01-01"], Lack.TOO_FEW),
        (["2020-01-01"] * 40, Lack.TOO_FEW),
        ([f"2020-01-{number:02d}" for number in range(1, 11)], Lack.TOO_FEW),
        (["2025-12-31"] * 12, Lack.NO_CONTACT),
    ],
)
def test_too_few_contacts_make_no_segment(dates: list[str], lack: Lack) -> None:
    rates = contact_rates(map(parse, dates), choose(), [])
    assert (rates.lack, rates.segments, rates.changes, since_last_change(rates)) == (lack, (), (), None)


def test_many_contacts_on_one_day_are_no_segment_of_their_own() -> None:
    days = sorted(
        [*_regular(day("2010-01-01"), day("2020-01-01"), 100), *[parse("2015-03-01")] * 12], key=lambda d: d.first_day
    )
    rates = contact_rates(days, choose("2020-01-01"), [])
    assert rates.segments
    assert all(segment.exposure >= LEAST_DAYS for segment in rates.segments)


def test_imprecise_dates_widen_what_is_said() -> None:
    """The same record to the day and to the month: the change may lie in more days, and the month holds what the day says."""
    months = [f"{year}-{month:02d}" for year in range(2010, 2014) for month in range(1, 13)]
    months += [f"{year}-06" for year in range(2014, 2021)]
    exact = contact_rates([parse(f"{month}-15") for month in months], choose("2020-12-31"), [])
    rough = contact_rates(map(parse, months), choose("2020-12-31"), [])
    (sharp,), (wide,) = exact.changes, rough.changes
    assert wide.earliest < sharp.earliest
    assert wide.latest > sharp.latest
    assert wide.sure
    assert [segment.contacts for segment in rough.segments] == [segment.contacts for segment in exact.segments]


def test_a_change_that_hangs_on_imprecise_dates_is_not_sure() -> None:
    """Eight contacts some time in seven years: all in the middle of them, the fall comes after that; all at the start, long before."""
    vague = [parse("[2013-01-01..2019-12-31]")] * 8
    rates = contact_rates([*_regular(day("2010-01-01"), day("2014-12-31"), 60), *vague], choose("2020-12-31"), [])
    (change,) = rates.changes
    assert change.day == day("2016-07-02")
    assert not change.sure
    assert rates.changes_min < rates.changes_max


def test_a_period_begins_with_itself_where_the_record_ran_before() -> None:
    known = _regular(day("2010-01-01"), day("2020-12-31"), 50)
    cut = contact_rates(known, choose(period_from="2015-01-01", period_to="2018-12-31"), [])
    assert (cut.first, cut.last, cut.exposure) == (day("2015-01-01"), day("2018-12-31"), 365 * 4 + 1)
    assert cut.contacts == sum(day("2015-01-01") <= when.first_day <= day("2018-12-31") for when in known)
    whole = contact_rates(known, choose(period_from="2000-01-01"), [])
    assert (whole.first, whole.last) == (day("2010-01-02"), day("2025-12-31"))


def test_a_long_record_is_cut_in_seconds() -> None:
    """Thirty thousand contacts in thirty years; the plain search would look at sixty million starts."""
    dice = Random(5)
    days = sorted(dice.randrange(START, START + 11_000) for _ in range(30_000))
    rates = contact_rates(map(exact_day, days), choose(date.fromordinal(START + 11_000).isoformat()), [])
    assert rates.contacts > 29_990
    assert len(rates.segments) == 1


def test_a_change_has_its_bounds_in_order() -> None:
    for rates in _found([(8, 1500), (2, 1500)], 20):
        for change in rates.changes:
            assert isinstance(change, Change)
            assert change.earliest <= change.day <= change.latest


def test_the_interval_of_a_segment_holds_those_of_every_placement() -> None:
    months = [f"{year}-{month:02d}" for year in range(2010, 2014) for month in range(1, 13)]
    months += [f"{year}-06" for year in range(2014, 2021)]
    rough = contact_rates(map(parse, months), choose("2020-12-31"), [])
    for on in ("01", "28"):
        exact = contact_rates([parse(f"{month}-{on}") for month in months], choose("2020-12-31"), [])
        assert len(exact.segments) == len(rough.segments) == 2
        for wide, sharp in zip(rough.segments, exact.segments, strict=True):
            assert wide.low <= sharp.low
            assert sharp.high <= wide.high
