from pathlib import Path

import pytest

from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page


@pytest.mark.parametrize(
    ("name", "commands"), [("readouts", 5), ("coverage", 5), ("report", 8), ("silence", 4), ("event-data", 5)]
)
def test_every_command_of_the_page_prints_what_the_page_shows(name: str, commands: int, tmp_path: Path) -> None:
    ran = run_console_blocks(page(ROOT / "docs" / f"{name}.md"), tmp_path)
    assert len(ran) == commands
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []
