"""A store of every earlier schema is brought to the present one with all that it holds, and back.

``frozen/0001.db.xz`` was made by the program as it was before revision 0002: the record of Germany and Russia, a restricted
letter with a claim, a topic of its own, a window of coverage, and approximate dates that reach five days.
"""

import lzma
import shutil
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, Table, create_engine, insert, inspect, select

from detente.errors import StoreError
from detente.shipped import migrations_folder
from detente.store import schema
from detente.store.condition import check
from detente.store.contacts import contact
from detente.store.copying import content_hash
from detente.store.creating import migrate, upgrade
from detente.store.dialogues import dialogues
from detente.store.engine import engine_for, transaction
from detente.store.history import history, log
from detente.store.judgements import judgements_of
from detente.store.opening import locate, open_store
from tests.domain.records import day
from tests.support.places import Place

FROZEN = Path(__file__).parent / "frozen"
LETTER = "deu-rus-2016-03-01-letter"
Rows = dict[str, list[dict[str, Any]]]


def thawed(revision: str, folder: Path) -> Path:
    path = folder / f"{revision}.db"
    path.write_bytes(lzma.decompress((FROZEN / f"{revision}.db.xz").read_bytes()))
    return path


def rows_of(connection: Connection) -> Rows:
    """Every row of every table, by the name of the table, in the order of the key."""
    reflected = MetaData()
    reflected.reflect(connection)
    return {name: _sorted(connection, table) for name, table in reflected.tables.items() if name != "alembic_version"}


def _sorted(connection: Connection, table: Table) -> list[dict[str, Any]]:
    found = [{str(name): value for name, value in row.items()} for row in connection.execute(select(table)).mappings()]
    return sorted(found, key=lambda row: [str(row[column.name]) for column in table.primary_key])


def frozen_rows(folder: Path) -> Rows:
    engine = create_engine(f"sqlite:///{thawed('0001', folder)}")
    with engine.connect() as connection:
        found = rows_of(connection)
    engine.dispose()
    return found


@pytest.fixture
def old(place: Place, tmp_path: Path) -> str:
    """A store of schema 0001: the frozen file, or a database that was migrated so far and holds its rows."""
    return of_frozen("0001", tmp_path, place)


def rows_at(address: str) -> Rows:
    engine = engine_for(locate(address))
    with engine.connect() as connection:
        return rows_of(connection)


def test_every_row_is_still_there_and_says_the_same(old: str, tmp_path: Path) -> None:
    before = frozen_rows(tmp_path)
    assert {name: len(rows) for name, rows in before.items()}["contact"] == 3
    assert upgrade(old) == ("0001", schema.REVISIONS[-1])
    after = rows_at(old)
    for table, rows in before.items():
        lasting = [name for name in rows[0] if name not in ("recorded_at", "seeded")] if rows else []
        assert [{n: row[n] for n in lasting} for row in after[table]] == [{n: row[n] for n in lasting} for row in rows], table


def test_what_was_recorded_when_is_kept_as_revisions(old: str, tmp_path: Path) -> None:
    before = frozen_rows(tmp_path)
    upgrade(old)
    after = rows_at(old)
    times = {row["number"]: row["recorded_at"] for row in after["revision"]}
    for table in ("contact", "coverage"):
        assert [times[row["first_revision"]] for row in after[table]] == [row["recorded_at"] for row in before[table]]
        assert all(row["first_revision"] == row["revision"] for row in after[table])
    assert sorted(set(times.values())) == sorted({row["recorded_at"] for t in ("contact", "coverage") for row in before[t]})
    for table in ("party", "topic", "officeholder"):
        assert [row["imported"] is None for row in after[table]] == [bool(row["seeded"]) for row in before[table]]
    contacts = {row["contact_id"]: row["revision"] for row in after["contact"]}
    assert [row["revision"] for row in after["claim"]] == [contacts[LETTER]]


def test_an_upgraded_store_works(old: str) -> None:
    upgrade(old)
    with open_store(old) as store:
        assert [finding for finding in check(store, day("2026-12-31")) if finding.grave] == []
        assert (contact(store, LETTER, include_restricted=True).restricted, store.tolerance.days) == (True, 5)
        [recorded] = history(store, LETTER, include_restricted=True)
        assert (recorded.revision.author, recorded.revision.command) == ("", "record")
        assert [one.command for one in log(store)][-1] == "init"


def go_down(address: str, revision: str) -> None:
    engine = engine_for(locate(address), to_write=True)
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":  # as an upgrade has it: see detente.store.creating
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            config = Config()
            config.set_main_option("script_location", str(migrations_folder()))
            config.attributes["connection"] = connection
            command.downgrade(config, revision)


def test_up_and_down_and_up_again(old: str, tmp_path: Path) -> None:
    before = frozen_rows(tmp_path)
    upgrade(old)
    once = rows_at(old)
    go_down(old, "0001")
    down = rows_at(old)
    assert set(down) == set(before)
    for table, rows in before.items():
        assert down[table] == rows, table
    upgrade(old)
    assert rows_at(old) == once


def test_a_store_of_an_older_version_says_what_to_run(old: str) -> None:
    with pytest.raises(StoreError, match=r"is of an older version.*then run: detente db upgrade"):
        open_store(old)


def test_a_store_of_a_newer_version_is_left_alone(place: Place) -> None:
    address = place.empty()
    place.tamper(address, "UPDATE alembic_version SET version_num = '9999'")
    for opened in (open_store, upgrade):
        with pytest.raises(StoreError, match="was written by a newer version of Détente; install that version"):
            opened(address)


