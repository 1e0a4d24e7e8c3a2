"""Two real servers of PostgreSQL, a primary and its hot standby: to be killed, promoted and put together again."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.support import postgres

PASSWORD = "of-these-servers-alone"

# What is acknowledged is on the disk of both, as in earnest; a server that was primary can be rewound.
_SETTINGS = {
    "fsync": "on",
    "wal_log_hints": "on",
    "wal_keep_size": "256MB",
    "autovacuum": "off",
    "log_statement": "none",
    "shared_buffers": "32MB",
    "dynamic_shared_memory_type": "mmap",  # in the folder, and gone with it
    "wal_retrieve_retry_interval": "200ms",
}

_SLOT = "standby"
"""For whom a primary keeps what the standby has not had yet."""


class Node:
    """One of the two: a cluster in ``folder`` with a port that it keeps, whether its server runs or not."""

    def __init__(self, folder: Path, where: Path, port: int) -> None:
        self.folder = folder
        self.port = port
        self._where = where
        self._until = ExitStack()
        self._server: postgres.Server | None = None

    @property
    def data(self) -> Path:
        """Where its cluster lies."""
        return self.folder / "data"

    def start(self) -> None:
        """Starts the server, as what its cluster says that it is."""
        started = postgres.running(
            self.folder, self.data, self._where, port=self.port, settings={"cluster_name": self.folder.name}
        )
        self._server = self._until.enter_context(started)

    def ask(self, statement: str, database: str = "postgres") -> str:
        """The first cell that the server answers, as text; empty where it answers nothing."""
        assert self._server is not None
        with self._server.connect(database) as connection:
            cursor = connection.execute(statement.encode())
            row = cursor.fetchone() if cursor.description else None
        return "" if row is None else str(row[0])

    def run(self, program: str, *arguments: str) -> None:
        """Runs a program of PostgreSQL as the user of the server."""
        command = postgres.as_server(str(self._where / program), *arguments)
        done = subprocess.run(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert done.returncode == 0, f"{program}: {done.stdout}"

    def kill(self) -> None:
        """SIGKILL to the server and all its processes, as when the machine goes."""
        assert self._server is not None
        process = self._server.process
        os.kill(process.pid, signal.SIGSTOP)  # or it would start others
        for one in [*_children(process.pid), process.pid]:
            os.kill(one, signal.SIGKILL)
        process.wait()
        memory = (self.data / "postmaster.pid").read_text(encoding="utf-8").splitlines()[6].split()[-1]
        subprocess.run(["ipcrm", "-m", memory], check=False)  # what a machine that goes takes with it

    def stop_at_once(self) -> None:
        """pg_ctl stop -m immediate: no transaction is ended, no client is told good-bye."""
        self.run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", str(self.data))

    def stop(self) -> None:
        """Stops the server, if it runs, and waits for that."""
        self._until.close()

    def promote(self) -> None:
        """Makes a standby the server that is written to, and waits for that."""
        self.run("pg_ctl", "promote", "-w", "-D", str(self.data))

    def freeze(self, kind: str) -> None:
        """Stops one process of the server, "walsender" or "walreceiver", for as long as it lives."""
        assert self._server is not None
        [found] = [one for one in _children(self._server.process.pid) if kind in _called(one)]
        os.kill(found, signal.SIGSTOP)


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return found


def _called(process: int) -> str:
    return Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8", errors="replace")


class Pair:
    """A primary and its standby, which change places."""

    def __init__(self, primary: Node, standby: Node) -> None:
        self.primary = primary
        self.standby = standby
        self._both = (primary, standby)

    def url(self, database: str = "postgres", user: str = "detente", *, only: Node | None = None) -> str:
        """The address of a database on both, in the form of libpq; or on one of them."""
        hosts = ",".join(f"127.0.0.1:{node.port}" for node in ([only] if only else self._both))
        return f"postgresql://{user}:{PASSWORD}@{hosts}/{database}"

    def follow(self) -> None:
        """Makes the standby a copy of the primary that follows it."""
        primary, standby = self.primary, self.standby
        standby.folder.mkdir(exist_ok=True)
        _give_to_server(standby.folder)
        source = ("-h", str(primary.folder), "-p", str(primary.port), "-U", "postgres")
        slot = ("-C", "-S", _SLOT)
        standby.run("pg_basebackup", *source, "-D", str(standby.data), "-R", *slot, "-X", "stream", "-c", "fast", "--no-sync")
        standby.start()
        self._wait_until_it_streams()

    def synchronous(self, commit: str = "on") -> None:
        """Has the primary acknowledge nothing that the standby does not have; "remote_apply": nothing that it does not show."""
        for setting in (f"synchronous_commit = '{commit}'", "synchronous_standby_names = '*'"):
            self.primary.ask(f"ALTER SYSTEM SET {setting}")
        self.primary.ask("SELECT pg_reload_conf()")
        wait_for(lambda: "sync" in self.primary.ask("SELECT sync_state FROM pg_stat_replication"), "the standby is synchronous")

    def fail_over(self) -> None:
        """Promotes the standby; what was the primary is then the other one."""
        self.standby.promote()
        self.primary, self.standby = self.standby, self.primary

    def come_back(self) -> None:
        """Makes what was the primary a standby of the new one: rewound to where they parted, and following."""
        lost, source = self.standby, self.primary
        lost.stop()
        source.ask(f"SELECT pg_create_physical_replication_slot('{_SLOT}')")
        source.ask("CHECKPOINT")  # before the first one after a promotion pg_rewind finds nothing to do
        found = f"host={source.folder} port={source.port} user=postgres dbname=postgres"
        lost.run("pg_rewind", "-D", str(lost.data), f"--source-server={found}", "-R", "--no-sync")
        lost.start()
        self._wait_until_it_streams()

    def _wait_until_it_streams(self) -> None:
        wait_for(lambda: self.primary.ask("SELECT state FROM pg_stat_replication") == "streaming", "the standby follows")


def wait_for(true: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Returns as soon as it is true; fails, saying ``what`` did not come about."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, f"{what}: not after {seconds} s"
        time.sleep(0.05)


def _give_to_server(folder: Path) -> None:
    if os.geteuid() == 0:
        import shutil

        shutil.chown(folder, "postgres", "postgres")


@contextmanager
def pair() -> Iterator[Pair]:
    """A primary and a standby that follows it, with a role ``detente`` that may make databases; both gone at the end."""
    where = postgres.programs()
    assert where is not None, postgres.MISSING
    with tempfile.TemporaryDirectory(prefix="detente-pair-", ignore_cleanup_errors=True) as name, ExitStack() as until:
        _give_to_server(Path(name))
        ports = {postgres.free_port() for _ in range(10)}  # two that differ
        one, other = (Node(Path(name) / called, where, ports.pop()) for called in ("one", "other"))
        one.folder.mkdir()
        postgres.make_cluster(one.folder, where)
        with (one.data / "postgresql.conf").open("a", encoding="utf-8") as settings:  # where pg_rewind finds them
            settings.writelines(f"{name} = {value}\n" for name, value in _SETTINGS.items())
        for node in (one, other):
            until.callback(node.stop)
        one.start()
        one.ask(f"CREATE ROLE detente LOGIN CREATEDB PASSWORD '{PASSWORD}'")
        made = Pair(one, other)
        made.follow()
        yield made
