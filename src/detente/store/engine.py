"""How the store talks to a database: one engine with the settings that keep it honest, and the two kinds of transaction."""

import logging
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from detente.store import kept_file, on_postgresql, read_only
from detente.store.addresses import servers_of
from detente.store.complaints import is_lost, outcome_unknown, told_plainly

# What is logged of a connection that cannot be closed (Ctrl-C, a lost network) is no line for a user: errors are raised.
for name in ("sqlalchemy", "psycopg"):
    logging.getLogger(name).addHandler(logging.NullHandler())

BUSY_SECONDS = 30
"""How long a writer waits for others before it gives up; waits of two seconds are normal when eight write at once."""

_QUEUE_SECONDS = 5
"""How long one attempt waits; between attempts a writer steps back for a moment, so that nobody waits for ever."""

WRITING = "detente_writing"
"""The execution option of a connection that is going to write."""

_TO_WRITE = "detente_to_write"
"""The execution option of an engine whose every connection, for reading too, is to the server that is written to."""


def engine_for(url: URL, *, to_write: bool = False, kept: bool = False) -> Engine:
    """An engine for ``url``, which opens no connection yet.

    ``to_write`` says that what is read will be acted upon: of several servers the one that is written to is read from, for
    the others may lag behind it. With ``kept`` connections wait for their next use until ``dispose``: one costs more than
    most queries (to a file the schema is read, to a server much is said), and the next might be to a server that lags behind.
    """
    if url.get_backend_name() == "sqlite":
        engine = _keeping(url) if kept else create_engine(url, poolclass=NullPool)
        event.listen(engine, "do_connect", read_only.connect)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        event.listen(engine, "commit", read_only.refuse_changed)
        return engine
    arguments = on_postgresql.connect_arguments(url, to_write=to_write)
    engine = create_engine(
        url,
        poolclass=QueuePool if kept else NullPool,
        connect_args=arguments,
        use_native_hstore=False,  # one question less for each engine
        execution_options={_TO_WRITE: to_write},
    )
    event.listen(engine, "do_connect", on_postgresql.connect)
    event.listen(engine, "connect", on_postgresql.prepare)
    event.listen(engine, "checkout", on_postgresql.leave_to_server)
    event.listen(engine, "begin", _begin_on_server)
    return engine


def _keeping(url: URL) -> Engine:
    """An engine that keeps connections to a file; there may be any number at once, as of those that are not kept."""
    engine = create_engine(url, poolclass=QueuePool, max_overflow=-1)
    event.listen(engine, "connect", kept_file.remember)
    event.listen(engine, "checkout", kept_file.open_anew_if_it_is_another)
    return engine


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


def _begin_on_server(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITING, False):
        on_postgresql.limit_waiting(connection, _QUEUE_SECONDS)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the store throughout; raises StoreError when it cannot be had."""
    options = {} if engine.dialect.name == "sqlite" else on_postgresql.READING
    with told_plainly(engine), engine.connect() as connection, connection.execution_options(**options).begin():
        yield connection


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """A transaction that commits at the end or leaves no trace; what the database says of it is raised as it is."""
    options = {} if engine.dialect.name == "sqlite" else on_postgresql.WRITING
    with _written_to(engine).connect() as connection, connection.execution_options(**options, **{WRITING: True}).begin():
        yield connection


def _written_to(engine: Engine) -> Engine:
    """``engine``, or where it may have chosen a server that only reads, one that has not."""
    chose = len(servers_of(engine.url)) > 1 and not engine.get_execution_options().get(_TO_WRITE, True)
    return engine_for(engine.url, to_write=True) if chose else engine


Written = TypeVar("Written")


def written(engine: Engine, work: Callable[[Connection], Written]) -> Written:
    """What ``work`` gives, once its transaction is committed; raises StoreError when it cannot be.

    It runs again, in a new transaction, when the database asked for that, or the connection broke before the commit: ``work``
    must bring about the same when it is called once more. Nothing of an attempt that failed is left. Only where the
    connection breaks during the commit nobody can tell: StoreError then says so, after Ctrl-C InterruptionError.
    """
    until = time.monotonic() + BUSY_SECONDS
    with told_plainly(engine):
        while True:
            done = False
            try:
                with transaction(engine) as connection:
                    gave = work(connection)
                    done = True
                return gave
            except KeyboardInterrupt:
                if done:
                    raise outcome_unknown(engine, interrupted=True) from None
                raise
            except DBAPIError as error:
                if done and is_lost(error):
                    raise outcome_unknown(engine) from error
                if not (may_be_tried_again(error) or is_lost(error)) or time.monotonic() > until:
                    raise
            time.sleep(random.uniform(0.01, 0.25))  # two writers that met should not meet again


_AGAIN = {"40001", "40P01", "55P03"}
"""SQLSTATEs that ask for another attempt: serialization failure, deadlock, a lock that was not to be had in time."""


def may_be_tried_again(error: DBAPIError) -> bool:
    """Whether the transaction failed only because of others that ran at the same time."""
    return getattr(error.orig, "sqlstate", None) in _AGAIN or "database is locked" in str(error.orig)
