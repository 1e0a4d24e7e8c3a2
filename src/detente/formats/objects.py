"""How does an object tell of a contact: the item of ``detente show --json``, its lists nested?"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from detente.domain import package
from detente.domain.contacts import Claim, Contact
from detente.domain.tabular import Column, Kind
from detente.formats.contact_rows import ContactFile
from detente.formats.items import claim_item, whole_item
from detente.formats.list_cells import LISTS, Entry
from detente.formats.told import Told
from detente.store.judging import Finding

_COLUMNS = {column.name: column for column in package.CONTACTS.columns}
_LISTS = {column.name: column for column in LISTS}

DERIVED = {
    "claims": {
        "parties", "verdict", "length", "date", "previous", "days_min", "days_max", "months_min", "months_max", "observation",
        "observed_share", "rests_on", "why", "persons",
    },
}  # fmt: skip
"""Keys of a list's objects that are worked out when they are shown, and so not read."""

_ADDED = {"sentence", "history", "judgements"}
"""What ``detente log`` and ``detente show`` add to the item."""


def item_of(contact: Contact, claims: list[Claim]) -> dict[str, object]:
    """All that the record says of a contact; of a claim what is recorded, not the verdict."""
    return whole_item(contact, ({**claim_item(claim), "restricted": claim.restricted} for claim in claims))


def told_of_object(given: object, line: int, file: ContactFile) -> Iterator[Told]:
    """What an object says of a contact; of what is no object nothing.

    Values that cannot be are reported by their path, such as ``sources[0].url``.
    """
    if isinstance(given, Mapping):
        yield _Reading(line, file).told(given)
    else:
        file.wrong.append(Finding(file.name, line, "", "", "is no object with the keys of a contact"))


class _Reading:
    def __init__(self, line: int, file: ContactFile) -> None:
        self._line = line
        self._file = file

    def _report(self, column: str, value: object, reason: str) -> None:
        self._file.wrong.append(Finding(self._file.name, self._line, column, str(value)[:200], reason))

    def told(self, given: Mapping[Any, Any]) -> Told:
        cells: dict[str, str] = {}
        lists: dict[str, list[Entry]] = {}
        for name, value in given.items():
            if name in _COLUMNS:
                cells[name] = self._cell(name, _COLUMNS[name], value)
            elif name in _LISTS:
                if value is not None:
                    lists[name] = list(self._entries(name, value))
            elif name not in _ADDED:
                self._report(str(name), "", f"is no key of a contact; its keys are {', '.join((*_COLUMNS, *_LISTS))}")
        return Told(self._line, cells, lists)

    def _entries(self, name: str, value: object) -> Iterator[Entry]:
        columns = {column.name: column for column in _LISTS[name].table.columns}
        if not isinstance(value, list):
            self._report(name, value, "is no list of objects")
            return
        for place, given in enumerate(value):
            where = f"{name}[{place}]"
            if not isinstance(given, Mapping):
                self._report(where, given, "is no object")
                continue
            entry: Entry = {}
            for key, said in given.items():
                if key in columns and key != "contact_id":
                    entry[key] = self._cell(f"{where}.{key}", columns[key], said)
                elif key != "contact_id" and key not in DERIVED.get(name, ()):
                    self._report(f"{where}.{key}", "", f"is no key of {name}; its keys are {', '.join(list(columns)[1:])}")
            yield entry

    def _cell(self, where: str, column: Column, value: Any) -> str:
        """A value as a package has it in a cell."""
        match value:
            case None | False:
                return ""
            case True if column.kind is Kind.FLAG:
                return "true"
            case str():
                return value
            case list() if column.kind is Kind.PARTIES and all(isinstance(part, str) for part in value):
                return ";".join(value)
            case date() if column.kind in (Kind.EDTF, Kind.DAY):
                return value.isoformat()[:10]
            case int() | float() if not isinstance(value, bool) and column.kind in (Kind.COUNT, Kind.NUMBER, Kind.WORD):
                return str(value) if isinstance(value, int) else f"{value:.15g}"
        self._report(
            where, value, f"is no value of {column.name}; write {'a list' if column.kind is Kind.PARTIES else 'a text'}"
        )
        return ""
