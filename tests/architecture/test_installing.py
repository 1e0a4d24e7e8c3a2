"""What make does to have an environment: nothing where all is there, else one line that says what is missing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

NO_NETWORK = """WARNING: Retrying after connection broken by 'NewConnectionError(...): Temporary failure in name resolution')': /alembic/
ERROR: Could not find a version that satisfies the requirement alembic<2,>=1.19.2 (from detente) (from versions: none)
ERROR: No matching distribution found for alembic<2,>=1.19.2
"""

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="make's scripts are run by bash")


def install(folder: Path, *arguments: str, python: str, pip: str, wheels: str = "") -> subprocess.CompletedProcess[str]:
    """Runs the script in an environment whose programs are these two shell scripts; ``pip`` leaves a trace."""
    (folder / "bin").mkdir(exist_ok=True)
    for name, script in (("python", python), ("pip", f"touch '{folder}/called'\n{pip}")):
        (folder / "bin" / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / "bin" / name).chmod(0o755)
    environment = {"PATH": "/usr/bin:/bin", "WHEELS": wheels}
    command = ["bash", ".ci/install", str(folder / "bin"), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def test_pip_is_not_called_where_everything_is_there(tmp_path: Path) -> None:
    done = install(tmp_path, python="exit 0", pip="exit 1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (tmp_path / "called").exists()


def test_without_a_network_one_line_says_what_is_missing_and_what_to_do(tmp_path: Path) -> None:
    done = install(tmp_path, python="exit 1", pip=f"cat >&2 <<'END'\n{NO_NETWORK}END\nexit 1")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no network to fetch alembic from: connect once and run make again, or" in done.stderr
    assert "make demo WHEELS=FOLDER" in done.stderr
    assert (tmp_path / "pip.log").read_text(encoding="utf-8") == NO_NETWORK


def test_a_folder_of_wheels_that_lacks_one(tmp_path: Path) -> None:
    (tmp_path / "brought along").mkdir()
    pip = f"echo \"$@\" > '{tmp_path}/asked'; echo 'ERROR: No matching distribution found for rich<16,>=14' >&2; exit 1"
    done = install(tmp_path, python="exit 1", pip=pip, wheels=str(tmp_path / "brought along"))
    assert done.stderr.startswith(f"The folder {tmp_path}/brought along lacks a wheel of rich for this Python")
    assert "make wheels makes a folder that has all for make demo, test and docs" in done.stderr
    assert "--no-index" in (tmp_path / "asked").read_text(encoding="utf-8")


def test_a_folder_of_wheels_that_is_none(tmp_path: Path) -> None:
    done = install(tmp_path, python="exit 1", pip="exit 1", wheels="nowhere")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("There is no folder nowhere; where there is a network, make wheels makes one")
    assert not (tmp_path / "called").exists()


def test_what_a_group_asks_for_is_named_for_a_pip_that_knows_no_groups(tmp_path: Path) -> None:
    list_ = [sys.executable, ".ci/satisfied", "--list", "--group", "docs", "--extra", "parquet"]
    wanted = subprocess.run(list_, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    assert any(line.startswith("zensical>=") for line in wanted)
    assert any(line.startswith("pyarrow") for line in wanted)
    assert any(line.startswith("sqlalchemy") for line in wanted)
    pip = f"cp '{tmp_path}/wanted.txt' '{tmp_path}/asked'; echo \"$@\" >> '{tmp_path}/asked'"
    python = f'[ "$2" = --list ] && exec {sys.executable} "$@"; exit 1'
    assert install(tmp_path, "--group", "docs", python=python, pip=pip).returncode == 0
    asked = (tmp_path / "asked").read_text(encoding="utf-8")
    assert "zensical>=" in asked
    assert "--group" not in asked


def test_what_else_pip_has_against_it_is_told(tmp_path: Path) -> None:
    done = install(tmp_path, python="exit 1", pip="echo 'ERROR: No space left on device' >&2; exit 1")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "No space left on device; all that it says is in .venv/pip.log" in done.stderr


@pytest.mark.parametrize(("asked", "code"), [("", 0), ("--extra none-such", 1), ("--group dev", 0)])
def test_this_environment_holds_what_the_project_asks_for(asked: str, code: int) -> None:
    """That of whoever runs the tests: it has the group dev."""
    done = subprocess.run([sys.executable, ".ci/satisfied", *asked.split()], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == code
