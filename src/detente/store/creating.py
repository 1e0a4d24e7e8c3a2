"""How a store comes into being and moves to the current schema."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, event, insert, inspect
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from detente.domain.dates import DEFAULT_TOLERANCE, Tolerance
from detente.errors import RejectedError, StoreError
from detente.shipped import migrations_folder
from detente.store import drafts, on_postgresql, schema
from detente.store.addresses import shown
from detente.store.complaints import told_plainly
from detente.store.engine import engine_for, transaction, written
from detente.store.opening import Store, author, engine_at, known_revision_of, locate, revision_of
from detente.store.revisions import begin
from detente.store.seeding import seed

Made = TypeVar("Made")


def create(db: str | None, *, tolerance: Tolerance = DEFAULT_TOLERANCE) -> Store:
    """Makes a store with the current schema and the reference lists, and no contacts; raises RejectedError if it exists.

    A file appears whole under its name or not at all, readable by its owner only. ``tolerance`` is kept in the store.
    """
    url = locate(db)
    if url.get_backend_name() == "sqlite":
        new_file(Path(str(url.database)), lambda made: _fill(made, tolerance))
    else:
        new_database(url, lambda connection: _first_rows(connection, tolerance))
    return Store(engine_for(url, to_write=True, kept=True), tolerance)


def new_database(url: URL, fill: Callable[[Connection], Made]) -> Made:
    """What ``fill`` gives, which made a record in an empty database of a server: all of it, or nothing.

    Raises RejectedError when the database holds a record; of several who make one there at once, one does.
    """
    engine = engine_for(url, to_write=True)
    taken = RejectedError(f"{shown(url)} already holds a record", mend="use it as it is, or name another database")
    if revision_of(engine) is not None:
        raise taken

    def alone(connection: Connection) -> Made:
        on_postgresql.keep_others_out(connection)
        if inspect(connection).has_table("alembic_version"):
            raise taken
        on_postgresql.refuse_other_encodings(connection)
        return fill(connection)

    try:
        return written(engine, alone)
    except DBAPIError:  # two that met where nothing keeps others out
        if revision_of(engine) is not None:
            raise taken from None
        raise


def new_file(path: Path, fill: Callable[[Engine], object]) -> None:
    """A store file that ``fill`` filled: whole under its name or not there at all, readable by its owner only, as is its folder
    when that is new.

    Raises RejectedError when there is something of that name, StoreError when it cannot be made.
    """
    taken = RejectedError(f"{path} already exists", mend="use it as it is, or name another file")
    draft = drafts.draft_of(path)
    try:
        if path.exists():
            raise taken
        path.parent.mkdir(0o700, parents=True, exist_ok=True)
        drafts.refuse_the_log_of_another(path)
        drafts.remove_abandoned(path)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise StoreError(f"{path} cannot be made: {error.strerror}", mend="name another place") from None
    try:
        engine = engine_for(URL.create("sqlite", database=str(draft)))
        fill(engine)
        engine.dispose()
        drafts.publish(draft, path)
    except FileExistsError:
        raise taken from None
    except StoreError as error:  # the draft's name says nothing to anybody
        raise StoreError(error.reason.replace(draft.name, path.name), mend=error.mend) from error.__cause__
    finally:
        drafts.discard(draft)


def keep_a_log(engine: Engine) -> None:
    """Has a file of SQLite keep a write-ahead log, so that readers and a writer do not stop each other.

    A file that is being made gets it last: what is in a log only enters the file when that is closed, where a full disk is not
    told of.
    """
    if engine.dialect.name == "sqlite":
        with told_plainly(engine), engine.connect() as connection:  # outside of any transaction; kept in the file from then on
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA journal_mode = WAL")


def _fill(engine: Engine, tolerance: Tolerance) -> None:
    with told_plainly(engine), transaction(engine) as connection:
        _first_rows(connection, tolerance)
    keep_a_log(engine)


def _first_rows(connection: Connection, tolerance: Tolerance) -> None:
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
    engine = engine_at(locate(db), to_write=True)
    before = known_revision_of(engine)
    if before != schema.REVISIONS[-1]:
        _upgrade(engine)
    return before, schema.REVISIONS[-1]


def _upgrade(engine: Engine) -> None:
    in_file = engine.dialect.name == "sqlite"
    if in_file:
        # Rebuilding a table drops the old one, which foreign keys would refuse or follow: they are off meanwhile, which
        # SQLite does only outside of a transaction, and are checked before the commit.
        event.listen(engine, "connect", lambda driver, _: driver.execute("PRAGMA foreign_keys = OFF"))

    def alone(connection: Connection) -> None:
        if not in_file:
            on_postgresql.keep_others_out(connection)
        migrate(connection)  # nothing, where somebody else did it meanwhile
        if in_file and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
            rows = "1 row that points" if len(broken) == 1 else f"{len(broken):,} rows that point"
            raise StoreError(f"{shown(engine.url)} has {rows} nowhere", mend="run: detente db check")

    written(engine, alone)


def migrate(connection: Connection, revision: str = "head") -> None:
    """Runs the schema revisions up to ``revision`` inside the transaction of ``connection``."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
