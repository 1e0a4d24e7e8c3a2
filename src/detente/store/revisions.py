"""Who changed the record, when and why: one numbered revision for each command that did."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from detente.store import schema
from detente.store.clock import now

_REVISION, _SETTING = schema.revision.c, schema.setting.c


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of the record. ``recorded_at`` is UTC, ISO, to the second; ``author`` is empty where nobody kept it."""

    number: int
    recorded_at: str
    author: str
    command: str
    about: str
    why: str | None
    undoes: int | None


def queue(connection: Connection) -> None:
    """Waits until every other writer is done, and has the next ones wait until this transaction ends.

    On SQLite BEGIN IMMEDIATE has done so already; elsewhere it is the lock of one row, which every engine knows.
    """
    if connection.dialect.name != "sqlite":
        connection.execute(select(_SETTING.value).order_by(_SETTING.name).limit(1).with_for_update())


def latest(connection: Connection) -> int:
    """The number of the last revision; 0 where there is none."""
    return connection.scalar(select(func.max(_REVISION.number))) or 0


def begin(
    connection: Connection, author: str, command: str, about: str, *, why: str | None = None, undoes: int | None = None
) -> int:
    """Adds a revision and gives its number; the transaction must have queued. Numbers have no holes, times never run back."""
    number, last = connection.execute(select(func.max(_REVISION.number), func.max(_REVISION.recorded_at))).one()
    made = Revision((number or 0) + 1, max(now(), last or ""), author, command, about, why, undoes)
    connection.execute(insert(schema.revision).values({column.name: getattr(made, column.name) for column in _REVISION}))
    return made.number


def describe(connection: Connection, number: int, about: str) -> None:
    """Says what a revision of the running transaction was about, where that is known only at its end."""
    connection.execute(schema.revision.update().where(_REVISION.number == number).values(about=about))


def take_back(connection: Connection, number: int) -> None:
    """Forgets a revision of the running transaction that turned out to change nothing."""
    connection.execute(schema.revision.delete().where(_REVISION.number == number))


def revisions(connection: Connection, *, author: str | None = None, limit: int | None = None) -> list[Revision]:
    """The revisions, of ``author`` or of all, latest first; ``limit`` keeps so many."""
    query = select(schema.revision).order_by(_REVISION.number.desc()).limit(limit)
    if author is not None:
        query = query.where(_REVISION.author == author)
    return [revision_of(row) for row in connection.execute(query)]


def revision_of(row: object) -> Revision:
    """The revision that a row of its table stands for."""
    return Revision(**{column.name: getattr(row, column.name) for column in _REVISION})
