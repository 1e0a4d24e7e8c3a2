"""Who compiles a statement? The first engine of a process that needs it: thousands of tests make thousands of engines.

An engine of SQLAlchemy keeps its compiled statements to itself, under a key that holds its dialect. All engines of a process
that speak to the same kind of database compile to the same SQL, so that here they share one cache and count as one dialect.
"""

from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

_COMPILED: Any = LRUCache(2_000)


def share() -> None:
    """From now on every engine of this process takes its statements from the cache of all, when it connects."""
    event.listen(Engine, "engine_connect", _take_of_all)
    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        dialect.__eq__ = _alike  # type: ignore[method-assign]  # what is asked of them in the tests alone
        dialect.__hash__ = _of_kind  # type: ignore[method-assign,assignment]  # the same; it takes its object by place


def _take_of_all(connection: Connection) -> None:
    connection.engine._compiled_cache = _COMPILED


def _alike(one: object, other: object) -> bool:
    return type(one) is type(other)


def _of_kind(one: object) -> int:
    return hash(type(one))
