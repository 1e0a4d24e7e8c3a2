"""Does a text hold another, whatever its case, in any alphabet?"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, text

Holds = Callable[[ColumnElement[Any], str], ColumnElement[bool]]

_UNICODE = ("und-x-icu", "pg_unicode_fast", "pg_c_utf8")
"""Collations of PostgreSQL that know the cases of every alphabet, the best first: a server built without ICU has not the first,
one older than 18 not the second. That of the columns knows ASCII's, and is quick."""


def holding(connection: Connection) -> Holds:
    """What tells, on this engine, whether the text of a column holds another when both are in lower case.

    LIKE would not do: on SQLite it reads no further than a NUL.
    """
    if connection.dialect.name != "postgresql":  # lower() is Python's there: see detente.store.engine
        return lambda column, sought: func.instr(func.lower(column), sought.lower()) > 0
    there = set(connection.scalars(text("SELECT collname FROM pg_collation")))
    known = next((name for name in _UNICODE if name in there), None)
    if known is None:  # another engine: the cases that it knows
        return lambda column, sought: func.strpos(func.lower(column), sought.lower()) > 0
    return lambda column, sought: func.strpos(func.lower(column.collate(known)), sought.lower()) > 0
