"""As what may the record go out to other programs, which cannot give it back?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.domain.contacts import Contact
from detente.domain.days import Day
from detente.domain.parties import Party
from detente.domain.selection import Selection
from detente.domain.topics import Topic
from detente.formats.known_formats import function_at
from detente.formats.package import ExportReport
from detente.formats.reading import Whither
from detente.formats.writing import write_whole
from detente.store import reference
from detente.store.contacts import contacts
from detente.store.opening import Store


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What goes out: contacts with their details in series order, what their codes stand for, and the day of writing.

    Whatever is not public has been taken out of it, unless it was asked for.
    """

    contacts: Sequence[Contact]
    parties: Mapping[str, Party]
    topics: Mapping[str, Topic]
    as_of: Day

    def names(self, contact: Contact) -> list[str]:
        """The names of the parties of a contact; the code of one that is not known."""
        return [self.parties[code].name if code in self.parties else code for code in contact.parties]


Writer = Callable[[Outgoing], str | bytes]

WRITERS: Mapping[str, str] = {
    "timelinejs": "timelinejs",
    "icalendar": "ical",
    "csl-json": "csl_json",
    "plover": "plover",
    "cameo": "cameo",
}
"""The name of each format: its module in this room, whose ``written`` writes it."""


def written(name: str, outgoing: Outgoing) -> bytes:
    """What goes out as the format ``name`` of WRITERS, UTF-8."""
    writer: Writer = function_at(f"{WRITERS[name]}:written")
    text = writer(outgoing)
    return text.encode() if isinstance(text, str) else text


def outgoing_of(store: Store, selection: Selection, today: Day) -> Outgoing:
    """The contacts of a selection, with all that is told of them."""
    return Outgoing(contacts(store, selection, details=True), reference.parties(store), reference.topics(store), today)


def export_for_others(store: Store, path: Path, selection: Selection, whither: Whither) -> ExportReport:
    """Writes the contacts of a selection to a file for another program; raises RejectedError where it cannot be written."""
    outgoing = outgoing_of(store, selection, whither.today)
    write_whole(path, written(whither.format, outgoing))
    return ExportReport(1, len(outgoing.contacts))
