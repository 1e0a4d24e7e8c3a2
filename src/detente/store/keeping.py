"""How a store is kept safe and moved: backed up while it is used, restored, copied to another engine; each verified."""

import sqlite3
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.engine import URL

from detente.errors import NotFoundError, RejectedError, StoreError
from detente.store import drafts, schema
from detente.store.addresses import shown
from detente.store.complaints import is_damage, told_plainly
from detente.store.copying import content_hash, copy_rows
from detente.store.creating import keep_a_log, migrate, new_file
from detente.store.engine import BUSY_SECONDS, engine_for, reading, transaction
from detente.store.on_postgresql import plan_anew
from detente.store.opening import Store, engine_at, known_revision_of, locate, open_store, revision_of


@dataclass(frozen=True, slots=True)
class Kept:
    """What was written where: the SHA-256 of all that it holds (see ``content_hash``), how many contacts, how far its history
    goes. ``set_aside`` is the file that holds what a restored store held before, or None."""

    place: str
    content_hash: str
    contacts: int
    revision: int
    set_aside: str | None = None


_INSTEAD_OF_INIT = "name an empty database, in which detente init was not run: the copy makes the record there itself"


def copy(source: Store, to: str) -> Kept:
    """Copies a store, history and all, into a new file or an empty database; raises RejectedError when ``to`` holds a record.

    All or nothing, and only what reads back with the same hash stays.
    """
    url = locate(to)

    def fill(engine: Engine) -> Kept:
        with source.reading() as there, told_plainly(engine), transaction(engine) as here:
            migrate(here)
            copy_rows(there, here)
            done = _verified(there, here, shown(url))
            plan_anew(here, schema.metadata.tables, done.contacts)
        keep_a_log(engine)
        return done

    if url.get_backend_name() != "sqlite":
        engine = engine_for(url)
        if revision_of(engine) is not None:
            raise RejectedError(f"{shown(url)} already holds a record", mend=_INSTEAD_OF_INIT)
        return fill(engine)
    done: list[Kept] = []
    new_file(Path(str(url.database)), lambda engine: done.append(fill(engine)))
    return done[0]


def backup(db: str | None, path: str) -> Kept:
    """Writes what the store ``db`` holds at this moment into a new file, while others go on using it.

    The file is itself a store of SQLite, whatever the engine. A file of an older version is backed up as it is, so that it can
    be upgraded after. Raises RejectedError when there is something of that name.
    """
    there = engine_at(locate(db))
    if there.dialect.name != "sqlite":
        with open_store(db) as store:
            return copy(store, path)
    is_current = known_revision_of(there) == schema.REVISIONS[-1]
    done = [Kept(path, "", 0, 0)]

    def fill(engine: Engine) -> None:
        with reading(there) as source:
            _copy_pages(_driver(source), engine)
            _without_log(engine)
            _sound(engine)
            if is_current:
                with reading(engine) as here:
                    done[0] = _verified(source, here, path)

    new_file(Path(path), fill)
    return done[0]


def restore(path: str, db: str | None, *, replace: bool = False) -> Kept:
    """Makes the store ``db`` what the backup ``path`` holds; raises NotFoundError or RejectedError, the store as it was.

    A store that is there is replaced only with ``replace``, and what it held is kept in a file beside it. A backup of an older
    version is restored as it is and upgraded by ``detente db upgrade``.
    """
    if not Path(path).is_file():
        raise NotFoundError(f"there is no backup {path}", mend="name the file that detente db backup wrote")
    url = locate(db)
    saved = engine_for(URL.create("sqlite", database=path))
    _refuse_unsound(saved, path)
    if url.get_backend_name() != "sqlite":
        if revision_of(engine_for(url)) is not None:
            raise RejectedError(f"{shown(url)} already holds a record", mend="make an empty database and restore into that")
        with open_store(path) as store:
            return copy(store, str(db))
    target = Path(str(url.database))
    if target.exists():
        if not replace:
            raise RejectedError(f"{target} already exists", mend="add --replace: what it holds is kept in a file beside it")
        return _replace(saved, target)
    return _restored(saved, target, target)


def _restored(saved: Engine, path: Path, place: Path, aside: str | None = None) -> Kept:
    """A new file that holds what the backup does, compared with it before it gets its name."""
    done: list[Kept] = []

    def fill(engine: Engine) -> None:
        _copy_over(saved, engine)
        keep_a_log(engine)
        done.append(_read_back(saved, engine, str(place), aside))

    new_file(path, fill)
    return done[0]


