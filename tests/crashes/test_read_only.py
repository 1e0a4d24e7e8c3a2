"""Where nothing may be written a store is read as ever, and whatever would write says so in one line and changes nothing."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from detente.errors import StoreError
from detente.store.opening import open_store
from tests.crashes.cases import CALL, CASES, STORE, Stores, first
from tests.crashes.disks import disk
from tests.crashes.forks import Program
from tests.crashes.judging import state_of
from tests.crashes.killing import complaints
from tests.crashes.test_kills import FORKING

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

pytestmark = [
    FORKING,
    pytest.mark.skipif(
        ROOT and not shutil.which("setpriv"), reason="permissions hold for root only where setpriv takes rights away"
    ),
]

QUERIES = {"list": ("list", "--json"), "gaps": ("gaps", "FRA", "RUS"), "history": ("history",), "db check": ("db", "check")}
MORE_QUERIES = {
    "show": ("show", CALL),
    "as known on": ("list", "--known-on", "r2"),
    "db status": ("db", "status"),
    "db backup": ("db", "backup", "../backup.db"),
    "db copy": ("db", "copy", STORE, "../copy.db"),
    "export": ("export", "../package"),
}
WRITING = ("import --update", "log", "amend", "retract", "undo", "db upgrade", "db restore --replace")
MAKING = ("init", "db backup", "db restore", "db copy")


@pytest.fixture(scope="module")
def bound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program where permissions hold for it, also when root runs the tests."""
    started = Program(tmp_path_factory.mktemp("bound"), bound=True)
    yield started
    started.close()


@contextmanager
def permitted(folder: Path, file: int, inside: int) -> Iterator[None]:
    """Gives the stores of a folder, and the folder, other permissions meanwhile."""
    for path in folder.glob("*.db*"):
        path.chmod(file)
    folder.chmod(inside)
    try:
        yield
    finally:
        folder.chmod(0o700)
        for path in folder.glob("*.db*"):
            path.chmod(0o600)


CLOSED = {"file": (0o400, 0o700), "folder": (0o600, 0o500), "both": (0o400, 0o500)}


@pytest.mark.parametrize("how", first("both", of=CLOSED))
def test_queries_answer_as_ever(bound: Program, stores: Stores, tmp_path: Path, how: str) -> None:
    queries, folder = QUERIES | (MORE_QUERIES if how == "folder" else {}), tmp_path / "closed"
    stores.put(CASES["log"], folder)
    with permitted(folder, *CLOSED[how]):
        closed = {name: bound.run(folder, with_db(query)) for name, query in queries.items()}
        assert [path.name for path in folder.iterdir()] == [STORE], "nothing is left beside it"
    for path in (tmp_path / "backup.db", tmp_path / "copy.db"):
        path.unlink(missing_ok=True)
    usual = {name: bound.run(folder, with_db(query)) for name, query in queries.items()}
    assert {name: ended.status for name, ended in closed.items()} == dict.fromkeys(queries, 0), closed
    assert {name: (e.stdout, e.stderr) for name, e in closed.items()} == {n: (e.stdout, e.stderr) for n, e in usual.items()}


def with_db(query: tuple[str, ...]) -> tuple[str, ...]:
    return query if STORE in query else (*query, "--db", STORE)


def refused(
    program: Program, stores: Stores, folder: Path, name: str, closed: Callable[[], AbstractContextManager[None]]
) -> str:
    """What a command says that may not write; it changes nothing and leaves nothing."""
    case = CASES[name]
    stores.put(case, folder)
    before, names = state_of(folder, case.watched), sorted(folder.iterdir())
    with closed():
        ended = program.run(folder, case.arguments)
        assert sorted(folder.iterdir()) == names
    assert (ended.status, ended.stdout, list(complaints(ended))) == (3, "", []), ended.stderr
    assert state_of(folder, case.watched) == before
    return ended.stderr


@pytest.mark.parametrize("name", first("log", "db upgrade", "db restore --replace", "init", of=(*WRITING, *MAKING)))
def test_what_would_write_says_so_and_changes_nothing(bound: Program, stores: Stores, tmp_path: Path, name: str) -> None:
    said = refused(bound, stores, tmp_path / "closed", name, lambda: permitted(tmp_path / "closed", 0o400, 0o500))
    assert "check the permissions" in said or "name another place" in said


@pytest.mark.parametrize("how", ["file", "folder"])
def test_half_a_permission_is_none(bound: Program, stores: Stores, tmp_path: Path, how: str) -> None:
    said = refused(bound, stores, tmp_path / "closed", "log", lambda: permitted(tmp_path / "closed", *CLOSED[how]))
    assert "check the permissions" in said


