"""Dossiers for the tests of the report: of the shipped record, of a few contacts, of very many."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from detente.analysis.dossier import Dossier, dossier
from detente.domain.contacts import Claim, Contact, Source, Statement
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import DEFAULT_TOLERANCE, parse
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.vocabulary import By, Channel, ClaimKind, Level, Reliability, Setting, Stance, Status, Substance
from tests.support.shipped_record import shipped_record
from tests.support.surveys import SurveyedContacts

AS_OF = date(2025, 12, 31).toordinal()


def shipped(one: str, other: str, **choice: object) -> Dossier:
    """The dossier of a pair in the shipped record; keywords are fields of the selection."""
    return of(shipped_record().contacts, claims=None, windows=None, parties=(one, other), **choice)


def of(
    contacts: Iterable[Contact],
    *,
    claims: Iterable[Claim] | None = None,
    windows: Iterable[CoverageWindow] | None = None,
    **choice: object,
) -> Dossier:
    """The dossier of ``contacts``, with the reference tables, and if not told otherwise claims and coverage, of the shipped record."""
    record = shipped_record()
    chosen: dict[str, object] = {"as_of": AS_OF, "parties": ("FRA", "RUS"), **choice}
    return dossier(
        contacts,
        selection=Selection(**chosen),  # type: ignore[arg-type]  # the keys are its fields
        parties=record.parties,
        topics=record.topics,
        officeholders=record.officeholders,
        windows=record.windows if windows is None else windows,
        claims=record.claims if claims is None else claims,
        tolerance=DEFAULT_TOLERANCE,
    )


def overview(**choice: object) -> SurveyedContacts:
    """The shipped record, surveyed; keywords are fields of the selection."""
    record = shipped_record()
    chosen: dict[str, object] = {"as_of": AS_OF, **choice}
    windows: dict[Dyad, list[CoverageWindow]] = {}
    for window in record.windows:
        windows.setdefault(window.dyad, []).append(window)
    names = {code: party.name for code, party in record.parties.items()}
    return SurveyedContacts(record.contacts, Selection(**chosen), names, windows)  # type: ignore[arg-type]  # of any type: the fields of the selection, by keyword


def contact(
    when: str, *, channel: Channel = Channel.PHONE, level: Level = Level.MINISTER, status: Status = Status.HELD, **more: object
) -> Contact:
    """A contact of France and Russia."""
    fields: dict[str, object] = {"contact_id": f"fra-rus-{when}-{channel}", "summary": "", **more}
    return Contact(
        dyad_slug="fra-rus",
        date=parse(when),
        channel=channel,
        setting=Setting.BILATERAL,
        level=level,
        substance=Substance.TALKS,
        status=status,
        parties=("FRA", "RUS"),
        **fields,  # type: ignore[arg-type]  # the keys are its fields
    )


def claim(sentence: str, contact_id: str | None, asserted_on: str, **more: object) -> Claim:
    """A published sentence about France and Russia; by default that the contact is the first of ministers after so long."""
    fields: dict[str, object] = {"since": None, "anchor": None, "months": None, "qualifier": None, "channel": "any", **more}
    return Claim(
        claim_id=str(fields.pop("claim_id", "fra-rus-c99")),
        dyad_slug="fra-rus",
        contact_id=contact_id,
        asserted_on=asserted_on,
        kind=ClaimKind.FIRST_SINCE,
        claim=sentence,
        level="minister",
        setting=None,
        by=By.OFFICE,
        substance="any",
        source_url=str(fields.pop("source_url", "https://example.org/claim")),
        **fields,  # type: ignore[arg-type]  # the keys are its fields
    )


def many(count: int, years: int) -> list[Contact]:
    """So many contacts over the years before 2025, of every kind, each told of as usual; always the same."""
    dice = Random(count)
    topics = list(shipped_record().topics)
    return [_one(dice, number, years, topics) for number in range(count)]


def _one(dice: Random, number: int, years: int, topics: list[str]) -> Contact:
    day = date(2025 - years, 1, 1) + timedelta(days=dice.randrange(365 * years))
    url = f"https://example.org/{number}"
    told = [
        Statement(
            dice.choice(topics), None, dice.choice(["FRA", "RUS", "media"]), Stance.REPORTS, "What was said, in short.", url
        )
        for _ in range(dice.randint(1, 3))
    ]
    return contact(
        day.isoformat(),
        channel=dice.choice(list(Channel)),
        level=dice.choice(list(Level)),
        status=dice.choice([Status.HELD, Status.HELD, Status.HELD, *Status]),
        contact_id=f"fra-rus-{day.isoformat()}-{number}",
        summary="A contact with a summary of the usual length, so that the size of the page is an honest one.",
        statements=tuple(told),
        sources=(Source(url, "A newspaper", day.isoformat(), "The title of a page", "fr", "FRA", Reliability.A, 2),),
    )
