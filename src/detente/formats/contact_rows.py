"""How do the contacts of a file become rows of the record package, and what is wrong with them in the file's own terms?"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from detente.domain import package
from detente.domain.contacts import Contact
from detente.domain.parties import dyad
from detente.domain.tabular import Table
from detente.domain.vocabulary import Channel, Level
from detente.formats.completing import Completing
from detente.formats.list_cells import LISTS
from detente.formats.names import Names
from detente.formats.reading import ColumnMap
from detente.formats.told import ALSO, Told, cells_in_order, completed_by, missing, told_of
from detente.store.contacts import contacts_called
from detente.store.judging import Finding
from detente.store.numbering import Numbering
from detente.store.opening import Store
from detente.store.staging import StagedFile

_AT_ONCE = 500
"""Contacts that are looked at together: what is kept in memory of a file, however long."""

_OF = "\x1f"
"""Stands in the name of a staged file between that of the user's file and the list that the row is from."""

_TABLES: tuple[Table, ...] = (package.CONTACTS, *(column.table for column in LISTS))


@dataclass(frozen=True, slots=True)
class ContactFile:
    """A file of contacts: its name, how its columns are called there, and the day on which it is read.

    ``wrong`` takes what cannot be understood, in our names of columns; ``notes`` what a person should know. ``given`` reads
    the ids that stand in the file. ``map`` is what somebody wrote of its words.
    """

    name: str
    today: int
    given: Callable[[], Collection[str]]
    map: ColumnMap = field(default_factory=ColumnMap)
    headers: dict[str, str] = field(default_factory=dict)
    wrong: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def staged(store: Store, file: ContactFile, contacts: Iterable[Told]) -> Iterator[StagedFile]:
    """The rows of the package that ``contacts`` stand for, a few hundred at a time."""
    names, numbering, waiting = Names(store), Numbering(store, file.given), iter(contacts)
    while batch := list(islice(waiting, _AT_ONCE)):
        rows: dict[tuple[str, str], list[tuple[int, list[str]]]] = {}
        if unnamed := [told.cells.get("date", "") for told in batch if not told.cells.get("contact_id")]:
            numbering.look_ahead(unnamed)
        for found, name, line in _named(store, file, names, numbering, _with_what_is_kept(store, batch)):
            _add_rows(rows, found, name, line, numbering)
        for table in _TABLES:
            name = file.name if table is package.CONTACTS else f"{file.name}{_OF}{table.name}"
            yield from (StagedFile(table, name, slug, found) for (of, slug), found in rows.items() if of == table.name)


def _with_what_is_kept(store: Store, batch: list[Told]) -> list[Told]:
    """What a file does not say of a contact that is on record stays as it is there."""
    asked = [told.cells["contact_id"] for told in batch if told.cells.get("contact_id") and missing(told)]
    kept = contacts_called(store, asked) if asked else {}
    known = (kept.get(told.cells.get("contact_id", "")) for told in batch)
    return [completed_by(told, _kept(there)) if there else told for told, there in zip(batch, known, strict=True)]


def _kept(there: Contact) -> Told:
    """What the record says of a contact; claims are records of their own."""
    found = told_of(there)
    return replace(found, lists={name: entries for name, entries in found.lists.items() if name != "claims"})


def _completed(store: Store, file: ContactFile, names: Names, told: Told) -> Completing:
    def report(column: str, value: str, reason: str) -> None:
        file.wrong.append(Finding(file.name, told.line, column, value, reason))

    found = Completing(told, names, store.tolerance, report)
    found.complete()
    if not told.cells.get("contact_id"):
        found.refuse_future(file.today)
    file.notes.extend(f"{file.name}:{told.line}: {note}" for note in found.notes)
    return found


def _named(
    store: Store, file: ContactFile, names: Names, numbering: Numbering, batch: list[Told]
) -> Iterator[tuple[Completing, str, int]]:
    """Each contact with its id and line; of one without an id that is on record, what is not said stays as it is there."""
    first = [(told, _completed(store, file, names, told)) for told in batch]
    made = [_id_of(told, found, numbering) for told, found in first]
    wanted = [name for (name, there), (told, _) in zip(made, first, strict=True) if there and missing(told)]
    kept = contacts_called(store, wanted) if wanted else {}
    for (name, there), (told, found) in zip(made, first, strict=True):
        if there and name in kept:
            found = _completed(store, file, names, completed_by(told, _kept(kept[name])))
        yield found, name, told.line


