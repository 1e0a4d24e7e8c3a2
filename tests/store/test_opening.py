"""Stores that are new, missing, behind, ahead, or there already."""

import subprocess
import sys

import pytest
from sqlalchemy import func, select

from detente.domain.dates import Tolerance
from detente.errors import RejectedError, StoreError
from detente.store import schema
from detente.store.creating import create, upgrade
from detente.store.opening import Store, open_store
from tests.support.places import Place


def set_revision(place: Place, address: str, revision: str) -> None:
    assert place.tamper(address, f"UPDATE alembic_version SET version_num = '{revision}'") == 1


def test_a_new_store_keeps_its_tolerance(place: Place) -> None:
    address = place.nothing()
    with create(address, tolerance=Tolerance(days=5, months=2, years=3)) as made:
        assert made.tolerance == Tolerance(5, 2, 3)
    with open_store(address) as store:
        assert store.tolerance == Tolerance(5, 2, 3)
    place.remove(address)


def test_every_state_of_iso_3166_is_there(empty: Store) -> None:
    """249 codes by the standard's own count, and the four listed organisations."""
    kind = schema.party.c.kind
    with empty.reading() as connection:
        counted = {row[0].value: row[1] for row in connection.execute(select(kind, func.count()).group_by(kind))}
        assert connection.scalar(select(func.count()).select_from(schema.contact)) == 0
    assert counted == {"state": 249, "organisation": 4}


def test_a_store_that_is_there_is_not_made_again(empty: Store) -> None:
    with pytest.raises(RejectedError, match=r"already (exists|holds a record); use it as it is, or name another"):
        create(empty.url)


_INIT = "import sys; from detente.cli.app import main; sys.argv[1:] = ['init', '--db', sys.argv[1]]; main()"


def test_of_two_that_make_one_store_at_once_one_does(place: Place) -> None:
    address = place.nothing()
    command = [sys.executable, "-c", _INIT, address]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate() for one in both]
    assert sorted(one.returncode for one in both) == [0, 5], said
    assert sum("already" in error for _, error in said) == 1
    with open_store(address) as store, store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(schema.revision)) == 1
    place.remove(address)


def test_nothing_there(place: Place) -> None:
    address = place.nothing()
    with pytest.raises(StoreError, match="run: detente init"):
        open_store(address)
    with pytest.raises(StoreError, match="run: detente init"):
        upgrade(address)
    place.remove(address)


def test_a_newer_store(place: Place) -> None:
    address = place.empty()
    set_revision(place, address, "9999")
    for use in (open_store, upgrade):
        with pytest.raises(StoreError, match="written by a newer version"):
            use(address)
    place.remove(address)


def test_an_older_store_says_how_to_move_it(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "next"))
    with pytest.raises(StoreError, match=r"older version \(\d+\); back it up, then run: detente db upgrade"):
        open_store(empty.url)


def test_an_upgrade_of_a_current_store_does_nothing(empty: Store) -> None:
    assert upgrade(empty.url) == (schema.REVISIONS[-1], schema.REVISIONS[-1])
