from pathlib import Path

import pytest

from tests.docs.console import Ran, run_console_blocks
from tests.docs.pages import ROOT, page


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> list[Ran]:
    return run_console_blocks(page(ROOT / "README.md"), tmp_path_factory.mktemp("readme"), as_a_user=True)


def test_every_command_of_the_readme_prints_what_the_readme_shows(ran: list[Ran]) -> None:
    untrue = [
        f"$ {one.example.command}\nshown:\n{chr(10).join(one.example.shown)}\n"
        f"printed (exit {one.status}):\n{chr(10).join(one.stdout)}\n{one.stderr}"
        for one in ran
        if not one.as_shown
    ]
    assert not untrue, "\n\n".join(untrue)


def test_the_readme_shows_the_program_at_work(ran: list[Ran]) -> None:
    assert [one for one in ran if "detente" in one.example.command] or not page(ROOT / "README.md")


def test_the_picture_of_the_readme_is_there() -> None:
    pictures = [line.split("](")[1].split(")")[0] for line in page(ROOT / "README.md").splitlines() if line.startswith("![")]
    assert [picture for picture in pictures if not Path(ROOT / picture).is_file()] == []
