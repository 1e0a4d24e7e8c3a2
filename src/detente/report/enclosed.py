"""What does the page carry to download and to cite: its data as JSON and CSV, their hash, licence and citation?"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.analysis.dossier import Dossier
from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.days import iso
from detente.domain.judging import Judgement
from detente.domain.parties import Party
from detente.domain.selection import Selection
from detente.domain.sides import name_in_sentence
from detente.domain.silences import Silence, summary
from detente.domain.vocabulary import PartyKind
from detente.domain.words import and_list
from detente.formats.csv_text import write_items
from detente.formats.items import (
    CONTACT_KEYS,
    Item,
    contact_item,
    judged_item,
    lasting_selection_item,
    silence_item,
    summary_item,
    whole_item,
    window_item,
)
from detente.formats.json_text import SCHEMA, json_text
from detente.formats.licensing import Licence, Licensing
from detente.report.citing import Cited, citation
from detente.report.command import command_line

Judged = tuple[Judgement, Sequence[str]]
"""A judged claim and the pair that it speaks of."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The texts of the files in a report, ``stem`` with an ending being their names; all can be written as UTF-8.

    ``json`` holds contacts with their details, gaps, coverage and judged claims, ``csv`` one line a contact. With more than
    1,000 contacts ``json`` is empty, with more than 50,000 ``csv`` too: ``without`` then says how to have them. ``sha256`` is
    that of the file ``hashed`` (JSON, else CSV) as UTF-8, in hexadecimal digits. ``citation`` is one line to quote.
    """

    stem: str
    json: str
    csv: str
    sha256: str
    hashed: str
    without: str
    citation: str
    csl_json: str
    bibtex: str
    licence: Licence


def enclosed(dossier: Dossier, version: str) -> Enclosure:
    """What the report of a pair carries; ``version`` is that of the program. The same dossier gives the same texts."""
    return enclosure(
        lambda contacts: enclosed_answer(
            dossier.selection,
            contacts,
            dossier.silences,
            [(judgement, dossier.pair.parties) for judgement in dossier.judgements],
            dossier.windows,
        ),
        dossier.contacts,
        count=len(dossier.contacts),
        title=title_of(dossier.parties),
        keywords=tuple(party.name for party in dossier.parties),
        slug=slug_of(dossier),
        as_of=date.fromordinal(dossier.as_of),
        version=version,
        command=command_line(dossier.selection, dossier.topics),
    )


def title_of(parties: Iterable[Party]) -> str:
    """``Contacts between the defence ministries of France and Russia``; an organisation has no ministry."""
    named = list(parties)
    sides = "ministries" if all(party.kind is PartyKind.STATE for party in named) else "sides"
    return f"Contacts between the defence {sides} of {and_list([name_in_sentence(party.name) for party in named])}"


def slug_of(dossier: Dossier) -> str:
    """The record's own name for the pair, whatever the selection: ``usa-rus``."""
    own = (contact.dyad_slug for contact in dossier.ground.contacts if contact.parties == dossier.pair.parties)
    return next(own, dossier.pair.slug)


def enclosed_answer(
    selection: Selection,
    contacts: Iterable[Contact],
    silences: Iterable[Silence],
    judged: Iterable[Judged],
    windows: Iterable[CoverageWindow],
) -> Item:
    """The object that the JSON file holds, with the keys that the terminal prints.

    ``items`` are the contacts as ``show`` gives them, ``gaps`` and ``summary`` as ``gaps``, ``coverage`` as ``coverage list``,
    ``claims`` as ``claims`` those that are about none of the contacts; contacts and gaps in the order given, claims by id.
    """
    contacts, silences = list(contacts), list(silences)
    claims = [judged_item(*one) for one in sorted(judged, key=lambda one: one[0].claim.claim_id)]
    listed = {contact.contact_id for contact in contacts}
    return {
        "schema": SCHEMA,
        "command": "report",
        "as_of": iso(selection.as_of),
        "selection": lasting_selection_item(selection),
        "items": _with_claims(contacts, claims),
        "gaps": [silence_item(silence) for silence in silences],
        "coverage": [window_item(window) for window in windows],
        "claims": [claim for claim in claims if claim["contact_id"] not in listed],
        "summary": summary_item(summary(silence.gap for silence in silences)),
    }


def _with_claims(contacts: Iterable[Contact], claims: Iterable[Item]) -> list[Item]:
    """The contacts with their details, each with the claims about it."""
    about: dict[object, list[Item]] = {}
    for claim in claims:
        about.setdefault(claim["contact_id"], []).append(claim)
    return [whole_item(contact, about.get(contact.contact_id, ())) for contact in contacts]


def enclosure(
    answer: Callable[[Iterable[Contact]], Mapping[str, object]],
    contacts: Iterable[Contact],
    *,
    count: int,
    title: str,
    keywords: tuple[str, ...],
    slug: str,
    as_of: date,
    version: str,
    command: str,
) -> Enclosure:
    """The files of a report about ``count`` contacts, of which ``answer`` makes the JSON; ``slug`` and the as-of day name them.

    Contacts too many for JSON are taken one after another, and of those too many for CSV no more is kept than the hash.
    """
    licensing, table = Licensing(), _HashedTable(kept=count <= _MOST_LINES)
    told = list(contacts) if count <= _MOST_TOLD else contacts
    text = f"{json_text(answer(told))}\n" if count <= _MOST_TOLD else ""
    write_items(table, map(contact_item, _going_by(told, licensing)), CONTACT_KEYS)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest() if text else table.sha256
    hashed = "JSON" if text else "CSV"
    stem = re.sub(r"[^a-z0-9]+", "-", f"{slug}-{as_of}".lower()).strip("-")
    quoted = citation(Cited(f"detente-{stem}", title, as_of, version, digest, hashed, command, (*_KEYWORDS, *keywords)))
    return Enclosure(
        stem=stem,
        json=text,
        csv=table.text,
        sha256=digest,
        hashed=hashed,
        without=_without(count),
        citation=quoted.line,
        csl_json=quoted.csl_json,
        bibtex=quoted.bibtex,
        licence=licensing.licence,
    )


_MOST_TOLD, _MOST_LINES = 1_000, 50_000


def _without(count: int) -> str:
    if count <= _MOST_TOLD:
        return ""
    missing = "Contacts with their details are" if count <= _MOST_LINES else "The data are"
    return f"{missing} more than a page of {count:,} contacts can carry: detente export writes them."


_KEYWORDS = ("diplomacy", "defence ministries", "military contacts")


def _going_by(contacts: Iterable[Contact], licensing: Licensing) -> Iterator[Contact]:
    for contact in contacts:
        licensing.add(contact)
        yield contact


class _HashedTable:
    """A table as ``detente list --csv`` prints it, and its hash; half characters, which UTF-8 cannot hold, are spelt out."""

    def __init__(self, *, kept: bool) -> None:
        self._kept = kept
        self._lines: list[bytes] = []
        self._hash = hashlib.sha256()

    def write(self, line: str) -> None:
        encoded = line.encode("utf-8", "backslashreplace")
        self._hash.update(encoded)
        if self._kept:
            self._lines.append(encoded)

    @property
    def text(self) -> str:
        """What was written; empty where it is not kept."""
        return b"".join(self._lines).decode("utf-8")

    @property
    def sha256(self) -> str:
        """The hash of what was written, kept or not."""
        return self._hash.hexdigest()
