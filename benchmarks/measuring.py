"""How things are timed: several runs after a warm-up, in turn with their floor, the median quoted."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measured:
    """One line of the table: median seconds of the thing and of its floor, and the median of the pairwise ratios."""

    what: str
    seconds: float
    floor: str
    floor_seconds: float
    ratio: float
    target: str
    note: str = ""

    def line(self) -> str:
        return (
            f"| {self.what} | {shown(self.seconds)} | {self.floor} | {shown(self.floor_seconds)} "
            f"| **{self.ratio:.2f}** | {self.target} | {self.note} |"
        )


HEADER = "| what | median | floor in the same run | its median | ratio | target | note |\n|---|---|---|---|---|---|---|"


def shown(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def paired(
    what: str, run: Callable[[], object], floor: str, floor_run: Callable[[], object], target: str, runs: int, note: str = ""
) -> Measured:
    """Times the two in turn, A B A B …: the ratio holds when the machine's speed drifts."""
    pairs = [(timed(run), timed(floor_run)) for _ in range(runs + (runs > 1))]
    pairs = pairs[runs > 1 :]  # the first of several warms up
    ours, floors = zip(*pairs, strict=True)
    ratios = [a / b for a, b in pairs]
    return Measured(what, statistics.median(ours), floor, statistics.median(floors), statistics.median(ratios), target, note)


def apart(*arguments: str) -> tuple[float, int]:
    """Seconds and peak memory, in MiB, of one thing that ``child.py`` does."""
    command = [sys.executable, str(Path(__file__).with_name("child.py")), *arguments]
    seconds, peak = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return seconds, peak


def growth(
    what: str, contacts: int, runs: int, large: tuple[str, ...], small: tuple[str, ...], target: str = "≤ 10"
) -> Measured:
    """Times what is asked of ``contacts`` contacts beside the same of a tenth, in turn, each in a process of its own."""
    pairs = [(apart(*large), apart(*small)) for _ in range(max(1, runs // 2))]
    ours, floors = ([seconds for (seconds, _) in one] for one in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in zip(ours, floors, strict=True))
    peaks = [max(peak for _, peak in one) for one in zip(*pairs, strict=True)]
    note = f"peak memory {peaks[0]} MiB, of a tenth {peaks[1]} MiB"
    named, floor = f"{what}, {contacts:,} contacts", f"the same, {contacts // 10:,}"
    return Measured(named, statistics.median(ours), floor, statistics.median(floors), ratio, "≤ 10", note)


def timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def process(*command: str) -> Callable[[], object]:
    """A whole process, its output thrown away."""
    environment = {**os.environ, "NO_COLOR": "1"}
    return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=environment)
