"""How is a weekly POLECAT file read: a table separated by tabs, whose first line names its columns?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ibis
from ibis.expr.types import Table

from detente.errors import RejectedError
from detente.formats.events.crosswalk import PLOVER, PLOVER_TYPES, Codebook
from detente.formats.events.engines import Engine
from detente.formats.events.lines import first_line
from detente.formats.events.reading import cells, events, holds_word, iso_day

NEEDED = (
    "event id", "event date", "event type", "event mode", "actor name", "actor country", "actor sectors", "recipient name",
    "recipient country", "recipient sectors",
)  # fmt: skip
_FURTHER = ("source", "publication date", "language")
_ROLES = {"a": "actor", "b": "recipient"}


class Polecat:
    """Columns are found by their names, so that it does not matter in which order a week has them."""

    dataset = "polecat"
    codebook = Codebook.PLOVER

    def events(self, engine: Engine, files: Sequence[Path]) -> Table:
        """The coded events of ``files``; raises RejectedError for a file that lacks a column."""
        rows = engine.lines(files)
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


def _events(lines: Table, columns: tuple[str, ...]) -> Table:
    further = [name for name in _FURTHER if name in columns]
    rows = cells(lines, {name: columns.index(name) for name in (*NEEDED, *further)}, absent=("NA", "None"))
    rows = rows.mutate(**{name: ibis.null("string") for name in _FURTHER if name not in further})
    rows = rows.mutate(
        day=iso_day(rows["event date"]),
        type=rows["event type"].upper(),
        mode=ibis.coalesce(rows["event mode"].lower(), ""),
        **{f"{side}_sectors": rows[f"{role} sectors"].re_replace("[;|]", ",") for side, role in _ROLES.items()},
    )
    problems = [
        (rows["n"] != len(columns), "has not as many columns as the first line names"),
        (rows["event id"].isnull(), "has no event id"),
        (rows["day"].isnull(), "has no day like 2023-04-03 in Event Date"),
        (rows["type"].isnull(), "has no event type"),
    ]
    told: dict[str, Any] = {}
    for side, role in _ROLES.items():
        told |= {f"{side}_name": rows[f"{role} name"], f"{side}_country": rows[f"{role} country"]}
        told[f"{side}_defence"] = holds_word(rows[f"{side}_sectors"], ("MIL",), ",")
    return events(
        rows,
        problems,
        heading=ibis.coalesce(rows["event id"].lower() == "event id", False),
        possible=rows["type"].isin(sorted(PLOVER_TYPES)),
        event_id=rows["event id"],
        code=_code(rows["type"], rows["mode"]),
        publisher=rows["source"],
        published=iso_day(rows["publication date"].re_extract("^[0-9-]{10}", 0)),
        language=rows["language"].lower().re_extract("^[a-z]{2}$", 0).nullif(""),
        **told,
    )


def _code(type_: Any, mode: Any) -> Any:
    """Type and mode where the crosswalk has both, else the type alone: a mode that is new leaves the mode unknown."""
    both = type_ + "/" + mode
    return ibis.ifelse(both.isin(sorted(PLOVER)), both, type_)
