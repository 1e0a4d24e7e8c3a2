from pathlib import Path

import pytest

from detente.domain.settings import KNOWN, read_settings
from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page, rows


@pytest.mark.parametrize(
    ("name", "commands"),
    [("configuration", 9), ("tutorial", 13), ("desk", 11), ("team", 7), ("statistics", 5), ("correcting", 5)],
)
def test_every_command_of_the_guides_prints_what_the_page_shows(name: str, commands: int, tmp_path: Path) -> None:
    ran = run_console_blocks(page(ROOT / "docs" / f"{name}.md"), tmp_path)
    assert len(ran) == commands
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []


def test_the_page_on_configuration_has_every_setting() -> None:
    text = page(ROOT / "docs" / "configuration.md")
    told = {name: variable for name, variable, _ in rows(text, "setting")}
    assert {name: variable.strip("`").partition("`")[0] for name, variable in told.items()} == {
        name: known.variable for name, known in KNOWN.items()
    }
    assert set(read_settings(text.partition("```toml\n")[2].partition("```")[0], "the page")) == set(KNOWN)
