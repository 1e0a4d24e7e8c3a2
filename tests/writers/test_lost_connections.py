"""A connection that breaks, a server that does not answer, a writer that is stopped: what is recorded then, and what is told."""

import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

from detente.errors import StoreError
from detente.store import engine as engines
from detente.store import on_postgresql
from detente.store.opening import open_store
from detente.store.recording import record
from tests.support import postgres
from tests.support.places import Place
from tests.support.processes import Meeting, at_once
from tests.support.replication import wait_for
from tests.writers import deeds
from tests.writers.cutting import Cut, cut
from tests.writers.deeds import STEM, Logged, new
from tests.writers.failing_over import COLD, UNKNOWN, run
from tests.writers.rows import contact_ids, grave, revisions

AT_ONCE = "CREATE TRIGGER broken AFTER INSERT ON contact FOR EACH ROW EXECUTE FUNCTION break_it()"
AT_COMMIT = (
    "CREATE CONSTRAINT TRIGGER broken AFTER INSERT ON contact DEFERRABLE INITIALLY DEFERRED "
    "FOR EACH ROW EXECUTE FUNCTION break_it()"
)
TWICE = "nextval('broken') <= 2"
ALWAYS = "true"


@pytest.fixture
def address(places: Mapping[str, Place]) -> Iterator[str]:
    """An empty store on a server of our own, whatever other engines are tested."""
    place = places["postgresql"]
    made = place.empty()
    yield made
    place.remove(made)


def break_connections(address: str, moment: str, when: str, how: str = "pg_terminate_backend(pg_backend_pid())") -> None:
    """Has the server end a connection that adds a contact, or do something else, at that moment of its transaction."""
    body = f"BEGIN IF {when} THEN PERFORM {how}; END IF; RETURN NULL; END"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE SEQUENCE broken")  # what it counts is not taken back
        connection.execute(f"CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$".encode())
        connection.execute(moment.encode())


def test_what_was_lost_before_the_commit_is_done_again(address: str) -> None:
    break_connections(address, AT_ONCE, TWICE)
    with open_store(address) as store:
        made, _ = record(store, new())
        assert contact_ids(store) == [made.contact_id]
        assert [row.command for row in revisions(store)] == ["init", "log"]


@pytest.mark.parametrize(
    ("words", "moment"),
    [("FOR UPDATE", Cut.UNHEARD), ("INSERT INTO contact ", Cut.ANSWERED), ("INSERT INTO contact_party", Cut.UNANSWERED)],
)
def test_what_is_done_again_is_no_news(address: str, tmp_path: Path, words: str, moment: Cut) -> None:
    """Several rows at once go to the server without waiting for it; the driver would tell on stderr what became of them."""
    with cut(address, tmp_path, words, moment) as wire:
        done = run(("log", deeds.DAY, "phone", "FRA", "RUS", "--db", wire))
    assert (done.status, done.stderr) == (0, "")
    with open_store(address) as store:
        assert contact_ids(store) == [STEM]


@pytest.mark.parametrize("moment", [Cut.UNHEARD, Cut.UNANSWERED])
def test_whether_a_commit_arrived_is_not_known(address: str, tmp_path: Path, moment: Cut) -> None:
    """The server may have done what nobody hears of; the words are the same, and the history tells."""
    with cut(address, tmp_path, "COMMIT", moment, after="INSERT INTO contact ") as wire:
        logged = run(("log", deeds.DAY, "phone", "FRA", "RUS", "--db", wire))
        assert (logged.status, logged.stdout) == (3, "")
        assert logged.stderr.startswith("detente: the connection was lost during the commit to postgresql://")
        assert logged.stderr.endswith(f"{UNKNOWN}\n")
        assert logged.stderr.count("\n") == 1
        assert (f" {STEM}" in run(("history", "--db", wire)).stdout) is (moment is Cut.UNANSWERED)


def test_what_cannot_be_shown_is_on_record(address: str, tmp_path: Path) -> None:
    with cut(address, tmp_path, "COMMIT", Cut.ANSWERED, after="INSERT INTO contact ") as wire:
        logged = run(("log", deeds.DAY, "phone", "FRA", "RUS", "--db", wire))
    assert (logged.status, logged.stdout) == (3, "")
    assert logged.stderr.startswith(f"detente: {STEM} is on record as asked, but cannot be shown: ")
    assert logged.stderr.endswith(f"; see: detente show {STEM}\n")


def test_a_connection_that_always_breaks_is_given_up(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0)
    break_connections(address, AT_ONCE, ALWAYS)
    with open_store(address) as store:
        with pytest.raises(StoreError, match=r"terminating connection .*; the connection was lost; run the command again$"):
            record(store, new())
        assert contact_ids(store) == []


def test_when_it_is_lost_during_the_commit_nobody_knows(address: str) -> None:
    """The command is not run again by itself, and says how to find out."""
    break_connections(address, AT_COMMIT, TWICE)
    logged = deeds.command(("log", deeds.DAY, "phone", "FRA", "RUS", "--db", address))
    assert (logged.status, logged.stdout) == (3, "")
    [line] = logged.stderr.splitlines()
    assert line.startswith("detente: the connection was lost during the commit to postgresql://")
    assert line.endswith(UNKNOWN)
    with open_store(address) as store:
        assert contact_ids(store) == []


def test_whoever_presses_ctrl_c_during_the_commit_is_told_the_same(address: str) -> None:
    break_connections(address, AT_COMMIT, ALWAYS, "pg_sleep(60)")
    command = [*COLD, "log", deeds.DAY, "phone", "FRA", "RUS", "--db", address]
    logging = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with psycopg.connect(address, autocommit=True) as beside:
        asleep = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"
        wait_for(lambda: beside.execute(asleep).fetchone() == (1,), "the commit takes its time")
    logging.send_signal(signal.SIGINT)
    out, error = logging.communicate(timeout=60)
    assert (logging.returncode, out) == (130, "")
    [line] = error.splitlines()
    assert line.startswith("detente: the command was interrupted during the commit to postgresql://")
    assert line.endswith(UNKNOWN)


def test_a_writer_that_is_stopped_does_not_keep_others_out(address: str) -> None:
    """The server takes its turn away; when it goes on, it does its work again."""
    stopped, other = at_once([partial(_stop_and_log, address), partial(_log_meanwhile, address)])
    assert other < STOPPED < stopped
    with open_store(address) as store:
        assert [row.author for row in revisions(store)] == ["tester", "other", "stopped"]
        assert [row.about for row in revisions(store)][1:] == [STEM, f"{STEM}-2"]
        assert grave(store) == []


STOPPED = 4
"""For how many seconds the writer is stopped whose turn it is."""


def _stop_and_log(address: str, meeting: Meeting) -> float:
    on_postgresql._IDLE_SECONDS = 1  # in this process
    stops: list[str] = []
    with open_store(address) as store:
        store.author = "stopped"

        @event.listens_for(store.engine, "after_cursor_execute")
        def stop(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            if "FOR UPDATE" in statement and not stops:
                stops.append(statement)
                meeting.wait()
                time.sleep(STOPPED)

        start = time.monotonic()
        record(store, new(), also=True)
        return time.monotonic() - start


def _log_meanwhile(address: str, meeting: Meeting) -> float:
    with open_store(address) as store:
        store.author = "other"
        meeting.wait()
        start = time.monotonic()
        record(store, new(), also=True)
        return time.monotonic() - start


def test_what_the_server_refuses_to_serialize_is_done_again(address: str) -> None:
    """Should a server give every transaction its strictest isolation, more are refused, and none is lost."""
    found = at_once([partial(log_serializably, address, 25)] * 4)
    acknowledged = [one.contact_id for logged, _ in found for one in logged]
    with open_store(address) as store:
        assert sorted(acknowledged) == sorted(contact_ids(store))
        assert len(set(acknowledged)) == len(revisions(store)) - 1 == 100
        assert grave(store) == []
    assert sum(refused for _, refused in found) > 0


def log_serializably(address: str, count: int, meeting: Meeting) -> tuple[list[Logged], int]:
    """As ``log_many``, and how often the server refused with 40001."""
    on_postgresql.WRITING["isolation_level"] = "SERIALIZABLE"  # in this process
    judged, refused = engines.may_be_tried_again, []

    def judge(error: DBAPIError) -> bool:
        refused.append(getattr(error.orig, "sqlstate", None))
        return judged(error)

    engines.may_be_tried_again = judge
    return deeds.log_many(address, count, meeting), refused.count("40001")


def test_an_isolation_that_the_url_asks_for_changes_nothing(address: str) -> None:
    strict = f"{address}&options=-c%20default_transaction_isolation%3Dserializable"
    found = at_once([partial(deeds.log_many, strict, 25)] * 4)
    with open_store(strict) as store:
        assert sorted(one.contact_id for logged in found for one in logged) == sorted(contact_ids(store))
        assert len(revisions(store)) == 101


@pytest.fixture
def mute() -> Iterator[int]:
    """A port where connections are taken and nothing is ever answered, as by a machine that hangs."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:
        yield int(listening.getsockname()[1])


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver waits no shorter than this."""
    monkeypatch.setattr(on_postgresql, "_REACH_ONE_OF_MANY_SECONDS", 2)


@pytest.mark.usefixtures("impatient")
def test_a_first_server_that_does_not_answer_costs_each_command_seconds(address: str, mute: int) -> None:
    """It is asked once, also where a standby is looked for first."""
    both = address.replace("host=", "host=127.0.0.1,").replace("port=", f"port={mute},")
    for arguments in (("log", deeds.DAY, "phone", "FRA", "RUS"), ("list",)):
        start = time.monotonic()
        ended = deeds.command((*arguments, "--db", both))
        assert (ended.status, ended.stderr) == (0, "")
        assert 1.9 < time.monotonic() - start < 3.9, arguments


@pytest.mark.usefixtures("impatient")
def test_no_server_that_answers(mute: int) -> None:
    [hangs, gone] = [f"127.0.0.1:{port}" for port in (mute, postgres.free_port())]
    url = f"postgresql://u:hush@{hangs},{gone}/r"
    for arguments in (("list",), ("log", deeds.DAY, "phone", "FRA", "RUS")):
        ended = deeds.command((*arguments, "--db", url))
        assert (ended.status, ended.stdout) == (3, "")
        assert ended.stderr == (
            f"detente: the store postgresql://u:***@{hangs},{gone}/r cannot be used: {hangs}: connection timeout expired; "
            f"{gone}: Connection refused; check that the server runs and may be reached\n"
        )
