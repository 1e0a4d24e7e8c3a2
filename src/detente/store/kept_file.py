"""Is the file that a kept connection has open still the one that has its name?

A backup may have been put in its place while a store stays open; and a file that is read as one that does not change (see
``read_only``) may be another's to change. A connection that waited for its next use is then opened anew.
"""

import os
import sqlite3
from typing import Any

from sqlalchemy.exc import DisconnectionError

from detente.store import read_only

_FILE = "detente_file"
"""Where a connection keeps which file it has open."""


def remember(connection: sqlite3.Connection, record: Any) -> None:
    """Notes which file a new connection has open."""
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    record.info[_FILE] = path, _which(path)


def open_anew_if_it_is_another(_connection: object, record: Any, _proxy: object) -> None:
    """Has the pool replace a connection whose file is no longer what it was when it was opened."""
    path, file = record.info[_FILE]
    if _which(path) != file or read_only.is_changed(record.info):
        raise DisconnectionError


def _which(path: str) -> tuple[int, int] | None:
    """The file of that name, by device and number; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - for each transaction: Path takes five times as long
    except OSError:
        return None
    return found.st_dev, found.st_ino
