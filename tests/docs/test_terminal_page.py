from pathlib import Path

from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page


def test_every_command_of_the_page_on_the_terminal_prints_what_the_page_shows(tmp_path: Path) -> None:
    ran = run_console_blocks(page(ROOT / "docs" / "terminal.md"), tmp_path)
    assert len(ran) == 5
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []
