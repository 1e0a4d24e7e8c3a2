"""What was tried, and how long until there was a contact."""

from dataclasses import replace

from detente.domain.attempts import attempts
from detente.domain.parties import dyad
from tests.domain.records import contact
from tests.support.shipped_record import shipped_record

PAIR = dyad("FRA", "RUS")


def test_the_next_contact_is_of_the_same_level() -> None:
    """Declined on 1 March; the chiefs speak on the 5th, the ministers on the 11th: ten days."""
    tried = replace(contact("2020-03-01", status="declined"), initiator="FRA")
    (found,) = attempts(
        PAIR,
        [contact("2020-02-01"), tried, contact("2020-03-05", level="chief-of-defence"), contact("2020-03-11")],
    )
    assert (found.asked, found.days_min, found.days_max) == (("RUS",), 10, 10)
    assert found.previous is not None
    assert found.following is not None
    assert (found.previous.contact_id, found.following.contact_id) == ("2020-02-01", "2020-03-11")


def test_imprecise_dates_make_the_wait_an_interval() -> None:
    """2020-03-10~ is the 7th to the 13th; to the 20th that is 7 to 13 days."""
    (found,) = attempts(PAIR, [contact("2020-03-10~", status="requested"), contact("2020-03-20")])
    assert (found.asked, found.days_min, found.days_max) == ((), 7, 13)


def test_nothing_since() -> None:
    (found,) = attempts(PAIR, [contact("2020-03-10", status="planned")])
    assert (found.following, found.days_min, found.previous) == (None, None, None)


def test_the_shipped_attempts_of_paris_and_moscow() -> None:
    """The session of 2014-03-18 was cancelled; 643 days later Le Drian was in Moscow. That of 2020 was put off for 424 days."""
    found = attempts(PAIR, shipped_record().contacts_of("FRA", "RUS"))
    assert [(a.contact.date.text, a.contact.status.value, a.days_min) for a in found] == [
        ("2014-03-18", "cancelled", 643),
        ("2020-09-14", "postponed", 424),
    ]
