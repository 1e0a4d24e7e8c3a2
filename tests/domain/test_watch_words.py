"""What is said of a rule: today, and in words that a feed or a calendar keeps."""

from dataclasses import replace

import pytest

from detente.domain.coverage import Observed
from detente.domain.dialogues import Due
from detente.domain.occasions import Kept, Occasion
from detente.domain.parties import dyad
from detente.domain.vocabulary import Observation
from detente.domain.watch_words import (
    limit_in_words,
    looked_at_in_words,
    news_in_words,
    pair_in_words,
    reasons_in_words,
    silent_in_words,
    title_in_words,
    warning_in_words,
)
from detente.domain.watching import Finding, Rule, Verdict
from tests.domain.records import day, endpoint

RULE = Rule("Paris and Moscow", ("FRA", "RUS"), days=180)
FOUND = Finding(
    RULE,
    Verdict.BROKEN,
    dyad("FRA", "RUS"),
    "no call since",
    since=endpoint("2024-04-03", "fra-rus-1"),
    days_min=181,
    days_max=1181,
    limit_min=180,
    limit_max=180,
    breaks_on=day("2024-10-01"),
    may_break_on=day("2024-10-01"),
)
MAYBE = replace(FOUND, verdict=Verdict.MAY_BE_BROKEN, may_break_on=day("2024-09-01"), limit_max=1210.5)
DUE = Due(day("2024-09-01"), day("2024-11-30"))
SUMMIT = Occasion(DUE, day("2024-08-02"), day("2024-12-30"), Kept.MISSED)
MISSED = Finding(Rule("Summit"), Verdict.BROKEN, None, "it was missed", dialogue="fra-rus-2+2", occasion=SUMMIT)


def test_a_title_has_rule_pair_and_verdict() -> None:
    assert title_in_words(FOUND) == "Paris and Moscow: FRA-RUS, broken"
    assert title_in_words(MAYBE) == "Paris and Moscow: FRA-RUS, may be broken"
    assert title_in_words(replace(FOUND, verdict=Verdict.NOT_JUDGED)) == "Paris and Moscow: FRA-RUS, cannot be judged"
    assert title_in_words(replace(FOUND, verdict=Verdict.KEPT)) == "Paris and Moscow: FRA-RUS, kept"


def test_two_people_stand_for_their_pair() -> None:
    assert pair_in_words(replace(FOUND, persons=(("FRA", "Lecornu"), ("RUS", "Shoigu")))) == "Lecornu – Shoigu"
    assert pair_in_words(MISSED) == ""


def test_a_limit_is_a_length_two_or_the_dialogue() -> None:
    assert limit_in_words(FOUND) == "180 days"
    assert limit_in_words(MAYBE) == "180 to 1,210.5 days"
    assert limit_in_words(MISSED) == "fra-rus-2+2"
    assert limit_in_words(replace(FOUND, limit_min=None)) == limit_in_words(replace(FOUND, limit_max=None)) == ""


def test_how_long_it_has_been_silent() -> None:
    assert silent_in_words(FOUND) == "181 to 1,181 days"
    assert silent_in_words(replace(FOUND, days_min=None)) == silent_in_words(replace(FOUND, days_max=None)) == ""


def test_news_name_the_day_on_which_the_limit_was_passed() -> None:
    since = "No contact of this series is recorded since 3 April 2024 (fra-rus-1); the limit is"
    assert news_in_words(FOUND) == f"{since} 180 days, which was passed on 1 October 2024."
    assert news_in_words(MAYBE) == f"{since} 180 to 1,210.5 days, which may have been passed on 1 September 2024."
    assert news_in_words(replace(FOUND, breaks_on=None)).endswith("was passed on a day not known.")
    assert news_in_words(replace(FOUND, since=None)) == "no call since, which was passed on 1 October 2024."


def test_news_of_a_dialogue_name_the_occasion() -> None:
    occasion = "fra-rus-2+2: the occasion due September 2024 to November 2024"
    assert news_in_words(MISSED) == f"{occasion} was missed."
    assert news_in_words(replace(MISSED, verdict=Verdict.MAY_BE_BROKEN)) == f"{occasion} may have been missed."


def test_a_warning_names_the_days_to_come() -> None:
    since = "No contact of this series is recorded since 3 April 2024 (fra-rus-1); the limit is"
    passed = "which is passed on 1 October 2024 if there is none before"
    assert warning_in_words(FOUND) == f"{since} 180 days, {passed}."
    assert warning_in_words(MAYBE) == (
        f"{since} 180 to 1,210.5 days, {passed}; as dates are not exact, it may be passed from 1 September 2024 on."
    )
    assert warning_in_words(MISSED) == (
        "fra-rus-2+2: the occasion is due September 2024 to November 2024, at the latest 30 December 2024."
    )


def test_reasons_are_of_what_figures_do_not_tell() -> None:
    noted = replace(FOUND, rule=replace(RULE, note="ask Paris"))
    kept = replace(noted, verdict=Verdict.KEPT)
    assert reasons_in_words([FOUND, kept]) == []
    assert reasons_in_words([noted, noted]) == ["Paris and Moscow: ask Paris"]
    assert reasons_in_words([noted, MAYBE, MISSED, replace(FOUND, verdict=Verdict.NOT_JUDGED)]) == [
        "Paris and Moscow, FRA-RUS: no call since",
        "Summit: it was missed",
        "Paris and Moscow, FRA-RUS: no call since",
        "Paris and Moscow: ask Paris",
    ]


@pytest.mark.parametrize(
    ("observation", "share", "words"),
    [
        ("observed", 1.0, "yes"),
        ("unobserved", 0.0, "no"),
        ("unknown", 0.0, "unknown"),
        ("partly-observed", 0.434, "43 %"),
        ("partly-observed", 0.001, "1 %"),
        ("partly-observed", 0.999, "99 %"),
    ],
)
def test_how_far_it_was_looked_at(observation: str, share: float, words: str) -> None:
    seen = Observed(Observation(observation), share)
    assert looked_at_in_words(replace(FOUND, observed=seen)) == words


def test_nothing_is_looked_at_where_no_silence_is_counted() -> None:
    assert looked_at_in_words(FOUND) == ""
