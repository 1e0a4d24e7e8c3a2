"""What is on record about each contact: the table, and a card with both sides' accounts, sources and claims."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from detente.analysis.dossier import Dossier
from detente.analysis.periods import Per, period_of
from detente.domain.contacts import Contact, Source, Statement
from detente.domain.vocabulary import THIRD_PARTY, THIRD_SIDE, Office, Reliability, Stance
from detente.domain.words import and_list
from detente.report.chart import MOST_ROWS, MOST_SINGLE, Cell, Row, Table
from detente.report.naming import capital, edtf_in_words, party_name, side_name, topic_label, what, when

RELIABILITY = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "reliability cannot be judged",
}
CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}


_LATEST = 100
"""How many of very many contacts get a card."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address that may be followed (http or https), or text alone when ``url`` is empty."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Told:
    """One topic in an account: ``stance`` is ``reports`` or ``denies``."""

    topic: str
    stance: str
    raised_by: str
    paraphrase: str
    source: Link | None
    restricted: bool


@dataclass(frozen=True, slots=True)
class Account:
    """What one side published; ``told`` empty: nothing on record."""

    side: str
    people: tuple[str, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class GradedSource:
    """A source with its Admiralty grade: ``A2``, and the same in words."""

    link: Link
    publisher: str
    published: str
    language: str
    side: str
    grade: str
    grade_words: str
    archived: Link | None
    restricted: bool


@dataclass(frozen=True, slots=True)
class PublishedClaim:
    """A published sentence about a gap, not judged here."""

    claim_id: str
    words: str
    asserted_on: str
    source: Link | None
    restricted: bool


@dataclass(frozen=True, slots=True)
class Card:
    """Everything on record about one contact, in words."""

    contact_id: str
    when: str
    edtf: str
    what: str
    held: bool
    status: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    accounts: tuple[Account, ...]
    differing: tuple[tuple[str, str, Link | None], ...]
    sources: tuple[GradedSource, ...]
    claims: tuple[PublishedClaim, ...]
    note: str
    restricted: bool


def contacts_data(dossier: Dossier, needed: Iterable[str] = ()) -> tuple[Table, tuple[Card, ...], str]:
    """The table, the cards, and a note on what was left out (empty: nothing).

    Beyond 2,000 contacts the table counts by year. Beyond 300 only the latest 100 and those in ``needed`` get a card.
    """
    contacts = dossier.contacts
    table = _table(dossier) if len(contacts) <= MOST_ROWS else _by_year(dossier)
    if len(contacts) <= MOST_SINGLE:
        return table, tuple(_card(dossier, contact) for contact in contacts), ""
    wanted = {*needed, *(contact.contact_id for contact in contacts[-_LATEST:])}
    cards = tuple(_card(dossier, contact) for contact in contacts if contact.contact_id in wanted)
    note = f"Of {len(contacts):,} contacts the latest {_LATEST} and those named above have a card; detente show ID prints any."
    return table, cards, note


def _table(dossier: Dossier) -> Table:
    rows: list[Row] = [
        (
            Cell(contact.date.text, contact.contact_id),
            contact.channel.value,
            contact.setting.value,
            contact.level.value,
            contact.status.value,
            _who(dossier, contact),
            and_list(list(dict.fromkeys(topic_label(dossier, s.topic) for s in contact.statements))),
        )
        for contact in dossier.contacts
    ]
    return Table("All contacts", ("Date", "Channel", "Setting", "Level", "Status", "Who", "Topics"), tuple(rows))


def _who(dossier: Dossier, contact: Contact) -> str:
    """The named defence participants of the two parties."""
    named = [
        person.person
        for party in dossier.pair.parties
        for person in contact.participants
        if person.party == party and person.person and person.level is not Office.FOREIGN_MINISTER
    ]
    return ", ".join(named)


def _by_year(dossier: Dossier) -> Table:
    counts = Counter((period_of(contact.date.first_day, Per.YEAR), contact.held) for contact in dossier.contacts)
    years = sorted({year for year, _ in counts})
    rows: list[Row] = [(year, f"{counts[year, True]:,}", f"{counts[year, False]:,}") for year in years]
    note = f"{len(dossier.contacts):,} contacts are more than a page can hold one by one, so they are counted by year."
    return Table("Contacts by year", ("Year", "Held", "Did not take place"), tuple(rows), note)


def _card(dossier: Dossier, contact: Contact) -> Card:
    known = {source.url: source.publisher for source in contact.sources}
    return Card(
        contact_id=contact.contact_id,
        when=capital(when(contact)),
        edtf=contact.date.text,
        what=capital(what(contact)),
        held=contact.held,
        status=contact.status.value,
        summary=contact.summary,
        facts=tuple(_facts(dossier, contact)),
        accounts=tuple(_accounts(dossier, contact, known)),
        differing=tuple((value.field, value.value, _source_link(value.source_url, known)) for value in contact.values),
        sources=tuple(_graded(dossier, source) for source in contact.sources),
        claims=tuple(_claims(dossier, contact, known)),
        note=contact.note or "",
        restricted=contact.restricted,
    )


def _facts(dossier: Dossier, contact: Contact) -> Iterable[tuple[str, str]]:
    yield "Channel", contact.channel.value
    yield "Setting", contact.setting.value
    if len(contact.parties) > 2:
        yield "Parties", and_list([party_name(dossier, code) for code in contact.parties])
    if contact.initiator is not None:
        yield "Asked for by", side_name(dossier, contact.initiator)
    if contact.host is not None:
        yield "Host", party_name(dossier, contact.host)
    if contact.place or contact.country:
        country = party_name(dossier, contact.country) if contact.country else None
        yield "Place", ", ".join(part for part in (contact.place, country) if part)
    if contact.duration_minutes is not None:
        yield "Length", f"{contact.duration_minutes} minutes"


def _accounts(dossier: Dossier, contact: Contact, known: dict[str, str]) -> Iterable[Account]:
    """The two parties first, always; other parties and third parties where they took part or said something."""
    sides = [*dossier.pair.parties, *(party for party in contact.parties if party not in dossier.pair.parties)]
    sides += [code for code in dict.fromkeys(s.reported_by for s in contact.statements) if code not in (*sides, THIRD_SIDE)]
    for code in sides:
        people = tuple(
            f"{person.person or 'nobody named'}, {person.role}" if person.role else person.person or "nobody named"
            for person in contact.participants
            if person.party == code
        )
        told = tuple(_told(dossier, s, known) for s in contact.statements if _account(s) == code)
        yield Account(side_name(dossier, code), people, told)


def _account(statement: Statement) -> str:
    return THIRD_PARTY if statement.reported_by == THIRD_SIDE else statement.reported_by


def _told(dossier: Dossier, statement: Statement, known: dict[str, str]) -> Told:
    return Told(
        topic_label(dossier, statement.topic),
        "denies" if statement.stance is Stance.DENIES else "reports",
        "" if statement.raised_by is None else side_name(dossier, statement.raised_by),
        statement.paraphrase or "",
        _source_link(statement.source_url, known),
        statement.restricted,
    )


def link(text: str, url: str) -> Link:
    """A link for web addresses only: any other scheme stays text."""
    return Link(text, url if url.startswith(("http://", "https://")) else "")


def _source_link(url: str | None, known: dict[str, str]) -> Link | None:
    return None if not url else link(known.get(url) or urlsplit(url).netloc or url, url)


def _graded(dossier: Dossier, source: Source) -> GradedSource:
    return GradedSource(
        link(source.title or source.url, source.url),
        source.publisher,
        edtf_in_words(source.published) if source.published else "no date",
        source.language,
        side_name(dossier, source.side),
        f"{source.reliability}{source.credibility}",
        f"{RELIABILITY[source.reliability]}, {CREDIBILITY.get(source.credibility, 'no grade')}",
        link("archived copy", source.archived_url) if source.archived_url else None,
        source.restricted,
    )


def _claims(dossier: Dossier, contact: Contact, known: dict[str, str]) -> Iterable[PublishedClaim]:
    for claim in dossier.claims:
        if claim.contact_id == contact.contact_id:
            asserted = edtf_in_words(claim.asserted_on)
            yield PublishedClaim(claim.claim_id, claim.claim, asserted, _source_link(claim.source_url, known), claim.restricted)
