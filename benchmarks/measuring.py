"""How things are timed: several runs after a warm-up, in turn with their floor, the median quoted."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass


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
    pairs = [(timed(run), timed(floor_run)) for _ in range(runs + 1)][1:]  # the first warms up
    ours, floors = zip(*pairs, strict=True)
    ratios = [a / b for a, b in pairs]
    return Measured(what, statistics.median(ours), floor, statistics.median(floors), statistics.median(ratios), target, note)


def growth(what: str, run: Callable[[], object], contacts: int, small: Callable[[], object], runs: int) -> Measured:
    """Times a question asked of ``contacts`` contacts beside the same of a tenth of them."""
    return paired(f"{what}, {contacts:,} contacts", run, f"the same, {contacts // 10:,}", small, "≤ 10", max(1, runs // 2))


def timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def process(*command: str) -> Callable[[], object]:
    """A whole process, its output thrown away."""
    environment = {**os.environ, "NO_COLOR": "1"}
    return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=environment)
