from pathlib import Path

import pytest

from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page


@pytest.mark.parametrize(("name", "commands"), [("history.md", 11), ("offices.md", 7), ("keeping.md", 5), ("reconcile.md", 7)])
def test_every_command_of_the_pages_on_keeping_prints_what_the_page_shows(name: str, commands: int, tmp_path: Path) -> None:
    ran = run_console_blocks(page(ROOT / "docs" / name), tmp_path)
    assert len(ran) == commands
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []
