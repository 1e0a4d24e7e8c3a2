"""How a test runs the program: each command line in a process of its own, which may be stopped at a point or after a time."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.architecture.source import ROOT
from tests.crashes.points import Point

KILLED = -9


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code, or -9; what it printed; and how many points of each kind it passed."""

    status: int
    stdout: str
    stderr: str
    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


_BOUND = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")


class Program:
    """Runs command lines in processes that one process, which has everything loaded, forks.

    ``bound`` says that permissions hold for it too: for root they do where it may not override them.
    """

    def __init__(self, folder: Path, *, bound: bool = False) -> None:
        self._folder = folder
        before = _BOUND if bound and os.geteuid() == 0 else ()
        self._server = subprocess.Popen(
            [*before, sys.executable, "-m", "tests.crashes.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def run(self, folder: Path, arguments: Sequence[str], point: Point | None = None, **limits: object) -> Ended:
        """Runs a command line in ``folder``, and stops it at ``point``; ``limits`` are those that child.py knows."""
        request, start = self._request(folder, arguments, point) | limits, time.monotonic()
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(f"{json.dumps(request)}\n")
        self._server.stdin.flush()
        return self._ended(int(self._server.stdout.readline()), time.monotonic() - start)

    def run_anew(self, folder: Path, arguments: Sequence[str], seconds: float | None = None) -> Ended:
        """As ``run``, in a new interpreter; killed after so many seconds, should it still run."""
        request, start = self._request(folder, arguments, None), time.monotonic()
        process = subprocess.Popen([sys.executable, "-m", "tests.crashes.child", json.dumps(request)], cwd=ROOT)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        return self._ended(process.wait(60), time.monotonic() - start)

    def close(self) -> None:
        """Ends the process that forks."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.close()
        self._server.wait(60)
        self._server.stdout.close()

    def _request(self, folder: Path, arguments: Sequence[str], point: Point | None) -> dict[str, object]:
        for name in ("stdout", "stderr", "counts"):
            (self._folder / name).write_text("", encoding="utf-8")
        return {
            "folder": str(folder),
            "arguments": list(arguments),
            "point": None if point is None else [point.kind, point.number, point.deed],
            **{name: str(self._folder / name) for name in ("stdout", "stderr", "counts")},
        }

    def _ended(self, status: int, seconds: float) -> Ended:
        said = {name: (self._folder / name).read_text(encoding="utf-8") for name in ("stdout", "stderr", "counts")}
        counts = Counter[str](json.loads(said["counts"] or "{}"))
        return Ended(status, said["stdout"], said["stderr"], counts, seconds)
