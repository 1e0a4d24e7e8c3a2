"""One thing done in a process of its own: prints the seconds that it took, and the most memory that the process had, in MiB.

python child.py import ADDRESS PACKAGE      # into the store that is there
python child.py QUESTION ADDRESS            # a name of asked.ASKED
python child.py command ARGUMENT …          # a command of detente, its output thrown away
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
_AGAIN_BELOW = 20.0
"""Seconds: what takes less is asked once more, so that the time is not that of compiling the query."""


def _spent(what: str, *arguments: str) -> tuple[float, int]:
    if what == "command":  # nothing is loaded here: the peak of a child begins with that of its parent
        program = Path(sys.executable).with_name("detente")
        start = time.perf_counter()
        subprocess.run([program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    from asked import ASKED

    from detente.store.opening import open_store

    with open_store(arguments[0], to_write=what == "import") as store:
        start = time.perf_counter()
        if what == "import":
            from detente.formats.package import import_package

            import_package(store, Path(arguments[1]))
        else:
            ASKED[what](store)
        seconds = time.perf_counter() - start
        if what != "import" and seconds < _AGAIN_BELOW:
            start = time.perf_counter()
            ASKED[what](store)
            seconds = time.perf_counter() - start
    return seconds, _own_peak()


def _own_peak() -> int:
    """In KiB, since this program was loaded: what getrusage tells begins with the peak of the process that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    spent, peak = _spent(*sys.argv[1:])
    print(json.dumps([spent, peak // 1024]))
