"""What has every format of event data in common: a table of coded events, whatever file they stand in?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import ibis
from ibis.expr.types import Table

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


def cells(lines: Table, places: Mapping[str, int], absent: Sequence[str] = ("NA",)) -> Table:
    """``lines`` with ``n``, how many cells stand between their tabs, and those cells that stand at ``places``, from 0.

    Spaces around a cell do not count; one that is empty or ``absent`` is null, as is one that the line does not have.
    """
    between: Any = ibis.coalesce(lines["text"], "").split("\t")
    cut = lines.mutate(cells=between)
    cut = cut.mutate(n=cut["cells"].length())
    said = {name: ibis.ifelse(cut["n"] > place, cut["cells"][place], ibis.null("string")) for name, place in places.items()}
    found = cut.mutate(**{name: cell.strip().nullif("") for name, cell in said.items()}).drop("cells")
    for word in absent:
        found = found.mutate(**{name: found[name].nullif(word) for name in places})
    return found


def first_of(*problems: tuple[Any, str]) -> Any:
    """The text of the first condition that holds; null where none does. A condition that is null does not hold."""
    branches = [(ibis.coalesce(condition, False), ibis.literal(text)) for condition, text in problems]
    return ibis.cases(*branches, else_=ibis.null("string"))


def events(rows: Table, problems: Sequence[tuple[Any, str]], **columns: Any) -> Table:
    """``COLUMNS`` from ``rows`` (as ``cells`` gives them) and ``columns``: what neither has is null.

    The first of ``problems``, each a condition and its words, is that the line has not the cells of its format: then
    nothing is said of its code.
    """
    for name in ("url", "publisher", "language", "event_id"):
        if name not in rows.columns:
            columns.setdefault(name, ibis.null("string"))
    columns.setdefault("heading", ibis.literal(False))
    columns["possible"] = ibis.coalesce(problems[0][0] | columns["possible"], True)
    return rows.mutate(**columns, problem=ibis.coalesce(rows["fault"], first_of(*problems))).select(*COLUMNS)


def iso_day(text: Any) -> Any:
    """The date written as YYYY-MM-DD; null for anything else, and for a day that no calendar has."""
    return text.re_extract("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", 0).try_cast("date")


def compact_day(text: Any) -> Any:
    """The date written as YYYYMMDD, also with a time of six digits behind it; null for anything else."""
    year, month, day = (text.re_extract(_COMPACT, part) for part in (1, 2, 3))  # engines name groups in other ways to replace
    return iso_day(year + "-" + month + "-" + day)


_COMPACT = "^([0-9]{4})([0-9]{2})([0-9]{2})(?:[0-9]{6})?$"


def holds_word(listed: Any, words: Sequence[str], separator: str) -> Any:
    """Whether one of ``words`` is an element of a list written as text: not merely a part of one."""
    elements: Any = separator + listed.re_replace(rf"\s*{separator}\s*", separator) + separator
    found: Any = ibis.literal(False)
    for word in words:
        found = found | elements.contains(separator + word + separator)
    return ibis.coalesce(found, False)
