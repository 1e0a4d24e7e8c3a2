"""Which store is meant, is it there, and is it of this version."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from shlex import quote
from types import TracebackType
from typing import Any, cast

from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError, ProgrammingError

from detente.domain.dates import Tolerance
from detente.errors import StoreError
from detente.store import schema
from detente.store.addresses import is_url, read_url, shown
from detente.store.configuration import configured
from detente.store.engine import Written, engine_for, reading, written
from detente.store.revisions import queue


class _NotKeptError(Exception):
    """Carries what a dry run found out of its transaction, which is thereby undone."""

    def __init__(self, found: Any) -> None:
        super().__init__()
        self.found = found


class Store:
    """An open store: what every function of this room reads from or writes to."""

    def __init__(self, engine: Engine, tolerance: Tolerance, *, shown_as: str | None = None) -> None:
        self._shown_as = shown_as
        self.engine = engine
        self.tolerance = tolerance
        self._author: str | None = None

    @property
    def author(self) -> str:
        """Who writes; found out by the first who asks (see ``author``)."""
        if self._author is None:
            self._author = author()
        return self._author

    @author.setter
    def author(self, name: str) -> None:
        self._author = name

    @property
    def url(self) -> str:
        """The file or database, without its password."""
        return self._shown_as or shown(self.engine.url)

    def reading(self) -> AbstractContextManager[Connection]:
        """One consistent view of the store."""
        return reading(self.engine)

    def write(self, work: Callable[[Connection], Written], *, queued: bool = True, dry_run: bool = False) -> Written:
        """What ``work`` gives, in one transaction: all of it, or nothing. It may run more than once; see ``engine.written``.
        Of a dry run nothing is kept.

        Writers wait for each other from the start, so that what ``work`` reads is still so when it writes; with ``queued``
        False it must do its reading first and call ``queue`` before what it relies on.
        """

        def run(connection: Connection) -> Written:
            if queued:
                queue(connection)
            found = work(connection)
            if dry_run:
                raise _NotKeptError(found)
            return found

        try:
            return written(self.engine, run)
        except _NotKeptError as dry:
            return cast(Written, dry.found)

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.engine.dispose()


def author() -> str:
    """Who writes: DETENTE_AUTHOR, else the author of a file of settings, else the user of this system."""
    import getpass

    if (found := configured("author")) is not None:
        return str(found.value)
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user without a name, as in some containers
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unknown"


def locate(db: str | None) -> URL:
    """The store that ``db`` names: a URL or a file path; None stands for DETENTE_DB, else that of a file of settings, else
    the one in the user's data folder."""
    name = db or _settled() or str(users_record())
    if is_url(name):
        return read_url(name)
    try:
        path = Path(name).expanduser()
    except RuntimeError:
        raise StoreError(f"nobody's home folder is meant by {name}", mend="name another file with --db") from None
    return URL.create("sqlite", database=str(path))


def _settled() -> str:
    found = configured("store")
    return "" if found is None else str(found.value)


def users_record() -> Path:
    """The store of somebody who names none."""
    from platformdirs import user_data_path

    return user_data_path("detente", appauthor=False) / "record.db"


def open_store(db: str | None, *, to_write: bool = False) -> Store:
    """The store that ``db`` names (see ``locate``); raises StoreError when it is missing, or of another version.

    A command that writes says so with ``to_write``, and reads too from the server that it writes to (see ``engine_for``).
    """
    engine = engine_at(locate(db), to_write=to_write, kept=True)
    try:
        if (revision := known_revision_of(engine)) != schema.REVISIONS[-1]:
            what = f"{shown(engine.url)} is of an older version ({revision})"
            raise StoreError(what, mend="back it up, then run: detente db upgrade")
        with reading(engine) as connection:
            return Store(engine, _tolerance(connection))
    except BaseException:
        engine.dispose()
        raise


def known_revision_of(engine: Engine) -> str:
    """The schema revision of a store, if this version knows it; raises StoreError when it does not, or there is no record."""
    revision = revision_of(engine)
    if revision is None:
        raise StoreError(f"{shown(engine.url)} holds no record", mend=_first(engine.url))
    if revision not in schema.REVISIONS:
        raise StoreError(f"{shown(engine.url)} was written by a newer version of Détente", mend="install that version")
    return revision


def _first(url: URL) -> str:
    """What makes a record where none is: in a database that is there, or beside a file that is something else."""
    if url.get_backend_name() == "sqlite":
        return "name another with --db, or make one: detente init --db FILE, which is not there yet"
    return f"run: detente init --db {quote(shown(url))}, or detente db copy FROM {quote(shown(url))}"


def engine_at(url: URL, *, to_write: bool = False, kept: bool = False) -> Engine:
    """An engine for a store that must be there (see ``engine_for``); raises StoreError for a missing file."""
    if url.get_backend_name() == "sqlite" and not os.path.isfile(str(url.database)):  # noqa: PTH113 - Path raises where a name is too long
        raise _no_store(str(url.database))
    return engine_for(url, to_write=to_write, kept=kept)


def _no_store(path: str) -> StoreError:
    """Where a store was looked for, whole, as a name may be meant from another folder; and how to make it there."""
    own = "" if path == str(users_record()) else f" --db {quote(path)}"
    return StoreError(f"no store at {os.path.abspath(path)}", mend=f"run: detente init{own}, or name another with --db")  # noqa: PTH100 - Path raises where a name is too long


def revision_of(engine: Engine) -> str | None:
    """The schema revision that the store says it has; None when it holds no record at all."""
    with reading(engine) as connection:
        try:
            version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        except (OperationalError, ProgrammingError) as error:
            if getattr(error.orig, "sqlstate", "42P01") == "42P01" and "alembic_version" in str(error.orig):
                return None  # there is no such table; that it may not be read is another matter
            raise
        return version


def _tolerance(connection: Connection) -> Tolerance:
    """How far this store widens approximate dates, fixed when it was made."""
    kept = schema.setting.c
    widths = connection.execute(select(kept.name, kept.value).where(kept.name.startswith("approximate_")))
    return Tolerance(**{name.removeprefix("approximate_"): int(width) for name, width in widths})
