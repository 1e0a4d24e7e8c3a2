"""Backups, restores and copies: whole, verified, on and between engines."""

import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from detente.errors import DetenteError, NotFoundError, RejectedError, StoreError
from detente.store import keeping, schema
from detente.store.condition import check
from detente.store.copying import content_hash, copy_rows
from detente.store.history import history, log
from detente.store.opening import Store, open_store
from detente.store.recording import record
from detente.store.retracting import retract
from tests.domain import records
from tests.domain.records import day
from tests.support.places import Place

CALL = "fra-rus-2022-10-23-phone"


@pytest.fixture
def kept(place: Place) -> str:
    """The address of the shipped record, with something in its history, and text that is hard to keep."""
    address = place.shipped()
    with open_store(address) as store:
        retract(store, CALL, "for a test")
        hard = replace(records.contact("2030-01-01"), contact_id="", dyad_slug="", place="NUL \x00, \ue000, \U0001f91d, é")
        record(store, hard)
    return address


def content(address: str) -> str:
    with open_store(address) as store, store.reading() as connection:
        return content_hash(connection)


def test_a_backup_holds_the_record_and_its_history(kept: str, tmp_path: Path) -> None:
    path = str(tmp_path / "backup.db")
    done = keeping.backup(kept, path)
    assert (done.place, done.contacts, done.revision) == (path, 104, 4)
    assert done.content_hash == content(kept) == content(path)
    with open_store(path) as store:
        assert [change.revision.command for change in history(store, CALL)] == ["import", "retract"]
        assert [finding for finding in check(store, day("2031-01-01")) if finding.grave] == []
    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["backup.db"]


def test_a_backup_replaces_nothing(kept: str, tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_text("mine", encoding="utf-8")
    with pytest.raises(RejectedError, match=r"mine\.db already exists"):
        keeping.backup(kept, str(tmp_path / "mine.db"))
    assert (tmp_path / "mine.db").read_text(encoding="utf-8") == "mine"
    with pytest.raises(DetenteError, match="cannot be made"):
        keeping.backup(kept, str(tmp_path / "mine.db" / "below.db"))


def test_a_backup_is_restored_where_nothing_is(kept: str, place: Place, tmp_path: Path) -> None:
    keeping.backup(kept, str(tmp_path / "backup.db"))
    there = place.nothing()
    done = keeping.restore(str(tmp_path / "backup.db"), there)
    assert (done.content_hash, done.set_aside) == (content(kept), None)
    assert content(there) == content(kept)
    with open_store(there) as store:
        record(store, replace(records.contact("2031-01-01"), contact_id="", dyad_slug=""))
        assert log(store)[0].number == 5


def test_a_store_that_is_there_is_not_restored_over_by_mistake(kept: str, place: Place, tmp_path: Path) -> None:
    keeping.backup(kept, str(tmp_path / "backup.db"))
    other = place.empty()
    before = content(other)
    with pytest.raises(RejectedError, match="already"):
        keeping.restore(str(tmp_path / "backup.db"), other)
    assert content(other) == before


@pytest.mark.parametrize(
    ("name", "error", "said"),
    [
        ("none.db", NotFoundError, "there is no backup"),
        ("text.db", StoreError, "cannot be used|not a database"),
        ("other.db", RejectedError, "holds no record"),
    ],
)
def test_what_is_no_backup(place: Place, tmp_path: Path, name: str, error: type[DetenteError], said: str) -> None:
    import sqlite3

    (tmp_path / "text.db").write_text("hello " * 1000, encoding="utf-8")
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    there = place.empty()
    before = content(there)
    with pytest.raises(error, match=said):
        keeping.restore(str(tmp_path / name), there, replace=True)
    assert content(there) == before


def test_a_copy_holds_the_same_on_every_engine(kept: str, places: Mapping[str, Place]) -> None:
    """From where the record is to each engine, and back to a file."""
    for there in (places["sqlite"], places["postgresql"]):
        to, back = there.nothing(), places["sqlite"].nothing()
        with open_store(kept) as store:
            first = keeping.copy(store, to)
        with open_store(to) as store:
            second = keeping.copy(store, back)
        assert first.content_hash == second.content_hash == content(kept) == content(back)
        there.remove(to)


def test_a_copy_goes_only_where_no_record_is(kept: str, place: Place) -> None:
    there = place.empty()
    before = content(there)
    with open_store(kept) as store, pytest.raises(RejectedError, match="already"):
        keeping.copy(store, there)
    assert content(there) == before


def test_two_stores_differ_by_any_value(kept: str, place: Place) -> None:
    before = content(kept)
    place.tamper(
        kept, "UPDATE statement SET paraphrase = 'other' WHERE contact_id = 'fra-rus-2024-04-03-phone' AND position = 1"
    )
    after = content(kept)
    place.tamper(kept, "UPDATE superseded SET content = '{}' WHERE kind = 'contact'")
    assert len({before, after, content(kept)}) == 3


def test_a_copy_that_is_not_the_same_is_not_kept(empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the disk had lost a row between writing and reading."""

    def lossy(source: object, target: object) -> None:
        copy_rows(source, target)  # type: ignore[arg-type]
        target.execute(schema.party_name.delete().where(schema.party_name.c.name == "uk"))  # type: ignore[attr-defined]

    monkeypatch.setattr("detente.store.keeping.copy_rows", lossy)
    with pytest.raises(StoreError, match="is not what was read"):
        keeping.copy(empty, str(tmp_path / "copy.db"))
    assert list(tmp_path.iterdir()) == []
