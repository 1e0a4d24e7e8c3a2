"""What may be said of a contact in a few words, and how those become a complete record."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from detente.domain.cited import source_at
from detente.domain.claimed import read_claim
from detente.domain.contacts import Claim, Contact, Participant, Source, Statement
from detente.domain.dates import Tolerance, UncertainDate, parse
from detente.domain.days import Day
from detente.domain.officeholders import RANK, Officeholder, holder_of
from detente.domain.parties import Party
from detente.domain.vocabulary import (
    THIRD_PARTY,
    THIRD_SIDE,
    Channel,
    Level,
    Office,
    Setting,
    Stance,
    Status,
    Substance,
)
from detente.domain.words import and_list, kind_in_words, sides_in_words
from detente.errors import NotFoundError, RejectedError

NOT_STATED = "not stated"
"""The role of a participant whose office is not on record."""


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


class Reference(Protocol):
    """What names stand for; each method raises NotFoundError, with the nearest names as its mend."""

    def party(self, text: str) -> Party:
        """The party named."""

    def topic(self, text: str) -> str:
        """The id of the topic named."""

    def person(self, text: str) -> str:
        """The name as it is on record."""

    def holders(self) -> Sequence[Officeholder]:
        """Every tenure known."""


def complete(draft: Draft, known: Reference, *, today: Day, tolerance: Tolerance) -> Completed:
    """The contact and claims that ``draft`` stands for, what was left out filled in.

    Raises RejectedError for what cannot be so (fewer than two parties, a held contact that begins after ``today``, a side
    that is no party of it) and NotFoundError for a party, topic or person that is not known.
    """
    when = parse(draft.date, tolerance)
    if draft.status is Status.HELD and when.first_day > today:
        raise RejectedError(f"'{draft.date}' lies in the future", mend="a contact that is to come has --status planned")
    parties = _parties(draft.parties, known)
    sides = _Sides(parties, known)
    participants, notes = _participants(draft, when, sides, known)
    level = draft.level or _level_of(participants, sides)
    sources = _sources(draft.sources, sides)
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
        summary=draft.summary or _sentence(draft, level, parties),
        initiator=sides.party("--initiator", draft.initiator),
        host=host,
        place=draft.place or None,
        country=_country(draft.country, host, known),
        duration_minutes=None if draft.duration is None else read_duration(draft.duration),
        note=draft.note or None,
        restricted=draft.restricted,
        participants=tuple(participants),
        statements=_with_sources(_statements(draft, sides, known), sources),
        sources=sources,
    )
    claims = tuple(read_claim(text, contact, tolerance) for text in draft.claims)
    return Completed(contact, claims, tuple(notes), tuple(party.name for party in parties.values()))


def _parties(named: Sequence[str], known: Reference) -> dict[str, Party]:
    found = {party.code: party for party in (known.party(text) for text in named)}
    if len(found) < 2:
        said = f"only {' and '.join(found)} is named" if found else "no party is named"
        raise RejectedError(said, mend="a contact has two different parties or more")
    return found


class _Sides:
    """Whose is it: reads ``PARTY=VALUE`` against the parties of one contact."""

    def __init__(self, parties: dict[str, Party], known: Reference) -> None:
        self.codes = tuple(parties)
        self._known = known

    def party(self, option: str, text: str | None) -> str | None:
        """The code of the party ``text``, which must be one of the contact's; None for None."""
        if text is None:
            return None
        code = self._known.party(text).code
        if code not in self.codes:
            among = and_list(self.codes)
            raise RejectedError(f"{option} names {code}, which is no party of this contact", mend=f"its parties are {among}")
        return code

    def split(self, option: str, text: str, third: str | None = None) -> tuple[str | None, str]:
        """The side and the value of ``PARTY=VALUE``; None: no side is given. ``third`` stands for no side's own account."""
        before, equals, after = text.partition("=")
        if not equals or "/" in before:  # an address without a side may have an = of its own
            return None, text.strip()
        if third is not None and before.strip().casefold() in (THIRD_PARTY, THIRD_SIDE):
            return third, after.strip()
        return self.party(option, before.strip()), after.strip()

    def both(self, option: str, text: str, third: str | None = None) -> tuple[str, str]:
        """As ``split``, where the side and the value must be there."""
        side, value = self.split(option, text, third)
        if side is None or not value:
            raise RejectedError(f"{option} '{text}' does not say whose it is", mend=f"write {option} '{self.codes[0]}=…'")
        return side, value


def _participants(draft: Draft, when: UncertainDate, sides: _Sides, known: Reference) -> tuple[list[Participant], list[str]]:
    found: dict[tuple[str, str, str], Participant] = {}
    notes = []
    for text in draft.persons:
        party, name = sides.both("--person", text)
        name, on_record = _name(name, draft.anew, known)
        holder = holder_of(name, party, when, known.holders(), preferred=draft.level)
        if holder is None:
            why = f"holds no office of {party} on record for {when}" if on_record else "is not on record yet"
            notes.append(f"{name} {why}; the role is recorded as '{NOT_STATED}'")
            taken = Participant(party, name, NOT_STATED, Office(draft.level or Level.MINISTER))
        else:
            taken = Participant(party, name, role_of(holder), holder.office)
        found[taken.party, name, taken.role] = taken
    return list(found.values()), notes


