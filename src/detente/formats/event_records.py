"""What do event records of PLOVER and CAMEO have in common: fields, actors, and how a contact's side is told?"""

from collections.abc import Iterable, Sequence
from json import dumps

from detente.domain.contacts import Contact
from detente.domain.days import iso
from detente.domain.vocabulary import Level, PartyKind, Setting, Stance
from detente.formats.json_text import UNSEEN
from detente.formats.outgoing import Outgoing

Record = dict[str, object]

VERBAL_COOPERATION, VERBAL_CONFLICT = 1, 3
"""Quad codes: cooperation or conflict, in words."""


def lines(records: Iterable[Record]) -> str:
    """JSON Lines: one record a line, letters of every alphabet kept, what a terminal obeys spelt as escapes."""
    return "".join(f"{_escaped(dumps(record, ensure_ascii=False))}\n" for record in records)


def _escaped(text: str) -> str:
    return UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def actors(contact: Contact, codes: Sequence[str], outgoing: Outgoing) -> list[Record]:
    """Actor objects: ISO alpha-3, or IGO for an organisation; MIL for a chief of defence, else GOV; who took part, by name."""
    return [_actor(contact, code, outgoing) for code in codes]


def _actor(contact: Contact, code: str, outgoing: Outgoing) -> Record:
    party = outgoing.parties.get(code)
    organisation = party is not None and party.kind is PartyKind.ORGANISATION
    people = [person.person for person in contact.participants if person.party == code and person.person]
    return {
        "code": "IGO" if organisation else code,
        "sector": "MIL" if contact.level is Level.CHIEF_OF_DEFENCE else "GOV",
        "actor_text": "; ".join([code, *people] if organisation else people) or None,
    }


def dates(contact: Contact) -> Record:
    """``date`` is the first day as written; ``enddate`` is there where the contact lasted."""
    found: Record = {"date": iso(contact.date.first_day)}
    if contact.date.lasted:
        found["enddate"] = iso(contact.date.end_latest)
    return found


def contexts(contact: Contact, outgoing: Outgoing) -> list[str]:
    """The PLOVER contexts of the topics that somebody reports, each once, in the order in which they were told."""
    topics = (statement.topic for statement in contact.statements if statement.stance is Stance.REPORTS)
    known = (outgoing.topics[topic].plover_context for topic in topics if topic in outgoing.topics)
    return list(dict.fromkeys(context for context in known if context))


def told(contact: Contact) -> Record:
    """Text, sources and what a reader must know: the date as recorded, and the status that has no code of its own."""
    comment = [f"recorded as {contact.date.text}"] if not contact.date.exact or contact.date.lasted else []
    comment += [] if contact.held else [f"status {contact.status}"]
    return {
        "text": contact.summary,
        "cite_info": [{"url": s.url, "publisher": s.publisher, "language": s.language} for s in contact.sources],
        "coder": "Détente",
        "comment": "; ".join(comment) or None,
    }


def host_of(contact: Contact) -> str | None:
    """The party in whose country a meeting took place; None where that is not known, or it was at the side of others."""
    if contact.setting in (Setting.SIDELINES, Setting.MULTILATERAL):
        return None
    return next((code for code in (contact.host, contact.country) if code in contact.parties), None)


def elsewhere(contact: Contact) -> bool:
    """Whether it is known that a meeting took place in the country of none of its parties."""
    return contact.country is not None and contact.country not in contact.parties and contact.host not in contact.parties


def asked(contact: Contact) -> tuple[list[str], list[str]]:
    """Who asked, and who was asked; nobody where it is not known who asked."""
    if contact.initiator not in contact.parties:
        return [], []
    return [str(contact.initiator)], [code for code in contact.parties if code != contact.initiator]
