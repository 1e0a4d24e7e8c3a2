"""How are contacts told with CAMEO codes: one record for each direction, as event data have them?"""

from collections.abc import Iterator
from itertools import permutations

from detente.domain.contacts import Contact
from detente.domain.vocabulary import CALL_CHANNELS, Channel, Setting, Status
from detente.formats.event_records import (
    VERBAL_CONFLICT,
    VERBAL_COOPERATION,
    Record,
    actors,
    asked,
    dates,
    elsewhere,
    host_of,
    lines,
    told,
)
from detente.formats.outgoing import Outgoing

GOLDSTEIN = {
    "026": 4.0, "036": 4.0, "040": 1.0, "041": 1.0, "042": 1.9, "043": 2.8, "044": 2.5, "125": -5.0, "164": -6.5,
}  # fmt: skip
"""Scores of Goldstein (1992), as they are assigned to the codes of CAMEO."""

_NOT_HELD = {
    Status.PLANNED: "036",
    Status.REQUESTED: "026",
    Status.DECLINED: "125",
    Status.UNANSWERED: "125",
    Status.CANCELLED: "164",
    Status.POSTPONED: "164",
}


def written(outgoing: Outgoing) -> str:
    """JSON Lines with the field names of PLOVER and one actor a side: a contact is two records or more, not one event.

    A disputed contact has none. A code is a text, with its leading zero.
    """
    return lines(record for contact in outgoing.contacts for record in _records(contact, outgoing))


def _records(contact: Contact, outgoing: Outgoing) -> Iterator[Record]:
    for one, other, code in _directions(contact):
        score = GOLDSTEIN[code]
        yield {
            "id": f"{contact.contact_id}:{one}>{other}",
            **dates(contact),
            "source": actors(contact, [one], outgoing),
            "recipient": actors(contact, [other], outgoing),
            "event": [code],
            "quad_code": VERBAL_COOPERATION if score > 0 else VERBAL_CONFLICT,
            "event_scale": score,
            **told(contact),
        }


def _directions(contact: Contact) -> Iterator[tuple[str, str, str]]:
    """Who does what to whom: every ordered pair, but for what one side did alone."""
    if contact.status is Status.DISPUTED:
        return
    doing, done_to = _doing(contact)
    for one, other in permutations(contact.parties, 2):
        if not doing or (one in doing and other in done_to):
            yield one, other, _held(contact, one, other) if contact.held else _NOT_HELD[contact.status]


def _doing(contact: Contact) -> tuple[list[str], list[str]]:
    """Who acts and on whom, where one side did; nobody where all did alike, or it is not known."""
    asking, others = asked(contact)
    if contact.status in (Status.PLANNED, Status.REQUESTED):
        return asking, others
    return (others, asking) if contact.status in (Status.DECLINED, Status.UNANSWERED) else ([], [])


def _held(contact: Contact, one: str, other: str) -> str:
    if contact.channel in CALL_CHANNELS:
        return "041"
    if contact.channel is not Channel.IN_PERSON or contact.setting is Setting.MULTILATERAL:
        return "040"
    host = host_of(contact)
    if host in (one, other):
        return "043" if one == host else "042"
    # Two guests of a third party meet at a third location too.
    return "044" if host is not None or contact.setting is Setting.SIDELINES or elsewhere(contact) else "040"
