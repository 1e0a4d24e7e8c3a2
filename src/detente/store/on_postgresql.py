"""What a connection to PostgreSQL must be told before it is used."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import NotSupportedError, ProgrammingError

from detente.errors import StoreError
from detente.store.addresses import servers_of, shown

_REACH_SECONDS, _REACH_ONE_OF_MANY_SECONDS = 10, 3
"""How long a server has to answer; of several one may well be down, and every command would wait for it."""

_WHEN_SILENT = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 30_000}
"""A server whose machine vanished is given up after about half a minute; the system by itself would wait for hours."""

_IDLE_SECONDS = 20
"""After how long the server ends a transaction that its writer left alone, stopped or vanished: others wait no longer."""

READING: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
"""One state of the store throughout; allowed on a standby, and to a role that may do nothing else."""

WRITING: dict[str, Any] = {"isolation_level": "READ COMMITTED"}
"""What was committed while a writer waited for its turn is seen by it: see ``revisions.queue``."""


def connect_arguments(url: URL, *, to_write: bool) -> dict[str, Any]:
    """What the driver is told beyond the URL, which may say otherwise but for what correctness rests on."""
    several = len(servers_of(url)) > 1
    told: dict[str, Any] = {
        "connect_timeout": _REACH_ONE_OF_MANY_SECONDS if several else _REACH_SECONDS,
        "application_name": "detente",
        **_WHEN_SILENT,
    }
    if several:
        told["target_session_attrs"] = "prefer-standby"
    told = {name: value for name, value in told.items() if name not in url.query}
    if to_write:
        told["target_session_attrs"] = "read-write"
    return told | {"client_encoding": "utf8"}


def connect(dialect: Any, _record: object, _arguments: object, options: dict[str, Any]) -> Any:
    """A connection to a standby, else to any server; None where the driver does what is asked for.

    By itself it would look for a standby among all servers, then for any, and so wait twice for one that does not answer.
    """
    if options.get("target_session_attrs") != "prefer-standby" or "load_balance_hosts" in options:
        return None
    said: list[str] = []
    others: list[dict[str, Any]] = []
    hosts, ports = (str(options.get(name, "")).split(",") for name in ("host", "port"))
    for host, port in zip(hosts, ports, strict=True):
        one = options | {"host": host, "port": port or None, "target_session_attrs": "standby"}
        try:
            return dialect.connect(**one)
        except dialect.dbapi.OperationalError as error:
            said += _said_of(host, port, str(error))
            if "not in hot standby mode" in str(error):
                others.append(one | {"target_session_attrs": "any"})
    for one in others:
        try:
            return dialect.connect(**one)
        except dialect.dbapi.OperationalError as error:
            said += _said_of(one["host"], one["port"] or "", str(error))
    raise dialect.dbapi.OperationalError("\n".join(["no server can be reached", *said]))


def _said_of(host: str, port: str, error: str) -> list[str]:
    """What a server said, as the driver tells it of several; a name may stand for several addresses itself."""
    several = [line for line in error.splitlines() if line.startswith("- host: ")]
    return several or [f"- host: {host!r}, port: {port!r}, hostaddr: {host!r}: {error.splitlines()[0]}"]


def leave_to_server(connection: Any, _record: object, _proxy: object) -> None:
    """Has whoever takes a kept connection write only where the server lets its user.

    After a transaction that was for reading the driver would ask for one to write in, which a standby refuses in other words.
    """
    connection.read_only = None


def prepare(connection: Any, _record: object) -> None:
    """Gives a new connection our way with text."""
    from detente.store.exact_text import keep_exactly

    keep_exactly(connection)


def limit_waiting(connection: Connection, seconds: float) -> None:
    """Has the running transaction give up when it waits longer for others, and when nothing is asked in it for long."""
    limits = {"lock_timeout": seconds, "idle_in_transaction_session_timeout": _IDLE_SECONDS}
    connection.execute(select(*(func.set_config(name, f"{limit * 1000:.0f}", True) for name, limit in limits.items())))


def copy_in(connection: Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> int:
    """Adds ``rows``, a value for each column, by COPY, several times as fast as INSERT; gives how many."""
    driver: Any = connection.connection.dbapi_connection  # unlike driver_connection there for a detached one, too
    count = 0
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
        for count, row in enumerate(rows, start=1):  # noqa: B007 - the last number is how many there were
            copy.write_row(row)
    return count


_MANY_ROWS = 10_000
"""Fewer do not change how a record is best read; to look at a table of a million rows takes a second."""


def plan_anew(connection: Connection, tables: Iterable[str], added: int) -> None:
    """Has a server look at ``tables``, to which ``added`` rows were just added, if they are many.

    By itself it does so only minutes later, and until then reads whole tables where it should follow an index. A role that
    does not own the tables leaves them to it: the server only warns.
    """
    if connection.dialect.name == "postgresql" and added >= _MANY_ROWS:
        connection.exec_driver_sql(f"ANALYZE {', '.join(tables)}")


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
