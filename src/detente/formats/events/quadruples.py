"""How are ICEWS quadruples read, the form in which benchmarks pass the data on: by name, or by number?"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import ibis
from ibis.expr.types import Table

from detente.errors import NotFoundError, RejectedError
from detente.formats.events.crosswalk import EVENT_TEXTS, Codebook
from detente.formats.events.engines import Engine
from detente.formats.events.reading import cells, events, iso_day

NO_CONTACT = "other"
"""The code of every relation that is no contact."""

DAYS_OF_STEP = {"hours": 24, "days": 1}
"""How many steps of time make a day."""


class QuadruplesByName:
    """Subject, relation, object and day; ``_`` may stand for a space; a fifth column is not looked at."""

    dataset = "icews"
    codebook = Codebook.CAMEO

    def events(self, engine: Engine, files: Sequence[Path]) -> Table:
        """The coded events of ``files``."""
        rows = cells(engine.lines(files), {"subject": 0, "relation": 1, "object": 2, "date": 3})
        rows = rows.mutate(day=iso_day(rows["date"]))
        return _events(rows, [(rows["day"].isnull(), "has no day like 2014-04-03 in its fourth column")])


class QuadruplesByNumber:
    """As by name, with numbers that the maps of the benchmark explain, and time in steps from ``base``."""

    dataset = "icews"
    codebook = Codebook.CAMEO

    def __init__(self, maps: Path, base: date, step: str) -> None:
        self._maps = maps
        self._base = base
        self._step = step

    def events(self, engine: Engine, files: Sequence[Path]) -> Table:
        """The coded events of ``files``; raises NotFoundError or RejectedError for a map that cannot be read."""
        numbers = {"subject_id": 0, "relation_id": 1, "object_id": 2, "time": 3}
        rows = cells(engine.lines([file for file in files if not _is_map(file)]), numbers)
        for name, kind in (("subject", "entity"), ("relation", "relation"), ("object", "entity")):
            known = engine.small(f"{name}_names", read_map(_map(self._maps, kind)), {"id": "string", "name": "string"})
            known = known.rename({f"{name}_known": "id", name: "name"})
            rows = rows.left_join(known, rows[f"{name}_id"] == known[f"{name}_known"])
        number: Any = rows["time"].re_extract("^[0-9]{1,7}$", 0).try_cast("int64")
        rows = rows.mutate(days=(number // DAYS_OF_STEP[self._step]).cast("int32"))
        rows = rows.mutate(day=(ibis.literal(self._base) + rows["days"].as_interval("D")).cast("date"))
        problems = [
            (rows["subject"].isnull() | rows["object"].isnull(), "names an entity that the map does not have"),
            (rows["relation"].isnull(), "names a relation that the map does not have"),
            (rows["days"].isnull(), f"has no whole number of {self._step} in its fourth column"),
        ]
        return _events(rows, problems)


def _events(rows: Table, more: Sequence[tuple[Any, str]]) -> Table:
    rows = rows.mutate(spoken=ibis.coalesce(rows["relation"].replace("_", " ").lower(), ""))
    codes = [(rows["spoken"] == text, ibis.literal(code)) for text, code in EVENT_TEXTS.items()]
    few = (rows["n"] < 4, "has not the four columns subject, relation, object, date")
    nameless = (
        rows["subject"].isnull() | rows["relation"].isnull() | rows["object"].isnull(),
        "names no subject, relation or object",
    )
    none = ibis.null("string")
    return events(
        rows,
        [few, *more, nameless],
        possible=~rows["spoken"].re_search("^[0-9]+$"),
        code=ibis.cases(*codes, else_=ibis.literal(NO_CONTACT)),
        a_name=rows["subject"].replace("_", " "), a_country=none, a_defence=ibis.literal(False),
        b_name=rows["object"].replace("_", " "), b_country=none, b_defence=ibis.literal(False),
        published=rows["day"],
    )  # fmt: skip


def _is_map(file: Path) -> bool:
    return file.name.startswith(("entity2id", "relation2id"))


def _map(folder: Path, kind: str) -> Path:
    for ending in (".txt", ".tsv", ""):
        if (file := folder / f"{kind}2id{ending}").is_file():
            return file
    raise NotFoundError(f"no {kind}2id.txt in {folder}", mend="name the folder of the maps with --maps")


def read_map(file: Path) -> dict[str, list[str]]:
    """The numbers and names of a map: a name, a tab and its number on each line; a first line with the count alone is passed.

    Raises RejectedError for a line that says neither, and where one number has two names.
    """
    found: dict[str, str] = {}
    for line, name, number in _pairs(file):
        if not number.isdecimal() or found.setdefault(number, name) != name:
            reason = "has no number" if not number.isdecimal() else f"names {number} a second time"
            raise RejectedError(f"{file.name}:{line}: {reason}", mend="write a name, a tab and a number on each line")
    return {"id": list(found), "name": list(found.values())}


def _pairs(file: Path) -> Iterator[tuple[int, str, str]]:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise RejectedError(f"{file.name} is not UTF-8 text", mend="save it as UTF-8") from None
    except OSError as error:
        raise NotFoundError(f"{file} cannot be read: {error.strerror}", mend="name another folder with --maps") from None
    for line, text in enumerate(lines, 1):
        if text.strip() and not (line == 1 and text.strip().isdecimal()):
            name, _, number = text.rpartition("\t")
            yield line, name.strip(), number.strip()
