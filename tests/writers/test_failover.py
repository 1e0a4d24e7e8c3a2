"""The primary goes while many write: what was acknowledged is on the standby that takes its place, each contact once."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median

import pytest

from detente.store.opening import open_store
from detente.store.recording import record
from tests.support import postgres, replication
from tests.support.processes import at_once
from tests.support.replication import Pair, wait_for
from tests.support.shipped_record import SHIPPED
from tests.writers.deeds import DAY, Ended, new
from tests.writers.failing_over import UNKNOWN, balance, log_in_loop, run, tried
from tests.writers.mixed import content
from tests.writers.rows import contact_ids, grave, revisions

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(postgres.programs() is None, reason=postgres.MISSING),
]

CALL = "fra-rus-2024-04-03-phone"


@pytest.fixture
def pair() -> Iterator[Pair]:
    """A primary, and a standby without which it acknowledges nothing; an empty database "record"."""
    with replication.pair() as both:
        both.synchronous()
        both.primary.ask("CREATE DATABASE record OWNER detente")
        yield both


@pytest.fixture
def url(pair: Pair) -> str:
    """The record of both, made by the program."""
    made = pair.url("record")
    assert run(("init", "--db", made)).status == 0
    return made


def kill(pair: Pair) -> None:
    pair.primary.kill()


def stop_at_once(pair: Pair) -> None:
    pair.primary.stop_at_once()


def asks_a_standby(url: str) -> bool:
    with open_store(url) as store, store.reading() as connection:
        return bool(connection.exec_driver_sql("SELECT pg_is_in_recovery()").scalar())


def answers(url: str, folder: Path) -> None:
    """List, gaps and report work."""
    page = folder / "report.html"
    for arguments in (("list", "FRA", "RUS"), ("gaps", "FRA", "RUS"), ("report", "FRA", "RUS", "-o", str(page))):
        ended = run((*arguments, "--db", url))
        assert ended.status == 0, ended
    assert page.stat().st_size > 100_000
    page.unlink()


def refused(pair: Pair, ended: Ended) -> None:
    """A command that writes says that there is nobody to write to."""
    assert (ended.status, ended.stdout) == (3, "")
    [line] = ended.stderr.splitlines()
    assert line.startswith(
        f"detente: no server of {pair.url('record').replace(replication.PASSWORD, '***')} can be written to: "
    )
    assert "session is read-only" in line
    assert line.endswith("; start the primary, or promote a standby; what only reads works meanwhile")


@pytest.mark.parametrize(("goes", "commit"), [(kill, "on"), (stop_at_once, "remote_apply")])
def test_what_was_acknowledged_outlives_the_primary(
    pair: Pair, url: str, tmp_path: Path, say: Callable[[str], None], goes: Callable[[Pair], None], commit: str
) -> None:
    """Four write without a pause, one of them by real command lines, with the same URL from the first to the last."""
    pair.synchronous(commit)
    assert asks_a_standby(url)
    writers = [partial(log_in_loop, url, name, str(tmp_path), name == "cold") for name in ("anna", "boris", "clara", "cold")]
    with ThreadPoolExecutor(1) as beside:
        logging = beside.submit(at_once, writers)
        try:
            wait_until(tmp_path, acknowledged=60)
            answers(url, tmp_path)
            goes(pair)
            wait_until(tmp_path, failed=12)
            answers(url, tmp_path)
            refused(pair, run(("log", DAY, "phone", "FRA", "RUS", "--db", url)))
            promoted = time.time()
            pair.fail_over()
            wait_until(tmp_path, acknowledged=60)
        finally:
            (tmp_path / "stop").touch()
        assert sum(logging.result()) == len(tried(tmp_path))
    with open_store(url) as store:
        told = balance(store, tried(tmp_path))
        assert [row.command for row in revisions(store)] == ["init"] + ["log"] * len(contact_ids(store))
        assert grave(store) == []
    assert told.acknowledged == told.found > 120
    assert run(("db", "check", "--db", url)).status == 0
    comes_back(pair, url)
    until = next(one.at for one in tried(tmp_path) if one.acknowledged and one.at > promoted) - promoted
    say(
        f"{goes.__name__}, synchronous_commit={commit}\n"
        "acknowledged  found  failed with exit 3  of these not known (recorded)  seconds without a writer (from pg_ctl promote)\n"
        f"{told.acknowledged:12}  {told.found:5}  {told.failed:18}  {told.unknown:17} ({told.unknown_found:8})  {told.silent:24.1f} ({until:20.1f})"
    )


def wait_until(folder: Path, *, acknowledged: int = 0, failed: int = 0) -> None:
    """Waits for so many commands more, or for some of every writer."""
    before = Counter(one.acknowledged for one in tried(folder))

    def enough() -> bool:
        now = Counter(one.acknowledged for one in tried(folder))
        return now[True] - before[True] >= acknowledged and now[False] - before[False] >= failed

    wait_for(enough, f"{acknowledged} acknowledged and {failed} failed", seconds=300)


def comes_back(pair: Pair, url: str) -> None:
    """What was the primary follows the new one, holds the same, and is waited for again."""
    pair.come_back()
    pair.synchronous("remote_apply")
    assert run(("log", DAY, "phone", "FRA", "RUS", "--also", "--db", url)).status == 0
    held = []
    for node in (pair.primary, pair.standby):
        with open_store(pair.url("record", only=node)) as store:
            held.append(content(store))
    assert held[0] == held[1]


@pytest.mark.parametrize("received", [True, False])
def test_who_waits_for_a_commit_that_nobody_will_confirm_is_told_so(pair: Pair, url: str, received: bool) -> None:
    """Whether the standby has the contact or not, the words are the same; the history of the record then tells."""
    if received:  # but not applied
        pair.synchronous("remote_apply")
        pair.standby.ask("SELECT pg_wal_replay_pause()")
    else:
        pair.primary.freeze("walsender")
    with ThreadPoolExecutor(1) as beside:
        logging = beside.submit(run, ("log", DAY, "phone", "FRA", "RUS", "--db", url))
        waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        wait_for(lambda: pair.primary.ask(waiting) == "1", "the commit waits for the standby")
        if received:
            wait_for(
                lambda: pair.primary.ask("SELECT flush_lsn = pg_current_wal_lsn() FROM pg_stat_replication") == "True", "sent"
            )
        pair.primary.kill()
        ended = logging.result()
    assert (ended.status, ended.stdout) == (3, "")
    assert ended.stderr.startswith("detente: the connection was lost during the commit to postgresql://detente:***@127.0.0.1:")
    assert ended.stderr.endswith(f"{UNKNOWN}\n")
    assert ended.stderr.count("\n") == 1
    pair.fail_over()
    history = run(("history", "--db", url))
    assert history.status == 0
    assert (f"fra-rus-{DAY}-phone" in history.stdout) is received
    again = run(("log", DAY, "phone", "FRA", "RUS", "--db", url))
    assert again.status == (5 if received else 0), again  # it looks like the one that is there


QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("show", CALL),
    ("list",),
    ("list", "FRA", "RUS", "--search", "dialogue", "--json"),
    ("gaps",),
    ("gaps", "FRA", "RUS", "--by", "person"),
    ("last", "FRA", "RUS"),
    ("context", CALL),
    ("claims",),
    ("claims", "check", "FRA", "RUS", "--on", "2024-04-03", "--months", "18", "--qualifier", "about"),
    ("readouts", "FRA", "RUS"),
    ("history",),
    ("history", CALL),
    ("attempts", "FRA", "RUS"),
    ("frequency", "FRA", "RUS"),
    ("topics", "FRA", "RUS"),
    ("coverage", "FRA", "RUS"),
    ("vocab", "list", "parties"),
    ("vocab", "list", "topics"),
    ("db", "status"),
    ("db", "check"),
    ("list", "--known-on", "2100-01-01"),
    ("report", "FRA", "RUS", "-o", "pair.html"),
    ("report", "-o", "all.html"),
    ("export", "package"),
    ("db", "backup", "copy.db"),
)


def test_a_role_that_may_only_read_asks_everything_of_a_standby(
    pair: Pair, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(("import", str(SHIPPED), "--db", url)).status == 0
    pair.primary.ask(f"CREATE ROLE reader LOGIN PASSWORD '{replication.PASSWORD}'")
    pair.primary.ask("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader", "record")
    reader = pair.url("record", "reader")
    for where in ("both", "standby"):
        (tmp_path / where).mkdir()
        monkeypatch.chdir(tmp_path / where)
        for question in QUESTIONS:
            ended = run((*question, "--db", reader), cold=False)
            assert ended.status == 0, (where, question, ended)
        logged = run(("log", DAY, "phone", "FRA", "RUS", "--db", reader), cold=False)
        if where == "both":
            assert (logged.status, logged.stderr.count("\n")) == (3, 1)
            assert "ask the owner of the database for the right" in logged.stderr
            pair.primary.kill()
        else:
            assert logged.stderr.startswith("detente: no server of ")
    assert Counter(path.name for path in (tmp_path / "both").iterdir()) == Counter(
        path.name for path in (tmp_path / "standby").iterdir()
    )


def test_how_long_a_log_takes(pair: Pair, url: str, say: Callable[[str], None]) -> None:
    """One writer, nothing else asked of either server; the disk of both is waited for."""
    command = ("log", DAY, "phone", "FRA", "RUS", "--also", "--db", url)
    for commit in ("local", "on", "remote_apply"):
        pair.synchronous(commit)
        with open_store(url, to_write=True) as store:
            within = seconds(partial(record, store, new(), also=True), 100)
        loaded, cold = seconds(partial(run, command, cold=False), 20), seconds(partial(run, command), 5)
        say(
            f"log, synchronous_commit={commit}: {within} in an open store, {loaded} as a command, {cold} with the start of Python"
        )


def seconds(work: Callable[[], object], times: int) -> str:
    """How long it takes, in words."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - start))
    return f"{median(took):.0f} ms (longest {max(took):.0f})"
