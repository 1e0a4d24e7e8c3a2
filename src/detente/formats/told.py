"""What does a row, or an object, say of one contact: its texts by column, and its lists?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TypeAlias

from detente.domain import package
from detente.domain.cell_values import as_cell
from detente.domain.contacts import Claim, Contact, DifferingValue, Participant, Source, Statement
from detente.domain.tabular import Column
from detente.formats.list_cells import LISTS, Entry

COLUMNS = tuple(column.name for column in package.CONTACTS.columns)
"""The columns of a contact itself."""

ONE_PARTY = ("initiator", "host")
"""Those that hold one party."""

ALSO: dict[str, str] = {"persons": "participants", "topics": "statements", "duration": "duration_minutes"}
"""What people call columns besides: the words of ``detente log``."""

NEEDED = ("date", "channel", "parties")
"""The columns that a file must have: what ``detente log`` needs."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one contact. A column or list that is not in it was not given; an empty one says that there is nothing.

    ``line`` is where it stands: a line of a text, a row of a sheet.
    """

    line: int
    cells: dict[str, str]
    lists: dict[str, list[Entry]] = field(default_factory=dict)


_Detail: TypeAlias = Participant | Statement | Source | DifferingValue | Claim

_KEPT = {f.name for column in LISTS for f in column.table.columns} - {"contact_id"}
"""Every column of every list."""


def told_of(contact: Contact, claims: Iterable[Claim] = (), line: int = 0) -> Told:
    """All that the record says of a contact. The pair whose folder it belongs to stands first among its parties."""
    cells = {name: as_cell(getattr(contact, name)) for name in COLUMNS if name not in ("date", "parties")}
    pair = contact.dyad_slug.upper().split("-")
    cells |= {
        "date": contact.date.text,
        "parties": ";".join(sorted(contact.parties, key=lambda code: (code not in pair, code))),
    }
    details: dict[str, Sequence[_Detail]] = {
        "participants": contact.participants,
        "statements": contact.statements,
        "sources": contact.sources,
        "values": contact.values,
        "claims": tuple(claims),
    }
    lists = {name: [_entry(detail) for detail in told] for name, told in details.items()}
    return Told(line, {name: cells[name] for name in COLUMNS}, lists)


def _entry(detail: _Detail) -> Entry:
    return {f.name: as_cell(getattr(detail, f.name)) for f in fields(detail) if f.name in _KEPT}


def completed_by(told: Told, kept: Told) -> Told:
    """``told``, and of what it does not say what ``kept`` says."""
    return Told(told.line, {**kept.cells, **told.cells}, {**kept.lists, **told.lists})


def missing(told: Told) -> bool:
    """Whether there are columns or lists of a contact of which nothing is said; claims are records of their own."""
    lists = {column.name for column in LISTS} - {"claims"}
    return not (set(COLUMNS) <= set(told.cells) and lists <= set(told.lists))


def cells_in_order(told: Mapping[str, str], columns: Iterable[Column], **more: str) -> list[str]:
    """The cells of a row of a package's table."""
    return [more.get(column.name, told.get(column.name, "")) for column in columns]
