"""How is text compared whatever its case, in any alphabet?"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, text

Folding = Callable[[ColumnElement[Any]], ColumnElement[Any]]

_UNICODE = "und-x-icu"
"""The collation of PostgreSQL that knows the cases of every alphabet; that of the columns knows ASCII's, and is quick."""


def folding(connection: Connection) -> Folding:
    """What makes the text of a column lower case on this engine, as ``str.lower`` does."""
    if connection.dialect.name != "postgresql":
        return func.lower  # that of Python: see detente.store.engine
    known = connection.execute(text("SELECT 1 FROM pg_collation WHERE collname = :name"), {"name": _UNICODE}).first()
    if known is None:  # a server built without ICU, or another engine: what it has
        return func.lower
    return lambda column: func.lower(column.collate(_UNICODE))