def _name(name: str, anew: bool, known: Reference) -> tuple[str, bool]:
    """The name as it is on record, or as given where nothing resembles it; and whether it is on record."""
    try:
        return known.person(name), True
    except NotFoundError as error:
        if error.mend and not anew:
            raise NotFoundError(error.reason, mend=f"{error.mend} (add --also if it is somebody else)") from None
        return name, False


_ASIDE = re.compile(r" \([^()]*\)$")


def role_of(holder: Officeholder) -> str:
    """The office in words, without the remark that stands behind it where a day of the tenure is not verified."""
    unverified = holder.from_date is None or holder.to_date is None
    return _ASIDE.sub("", holder.title) if unverified else holder.title


def _level_of(participants: Sequence[Participant], sides: _Sides) -> Level:
    """The rank of the highest defence participant where every party names one whose office is known, else minister."""
    offices = [p for p in participants if p.role != NOT_STATED and p.level is not Office.FOREIGN_MINISTER]
    if {p.party for p in offices} != set(sides.codes):
        return Level.MINISTER
    return Level(min((p.level for p in offices), key=RANK.__getitem__))


def _statements(draft: Draft, sides: _Sides, known: Reference) -> list[Statement]:
    found: list[Statement] = []
    for option, texts, stance in (("--says", draft.says, Stance.REPORTS), ("--denies", draft.denies, Stance.DENIES)):
        for text in texts:
            side, value = sides.both(option, text, THIRD_PARTY)
            topic, colon, words = value.partition(":")
            if stance is Stance.REPORTS and not (colon and words.strip()):
                raise RejectedError(f"--says '{text}' has no text", mend=f"write --says '{side}=TOPIC: TEXT', or use --topic")
            found.append(Statement(known.topic(topic.strip()), None, side, stance, words.strip() or None))
    told = {(statement.topic, statement.reported_by, statement.stance) for statement in found}
    bare: dict[tuple[str, str, Stance], Statement] = {}
    for text in draft.topics:
        one, value = sides.split("--topic", text, THIRD_PARTY)
        topic = known.topic(value)
        for side in sides.codes if one is None else (one,):
            key = (topic, side, Stance.REPORTS)
            if key not in told:  # what is told in words needs no second, wordless statement
                bare[key] = Statement(topic, None, side, Stance.REPORTS)
    return [*bare.values(), *dict.fromkeys(found)]


def _sources(texts: Sequence[str], sides: _Sides) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for text in texts:
        side, url = sides.split("--source", text, THIRD_SIDE)
        source = source_at(url, side or THIRD_SIDE)
        if found.setdefault(url, source) != source:
            raise RejectedError(f"the source {url} is given for two sides", mend="name it once")
    return tuple(found.values())


def _with_sources(statements: Sequence[Statement], sources: Sequence[Source]) -> tuple[Statement, ...]:
    """Each statement with the first source given for its side, if there is one."""
    first: dict[str, str] = {}
    for source in sources:
        first.setdefault(THIRD_PARTY if source.side == THIRD_SIDE else source.side, source.url)
    return tuple(
        Statement(s.topic, s.raised_by, s.reported_by, s.stance, s.paraphrase, first.get(s.reported_by)) for s in statements
    )


def _country(text: str | None, host: str | None, known: Reference) -> str | None:
    """The ISO code of the place; by definition that of the host, where there is one and no country is named."""
    if text is None:
        return host if host is not None and len(host) == 3 else None
    party = known.party(text)
    if len(party.code) != 3:
        raise RejectedError(f"--country names {party.name}, which is no country", mend="name a country")
    return party.code


def _sentence(draft: Draft, level: Level, parties: dict[str, Party]) -> str:
    """A summary for a contact of which none was given."""
    kind = kind_in_words(draft.channel, draft.setting)
    said = f"{kind[0].upper()}{kind[1:]} between {sides_in_words(level, [party.name for party in parties.values()])}"
    return f"{said}." if draft.status is Status.HELD else f"{said}: {draft.status}."


_DURATION = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})(?:m|min)?)?", re.ASCII)


def read_duration(text: str) -> int:
    """Minutes, from ``60``, ``60m`` or ``1h30``; raises RejectedError."""
    match = _DURATION.fullmatch(text.strip().lower().replace(" ", ""))
    hours, minutes = (int(part or 0) for part in match.groups()) if match else (0, 0)
    if hours * 60 + minutes == 0 or (hours and minutes > 59):
        raise RejectedError(f"'{text}' is no duration", mend="write minutes or hours, such as 60, 60m or 1h30")
    return hours * 60 + minutes
