"""What does the shipped record say: an independent reading of the CSV package, for tests to judge the program by.

Nothing here goes through the program's own reader of packages or its store: plain csv, and the domain's types.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from detente.domain.contacts import Claim, Contact, DifferingValue, Participant, Source, Statement
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import parse
from detente.domain.officeholders import Officeholder
from detente.domain.parties import Dyad, Party, dyad
from detente.domain.topics import Topic
from detente.domain.vocabulary import (
    Anchor,
    By,
    Channel,
    ClaimKind,
    Completeness,
    Level,
    Office,
    PartyKind,
    Qualifier,
    Reliability,
    Setting,
    Stance,
    Status,
    Substance,
)

SHIPPED = Path(__file__).resolve().parents[2] / "data"

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class ShippedRecord:
    """The whole package; contacts in series order, everything else in the order of the files (folders by name)."""

    parties: Mapping[str, Party]
    topics: Mapping[str, Topic]
    officeholders: tuple[Officeholder, ...]
    contacts: tuple[Contact, ...]
    claims: tuple[Claim, ...]
    windows: tuple[CoverageWindow, ...]

    def contact(self, contact_id: str) -> Contact:
        """The contact of that id; raises StopIteration when there is none."""
        return next(contact for contact in self.contacts if contact.contact_id == contact_id)

    def contacts_of(self, one: str, other: str) -> list[Contact]:
        """Every contact, held or not, to which both parties belong."""
        return [contact for contact in self.contacts if {one, other} <= set(contact.parties)]

    def windows_of(self, pair: Dyad) -> list[CoverageWindow]:
        """The coverage declared for a pair."""
        return [window for window in self.windows if window.dyad == pair]


@lru_cache(maxsize=4)
def shipped_record(package: Path = SHIPPED) -> ShippedRecord:
    """The package in ``package``; raises KeyError or ValueError on a file that does not keep the format."""
    folders = sorted(path for path in (package / "contacts").iterdir() if path.is_dir())
    contacts = [contact for folder in folders for contact in _contacts(folder)]
    return ShippedRecord(
        parties={row["code"]: _party(row) for row in _rows(package / "reference/parties.csv")},
        topics={row["topic"]: _topic(row) for row in _rows(package / "reference/topics.csv")},
        officeholders=tuple(_officeholder(row) for row in _rows(package / "reference/officeholders.csv")),
        contacts=tuple(sorted(contacts, key=lambda contact: contact.order)),
        claims=tuple(_claim(row, folder.name) for folder in folders for row in _rows(folder / "claims.csv")),
        windows=tuple(_window(row) for folder in folders for row in _rows(folder / "coverage.csv")),
    )


def _rows(path: Path) -> Iterator[Row]:
    """The rows of a table; an optional table may be absent."""
    if path.exists():
        with path.open(encoding="utf-8", newline="") as table:
            yield from csv.DictReader(table, strict=True)


def _by_contact(path: Path) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(path):
        found[row["contact_id"]].append(row)
    return found


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _restricted(row: Row) -> bool:
    return row.get("restricted", "") == "true"


def _party(row: Row) -> Party:
    return Party(row["code"], row["name"], PartyKind(row["kind"]), row["ministry"] or None, row["ministry_native"] or None)


def _topic(row: Row) -> Topic:
    return Topic(row["topic"], row["label"], row["definition"], row["broader"] or None, row["plover_context"])


def _officeholder(row: Row) -> Officeholder:
    office = Office(row["office"])
    begun, ended = _day(row["from"]), _day(row["to"])
    return Officeholder(row["person"], row["party"], office, row["title"], begun, ended, row["source_url"])


def _contacts(folder: Path) -> Iterator[Contact]:
    people = _by_contact(folder / "participants.csv")
    told = _by_contact(folder / "statements.csv")
    published = _by_contact(folder / "sources.csv")
    values = _by_contact(folder / "values.csv")
    for row in _rows(folder / "contacts.csv"):
        key = row["contact_id"]
        yield Contact(
            contact_id=key,
            dyad_slug=folder.name,
            date=parse(row["date"]),
            channel=Channel(row["channel"]),
            setting=Setting(row["setting"]),
            level=Level(row["level"]),
            substance=Substance(row["substance"]),
            status=Status(row["status"]),
            parties=tuple(row["parties"].split(";")),
            summary=row["summary"],
            initiator=row["initiator"] or None,
            host=row["host"] or None,
            place=row["place"] or None,
            country=row["country"] or None,
            duration_minutes=int(row["duration_minutes"]) if row["duration_minutes"] else None,
            note=row["note"] or None,
            restricted=_restricted(row),
            participants=tuple(_participant(one) for one in people[key]),
            statements=tuple(_statement(one) for one in told[key]),
            sources=tuple(_source(one) for one in published[key]),
            values=tuple(DifferingValue(v["field"], v["value"], v["source_url"] or None) for v in values[key]),
        )


def _participant(row: Row) -> Participant:
    return Participant(row["party"], row["person"] or None, row["role"], Office(row["level"]))


def _statement(row: Row) -> Statement:
    return Statement(
        row["topic"],
        row["raised_by"] or None,
        row["reported_by"],
        Stance(row["stance"]),
        row["paraphrase"] or None,
        row["source_url"] or None,
        _restricted(row),
    )


def _source(row: Row) -> Source:
    return Source(
        row["url"],
        row["publisher"],
        row["published"] or None,
        row["title"] or None,
        row["language"],
        row["side"],
        Reliability(row["reliability"]),
        int(row["credibility"]),
        row.get("archived_url") or None,
        row.get("accessed") or None,
        _restricted(row),
    )


def _claim(row: Row, slug: str) -> Claim:
    return Claim(
        claim_id=row["claim_id"],
        dyad_slug=slug,
        contact_id=row["contact_id"] or None,
        asserted_on=row["asserted_on"],
        kind=ClaimKind(row["kind"]),
        claim=row["claim"],
        since=row["since"] or None,
        anchor=Anchor(row["anchor"]) if row["anchor"] else None,
        months=float(row["months"]) if row["months"] else None,
        qualifier=Qualifier(row["qualifier"]) if row["qualifier"] else None,
        channel=row["channel"],
        level=row["level"],
        setting=Setting(row["setting"]) if row["setting"] else None,
        by=By(row["by"]),
        substance=row["substance"],
        source_url=row["source_url"] or None,
        restricted=_restricted(row),
    )


def _window(row: Row) -> CoverageWindow:
    return CoverageWindow(
        dyad(*row["parties"].split(";")),
        row["level"],
        row["channel"],
        date.fromisoformat(row["from"]),
        date.fromisoformat(row["to"]),
        Completeness(row["completeness"]),
        row["basis"],
    )
