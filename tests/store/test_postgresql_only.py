"""What is so on PostgreSQL alone: isolation, locks, roles, and what is said when the server refuses."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import DBAPIError

from detente.errors import RejectedError, StoreError
from detente.formats.package import import_package
from detente.store import engine as engines
from detente.store import on_postgresql, packages
from detente.store.addresses import read_url
from detente.store.contacts import contacts
from detente.store.creating import create
from detente.store.exact_text import escaped, exact
from detente.store.judging import Finding
from detente.store.keeping import copy
from detente.store.opening import Store, open_store
from detente.store.recording import record
from detente.store.retracting import retract
from detente.store.revisions import queue
from detente.store.series import gap_query
from tests.store.test_series import FRA_RUS
from tests.store.test_text import EVERY, saying
from tests.support.places import Place
from tests.support.postgres import Server, free_port
from tests.support.shipped_record import SHIPPED


@pytest.fixture
def place(places: dict[str, Place]) -> Place:
    return places["postgresql"]


def shows(connection: Connection, setting: str) -> str:
    return str(connection.exec_driver_sql(f"SHOW {setting}").scalar())


def test_a_reader_sees_one_state_and_can_change_nothing(empty: Store) -> None:
    with empty.reading() as connection:
        assert shows(connection, "transaction_isolation") == "repeatable read"
        assert shows(connection, "transaction_read_only") == "on"
        first = connection.scalar(text("SELECT count(*) FROM contact"))
        record(empty, saying("meanwhile"))
        assert connection.scalar(text("SELECT count(*) FROM contact")) == first == 0
    with pytest.raises(StoreError, match="read-only transaction"), empty.reading() as connection:
        connection.exec_driver_sql("DELETE FROM party_name")


def test_a_writer_sees_what_was_committed_while_it_waited(empty: Store) -> None:
    def told(connection: Connection) -> tuple[str, str, str]:
        return (
            shows(connection, "transaction_isolation"),
            shows(connection, "transaction_read_only"),
            shows(connection, "lock_timeout"),
        )

    assert empty.write(told) == ("read committed", "off", "5s")
    with empty.reading() as connection:
        assert shows(connection, "lock_timeout") == "0"


def test_a_writer_who_waits_too_long_is_told(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 1)
    monkeypatch.setattr(engines, "_QUEUE_SECONDS", 0.2)
    start = time.monotonic()
    with engines.transaction(empty.engine) as connection:
        queue(connection)
        with pytest.raises(StoreError, match="another command is writing; try again"):
            record(empty, saying("in vain"))
    assert 1 <= time.monotonic() - start < 10
    assert record(empty, saying("at last"))[0].summary == "at last"


def test_of_two_who_lock_each_other_out_both_succeed(empty: Store) -> None:
    """A deadlock, which the server ends by failing one of the two: that one runs again."""
    names = [f"approximate_{unit}" for unit in ("days", "months")]
    meeting, attempts = threading.Barrier(2), [0, 0]

    def locking(own: int) -> None:
        def work(connection: Connection) -> None:
            attempts[own] += 1
            lock = text("SELECT value FROM setting WHERE name = :name FOR UPDATE")
            connection.execute(lock, {"name": names[own]})
            if attempts[own] == 1:
                meeting.wait()
            connection.execute(lock, {"name": names[1 - own]})

        empty.write(work, queued=False)

    other = threading.Thread(target=locking, args=(1,))
    other.start()
    locking(0)
    other.join()
    assert sorted(attempts) == [1, 2]


def test_a_conflict_of_serial_transactions_is_tried_again(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on engines that know no READ COMMITTED."""
    monkeypatch.setitem(on_postgresql.WRITING, "isolation_level", "REPEATABLE READ")
    attempts: list[str] = []

    def work(connection: Connection) -> None:
        seen = connection.exec_driver_sql("SELECT value FROM setting WHERE name = 'approximate_days'").scalar()
        attempts.append(str(seen))
        if len(attempts) == 1:
            empty.write(lambda other: other.exec_driver_sql("UPDATE setting SET value = '4'").rowcount)
        connection.exec_driver_sql("UPDATE setting SET value = '5'")

    empty.write(work, queued=False)
    assert attempts == ["3", "4"]


