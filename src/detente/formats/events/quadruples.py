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
from detente.formats.events.reading import Cells, events, iso_day, split

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
        rows = split(engine.lines(files))
        cells = Cells(rows)
        day = iso_day(cells.at(3))
        return _events(rows, cells.at(0), cells.at(1), cells.at(2), day, [(day.isnull(), "has no day like 2014-04-03")])


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
        rows = split(engine.lines([file for file in files if not _is_map(file)]))
        for kind, place in (("entity", 0), ("relation", 1), ("entity", 2)):
            known = engine.small(f"names_{place}", read_map(_map(self._maps, kind)), {"id": "string", "name": "string"})
            known = known.rename({f"id_{place}": "id", f"name_{place}": "name"})
            rows = rows.mutate(**{f"number_{place}": Cells(rows).at(place)})
            rows = rows.left_join(known, rows[f"number_{place}"] == known[f"id_{place}"])
        steps: Any = Cells(rows).at(3)
        number = ibis.ifelse(steps.re_search("^[0-9]{1,7}$"), steps, ibis.null("string")).try_cast("int64")
        days = (number // DAYS_OF_STEP[self._step]).cast("int32")
        day = (ibis.literal(self._base) + days.as_interval("D")).cast("date")
        problems = [
            (rows["name_0"].isnull() | rows["name_2"].isnull(), "names an entity that the map does not have"),
            (rows["name_1"].isnull(), "names a relation that the map does not have"),
            (number.isnull(), f"has no whole number of {self._step} in its fourth column"),
        ]
        return _events(rows, rows["name_0"], rows["name_1"], rows["name_2"], day, problems)


def _events(rows: Table, source: Any, relation: Any, target: Any, day: Any, more: Sequence[tuple[Any, str]]) -> Table:
    spoken: Any = relation.replace("_", " ").lower()
    codes = [(spoken == text, ibis.literal(code)) for text, code in EVENT_TEXTS.items()]
    few = (rows["n"] < 4, "has not the four columns subject, relation, object, date")
    nameless = (source.isnull() | relation.isnull() | target.isnull(), "names no subject, relation or object")
    none = ibis.null("string")
    return events(
        rows,
        [few, *more, nameless],
        possible=~ibis.coalesce(spoken, "").re_search("^[0-9]+$"),
        day=day,
        code=ibis.cases(*codes, else_=ibis.literal(NO_CONTACT)),
        a_name=source.replace("_", " "), a_country=none, a_defence=ibis.literal(False),
        b_name=target.replace("_", " "), b_country=none, b_defence=ibis.literal(False),
        published=day,
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
