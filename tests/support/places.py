"""Where stores are made to test with: files of SQLite, or databases of a server that speaks PostgreSQL's protocol."""

import itertools
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Protocol

import psycopg
from psycopg import sql

from detente.formats.package import import_package
from detente.store.creating import create
from detente.store.opening import open_store
from tests.support.shipped_record import SHIPPED


class Place(Protocol):
    """Each method gives the address of something new, made the same way however often it is asked for."""

    engine: str

    def nothing(self) -> str:
        """Where no store is, and one may be made."""

    def empty(self) -> str:
        """A store without contacts."""

    def shipped(self) -> str:
        """A store with the shipped record."""

    def tamper(self, address: str, statement: str) -> int:
        """Changes a store behind the program's back, whatever its foreign keys say; gives how many rows."""

    def remove(self, address: str) -> None:
        """Removes a store that nobody needs any more."""


class Files:
    """Stores in files below a folder: one made by running the migrations, the others copied from it."""

    engine = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count()
        self._empty = folder / "empty.db"
        self._shipped = folder / "shipped.db"

    def nothing(self) -> str:
        return str(self._folder / f"{next(self._numbers)}.db")

    def empty(self) -> str:
        return shutil.copyfile(self.empty_file(), self.nothing())

    def shipped(self) -> str:
        return shutil.copyfile(self.shipped_file(), self.nothing())

    def empty_file(self) -> Path:
        """The file that ``empty`` copies."""
        if not self._empty.exists():
            create(str(self._empty)).engine.dispose()
        return self._empty

    def shipped_file(self) -> Path:
        """The file that ``shipped`` copies."""
        if not self._shipped.exists():
            with open_store(self.empty()) as store:
                import_package(store, SHIPPED)
            Path(store.url).rename(self._shipped)
        return self._shipped

    def tamper(self, address: str, statement: str) -> int:
        with sqlite3.connect(address) as connection:  # foreign keys are off on this connection
            changed = connection.execute(statement).rowcount
        connection.close()
        return changed

    def remove(self, address: str) -> None:
        for path in Path(address).parent.glob(f"{Path(address).name}*"):
            path.unlink()


class Databases:
    """Stores in databases of the server that ``url`` leads to, whose user must be allowed to make databases."""

    def __init__(self, url: str, engine: str) -> None:
        self.engine = engine
        self.url = url
        self._numbers = itertools.count()
        self._made: dict[str, str] = {}
        self._unused: dict[str, list[str]] = {"empty": [], "shipped": []}
        self._given: dict[str, tuple[str, str]] = {}
        self._templates: dict[str, str] = {}
        self._copies = True
        self._connection: psycopg.Connection | None = None

    def nothing(self) -> str:
        return self._database(None)

    def empty(self) -> str:
        return self._copy_of("empty")

    def shipped(self) -> str:
        return self._copy_of("shipped")

    def _copy_of(self, kind: str) -> str:
        address = self._unused[kind].pop() if self._unused[kind] else self._new_copy_of(kind)
        self._given[address] = (kind, self._transactions())
        return address

    def _transactions(self) -> str:
        """How many transactions have written anything on this server; empty where it does not tell."""
        try:
            return str(self._server().execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text").fetchall()[0][0])
        except psycopg.Error:
            return ""

    def _server(self) -> psycopg.Connection:
        """One connection for all that is asked of the server itself."""
        if self._connection is None:
            self._connection = psycopg.connect(self.url, autocommit=True)
        return self._connection

    def _new_copy_of(self, kind: str) -> str:
        if self._copies:
            try:
                return self._database(self._template(kind))
            except (psycopg.errors.FeatureNotSupported, psycopg.errors.SyntaxError):
                self._copies = False  # not every engine copies databases: there each store is filled anew
        return self._filled(kind)

    def _template(self, kind: str) -> str:
        if kind not in self._templates:
            self._templates[kind] = self._made[self._filled(kind)]
        return self._templates[kind]

    def _filled(self, kind: str) -> str:
        address = self._database(self._template("empty") if kind == "shipped" and self._copies else None)
        if kind == "empty" or not self._copies:
            create(address).engine.dispose()
        if kind == "shipped":
            with open_store(address) as store:
                import_package(store, SHIPPED)
        return address

    def _database(self, template: str | None) -> str:
        name = f"detente_test_{os.getpid()}_{next(self._numbers)}"
        like = sql.SQL(" TEMPLATE {}").format(sql.Identifier(template)) if template else sql.SQL("")
        if template and self._server().info.server_version >= 150000:
            like += sql.SQL(" STRATEGY file_copy")  # half the work of a copy through the log
        self._server().execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)) + like)
        address = self._address(name)
        self._made[address] = name
        return address

    def _address(self, database: str) -> str:
        before, _, query = self.url.partition("?")
        return f"{before.rpartition('/')[0]}/{database}{'?' if query else ''}{query}"

    def tamper(self, address: str, statement: str) -> int:
        with psycopg.connect(address, autocommit=True) as connection:
            keys = connection.execute("SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'f'")
            for table, key in keys.fetchall():  # no right but the owner's is needed to take them away
                connection.execute(sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(sql.SQL(table), sql.Identifier(key)))
            return connection.execute(statement.encode()).rowcount

    def remove(self, address: str) -> None:
        kind, before = self._given.pop(address, ("", ""))
        if before and before == self._transactions():  # only read: as good as new
            self._unused[kind].append(address)
        else:
            self._drop(address)

    def _drop(self, address: str) -> None:
        name = self._made.pop(address)
        try:
            self._server().execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
        except (psycopg.errors.SyntaxError, psycopg.errors.InsufficientPrivilege):
            # An engine that knows no FORCE, or an administrator who is just leaving: then it waits.
            self._server().execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))

    def close(self, *, remove: bool) -> None:
        """Leaves the server, if wished without anything that was made there."""
        if remove:
            for address in list(self._made):
                self._drop(address)
        if self._connection is not None:
            self._connection.close()
