"""What a test sends out: contacts with details, spelt out by hand."""

from dataclasses import replace

from detente.domain.contacts import Contact, Participant, Source, Statement
from detente.domain.parties import Party
from detente.domain.topics import Topic
from detente.domain.vocabulary import Office, PartyKind, Reliability, Stance
from detente.formats.outgoing import Outgoing
from tests.domain import records
from tests.domain.records import day

HOSTILE = "=1+1 <script>alert('x')</script> & \"q\" שלום 🎈 \x00\x1b[31m\r\nEND:VCALENDAR\n, ; \\ \u202e"

PARTIES = {
    "FRA": Party("FRA", "France"),
    "RUS": Party("RUS", "Russia"),
    "TUR": Party("TUR", "Türkiye"),
    "NATO": Party("NATO", "North Atlantic Treaty Organization", PartyKind.ORGANISATION),
}
TOPICS = {
    "syria": Topic("syria", "Syria", "", None, "military"),
    "libya": Topic("libya", "Libya", "", None, "diplomatic"),
    "nato": Topic("nato", "NATO", "", None, "military"),
}


def source(url: str = "https://example.org/a", **told: object) -> Source:
    plain = Source(url, "The Paper", "2024-04-03", "A title", "en", "third", Reliability.B, 2)
    return replace(plain, **told)  # type: ignore[arg-type]  # the names are its fields


def contact(when: str = "2024-04-03", /, **told: object) -> Contact:
    """A call of ministers unless told otherwise; words for the vocabularies, fields of a contact for the rest."""
    words = {key: told.pop(key) for key in list(told) if key in ("channel", "level", "setting", "status", "parties", "people")}
    made = records.contact(when, **words)  # type: ignore[arg-type]  # words are texts
    return replace(made, **told)  # type: ignore[arg-type]  # the names are its fields


def says(topic: str, who: str, stance: str = "reports") -> Statement:
    return Statement(topic, None, who, Stance(stance))


def outgoing(*contacts: Contact) -> Outgoing:
    return Outgoing(contacts, PARTIES, TOPICS, day("2025-12-31"))


HOSTILE_CONTACT = contact(
    contact_id="fra-rus-2024-04-03-phone",
    summary=HOSTILE,
    place=HOSTILE,
    participants=(Participant("FRA", HOSTILE, HOSTILE, Office.MINISTER),),
    sources=(source(publisher=HOSTILE, title=HOSTILE),),
    statements=(says("syria", "FRA"),),
)
