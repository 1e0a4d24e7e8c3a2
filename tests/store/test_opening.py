"""Stores that are missing, foreign, behind, ahead, or there already."""

import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from detente.domain.dates import Tolerance
from detente.errors import RejectedError, StoreError
from detente.store import schema
from detente.store.creating import create, upgrade
from detente.store.engine import read_url, shown
from detente.store.opening import open_store


def set_revision(path: Path, revision: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.close()


def test_a_new_store_is_whole_private_and_keeps_its_tolerance(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "record.db"
    with create(str(path), tolerance=Tolerance(days=5, months=2, years=3)):
        pass
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["record.db"]
    with open_store(str(path)) as store:
        assert store.tolerance == Tolerance(5, 2, 3)
        with store.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_every_state_of_iso_3166_is_there(empty_file: Path) -> None:
    """249 codes by the standard's own count, and the four listed organisations."""
    with sqlite3.connect(empty_file) as connection:
        kinds = dict(connection.execute("SELECT kind, count(*) FROM party GROUP BY kind").fetchall())
        assert connection.execute("SELECT count(*) FROM contact").fetchone() == (0,)
    connection.close()
    assert kinds == {"state": 249, "organisation": 4}


def test_a_file_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "precious.db"
    path.write_text("precious", encoding="utf-8")
    with pytest.raises(RejectedError, match="already exists"):
        create(str(path))
    assert path.read_text(encoding="utf-8") == "precious"


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match=r"cannot be made: .*; name another place"):
        create(str(tmp_path / "file" / "record.db"))


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store at .*; run: detente init"):
        open_store(str(tmp_path / "nothing.db"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Dear diary, " * 100, encoding="utf-8")
    with pytest.raises(StoreError, match="file is not a database"):
        open_store(str(tmp_path / "notes.txt"))


def test_a_database_of_something_else(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE cat (name)")
    connection.close()
    with pytest.raises(StoreError, match=r"holds no record; run: detente init"):
        open_store(str(tmp_path / "other.db"))


def test_a_newer_store(empty_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(empty_file, tmp_path / "new.db"))
    set_revision(path, "9999")
    for use in (open_store, upgrade):
        with pytest.raises(StoreError, match="written by a newer version"):
            use(str(path))


def test_an_older_store_says_how_to_move_it(empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(shutil.copyfile(empty_file, tmp_path / "old.db"))
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "next"))
    with pytest.raises(StoreError, match=r"older version; back it up, then run: detente db upgrade"):
        open_store(str(path))


def test_an_upgrade_of_a_current_store_does_nothing(empty_file: Path, tmp_path: Path) -> None:
    path = shutil.copyfile(empty_file, tmp_path / "now.db")
    assert upgrade(str(path)) == (schema.REVISIONS[-1], schema.REVISIONS[-1])


def test_a_password_is_never_shown() -> None:
    url = read_url("postgresql://reader:hush@db.example/record")
    assert url.drivername == "postgresql+psycopg"
    assert "hush" not in shown(url)
    assert "reader" in shown(url)


@pytest.mark.parametrize("text", ["postgresql://[", "nonsense://x"])
def test_a_url_that_leads_nowhere(text: str) -> None:
    with pytest.raises(StoreError):
        open_store(text)
