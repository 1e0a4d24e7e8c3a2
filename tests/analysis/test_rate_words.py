"""What is said of a rate and its change, sentence by sentence."""

from dataclasses import replace

import pytest

from detente.analysis.rate_words import change_in_words, rate_in_words, rates_in_words
from detente.analysis.rates import Change, Lack, Rates, Segment
from tests.domain.records import choose, day

BEFORE = Segment(day("2014-03-01"), day("2015-10-31"), 0, 611, 0.0, 0.0, 1.0)
AFTER = Segment(day("2015-11-01"), day("2016-11-12"), 12, 378, 11.6, 6.0, 20.0)
CHANGE = Change(day("2015-11-01"), day("2015-07-03"), day("2015-12-20"), True)
CHANGED = Rates(
    (BEFORE, AFTER), (CHANGE,), 12, 989, day("2014-03-01"), day("2016-11-13"), True, day("2016-11-13"), None, 1, 1
)  # fmt: skip
NEVER = replace(CHANGED, segments=(AFTER,), changes=(), changes_min=0, changes_max=0)


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (0.0, "none"), (0.04, "0.04"), (0.0999, "0.10"), (0.1, "0.1"), (4.56, "4.6"),
        (19.94, "19.9"), (20.0, "20"), (25.4, "25"), (1234.5, "1,234"),
    ],
)  # fmt: skip
def test_a_rate_has_as_many_figures_as_it_can_bear(rate: float, words: str) -> None:
    assert rate_in_words(rate) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2015-07-03", "2015-07-03", "on 3 July 2015"),
        ("2015-07-03", "2015-09-01", "between 3 July 2015 and 1 September 2015"),  # 60 days
        ("2015-07-03", "2015-09-02", "between July 2015 and September 2015"),
    ],
)
def test_a_change_is_told_by_days_where_they_are_few(earliest: str, latest: str, words: str) -> None:
    assert change_in_words(Change(day(earliest), day(earliest), day(latest), True)) == words


def test_the_latest_change() -> None:
    assert rates_in_words(CHANGED, choose(channels="phone")) == (
        "From November 2015 on about 11.6 calls a year (12 in 378 days), before none in 611 days; "
        "the change lies between July 2015 and December 2015."
    )
    few = replace(CHANGE, earliest=day("2015-10-20"), latest=day("2015-11-02"))
    assert rates_in_words(replace(CHANGED, changes=(few,)), choose()).startswith(
        "From 1 November 2015 on about 11.6 contacts a year"
    )


def test_no_change() -> None:
    assert rates_in_words(NEVER, choose(channels="in-person")) == (
        "No change of rate is found: about 11.6 meetings a year (12 in 378 days) since 1 November 2015."
    )
    assert rates_in_words(replace(NEVER, segments=(BEFORE,)), choose(channels="other")).startswith(
        "No change of rate is found: no contact in 611 days since 1 March 2014."
    )


@pytest.mark.parametrize(
    ("lack", "contacts", "declared", "words"),
    [
        ("no-contact", 0, True, "No letter is on record from which a rate could be counted."),
        ("not-looked-at", 3, True, "None of this time was looked at closely, so that nothing can be said of a rate."),
        (
            "too-few", 1, True,
            "1 letter after the first in 989 days that were looked at is too few to look for a change of rate: ten are needed.",
        ),
        (
            "too-few", 9, False,
            "9 letters after the first in 989 days are too few to look for a change of rate: ten are needed. "
            "Nothing is declared about how far this time was looked at: contacts may be missing, and rates be too low.",
        ),
    ],
)  # fmt: skip
def test_why_nothing_is_said(lack: str, contacts: int, declared: bool, words: str) -> None:
    lacking = replace(NEVER, segments=(), lack=Lack(lack), contacts=contacts, declared=declared)
    assert rates_in_words(lacking, choose(channels="letter")) == words


def _changes(*months: str) -> tuple[Change, ...]:
    return tuple(Change(day(f"{month}-05"), day(f"{month}-05"), day(f"{month}-05"), True) for month in months)


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (["2010-01", "2015-11"], "on 5 November 2015. Earlier changes: January 2010."),
        (
            ["2010-01", "2011-02", "2012-03", "2015-11"],
            "on 5 November 2015. Earlier changes: January 2010, February 2011 and March 2012.",
        ),
        (
            ["2010-01", "2011-02", "2012-03", "2013-04", "2015-11"],
            "on 5 November 2015. 4 earlier changes, the last ones: February 2011, March 2012 and April 2013.",
        ),
    ],
)
def test_earlier_changes_are_named_up_to_three(months: list[str], words: str) -> None:
    told = rates_in_words(replace(CHANGED, changes=_changes(*months)), choose())
    assert told.partition("the change lies ")[2] == words


UNSEEN = "days that were looked at count, and the contacts on them"
HARDLY = " That is less than half: if it was mostly looked at when there was something to see, the rates are too high."


@pytest.mark.parametrize(
    ("exposure", "until", "words"),
    [
        (989, "2016-11-13", ""),  # every day of it
        (988, "2016-11-13", f" Only the 988 of 989 {UNSEEN}."),
        (900, "2016-10-15", f" Only the 900 of 989 {UNSEEN}."),  # 29 days
        (900, "2016-10-14", f" Only the 900 of 989 {UNSEEN}; of the time after 14 October 2016 this says nothing."),
        (495, "2016-11-13", f" Only the 495 of 989 {UNSEEN}."),
        (494, "2016-11-13", f" Only the 494 of 989 {UNSEEN}.{HARDLY}"),
    ],
)
def test_days_that_do_not_count_are_told(exposure: int, until: str, words: str) -> None:
    told = rates_in_words(replace(NEVER, exposure=exposure, until=day(until)), choose())
    assert told.partition("since 1 November 2015.")[2] == words


def test_what_imprecise_dates_leave_open() -> None:
    doubtful = replace(CHANGED, changes=(replace(CHANGE, sure=False),), changes_min=0, changes_max=2)
    assert rates_in_words(doubtful, choose()).partition("December 2015. ")[2] == (
        "Imprecise dates allow for 0 to 2 changes. "
        "The latest may be none: it is not there with such dates at their earliest or latest."
    )
