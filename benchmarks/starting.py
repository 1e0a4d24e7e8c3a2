"""What a user waits for when a command starts, beside a Python that does nothing."""

import sys
from collections.abc import Iterator
from pathlib import Path

from measuring import Measured, paired, process
from records import PROGRAM, filled
from synthetic import dyads


def start_up(folder: Path, runs: int, _contacts: int) -> Iterator[Measured]:
    """Commands of every day on a record of 10,000 contacts."""
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
