"""Under which licence may contacts be used: which of them come with Détente?"""

import csv
from collections.abc import Iterable, Iterator
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
    licensing = Licensing()
    for contact in contacts:
        licensing.add(contact)
    return licensing.licence


class Licensing:
    """The licence of contacts that go by one after another."""

    def __init__(self) -> None:
        self._shipped = _shipped_summaries()
        self._count, self._others = 0, 0
        self._named: list[str] = []

    def add(self, contact: Contact) -> None:
        """Takes note of one contact."""
        self._count += 1
        if self._shipped.get(contact.contact_id) != contact.summary:
            self._others += 1
            if self._others <= _NAMED_AT_MOST:
                self._named.append(contact.contact_id)

    @property
    def licence(self) -> Licence:
        """The licence of all that went by."""
        covered = self._count - self._others
        if not covered:
            return Licence("Not stated: ask whoever keeps the record.", None)
        if not self._others:
            return Licence("CC BY 4.0 (the record shipped with Détente).", CC_BY_4)
        part = f"CC BY 4.0 for {covered:,} of {self._count:,} contacts, those of the record shipped with Détente"
        named = and_list(self._named) if self._others <= _NAMED_AT_MOST else f"the other {self._others:,}"
        return Licence(f"{part}; not stated for {named}: ask whoever keeps the record.", CC_BY_4)


def _shipped_summaries() -> dict[str, str]:
    """The summaries of the contacts that are shipped, by id."""
    folders = (data_folder() / "contacts").iterdir()
    return {contact_id: summary for folder in folders for contact_id, summary in _summaries(folder / "contacts.csv")}


def _summaries(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["contact_id"], exact(row["summary"])
