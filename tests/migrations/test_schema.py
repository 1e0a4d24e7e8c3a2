"""The migrated schema is the one that the code reads and writes, and keeps its promises."""

from enum import StrEnum

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Enum, inspect, text
from sqlalchemy.exc import IntegrityError

from detente.domain.vocabulary import (
    Anchor,
    By,
    Channel,
    ClaimKind,
    Completeness,
    Level,
    Office,
    PartyKind,
    Qualifier,
    Reliability,
    Sameness,
    Setting,
    Stance,
    Status,
    Substance,
)
from detente.shipped import migrations_folder
from detente.store import schema
from detente.store.creating import migrate
from detente.store.engine import engine_for, transaction
from detente.store.opening import Store, locate
from tests.support.places import Place

VOCABULARIES: tuple[type[StrEnum], ...] = (
    Anchor, By, Channel, ClaimKind, Completeness, Sameness, Level, Office, PartyKind, Qualifier, Reliability, Setting, Stance,
    Status, Substance,
)  # fmt: skip


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    return ScriptDirectory.from_config(config)


def test_the_code_knows_every_revision() -> None:
    chain = [script.revision for script in scripts().walk_revisions()]
    assert tuple(reversed(chain)) == schema.REVISIONS


def test_the_models_are_the_migrated_schema(empty: Store) -> None:
    with empty.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "target_metadata": schema.metadata,
                "autogenerate_plugins": ["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname"],
            },
        )
        assert compare_metadata(context, schema.metadata) == []


def test_every_constraint_and_index_goes_by_the_naming_convention(empty: Store) -> None:
    with empty.reading() as connection:
        seen = inspect(connection)
        for table in schema.metadata.tables:
            names = [seen.get_pk_constraint(table)["name"]]
            names += [key["name"] for key in seen.get_foreign_keys(table)] + [
                check["name"] for check in seen.get_check_constraints(table)
            ]
            names += [index["name"] for index in seen.get_indexes(table)]
            assert all(
                name and name.startswith((f"pk_{table}", f"fk_{table}", f"ck_{table}", f"ix_{table}")) for name in names
            ), names


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_every_word_may_be_stored_and_no_other(empty: Store, vocabulary: type[StrEnum]) -> None:
    """Against the CHECKs of the migrated database, not those of the models: autogenerate never sees a new member."""
    columns = [
        c
        for t in schema.metadata.sorted_tables
        for c in t.columns
        if isinstance(c.type, Enum) and c.type.enum_class is vocabulary
    ]
    assert columns
    with empty.reading() as connection:
        for column in columns:
            checks = inspect(connection).get_check_constraints(column.table.name)
            rule = next(check["sqltext"] for check in checks if check["name"] == f"ck_{column.table.name}_{column.name}")
            for word in vocabulary:
                assert allowed(connection, rule, column.name, word.value), (column, word)
            assert not allowed(connection, rule, column.name, "pigeon")


def allowed(connection: Connection, rule: str, column: str, word: str) -> bool:
    tried = text(f'SELECT {rule} FROM (SELECT CAST(:word AS VARCHAR(20)) AS "{column}") AS tried')
    return bool(connection.execute(tried, {"word": word}).scalar())


def test_up_down_up(place: Place) -> None:
    from alembic import command

    address = place.nothing()
    engine = engine_for(locate(address))
    with transaction(engine) as connection:
        migrate(connection)
        config = Config()
        config.set_main_option("script_location", str(migrations_folder()))
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        migrate(connection)
        assert set(inspect(connection).get_table_names()) == {*schema.metadata.tables, "alembic_version"}
    engine.dispose()
    place.remove(address)


def test_a_revision_that_fails_leaves_nothing(place: Place) -> None:
    """A migration is one transaction on SQLite too: the first tables are gone when a later statement fails."""
    address = place.nothing()
    engine = engine_for(locate(address))

    def fail_half_way() -> None:
        with transaction(engine) as connection:
            migrate(connection)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    engine.dispose()
    place.remove(address)


def test_foreign_keys_are_enforced(empty: Store) -> None:
    with pytest.raises(IntegrityError):
        empty.write(lambda connection: connection.exec_driver_sql("INSERT INTO contact_party VALUES ('nothing', 'FRA')"))
