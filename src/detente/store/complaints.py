"""What does a database say when it cannot be used, in one line that names the store and the mend?"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from detente.errors import DetenteError, InterruptionError, RejectedError, StoreError
from detente.store.addresses import servers_of, shown

_BUSY = "another command is writing; try again"
_ONLY_READS = "name the server that is written to, or all of them: postgresql://USER@HOST,HOST/NAME"
_LOST = "the connection was lost; run the command again"
_RIGHTS = "ask the owner of the database for the right; docs/postgresql.md lists what each role needs"

_BROKEN = {"57P01", "57P02", "25P03", "08003", "08006", "08007", "40003"}
"""SQLSTATEs of a connection that is no more: ended by the server, found idle for too long, or of an outcome not known."""

_MENDS_BY_STATE = {
    "40001": _BUSY,
    "40P01": _BUSY,
    "55P03": _BUSY,
    "42501": _RIGHTS,
    "25006": _ONLY_READS,
    "53100": "make room on the server and run the command again; nothing was changed",
    "53200": "the server is short of memory; try again later; nothing was changed",
    "57P01": _LOST,
    "57P02": _LOST,
    "22P05": "make the database anew with: createdb --encoding=UTF8 --template=template0 NAME",
}
"""What mends an error, by its SQLSTATE: messages may be in any language."""

_MENDS = {
    "unable to open database file": "check the path and its permissions",
    "database is locked": _BUSY,
    "readonly database": "the file or its folder may not be written; check the permissions",
    "disk I/O error": "see whether the disk is full or failing; nothing was changed",
    "disk is full": "make room and run the command again; nothing was changed",
    "file is not a database": "name another file with --db; this one is left as it is",
    "malformed": "restore a backup; the file is damaged",
    "session is read-only": _ONLY_READS,
    "session is not read-only": "leave target_session_attrs out of the URL, or start the standby",
    "server is not in hot standby mode": "leave target_session_attrs out of the URL, or start the standby",
    "password authentication failed": "check user and password; PGPASSWORD and ~/.pgpass are read too",
    "no password supplied": "give it in PGPASSWORD or ~/.pgpass",
    "no pg_hba.conf entry": "ask the administrator of the server to admit this user from here",
    "too many connections": "others hold every connection; try again in a moment",
    'role "': "check the user in the URL; docs/postgresql.md shows how to make one",
    'database "': "check the name in the URL, or make the database: createdb --encoding=UTF8 NAME",
    "too many clients": "others hold every connection; try again in a moment",
    "connection slots": "others hold every connection; try again in a moment",
    "starting up": "try again in a moment",
    "resolve host": "check the host in the URL",
    "invalid connection option": "docs/postgresql.md shows the forms of a URL",
}
"""What mends an error without a state, which comes before any statement is answered: by words of it, the first that fits."""

_TOO_LONG = {"22001", "54000"}
"""A text longer than its column, or than the server can find again by its index."""

_ATTEMPT = re.compile(r"^- host: '?(?P<host>.*?)'?, port: '?(?P<port>.*?)'?, hostaddr: .*?: (?P<said>.*)$", re.MULTILINE)

_ADDRESS = re.compile(r"^connection to server (at|on) .*? failed: ")


def is_lost(error: DBAPIError) -> bool:
    """Whether the connection broke on which something was asked."""
    return error.connection_invalidated or getattr(error.orig, "sqlstate", None) in _BROKEN


def is_damage(error: DetenteError) -> bool:
    """Whether SQLite could make nothing of a file that is there, as opposed to one that it may not use now."""
    said = getattr(error.__cause__, "orig", error.__cause__)
    return getattr(said, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def outcome_unknown(engine: Engine, *, interrupted: bool = False) -> DetenteError:
    """What to say when the connection broke, or somebody pressed Ctrl-C, during the commit."""
    how = "the command was interrupted" if interrupted else "the connection was lost"
    what = f"{how} during the commit to {shown(engine.url)}: whether this was recorded is not known"
    kind = InterruptionError if interrupted else StoreError
    return kind(what, mend="look before you run it again: detente history")


@contextmanager
def told_plainly(engine: Engine) -> Iterator[None]:
    """Turns what the database driver says into one line that names the store and the mend."""
    try:
        yield
    except DBAPIError as error:
        if (told := _told(engine, error)) is None:
            raise
        raise told from error
    except sqlite3.Error as error:  # what was asked of the driver itself, outside of any transaction
        mend = next((mend for sign, mend in _MENDS.items() if sign in str(error)), "run: detente db check")
        raise StoreError(f"the store {shown(engine.url)} cannot be used: {error}", mend=mend) from error


def _told(engine: Engine, error: DBAPIError) -> DetenteError | None:
    """The error in our words; None for one that only a bug can bring about, or that the caller is to judge."""
    state, reason = getattr(error.orig, "sqlstate", None) or "", _reason(error)
    if state in _TOO_LONG:
        return RejectedError(f"a text is too long: {reason}", mend="shorten it; nothing was recorded")
    # No connection came about, or it broke, as opposed to a statement that failed on one.
    out_of_reach = error.statement is None or error.connection_invalidated
    mend = _MENDS_BY_STATE.get(state)
    if mend is None and (out_of_reach or not state):
        mend = next((mend for sign, mend in _MENDS.items() if sign in reason), None)
    if mend is None and not out_of_reach:
        return None
    if mend is None:
        mend = "check that the server runs and may be reached" if error.statement is None else _LOST
    if mend == _ONLY_READS and len(servers_of(engine.url)) > 1:
        what = f"no server of {shown(engine.url)} can be written to: {reason}"
        return StoreError(what, mend="start the primary, or promote a standby; what only reads works meanwhile")
    return StoreError(f"the store {shown(engine.url)} cannot be used: {reason}", mend=mend)


def _reason(error: DBAPIError) -> str:
    """What was said, in one line; for several servers, what each of them said."""
    text = str(error.orig).strip()
    if tried := [f"{found['host']}:{found['port']}: {_of_attempt(found['said'])}" for found in _ATTEMPT.finditer(text)]:
        return "; ".join(dict.fromkeys(tried))
    return _plain(text.splitlines()[0]) if text else type(error).__name__


def _plain(line: str) -> str:
    return " ".join(line.removeprefix("connection failed: ").split())


def _of_attempt(line: str) -> str:
    """Without the address, which stands before it already."""
    return _ADDRESS.sub("", _plain(line))
