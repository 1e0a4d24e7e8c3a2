"""Does a page of documentation tell the truth: its console blocks, run and compared."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELISION = "…"
"""On a line of its own it stands for any number of lines, none included; within a line for any text."""


@dataclass
class Example:
    """A command as printed, and the lines of standard output that the page shows for it."""

    command: str
    shown: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Ran:
    """What a command really did."""

    example: Example
    stdout: list[str]
    stderr: str
    status: int

    @property
    def as_shown(self) -> bool:
        """Whether it succeeded and printed exactly what the page shows."""
        return self.status == 0 and _fits(self.example.shown, self.stdout)


def examples(text: str) -> list[Example]:
    """The commands of the ``console`` blocks of a Markdown page: lines that start with ``$ ``, continued after ``\\``."""
    found: list[Example] = []
    for block in _BLOCK.findall(text):
        continued = False
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append(Example(line[2:]))
            elif continued:
                found[-1].command += f"\n{line}"
            elif found:
                found[-1].shown.append(line)
            continued = (line.startswith("$ ") or continued) and line.endswith("\\")
    return found


def run_console_blocks(text: str, folder: Path) -> list[Ran]:
    """Runs the commands of a page one after the other in ``folder``, with this environment's ``detente``.

    What a command exports reaches the next one. Blank lines at the end of an output do not count; standard error is kept
    apart and not compared.
    """
    return [_run(example, folder, folder / ".environment") for example in examples(text)]


def _run(example: Example, folder: Path, kept: Path) -> Ran:
    """One command; the variables that it exports are there for the next one."""
    script = f"[ ! -e '{kept}' ] || . '{kept}'\n{example.command}\nstatus=$?; export -p > '{kept}'; exit $status"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        stdin=subprocess.DEVNULL,
    )
    return Ran(example, done.stdout.rstrip("\n").splitlines(), done.stderr, done.returncode)


def _fits(shown: list[str], printed: list[str]) -> bool:
    """Whether ``printed`` is ``shown``, with each elision standing for any lines."""
    while shown and not shown[-1]:
        shown = shown[:-1]
    if ELISION not in shown:
        return _alike(shown, printed)
    cut = shown.index(ELISION)
    if not _alike(shown[:cut], printed[:cut]):
        return False
    return any(_fits(shown[cut + 1 :], printed[start:]) for start in range(cut, len(printed) + 1))


def _alike(shown: list[str], printed: list[str]) -> bool:
    return len(shown) == len(printed) and all(map(_same, shown, printed))


def _same(shown: str, printed: str) -> bool:
    return re.fullmatch(".*".join(re.escape(part) for part in shown.split(ELISION)), printed) is not None
