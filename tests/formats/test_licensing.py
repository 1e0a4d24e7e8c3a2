"""What the contacts of a report may be used for: the shipped ones under their licence, of the others it is not known."""

from dataclasses import replace

from detente.formats.licensing import CC_BY_4, Licence, licence_of
from tests.domain import records
from tests.support.shipped_record import shipped_record

SHIPPED = shipped_record().contacts_of("FRA", "RUS")
OWN = [replace(records.contact(f"2026-01-0{day}"), contact_id=f"own-{day}", dyad_slug="fra-rus") for day in range(1, 6)]


def test_shipped_contacts_are_cc_by() -> None:
    assert len(SHIPPED) == 24
    assert licence_of(SHIPPED) == Licence("CC BY 4.0 (the record shipped with Détente).", CC_BY_4)
    assert licence_of(shipped_record().contacts).url == CC_BY_4


def test_of_ones_own_contacts_no_licence_is_known() -> None:
    not_stated = Licence("Not stated: ask whoever keeps the record.", None)
    assert licence_of(OWN) == not_stated
    assert licence_of([]) == not_stated
    assert licence_of([replace(OWN[0], dyad_slug="../../data")]) == not_stated


def test_of_both_it_says_which() -> None:
    words = "CC BY 4.0 for 24 of 25 contacts, those of the record shipped with Détente; not stated for {}: ask whoever keeps the record."
    assert licence_of([*SHIPPED, OWN[0]]) == Licence(words.format("own-1"), CC_BY_4)
    assert licence_of([*SHIPPED, *OWN]).words == words.replace("25", "29").format("the other 5")


def test_the_same_call_logged_by_oneself_is_not_the_shipped_one() -> None:
    """Its id is the same: a slug, a day, a channel."""
    call = shipped_record().contact("fra-rus-2024-04-03-phone")
    assert licence_of([call]).url == CC_BY_4
    assert licence_of([replace(call, summary="As I noted it.")]).url is None