def test_a_read_only_disk(program: Program, stores: Stores, tmp_path: Path) -> None:
    """For root too, for whom permissions do not hold."""
    (tmp_path / "disk").mkdir()
    with disk(program, tmp_path / "disk", kib=16 * 1024) as small:
        if not small.mounted:
            pytest.skip("only root may mount a disk")
        folder = small.folder / "query"
        stores.put(CASES["log"], folder)
        usual = program.run(folder, with_db(QUERIES["list"])).stdout
        with small.read_only():
            assert program.run(folder, with_db(QUERIES["list"])).stdout == usual
        for name in ("log", "init"):
            assert "ead-only" in refused(program, stores, small.folder / name, name, small.read_only) or name == "log"


def test_a_store_that_was_not_closed(bound: Program, stores: Stores, tmp_path: Path) -> None:
    """What was recorded last is in the log beside it, which SQLite reads only where it may write: no answer without that."""
    folder = tmp_path / "closed"
    stores.put(CASES["log"], folder)
    connection = sqlite3.connect(folder / STORE)
    connection.execute("UPDATE contact SET note = 'the last'")
    connection.commit()
    for path in folder.glob(f"{STORE}*"):  # as a copy made meanwhile has them
        shutil.copyfile(path, tmp_path / path.name)
    connection.close()
    for path in tmp_path.glob(f"{STORE}*"):
        shutil.copyfile(path, folder / path.name)
    (folder / f"{STORE}-shm").unlink()
    with permitted(folder, 0o400, 0o500):
        ended = bound.run(folder, with_db(QUERIES["list"]))
    assert (ended.status, list(complaints(ended))) == (3, [])
    assert f"copy it, together with {STORE}-wal" in ended.stderr
    assert "the last" in bound.run(folder, ("show", CALL, "--json", "--db", STORE)).stdout


def test_what_changes_while_it_is_read(stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who may write does so: what was read without a log may be of two states, and is withheld."""
    folder = tmp_path / "closed"
    stores.put(CASES["log"], folder)
    monkeypatch.setattr("detente.store.read_only.os.access", lambda *_: False)
    with open_store(str(folder / STORE)) as store:

        def read_while_it_changes() -> None:
            with store.reading() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM contact").scalar()
                with sqlite3.connect(folder / STORE) as other:
                    other.execute("UPDATE contact SET note = 'changed'")
                other.close()

        with pytest.raises(StoreError, match="was changed while it was read; run the command again"):
            read_while_it_changes()


def test_only_the_owner_may_read_what_is_made(program: Program, stores: Stores, tmp_path: Path) -> None:
    """Whatever the umask says: stores, backups, copies, what is restored or set aside, and their folder when it is new."""
    made = tmp_path / "made"
    stores.put(CASES["db restore --replace"], tmp_path / "work")
    for arguments in (
        ("init", "--db", "../made/new.db"),
        ("db", "backup", "../made/backup.db", "--db", STORE),
        ("db", "copy", STORE, "../made/copied.db"),
        ("db", "restore", "copy.db", "--db", "../made/restored.db"),
        ("db", "restore", "copy.db", "--replace", "--db", "../made/restored.db"),
    ):
        ended = program.run(tmp_path / "work", arguments, umask=0)
        assert ended.status == 0, ended.stderr
    assert made.stat().st_mode & 0o777 == 0o700
    assert len(list(made.iterdir())) == 5
    assert {path.name: path.stat().st_mode & 0o777 for path in made.iterdir()} == {path.name: 0o600 for path in made.iterdir()}
    connection = sqlite3.connect(made / "new.db")
    connection.execute("UPDATE topic SET label = label")
    beside = [path.stat().st_mode & 0o777 for path in made.glob("new.db-*")]
    connection.close()
    assert beside == [0o600, 0o600], "the log and its index"


def test_what_is_passed_on_follows_the_umask(program: Program, stores: Stores, tmp_path: Path) -> None:
    stores.put(CASES["log"], tmp_path / "work")
    for arguments in (("export", "package"), ("list", "-o", "list.csv")):
        assert program.run(tmp_path / "work", with_db(arguments), umask=0o027).status == 0
    modes = {name: (tmp_path / "work" / name).stat().st_mode & 0o777 for name in ("package/datapackage.json", "list.csv")}
    assert set(modes.values()) == {0o640}
