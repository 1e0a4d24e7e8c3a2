"""How are contacts told in the terms of PLOVER: one record each, with compound actors, mode and context?"""

from detente.domain.contacts import Contact
from detente.domain.vocabulary import CALL_CHANNELS, Channel, Setting, Status
from detente.formats.event_records import (
    VERBAL_CONFLICT,
    VERBAL_COOPERATION,
    Record,
    actors,
    asked,
    contexts,
    dates,
    elsewhere,
    host_of,
    lines,
    told,
)
from detente.formats.outgoing import Outgoing


def written(outgoing: Outgoing) -> str:
    """JSON Lines with the field names of the PLOVER manual. A disputed contact has no event: whether there was one is open."""
    return lines(_record(contact, outgoing) for contact in outgoing.contacts if contact.status is not Status.DISPUTED)


def _record(contact: Contact, outgoing: Outgoing) -> Record:
    event, mode, quad = _event(contact)
    source, recipient = _sides(contact)
    context = contexts(contact, outgoing) + (["future"] if contact.status is Status.PLANNED else [])
    return {
        "id": contact.contact_id,
        **dates(contact),
        "source": actors(contact, source, outgoing),
        "recipient": actors(contact, recipient, outgoing),
        "event": [event],
        "mode": mode,
        "context": context,
        "quad_code": quad,
        **told(contact),
    }


def _event(contact: Contact) -> tuple[str, str | None, int]:
    """The category, the mode (None: none fits) and the quad code."""
    if contact.held:
        return "CONSULT", _mode(contact), VERBAL_COOPERATION
    if contact.status is Status.PLANNED:
        return "AGREE", None, VERBAL_COOPERATION
    return "REQUEST" if contact.status is Status.REQUESTED else "REJECT", "meet", VERBAL_CONFLICT


def _mode(contact: Contact) -> str | None:
    if contact.channel in CALL_CHANNELS:
        return "phone"  # "or some other remote medium"
    if contact.channel is not Channel.IN_PERSON:
        return None
    if contact.setting in (Setting.SIDELINES, Setting.MULTILATERAL):
        return "multilateral"
    if host_of(contact) is not None:
        return "visit"
    return "third-party" if elsewhere(contact) else None


def _sides(contact: Contact) -> tuple[list[str], list[str]]:
    """Source and recipient: visitors and host; who asked and who was asked; who declined and who had asked; else all."""
    everybody = list(contact.parties)
    if contact.held:
        host = host_of(contact) if contact.channel is Channel.IN_PERSON else None
        return (everybody, []) if host is None else ([code for code in everybody if code != host], [host])
    asking, others = asked(contact)
    if not asking or contact.status in (Status.CANCELLED, Status.POSTPONED):
        return everybody, []  # who called it off is not recorded
    return (others, asking) if contact.status in (Status.DECLINED, Status.UNANSWERED) else (asking, others)
