"""A primary and a standby that lags behind: who reads asks the one, who writes the other."""

from collections.abc import Iterator

import pytest

from detente.domain.selection import Selection
from detente.errors import StoreError
from detente.store.contacts import contacts
from detente.store.creating import create
from detente.store.opening import Store, open_store
from detente.store.recording import record
from tests.domain.records import day
from tests.store.test_text import saying
from tests.support import postgres, replication
from tests.support.replication import Pair, wait_for

EVERY = Selection(as_of=day("2030-01-01"))


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    """Both servers, with a store; the standby then stands still."""
    if postgres.programs() is None:
        pytest.skip(postgres.MISSING)
    with replication.pair() as both:
        both.primary.ask("CREATE DATABASE record OWNER detente")
        create(both.url("record")).engine.dispose()
        wait_for(lambda: _has_store(both), "the standby has the store")
        both.standby.ask("SELECT pg_wal_replay_pause()")
        yield both


def _has_store(pair: Pair) -> bool:
    try:
        open_store(pair.url("record", only=pair.standby)).engine.dispose()
    except StoreError:
        return False
    return True


def summaries(store: Store) -> list[str]:
    return [contact.summary for contact in contacts(store, EVERY)]


def test_whoever_writes_reads_what_was_written_before(pair: Pair) -> None:
    with open_store(pair.url("record"), to_write=True) as store:
        record(store, saying("first"))
        record(store, saying("second"), also=True)
        assert summaries(store) == ["first", "second"]
    with open_store(pair.url("record")) as store:
        assert summaries(store) == [], "the standby stands still"
        record(store, saying("third"), also=True)  # goes to the primary all the same
        assert summaries(store) == [], "all that a command reads is of one server"
    with open_store(pair.url("record") + "?target_session_attrs=primary") as store:
        assert summaries(store) == ["first", "second", "third"]


def test_a_standby_alone_answers_and_says_that_it_only_reads(pair: Pair) -> None:
    alone = pair.url("record", only=pair.standby)
    with open_store(alone) as store:
        assert summaries(store) == []
        with pytest.raises(StoreError, match="read-only transaction; name the server that is written to, or all of them"):
            record(store, saying("in vain"))
    with pytest.raises(StoreError, match="session is read-only; name the server that is written to, or all of them"):
        open_store(alone, to_write=True)
