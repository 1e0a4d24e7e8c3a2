"""A store that contradicts itself is told so."""

import pytest

from detente.store.condition import check, status
from detente.store.opening import Store
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
