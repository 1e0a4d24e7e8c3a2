"""How is a weekly POLECAT file read: a table separated by tabs, whose first line names its columns?"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import ibis
from ibis.expr.types import Table

from detente.errors import RejectedError
from detente.formats.events.crosswalk import PLOVER, PLOVER_TYPES, Codebook
from detente.formats.events.engines import Engine
from detente.formats.events.lines import first_line
from detente.formats.events.reading import Cells, events, holds_word, iso_day, split

NEEDED = (
    "event id", "event date", "event type", "event mode", "actor name", "actor country", "actor sectors", "recipient name",
    "recipient country", "recipient sectors",
)  # fmt: skip
_ABSENT = ("", "NA", "None")


class Polecat:
    """Columns are found by their names, so that it does not matter in which order a week has them."""

    dataset = "polecat"
    codebook = Codebook.PLOVER

    def events(self, engine: Engine, files: Sequence[Path]) -> Table:
        """The coded events of ``files``; raises RejectedError for a file that lacks a column."""
        rows = split(engine.lines(files))
        layouts: dict[tuple[str, ...], list[str]] = {}
        for file in files:
            layouts.setdefault(_columns(file), []).append(file.name)
        found = [_events(rows.filter(rows["file"].isin(names)), columns) for columns, names in layouts.items()]
        return found[0] if len(found) == 1 else ibis.union(*found)


def _columns(file: Path) -> tuple[str, ...]:
    columns = tuple(name.strip().casefold() for name in first_line(file).split("\t"))
    if missing := [name for name in NEEDED if name not in columns]:
        raise RejectedError(
            f"{file.name}: the first line names no column {', '.join(missing)}",
            mend="is it a POLECAT file? leave it out if not",
        )
    return columns


def _events(rows: Table, columns: tuple[str, ...]) -> Table:
    cells = Cells(rows, absent=_ABSENT, places={name: columns.index(name) for name in columns})
    id_, day, type_ = cells.at("event id"), iso_day(cells.at("event date")), cells.at("event type").upper()
    publisher, written = (cells.at(name) if name in columns else ibis.null("string") for name in ("source", "publication date"))
    language = cells.at("language").lower() if "language" in columns else ibis.null("string")
    problems = [
        (rows["n"] != len(columns), "has not as many columns as the first line names"),
        (id_.isnull(), "has no event id"),
        (day.isnull(), "has no day like 2023-04-03 in Event Date"),
        (type_.isnull(), "has no event type"),
    ]
    return events(
        rows,
        problems,
        heading=ibis.coalesce(id_.lower() == "event id", False),
        possible=ibis.coalesce(type_.isin(sorted(PLOVER_TYPES)), True),
        event_id=id_,
        day=day,
        code=_code(type_, cells.at("event mode")),
        **_actor("a", cells, "actor"),
        **_actor("b", cells, "recipient"),
        publisher=publisher,
        published=iso_day(written.substr(0, 10)),
        language=ibis.ifelse(language.re_search("^[a-z]{2}$"), language, ibis.null("string")),
    )


def _code(type_: Any, mode: Any) -> Any:
    """Type and mode where the crosswalk has both, else the type alone: a mode that is new leaves the mode unknown."""
    both = type_ + "/" + ibis.coalesce(mode.lower(), "")
    return ibis.ifelse(both.isin(sorted(PLOVER)), both, type_)


def _actor(side: str, cells: Cells, role: str) -> Mapping[str, Any]:
    sectors: Any = cells.at(f"{role} sectors")
    return {
        f"{side}_name": cells.at(f"{role} name"),
        f"{side}_country": cells.at(f"{role} country"),
        f"{side}_defence": holds_word(sectors.re_replace("[;|]", ","), ("MIL",), ","),
    }
