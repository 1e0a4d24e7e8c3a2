"""``detente db backup``, ``restore`` and ``copy`` as a user runs them."""

import re
from pathlib import Path

from tests.cli.conftest import Run


def test_backup_then_restore(detente: Run) -> None:
    done = detente("db", "backup", "safe.db")
    assert (done.status, done.stderr) == (0, "")
    first, second = done.stdout.splitlines()
    assert first == "backed up: safe.db"
    assert re.fullmatch(r"104 contacts, up to revision r2, content [0-9a-f]{64}", second)
    detente("log", "2025-06-01", "phone", "FRA", "RUS")
    refused = detente("db", "restore", "safe.db")
    assert (refused.status, "--replace" in refused.stderr) == (5, True)
    restored = detente("db", "restore", "safe.db", "--replace", "--json")
    [item] = restored.items
    assert (item["contacts"], item["content_hash"]) == (104, second.rpartition(" ")[2])
    aside = Path(item["set_aside"])
    assert re.fullmatch(r"record\.before-restore-\d{8}T\d{6}Z\.db", aside.name)
    assert aside.stat().st_mode & 0o777 == 0o600
    assert len(detente("list", "--json").items) == 104
    assert len(detente("list", "--json", "--db", str(aside)).items) == 105
    assert str(aside) in restored.stderr


def test_a_backup_can_be_asked_like_any_store(detente: Run) -> None:
    detente("db", "backup", "safe.db")
    there, here = (detente("gaps", "FRA", "RUS", "--as-of", "2025-12-31", *db).stdout for db in ((), ("--db", "safe.db")))
    assert there == here != ""


def test_restore_into_a_new_file(detente: Run) -> None:
    detente("db", "backup", "safe.db")
    done = detente("db", "restore", "safe.db", "--db", "new/own.db")
    assert (done.status, done.stdout.splitlines()[0]) == (0, "restored: new/own.db")
    assert detente("log", "2025-06-01", "phone", "FRA", "RUS", "--db", "new/own.db").status == 0


def test_copy(detente: Run) -> None:
    [item] = detente("db", "copy", "record.db", "copy.db", "--json").items
    [again] = detente("db", "copy", "copy.db", "third.db", "--json").items
    assert item["content_hash"] == again["content_hash"]
    assert detente("db", "copy", "record.db", "copy.db").status == 5
    assert detente("db", "copy", "none.db", "fourth.db").status == 3


def test_what_cannot_be_restored(detente: Run) -> None:
    assert detente("db", "restore", "none.db").status == 4
    Path("text.db").write_text("no store at all", encoding="utf-8")
    done = detente("db", "restore", "text.db", "--db", "new.db")
    assert (done.status, len(done.stderr.splitlines()), Path("new.db").exists()) == (3, 1, False)
