"""How does one cell of a sheet hold a list: who took part, what was said, where it was published?

    entry ; entry ; …          an entry: SIDE=VALUE | field=text | …

A backslash before ``;``, ``|``, ``=``, ``:``, ``\\`` or a space makes it part of the text where it would mean something
else. What is not written may be filled in; ``field=`` with nothing behind it says that there is none.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.domain import package
from detente.domain.tabular import Kind, Table

Entry = dict[str, str]
"""What one entry says: column of the package's table → text; a column that is not in it was not written."""

SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a sheet whose cells are lists: the rows of ``table`` about the contact.

    ``side`` is the column before the first ``=`` of an entry, ``value`` the one behind it; ``text`` may follow that after a
    colon. ``alone`` tells which of the two an entry without ``=`` gives. ``default`` is what need not be written.
    """

    name: str
    table: Table
    side: str
    value: str
    text: str = ""
    default: tuple[tuple[str, str], ...] = ()


LISTS = (
    ListColumn("participants", package.PARTICIPANTS, "party", "person"),
    ListColumn("statements", package.STATEMENTS, "reported_by", "topic", "paraphrase", (("stance", "reports"),)),
    ListColumn("sources", package.SOURCES, "side", "url"),
    ListColumn("values", package.VALUES, "field", "value"),
    ListColumn("claims", package.CLAIMS, "claim_id", "claim"),
)
"""The lists of a contact, in the order of their columns."""

_KEEPS_EMPTY = {"source_url"}
"""Columns that are filled in where nothing is written: that there is none has to be said."""

_MEANS_SOMETHING = r"[\\;|{more}{separator}]|^\s|\s$"


class ListCellError(Exception):
    """An entry that cannot be read: ``value`` is the entry, the message tells why."""

    def __init__(self, value: str, reason: str) -> None:
        super().__init__(reason)
        self.value = value


def cell_of(column: ListColumn, entries: Iterable[Mapping[str, str]], separator: str = SEPARATOR) -> str:
    """The cell that ``entries_of`` reads back to the same entries; columns of an entry that are absent are not written."""
    return f"{separator} ".join(_written(column, entry, separator) for entry in entries)


def _written(column: ListColumn, entry: Mapping[str, str], separator: str) -> str:
    def plain(text: str, more: str = "") -> str:
        pattern = _MEANS_SOMETHING.format(more=more, separator=re.escape(separator))
        return re.sub(pattern, lambda match: f"\\{match[0]}", text)

    head = plain(entry[column.value], ("" if column.side in entry else "=") + (":" if column.text else ""))
    if column.text and entry.get(column.text):
        head = f"{head}: {plain(entry[column.text])}"
    if column.side in entry:
        head = f"{plain(entry[column.side], '=/' if column.value == 'url' else '=')}={head}"
    parts = [head]
    default = dict(column.default)
    for field in column.table.columns:
        name = field.name
        if name in (column.side, column.value, column.text, "contact_id") or name not in entry:
            continue
        if field.kind is Kind.FLAG:
            parts += [name] * (entry[name] == "true")
        elif entry[name] != default.get(name, "") or name in _KEEPS_EMPTY:
            parts.append(f"{name}={plain(entry[name])}")
    return " | ".join(parts)


def entries_of(column: ListColumn, cell: str, separator: str = SEPARATOR) -> list[Entry]:
    """The entries of a cell; raises ListCellError for the first that cannot be read.

    A separator of somebody's own may also stand in an address, and does not end an entry there.
    """
    addresses = _addresses(cell, separator) if separator != SEPARATOR else []
    return [_read(column, written) for written in _split(cell, separator, addresses) if written.strip()]


def _addresses(text: str, separator: str) -> list[range]:
    """Where addresses stand in ``text``: each to the next space or bar, or to a separator behind which a part begins."""
    at = re.escape(separator)
    ends = rf"(?!{at}(?:\s|$|(?:[^\s=|]*=)?https?://))" if separator != "/" else ""
    return [range(*found.span()) for found in re.finditer(rf"https?://(?:\\.|{ends}[^\s|\\])*", text)]


def _read(column: ListColumn, written: str) -> Entry:
    head, *fields = _split(written, "|")
    entry: Entry = {}
    side, equals, value = _cut(head, "=")
    if not equals or (column.value == "url" and _cut(side, "/")[1]):  # an address without a side may have an = of its own
        side, equals, value = "", "", head
    if equals:
        entry[column.side] = _exact(side)
    if column.text:
        value, colon, text = _cut(value, ":")
        if colon:
            entry[column.text] = _exact(text)
    entry[column.value] = _exact(value)
    for field in fields:
        name, said = _field(column, written, field)
        if name in entry:
            raise ListCellError(written.strip(), f"says '{name}' twice")
        entry[name] = said
    return entry


def _field(column: ListColumn, written: str, field: str) -> tuple[str, str]:
    """The column that a part behind ``|`` fills, and its text: ``field=text``, or a word that can only be of one column."""
    columns = [c for c in column.table.columns if c.name != "contact_id"]
    name, equals, text = _cut(field, "=")
    name = _exact(name)
    if equals:
        if name in {c.name for c in columns}:
            return name, _exact(text)
        raise ListCellError(written.strip(), f"has no '{name}'; it may have {', '.join(c.name for c in columns)}")
    if any(c.name == name and c.kind is Kind.FLAG for c in columns):
        return name, "true"
    fitting = [c.name for c in columns if c.kind is Kind.WORD and name in c.words]
    if len(fitting) == 1:
        return fitting[0], name
    raise ListCellError(written.strip(), f"'{name}' behind | is not understood; write field=text")


def _split(text: str, at: str, whole: Sequence[range] = ()) -> list[str]:
    """The parts of ``text`` between the separators that no backslash stands before, outside of ``whole``; backslashes stay."""
    if "\\" not in text and not whole:
        return text.split(at)
    parts, start, place = [], 0, 0
    while place < len(text):
        if inside := next((span for span in whole if place in span), None):
            place = inside.stop
            continue
        if text[place] == "\\":
            place += 2
            continue
        if text.startswith(at, place):
            parts.append(text[start:place])
            start = place + len(at)
        place += 1
    return [*parts, text[start:]]


def _cut(text: str, at: str) -> tuple[str, str, str]:
    """As ``str.partition``, at the first separator that no backslash stands before."""
    before, *rest = _split(text, at)
    return (before, at, text[len(before) + 1 :]) if rest else (text, "", "")


def _exact(written: str) -> str:
    """The text that was written: without the space around it, and without the backslashes."""
    stripped = written.lstrip()
    while stripped and stripped[-1].isspace() and not _is_marked(stripped, len(stripped) - 1):
        stripped = stripped[:-1]
    return re.sub(r"\\(.)", r"\1", stripped, flags=re.DOTALL)


def _is_marked(text: str, place: int) -> bool:
    """Whether a backslash that is itself none stands before a place."""
    count = 0
    while place - count > 0 and text[place - count - 1] == "\\":
        count += 1
    return count % 2 == 1
