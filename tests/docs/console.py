"""Does a page of documentation tell the truth: its console blocks, run and compared.

``detente`` itself runs in this process where a command line is nothing but a call of it: the program is loaded once and not
once per command. Whatever else stands on a line is a matter of bash; see ``Place.as_a_user`` for pages that are to be run as
they stand.
"""

import atexit
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from typer.testing import CliRunner

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


def run_console_blocks(text: str, folder: Path, *, as_a_user: bool = False) -> list[Ran]:
    """Runs the commands of a page one after the other in ``folder``, with this environment's ``detente``.

    What a command exports reaches the next one. Blank lines at the end of an output do not count; standard error is kept
    apart and not compared. ``as_a_user``: every command is one of bash, and a process of its own.
    """
    place = Place(folder, as_a_user)
    return [place.run(example) for example in examples(text)]


@dataclass(frozen=True)
class _Printed:
    stdout: str
    stderr: str
    status: int


@dataclass
class Place:
    """Where the commands of a page run: a folder, and what they have exported so far."""

    folder: Path
    as_a_user: bool
    exported: dict[str, str] = field(default_factory=dict)

    def run(self, example: Example) -> Ran:
        """What one command did."""
        arguments = None if self.as_a_user else plain_arguments(example.command)
        if arguments is None:
            printed = self._of_bash(example.command)
        elif arguments[0] == "export":
            self.exported.update(argument.partition("=")[::2] for argument in arguments[1:])
            printed = _Printed("", "", 0)
        elif arguments == ["detente", "demo"] and not any(self.folder.iterdir()):
            printed = demo_into(self.folder)
        else:
            printed = _of_detente(arguments[1:], self.folder, self.exported)
        return Ran(example, printed.stdout.rstrip("\n").splitlines(), printed.stderr, printed.status)

    def _of_bash(self, command: str) -> _Printed:
        """The variables that the command exports are there for the next one."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        before = {**os.environ, "PATH": path, **self.exported}
        with TemporaryDirectory() as aside:
            kept = Path(aside) / "environment"
            done = subprocess.run(
                ["bash", "-c", f"{command}\nstatus=$?; env -0 > '{kept}'; exit $status"],
                cwd=self.folder,
                env=before,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=120,
                stdin=subprocess.DEVNULL,
            )
            told = kept.read_text(encoding="utf-8").split("\0")[:-1] if kept.exists() else []
        after = dict(line.partition("=")[::2] for line in told)
        self.exported |= {name: value for name, value in after.items() if before.get(name) != value and name not in _OF_BASH}
        return _Printed(done.stdout, done.stderr, done.returncode)


_OF_BASH = {"_", "SHLVL", "PWD", "OLDPWD"}
_FOR_BASH = re.compile(r"[|&;<>$`*?(){}\[\]#!\"]|(?:^|[\s=])~")


def plain_arguments(command: str) -> list[str] | None:
    """The words of a line that only calls ``detente`` or exports; None for one that bash has to read."""
    line = command.replace("\\\n", " ")
    words = line.split(maxsplit=1)
    if not words or words[0] not in ("detente", "export"):
        return None
    if "\\" in line or "\n" in line or _FOR_BASH.search(re.sub(r"'[^']*'", "", line)):
        return None
    return shlex.split(line)


def _of_detente(arguments: list[str], folder: Path, exported: dict[str, str]) -> _Printed:
    from detente.cli.app import app

    with _in(folder, {"COLUMNS": "100", **exported}):
        done = CliRunner().invoke(app, arguments)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return _Printed(done.stdout_bytes.decode(), done.stderr, done.exit_code)


@contextmanager
def _in(folder: Path, exported: dict[str, str]) -> Iterator[None]:
    """The process is in ``folder`` meanwhile, with these variables."""
    here, environment = Path.cwd(), dict(os.environ)
    try:
        os.chdir(folder)
        os.environ.update(exported)
        yield
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(environment)


@cache
def _demo() -> tuple[Path, _Printed]:
    """The demonstration, once for all pages that begin with it."""
    kept = Path(mkdtemp(prefix="demo-of-pages-"))
    atexit.register(shutil.rmtree, kept)
    return kept, _of_detente(["demo"], kept, {})


def demo_into(folder: Path) -> _Printed:
    """Puts what the demonstration makes into ``folder``; gives what it printed."""
    kept, printed = _demo()
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    return printed


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