def test_two_imports_in_one_go_leave_no_table_behind(empty: Store) -> None:
    for _ in range(2):
        import_package(empty, SHIPPED)
    until = time.monotonic() + 30  # the server drops them after its client has hung up, in its own time
    while left := _temporary_tables(empty):
        assert time.monotonic() < until, left
        time.sleep(0.05)


def _temporary_tables(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(connection.scalars(text("SELECT relname FROM pg_class WHERE relpersistence = 't'")))


def test_one_dyad_is_one_seek_and_no_sort(shipped: Store) -> None:
    """The planner reads so small a table whole, unless it is told to look for a way around that."""
    query = gap_query(FRA_RUS).compile(shipped.engine, compile_kwargs={"literal_binds": True})
    with shipped.reading() as connection:
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        connection.exec_driver_sql("SET LOCAL enable_bitmapscan = off")
        plan = [line for (line,) in connection.execute(text(f"EXPLAIN {query}"))]
    assert any("Index Scan using pk_contact_pair on contact_pair" in step for step in plan), plan
    below = [step.strip() for step in plan[next(n for n, step in enumerate(plan) if "WindowAgg" in step) :]]
    assert not any(step.startswith("->  Sort") for step in below), plan


def test_a_search_tries_nothing_anew_for_every_contact(shipped: Store) -> None:
    """However little the server knows of its tables: of a million contacts that would take an hour."""
    asked: list[str] = []

    @event.listens_for(shipped.engine, "before_cursor_execute")
    def explain(_on: Connection, cursor: Any, statement: str, parameters: Any, _context: object, _many: bool) -> None:
        if "strpos" in statement:
            asked.append("\n".join(step for (step,) in cursor.execute(f"EXPLAIN {statement}", parameters).fetchall()))

    contacts(shipped, EVERY, search="a")
    assert "SubPlan" not in asked[0], asked[0]


@pytest.mark.parametrize(("many", "known"), [(1, True), (10_000, False)])
def test_the_server_looks_at_its_tables_after_many_rows(
    empty: Store, monkeypatch: pytest.MonkeyPatch, many: int, known: bool
) -> None:
    monkeypatch.setattr(on_postgresql, "_MANY_ROWS", many)
    import_package(empty, SHIPPED)
    with empty.reading() as connection:
        looked_at = connection.exec_driver_sql("SELECT count(*) FROM pg_stats WHERE tablename = 'contact_party'").scalar()
    assert bool(looked_at) is known


def test_a_text_that_no_index_can_hold_is_refused(empty: Store) -> None:
    made = saying("x")
    noise = "".join(chr(0x4E00 + (number * 7919) % 20_000) for number in range(6_000))  # does not compress
    source = replace(made.sources[0], url=f"https://example.org/{noise}")
    with pytest.raises(RejectedError, match=r"a text is too long: index row .*; shorten it; nothing was recorded"):
        record(empty, replace(made, sources=(source,), statements=()))
    with pytest.raises(RejectedError, match=r"a text is too long: value too long for type character varying\(200\)"):
        record(empty, saying("x", person="x" * 201))
    assert record(empty, saying("x"))[0].contact_id == "fra-rus-2024-04-03-phone"


@pytest.mark.parametrize("character", ["\0", "\U0010fffb", "\U0010fffc", "\U0010fffd"])
def test_what_is_written_otherwise(character: str) -> None:
    assert exact(escaped(character)) == character
    assert "\0" not in escaped(character) != character
    assert escaped("plain ünïcode \U0010fffa") == "plain ünïcode \U0010fffa"


# What is said when the server cannot be used.


@pytest.fixture
def guarded(server: Server, place: Place) -> Iterator[str]:
    """The address, over TCP, of an empty store whose user has a password; HOST and PASSWORD are to be filled in."""
    address = place.empty()
    database = str(read_url(address).database)
    with server.connect(database) as connection:
        connection.execute("CREATE ROLE guarded LOGIN PASSWORD 'right'")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guarded")
    yield f"postgresql://guarded:PASSWORD@HOST/{database}"
    with server.connect(database) as connection:
        connection.execute("DROP OWNED BY guarded")
        connection.execute("DROP ROLE guarded")
    place.remove(address)


def refused(address: str) -> str:
    with pytest.raises(StoreError) as error:
        open_store(address)
    said = str(error.value)
    assert "\n" not in said
    assert "right" not in said
    assert "wr0ng" not in said
    return said


def test_the_right_password(server: Server, guarded: str) -> None:
    here = guarded.replace("HOST", f"127.0.0.1:{server.port}")
    with open_store(here.replace("PASSWORD", "right")) as store:
        assert "right" not in store.url
    with open_store(here.replace(":PASSWORD", "") + "?password=right"):
        pass


def test_a_wrong_password(server: Server, guarded: str) -> None:
    here = guarded.replace("HOST", f"127.0.0.1:{server.port}")
    for address in (here.replace("PASSWORD", "wr0ng"), here.replace(":PASSWORD", "") + "?password=wr0ng"):
        assert "check user and password" in refused(address)
    assert "give it in PGPASSWORD or ~/.pgpass" in refused(here.replace(":PASSWORD", ""))


def test_servers_of_which_one_is_down(server: Server, guarded: str) -> None:
    here = guarded.replace("PASSWORD", "right").replace("HOST", f"127.0.0.1:{free_port()},127.0.0.1:{server.port}")
    for to_write in (False, True):
        with open_store(here, to_write=to_write) as store:
            assert store.url.count("127.0.0.1") == 2


def test_a_server_that_does_not_run(guarded: str) -> None:
    port = free_port()
    said = refused(guarded.replace("HOST", f"127.0.0.1:{port}"))
    assert "Connection refused" in said
    assert said.endswith("; check that the server runs and may be reached")
    both = refused(guarded.replace("HOST", f"127.0.0.1:{port},127.0.0.1:{port + 1}"))
    assert f"127.0.0.1:{port}: " in both
    assert f"127.0.0.1:{port + 1}: " in both


def test_a_server_that_does_not_answer(guarded: str) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        start = time.monotonic()
        said = refused(guarded.replace("HOST", f"127.0.0.1:{silent.getsockname()[1]}") + "?connect_timeout=2")
        assert time.monotonic() - start < 8
    assert "timeout expired" in said
    assert said.endswith("check that the server runs and may be reached")


@pytest.mark.parametrize(("hosts", "to_write"), [("a", False), ("a", True), ("a,b", False), ("a,b", True), ("a,b,c", False)])
def test_no_server_is_waited_for_long(hosts: str, to_write: bool) -> None:
    told = on_postgresql.connect_arguments(read_url(f"postgresql://{hosts}/r"), to_write=to_write)
    attempts = len(hosts.split(",")) * (2 if told.get("target_session_attrs") == "prefer-standby" else 1)
    assert told["connect_timeout"] * attempts <= 18
    assert told.get("target_session_attrs") == ("read-write" if to_write else "prefer-standby" if "," in hosts else None)
    own = read_url(f"postgresql://{hosts}/r?connect_timeout=60&target_session_attrs=standby")
    chosen = on_postgresql.connect_arguments(own, to_write=to_write)
    assert "connect_timeout" not in chosen
    assert chosen.get("target_session_attrs") == ("read-write" if to_write else None)


@pytest.mark.parametrize(
    ("change", "mend"),
    [
        (("/detente_test", "/no_such"), "createdb"),
        (("detente@", "no_such@"), "check the user in the URL"),
        (("?host=", "?frobnicate=1&host="), "docs/postgresql.md shows the forms of a URL"),
        (("?host=", "?target_session_attrs=standby&host="), "leave target_session_attrs out of the URL"),
    ],
)
def test_what_a_server_refuses_has_its_mend(empty: Store, change: tuple[str, str], mend: str) -> None:
    said = refused(empty.url.replace(*change))
    assert said.startswith("the store postgresql://")
    assert mend in said


def test_a_host_that_has_no_address() -> None:
    assert "check the host in the URL" in refused("postgresql://u@no-such-host.invalid/r")


def test_a_connection_that_breaks_is_no_bug(empty: Store, server: Server) -> None:
    database = str(read_url(empty.url).database)

    def ended_while_reading() -> None:
        with empty.reading() as connection:
            with server.connect() as administrator:
                end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
                administrator.execute(end, (database,))
            connection.exec_driver_sql("SELECT 1")

    with pytest.raises(StoreError, match="the connection was lost"):
        ended_while_reading()
    assert record(empty, saying("again"))[0].summary == "again", "the broken connection is not used once more"


def test_a_server_without_room_for_another(empty: Store, server: Server) -> None:
    database = str(read_url(empty.url).database)
    with server.connect() as administrator:
        administrator.execute(f'ALTER DATABASE "{database}" CONNECTION LIMIT 0'.encode())
    empty.engine.dispose()
    assert "too many connections" in refused(empty.url)


def test_a_database_in_another_encoding(server: Server, tmp_path: Path) -> None:
    with server.connect() as administrator:
        administrator.execute(
            "CREATE DATABASE latin OWNER detente ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0"
        )
    with pytest.raises(StoreError, match="keeps text as LATIN1; make the database anew"):
        create(server.url("latin"))
    with server.connect("latin") as connection:
        assert connection.execute("SELECT count(*) FROM pg_class WHERE relname = 'contact'").fetchall() == [(0,)]
    with server.connect() as administrator:
        administrator.execute("DROP DATABASE latin")


def test_a_user_who_may_make_nothing(server: Server, place: Place) -> None:
    address = place.nothing()
    database = str(read_url(address).database)
    with server.connect(database) as connection:
        connection.execute("CREATE ROLE visitor LOGIN")
    with pytest.raises(StoreError, match="permission denied for schema public; ask the owner of the database"):
        create(server.url(database, "visitor"))
    with server.connect() as connection:
        connection.execute("DROP ROLE visitor")
    place.remove(address)


def test_other_errors_stay_what_they_are(empty: Store) -> None:
    with pytest.raises(DBAPIError):
        empty.write(lambda connection: connection.exec_driver_sql("SELECT nonsense"))
    with pytest.raises(psycopg.errors.SyntaxError), server_error():
        empty.write(lambda connection: connection.exec_driver_sql("SELEC"))


class server_error:
    """Gives the error of the driver in place of that of SQLAlchemy."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, DBAPIError) and error.orig is not None:
            raise error.orig


def test_two_records_in_schemas_of_one_database(server: Server, place: Place) -> None:
    from detente.formats.package import import_package
    from tests.support.shipped_record import SHIPPED

    address = place.nothing()
    for name in ("one", "other"):
        with server.connect(str(read_url(address).database), "detente") as connection:
            connection.execute(f"CREATE SCHEMA {name}".encode())
        with create(f"{address}&options=-csearch_path%3D{name}") as store:
            assert store.url.endswith(f"&options=-csearch_path%3D{name}")
            if name == "one":
                import_package(store, SHIPPED)
    with (
        open_store(f"{address}&options=-csearch_path%3Done") as one,
        open_store(f"{address}&options=-csearch_path%3Dother") as other,
    ):
        assert (len(summaries(one)), len(summaries(other))) == (104, 0)
    with pytest.raises(StoreError, match="holds no record"):
        open_store(address)
    place.remove(address)


def summaries(store: Store) -> list[str]:
    return [contact.summary for contact in contacts(store, EVERY)]


def test_what_was_changed_while_a_package_was_judged_is_judged_again(shipped: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A contact that was left out because it was on record as it is, and is not any more; the second time nobody can change it."""
    judged: list[str] = []

    def meanwhile(_staging: object) -> list[Finding]:
        if not judged:
            retract(shipped, "fra-rus-2012-10-31-in-person", why="tested")  # by a connection of its own
        judged.append("once more")
        return []

    monkeypatch.setattr(packages, "findings", meanwhile)
    assert import_package(shipped, SHIPPED).warnings[0].endswith("to bring it back, add --update")
    assert len(judged) == 2


def test_what_makes_a_record_in_an_empty_database_and_when_it_is_too_late_for_a_copy(place: Place, tmp_path: Path) -> None:
    address = place.nothing()
    with pytest.raises(StoreError) as missing:
        open_store(address)
    assert missing.value.mend.startswith("run: detente init --db ")
    assert f"postgresql://{address.partition('://')[2]}" in missing.value.mend
    with create(address):
        pass
    with create(str(tmp_path / "mine.db")) as mine, pytest.raises(RejectedError, match="in which detente init was not run"):
        copy(mine, address)
    place.remove(address)