def _add_rows(
    rows: dict[tuple[str, str], list[tuple[int, list[str]]]], found: Completing, name: str, line: int, numbering: Numbering
) -> None:
    cells = found.cells
    slug = _slug(name, found.codes, numbering)
    rows.setdefault(("contacts", slug), []).append((line, cells_in_order(cells, package.CONTACTS.columns, contact_id=name)))
    for column in LISTS:
        for entry in found.lists.get(column.name, ()):
            of = _slug(entry.get("claim_id", ""), found.codes, numbering, slug) if column.table is package.CLAIMS else slug
            row = cells_in_order(entry, column.table.columns, contact_id=name)
            rows.setdefault((column.table.name, of), []).append((line, row))


def _slug(name: str, codes: list[str], numbering: Numbering, other: str = "") -> str:
    """The folder of a contact: that of the two parties with which its id begins, else of the two named first."""
    begins = name.upper().split("-")[:2]
    if len(set(begins)) == 2 and set(begins) <= set(codes):
        return numbering.slug(dyad(*begins), "-".join(begins).lower())
    if other:
        return other
    first = list(dict.fromkeys(codes))[:2]
    return numbering.slug(dyad(*first), "-".join(sorted(first)).lower()) if len(first) == 2 else ""


def _id_of(told: Told, found: Completing, numbering: Numbering) -> tuple[str, bool]:
    """The id that was given, else one that is made; and whether a contact without one is on record."""
    name = told.cells.get("contact_id", "")
    return (name, False) if name else _made_id(found, told.line, numbering)


def _made_id(found: Completing, line: int, numbering: Numbering) -> tuple[str, bool]:
    """An id for a contact that has none, and whether it is on record; of one with which something is wrong, any."""
    slug = _slug("", found.codes, numbering)
    try:
        channel, level = Channel(found.cells["channel"]), Level(found.cells["level"])
    except ValueError:
        return f"row-{line}", False
    if found.when is None or not slug:
        return f"row-{line}", False
    return numbering.id_of(slug, found.when, channel, level, list(dict.fromkeys(found.codes)))


_TABLES_NAMED = {
    "differ from the record: the package ": "differ from the record: the file ",
    "; add it to parties.csv": "; see: detente vocab list parties",
    "; add it to sources.csv": "; add it to the sources",
}
_OF_FOLDERS = ("the folder '", "both parties of the folder")
"""Reasons that no file of contacts gives cause for, but for another that is told."""

_FOLLOWS_FROM = {"is not one of the parties": "parties", "is no source of the contact": "sources"}


def reported(file: ContactFile, findings: Iterable[Finding]) -> list[Finding]:
    """Findings as they are told of the file: by its own columns, without those that only follow from another."""
    own = {(finding.line, finding.column) for finding in file.wrong}
    values = {(finding.line, finding.column, finding.value) for finding in file.wrong}
    found = [_shown(file, finding, finding.column, finding.column) for finding in dict.fromkeys(file.wrong)]
    for finding in findings:
        column = finding.file.partition(_OF)[2] or finding.column
        named = {(finding.line, of, finding.value) for of in (column, "parties")}
        told = bool(named & values) or (column == finding.column and (finding.line, column) in own)
        cause = next((of for begins, of in _FOLLOWS_FROM.items() if finding.reason.startswith(begins)), "")
        if not told and (finding.line, cause) not in own and not finding.reason.startswith(_OF_FOLDERS):
            found.append(_shown(file, finding, column, finding.column))
    return found


def _shown(file: ContactFile, finding: Finding, column: str, within: str) -> Finding:
    header = file.headers.get(column, column)
    shown = f"{header} ({within})" if within != column else header
    return Finding(file.name, finding.line, shown, finding.value, in_terms_of(finding.reason) + _in_map(file, column, finding))


_OF_WORDS = ("is no party", "is no topic", "is nobody on record", "write one of")
"""How reasons begin that a map of words can mend."""


def _in_map(file: ContactFile, column: str, finding: Finding) -> str:
    """Where a map mends it: the entry that a wrong word is from, or the table that lacks one; nothing without a map."""
    if not file.map.given or not finding.reason.startswith(_OF_WORDS):
        return ""
    own = [*(short for short, ours in ALSO.items() if ours == column), column]
    party = finding.reason.startswith("is no party")
    for table in [*own, "parties"] if party else own:
        for theirs, ours in file.map.values.get(table, {}).items():
            if ours == finding.value:
                return f" ({file.map.name} has it for '{theirs}' in [values.{table}])"
    called = next((table for table in own if table in file.headers), column)
    table = next((table for table in own if table in file.map.values), "parties" if party else called)
    return f"{' Or' if finding.reason.endswith('?') else '; or'} say in [values.{table}] of {file.map.name} what it stands for"


def in_terms_of(reason: str) -> str:
    """A reason, or a warning, without what only a package has."""
    for told, instead in _TABLES_NAMED.items():
        reason = reason.replace(told, instead)
    return re.sub(f"{_OF}[a-z]+", "", reason)
