"""What runs the extraction: DuckDB inside this program, or Spark on one machine or many?"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import duckdb
import ibis
import pyarrow as pa
from ibis.expr.types import Table

from detente.errors import RejectedError, UsageError
from detente.formats.events.lines import Lines
from detente.formats.events.needs import refuse_without_spark

MEMORY = "1GB"
"""How much DuckDB holds in memory; what does not fit goes to a temporary folder."""

Rows = Mapping[str, Sequence[Any]]
"""A small table by column."""


class Engine(Protocol):
    """Whatever runs Ibis expressions over lines of files."""

    def lines(self, files: Sequence[Path]) -> Table:
        """The lines of files: file (its name), line (from 1), text, fault."""

    def small(self, name: str, rows: Rows, schema: Mapping[str, str]) -> Table:
        """A table of what this program knows."""

    def keep(self, name: str, table: Table) -> Table:
        """What ``table`` gives, computed once and kept until the engine is closed."""


class _DuckDB:
    """DuckDB with a file of its own, so that what it keeps need not fit into memory."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def lines(self, files: Sequence[Path]) -> Table:
        self._connection.con.register("lines", Lines(files))
        found: Table = self._connection.table("lines")
        return found

    def small(self, name: str, rows: Rows, schema: Mapping[str, str]) -> Table:
        self._connection.con.register(name, pa.table(dict(rows), schema=ibis.schema(schema).to_pyarrow()))
        found: Table = self._connection.table(name)
        return found

    def keep(self, name: str, table: Table) -> Table:
        kept: Table = self._connection.create_table(name, table)
        return kept


@contextmanager
def engine_named(name: str) -> Iterator[Engine]:
    """``duckdb``, ``spark`` (on this machine) or ``spark://host:port``; raises UsageError for another name."""
    with _step_by_step(), _engine(name) as engine:
        yield engine


def _engine(name: str) -> AbstractContextManager[Engine]:
    if name == "duckdb":
        return _duckdb()
    if name == "spark" or name.startswith("spark://"):
        refuse_without_spark()
        from detente.formats.events.on_spark import spark

        return spark("local[*]" if name == "spark" else name)
    raise UsageError(f"--engine '{name}' is not known", mend="write duckdb, spark or spark://HOST:PORT")


@contextmanager
def _step_by_step() -> Iterator[None]:
    """Ibis keeps each step of an expression apart: fused, what one computes is written out wherever a later one uses it."""
    before = ibis.options.sql.fuse_selects
    ibis.options.sql.fuse_selects = False
    try:
        yield
    finally:
        ibis.options.sql.fuse_selects = before


@contextmanager
def _duckdb() -> Iterator[Engine]:
    with TemporaryDirectory(prefix="detente-events-") as folder:
        connection: Any = ibis.duckdb.connect(
            Path(folder) / "events.duckdb",
            temp_directory=str(Path(folder) / "spilled"),
            memory_limit=MEMORY,
            autoinstall_known_extensions=False,
            autoload_known_extensions=False,
        )
        connection.raw_sql("SET enable_progress_bar = false")  # stdout is data
        try:
            yield _DuckDB(connection)
        except duckdb.Error as error:
            reason = str(error).partition("\n")[0]
            raise RejectedError(f"DuckDB gave up: {reason}", mend="make room in the temporary folder (TMPDIR)") from error
        finally:
            connection.disconnect()
