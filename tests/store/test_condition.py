"""A store that contradicts itself is told so."""

from dataclasses import replace

import pytest

from detente.store import amending
from detente.store.condition import check, status
from detente.store.opening import Store, open_store
from detente.store.recording import record
from tests.domain import records
from tests.domain.records import day
from tests.support.places import Place


def test_the_shipped_record_is_sound(shipped: Store) -> None:
    """But for the visit of 2017 that Türkiye took part in, five years before the first window of Türkiye and Russia."""
    (found,) = check(shipped, day("2026-01-01"))
    assert (found.where, found.what, found.grave) == (
        "usa-rus-2017-03-06-in-person-cod",
        "lies outside every window of RUS-TUR for its level",
        False,
    )


def test_what_it_holds(shipped: Store) -> None:
    told = status(shipped)
    assert (told.contacts, told.claims, told.topics, told.parties) == (104, 84, 71, 253)
    assert (told.first_day, told.last_day) == (day("2012-10-31"), day("2024-11-27"))


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("DELETE FROM contact_pair WHERE contact_id = 'fra-rus-2024-04-03-phone'", "missing from a series"),
        ("UPDATE contact_pair SET channel = 'letter' WHERE contact_id = 'fra-rus-2024-04-03-phone'", "a series holds what"),
        ("UPDATE contact SET date = '2024-04-02' WHERE contact_id = 'fra-rus-2024-04-03-phone'", "do not fit the date"),
        ("UPDATE contact SET date = 'soon' WHERE contact_id = 'fra-rus-2024-04-03-phone'", "do not fit the date"),
        ("DELETE FROM contact_party WHERE contact_id = 'fra-rus-2024-04-03-phone' AND party = 'FRA'", "fewer than two parties"),
        ("DELETE FROM topic WHERE topic = 'syria'", "points to nothing in topic"),
    ],
)
def test_what_was_tampered_with_is_found(shipped: Store, place: Place, sql: str, what: str) -> None:
    assert place.tamper(shipped.url, sql) == 1
    assert any(what in finding.what for finding in check(shipped, day("2026-01-01")))


def test_contacts_that_resemble_each_other_are_noted(empty: Store) -> None:
    first, _ = record(empty, replace(records.contact("2024-04-03"), contact_id="", dyad_slug=""))
    second, _ = record(empty, replace(records.contact("2024-04"), contact_id="", dyad_slug=""), also=True)
    record(empty, replace(records.contact("2024-04-05", channel="letter"), contact_id="", dyad_slug=""))
    (found,) = check(empty, day("2026-01-01"))
    assert (found.where, found.what, found.grave) in (
        (first.contact_id, f"resembles {second.contact_id}", False),
        (second.contact_id, f"resembles {first.contact_id}", False),
    )


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("DELETE FROM revision WHERE number = 3", "the revisions before r4 are missing"),
        ("UPDATE revision SET recorded_at = '2001-01-01T00:00:00+00:00' WHERE number = 4", "older than the one before it"),
        ("UPDATE superseded SET until = 1 WHERE record = 'fra-rus-2024-04-03-phone'", "superseded by the earlier r1"),
        ("UPDATE contact SET revision = 2 WHERE contact_id = 'fra-rus-2024-04-03-phone'", "which r4 changed"),
    ],
)
def test_a_history_that_was_tampered_with_is_found(place: Place, sql: str, what: str) -> None:
    address = place.shipped()
    with open_store(address) as store:
        for where in ("Paris", "Lyon"):
            known = amending.known(store, "fra-rus-2024-04-03-phone")
            amending.amend(store, known, replace(known.contact, place=where), known.claims)
    assert place.tamper(address, sql) == 1 or "superseded" in sql
    with open_store(address) as store:
        assert any(what in finding.what for finding in check(store, day("2026-01-01")))
