"""Where the rows of a package wait until all of them are known to be right: temporary tables of plain text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Column, Connection, Index, Integer, MetaData, Text, insert, select
from sqlalchemy import Table as SqlTable

from detente.domain import dates, package
from detente.domain.dates import DateError, Tolerance
from detente.domain.parties import dyads_of
from detente.domain.tabular import Kind, Table
from detente.store import on_postgresql
from detente.store.choosing import AnySelect

if TYPE_CHECKING:
    from detente.store.judging import Finding

Reported: TypeAlias = "Callable[[Iterable[Finding]], list[Finding]]"
"""Puts findings into the terms of the file that somebody has before them: its own name and columns."""

_AT_ONCE = 5_000

_CACHES = {"main": 49_152, "temp": 40_960}
"""How much memory SQLite may use for an import: with its own 2 MB most pages of a large one are written and read many times."""


@dataclass(frozen=True, slots=True)
class StagedFile:
    """One file of a package: its rows are (line, cells), the cells in the order of the table's columns.

    Several rows may be of one line, as in a sheet that has a contact a line; they keep the order in which they come.
    """

    table: Table
    file: str
    slug: str
    rows: Iterable[tuple[int, Sequence[str]]]


def _placed(staged: StagedFile) -> Iterator[tuple[Any, ...]]:
    """The rows with the place of each: its part is 1, or where it begins as the row before it one more than that of that."""
    before, part = "", 0
    for line, cells in staged.rows:
        part = part + 1 if cells[0] == before else 1
        before = cells[0]
        yield staged.file, line, part, staged.slug, *cells


class Staging:
    """The temporary tables of one import, gone with its connection.

    ``tables`` holds one per package table (file, line, part, slug and its columns, all text); ``date`` the bounds of each
    distinct date; ``member`` and ``pair`` the codes and dyads of each distinct list of parties; ``unchanged`` the ids and
    places of contacts that were left out of ``tables`` because the record has them as they are; ``known`` the ids of those
    others that the store had before and keeps as they are, ``changed`` those whose first row was changed. What repeats
    is so read once in Python, however many rows say it. ``filled`` names the package tables that have any row; ``reported``
    puts findings into the terms of the file.
    """

    def __init__(self, connection: Connection, tolerance: Tolerance, reported: "Reported" = list) -> None:
        connection.detach()  # closed after use, not kept for the next one, which would find these tables there
        if connection.dialect.name == "sqlite":
            for schema, kilobytes in _CACHES.items():
                connection.exec_driver_sql(f"PRAGMA {schema}.cache_size = -{kilobytes}")
        self.connection = connection
        self.tolerance = tolerance
        self.reported = reported
        self.filled: set[str] = set()
        self.tables = {table.name: _LAYOUT.tables[f"stage_{table.name}"] for table in package.TABLES}
        besides = (_LAYOUT.tables[f"stage_{name}"] for name in _BESIDES)
        self.date, self.member, self.pair, self.unchanged, self.known, self.changed = besides
        _LAYOUT.create_all(connection, checkfirst=False)

    def load(self, files: Iterable[StagedFile]) -> dict[str, int]:
        """Takes in files, at once those of one table that follow each other; gives how many rows of each table."""
        read: dict[str, int] = {}
        for name, alike in groupby(files, key=lambda staged: staged.table.name):
            rows = (row for staged in alike for row in _placed(staged))
            read[name] = read.get(name, 0) + self.fill(self.tables[name], rows)
        self.filled.update(name for name, count in read.items() if count)
        return read

    def has(self, stage: SqlTable) -> bool:
        """Whether the package has any row of the table that is staged there: of none nothing need be asked."""
        return stage.name.removeprefix("stage_") in self.filled

    def read_what_repeats(self) -> dict[str, str]:
        """Fills ``date``, ``member``, ``pair``; gives each text that is no date, with the reason."""
        wrong: dict[str, str] = {}
        self.fill(self.date, list(self._dates(wrong)))  # read to the end first: a COPY keeps the connection to itself
        lists = {text: text.split(";") for text in self._distinct(Kind.PARTIES)}
        self.fill(self.member, ((text, code) for text, codes in lists.items() for code in sorted(set(codes))))
        self.fill(self.pair, ((text, *pair.parties) for text, codes in lists.items() for pair in dyads_of(codes)))
        return wrong

    def _dates(self, wrong: dict[str, str]) -> Iterator[tuple[Any, ...]]:
        for text in self._distinct(Kind.EDTF):
            try:
                when = dates.parse(text, self.tolerance)
            except DateError as error:
                wrong[text] = str(error)
            else:
                yield text, when.first_day, when.start_earliest, when.start_latest, when.end_earliest, when.end_latest

    def _distinct(self, kind: Kind) -> list[str]:
        """Every text that stands in a column of that kind, once."""
        found: set[str] = set()
        for table in package.TABLES:
            for column in table.columns:
                if column.kind is kind and table.name in self.filled:
                    cells = self.tables[table.name].c[column.name]
                    found.update(self.connection.scalars(select(cells).where(cells != "").distinct()))
        return sorted(found)

    def more(self, name: str, *columns: str) -> SqlTable:
        """One more temporary table, found by its first column; a name that ends in a colon is that of a number."""
        metadata = MetaData()
        table = _temporary(f"stage_{name}", metadata, columns)
        Index(f"ix_{table.name}", next(iter(table.c)))
        metadata.create_all(self.connection)
        return table

    def fill(self, table: SqlTable, rows: Iterable[tuple[Any, ...]]) -> int:
        """Adds ``rows``, each with its cells in the order of the columns; gives how many."""
        if self.connection.dialect.name == "postgresql":
            return on_postgresql.copy_in(self.connection, table.name, rows)
        # The driver's own executemany: per-row work in between would cost more than the parsing.
        compiled = str(insert(table).compile(dialect=self.connection.dialect))
        waiting, count = iter(rows), 0
        while batch := list(islice(waiting, _AT_ONCE)):
            self.connection.exec_driver_sql(compiled, batch)
            count += len(batch)
        return count

    def told(self, findings: "Iterable[Finding]") -> tuple[str, ...]:
        """Findings as lines for a person."""
        return tuple(str(finding) for finding in self.reported(findings))

    def execute(self, query: AnySelect) -> list[Any]:
        """All rows of ``query``."""
        return list(self.connection.execute(query).all())

    def each(self, query: AnySelect) -> Iterator[Any]:
        """The rows of ``query``, of which no more are held than a thousand: there may be millions."""
        yield from self.connection.execute(query, execution_options={"yield_per": 1_000})


_BESIDES = {
    "date": ("text", "first_day:", "start_earliest:", "start_latest:", "end_earliest:", "end_latest:"),
    "member": ("text", "party"),
    "pair": ("text", "party_a", "party_b"),
    "unchanged": ("contact_id", "parties", "file", "line:", "part:"),
    "known": ("contact_id",),
    "changed": ("contact_id",),
}


def _layout() -> MetaData:
    metadata = MetaData()
    for table in package.TABLES:
        _stage(table, metadata)
    for name, columns in _BESIDES.items():
        beside = _temporary(f"stage_{name}", metadata, columns)
        Index(f"ix_{beside.name}", next(iter(beside.c)))
    return metadata


def _stage(table: Table, metadata: MetaData) -> SqlTable:
    staged = _temporary(
        f"stage_{table.name}", metadata, ["file", "line:", "part:", "slug", *(column.name for column in table.columns)]
    )
    if table.columns[0].name == "contact_id" and table.per_dyad:  # what is told of a contact is looked up and counted by that
        Index(f"ix_stage_{table.name}", staged.c.contact_id)
    return staged


def _temporary(name: str, metadata: MetaData, columns: Iterable[str]) -> SqlTable:
    """A temporary table of text columns; a name that ends in a colon is that of a number."""
    text = Text().with_variant(Text(collation="C"), "postgresql")  # compared and sorted like what the store keeps
    made: list[Column[Any]] = [Column(c.removesuffix(":"), Integer if c.endswith(":") else text) for c in columns]
    table: SqlTable = SqlTable(name, metadata, *made, prefixes=["TEMPORARY"])
    return table


_LAYOUT = _layout()
"""Made once: a second import in the same process finds its statements compiled."""
