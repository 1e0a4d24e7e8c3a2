import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest
from typer.testing import CliRunner

from detente.cli.app import app

AS_OF = "2025-12-31"


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)

    @property
    def items(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.json["items"]
        return found


class Run(Protocol):
    """Runs a command line."""

    def __call__(self, *args: str) -> Ran: ...


def _run(*args: str) -> Ran:
    done = CliRunner().invoke(app, list(args))
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout_bytes.decode(), done.stderr)


@pytest.fixture
def in_folder(work_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, no store, a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    return work_folder


def _store(source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    copy = folder / "record.db"
    shutil.copyfile(source, copy)
    monkeypatch.setenv("DETENTE_DB", str(copy))
    return _run


@pytest.fixture
def bare(in_folder: Path) -> Run:
    """The program where no store is."""
    return _run


@pytest.fixture
def detente(in_folder: Path, shipped_file: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The program on a store with the shipped record."""
    return _store(shipped_file, in_folder, monkeypatch)


@pytest.fixture
def fresh_detente(in_folder: Path, empty_file: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The program on a store without contacts."""
    return _store(empty_file, in_folder, monkeypatch)


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the date that the program takes for today."""
    from datetime import date

    from detente.cli import options
    from detente.cli.commands import log

    def travel(day: str) -> None:
        for module in (options, log):
            monkeypatch.setattr(module, "today", lambda: date.fromisoformat(day).toordinal())

    return travel
