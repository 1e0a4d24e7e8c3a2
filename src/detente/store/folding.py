"""Does a text hold another, whatever its case, in any alphabet?"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, text

Holds = Callable[[ColumnElement[Any], str], ColumnElement[bool]]

_UNICODE = "und-x-icu"
"""The collation of PostgreSQL that knows the cases of every alphabet; that of the columns knows ASCII's, and is quick."""


def holding(connection: Connection) -> Holds:
    """What tells, on this engine, whether the text of a column holds another when both are in lower case.

    LIKE would not do: on SQLite it reads no further than a NUL.
    """
    if connection.dialect.name != "postgresql":  # lower() is Python's there: see detente.store.engine
        return lambda column, sought: func.instr(func.lower(column), sought.lower()) > 0
    known = connection.execute(text("SELECT 1 FROM pg_collation WHERE collname = :name"), {"name": _UNICODE}).first()
    if known is None:  # a server built without ICU, or another engine: the cases that it knows
        return lambda column, sought: func.strpos(func.lower(column), sought.lower()) > 0
    return lambda column, sought: func.strpos(func.lower(column.collate(_UNICODE)), sought.lower()) > 0
