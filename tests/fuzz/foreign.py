"""What must hold of files that come from elsewhere: sheets of contacts, and event data."""

import csv
import re
from functools import lru_cache

from detente.cli.visible import in_one_line
from detente.domain.days import parse_day
from detente.domain.selection import Selection
from detente.errors import RejectedError
from detente.formats.events.extraction import extract
from detente.formats.events.formats import format_named
from detente.formats.events.reading import Wanted
from detente.formats.events.register import Register, register_of
from detente.formats.known_formats import FORMATS, function_at
from detente.formats.reading import How, Whither
from detente.store.opening import open_store
from tests.fuzz.packages import change, workshop, written
from tests.fuzz.texts import OBEYED

TODAY = parse_day("2026-01-01")
EVERYTHING = Selection(as_of=parse_day("9999-12-31"), include_restricted=True)
SHEETS = ("csv", "tsv", "jsonl")


def a_sheet(data: bytes) -> None:
    """Its first byte chooses the format, the rest is the file."""
    _taken_in(SHEETS[data[:1][0] % len(SHEETS)] if data else "csv", data[1:])


def a_sheet_of_cells(data: bytes) -> None:
    """The base package as a sheet with a few cells changed: for each a row (one too many: a new row), a column, and the text.

    The first byte says whether ``--update`` is given.
    """
    rows = [[*row] for row in _base_sheet()]
    for edit in data[1:].split(b"\0"):
        if len(edit) >= 2:
            change(rows, edit)
    _taken_in("csv", written(rows), overwrite=data[:1] != b"\0")


@lru_cache(maxsize=1)
def _base_sheet() -> list[list[str]]:
    path = workshop().folder / "base.csv"
    with open_store(str(workshop().filled)) as store:
        function_at(FORMATS["csv"].writes)(store, path, EVERYTHING, Whither("csv", TODAY))
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _taken_in(name: str, content: bytes, *, overwrite: bool = False) -> None:
    """Refused, a sheet leaves the record as it was, every wrong cell with its place; accepted, it goes out and comes in again
    without a change."""
    shop = workshop()
    path = shop.folder / f"sheet.{name}"
    path.write_bytes(content)
    with shop.working_on(shop.filled) as store:
        try:
            function_at(FORMATS[name].reads)(store, path, How(name, TODAY, overwrite=overwrite))
        except RejectedError as refused:
            for detail in refused.details:
                assert OBEYED.search(in_one_line(detail)) is None
                assert re.match(r"sheet\.[a-z]+(:\d+)?: ", detail), detail
            raise
        out = shop.folder / f"out.{name}"
        function_at(FORMATS[name].writes)(store, out, EVERYTHING, Whither(name, TODAY))
        again = function_at(FORMATS[name].reads)(store, out, How(name, TODAY))
        assert (again.added, again.changed) == ({}, {})


EVENTS = ("icews", "icews-names", "gdelt", "polecat", "keds")


def event_data(data: bytes) -> None:
    """Its first byte chooses the format. Every row is read, and passed over, refused or kept; each contact has the rows it rests on."""
    name = EVENTS[data[:1][0] % len(EVENTS)] if data else "icews"
    path = workshop().folder / "events.txt"
    path.write_bytes(data[1:])
    wanted = Wanted("cameo" if name == "keds" else None, None, None, None)
    found = extract(path, format_named(name, wanted), _register(), echo=2, parties=set(), engine="duckdb")
    assert found.read == found.kept + sum(found.passed_over.values()) + sum(found.refused.values())
    assert len({contact.contact_id for contact in found.contacts}) == len(found.contacts)
    assert sum(len(contact.sources) for contact in found.contacts) == found.kept - found.repeated
    for line in found.lines:
        assert OBEYED.search(in_one_line(line)) is None


@lru_cache(maxsize=1)
def _register() -> Register:
    with open_store(str(workshop().filled)) as store:
        return register_of(store)
