"""What is so on SQLite alone: a store is a file."""

import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import text

from detente.domain.dates import Tolerance
from detente.errors import RejectedError, StoreError
from detente.store.creating import create
from detente.store.opening import Store, open_store
from detente.store.series import gap_query
from tests.store.test_series import FRA_RUS


def test_a_new_store_is_whole_private_and_in_a_folder_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "record.db"
    with create(str(path), tolerance=Tolerance(days=5, months=2, years=3)):
        pass
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["record.db"]
    with open_store(str(path)) as store, store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


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
    with pytest.raises(StoreError, match=r"holds no record; name another with --db, or make one: detente init --db FILE"):
        open_store(str(tmp_path / "other.db"))


def test_one_dyad_is_one_seek_and_no_sort(shipped: Store) -> None:
    """The key of the pair table is series order: the plan has no table scan and no temporary sort."""
    query = gap_query(FRA_RUS).compile(shipped.engine, compile_kwargs={"literal_binds": True})
    with shipped.reading() as connection:
        plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
    assert any(step.startswith("SEARCH contact_pair USING PRIMARY KEY (party_a=? AND party_b=?") for step in plan), plan
    assert not any(step.startswith("SCAN contact_pair") for step in plan), plan
