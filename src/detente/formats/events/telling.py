"""How is a contact told that machine-coded rows have in common: its channel, its level, its words, its sources?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from detente.domain import ids
from detente.domain.contacts import Contact, DifferingValue, Participant, Source
from detente.domain.dates import parse
from detente.domain.officeholders import RANK
from detente.domain.parties import dyad
from detente.domain.vocabulary import Channel, Level, Setting, Status, Substance
from detente.formats.events.crosswalk import MEANINGS, Meaning
from detente.formats.events.reading import Format
from detente.formats.events.register import Register
from detente.formats.events.sourcing import NAMES, source_of


@dataclass(frozen=True, slots=True)
class Row:
    """A coded event of a contact, and which contact (``low`` to ``channel_key``); None where the data say nothing."""

    low: str
    high: str
    status: str
    episode: int
    piece: int
    channel_key: str
    day: date
    file: str
    line: int
    event_id: str | None
    code: str
    a_name: str | None
    a_party: str
    a_holder: int | None
    b_name: str | None
    b_party: str
    b_holder: int | None
    url: str | None
    publisher: str | None
    published: date | None
    language: str | None

    @property
    def contact(self) -> tuple[str, str, str, int, int, str]:
        """What the rows of one contact share."""
        return (self.low, self.high, self.status, self.episode, self.piece, self.channel_key)


_LATE = 30
"""From so many days on a note says that an event was added long after the day that it is dated."""

_STATUSES = list(Status)


def contacts_of(rows: Sequence[Row], format_: Format, register: Register, echo: int) -> list[Contact]:
    """The contacts that ``rows``, in the order of what they share, tell of; by date, each with an id of its own.

    A contact that is coded as held within ``echo`` days of one of the same dyad that is coded as planned has a note of it.
    """
    told = [_contact(list(shared), format_, register) for _, shared in groupby(rows, key=lambda row: row.contact)]
    told = _beside_plans(told, echo)
    told.sort(key=lambda contact: (contact.date.first_day, contact.dyad_slug, _STATUSES.index(contact.status), contact.channel))
    taken: set[str] = set()
    return [_named(contact, format_.dataset, taken) for contact in told]


def _beside_plans(contacts: Sequence[Contact], echo: int) -> list[Contact]:
    plans: dict[str, set[int]] = {}
    for contact in contacts:
        if contact.status is Status.PLANNED:
            plans.setdefault(contact.dyad_slug, set()).add(contact.date.first_day)
    found = []
    for contact in contacts:
        first, planned = contact.date.first_day, plans.get(contact.dyad_slug, set())
        if contact.held and any(day in planned for day in range(first - echo, first + echo + 1)):
            contact = replace(contact, note=f"{contact.note} {_PLANNED}")
        found.append(contact)
    return found


_PLANNED = "Rows of the same days speak of an intent to meet: it may be a meeting that was announced."


def _named(contact: Contact, dataset: str, taken: set[str]) -> Contact:
    stem = f"{ids.contact_id(contact.dyad_slug, contact.date, contact.channel, contact.level)}-{dataset}"
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return replace(contact, contact_id=name)


def _contact(rows: list[Row], format_: Format, register: Register) -> Contact:
    """One contact of the rows of one contact: what they agree on; where their channels differ, that of most of them."""
    sources = _sources(rows, format_)
    once = list(sources.values())
    meanings = MEANINGS[format_.codebook]
    channel = _channel([meanings[row.code] for row in once])
    fitting = [row for row in once if meanings[row.code].channel is channel]
    host = _host(fitting, meanings) if channel is Channel.IN_PERSON else None
    askers = {row.a_party for row in once if meanings[row.code].initiator}
    participants = _participants(rows, register)
    pair = dyad(rows[0].low, rows[0].high)
    settings = {meanings[row.code].setting for row in fitting}
    return Contact(
        contact_id="",
        dyad_slug=register.slug(pair),
        date=parse(min(row.day for row in rows).isoformat()),
        channel=channel,
        setting=settings.pop() if len(settings) == 1 else Setting.BILATERAL,
        level=_level(participants),
        substance=Substance.TALKS,
        status=Status(rows[0].status),
        parties=pair.parties,
        summary=_summary(fitting, host, meanings, register, len(once), format_.dataset),
        initiator=askers.pop() if len(askers) == 1 else None,
        host=host,
        country=host,
        note=_note(once, participants, format_.dataset),
        participants=participants,
        sources=tuple(sources),
        values=tuple(_differing(sources, channel, meanings)),
    )


def _sources(rows: list[Row], format_: Format) -> dict[Source, Row]:
    """A source record for each row, once for a row that is there twice, in an order that no order of the files changes.

    Rows that differ though they have one id are told apart by a number behind it.
    """
    found: dict[Source, Row] = {}
    said: set[Row] = set()
    urls: Counter[str] = Counter()
    for row in sorted(rows, key=_content):
        if row.event_id is not None:
            row = replace(row, file="", line=0)
        if row not in said:
            said.add(row)
            source = source_of(row, format_.dataset)
            urls[source.url] += 1
            number = urls[source.url]
            found[source if number == 1 else replace(source, url=f"{source.url}-{number}")] = row
    return found


def _content(row: Row) -> tuple[str, ...]:
    told = (row.event_id, row.code, row.a_party, row.b_party, row.a_name, row.b_name, row.url, row.publisher, row.language)
    return (row.day.isoformat(), *(text or "" for text in told), str(row.published), row.file, f"{row.line:12d}")


def _channel(meanings: Sequence[Meaning]) -> Channel:
    """That of most rows which say one; of as many the first in the order of the vocabulary."""
    known = Counter(meaning.channel for meaning in meanings if meaning.channel is not Channel.OTHER)
    order = list(Channel)
    return min(known, key=lambda channel: (-known[channel], order.index(channel)), default=Channel.OTHER)


def _host(rows: Sequence[Row], meanings: dict[str, Meaning]) -> str | None:
    """The party in whose country it took place, if all rows that say it name the same."""
    sides = [(meanings[row.code].host, row) for row in rows]
    hosts = {row.a_party if side == "source" else row.b_party for side, row in sides if side}
    return hosts.pop() if len(hosts) == 1 else None


def _participants(rows: Sequence[Row], register: Register) -> tuple[Participant, ...]:
    """The holders of office whom the rows name, highest first within each party."""
    numbers = {(row.a_party, row.a_holder) for row in rows} | {(row.b_party, row.b_holder) for row in rows}
    holders = [(party, register.holders[number]) for party, number in numbers if number is not None]
    holders.sort(key=lambda found: (found[0], RANK[found[1].office], found[1].person, found[1].title))
    named = [Participant(party, holder.person, holder.title, holder.office) for party, holder in holders]
    return tuple(dict.fromkeys(named))


def _level(participants: Sequence[Participant]) -> Level:
    """The rank of the highest officeholder whom a row names; official where none is named."""
    highest = min((one.level for one in participants), key=lambda office: RANK[office], default=None)
    return Level.OFFICIAL if highest is None else Level(highest.value)


def _summary(
    rows: Sequence[Row], host: str | None, meanings: dict[str, Meaning], register: Register, count: int, dataset: str
) -> str:
    names = {code: register.parties[code].name for code in (rows[0].low, rows[0].high)}
    pair = f"{names[rows[0].low]} and {names[rows[0].high]}"
    codes = Counter(row.code for row in rows)
    said = meanings[min(codes, key=lambda code: (-codes[code], code))]
    if host is not None:
        (guest,) = (name for code, name in names.items() if code != host)
        words = f"Visit of {guest} to {names[host]}"
    else:
        words = said.words.format(pair=pair)
    return f"{words}; {count:,} {'row' if count == 1 else 'rows'} of {NAMES[dataset]}"


def _note(rows: Sequence[Row], participants: Sequence[Participant], dataset: str) -> str:
    """What the data cannot tell, in words."""
    said = [f"Machine-coded by {NAMES[dataset]}: whether it took place, and on which day, was judged by no person."]
    if not participants:
        said.append("The data name no holder of an office, so the level is the lowest.")
    late = [row for row in rows if row.published is not None and (row.published - row.day).days > _LATE]
    if late:
        most = max((row.published - row.day).days for row in late if row.published is not None)
        what = "1 row was" if len(late) == 1 else f"{len(late):,} rows were"
        said.append(
            f"{what} added up to {most:,} days after the day that the data give: it may be one that an article recalls."
        )
    return " ".join(said)


def _differing(sources: dict[Source, Row], channel: Channel, meanings: dict[str, Meaning]) -> Iterator[DifferingValue]:
    """The channel of each row that says another one than the contact has."""
    for source, row in sources.items():
        said = meanings[row.code].channel
        if said not in (channel, Channel.OTHER):
            yield DifferingValue("channel", said.value, source.url)
