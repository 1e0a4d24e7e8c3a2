"""The page on reading the record with SQL: its views are those of a store, and every command of it does what it says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import inspect

from detente.store.opening import Store
from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page, rows
from tests.support.places import Place

TEXT = page(ROOT / "docs" / "sql.md")


@pytest.fixture
def folder(tmp_path: Path, shipped_file: Path) -> Path:
    shutil.copyfile(shipped_file, tmp_path / "record.db")
    return tmp_path


def blocks(language: str) -> list[tuple[str, str]]:
    """The blocks of a language that print something, each with what."""
    found = re.findall(rf"^```{language}\n(.*?)^```\n\nprints\n\n```text\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    return [(code, shown) for code, shown in found]


def test_every_view_and_every_column_is_described(empty: Store) -> None:
    sections = re.split(r"^### ", TEXT.partition("## The views")[2], flags=re.MULTILINE)[1:]
    described = {section.split("\n", 1)[0]: [row[0] for row in rows(section, "column")] for section in sections}
    with empty.reading() as connection:
        seen = inspect(connection)
        views = {name: [column["name"] for column in seen.get_columns(name)] for name in seen.get_view_names()}
    assert described == views


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the shell sqlite3 is no part of Python and is not here")
def test_the_commands_of_a_terminal(folder: Path) -> None:
    ran = run_console_blocks(TEXT, folder)
    assert len(ran) == 3
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []


@pytest.mark.parametrize("number", [0, 1], ids=["pandas", "duckdb"])
def test_the_lines_of_python(folder: Path, number: int) -> None:
    code, shown = blocks("python")[number]
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (shown, "")


@pytest.mark.long
@pytest.mark.skipif(
    shutil.which("Rscript") is None, reason="needs R with DBI and RSQLite, which make test-long installs on Debian"
)
def test_the_lines_of_r(folder: Path) -> None:
    [(code, shown)] = blocks("r")
    done = subprocess.run(["Rscript", "-e", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.stdout.split() == shown.split(), done.stderr


@pytest.mark.skipif(shutil.which("psql") is None, reason="needs the program psql")
def test_the_command_of_psql(places: dict[str, Place]) -> None:
    place = places["postgresql"]
    address = place.shipped()
    [(code, shown)] = blocks("sh")
    done = subprocess.run(["/bin/sh", "-c", code.replace("$DETENTE_DB", address)], capture_output=True, text=True, check=False)
    place.remove(address)
    assert (done.stdout, done.stderr) == (shown, "")
