"""A server of PostgreSQL for the tests alone: from the machine's package, in a folder of its own, gone with the process."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg

MISSING = "PostgreSQL is not installed (on Debian: apt-get install postgresql)"

# Sorting by a language is what a database usually does; a store must not depend on it.
_CLUSTER = ("--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US")

# Nothing here need survive a power cut.
_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "log_statement": "none",
}


def programs() -> Path | None:
    """The folder of the newest initdb of this machine; None where there is none, or nobody to run it for root."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    named = shutil.which("initdb")
    if os.geteuid() == 0 and not _user_exists():
        return None
    return found[-1].parent if found else Path(named).parent if named else None


def _user_exists() -> bool:
    import pwd

    try:
        return bool(pwd.getpwnam("postgres"))
    except KeyError:
        return False


def as_server(*command: str) -> list[str]:
    """The server refuses to run as root; and it stops when whoever started it dies, however that happens."""
    user = ("--reuid=postgres", "--regid=postgres", "--clear-groups") if os.geteuid() == 0 else ()
    return ["setpriv", *user, "--pdeathsig=INT", *command]


class Server:
    """A running server. Through the socket in ``folder`` everybody is trusted, which only its owner can reach; over TCP a
    password is asked for."""

    def __init__(self, folder: Path, port: int, process: "subprocess.Popen[bytes]") -> None:
        self.folder = folder
        self.port = port
        self.process = process

    def url(self, database: str, user: str = "detente") -> str:
        """The address of a database on it."""
        return f"postgresql://{user}@/{database}?host={self.folder}&port={self.port}"

    def connect(self, database: str = "postgres", user: str = "postgres") -> psycopg.Connection:
        """A connection that commits each statement."""
        return psycopg.connect(self.url(database, user), autocommit=True)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@contextmanager
def server() -> Iterator[Server]:
    """A server with a role ``detente`` that may make databases; stopped at the end, and its folder removed."""
    where = programs()
    assert where is not None, MISSING
    parent = Path(tempfile.gettempdir())
    _sweep(parent)
    with tempfile.TemporaryDirectory(prefix=f"{_CALLED}{os.getpid()}-", dir=parent, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        make_cluster(folder, where)
        with running(folder, folder / "data", where) as started:
            with started.connect() as connection:
                connection.execute("CREATE ROLE detente LOGIN CREATEDB")
            yield started


_CALLED = "detente-pg-"


def _sweep(parent: Path) -> None:
    """Removes what a run left there that was killed; its server went with it."""
    for left in parent.glob(f"{_CALLED}*"):
        owner = left.name.removeprefix(_CALLED).partition("-")[0]
        if owner.isdecimal() and not Path(f"/proc/{owner}").exists():
            shutil.rmtree(left, ignore_errors=True)


def make_cluster(folder: Path, where: Path) -> None:
    """Makes the cluster ``data`` in ``folder``, which from then on is the server's."""
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    command = [where / "initdb", "-D", folder / "data", "-U", "postgres", "--no-sync", "--auth-local=trust"]
    run = [*map(str, command), "--auth-host=scram-sha-256", *_CLUSTER]
    subprocess.run(as_server(*run), check=True, stdout=subprocess.DEVNULL, cwd=folder)


@contextmanager
def running(
    folder: Path, data: Path, where: Path, *, port: int | None = None, settings: Mapping[str, str] = _SETTINGS
) -> Iterator[Server]:
    """The server of the cluster ``data``, its socket in ``folder``; stopped at the end, if it still runs."""
    port = port or free_port()
    settings = {**settings, "listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": str(folder)}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with (folder / "log").open("ab") as log:
        command = as_server(str(where / "postgres"), "-D", str(data), *options)
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
    started = Server(folder, port, process)
    try:
        _wait(started, process)
        yield started
    finally:
        process.terminate()  # for this server: no new connections
        process.send_signal(2)  # and those that there are, ended
        process.wait(timeout=60)


def _wait(started: Server, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while True:
        try:
            started.connect().close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                said = (started.folder / "log").read_text(encoding="utf-8", errors="replace")
                raise RuntimeError(f"the server did not start:\n{said[-2000:]}") from None
            time.sleep(0.05)
        else:
            return
