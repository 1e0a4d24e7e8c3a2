"""What a connection to PostgreSQL must be told before it is used."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.engine import URL
from sqlalchemy.exc import NotSupportedError, ProgrammingError

from detente.errors import StoreError
from detente.store.addresses import servers_of, shown

_REACH_SECONDS = 10
"""How long it may take, all servers together, to find out that none can be reached."""

READING: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
"""One state of the store throughout; allowed on a standby, and to a role that may do nothing else."""

WRITING: dict[str, Any] = {"isolation_level": "READ COMMITTED", "postgresql_readonly": False}
"""What was committed while a writer waited for its turn is seen by it: see ``revisions.queue``."""


def connect_arguments(url: URL, *, to_write: bool) -> dict[str, Any]:
    """What the driver is told beyond the URL, which may say otherwise but for what correctness rests on."""
    several = len(servers_of(url)) > 1
    passes = 2 if several and not to_write else 1  # a standby is looked for first, then any server
    told: dict[str, Any] = {
        "connect_timeout": max(3, _REACH_SECONDS // (len(servers_of(url)) * passes)),
        "application_name": "detente",
    }
    if several:
        told["target_session_attrs"] = "prefer-standby"
    told = {name: value for name, value in told.items() if name not in url.query}
    if to_write:
        told["target_session_attrs"] = "read-write"
    return told | {"client_encoding": "utf8"}


def prepare(connection: Any, _record: object) -> None:
    """Gives a new connection our way with text."""
    from detente.store.exact_text import keep_exactly

    keep_exactly(connection)


def limit_waiting(connection: Connection, seconds: float) -> None:
    """Has the running transaction give up when it waits longer for others."""
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(seconds * 1000)}")


def copy_in(connection: Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> int:
    """Adds ``rows``, a value for each column, by COPY, several times as fast as INSERT; gives how many."""
    driver: Any = connection.connection.dbapi_connection  # unlike driver_connection there for a detached one, too
    count = 0
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
        for count, row in enumerate(rows, start=1):  # noqa: B007 - the last number is how many there were
            copy.write_row(row)
    return count


_SCHEMA = 0x6465_7465_6E74_65
"""The number of the lock that whoever makes or changes the schema of a database holds: "detente", in ASCII."""


def keep_others_out(connection: Connection) -> None:
    """Has others who would make or change the schema wait until this transaction ends.

    Where an engine has no such locks, of two that meet the tables themselves refuse one.
    """
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_SCHEMA})")
    except (NotSupportedError, ProgrammingError):
        pass


def refuse_other_encodings(connection: Connection) -> None:
    """Raises StoreError for a database that cannot keep every text."""
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise StoreError(
            f"{shown(connection.engine.url)} keeps text as {encoding}",
            mend="make the database anew: createdb --encoding=UTF8 --template=template0 NAME",
        )
