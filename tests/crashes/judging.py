"""What does a store hold, and is it sound: read by SQLite itself and by the program."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import inspect
from sqlalchemy.engine import URL

from detente.store import schema
from detente.store.addresses import read_url
from detente.store.copying import content_hash
from detente.store.engine import engine_for, reading
from detente.store.opening import revision_of

_CONTENT: dict[str, str] = {}
"""The program's own hash of what was looked at already."""

State = dict[str, str | None]
"""What each of the watched stores holds, by a hash; None for one that is not there."""


def state_of(folder: Path, watched: tuple[str, ...]) -> State:
    """What the stores hold that ``watched`` names: patterns of file names in ``folder``, or URLs."""
    return {name: _on_server(name) if "://" in name else _in_files(sorted(folder.glob(name))) for name in watched}


def _in_files(paths: list[Path]) -> str | None:
    """One file; or several that hold the same, as those do that a store was set aside to."""
    held = {fingerprint(path) for path in paths}
    assert len(held) <= 1, f"{paths} hold different things"
    return held.pop() if held else None


def fingerprint(path: Path) -> str:
    """A hash over all that a file of SQLite holds, whatever its schema, which is damaged nowhere and points nowhere."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], path
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == [], path
        made = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        digest = hashlib.sha256(repr([(kind, name, _as_a_set(sql)) for kind, name, sql in made]).encode())
        for kind, name, _ in made:
            if kind == "table":
                rows = sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"')))
                digest.update("\n".join([name, *rows]).encode())
        [(version,)] = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    held = f"{version}: {digest.hexdigest()}"
    if version == schema.REVISIONS[-1] and held not in _CONTENT:
        _CONTENT[held] = _content(URL.create("sqlite", database=str(path)))
    return f"{held}, content {_CONTENT.get(held)}"


def _as_a_set(sql: str | None) -> list[str]:
    """What a table was made with: Alembic, which rebuilds it, lists its constraints in any order."""
    return sorted(line.strip().rstrip(",") for line in (sql or "").splitlines())


def _on_server(url: str) -> str | None:
    engine = engine_for(read_url(url))
    try:
        if revision_of(engine) is not None:
            return _content(read_url(url))
        with reading(engine) as connection:
            assert inspect(connection).get_table_names() == [], "half a schema"
        return None
    finally:
        engine.dispose()


def _content(url: URL) -> str:
    engine = engine_for(url)
    try:
        with reading(engine) as connection:
            return content_hash(connection)
    finally:
        engine.dispose()
