"""What may be corrected in a contact, in the words in which one is logged, and what the contact is afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.domain.contacts import Claim, Contact
from detente.domain.dates import Tolerance, parse
from detente.domain.days import Day
from detente.domain.drafts import country_of, refuse_future, summary_of
from detente.domain.listed import (
    LEFT,
    Changes,
    changed_claims,
    changed_parties,
    changed_people,
    changed_sources,
    changed_statements,
)
from detente.domain.told import Reference, Sides, read_duration
from detente.domain.vocabulary import BOTH, THIRD_PARTY, THIRD_SIDE, Channel, Level, Setting, Status, Substance
from detente.errors import RejectedError


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction. None leaves a field as it is; an empty text empties it, where a contact can do without it.

    The lists take what ``Draft`` takes; ``drop`` takes the same without what need not be said: ``NAME``, ``[PARTY=]TOPIC``,
    ``URL``, the id of a claim. ``also``: a name or another contact that resembles it does not matter.
    """

    date: str | None = None
    channel: Channel | None = None
    level: Level | None = None
    setting: Setting | None = None
    status: Status | None = None
    substance: Substance | None = None
    initiator: str | None = None
    host: str | None = None
    place: str | None = None
    country: str | None = None
    duration: str | None = None
    summary: str | None = None
    note: str | None = None
    restricted: bool | None = None
    parties: Changes = LEFT
    persons: Changes = LEFT
    topics: Changes = LEFT
    says: Changes = LEFT
    denies: Changes = LEFT
    sources: Changes = LEFT
    claims: Changes = LEFT
    also: bool = False


@dataclass(frozen=True, slots=True)
class Amended:
    """A contact and its claims as corrected; new claims have no id yet. ``notes`` say what was not known."""

    contact: Contact
    claims: tuple[Claim, ...]
    notes: tuple[str, ...]


def amended(
    contact: Contact, claims: Sequence[Claim], wanted: Amendment, known: Reference, *, today: Day, tolerance: Tolerance
) -> Amended:
    """What ``contact`` and the claims about it are once ``wanted`` is done; its id and folder stay.

    Raises RejectedError for what cannot be so, NotFoundError for what is not known or is not there to be dropped.
    """
    when = contact.date if wanted.date is None else parse(wanted.date, tolerance)
    status = wanted.status or contact.status
    refuse_future(status, when, today)
    parties = changed_parties(contact, wanted.parties, known)
    sides = Sides({code: known.party(code) for code in parties}, known)
    level = wanted.level or contact.level
    people, notes = changed_people(replace(contact, date=when, level=level), wanted.persons, sides, known, anew=wanted.also)
    changed = replace(
        contact,
        date=when,
        channel=wanted.channel or contact.channel,
        setting=wanted.setting or contact.setting,
        level=level,
        substance=wanted.substance or contact.substance,
        status=status,
        parties=parties,
        initiator=_side(contact.initiator, "--initiator", wanted.initiator, sides),
        host=_side(contact.host, "--host", wanted.host, sides),
        place=contact.place if wanted.place is None else wanted.place or None,
        duration_minutes=_duration(contact, wanted.duration),
        note=contact.note if wanted.note is None else wanted.note or None,
        restricted=contact.restricted if wanted.restricted is None else wanted.restricted,
        participants=people,
        sources=changed_sources(contact, wanted.sources, sides),
    )
    changed = replace(
        changed,
        country=_country(contact, changed.host, wanted.country, known),
        summary=_summary(contact, changed, wanted.summary, known),
        statements=changed_statements(changed, (wanted.topics, wanted.says, wanted.denies), sides, known),
    )
    _refuse_strangers(changed)
    return Amended(changed, changed_claims(changed, claims, wanted.claims, tolerance), notes)


def _side(there: str | None, option: str, text: str | None, sides: Sides) -> str | None:
    if text is None:
        return there
    return sides.party(option, text) if text else None


def _duration(contact: Contact, text: str | None) -> int | None:
    if text is None:
        return contact.duration_minutes
    return read_duration(text) if text else None


def _country(contact: Contact, host: str | None, text: str | None, known: Reference) -> str | None:
    """The country named; else it follows a host that changes, where it was only that host's."""
    if text is not None:
        return country_of(text, host, known) if text else None
    was_the_hosts = contact.country == country_of(None, contact.host, known)
    return country_of(None, host, known) if host != contact.host and was_the_hosts else contact.country


def _summary(before: Contact, now: Contact, text: str | None, known: Reference) -> str:
    """The summary given; an empty one, or one that was made from the fields before, is made from the fields."""
    if text:
        return text

    def made(contact: Contact, slug: Sequence[str]) -> str:
        codes = [*slug, *(code for code in contact.parties if code not in slug)]
        names = [known.party(code).name for code in codes]
        return summary_of(contact.channel, contact.setting, contact.level, contact.status, names)

    one, other = before.dyad_slug.upper().split("-")
    for slug in ((one, other), (other, one)):
        if text is not None or before.summary == made(before, slug):
            return made(now, slug)
    return before.summary


def _refuse_strangers(contact: Contact) -> None:
    """Raises RejectedError when something told of the contact names a side that is no party of it any more."""
    named: dict[str, set[str | None]] = {
        "an initiator": {contact.initiator},
        "a host": {contact.host},
        "participants": {one.party for one in contact.participants},
        "statements": {side for one in contact.statements for side in (one.reported_by, one.raised_by)},
        "sources": {one.side for one in contact.sources},
    }
    fitting: set[str | None] = {None, *contact.parties, BOTH, THIRD_PARTY, THIRD_SIDE}
    for what, sides in named.items():
        if strange := sorted(str(side) for side in sides - fitting):
            raise RejectedError(f"{contact.contact_id} has {what} of {', '.join(strange)}", mend="drop those first")
