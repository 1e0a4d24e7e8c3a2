"""What a user waits for when a command starts, beside a Python that does nothing."""

import sys
from collections.abc import Iterator
from pathlib import Path

from measuring import Measured, paired, process
from records import PROGRAM, filled
from synthetic import dyads

_STORY = """Russian Defence Minister Andrei Belousov and his American counterpart Lloyd Austin spoke by phone on Tuesday.

Moscow said that the call took place at the initiative of the American side, and that Belousov had warned of weapons for Kyiv.

The Pentagon said that Austin had spoken for open lines of communication. It was their first call since March 2023.
"""
_READ = (
    "import sys, datetime, pathlib; from detente.drafting.reading import read; from detente.drafting.known import Known; "
    "read(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'), Known(), published=datetime.date(2024, 6, 26))"
)


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
    text = folder / "call.txt"
    text.write_text(_STORY, encoding="utf-8")
    told = ("--published", "2024-06-26", "--json")
    draft = process(PROGRAM, "draft", str(text), *told, "--db", store)
    yield paired("`detente draft --json`, 10,000 contacts", draft, "`python -c pass`", nothing, "0.4 s", runs)
    read = process(sys.executable, "-c", _READ, str(text))
    yield paired("the same text read without a store", read, "`python -c pass`", nothing, "", runs)
    log = process(PROGRAM, "log", "2024-04-03", "other", a, b, "--db", store, "--also")
    yield paired("`detente log`, 10,000 contacts", log, "`python -c pass`", nothing, "≤ 22", runs)
