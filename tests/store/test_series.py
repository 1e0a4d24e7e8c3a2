"""The gap query: by hand on the shipped record, and equal to the definition on any record."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.domain import gaps as definition
from detente.domain import tallies as counted
from detente.domain.contacts import Contact, Participant, Statement
from detente.domain.gaps import Gap
from detente.domain.parties import Dyad, dyads_of
from detente.domain.selection import Selection
from detente.domain.vocabulary import By, Channel, Level, Office, Setting, Stance, Status, Substance, channels_named
from detente.store.contacts import contacts
from detente.store.counting import tallies, topic_tallies, topics_told
from detente.store.opening import Store
from detente.store.recording import record
from detente.store.reference import topics
from detente.store.series import coverage, gaps, non_contacts
from tests.domain.records import contact, day
from tests.support.places import Place

AS_OF = day("2025-12-31")
FRA_RUS = Selection(as_of=AS_OF, parties=("FRA", "RUS"))
MINISTERS = replace(FRA_RUS, levels=frozenset({Level.MINISTER}))


def told(gap: Gap) -> tuple[str, str | None, int, int]:
    following = None if gap.following is None else gap.following.contact_id
    return (gap.previous.contact_id, following, gap.days_min, gap.days_max)


def test_the_silence_before_april_2024(shipped: Store) -> None:
    """From 2022-10-23 to 2024-04-03: 69 days of 2022, 365 of 2023, 94 of 2024 = 528; to 2024-12-31 another 272."""
    selection = replace(MINISTERS, as_of=day("2024-12-31"), channels=channels_named(["phone"]))
    *_, closed, still_open = gaps(shipped, selection)
    assert told(closed) == ("fra-rus-2022-10-23-phone", "fra-rus-2024-04-03-phone", 528, 528)
    assert told(still_open) == ("fra-rus-2024-04-03-phone", None, 272, 272)
    assert still_open.open
    assert not closed.open


def test_imprecise_dates_of_the_shipped_record(shipped: Store) -> None:
    """[2022-06-01..2022-07-12] comes before 2022-06-07 as written, though it may lie after it: 0 to 6 days."""
    found = {gap.previous.contact_id: gap for gap in gaps(shipped, replace(FRA_RUS, parties=("RUS", "TUR")))}
    within = found["tur-rus-2022-06-in-person"]
    assert (within.days_min, within.days_max, within.order_uncertain) == (0, 6, True)
    before = found["tur-rus-2022-05-02-phone"]
    assert (before.days_min, before.days_max, before.order_uncertain) == (30, 71, False)
    about = found["tur-rus-2022-03-12-phone-cod"]  # 2022-03-12~: from the 9th to the 15th; then 2022-04-07
    assert (about.days_min, about.days_max) == (23, 29)
    month = found["tur-rus-2023-04-25-in-person"]  # then 2023-05, the 1st to the 31st
    assert (month.days_min, month.days_max) == (6, 36)


def test_a_visit_of_three_parties_stands_in_each_series(shipped: Store) -> None:
    """2017-03-06/2017-03-07 in Antalya: the gap to the call of 2017-04-07 runs from the 7th."""
    usa_rus = {gap.previous.contact_id: told(gap) for gap in gaps(shipped, replace(FRA_RUS, parties=("RUS", "USA")))}
    assert usa_rus["usa-rus-2017-03-06-in-person-cod"][2:] == (31, 31)
    tur_usa = gaps(shipped, replace(FRA_RUS, parties=("TUR", "USA")))
    assert [told(gap)[:2] for gap in tur_usa] == [("usa-rus-2017-03-06-in-person-cod", None)]


def test_by_person_a_change_of_minister_begins_another_series(shipped: Store) -> None:
    """Austin with Shoigu: 2022-02-18 to 2022-05-13 (84 days) and three more; with Belousov: 2024-06-25 to 2024-07-12 (17)."""
    selection = replace(FRA_RUS, parties=("RUS", "USA"), levels=frozenset({Level.MINISTER}), by=By.PERSON)
    found = {
        (dict(gap.persons)["RUS"], told(gap)) for gap in gaps(shipped, selection) if dict(gap.persons)["USA"] == "Lloyd Austin"
    }
    assert ("Sergei Shoigu", ("usa-rus-2022-02-18-phone", "usa-rus-2022-05-13-phone", 84, 84)) in found
    assert ("Andrei Belousov", ("usa-rus-2024-06-25-phone", "usa-rus-2024-07-12-phone", 17, 17)) in found
    assert not any(gap[1] == "usa-rus-2024-06-25-phone" for _, gap in found)


def test_longest_first(shipped: Store) -> None:
    found = gaps(shipped, MINISTERS, longest=3)
    assert [(gap.previous.contact_id, gap.days_max) for gap in found] == [
        ("fra-rus-2012-10-31-in-person", 1146),
        ("fra-rus-2015-12-21-in-person", 858),
        ("fra-rus-2024-04-03-phone", 637),
    ]


def test_attempts_and_windows(shipped: Store) -> None:
    attempts = non_contacts(shipped, FRA_RUS)[Dyad("FRA", "RUS")]
    assert [attempt.contact_id for attempt in attempts] == ["fra-rus-2014-03-18-in-person", "fra-rus-2020-09-14-in-person"]
    windows = coverage(shipped, Dyad("RUS", "TUR"))
    assert list(windows) == [Dyad("RUS", "TUR")]
    assert len(windows[Dyad("RUS", "TUR")]) == 8


_Word = TypeVar("_Word", bound=StrEnum)
_PARTIES = ("DEU", "FRA", "RUS")
_PEOPLE = ("Ana", "Bo", None)


@st.composite
def _contacts(draw: st.DrawFn) -> Contact:
    first = draw(st.dates(min_value=date(2020, 1, 1), max_value=date(2020, 3, 31)))
    form = draw(st.sampled_from(["{0}", "{0}~", "{1}", "{0}/{2}", "[{0}..{2}]"]))
    later = date.fromordinal(first.toordinal() + draw(st.integers(0, 40)))
    parties = tuple(sorted(draw(st.sets(st.sampled_from(_PARTIES), min_size=2))))
    made = contact(
        form.format(first.isoformat(), first.isoformat()[:7], later.isoformat()),
        channel=draw(st.sampled_from([channel.value for channel in Channel])),
        level=draw(st.sampled_from([level.value for level in Level])),
        setting=draw(st.sampled_from([setting.value for setting in Setting])),
        substance=draw(st.sampled_from([substance.value for substance in Substance])),
        status=draw(st.sampled_from(["held", "held", "held", "declined"])),
        parties=" ".join(parties),
        restricted=draw(st.sampled_from([False, False, False, True])),
    )
    people = tuple(
        Participant(party, draw(st.sampled_from(_PEOPLE)), "role", draw(st.sampled_from(list(Office)))) for party in parties
    )
    said = tuple(
        Statement(draw(st.sampled_from(["syria", "libya", "nato"])), None, draw(st.sampled_from([*parties, "media"])), stance)
        for stance in draw(st.lists(st.sampled_from(list(Stance)), max_size=3))
    )
    return replace(made, contact_id="", dyad_slug="", participants=people, statements=said)


@st.composite
def _selections(draw: st.DrawFn) -> Selection:
    def some(words: list[_Word], most: int = 2) -> frozenset[_Word]:
        return frozenset(draw(st.lists(st.sampled_from(words), max_size=most)))

    edges = st.one_of(st.none(), st.integers(day("2019-12-20"), day("2020-05-20")))
    return Selection(
        as_of=draw(st.integers(day("2020-01-10"), day("2020-06-30"))),
        parties=draw(st.sampled_from([(), ("FRA",), ("FRA", "RUS"), ("DEU", "RUS")])),
        channels=some(list(Channel)),
        levels=some(list(Level)),
        settings=some(list(Setting)),
        substances=some(list(Substance), 1),
        topics=draw(st.sampled_from([frozenset(), frozenset({"syria"}), frozenset({"libya", "nato"})])),
        persons=draw(st.sampled_from([frozenset(), frozenset({"Ana"})])),
        period_from=draw(edges),
        period_to=draw(edges),
        by=draw(st.sampled_from(list(By))),
        include_restricted=draw(st.booleans()),
    )


_any_record = given(st.lists(_contacts(), max_size=12), st.lists(_selections(), min_size=1, max_size=6))


@pytest.mark.hypothesis  # counted with the properties
def test_the_database_and_the_definition_agree(emptied: Callable[[], Store], place: Place) -> None:
    """On a server an example takes three times as long; the long test tries as many on each engine."""

    @settings(max_examples=15 if place.engine == "sqlite" else 10)
    @_any_record
    def hold(known: list[Contact], selections: list[Selection]) -> None:
        agree(emptied, known, selections)

    hold()


@pytest.mark.long
@settings(max_examples=1_000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@_any_record
def test_the_database_and_the_definition_agree_however_often_they_are_asked(
    emptied: Callable[[], Store], known: list[Contact], selections: list[Selection]
) -> None:
    agree(emptied, known, selections)


def agree(emptied: Callable[[], Store], known: list[Contact], selections: list[Selection]) -> None:
    """Gaps, attempts, lists and counts, for any selection, found in SQL and by the pure functions."""
    store = emptied()
    kept = [record(store, made, also=True)[0] for made in known]
    for selection in selections:
        assert gaps(store, selection) == definition.gaps(kept, selection)
        chosen = [c for c in sorted(kept, key=lambda c: c.order) if selection.matches(c)]
        inside = [c for c in chosen if selection.in_period(c.date.first_day)]
        assert [c.contact_id for c in contacts(store, selection)] == [c.contact_id for c in inside]
        tried = {
            pair: [c.contact_id for c in chosen if not c.held and pair in dyads_of(c.parties)]
            for pair in non_contacts(store, selection)
        }
        assert {pair: [e.contact_id for e in found] for pair, found in non_contacts(store, selection).items()} == tried
        assert tallies(store, selection) == counted.tallies(inside)
        times: Counter[str] = Counter()
        for tally in counted.topic_tallies(inside, topics(store), broad=False, by_side=False):
            times[tally.topic] += tally.count
        assert topics_told(store, selection) == sorted(times, key=lambda topic: (-times[topic], topic))
        for broad in (False, True):
            for by_side in (False, True):
                expected = counted.topic_tallies(inside, topics(store), broad=broad, by_side=by_side)
                assert topic_tallies(store, selection, broad=broad, by_side=by_side) == expected


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.HELD])
def test_only_held_closes_a_gap(empty: Store, status: Status) -> None:
    for when, what in (("2020-01-01", "held"), ("2020-02-01", status.value), ("2020-03-01", "held")):
        record(empty, replace(contact(when, status=what), contact_id="", dyad_slug=""))
    selection = replace(FRA_RUS, as_of=day("2020-03-11"))
    assert [gap.days_max for gap in gaps(empty, selection)] == [60, 10]  # 31 + 29 days; 1 to 11 March
    assert [attempt.date.text for attempt in non_contacts(empty, selection)[Dyad("FRA", "RUS")]] == ["2020-02-01"]
