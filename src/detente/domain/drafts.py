"""What may be said of a contact in a few words, and how those become a complete record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.domain.claimed import read_claim
from detente.domain.contacts import Claim, Contact, Participant
from detente.domain.dates import Tolerance, UncertainDate, parse
from detente.domain.days import Day
from detente.domain.officeholders import RANK
from detente.domain.parties import Party
from detente.domain.sides import sides_in_words
from detente.domain.told import (
    NOT_STATED,
    Reference,
    Sides,
    participants_of,
    read_duration,
    sources_of,
    statements_of,
    with_sources,
)
from detente.domain.vocabulary import Channel, Level, Office, PartyKind, Setting, Status, Substance
from detente.domain.words import kind_in_words
from detente.errors import RejectedError


@dataclass(frozen=True, slots=True)
class Draft:
    """A contact as somebody types it; what may belong to a side is written ``PARTY=VALUE``.

    ``topics`` are ``TOPIC`` or ``PARTY=TOPIC``, ``says`` and ``denies`` ``PARTY=TOPIC: TEXT``, ``sources`` ``URL`` or
    ``PARTY=URL``, ``claims`` as ``read_claim`` takes them. ``level`` None: that of the people named, else minister.
    ``anew``: it is recorded even though a name resembles one on record.
    """

    date: str
    channel: Channel
    parties: tuple[str, ...]
    level: Level | None = None
    setting: Setting = Setting.BILATERAL
    status: Status = Status.HELD
    substance: Substance = Substance.TALKS
    initiator: str | None = None
    host: str | None = None
    place: str | None = None
    country: str | None = None
    duration: str | None = None
    summary: str | None = None
    note: str | None = None
    persons: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    restricted: bool = False
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Completed:
    """The record that a draft stands for; its ids are empty until it is recorded, and its folder
    is that of the two parties named first. ``notes`` say what was not known."""

    contact: Contact
    claims: tuple[Claim, ...]
    notes: tuple[str, ...]
    names: tuple[str, ...]
    """English names of the parties, in the order in which they were given."""


def complete(draft: Draft, known: Reference, *, today: Day, tolerance: Tolerance) -> Completed:
    """The contact and claims that ``draft`` stands for, what was left out filled in.

    Raises RejectedError for what cannot be so (fewer than two parties, a held contact that begins after ``today``, a side
    that is no party of it) and NotFoundError for a party, topic or person that is not known.
    """
    when = parse(draft.date, tolerance)
    refuse_future(draft.status, when, today)
    parties = _parties(draft.parties, known)
    sides = Sides(parties, known)
    participants, notes = participants_of(draft.persons, when, sides, known, level=draft.level, anew=draft.anew)
    level = draft.level or level_of(participants, sides.codes)
    names = tuple(party.name for party in parties.values())
    sources = sources_of(draft.sources, sides)
    host = sides.party("--host", draft.host)
    contact = Contact(
        contact_id="",
        dyad_slug="-".join(sides.codes[:2]).lower(),
        date=when,
        channel=draft.channel,
        setting=draft.setting,
        level=level,
        substance=draft.substance,
        status=draft.status,
        parties=tuple(sorted(parties)),
        summary=draft.summary or summary_of(draft.channel, draft.setting, level, draft.status, names),
        initiator=sides.party("--initiator", draft.initiator),
        host=host,
        place=draft.place or None,
        country=country_of(draft.country, host, known),
        duration_minutes=None if draft.duration is None else read_duration(draft.duration),
        note=draft.note or None,
        restricted=draft.restricted,
        participants=tuple(participants),
        statements=with_sources(statements_of(draft.topics, draft.says, draft.denies, sides, known), sources),
        sources=sources,
    )
    claims = tuple(read_claim(text, contact, tolerance) for text in draft.claims)
    return Completed(contact, claims, tuple(notes), names)


def _parties(named: Sequence[str], known: Reference) -> dict[str, Party]:
    found = {party.code: party for party in (known.party(text) for text in named)}
    if len(found) < 2:
        said = f"only {' and '.join(found)} is named" if found else "no party is named"
        raise RejectedError(said, mend="a contact has two different parties or more")
    return found


def level_of(participants: Iterable[Participant], codes: Iterable[str]) -> Level:
    """The rank of the highest defence participant where every party names one whose office is known, else minister."""
    offices = [p for p in participants if p.role != NOT_STATED and p.level is not Office.FOREIGN_MINISTER]
    if not offices or {p.party for p in offices} != set(codes):
        return Level.MINISTER
    return Level(min((p.level for p in offices), key=RANK.__getitem__))


def country_of(text: str | None, host: str | None, known: Reference) -> str | None:
    """The ISO code of the place; by definition that of the host, where there is one and no country is named."""
    if text is None:
        return None if host is None or known.party(host).kind is not PartyKind.STATE else host
    party = known.party(text)
    if party.kind is not PartyKind.STATE:
        raise RejectedError(f"--country names {party.name}, which is no country", mend="name a country")
    return party.code


def summary_of(channel: Channel, setting: Setting, level: Level, status: Status, names: Sequence[str]) -> str:
    """A summary for a contact of which none was given."""
    kind = kind_in_words(channel, setting)
    said = f"{kind[0].upper()}{kind[1:]} between {sides_in_words(level, names)}"
    return f"{said}." if status is Status.HELD else f"{said}: {status}."


def refuse_future(status: Status, when: UncertainDate, today: Day) -> None:
    """Raises RejectedError for a contact that was held on a day after ``today``."""
    if status is Status.HELD and when.first_day > today:
        raise RejectedError(f"'{when.text}' lies in the future", mend="a contact that is to come has --status planned")
