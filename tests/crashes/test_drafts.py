"""What is made gets its name when it is whole; what a killed command leaves is in nobody's way, and is removed in time."""

import errno
import os
import sqlite3
import time
from pathlib import Path

import pytest

from detente.errors import RejectedError, StoreError
from detente.store import drafts
from detente.store.creating import create
from tests.crashes.cases import CASES, COPY, STORE, Stores, first
from tests.crashes.disks import names_in
from tests.crashes.forks import KILLED, Program
from tests.crashes.judging import fingerprint
from tests.crashes.points import Kind, Point
from tests.crashes.test_kills import FORKING

pytestmark = FORKING


def test_a_name_that_is_a_pattern(tmp_path: Path) -> None:
    """Once the draft of ``a[1].db`` stayed."""
    create(str(tmp_path / "a[1]*?.db")).engine.dispose()
    assert names_in(tmp_path) == ["a[1]*?.db"]


def test_what_a_killed_command_left_is_removed_a_day_later(empty_file: Path, tmp_path: Path) -> None:
    path, day = tmp_path / "record.db", 24 * 3600
    for name, age in {"0" * 12: 2 * day, "1" * 12: day // 2, "not-a-draft!": 2 * day}.items():
        for ending in ("", "-journal"):
            left = tmp_path / f".record.db.{name}.new{ending}"
            left.write_bytes(b"half")
            os.utime(left, (time.time() - age,) * 2)
    create(str(path)).engine.dispose()
    kept = [f".record.db.{name}.new{ending}" for name in ("1" * 12, "not-a-draft!") for ending in ("", "-journal")]
    assert names_in(tmp_path) == [*kept, "record.db"]


def test_the_log_of_another_store_is_not_read_into_a_new_one(program: Program, stores: Stores, tmp_path: Path) -> None:
    """The store was moved away after a crash, its log was not: SQLite would take that for the log of the new file."""
    folder = tmp_path / "work"
    stores.put(CASES["db restore"], folder)
    log = folder / f"{STORE}-wal"
    log.write_bytes(b"what was recorded last")
    for arguments in (CASES["db restore"].arguments, CASES["init"].arguments):
        ended = program.run(folder, arguments)
        assert (ended.status, len(ended.stderr.splitlines())) == (5, 1)
        assert f"{STORE}-wal is left of a store that is no longer there; move it" in ended.stderr
    assert (log.read_bytes(), names_in(folder)) == (b"what was recorded last", [COPY])
    log.write_bytes(b"")  # nothing is lost with an empty one
    assert program.run(folder, CASES["db restore"].arguments).status == 0


@pytest.mark.parametrize("why", [errno.EPERM, errno.ENOTSUP])
def test_a_file_system_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: int) -> None:
    """As on a USB stick: the draft is renamed, and nothing is replaced."""

    def refuse(_draft: Path, _path: Path) -> None:
        raise OSError(why, os.strerror(why))

    monkeypatch.setattr(os, "link", refuse)
    create(str(tmp_path / "record.db")).engine.dispose()
    held = fingerprint(tmp_path / "record.db")
    with pytest.raises(RejectedError, match="already exists"):
        create(str(tmp_path / "record.db"))
    (tmp_path / "draft").write_bytes(b"another")
    with pytest.raises(FileExistsError):
        drafts.publish(tmp_path / "draft", tmp_path / "record.db")
    assert fingerprint(tmp_path / "record.db") == held
    assert names_in(tmp_path) == ["draft", "record.db"]


def test_a_name_that_cannot_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_draft: Path, _path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(StoreError, match=r"record\.db cannot be made: No space left on device; "):
        create(str(tmp_path / "record.db"))
    assert names_in(tmp_path) == []


def test_two_replacements_within_a_second(program: Program, stores: Stores, tmp_path: Path) -> None:
    """Each keeps what it replaced; once the second was refused."""
    case, folder = CASES["db restore --replace"], tmp_path / "work"
    stores.put(case, folder)
    held = fingerprint(folder / STORE)
    for _ in range(3):
        assert program.run(folder, case.arguments).status == 0
    aside = sorted(folder.glob("record.before-restore-*.db"), key=lambda path: path.stat().st_mtime_ns)
    restored = fingerprint(folder / COPY)
    assert [fingerprint(path) for path in aside] == [held, restored, restored]


def damage(path: Path, how: str) -> None:
    content = bytearray(path.read_bytes())
    if how == "beginning":
        content[:100] = b"x" * 100
    elif how == "middle":
        content[3 * 4096 : 60 * 4096] = b"\xff" * (57 * 4096)
    else:
        del content[100_000:]
    path.write_bytes(content)


@pytest.mark.parametrize("how", first("beginning", of=("beginning", "middle", "end")))
def test_a_damaged_store_is_replaced_and_kept(program: Program, stores: Stores, tmp_path: Path, how: str) -> None:
    """Once that was refused: "restore a backup; the file is damaged"."""
    case, folder = CASES["db restore --replace"], tmp_path / "work"
    stores.put(case, folder)
    damage(folder / STORE, how)
    damaged = (folder / STORE).read_bytes()
    ended = program.run(folder, case.arguments)
    assert ended.status == 0, ended.stderr
    assert fingerprint(folder / STORE) == fingerprint(folder / COPY)
    [aside] = folder.glob("record.before-restore-*.db")
    assert (aside.read_bytes(), aside.name in ended.stderr) == (damaged, True)
    assert len(names_in(folder)) == 3


@pytest.mark.long
def test_a_damaged_store_whose_replacement_is_killed(program: Program, stores: Stores, tmp_path: Path) -> None:
    """At each file that the program makes, links, renames or removes: the store is the damaged one still, or the restored."""
    case, folder = CASES["db restore --replace"], tmp_path / "work"
    ends = set()
    for number in range(1, 30):
        stores.put(case, folder)
        damage(folder / STORE, "beginning")
        damaged = (folder / STORE).read_bytes()
        ended = program.run(folder, case.arguments, Point(Kind.FILE, number))
        is_damaged = (folder / STORE).read_bytes() == damaged
        ends.add("before" if is_damaged else "after")
        if not is_damaged:
            assert fingerprint(folder / STORE) == fingerprint(folder / COPY)
            assert any(path.read_bytes() == damaged for path in folder.glob("record.before-restore-*.db"))
        if ended.status != KILLED:
            break
        assert program.run(folder, case.arguments).status == 0
        assert fingerprint(folder / STORE) == fingerprint(folder / COPY)
        folder = tmp_path / f"work {number}"
    assert ended.status == 0
    assert ends == {"before", "after"}


def test_what_others_write_meanwhile_is_no_damage(stores: Stores, program: Program, tmp_path: Path) -> None:
    """A store that is locked is not taken for a damaged one, and not replaced under the hands of who uses it."""
    from detente.store import engine, keeping

    case, folder = CASES["db restore --replace"], tmp_path / "work"
    stores.put(case, folder)
    held = fingerprint(folder / STORE)
    other = sqlite3.connect(folder / STORE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_QUEUE_SECONDS", 0.1)
        patch.setattr(keeping, "BUSY_SECONDS", 0.2)
        with pytest.raises(StoreError, match=r"try again"):
            keeping.restore(str(folder / COPY), str(folder / STORE), replace=True)
    other.close()
    assert fingerprint(folder / STORE) == held
