from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from detente.domain.contacts import Contact
from detente.domain.vocabulary import Status
from detente.formats.ical import STATUS, written
from tests.formats.outgoing import HOSTILE_CONTACT, contact, outgoing, source


def events(*contacts: Contact) -> list[Any]:
    calendar: Any = Calendar.from_ical(written(outgoing(*contacts)))
    assert calendar.errors == []
    found = list(calendar.walk("VEVENT"))
    assert [event.errors for event in found] == [[]] * len(contacts)
    return found


def test_a_call_by_hand() -> None:
    (event,) = events(contact(contact_id="a-call", summary="They spoke.", place="Paris, by wire", sources=(source(),)))
    assert str(event["UID"]) == "a-call@detente"
    assert event["DTSTART"].to_ical() == b"20240403"
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTEND"].dt == date(2024, 4, 4), "the end is exclusive"
    assert event["DTSTAMP"].to_ical() == b"20251231T000000Z"
    assert str(event["SUMMARY"]) == "France – Russia: phone, minister"
    assert str(event["DESCRIPTION"]) == (
        "They spoke.\nDate: 3 April 2024 (recorded as 2024-04-03)\nThe Paper: https://example.org/a"
    )
    assert str(event["LOCATION"]) == "Paris, by wire"
    assert [str(word) for word in event["CATEGORIES"].cats] == ["phone", "minister", "held"]
    assert str(event["STATUS"]) == "CONFIRMED"


@pytest.mark.parametrize(
    ("when", "first", "end", "uncertain"),
    [
        ("2015-12-21/2015-12-23", date(2015, 12, 21), date(2015, 12, 24), False),
        ("2022-03-12~", date(2022, 3, 9), date(2022, 3, 16), True),
        ("2023-05", date(2023, 5, 1), date(2023, 6, 1), True),
        ("[2022-06-01..2022-07-12]", date(2022, 6, 1), date(2022, 7, 13), True),
    ],
)
def test_the_days_on_which_it_may_have_been(when: str, first: date, end: date, uncertain: bool) -> None:
    (event,) = events(contact(when))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (first, end)
    assert ("day uncertain" in str(event["SUMMARY"])) is uncertain
    assert f"recorded as {when}" in str(event["DESCRIPTION"])


def test_the_last_day_of_the_calendar_has_no_end() -> None:
    (event,) = events(contact("9999-12-31"))
    assert "DTEND" not in event


def test_what_was_not_held_is_tentative_or_cancelled() -> None:
    assert set(STATUS) == set(Status)
    for event, status in zip(events(*(contact(status=s.value) for s in Status)), Status, strict=True):
        assert str(event["STATUS"]) == STATUS[status]
        assert (str(event["STATUS"]) == "CONFIRMED") is (status is Status.HELD)
        assert (status.value in str(event["SUMMARY"])) is (status is not Status.HELD)


def test_hostile_text_stays_in_its_event() -> None:
    whole = written(outgoing(HOSTILE_CONTACT))
    assert not any(byte in whole for byte in (b"\x00", b"\x1b"))
    assert whole.count(b"\r\nEND:VCALENDAR") == 1
    assert all(len(line) <= 75 for line in whole.split(b"\r\n"))
    (event,) = events(HOSTILE_CONTACT)
    assert "=1+1 <script>alert('x')</script> & \"q\" שלום 🎈" in str(event["DESCRIPTION"])
    assert "\nEND:VCALENDAR\n" in str(event["DESCRIPTION"])


def test_the_same_record_is_the_same_file() -> None:
    assert written(outgoing(contact(), contact("2024-04-04"))) == written(outgoing(contact(), contact("2024-04-04")))
