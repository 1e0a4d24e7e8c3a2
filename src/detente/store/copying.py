"""How the whole of a store goes from one database to another, and what proves that two hold the same."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, Table, case, insert, select

from detente.store import schema
from detente.store.choosing import AnySelect
from detente.store.records import KINDS, kept_image, put

_AT_ONCE = 5_000
_PAST = schema.superseded.c


def copy_rows(source: Connection, target: Connection) -> None:
    """Copies every row, with the history, into the empty tables of ``target``."""
    for table in schema.metadata.sorted_tables:
        rows = source.execute(_in_order(source, table), execution_options={"yield_per": _AT_ONCE})
        _insert(target, table, rows.mappings())


def copy_as_of(source: Connection, target: Connection, revision: int) -> None:
    """Copies what the record was once ``revision`` was done, its history until then included."""
    number = schema.revision.c.number
    _insert(target, schema.setting, source.execute(select(schema.setting)).mappings())
    _insert(target, schema.revision, source.execute(_in_order(source, schema.revision).where(number <= revision)).mappings())
    _insert(target, schema.superseded, source.execute(select(schema.superseded).where(_PAST.until <= revision)).mappings())
    for kind in KINDS:
        standing = kind.root.c.revision <= revision
        _insert(target, kind.root, source.execute(_root_as_of(source, kind.root, revision).where(standing)).mappings())
        for part in kind.parts:
            link = part.c[kind.link] == kind.root.c[kind.key[0]]
            _insert(target, part, source.execute(select(part).join(kind.root, link).where(standing)).mappings())
        past = select(schema.superseded).where(_PAST.kind == kind.name, _PAST.revision <= revision, _PAST.until > revision)
        for row in source.execute(past.order_by(_PAST.record)):
            put(target, kept_image(row))


def _root_as_of(source: Connection, table: Table, revision: int) -> AnySelect:
    """The rows of a root table; what was imported later had not been so yet."""
    if "imported" not in table.c:
        return _in_order(source, table)
    imported = case((table.c.imported <= revision, table.c.imported)).label("imported")
    return _in_order(source, table).with_only_columns(*(c for c in table.c if c.name != "imported"), imported)


def _insert(target: Connection, table: Table, rows: Iterable[Any]) -> None:
    waiting: list[dict[str, Any]] = []
    for row in rows:
        waiting.append(dict(row))
        if len(waiting) == _AT_ONCE:
            target.execute(insert(table), waiting)
            waiting = []
    if waiting:
        target.execute(insert(table), waiting)


def _in_order(connection: Connection, table: Table) -> AnySelect:
    """The rows of ``table`` in an order in which they may be written, the same on every engine: by the bytes of the key."""

    def by_bytes(column: ColumnElement[Any]) -> ColumnElement[Any]:
        its_own = connection.dialect.name == "postgresql" and isinstance(column.type, String)
        return column.collate("C") if its_own else column

    first: list[ColumnElement[Any]] = [table.c.broader.is_not(None)] if table is schema.topic else []
    query: AnySelect = select(table)
    return query.order_by(*first, *(by_bytes(column) for column in table.primary_key))


def content_hash(connection: Connection) -> str:
    """SHA-256 over every row of every table, whatever the engine: two stores with the same hash hold the same.

    Tables go by name, rows by their key, each as one line of JSON with its columns by name.
    """
    digest = hashlib.sha256()
    for line in _lines(connection):
        digest.update(line.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _lines(connection: Connection) -> Iterator[str]:
    for table in sorted(schema.metadata.tables.values(), key=lambda table: table.name):
        yield f"{table.name}\n"
        rows = connection.execute(_in_order(connection, table), execution_options={"yield_per": _AT_ONCE})
        for row in rows.mappings():
            yield json.dumps({str(name): row[name] for name in row}, ensure_ascii=False, sort_keys=True) + "\n"