def test_every_revision_has_a_frozen_store() -> None:
    assert {path.name.partition(".")[0] for path in FROZEN.iterdir()} == set(schema.REVISIONS)


def test_the_frozen_store_holds_what_it_should(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{thawed('0001', tmp_path)}")
    with engine.connect() as connection:
        reflected = MetaData()
        reflected.reflect(connection)
        assert connection.scalar(select(reflected.tables["alembic_version"].c.version_num)) == "0001"
        counts = {name: len(rows) for name, rows in rows_of(connection).items()}
    engine.dispose()
    assert (counts["contact"], counts["claim"], counts["coverage"], counts["topic"]) == (3, 1, 4, 72)


AS_0002_LEFT_IT = [
    ("anna", "init"), ("anna", "import"), ("anna", "log"), ("anna", "vocab"),
    ("boris", "amend"), ("boris", "undo"), ("boris", "retract"),
]  # fmt: skip


def test_a_store_of_the_second_schema_goes_up_and_down_and_up_again(tmp_path: Path) -> None:
    """Views and a table are added: not one row of what was there changes on the way, in either direction."""
    path = str(thawed("0002", tmp_path))
    before = rows_at(path)
    assert upgrade(path) == ("0002", schema.REVISIONS[-1])
    up = rows_at(path)
    assert {name: rows for name, rows in up.items() if name in before} == before
    assert set(up) - set(before) == {"judgement", "dialogue"}
    with open_store(path) as store:
        assert [(r.author, r.command) for r in reversed(log(store))] == AS_0002_LEFT_IT
        with store.reading() as connection:
            assert len(inspect(connection).get_view_names()) == 15
    go_down(path, "0002")
    assert rows_at(path) == before
    with engine_for(locate(path)).connect() as connection:
        assert inspect(connection).get_view_names() == []
    upgrade(path)
    assert rows_at(path) == up


AS_0003_LEFT_IT = [*AS_0002_LEFT_IT, ("carla", "log"), ("carla", "log"), ("carla", "same"), ("carla", "not-same")]


def of_frozen(revision: str, folder: Path, place: Place) -> str:
    """The frozen store of that revision on the engine asked for, with all its rows."""
    path = thawed(revision, folder)
    if place.engine == "sqlite":
        return shutil.copyfile(path, place.nothing())
    kept, address = rows_at(str(path)), place.nothing()
    with transaction(engine_for(locate(address), to_write=True)) as connection:
        migrate(connection, revision)
        reflected = MetaData()
        reflected.reflect(connection)
        for table in reflected.sorted_tables:
            if rows := kept.get(table.name):
                if table.name == "topic":
                    rows = sorted(rows, key=lambda row: row["broader"] is not None)
                connection.execute(insert(table), rows)
    return address


def test_a_store_of_the_third_schema_goes_up_and_down_and_up_again(place: Place, tmp_path: Path) -> None:
    """A table and a view are added: what was there stays as it was, and its views with it."""
    address = of_frozen("0003", tmp_path, place)
    before = rows_at(address)
    assert upgrade(address) == ("0003", schema.REVISIONS[-1])
    up = rows_at(address)
    assert up == {**before, "dialogue": []}
    with open_store(address) as store, store.reading() as connection:
        assert len(inspect(connection).get_view_names()) == 15
        assert [(r.author, r.command) for r in reversed(log(store))] == AS_0003_LEFT_IT
        told = [(one.other, one.verdict) for one in judgements_of(store, "deu-rus-2019-03-01-phone")]
        assert told == [("deu-rus-2017-03-23-in-person", "not-same"), ("deu-rus-2019-03-02-other", "same")]
    go_down(address, "0003")
    assert rows_at(address) == before
    with engine_for(locate(address)).connect() as connection:
        assert len(inspect(connection).get_view_names()) == 14
    upgrade(address)
    assert rows_at(address) == up


def test_going_down_takes_dialogues_out_with_what_they_said_before(place: Place, tmp_path: Path) -> None:
    """An older version knows no such kind of record, and could not read what is kept of one."""
    address = of_frozen("0004", tmp_path, place)
    before = rows_at(address)
    assert [row["kind"] for row in before["superseded"]].count("dialogue") == 2
    go_down(address, "0003")
    after = rows_at(address)
    assert "dialogue" not in after
    assert after["superseded"] == [row for row in before["superseded"] if row["kind"] != "dialogue"]
    assert {name: rows for name, rows in after.items() if name != "superseded"} == {
        name: rows for name, rows in before.items() if name not in ("superseded", "dialogue")
    }


def test_the_frozen_store_of_the_present_schema_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Its hash was taken when it was frozen: what a release wrote, every later one of the same schema reads the same."""
    with open_store(str(thawed("0004", tmp_path))) as store:
        with store.reading() as connection:
            assert content_hash(connection) == "4f22305fa24b65d4765847f3d632fc917360b254a0470a5c583514d0fe67f12f"
        assert [(r.author, r.command) for r in reversed(log(store))] == [
            *AS_0003_LEFT_IT,
            *(("dora", command) for command in ("dialogue", "amend", "dialogue", "dialogue", "retract")),
        ]
        [public] = dialogues(store)
        assert (public.dialogue_id, public.parties, public.tolerance_days) == ("deu-rus-2+2", ("DEU", "RUS"), 30)
        assert [one.dialogue_id for one in dialogues(store, include_restricted=True)] == ["deu-rus-2+2", "deu-rus-quiet"]
