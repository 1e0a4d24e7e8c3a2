"""What an import costs beside the least that the same engine could do: raw rows into tables of the same shape, unchecked."""

import csv
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

import psycopg
from measuring import Measured, apart, paired, timed
from queries import answered
from records import filled, package

from detente.store.creating import create

_STAGED = ("contacts", "statements", "sources")
"""The tables of the made-up packages that hold most of their rows."""


def into_sqlite(folder: Path, runs: int, contacts: int) -> Iterator[Measured]:
    """Into a file; the floor is the sqlite3 shell (Debian: sqlite3), without which nothing is measured."""
    given = package(folder, contacts)
    shell = shutil.which("sqlite3")
    if shell is None:
        print("note: no sqlite3 shell here; the floor of an import cannot be measured", file=sys.stderr)
        return
    script, wholes = _shell_script(folder, given), _whole_files(folder, given)
    first = _against(
        f"import, {contacts:,} contacts, validated, one transaction",
        partial(_import, folder, given, contacts),
        "sqlite3 shell: `.import`, then INSERT … SELECT, no check",
        lambda: _shell(shell, folder, script),
        "≤ 1.5",
        runs,
    )
    yield first
    for peer, load in PEERS.items() if contacts <= _PEERS_UP_TO else ():
        what, ours = f"{peer}, no check", partial(load, folder, wholes)
        yield paired(what, ours, "the same floor", lambda: _shell(shell, folder, script), "a peer", 1)
    yield _again(str(filled(folder, contacts)), given, first, runs)


_PEERS_UP_TO = 100_000
"""Beyond, pandas alone takes more than a gigabyte."""


