"""What questions cost: one pair, all pairs, and how the time grows with the record."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from asked import ASKED, COMMANDS, EVERYTHING
from measuring import Measured, growth, paired
from records import AS_OF, filled
from synthetic import dyads

from detente.domain.days import iso
from detente.store.choosing import AnySelect
from detente.store.opening import Store, open_store
from detente.store.series import gap_query, gaps


def one_dyad(folder: Path, runs: int, contacts: int) -> Iterator[Measured]:
    """The same number of answers from a small and a large record: the last dyad has 17 contacts in the small one."""
    with open_store(str(filled(folder, 10_000))) as small, open_store(str(filled(folder, contacts))) as large:
        about = len(gaps(small, replace(EVERYTHING, parties=dyads()[0])))
        fitting = min(dyads(), key=lambda pair: abs(len(gaps(large, replace(EVERYTHING, parties=pair))) - about))
        yield paired(
            f"gaps of one dyad, {contacts:,} contacts",
            lambda: gaps(large, replace(EVERYTHING, parties=fitting)),
            f"one of as many gaps, 10,000 contacts ({about})",
            lambda: gaps(small, replace(EVERYTHING, parties=dyads()[0])),
            "≤ 1.5",
            runs * 3,
        )


def all_dyads(folder: Path, runs: int, contacts: int) -> Iterator[Measured]:
    """Every gap of the record, as rows and as objects."""
    with open_store(str(filled(folder, contacts))) as store:
        floor = _pair_table(folder / "pairs.db", store)
        query = gap_query(EVERYTHING)
        what = f"gap query, all dyads, {contacts:,} contacts, rows fetched"
        target = "LAG over a bare integer-day pair table, rows fetched"
        yield paired(what, lambda: _fetch(store, query), target, lambda: _lag(floor), "≤ 1.2", runs)
        as_objects = f"the same as `Gap` objects, {contacts:,} contacts"
        yield paired(as_objects, lambda: gaps(store, EVERYTHING), target, lambda: _lag(floor), "", runs)


def _fetch(store: Store, query: AnySelect) -> None:
    with store.reading() as connection:
        connection.execute(query).all()


def _pair_table(path: Path, store: Store) -> sqlite3.Connection:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE TABLE pair (dyad INTEGER, start INTEGER, end INTEGER, id TEXT, PRIMARY KEY (dyad, start, id)) WITHOUT ROWID"
    )
    connection.execute("ATTACH ? AS store", (store.url,))
    connection.execute(
        "INSERT INTO pair SELECT dense_rank() OVER (ORDER BY party_a, party_b), first_day, end_latest, contact_id "
        "FROM store.contact_pair WHERE status = 'held'"
    )
    connection.commit()
    return connection


def _lag(connection: sqlite3.Connection) -> None:
    connection.execute(
        "SELECT dyad, lag(id) OVER w, id, start - lag(end) OVER w FROM pair WINDOW w AS (PARTITION BY dyad ORDER BY start, id)"
    ).fetchall()


def grows(folder: Path, runs: int, contacts: int) -> Iterator[Measured]:
    """Each question asked of a file and of one a tenth its size: ten times as long, or less."""
    yield from answered(str(filled(folder, contacts)), str(filled(folder, contacts // 10)), contacts, runs)


def answered(large: str, small: str, contacts: int, runs: int, on: str = "") -> Iterator[Measured]:
    """What everything asked takes of the store at ``large``, beside the same of one a tenth its size."""
    for what in ASKED:
        yield growth(f"{what}{on}", contacts, runs, (what, large), (what, small))
    for what, words in COMMANDS.items():
        asked = ("command", *words, "--as-of", iso(AS_OF), "--db")
        yield growth(f"{what}{on}", contacts, 1, (*asked, large), (*asked, small))
