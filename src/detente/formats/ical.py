"""How do contacts stand in a calendar: all-day events that keep their identity, with uncertain dates described?"""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from detente.domain.contacts import Contact
from detente.domain.vocabulary import Status
from detente.domain.words import date_in_words
from detente.formats.outgoing import Outgoing
from detente.formats.plain import plain

if TYPE_CHECKING:
    from icalendar import Event

STATUS = {
    Status.HELD: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.REQUESTED: "TENTATIVE",
    Status.DISPUTED: "TENTATIVE",
    Status.DECLINED: "CANCELLED",
    Status.UNANSWERED: "CANCELLED",
    Status.CANCELLED: "CANCELLED",
    Status.POSTPONED: "CANCELLED",
}
"""What becomes of each status: RFC 5545 has three. The word of the record stands in the title."""


def written(outgoing: Outgoing) -> bytes:
    """A calendar by RFC 5545. DTSTAMP is the as-of day, so that the same record is the same file."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Detente//Record of contacts//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    stamp = datetime.combine(date.fromordinal(outgoing.as_of), time(), UTC)
    for contact in outgoing.contacts:
        calendar.add_component(_event(contact, outgoing, stamp))
    found: bytes = calendar.to_ical()
    return found


def _event(contact: Contact, outgoing: Outgoing, stamp: datetime) -> "Event":
    """An event over all days on which the contact may have been, end exclusive as RFC 5545 has it."""
    from icalendar import Event

    first, last = date.fromordinal(contact.date.start_earliest), date.fromordinal(contact.date.end_latest)
    event = Event()
    event.add("uid", f"{contact.contact_id}@detente")
    event.add("dtstamp", stamp)
    event.add("dtstart", first)
    if last < date.max:
        event.add("dtend", last + timedelta(days=1))
    event.add("summary", plain(_title(contact, outgoing)))
    event.add("description", plain(_description(contact)))
    event.add("categories", [contact.channel.value, contact.level.value, contact.status.value])
    event.add("status", STATUS[contact.status])
    event.add("transp", "TRANSPARENT")  # a record of the past takes nobody's time
    if contact.place:
        event.add("location", plain(contact.place))
    return event


def _title(contact: Contact, outgoing: Outgoing) -> str:
    some_day = "" if contact.date.exact else " (day uncertain)"
    status = "" if contact.held else f", {contact.status}"
    return f"{' – '.join(outgoing.names(contact))}: {contact.channel}, {contact.level}{status}{some_day}"


def _description(contact: Contact) -> str:
    lines = [contact.summary, f"Date: {date_in_words(contact.date)} (recorded as {contact.date.text})"]
    lines += [f"{source.publisher}: {source.url}" for source in contact.sources]
    return "\n".join(line for line in lines if line)
