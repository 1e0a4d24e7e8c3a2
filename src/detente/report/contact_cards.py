"""What is on record about each contact: the table, and a card with both sides' accounts, sources and claims."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from detente.analysis.dossier import Dossier
from detente.analysis.periods import Per, period_of
from detente.domain.contacts import Contact, Statement
from detente.domain.vocabulary import THIRD_PARTY, THIRD_SIDE, Office, Stance
from detente.domain.words import and_list
from detente.report.chart import MOST_ROWS, MOST_SINGLE, Cell, Row, Table
from detente.report.claims import JudgedClaim, judged_claim
from detente.report.naming import capital, party_name, side_name, topic_label, what, when
from detente.report.sourcing import GradedSource, Link, graded, source_link

_LATEST = 50
"""How many of very many contacts get a card."""


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
class GivenValue:
    """A value of a field for which the sources differ; ``adopted``: the one that the record goes by."""

    field: str
    value: str
    adopted: bool
    source: Link | None


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
    differing: tuple[GivenValue, ...]
    sources: tuple[GradedSource, ...]
    claims: tuple[JudgedClaim, ...]
    note: str
    restricted: bool


def contacts_table(dossier: Dossier, most: int = MOST_ROWS) -> Table:
    """Every contact; beyond ``most`` how many there were in a year."""
    return _table(dossier) if len(dossier.contacts) <= most else _by_year(dossier)


def cards_data(dossier: Dossier, needed: Iterable[str] = ()) -> tuple[tuple[Card, ...], str]:
    """The cards, and a note on what was left out (empty: nothing).

    Beyond 300 contacts only the latest 50 and those in ``needed`` get a card.
    """
    contacts = dossier.contacts
    if len(contacts) <= MOST_SINGLE:
        return tuple(_card(dossier, contact) for contact in contacts), ""
    wanted = {*needed, *(contact.contact_id for contact in contacts[-_LATEST:])}
    cards = tuple(_card(dossier, contact) for contact in contacts if contact.contact_id in wanted)
    note = f"Of {len(contacts):,} contacts the latest {_LATEST} and those named above have a card; detente show ID prints any."
    return cards, note


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
    note = f"{len(dossier.contacts):,} contacts, counted by year; one by one they are in the data at the end of the page."
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
        differing=tuple(_given(contact, known)),
        sources=tuple(graded(dossier, source) for source in contact.sources),
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
        source_link(statement.source_url, known),
        statement.restricted,
    )


def _given(contact: Contact, known: dict[str, str]) -> Iterable[GivenValue]:
    """For each field on which the sources differ the value adopted, then the others."""
    for field in dict.fromkeys(value.field for value in contact.values):
        given = [value for value in contact.values if value.field == field]
        adopted = _adopted(contact, field)
        if all(value.value != adopted for value in given):
            yield GivenValue(field.replace("_", " "), adopted or "not stated", True, None)
        for value in given:
            source = source_link(value.source_url, known)
            yield GivenValue(field.replace("_", " "), value.value, value.value == adopted, source)


def _adopted(contact: Contact, field: str) -> str:
    """What the record goes by, as it stands in contacts.csv; empty where it says nothing or has no such field."""
    value = getattr(contact, field, None)
    return ";".join(value) if isinstance(value, tuple) else "" if value is None else str(value)


def _claims(dossier: Dossier, contact: Contact, known: dict[str, str]) -> Iterable[JudgedClaim]:
    for judgement in dossier.judgements:
        if judgement.claim.contact_id == contact.contact_id:
            yield judged_claim(dossier, judgement, known)
