"""Measures Détente against floors run beside it and prints Markdown that goes into README.md as it is.

python benchmarks/run.py                                # records of 10,000 and 100,000 contacts: about fifteen minutes
python benchmarks/run.py --contacts 1000000 --runs 1    # 100,000 and a million, in files
python benchmarks/run.py --contacts 1000000 --runs 1 --only postgresql
python benchmarks/run.py --only start-up                # one part
"""

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from importing import into_postgresql, into_sqlite
from measuring import HEADER, Measured
from queries import all_dyads, grows, one_dyad
from starting import start_up

PARTS: dict[str, Callable[[Path, int, int], Iterator[Measured]]] = {
    "import": into_sqlite,  # first: the record that it leaves is the one that is asked
    "start-up": start_up,
    "one-dyad": one_dyad,
    "all-dyads": all_dyads,
    "growth": grows,
    "postgresql": into_postgresql,
}

_UP_TO = 100_000
"""Above so many contacts a server is asked only where that is said: it takes half an hour."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--only", choices=PARTS, help="one part")
    asked.add_argument("--contacts", type=int, default=100_000, help="size of the large record")
    asked.add_argument("--runs", type=int, default=5, help="runs of each, after one that is not counted")
    asked.add_argument("--folder", type=Path, help="where the made-up records are kept for the next time")
    chosen = asked.parse_args()
    print(f"{_machine(chosen.runs)}\n\n{HEADER}", flush=True)
    with tempfile.TemporaryDirectory() as gone:
        folder = chosen.folder or Path(gone)
        folder.mkdir(parents=True, exist_ok=True)
        for name, part in PARTS.items():
            if chosen.only == name or (chosen.only is None and (name != "postgresql" or chosen.contacts <= _UP_TO)):
                for measured in part(folder, chosen.runs, chosen.contacts):
                    print(measured.line(), flush=True)
    print(f"\nLoad when it ended: {os.getloadavg()[1]:.1f} (five minutes).")


def _machine(runs: int) -> str:
    command = " ".join(["python", "benchmarks/run.py", *sys.argv[1:]])
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    busy = f"a load of {os.getloadavg()[1]:.1f} when it began"
    return f"`{command}`, {date.today()}, {os.cpu_count()} cores, {busy}, {versions}, {runs} runs:"


if __name__ == "__main__":
    main()