def _replace(saved: Engine, target: Path) -> Kept:
    aside, engine = _name_aside(target), engine_for(URL.create("sqlite", database=str(target)))
    try:
        new_file(aside, lambda kept: _copy_over(engine, kept))  # page by page, whatever version it is of
        _copy_over(saved, engine)
    except StoreError as error:
        if not is_damage(error):
            raise
        return _replace_damaged(saved, target)
    try:
        return _read_back(saved, engine, str(target), str(aside))
    except StoreError as error:
        what = f"{target} is restored, but could not be read back: {error.reason}"
        raise StoreError(what, mend=f"run: detente db check; what it held before is in {aside}") from error


def _replace_damaged(saved: Engine, target: Path) -> Kept:
    """SQLite cannot write to what it cannot read: a new file takes the name, and the damaged one another."""
    draft, aside = drafts.draft_of(target), _name_aside(target)
    done = _restored(saved, draft, target, str(aside))
    try:
        drafts.take_the_place(draft, target, aside)
    except OSError as error:
        raise StoreError(f"{target} cannot be replaced: {error.strerror}", mend="move it away and restore again") from None
    finally:
        drafts.discard(draft)
    return done


def _name_aside(target: Path) -> Path:
    """Under which name that nothing has what a store held is kept beside it."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    names = (stamp if number == 1 else f"{stamp}-{number}" for number in count(1))
    beside = (target.with_name(f"{target.stem}.before-restore-{name}{target.suffix}") for name in names)
    return next(path for path in beside if not path.exists())


def _copy_over(source: Engine, target: Engine) -> None:
    with reading(source) as there:
        _copy_pages(_driver(there), target)


def _read_back(saved: Engine, restored: Engine, place: str, aside: str | None) -> Kept:
    """Raises StoreError when the restored store does not hold what the backup does."""
    if revision_of(saved) != schema.REVISIONS[-1]:  # of an older version: its pages were compared by SQLite itself
        _sound(restored)
        return Kept(place, "", 0, 0, aside)
    with reading(saved) as there, reading(restored) as here:
        done = _verified(there, here, place)
    return Kept(done.place, done.content_hash, done.contacts, done.revision, aside)


def _verified(there: Connection, here: Connection, place: str) -> Kept:
    wanted, found = content_hash(there), content_hash(here)
    if wanted != found:
        raise StoreError(f"what was written to {place} is not what was read", mend="try again, and run: detente db check")
    contacts = here.scalar(select(func.count()).select_from(schema.contact)) or 0
    return Kept(place, found, contacts, here.scalar(select(func.max(schema.revision.c.number))) or 0)


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _copy_pages(source: sqlite3.Connection, target: Engine) -> None:
    """SQLite's own online copy: one transaction of the target, of one state of the source."""
    until = time.monotonic() + BUSY_SECONDS

    def waiting(_status: int, _remaining: int, _total: int) -> None:
        if time.monotonic() > until:
            raise StoreError(f"{shown(target.url)} is used by another command", mend="try again when it is done")

    with told_plainly(target), target.connect() as connection:
        try:
            source.backup(_driver(connection), progress=waiting)
        except sqlite3.Error as error:
            raise StoreError(
                f"{shown(target.url)} cannot be written: {error}", mend="see whether the disk is full; nothing was changed"
            ) from error


def _without_log(engine: Engine) -> None:
    """A backup is one file, which can be read where nothing can be written."""
    with told_plainly(engine), engine.connect() as connection:
        _driver(connection).execute("PRAGMA journal_mode = DELETE")


def _sound(engine: Engine) -> None:
    with reading(engine) as connection:
        damage = [said for (said,) in connection.exec_driver_sql("PRAGMA integrity_check") if said != "ok"]
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if damage or lost:
        what = damage[0] if damage else ("1 row points nowhere" if len(lost) == 1 else f"{len(lost):,} rows point nowhere")
        raise StoreError(f"{shown(engine.url)} is damaged: {what}", mend="use another backup")


def _refuse_unsound(saved: Engine, path: str) -> None:
    """Raises StoreError for a file that is no store, is damaged, or was written by a newer version."""
    revision = revision_of(saved)
    if revision is None:
        raise RejectedError(f"{path} is no backup: it holds no record", mend="name the file that detente db backup wrote")
    if revision not in schema.REVISIONS:
        raise StoreError(f"{path} was written by a newer version of Détente", mend="install that version")
    _sound(saved)
