"""The commands that are killed: from which stores each starts, what it changes, and what it says when it is done already."""

import csv
import lzma
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.crashes.forks import Program
from tests.support.shipped_record import SHIPPED

FROZEN = Path(__file__).parents[1] / "migrations" / "frozen"
CALL = "fra-rus-2024-04-03-phone"

STORE = "record.db"
COPY = "copy.db"
ASIDE = "record.before-restore-*.db"
SERVER = "SERVER"
"""Stands for the URL of an empty database."""


@dataclass(frozen=True, slots=True)
class Case:
    """A command line, run in a folder that holds a copy of each of ``files`` (its name there → which of ``Stores``).

    ``watched`` are the stores whose content counts, ``again`` the exit code of the same command when it was done. ``whole``
    are stores that may be there or not, while the others are as before. ``once`` says that a second time does something else.
    """

    arguments: tuple[str, ...]
    files: Mapping[str, str] = field(default_factory=lambda: {STORE: "shipped"})
    watched: tuple[str, ...] = (STORE,)
    again: int = 0
    whole: tuple[str, ...] = ()
    once: bool = False

    @property
    def on_server(self) -> bool:
        """Whether it needs a server of PostgreSQL."""
        return SERVER in self.arguments


_LOG = ("log", "2024-09-09", "phone", "FRA", "RUS", "--person", "FRA=Sébastien Lecornu", "--topic", "ukraine-war")

CASES = {
    "init": Case(("init", "--db", STORE), {}, again=5),
    "import into an empty store": Case(("import", "package", "--db", STORE), {STORE: "empty"}),
    "import into a filled store": Case(("import", "package", "--db", STORE), {STORE: "other"}),
    "import --update": Case(("import", "corrected", "--update", "--db", STORE)),
    "log": Case((*_LOG, "--claim", "about 18 months phone", "--db", STORE), again=5),
    "amend": Case(("amend", CALL, "--note", "corrected", "--add-topic", "syria", "--why", "a slip", "--db", STORE), again=5),
    "retract": Case(("retract", CALL, "--why", "a slip", "--db", STORE), again=4),
    "same": Case(("same", CALL, "fra-rus-2022-10-23-phone", "--why", "a slip", "--db", STORE), again=4),
    "undo": Case(("undo", "--db", STORE), {STORE: "retracted"}, once=True),
    "db upgrade": Case(("db", "upgrade", "--db", STORE), {STORE: "0001"}),
    "db backup": Case(("db", "backup", COPY, "--db", STORE), watched=(STORE, COPY), again=5),
    "db restore": Case(("db", "restore", COPY, "--db", STORE), {COPY: "backup"}, (STORE, COPY), again=5),
    "db restore --replace": Case(
        ("db", "restore", COPY, "--replace", "--db", STORE),
        {STORE: "retracted", COPY: "backup"},
        (STORE, COPY, ASIDE),
        whole=(ASIDE,),
        once=True,
    ),
    "db copy": Case(("db", "copy", STORE, COPY), watched=(STORE, COPY), again=5),
    "db copy to PostgreSQL": Case(("db", "copy", STORE, SERVER), watched=(STORE, SERVER), again=5),
}


def first(*few: str, of: Iterable[str]) -> list[Any]:
    """The parameters ``of`` a test, of which only a ``few`` are tried by ``make test``."""
    return [name if name in few else pytest.param(name, marks=pytest.mark.long) for name in of]


class Stores:
    """The stores and packages that cases start from, each made when it is first asked for."""

    def __init__(self, program: Program, folder: Path, empty: Path) -> None:
        self._program = program
        self._folder = folder
        self._made = {"empty": empty}

    def put(self, case: Case, folder: Path) -> None:
        """Gives ``folder`` what ``case`` starts from."""
        folder.mkdir()
        for name in {"package", "corrected"}.intersection(case.arguments):
            (folder / name).symlink_to(self._package(name))
        for name, which in case.files.items():
            shutil.copyfile(self.store(which), folder / name)
            (folder / name).chmod(0o600)

    def store(self, which: str) -> Path:
        """The file of that name."""
        if which not in self._made:
            path = self._folder / f"{which}.db"
            getattr(self, f"_make_{which.replace('0001', 'frozen')}")(path)
            self._made[which] = path
        return self._made[which]

    def _package(self, name: str) -> Path:
        """Half of the shipped record: what France and Russia, and Türkiye and Russia, said; or the first with corrections."""
        path = self._folder / name
        if not path.exists():
            for part in ("reference", "contacts/fra-rus"):
                shutil.copytree(SHIPPED / part, path / part)
            if name == "corrected":
                _correct(path / "contacts" / "fra-rus" / "contacts.csv", "note", "corrected")
                _correct(path / "contacts" / "fra-rus" / "claims.csv", "claim", "corrected")
        return path

    def _make_shipped(self, path: Path) -> None:
        shutil.copyfile(self.store("empty"), path)
        self._package("package")
        self._run("import", "package", "--db", path.name)

    def _make_other(self, path: Path) -> None:
        shutil.copyfile(self.store("empty"), path)
        for part in ("reference", "contacts/usa-rus"):
            shutil.copytree(SHIPPED / part, self._folder / "other" / part)
        self._run("import", "other", "--db", path.name)

    def _make_retracted(self, path: Path) -> None:
        shutil.copyfile(self.store("shipped"), path)
        self._run("retract", CALL, "--why", "a slip", "--db", path.name)

    def _make_backup(self, path: Path) -> None:
        self._run("db", "backup", path.name, "--db", self.store("shipped").name)

    def _run(self, *arguments: str) -> None:
        ended = self._program.run(self._folder, arguments)
        assert ended.status == 0, ended.stderr

    def _make_frozen(self, path: Path) -> None:
        path.write_bytes(lzma.decompress((FROZEN / "0001.db.xz").read_bytes()))


def _correct(path: Path, column: str, value: str) -> None:
    """Changes a column of every second row."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows[::2]:
        row[column] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
