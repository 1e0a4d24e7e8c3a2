"""What has every format of event data in common: a table of coded events, whatever file they stand in?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import ibis
from ibis.expr.types import StringValue, Table

from detente.formats.events.crosswalk import Codebook
from detente.formats.events.engines import Engine

COLUMNS = (
    "file", "line", "problem", "heading", "possible", "event_id", "day", "code", "a_name", "a_country", "a_defence", "b_name",
    "b_country", "b_defence", "url", "publisher", "published", "language",
)  # fmt: skip
"""Of the table of coded events.

``problem`` says what is wrong with the line; ``heading`` that it is no event but names of columns; ``possible`` whether the
codebook has its code. ``day`` is a date; ``code`` is a key of the crosswalk, or another text for what is no contact. ``a_``
is the source and ``b_`` the target: as they are named, the name or alpha-3 code of their country, and whether the data
themselves call them a defence actor. What the data do not say is null.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for besides the files, as it was typed: each format looks at what it needs."""

    codebook: str | None = None
    maps: Path | None = None
    base_date: str | None = None
    step: str | None = None


class Format(Protocol):
    """One format of event data."""

    dataset: str
    codebook: Codebook

    def events(self, engine: Engine, files: Sequence[Path]) -> Table:
        """The coded events of ``files``, in ``COLUMNS``."""


@dataclass(frozen=True)
class Cells:
    """The cells of lines that are separated by tabs, and what may be said of them."""

    table: Table
    absent: tuple[str, ...] = ("", "NA")
    places: Mapping[str, int] = field(default_factory=dict)

    def at(self, place: int | str) -> StringValue:
        """The cell at ``place`` (from 0, or by the name of its column) without spaces around it; null where nothing is said."""
        number = self.places[place] if isinstance(place, str) else place
        found = ibis.ifelse(self.table["n"] > number, self.table["cells"][number], ibis.null("string"))
        stripped: Any = found.strip()
        return ibis.ifelse(stripped.isin(self.absent), ibis.null("string"), stripped)


def split(lines: Table) -> Table:
    """``lines`` with ``cells``, what stands between their tabs, and ``n``, how many there are."""
    cells: Any = ibis.coalesce(lines["text"], "").split("\t")
    cut = lines.mutate(cells=cells)
    return cut.mutate(n=cut["cells"].length())


def first_of(*problems: tuple[Any, str]) -> Any:
    """The text of the first condition that holds; null where none does. A condition that is null does not hold."""
    branches = [(ibis.coalesce(condition, False), ibis.literal(text)) for condition, text in problems]
    return ibis.cases(*branches, else_=ibis.null("string"))


def events(rows: Table, problems: Sequence[tuple[Any, str]], **columns: Any) -> Table:
    """``COLUMNS`` from the lines ``rows`` (as ``split`` gives them): what is not given is null, or false for ``heading``."""
    nothing = {name: ibis.null("string") for name in ("url", "publisher", "language", "event_id")}
    usual = {**nothing, "heading": ibis.literal(False), "published": ibis.null("date"), "possible": ibis.literal(True)}
    problem = ibis.coalesce(rows["fault"], first_of(*problems))
    return rows.mutate(**{**usual, **columns, "problem": problem}).select(*COLUMNS)


def iso_day(text: Any) -> Any:
    """The date written as YYYY-MM-DD; null for anything else, and for a day that no calendar has."""
    return ibis.ifelse(text.re_search(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), text, ibis.null("string")).try_cast("date")


def compact_day(text: Any) -> Any:
    """The date written as YYYYMMDD, whatever digits follow; null for anything else."""
    digits: Any = ibis.ifelse(text.re_search(r"^[0-9]{8}"), text, ibis.null("string"))
    dashed: Any = digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2)
    return iso_day(dashed)


def holds_word(listed: Any, words: Sequence[str], separator: str) -> Any:
    """Whether one of ``words`` is an element of a list written as text: not merely a part of one."""
    elements: Any = separator + listed.re_replace(rf"\s*{separator}\s*", separator) + separator
    found: Any = ibis.literal(False)
    for word in words:
        found = found | elements.contains(separator + word + separator)
    return ibis.coalesce(found, False)
