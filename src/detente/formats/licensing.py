"""Under which licence may contacts be used: which of them come with Détente?"""

import csv
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.domain.contacts import Contact
from detente.domain.words import and_list
from detente.formats.cells import exact
from detente.shipped import data_folder

CC_BY_4 = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the shipped record."""

_NAMED_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Licence:
    """``words`` say what may be used how; ``url`` leads to the licence, None where none is stated."""

    words: str
    url: str | None


def licence_of(contacts: Iterable[Contact]) -> Licence:
    """The licence of ``contacts``. A store does not name one, so that only contacts of the shipped record have any.

    One is of the shipped record if it has the id and the summary of a shipped contact: whoever logs the same call for
    themselves gets the same id.
    """
    told = list(contacts)
    shipped = _shipped_summaries({contact.dyad_slug for contact in told})
    others = [contact.contact_id for contact in told if shipped.get(contact.contact_id) != contact.summary]
    covered = len(told) - len(others)
    if not covered:
        return Licence("Not stated: ask whoever keeps the record.", None)
    if not others:
        return Licence("CC BY 4.0 (the record shipped with Détente).", CC_BY_4)
    part = f"CC BY 4.0 for {covered:,} of {len(told):,} contacts, those of the record shipped with Détente"
    named = and_list(others) if len(others) <= _NAMED_AT_MOST else f"the other {len(others):,}"
    return Licence(f"{part}; not stated for {named}: ask whoever keeps the record.", CC_BY_4)


def _shipped_summaries(slugs: Collection[str]) -> dict[str, str]:
    """The summaries of the contacts that are shipped in the folders ``slugs``, by id; there need be no such folder."""
    folders = [folder for folder in (data_folder() / "contacts").iterdir() if folder.name in slugs]
    return {contact_id: summary for folder in folders for contact_id, summary in _summaries(folder / "contacts.csv")}


def _summaries(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["contact_id"], exact(row["summary"])
