"""How contacts that a program made wait like the rows of a package: as text, line by line."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from detente.domain import package
from detente.domain.contacts import Contact, Source
from detente.domain.tabular import Table
from detente.store.staging import StagedFile

_TOLD: dict[str, Callable[[Contact], Iterable[Any]]] = {
    "contacts": lambda contact: (contact,),
    "participants": lambda contact: contact.participants,
    "statements": lambda contact: contact.statements,
    "sources": lambda contact: contact.sources,
    "values": lambda contact: contact.values,
}


def each_source_once(contact: Contact) -> Contact:
    """The contact without the second of two sources that have one address."""
    by_url: dict[str, Source] = {}
    for source in contact.sources:
        by_url.setdefault(source.url, source)
    return contact if len(by_url) == len(contact.sources) else replace(contact, sources=tuple(by_url.values()))


def staged_files(contacts: Sequence[Contact], name: str) -> Iterator[StagedFile]:
    """The rows of ``contacts``, table by table and folder by folder; a line is numbered within its table."""
    by_folder = sorted(contacts, key=lambda contact: contact.dyad_slug)
    for slug, group in groupby(by_folder, key=lambda contact: contact.dyad_slug):
        of_folder = list(group)
        for table in package.PER_DYAD:
            if table.name in _TOLD:
                yield StagedFile(table, name, slug, enumerate(_rows(table, of_folder), 1))


def _rows(table: Table, contacts: Iterable[Contact]) -> Iterator[list[str]]:
    told = _TOLD[table.name]
    names = [column.name for column in table.columns if column.name != "contact_id"]
    for contact in contacts:
        for one in told(contact):
            yield [contact.contact_id, *(_cell(getattr(one, name)) for name in names)]


def _cell(value: object) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, tuple):
        return ";".join(value)
    return "true" if value is True else str(value)