def _against(
    what: str, ours: Callable[[], tuple[float, int]], floor: str, floor_run: Callable[[], object], target: str, runs: int
) -> Measured:
    """As ``paired``, of something that is timed in a process of its own, with its peak memory."""
    pairs = [(ours(), timed(floor_run)) for _ in range(max(1, runs // 2))]
    ratio = median(one / other for (one, _), other in pairs)
    note = f"peak memory {max(peak for (_, peak), _ in pairs)} MiB"
    return Measured(what, median(one for (one, _), _ in pairs), floor, median(other for _, other in pairs), ratio, target, note)


def _again(address: str, given: Path, first: Measured, runs: int) -> Measured:
    """The same package once more, into the store at ``address``, which has it."""
    times = [apart("import", address, str(given)) for _ in range(max(1, runs // 2))]
    seconds = median(one for one, _ in times)
    note = f"peak memory {max(peak for _, peak in times)} MiB"
    ratio = seconds / first.seconds
    return Measured("the same package again", seconds, "the first import", first.seconds, ratio, "≤ 0.3", note)


def _import(folder: Path, given: Path, contacts: int) -> tuple[float, int]:
    path = folder / f"{contacts}.db"
    for old in folder.glob(f"{path.name}*"):
        old.unlink()
    create(str(path)).engine.dispose()
    return apart("import", str(path), str(given))


def _with_executemany(folder: Path, wholes: dict[str, Path]) -> None:
    with _bare(folder) as bare:
        for name, whole in wholes.items():
            with whole.open(encoding="utf-8", newline="") as file:
                rows = csv.reader(file)
                columns = next(rows)
                bare.execute(f"CREATE TABLE stage_{name} ({', '.join(columns)})")
                bare.executemany(f"INSERT INTO stage_{name} VALUES ({', '.join('?' * len(columns))})", rows)


def _with_to_sql(folder: Path, wholes: dict[str, Path]) -> None:
    import pandas as pd

    with _bare(folder) as bare:
        for name, whole in wholes.items():
            pd.read_csv(whole, dtype=str, keep_default_na=False).to_sql(f"stage_{name}", bare, index=False)


PEERS: dict[str, Callable[[Path, dict[str, Path]], None]] = {
    "csv and executemany": _with_executemany,
    "pandas `read_csv` and `to_sql`": _with_to_sql,
}
"""What else loads the same files; the rest is the SQL of the floor."""


@contextmanager
def _bare(folder: Path) -> Iterator[sqlite3.Connection]:
    path = folder / "peer.db"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as bare:
        yield bare
        bare.commit()
        bare.executescript("BEGIN;" + Path(__file__).with_name("floor.sql").read_text(encoding="utf-8"))


def _whole_files(folder: Path, given: Path) -> dict[str, Path]:
    """The rows of all folders of a package, one file a table."""
    wholes = {name: folder / f"{name}.csv" for name in _STAGED}
    for name, whole in wholes.items():
        with whole.open("w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target, lineterminator="\n")
            for number, part in enumerate(sorted((given / "contacts").glob(f"*/{name}.csv"))):
                with part.open(encoding="utf-8", newline="") as file:
                    rows = csv.reader(file)
                    header = next(rows)
                    writer.writerows([header, *rows] if number == 0 else rows)
    return wholes


def _shell_script(folder: Path, given: Path) -> str:
    lines = [".mode csv", "BEGIN;", *(f".import {whole} stage_{name}" for name, whole in _whole_files(folder, given).items())]
    lines.append(Path(__file__).with_name("floor.sql").read_text(encoding="utf-8"))
    return "\n".join(lines) + "\n"


def _shell(shell: str, folder: Path, script: str) -> None:
    (folder / "floor.db").unlink(missing_ok=True)
    subprocess.run([shell, str(folder / "floor.db")], input=script, text=True, check=True, stdout=subprocess.DEVNULL)


def into_postgresql(folder: Path, runs: int, contacts: int) -> Iterator[Measured]:
    """Into a server of its own (Debian: postgresql), without which nothing is measured; then what is asked of it there."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from tests.support import postgres

    if postgres.programs() is None:
        print(f"note: {postgres.MISSING}; imports into it are not measured", file=sys.stderr)
        return
    given, wholes, numbers = package(folder, contacts), _whole_files(folder, package(folder, contacts)), count()
    with postgres.server() as server, server.connect() as connection:

        def fresh() -> str:
            name = f"b{next(numbers)}"
            connection.execute(f'CREATE DATABASE "{name}" OWNER detente'.encode())
            return server.url(name)

        def filled_with(from_: Path) -> tuple[str, float, int]:
            create(address := fresh()).engine.dispose()
            return address, *apart("import", address, str(from_))

        def ours() -> tuple[float, int]:
            address, seconds, peak = filled_with(given)
            made.append(address)
            return seconds, peak

        made: list[str] = []
        empty = [fresh() for _ in range(max(1, runs // 2))]  # to make a database takes seconds, and is not measured
        what = f"import into PostgreSQL, {contacts:,} contacts, validated, one transaction"
        first = _against(what, ours, "COPY, then INSERT … SELECT, no check", lambda: _floor(empty.pop(), wholes), "≤ 1.3", runs)
        yield first
        yield _again(made[-1], given, first, runs)
        small, *_ = filled_with(package(folder, contacts // 10))
        yield from answered(made[-1], small, contacts, runs, on=", PostgreSQL")


def _floor(address: str, wholes: dict[str, Path]) -> None:
    with psycopg.connect(address) as bare:
        _copy(bare, wholes)


def _copy(bare: "psycopg.Connection[Any]", wholes: dict[str, Path]) -> None:
    for name, whole in wholes.items():
        with whole.open(encoding="utf-8", newline="") as file:
            columns = ", ".join(f"{column} text" for column in next(csv.reader(file)))
        bare.execute(f"CREATE TEMPORARY TABLE stage_{name} ({columns})".encode())
        with (
            bare.cursor() as cursor,
            whole.open("rb") as source,
            cursor.copy(f"COPY stage_{name} FROM STDIN (FORMAT csv, HEADER)".encode()) as copy,
        ):
            while block := source.read(1 << 20):
                copy.write(block)
    bare.execute(Path(__file__).with_name("floor_postgresql.sql").read_bytes())
