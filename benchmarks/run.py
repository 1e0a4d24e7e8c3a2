"""Measures Détente against floors run beside it and prints a Markdown table.

python benchmarks/run.py                      # everything: about ten minutes
python benchmarks/run.py --only start-up      # one part
python benchmarks/run.py --contacts 1000000   # the size of the large record (default 100,000)
"""

import argparse
import platform
import resource
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from importing import into_postgresql, into_sqlite
from measuring import HEADER, Measured
from queries import all_dyads, grows, one_dyad
from starting import start_up

PARTS: dict[str, Callable[[Path, int, int], Iterator[Measured]]] = {
    "start-up": start_up,
    "one-dyad": one_dyad,
    "all-dyads": all_dyads,
    "growth": grows,
    "import": into_sqlite,
    "postgresql": into_postgresql,
}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--only", choices=PARTS, help="one part")
    asked.add_argument("--contacts", type=int, default=100_000, help="size of the large record")
    asked.add_argument("--runs", type=int, default=7, help="runs of each, after one that is not counted")
    asked.add_argument("--folder", type=Path, help="where the made-up records are kept for the next time")
    chosen = asked.parse_args()
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {chosen.runs} runs\n\n{HEADER}", flush=True)
    with tempfile.TemporaryDirectory() as gone:
        folder = chosen.folder or Path(gone)
        folder.mkdir(parents=True, exist_ok=True)
        for name, part in PARTS.items():
            if chosen.only in (None, name):
                for measured in part(folder, chosen.runs, chosen.contacts):
                    print(measured.line(), flush=True)
    ours, started = (resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"\nPeak memory: {ours} MiB, of the largest process started {started} MiB.")


if __name__ == "__main__":
    main()
