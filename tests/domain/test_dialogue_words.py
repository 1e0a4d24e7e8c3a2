"""How a dialogue, its rhythm and its occasions are said."""

from dataclasses import replace
from datetime import date

import pytest

from detente.domain.coverage import Observed
from detente.domain.dialogue_words import (
    due_in_words,
    due_text,
    followed_in_words,
    kept_in_words,
    lane_in_words,
    missed_in_words,
    rhythm_in_words,
    running_in_words,
)
from detente.domain.dialogues import Dialogue, Due, Suspension
from detente.domain.occasions import Followed, Kept, Occasion
from detente.domain.parties import dyad
from detente.domain.vocabulary import Observation
from tests.domain.records import day

YEARLY = Dialogue(
    "fra-rus-2+2", "security council", ("FRA", "RUS"), "in-person", "2+2", "minister",
    every_months=12, first_month=9, last_month=None, tolerance_days=60, from_date=date(2002, 7, 1),
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "every year, in September, within 60 days"),
        ({"last_month": 9}, "every year, in September, within 60 days"),
        ({"every_months": 24, "last_month": 11, "tolerance_days": 1}, "every 2 years, in September to November, within 1 day"),
        ({"every_months": 6, "first_month": None, "tolerance_days": 1000}, "every 6 months, within 1,000 days"),
        ({"every_months": 1, "first_month": None, "tolerance_days": 0}, "every month, within 0 days"),
        ({"every_months": 18, "first_month": None}, "every 18 months, within 60 days"),
    ],
)
def test_a_rhythm(changes: dict[str, int], words: str) -> None:
    assert rhythm_in_words(replace(YEARLY, **changes)) == words  # type: ignore[arg-type]  # the keys are the fields


def test_a_lane() -> None:
    assert lane_in_words(YEARLY) == "in-person, 2+2, minister"
    assert lane_in_words(replace(YEARLY, channel="any", level="any")) == "2+2"
    assert lane_in_words(replace(YEARLY, channel="any", setting="any", level="any")) == "any contact"


@pytest.mark.parametrize(
    ("first", "last", "text", "words"),
    [
        ("2021-09-01", "2021-09-30", "2021-09", "September 2021"),
        ("2021-09-01", "2021-11-30", "2021-09/2021-11", "September 2021 to November 2021"),
        ("2020-02-01", "2020-02-29", "2020-02", "February 2020"),
        ("2020-02-01", "2020-02-28", "2020-02-01/2020-02-28", "1 February 2020 to 28 February 2020"),
        ("2019-09-09", "2020-09-30", "2019-09-09/2020-09-30", "9 September 2019 to 30 September 2020"),
    ],
)
def test_whole_months_are_told_by_months(first: str, last: str, text: str, words: str) -> None:
    due = Due(day(first), day(last))
    assert (due_text(due), due_in_words(due)) == (text, words)


def _occasion(kept: Kept, seen: Observed | None = None, year: int = 2021) -> Occasion:
    due = Due(day(f"{year}-09-01"), day(f"{year}-09-30"))
    return Occasion(due, due.first - 60, due.last + 60, kept, observed=seen)


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ("met", "met"),
        ("may-be-met", "may have been met"),
        ("missed", "missed"),
        ("suspended", "suspended"),
        ("due", "due now"),
        ("next", "next"),
        ("not-known", "not on record"),
    ],
)
def test_what_became_of_an_occasion(kept: str, words: str) -> None:
    assert kept_in_words(_occasion(Kept(kept))) == words


@pytest.mark.parametrize(
    ("observation", "share", "words"),
    [
        ("partly-observed", 0.434, "not on record, 43 % of that time looked at"),
        ("partly-observed", 0.001, "not on record, 1 % of that time looked at"),
        ("partly-observed", 0.999, "not on record, 99 % of that time looked at"),
        ("unobserved", 0.0, "not on record, hardly looked at"),
        ("unknown", 0.0, "not on record, and nobody looked"),
    ],
)
def test_what_is_not_on_record_may_not_have_been_looked_for(observation: str, share: float, words: str) -> None:
    seen = Observed(Observation(observation), share)
    assert kept_in_words(_occasion(Kept.NOT_KNOWN, seen)) == words
    assert kept_in_words(_occasion(Kept.MISSED, seen)) == "missed"


def test_the_account_of_a_pair() -> None:
    kept = [Kept.MET, Kept.MET, Kept.MAY_BE_MET, Kept.MISSED, Kept.NOT_KNOWN, Kept.SUSPENDED]
    occasions = tuple(_occasion(one, year=2010 + number) for number, one in enumerate(kept))
    pair = dyad("FRA", "RUS")
    followed = Followed(YEARLY, pair, occasions)
    account = "2 met, 1 perhaps met, 1 missed, 1 not known, 1 suspended"
    assert followed_in_words(followed) == f"{account}; none is expected."
    coming = replace(followed, occasions=(*occasions, _occasion(Kept.NEXT, year=2026)))
    assert followed_in_words(coming) == f"{account}; next: September 2026, at the latest 29 November 2026."
    assert followed_in_words(Followed(YEARLY, pair, ())) == "no occasion yet; none is expected."
    assert missed_in_words(followed, occasions[3]) == "FRA-RUS, security council: due September 2013, missed"


def test_from_when_to_when_it_runs() -> None:
    assert running_in_words(YEARLY) == "since 2002-07-01"
    paused = (Suspension(day("2014-03-18"), day("2019-06-30")), Suspension(day("2022-02-24"), None))
    assert running_in_words(replace(YEARLY, suspended=paused)) == (
        "since 2002-07-01; suspended 2014-03-18 to 2019-06-30 and 2022-02-24 to now"
    )
    assert running_in_words(replace(YEARLY, to_date=date(2030, 1, 31))) == "2002-07-01 to 2030-01-31"
