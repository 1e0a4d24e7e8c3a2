"""How is a store read where nothing may be written: on a read-only medium, in a folder of somebody else's?

A store keeps a log beside it, which SQLite makes for whoever opens it, if only to read. Where that cannot be made, or would
stay, and nobody else keeps one, the file is all there is: it is read as one that does not change, and an answer is withheld
if it did.
"""

import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection

from detente.errors import StoreError

_LOGGED = b"\x02\x02"
"""What stands at byte 18 of a file that keeps a log: its format, for writing and for reading."""

_SEEN = "detente_seen"
"""Where a connection keeps what the file looked like when it was opened."""


def connect(_dialect: object, record: Any, arguments: Any, options: Any) -> sqlite3.Connection | None:
    """A connection that reads a file where nothing may be written; None where SQLite can open it as always."""
    path = Path(arguments[0])
    if (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)) or not _keeps_a_log(path):
        return None
    log = path.with_name(f"{path.name}-wal")
    if path.with_name(f"{path.name}-shm").exists():  # somebody has it open, and shares the log
        return None
    if log.exists() and log.stat().st_size:
        what = f"the store {path} was not closed, and may not be written"
        raise StoreError(what, mend=f"copy it, together with {log.name}, to a folder of your own")
    record.info[_SEEN] = path, _look(path)
    opened: sqlite3.Connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?immutable=1", uri=True, **options)
    return opened


def refuse_changed(connection: Connection) -> None:
    """Raises StoreError when a file that was read as one that does not change did so meanwhile."""
    if is_changed(connection.info):
        path, _ = connection.info[_SEEN]
        raise StoreError(f"the store {path} was changed while it was read", mend="run the command again")


def is_changed(info: Mapping[Any, Any]) -> bool:
    """Whether a connection, of which this is noted, reads a file as one that does not change, which did since it was opened."""
    path, seen = info.get(_SEEN, (None, None))
    return path is not None and _look(path) != seen


def _keeps_a_log(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(20)[18:] == _LOGGED
    except OSError:
        return False  # SQLite says what is wrong with it


def _look(path: Path) -> tuple[object, ...]:
    try:
        found = path.stat()
    except OSError:  # it is gone
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino, path.with_name(f"{path.name}-wal").exists()
