"""man/detente.1 is the commands as the program knows them: ``pytest --accept`` writes it anew."""

import shutil
import subprocess
import tomllib

import pytest

from detente.cli.app import COMMANDS
from tests.docs.man_page import PAGE, man_page
from tests.docs.pages import ROOT, page


def test_the_man_page_is_that_of_the_commands(request: pytest.FixtureRequest) -> None:
    text = man_page()
    if request.config.getoption("--accept"):
        PAGE.write_bytes(text.encode())
    assert PAGE.read_bytes().decode() == text, "run: pytest tests/docs/test_man_page.py --accept"


def test_every_command_has_its_place() -> None:
    told = page(PAGE).replace("\\-", "-")
    missing = [name for names in COMMANDS.values() for name in names if f"\n.SS {name}" not in told]
    assert missing == []


@pytest.mark.skipif(shutil.which("man") is None, reason="there is no man here")
def test_man_reads_it_without_a_warning() -> None:
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", str(PAGE)],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MAN_KEEP_FORMATTING": ""},
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "detente log 2024-04-03 phone FRA RUS --initiator FRA" in done.stdout
    assert "Détente" in done.stdout


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="there is no mandoc here")
def test_mandoc_finds_nothing_wrong() -> None:
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(PAGE)], capture_output=True, text=True, timeout=60)
    told = [line for line in done.stdout.splitlines() if "missing date" not in line]  # it would change without the commands
    assert told == []


def test_the_wheel_carries_it() -> None:
    wheel = tomllib.loads(page(ROOT / "pyproject.toml"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["shared-data"] == {"man/detente.1": "share/man/man1/detente.1"}
