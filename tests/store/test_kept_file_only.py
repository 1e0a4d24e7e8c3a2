"""A store that stays open keeps its connection, as long as that leads to the file that has the name."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import event, text

from detente.store.condition import check
from detente.store.contacts import contacts
from detente.store.opening import Store, open_store
from detente.store.recording import record
from tests.domain.records import choose, contact
from tests.support.places import Files

FRA_RUS = choose("2025-12-31")


def opened_of(store: Store) -> Callable[[], int]:
    """How many connections were opened since."""
    seen: list[object] = []
    event.listen(store.engine, "connect", lambda connection, _: seen.append(connection))
    return lambda: len(seen)


def test_one_connection_serves_what_comes_one_after_the_other(empty: Store) -> None:
    opened = opened_of(empty)
    for _ in range(3):
        assert contacts(empty, FRA_RUS) == []
    record(empty, contact("2020-01-01", ""))
    assert [one.date.text for one in contacts(empty, FRA_RUS)] == ["2020-01-01"]
    assert opened() == 0, "the one that looked at the version is used again"


def test_any_number_may_read_at_once_and_from_any_thread(shipped: Store) -> None:
    with ExitStack() as open_at_once:
        seen = [open_at_once.enter_context(shipped.reading()).scalar(text("SELECT count(*) FROM contact")) for _ in range(30)]
    assert seen == [104] * 30
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: len(contacts(shipped, FRA_RUS)), range(40)))
    assert found == [24] * 40


def test_what_is_put_in_its_place_is_seen(empty: Store, files: Files) -> None:
    assert contacts(empty, FRA_RUS) == []
    opened = opened_of(empty)
    Path(files.shipped()).replace(empty.url)
    assert len(contacts(empty, FRA_RUS)) == 24
    assert len(contacts(empty, FRA_RUS)) == 24
    assert opened() == 1


def test_who_only_reads_sees_what_the_owner_changed_meanwhile(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read as a file that does not change, it would otherwise be seen for ever as it was, or refused for ever."""
    address = files.shipped()
    monkeypatch.setattr("detente.store.read_only.os.access", lambda *_: False)
    with open_store(address) as store:
        assert len(contacts(store, FRA_RUS)) == 24
        with sqlite3.connect(address) as owner:
            owner.execute("UPDATE contact SET place = 'Minsk' WHERE contact_id = 'fra-rus-2024-04-03-phone'")
        owner.close()
        told = {one.contact_id: one.place for one in contacts(store, FRA_RUS)}
        assert told["fra-rus-2024-04-03-phone"] == "Minsk"
        assert not Path(f"{address}-wal").exists()


def test_a_store_that_is_closed_leaves_its_file_alone(files: Files) -> None:
    address = files.empty()
    with open_store(address) as store:
        record(store, contact("2020-01-01", ""))
        assert check(store, FRA_RUS.as_of) == []
    assert [path.name for path in Path(address).parent.glob(f"{Path(address).name}*")] == [Path(address).name]
