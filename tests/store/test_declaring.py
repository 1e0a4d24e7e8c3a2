"""Declaring coverage, and what contradicts it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from detente.domain.contacts import DifferingValue
from detente.domain.coverage import CoverageWindow
from detente.domain.parties import dyad
from detente.domain.selection import Selection
from detente.domain.vocabulary import Completeness, Level, Observation
from detente.errors import RejectedError
from detente.store import schema
from detente.store.clock import now
from detente.store.condition import check
from detente.store.declaring import declare
from detente.store.opening import Store
from detente.store.recording import record
from detente.store.series import coverage
from tests.domain import records
from tests.domain.records import day
from tests.support.places import Place

PAIR = dyad("FRA", "RUS")
TODAY = day("2026-01-01")


def window(
    first: str, last: str, completeness: str = "complete", level: str = "minister", channel: str = "any"
) -> CoverageWindow:
    return CoverageWindow(
        PAIR, level, channel, date.fromisoformat(first), date.fromisoformat(last), Completeness(completeness), "for a test"
    )


def test_a_window_is_kept_and_makes_a_silence_observed(empty: Store) -> None:
    from detente.domain.silences import silences
    from detente.store.series import gaps

    declare(empty, window("2020-01-01", "2020-12-31"))
    assert coverage(empty, PAIR) == {PAIR: [window("2020-01-01", "2020-12-31")]}
    for when in ("2020-02-01", "2020-08-01"):
        record(empty, replace(records.contact(when), contact_id="", dyad_slug=""))
    chosen = Selection(as_of=TODAY, parties=PAIR.parties, levels=frozenset({Level.MINISTER}))
    first, still_open = silences(gaps(empty, chosen), chosen, coverage(empty), {})
    assert first.observed.observation is Observation.OBSERVED
    assert still_open.observed.observation is Observation.PARTLY_OBSERVED


@pytest.mark.parametrize(
    ("first", "last"), [("2020-12-31", "2021-05-01"), ("2019-01-01", "2020-01-01"), ("2020-03-01", "2020-04-01")]
)
def test_windows_of_one_lane_do_not_overlap(empty: Store, first: str, last: str) -> None:
    declare(empty, window("2020-01-01", "2020-12-31"))
    with pytest.raises(RejectedError, match=r"overlaps the window 2020-01-01 to 2020-12-31 \(complete\) of FRA-RUS"):
        declare(empty, window(first, last, "poor"))
    declare(empty, window(first, last, "poor", channel="in-person"))
    declare(empty, window("2021-05-02", "2021-05-02"))


def test_a_window_begins_before_it_ends(empty: Store) -> None:
    with pytest.raises(RejectedError, match="2020-01-01 lies before 2020-01-02"):
        declare(empty, window("2020-01-02", "2020-01-01"))


def found(store: Store) -> set[tuple[str, bool]]:
    return {(finding.what.split(" (")[0], finding.grave) for finding in check(store, TODAY)}


def test_a_contact_outside_every_window_is_noted(empty: Store) -> None:
    declare(empty, window("2020-01-01", "2020-12-31"))
    record(empty, replace(records.contact("2019-05-05"), contact_id="", dyad_slug=""))
    assert found(empty) == {("lies outside every window of FRA-RUS for its level", False)}


def test_a_contact_added_to_complete_time_contradicts_it(empty: Store) -> None:
    declare(empty, window("2020-01-01", "2020-12-31"))
    record(empty, replace(records.contact("2020-05-05"), contact_id="", dyad_slug=""))
    assert found(empty) == {("was added to time declared complete", True)}


def test_holes_and_overlaps_between_windows(empty: Store, place: Place) -> None:
    declare(empty, window("2020-01-01", "2020-01-31"))
    declare(empty, window("2020-02-03", "2020-02-29"))
    assert found(empty) == {("2 days follow for which nothing is declared", False)}
    assert place.tamper(empty.url, "UPDATE coverage SET to_date = '2020-02-10' WHERE from_date = '2020-01-01'") == 1
    assert found(empty) == {("overlaps the window from 2020-02-03", True)}


def test_somebody_in_an_office_before_taking_it(empty: Store) -> None:
    """Lecornu has been minister since 20 May 2022."""
    early = records.contact("2021-01-01", people="FRA=Sébastien Lecornu, RUS=Sergei Shoigu")
    record(empty, replace(early, contact_id="", dyad_slug=""))
    assert found(empty) == {("Sébastien Lecornu was not minister of FRA on 2021-01-01, as far as is known", False)}


def test_a_differing_value_that_is_the_one_adopted(empty: Store) -> None:
    values = (DifferingValue("channel", "phone", None), DifferingValue("place", "Paris", None))
    record(empty, replace(records.contact("2021-01-01"), contact_id="", dyad_slug="", values=values))
    assert found(empty) == {("the differing channel 'phone' is the one adopted", False)}


def test_contacts_and_windows_keep_when_they_were_recorded(shipped: Store) -> None:
    before = now()
    declare(shipped, replace(window("2020-01-01", "2020-12-31"), dyad=dyad("FRA", "TUR")))
    record(shipped, replace(records.contact("2021-01-01"), contact_id="", dyad_slug=""))
    with shipped.reading() as connection:
        times = [
            time
            for table in (schema.contact, schema.coverage)
            for time in connection.scalars(
                select(schema.revision.c.recorded_at).join(table, table.c.revision == schema.revision.c.number)
            )
        ]
    assert len(times) == 104 + 58 + 2
    assert sum(before <= time <= now() for time in times) >= 2
    assert all(datetime.fromisoformat(time).utcoffset() == timedelta(0) for time in times)


def test_a_held_contact_of_next_year(empty: Store) -> None:
    record(empty, replace(records.contact("2027-01-01"), contact_id="", dyad_slug=""))
    assert found(empty) == {("is held, but begins on 2027-01-01", True)}
