"""Measures Détente against floors run beside it and prints a Markdown table.

    python benchmarks/run.py                      # start-up, one dyad, all dyads, import, report: minutes
    python benchmarks/run.py --only start-up      # one part
    python benchmarks/run.py --contacts 1000000   # the size of the large record (default 100,000)

The floor of an import is the sqlite3 shell (Debian: sqlite3); without it that line is left out.
"""

import argparse
import csv
import platform
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from measuring import HEADER, Measured, paired, process, timed
from synthetic import dyads, write_package

from detente.domain.selection import Selection
from detente.formats.package import import_package
from detente.store.choosing import AnySelect
from detente.store.creating import create
from detente.store.opening import Store, open_store
from detente.store.series import gap_query, gaps

PROGRAM = str(Path(sys.executable).with_name("detente"))
AS_OF = 740_000  # 2027-01-28: after every synthetic contact


def filled(folder: Path, contacts: int) -> Path:
    path = folder / f"{contacts}.db"
    if not path.exists():
        package = write_package(folder / f"package-{contacts}", contacts)
        with create(str(path)) as store:
            import_package(store, package)
    return path


def start_up(folder: Path, runs: int, _contacts: int) -> Iterator[Measured]:
    nothing = process(sys.executable, "-c", "pass")
    store = str(filled(folder, 10_000))
    a, b = dyads()[100]
    quick = ("--db", store, "--as-of", "2026-01-01")
    yield paired("`detente --help`", process(PROGRAM, "--help"), "`python -c pass`", nothing, "≤ 6", runs)
    for command in ("gaps", "last"):
        run = process(PROGRAM, command, a, b, *quick)
        yield paired(f"`detente {command}`, one dyad, 10,000 contacts", run, "`python -c pass`", nothing, "≤ 22", runs)
    log = process(PROGRAM, "log", "2024-04-03", "other", a, b, "--db", store, "--also")
    yield paired("`detente log`, 10,000 contacts", log, "`python -c pass`", nothing, "≤ 22", runs)


def one_dyad(folder: Path, runs: int, contacts: int) -> Iterator[Measured]:
    """The same number of answers from a small and a large record: the last dyad has 17 contacts in the small one."""
    with open_store(str(filled(folder, 10_000))) as small, open_store(str(filled(folder, contacts))) as large:
        about = len(gaps(small, Selection(as_of=AS_OF, parties=dyads()[0])))
        fitting = min(dyads(), key=lambda pair: abs(len(gaps(large, Selection(as_of=AS_OF, parties=pair))) - about))
        yield paired(
            f"gaps of one dyad, {contacts:,} contacts",
            lambda: gaps(large, Selection(as_of=AS_OF, parties=fitting)),
            f"one of as many gaps, 10,000 contacts ({about})",
            lambda: gaps(small, Selection(as_of=AS_OF, parties=dyads()[0])),
            "≤ 1.5",
            runs * 3,
        )


def all_dyads(folder: Path, runs: int, contacts: int) -> Iterator[Measured]:
    with open_store(str(filled(folder, contacts))) as store:
        floor = _pair_table(folder / "pairs.db", store)
        query = gap_query(Selection(as_of=AS_OF))
        what = f"gap query, all dyads, {contacts:,} contacts, rows fetched"
        target = "LAG over a bare integer-day pair table, rows fetched"
        yield paired(what, lambda: _fetch(store, query), target, lambda: _lag(floor), "≤ 1.2", runs)
        yield paired(
            f"the same as `Gap` objects, {contacts:,} contacts",
            lambda: gaps(store, Selection(as_of=AS_OF)),
            target,
            lambda: _lag(floor),
            "",
            runs,
        )


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


def imports(folder: Path, runs: int, contacts: int) -> Iterator[Measured]:
    package = folder / f"package-{contacts}"
    filled(folder, contacts)
    shell = shutil.which("sqlite3")
    if shell is None:
        print("note: no sqlite3 shell here; the floor of an import cannot be measured", file=sys.stderr)
        return
    script = _floor_script(folder, package)
    runs = max(3, runs // 2)
    first = paired(
        f"import, {contacts:,} contacts, validated, one transaction",
        lambda: _import(folder, package),
        "sqlite3 shell: `.import`, then INSERT … SELECT, no check",
        lambda: _shell(shell, folder, script),
        "≤ 1.5",
        runs,
        note=f"peak memory {_peak(folder, package)} MiB",
    )
    yield first
    with open_store(str(folder / "imported.db")) as store:
        again = [timed(lambda: import_package(store, package)) for _ in range(runs)]
    middle = sorted(again)[len(again) // 2]
    yield Measured("the same package again", middle, "the first import", first.seconds, middle / first.seconds, "≤ 0.3")


def _import(folder: Path, package: Path) -> None:
    path = folder / "imported.db"
    path.unlink(missing_ok=True)
    with create(str(path)) as store:
        import_package(store, package)


def _peak(folder: Path, package: Path) -> int:
    """Peak memory of a process that does nothing but import, in MiB."""
    code = (
        "import sys, resource; from pathlib import Path; from detente.store.creating import create; "
        "from detente.formats.package import import_package; import_package(create(sys.argv[1]), Path(sys.argv[2])); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    (folder / "peak.db").unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder / "peak.db"), str(package)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def _floor_script(folder: Path, package: Path) -> str:
    """The commands that load the same rows with the shell: floor.sql after the import of three whole files."""
    lines = [".mode csv", "BEGIN;"]
    for name in ("contacts", "statements", "sources"):
        whole = folder / f"{name}.csv"
        with whole.open("w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target, lineterminator="\n")
            for number, part in enumerate(sorted((package / "contacts").glob(f"*/{name}.csv"))):
                rows = list(csv.reader(part.open(encoding="utf-8", newline="")))
                writer.writerows(rows if number == 0 else rows[1:])
        lines.append(f".import {whole} stage_{name}")
    lines.append(Path(__file__).with_name("floor.sql").read_text(encoding="utf-8"))
    return "\n".join(lines) + "\n"


def _shell(shell: str, folder: Path, script: str) -> None:
    (folder / "floor.db").unlink(missing_ok=True)
    subprocess.run([shell, str(folder / "floor.db")], input=script, text=True, check=True, stdout=subprocess.DEVNULL)


PARTS: dict[str, Callable[[Path, int, int], Iterator[Measured]]] = {
    "start-up": start_up,
    "one-dyad": one_dyad,
    "all-dyads": all_dyads,
    "import": imports,
}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--only", choices=PARTS, help="one part")
    asked.add_argument("--contacts", type=int, default=100_000, help="size of the large record")
    asked.add_argument("--runs", type=int, default=7, help="runs of each, after one that is not counted")
    chosen = asked.parse_args()
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {chosen.runs} runs\n\n{HEADER}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, part in PARTS.items():
            if chosen.only in (None, name):
                for measured in part(Path(folder), chosen.runs, chosen.contacts):
                    print(measured.line(), flush=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"\nLargest process started: {peak} MiB.")


if __name__ == "__main__":
    main()
