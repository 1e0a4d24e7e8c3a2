import re
from pathlib import Path

import pytest

from tests.docs.console import Ran, run_console_blocks
from tests.docs.pages import ROOT, page


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> list[Ran]:
    return run_console_blocks(page(ROOT / "README.md"), tmp_path_factory.mktemp("readme"))


def test_every_command_of_the_readme_prints_what_the_readme_shows(ran: list[Ran]) -> None:
    untrue = [
        f"$ {one.example.command}\nshown:\n{chr(10).join(one.example.shown)}\n"
        f"printed (exit {one.status}):\n{chr(10).join(one.stdout)}\n{one.stderr}"
        for one in ran
        if not one.as_shown
    ]
    assert not untrue, "\n\n".join(untrue)


@pytest.mark.long
def test_every_command_of_the_readme_is_so_as_a_process_of_its_own(tmp_path: Path) -> None:
    ran = run_console_blocks(page(ROOT / "README.md"), tmp_path, as_a_user=True)
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []


def test_the_readme_shows_the_program_at_work(ran: list[Ran]) -> None:
    assert [one for one in ran if "detente" in one.example.command] or not page(ROOT / "README.md")


def test_the_pictures_of_the_readme_are_there_and_small() -> None:
    pictures = re.findall(r'(?:src|srcset)="([^"]+)"|!\[[^]]*\]\(([^)]+)\)', page(ROOT / "README.md"))
    files = [ROOT / (plain or mark) for plain, mark in pictures]
    assert [file.name for file in files] == ["report-dark.png", "report.png"]
    assert all(20_000 < file.stat().st_size < 250_000 for file in files)


def test_the_first_screen_says_what_it_is_and_how_to_begin() -> None:
    """Of 30 lines: the three questions and two commands, before anything is explained."""
    first = "\n".join(page(ROOT / "README.md").splitlines()[:30])
    for said in ("when did they last talk", "how long was the", "what did each side say", "make demo", "make test"):
        assert said in first
