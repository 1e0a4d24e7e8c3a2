"""Rules judged on small records; percentiles against their definition."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.analysis.watching import counts, understood, watch
from detente.domain.coverage import CoverageWindow
from detente.domain.days import iso
from detente.domain.parties import dyad
from detente.domain.selection import Selection
from detente.domain.vocabulary import Completeness
from detente.domain.watching import Finding, Rule
from detente.errors import RejectedError
from detente.formats.watch_rules import read_rules
from detente.store.declaring import declare
from detente.store.dialogues import declare_dialogue
from detente.store.opening import Store
from detente.store.recording import record
from tests.domain.records import contact, day
from tests.domain.test_dialogues import COUNCIL

YEARLY = replace(COUNCIL, from_date=date(2019, 1, 1))
QUIET = Rule("quiet", parties=("FRA", "russia"), days=180)


def kept(store: Store, *days: str, **more: Any) -> None:
    for when in days:
        record(store, replace(contact(when, **more), contact_id="", dyad_slug=""))


def judged(store: Store, as_of: str, *rules: Rule, **more: Any) -> list[Finding]:
    base = Selection(as_of=day(as_of), **more)
    return watch(store, understood(store, rules, base, "rules.toml"))


def test_days(empty: Store) -> None:
    kept(empty, "2024-04-03")
    [found] = judged(empty, "2024-12-31", QUIET)
    assert (found.verdict, found.days_min, found.limit_min, found.breaks_on) == ("broken", 272, 180, day("2024-10-01"))
    assert str(found.pair) == "FRA-RUS"
    [found] = judged(empty, "2024-09-30", QUIET)
    assert found.verdict == "kept"


def test_the_words_of_a_rule_choose_the_series(empty: Store) -> None:
    kept(empty, "2024-04-03")
    kept(empty, "2024-12-01", channel="in-person")
    kept(empty, "2024-12-02", level="chief-of-defence")
    chosen = replace(QUIET, channel=("call",), level=("minister",))
    assert [(one.verdict, one.days_min) for one in judged(empty, "2024-12-31", QUIET, chosen)] == [
        ("broken", 272), ("kept", 29),
    ]  # fmt: skip


def test_a_rule_without_parties_is_judged_for_each_pair(empty: Store) -> None:
    kept(empty, "2024-01-01", parties="FRA RUS")
    kept(empty, "2024-12-01", parties="RUS USA")
    found = judged(empty, "2024-12-31", Rule("all", days=180))
    assert [(str(one.pair), one.verdict) for one in found] == [("FRA-RUS", "broken"), ("RUS-USA", "kept")]
    assert counts(found) == {"broken": 1, "may_be_broken": 0, "not_judged": 0, "kept": 1}


def test_nothing_on_record_is_no_judgement(empty: Store) -> None:
    for rule in (QUIET, Rule("all", days=180)):
        [found] = judged(empty, "2024-12-31", rule)
        assert (found.verdict, found.why) == ("not-judged", "no contact of this series is on record")


def test_by_person_those_count_who_spoke_last(empty: Store) -> None:
    """Parly left office: that she is silent breaks no rule."""
    kept(empty, "2020-01-01", people="FRA=Parly, RUS=Shoigu")
    kept(empty, "2024-12-01", people="FRA=Lecornu, RUS=Shoigu")
    [found] = judged(empty, "2024-12-31", replace(QUIET, by="person"))
    assert (found.verdict, dict(found.persons)) == ("kept", {"FRA": "Lecornu", "RUS": "Shoigu"})


def every(lengths: list[int]) -> list[str]:
    """Days that are so far apart, from 1 January 2000 on."""
    days = [date(2000, 1, 1)]
    for length in lengths:
        days.append(days[-1] + timedelta(days=length))
    return [one.isoformat() for one in days]


def test_a_percentile_of_ten_gaps(empty: Store) -> None:
    """Of 10, 20 … 100 days nine in ten had ended by the 90th day."""
    days = every([10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
    kept(empty, *days)
    last = date.fromisoformat(days[-1])
    rule = replace(QUIET, days=None, percentile=90.0)
    [found] = judged(empty, (last + timedelta(days=90)).isoformat(), rule)
    assert (found.verdict, found.limit_min, found.limit_max) == ("kept", 90, 90)
    [found] = judged(empty, (last + timedelta(days=91)).isoformat(), rule)
    assert (found.verdict, found.breaks_on) == ("broken", (last + timedelta(days=91)).toordinal())


def test_below_ten_gaps_there_is_no_percentile(empty: Store) -> None:
    kept(empty, *every([10] * 9))
    [found] = judged(empty, "2010-01-01", replace(QUIET, days=None, percentile=90.0))
    assert (found.verdict, found.why) == ("not-judged", "a percentile needs 10 completed gaps; this series has 9")
    assert (found.limit_min, found.breaks_on) == (None, None)


@settings(max_examples=15)
@given(st.lists(st.integers(1, 400), min_size=10, max_size=25), st.integers(1, 99))
def test_a_percentile_is_the_inverted_distribution(lengths: list[int], percentile: int) -> None:
    """The shortest gap by whose length that share had ended, counted in whole numbers: numpy takes 56 % of 25 for more than 14."""
    from detente.analysis.watching import _limits
    from detente.domain.gaps import closed_gap
    from tests.domain.records import endpoint

    days = every(lengths)
    gaps = [closed_gap(dyad("FRA", "RUS"), endpoint(a), endpoint(b)) for a, b in pairwise(days)]
    wanted = next(length for place, length in enumerate(sorted(lengths), 1) if place * 100 >= percentile * len(lengths))
    assert _limits(Rule("p", percentile=float(percentile)), gaps) == (wanted, wanted)


def test_dates_that_are_not_exact_make_the_percentile_an_interval(empty: Store) -> None:
    """Ten gaps, the last from 1 March to some day of May: 61 to 91 days. Nine in ten ended by the longest of the others, 9."""
    kept(empty, *every([1, 2, 3, 4, 5, 6, 7, 8, 9]), "2000-05")
    [found] = judged(empty, "2000-06-20", replace(QUIET, days=None, percentile=95.0))
    begun = date(2000, 1, 1) + timedelta(days=45)
    assert (found.limit_min, found.limit_max) == ((date(2000, 5, 1) - begun).days, (date(2000, 5, 31) - begun).days)
    assert found.verdict == "kept"
    [found] = judged(empty, "2000-08-20", replace(QUIET, days=None, percentile=95.0))
    assert found.verdict == "may-be-broken"


def test_a_dialogue(empty: Store) -> None:
    declare_dialogue(empty, YEARLY)
    rule = Rule("council", dialogue="fra-rus-2+2")
    [found] = judged(empty, "2019-02-01", rule)
    assert (found.verdict, found.why) == ("kept", "no occasion was due yet; next by 30 December 2019")
    [found] = judged(empty, "2020-01-31", rule)
    assert found.verdict == "not-judged"
    assert found.why == ("due September 2019 to November 2019: not on record, and nobody looked; next by 30 December 2020")
    window = CoverageWindow(
        dyad("FRA", "RUS"), "minister", "any", date(2019, 1, 1), date(2025, 12, 31), Completeness.FAIR, "read"
    )
    declare(empty, window)
    [found] = judged(empty, "2020-01-31", rule)
    assert (found.verdict, found.breaks_on and iso(found.breaks_on)) == ("broken", "2019-12-31")
    kept(empty, "2020-10-01", channel="in-person", setting="2+2")
    [found] = judged(empty, "2020-10-02", rule)
    assert (found.verdict, found.breaks_on and iso(found.breaks_on)) == ("kept", "2021-12-31")


def test_a_suspended_dialogue_breaks_no_rule(empty: Store) -> None:
    from detente.domain.dialogues import read_suspended

    declare_dialogue(empty, replace(YEARLY, suspended=read_suspended("2020-06-01/..")))
    [found] = judged(empty, "2022-01-31", Rule("council", dialogue="fra-rus-2+2"))
    assert (found.verdict, found.why) == ("kept", "due September 2021 to November 2021: suspended")


def test_what_the_store_does_not_know_is_told_with_its_place(empty: Store) -> None:
    declare_dialogue(empty, YEARLY)
    rules = [
        replace(QUIET, channel=("pigeon",), lines={"": 1, "channel": 4}),
        replace(QUIET, parties=("FRA", "Atlantis"), lines={"": 6, "parties": 8}),
        Rule("c", dialogue="fra-rus-3+3", lines={"": 10, "dialogue": 12}),
        Rule("d", dialogue="fra-rus-2+2", parties=("FRA", "USA"), lines={"": 20, "parties": 21}),
        replace(QUIET, person=("Nobody Known",), lines={"": 30, "person": 31}),
        replace(QUIET, by="office", lines={"": 40}),
    ]
    with pytest.raises(RejectedError, match=r"^rules\.toml has 5 mistakes: nothing was judged; correct it") as refused:
        judged(empty, "2022-01-31", *rules)
    assert [line.split(": ")[0] for line in refused.value.details] == [
        "rules.toml:4", "rules.toml:8", "rules.toml:12", "rules.toml:21", "rules.toml:31",
    ]  # fmt: skip


def test_what_is_wrong_in_form_and_what_is_not_known_are_told_at_once(empty: Store, tmp_path: Path) -> None:
    """Every word of a rule is looked at, also where the rule is wrong elsewhere."""
    path = tmp_path / "rules.toml"
    path.write_text(
        '[[rule]]\nname = "a"\nparties = ["FRA", "Atlantis", "Lemuria"]\nchannel = ["pigeon", "phone", "drum"]\ndays = -1\n'
        '[[rule]]\nlevel = "king"\ndays = 3\ntopic = "nothing"\nperson = ["Nobody"]\nby = "age"\n',
        encoding="utf-8",
    )
    told = read_rules(path)
    with pytest.raises(RejectedError, match="has 11 mistakes") as refused:
        understood(empty, told.rules, Selection(as_of=day("2022-01-31")), "r", told.mistakes)
    lines = [line.split(": ")[:3] for line in refused.value.details]
    assert [line[0] for line in lines] == ["r:3"] * 3 + ["r:4"] * 2 + ["r:5", "r:6", "r:7", "r:9", "r:10", "r:11"]
    assert {line[1] for line in lines} == {"rule 'a'", "rule 2"}


def test_what_is_not_public_counts_only_if_asked_for(empty: Store) -> None:
    kept(empty, "2024-04-03")
    kept(empty, "2024-12-01", restricted=True)
    [found] = judged(empty, "2024-12-31", QUIET)
    assert found.verdict == "broken"
    [found] = judged(empty, "2024-12-31", QUIET, include_restricted=True)
    assert found.verdict == "kept"
