import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest
from typer.testing import CliRunner

from detente.cli.app import app
from tests.support.places import Place

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


@contextmanager
def _on(address: str, place: Place, folder: Path) -> Iterator[Run]:
    """The program on a store that was made for it; a file is put into the current folder."""
    if place.engine == "sqlite":
        address = str(Path(address).rename(folder / "record.db"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DETENTE_DB", address)
        yield _run
    if place.engine != "sqlite":
        place.remove(address)


@pytest.fixture
def bare(in_folder: Path) -> Run:
    """The program where no store is."""
    return _run


@pytest.fixture
def detente(in_folder: Path, place: Place) -> Iterator[Run]:
    """The program on a store with the shipped record."""
    with _on(place.shipped(), place, in_folder) as run:
        yield run


@pytest.fixture
def fresh_detente(in_folder: Path, place: Place) -> Iterator[Run]:
    """The program on a store without contacts."""
    with _on(place.empty(), place, in_folder) as run:
        yield run


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
