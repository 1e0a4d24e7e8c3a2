"""What an import costs beside the least that the same engine could do: raw rows into tables of the same shape, unchecked."""

import csv
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from measuring import Measured, paired, timed
from records import package

from detente.formats.package import import_package
from detente.store.creating import create
from detente.store.opening import open_store

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
    first = paired(
        f"import, {contacts:,} contacts, validated, one transaction",
        lambda: _import(folder, given),
        "sqlite3 shell: `.import`, then INSERT … SELECT, no check",
        lambda: _shell(shell, folder, script),
        "≤ 1.5",
        max(1, runs // 2),
        note=f"peak memory {_peak(folder, given)} MiB",
    )
    yield first
    for peer, load in PEERS.items():
        what, ours = f"{peer}, no check", partial(load, folder, wholes)
        yield paired(what, ours, "the same floor", lambda: _shell(shell, folder, script), "a peer", 1)
    with open_store(str(folder / "imported.db")) as store:
        again = sorted(timed(lambda: import_package(store, given)) for _ in range(max(1, runs // 2)))
    middle = again[len(again) // 2]
    yield Measured("the same package again", middle, "the first import", first.seconds, middle / first.seconds, "≤ 0.3")


def _import(folder: Path, given: Path) -> None:
    path = folder / "imported.db"
    path.unlink(missing_ok=True)
    with create(str(path)) as store:
        import_package(store, given)


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


def _peak(folder: Path, given: Path) -> int:
    """Peak memory of a process that does nothing but import, in MiB."""
    code = (
        "import sys, resource; from pathlib import Path; from detente.store.creating import create; "
        "from detente.formats.package import import_package; import_package(create(sys.argv[1]), Path(sys.argv[2])); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    (folder / "peak.db").unlink(missing_ok=True)
    command = [sys.executable, "-c", code, str(folder / "peak.db"), str(given)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


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
    """Into a server of its own (Debian: postgresql), without which nothing is measured."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from tests.support import postgres

    if postgres.programs() is None:
        print(f"note: {postgres.MISSING}; imports into it are not measured", file=sys.stderr)
        return
    given, wholes, numbers = package(folder, contacts), _whole_files(folder, package(folder, contacts)), count()
    with postgres.server() as server, server.connect() as connection:

        def fresh() -> str:
            name = f"b{next(numbers)}"
            connection.execute(f'CREATE DATABASE "{name}" OWNER detente')
            return server.url(name)

        def ours() -> None:
            with create(address := fresh()) as store:
                start = time.perf_counter()
                import_package(store, given)
                taken.append((time.perf_counter() - start, address))

        def floor() -> None:
            with psycopg.connect(fresh()) as bare:
                start = time.perf_counter()
                _copy(bare, wholes)
                bare.commit()
                floors.append(time.perf_counter() - start)

        taken: list[tuple[float, str]] = []
        floors: list[float] = []
        for _ in range(max(1, runs // 2)):  # to make a database and a schema takes seconds, and is not measured
            ours()
            floor()
        ratios = sorted(one / other for (one, _), other in zip(taken, floors, strict=True))
        middle = len(ratios) // 2
        what = f"import into PostgreSQL, {contacts:,} contacts, validated, one transaction"
        against = "COPY, then INSERT … SELECT, no check"
        yield Measured(what, sorted(taken)[middle][0], against, sorted(floors)[middle], ratios[middle], "≤ 1.3")


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
