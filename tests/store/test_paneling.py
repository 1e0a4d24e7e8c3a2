"""Counts per pair and period: found in SQL and by plain loops, on any record; and the arithmetic of the calendar."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.analysis.periods import Per, days_of, index_of
from detente.domain.contacts import Contact
from detente.domain.parties import Dyad, dyads_of
from detente.domain.selection import Selection
from detente.domain.topics import broadest
from detente.domain.vocabulary import Stance
from detente.store.opening import Store
from detente.store.paneling import broad_topics, pair_lasts, pair_tallies, pair_topics
from detente.store.recording import record
from detente.store.reference import topics
from tests.domain.records import contact, day
from tests.store.test_series import _any_record

EVERY = Selection(as_of=day("9999-12-31"))


@pytest.mark.parametrize("per", list(Per))
def test_days_fall_into_the_periods_of_the_calendar(empty: Store, per: Per) -> None:
    """The ends of the calendar, of centuries, leap years and months."""
    edges = ["0001-01-01", "1582-10-15", "1900-02-28", "1900-03-01", "1999-12-31", "2000-02-29", "2000-03-01", "2023-09-30",
             "2024-02-29", "2024-03-31", "2024-12-31", "2100-02-28", "9999-12-31"]  # fmt: skip
    for when in edges:
        record(empty, replace(contact(when), contact_id="", dyad_slug=""), also=True)
    expected = Counter(index_of(day(when), per) for when in edges)
    assert {tally.period: tally.count for tally in pair_tallies(empty, EVERY, per.months)} == expected
    assert [last.period for last in pair_lasts(empty, EVERY, per.months)] == sorted(expected)


@given(st.dates(), st.sampled_from(list(Per)))
def test_a_day_lies_in_its_period(when: date, per: Per) -> None:
    assert when.toordinal() in days_of(index_of(when.toordinal(), per), per)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@_any_record
def test_the_database_and_plain_loops_agree(
    emptied: Callable[[], Store], known: list[Contact], selections: list[Selection]
) -> None:
    _all_agree(emptied(), known, selections)


@pytest.mark.long
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@_any_record
def test_the_database_and_plain_loops_agree_however_often_they_are_asked(
    emptied: Callable[[], Store], known: list[Contact], selections: list[Selection]
) -> None:
    _all_agree(emptied(), known, selections)


def _all_agree(store: Store, known: list[Contact], selections: list[Selection]) -> None:
    kept = [record(store, made, also=True)[0] for made in known]
    for selection in selections:
        _agree(store, kept, selection, Per.MONTH)


def _agree(store: Store, kept: list[Contact], selection: Selection, per: Per) -> None:
    anybody = replace(selection, parties=())
    chosen = sorted((c for c in kept if anybody.matches(c)), key=lambda c: c.order)
    pairs = [(pair, c) for c in chosen for pair in dyads_of(c.parties) if _wanted(pair, selection)]
    inside = [(pair, c) for pair, c in pairs if selection.in_period(c.date.first_day)]
    counts = Counter((pair, index_of(c.date.first_day, per), c.channel, c.level, c.status) for pair, c in inside)
    found = pair_tallies(store, selection, per.months)
    assert {(t.pair, t.period, t.channel, t.level, t.status): t.count for t in found} == counts
    before = [(pair, c) for pair, c in pairs if c.held and replace(selection, period_from=None).in_period(c.date.first_day)]
    lasts = {(pair, index_of(c.date.first_day, per)): c.contact_id for pair, c in before}  # the later overwrites the earlier
    assert {(last.pair, last.period): last.contact_id for last in pair_lasts(store, selection, per.months)} == lasts
    held = [(pair, c) for pair, c in inside if c.held]
    for by_topic in (False, True):
        told = pair_topics(store, selection, per.months, by_topic=by_topic)
        shown = {(t.pair, t.period, t.topic): (t.by_a, t.by_b, t.by_both, t.denied_a, t.denied_b) for t in told}
        assert shown == _told(store, held, selection, per, by_topic)


def _wanted(pair: Dyad, selection: Selection) -> bool:
    named = set(selection.parties)
    return set(pair.parties) <= named if len(named) > 1 else named <= set(pair.parties)


def _told(
    store: Store, held: Iterable[tuple[Dyad, Contact]], selection: Selection, per: Per, by_topic: bool
) -> dict[tuple[Dyad, int, str], tuple[int, ...]]:
    known = topics(store)
    rows = []
    for pair, one in held:
        public = [s for s in one.statements if selection.include_restricted or not s.restricted]
        for subject in sorted({broadest(s.topic, known) if by_topic else s.topic for s in public}):
            about = [s for s in public if (broadest(s.topic, known) if by_topic else s.topic) == subject]
            says = {(s.reported_by, s.stance) for s in about}
            a, b = ((party, Stance.REPORTS) in says for party in pair.parties)
            flags = (a, b, a and b, *((party, Stance.DENIES) in says for party in pair.parties))
            rows.append(((pair, index_of(one.date.first_day, per), subject if by_topic else ""), flags))
    rows.sort(key=lambda row: row[0])
    return {
        key: tuple(map(sum, zip(*(flags for _, flags in group), strict=True)))
        for key, group in groupby(rows, lambda row: row[0])
    }


def test_the_broad_topics_on_record(shipped: Store) -> None:
    found = broad_topics(shipped, EVERY)
    assert found[0] == "ukraine-conflict"
    assert "syria" not in found, "it is a narrow one"
