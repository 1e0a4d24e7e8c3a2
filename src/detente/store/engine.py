"""How the store talks to a database: one engine with the settings that keep SQLite honest."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from detente.errors import StoreError

BUSY_SECONDS = 30
"""How long a writer waits for others before it gives up; waits of two seconds are normal when eight write at once."""

_QUEUE_SECONDS = 5
"""How long one attempt waits; between attempts a writer steps back for a moment, so that nobody waits for ever."""

WRITING = "detente_writing"
"""The execution option of a connection that is going to write."""


def engine_for(url: URL) -> Engine:
    """An engine for ``url``, which opens no connection yet."""
    engine = create_engine(url, poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def read_url(text: str) -> URL:
    """The database URL that ``text`` spells; raises StoreError."""
    try:
        url = make_url(text)
    except ArgumentError:
        raise StoreError("the database URL cannot be read", mend="write a file path, or postgresql://USER@HOST/NAME") from None
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise StoreError(f"'{url.drivername}' is no kind of store", mend="write a file path, or postgresql://USER@HOST/NAME")
    return url


def shown(url: URL) -> str:
    """``url`` as it may be printed: a plain path for a file, and never a password."""
    return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver must not begin transactions by itself: it would leave schema changes outside of them.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {_QUEUE_SECONDS * 1000}")
    # What was acknowledged survives a power cut, not only a crash of the process.
    connection.execute("PRAGMA synchronous = FULL")
    # SQLite's own lower() knows ASCII only; searches are in many alphabets.
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(text: Any) -> Any:
    return text.lower() if isinstance(text, str) else text


def _begin_sqlite(connection: Connection) -> None:
    # A deferred transaction that reads and then writes fails when somebody else wrote in between: writers queue instead.
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the store throughout; raises StoreError when it cannot be had."""
    with told_plainly(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """A transaction that commits at the end or leaves no trace; what the database says of it is raised as it is."""
    with engine.connect() as connection, connection.execution_options(**{WRITING: True}).begin():
        yield connection


Written = TypeVar("Written")


def written(engine: Engine, work: Callable[[Connection], Written]) -> Written:
    """What ``work`` gives, once its transaction is committed; raises StoreError when it cannot be.

    It runs again, in a new transaction, when the database asked for that: ``work`` must bring about the same when it is
    called once more. Nothing of an attempt that failed is left.
    """
    until = time.monotonic() + BUSY_SECONDS
    with told_plainly(engine):
        while True:
            try:
                with transaction(engine) as connection:
                    return work(connection)
            except DBAPIError as error:
                if not may_be_tried_again(error) or time.monotonic() > until:
                    raise
            time.sleep(random.uniform(0.01, 0.25))  # two writers that met should not meet again


_AGAIN = {"40001", "40P01", "55P03"}
"""SQLSTATEs that ask for another attempt: serialization failure, deadlock, a lock that was not to be had in time."""


def may_be_tried_again(error: DBAPIError) -> bool:
    """Whether the transaction failed only because of others that ran at the same time."""
    return getattr(error.orig, "sqlstate", None) in _AGAIN or "database is locked" in str(error.orig)


_MENDS = {
    "unable to open database file": "check the path and its permissions",
    "database is locked": "another command is writing; try again",
    "readonly database": "the file or its folder may not be written; check the permissions",
    "disk I/O error": "see whether the disk is full or failing; nothing was changed",
    "disk is full": "make room and run the command again; nothing was changed",
    "file is not a database": "name another file with --db; this one is left as it is",
    "malformed": "restore a backup; the file is damaged",
}


@contextmanager
def told_plainly(engine: Engine) -> Iterator[None]:
    """Turns what the database driver says into one line that names the store and the mend."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).strip().splitlines()
        reason = said[0] if said else type(error).__name__
        mend = next((mend for sign, mend in _MENDS.items() if sign in reason), None)
        out_of_reach = error.statement is None  # no connection came about, as opposed to a statement that failed on one
        if mend is None and not out_of_reach:
            raise
        raise StoreError(
            f"the store {shown(engine.url)} cannot be used: {reason}",
            mend=mend or "check that the server runs and may be reached",
        ) from error
