"""How a store comes into being and moves to the current schema."""

import os
from pathlib import Path

from sqlalchemy import Connection, Engine, insert
from sqlalchemy.engine import URL

from detente.domain.dates import DEFAULT_TOLERANCE, Tolerance
from detente.errors import RejectedError, StoreError
from detente.shipped import migrations_folder
from detente.store import schema
from detente.store.engine import WRITING, engine_for, shown, told_plainly, transaction
from detente.store.opening import Store, author, engine_at, locate, revision_of
from detente.store.revisions import begin
from detente.store.seeding import seed


def create(db: str | None, *, tolerance: Tolerance = DEFAULT_TOLERANCE) -> Store:
    """Makes a store with the current schema and the reference lists, and no contacts; raises RejectedError if it exists.

    A file appears whole under its name or not at all, readable by its owner only. ``tolerance`` is kept in the store.
    """
    url = locate(db)
    if url.get_backend_name() == "sqlite":
        _create_file(Path(str(url.database)), tolerance)
        return Store(engine_for(url), tolerance)
    engine = engine_for(url)
    if revision_of(engine) is not None:
        raise RejectedError(f"{shown(url)} already holds a record", mend="use it as it is, or name another database")
    _fill(engine, tolerance)
    return Store(engine, tolerance)


def _create_file(path: Path, tolerance: Tolerance) -> None:
    taken = RejectedError(f"{path} already exists", mend="use it as it is, or name another file with --db")
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        if path.exists():
            raise taken
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise StoreError(f"{path} cannot be made: {error.strerror}", mend="name another place with --db") from None
    try:
        engine = engine_for(URL.create("sqlite", database=str(draft)))
        _fill(engine, tolerance)
        engine.dispose()
        os.link(draft, path)  # unlike a rename, refuses to replace what somebody else made meanwhile
    except FileExistsError:
        raise taken from None
    finally:
        for leftover in path.parent.glob(f"{draft.name}*"):
            leftover.unlink()


def _fill(engine: Engine, tolerance: Tolerance) -> None:
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:  # outside of any transaction; kept in the file from then on
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA journal_mode = WAL")
    with told_plainly(engine), transaction(engine) as connection:
        migrate(connection)
        made = begin(connection, author(), "init", "the store is made")
        widths = {"days": tolerance.days, "months": tolerance.months, "years": tolerance.years}
        connection.execute(
            insert(schema.setting), [{"name": f"approximate_{name}", "value": str(width)} for name, width in widths.items()]
        )
        seed(connection, made)


def upgrade(db: str | None) -> tuple[str, str]:
    """Moves a store to the current schema; gives the revision it had and the one it has now.

    All or nothing: a revision that fails leaves the store as it was. Raises StoreError for a missing or newer store.
    """
    engine = engine_at(locate(db))
    before = revision_of(engine)
    if before is None:
        raise StoreError(f"{shown(engine.url)} holds no record", mend="run: detente init")
    if before not in schema.REVISIONS:
        raise StoreError(f"{shown(engine.url)} was written by a newer version of Détente", mend="install that version")
    if before != schema.REVISIONS[-1]:
        _upgrade(engine)
    return before, schema.REVISIONS[-1]


def _upgrade(engine: Engine) -> None:
    if engine.dialect.name != "sqlite":
        with told_plainly(engine), transaction(engine) as connection:
            migrate(connection)
        return
    # Rebuilding a table drops the old one, which foreign keys would refuse or follow: they are off meanwhile, which
    # SQLite does only outside of a transaction, and are checked before the commit.
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys = OFF")
        with connection.execution_options(**{WRITING: True}).begin():
            migrate(connection)
            if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                raise StoreError(f"{shown(engine.url)} has {len(broken)} rows that point nowhere", mend="run: detente db check")


def migrate(connection: Connection, revision: str = "head") -> None:
    """Runs the schema revisions up to ``revision`` inside the transaction of ``connection``."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
