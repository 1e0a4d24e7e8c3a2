"""How do contacts that were found elsewhere enter the record: which of them does it have already?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from sqlalchemy import Connection, select

from detente.domain import package
from detente.domain.contacts import Contact
from detente.domain.package import Table
from detente.store import schema
from detente.store.opening import Store
from detente.store.packages import Package, merge_package
from detente.store.staging import StagedFile


@dataclass(frozen=True, slots=True)
class Unsure:
    """A contact that may or may not be one on record: ``contact_id`` the one found, ``near`` the one on record."""

    contact_id: str
    near: str


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How many contacts were added, attached to one on record as its sources, or known before; and which are in doubt."""

    added: int
    attached: int
    known: int
    unsure: tuple[Unsure, ...]


def bring_in(store: Store, contacts: Sequence[Contact], *, window: int, name: str, dry_run: bool) -> Reconciled:
    """Adds ``contacts`` to the record, all or nothing, but for those that it has; ``dry_run`` changes nothing.

    A contact is known if one of its id, or of the next numbers of that id, has all of its sources. ``window`` is in days.
    Raises RejectedError with one line for each row that cannot be recorded.
    """
    with store.reading() as connection:
        new = list(_new(connection, contacts))
    if new:
        given = Package(lambda: _files(new, name), [], {}, name)
        merge_package(store, given, dry_run=dry_run)
    return Reconciled(len(new), 0, len(contacts) - len(new), ())


def _new(connection: Connection, contacts: Sequence[Contact]) -> Iterator[Contact]:
    taken = {contact.contact_id for contact in contacts}
    for contact in contacts:
        urls = {source.url for source in contact.sources}
        for name in _names(contact.contact_id):
            kept = _sources(connection, name)
            if kept is None and (name == contact.contact_id or name not in taken):
                taken.add(name)
                yield replace(contact, contact_id=name)
                break
            if kept is not None and urls <= kept:
                break


def _names(contact_id: str) -> Iterator[str]:
    yield contact_id
    for number in count(2):
        yield f"{contact_id}-{number}"


def _sources(connection: Connection, contact_id: str) -> set[str] | None:
    """The addresses of a contact on record; None where there is no contact of that id."""
    source, there = schema.source.c, schema.contact.c
    if connection.scalar(select(there.contact_id).where(there.contact_id == contact_id)) is None:
        return None
    return set(connection.scalars(select(source.url).where(source.contact_id == contact_id)))


def _files(contacts: Sequence[Contact], name: str) -> Iterator[StagedFile]:
    for slug in sorted({contact.dyad_slug for contact in contacts}):
        of_folder = [contact for contact in contacts if contact.dyad_slug == slug]
        for table, told in (
            (package.CONTACTS, [(contact, contact) for contact in of_folder]),
            (package.PARTICIPANTS, [(contact, one) for contact in of_folder for one in contact.participants]),
            (package.STATEMENTS, [(contact, one) for contact in of_folder for one in contact.statements]),
            (package.SOURCES, [(contact, one) for contact in of_folder for one in contact.sources]),
            (package.VALUES, [(contact, one) for contact in of_folder for one in contact.values]),
        ):
            rows = [(line, _cells(table, contact, one)) for line, (contact, one) in enumerate(told, 1)]
            yield StagedFile(table, name, slug, rows)


def _cells(table: Table, contact: Contact, told: Any) -> list[str]:
    return [
        contact.contact_id if column.name == "contact_id" else _cell(getattr(told, column.name)) for column in table.columns
    ]


def _cell(value: object) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, tuple):
        return ";".join(value)
    return "true" if value is True else str(value)
