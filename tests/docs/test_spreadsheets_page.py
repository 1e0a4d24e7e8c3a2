"""The page on spreadsheets tells the truth: its commands, its map, its examples of lists."""

import re
from pathlib import Path

import pytest

from detente.formats.column_map import read_map
from detente.formats.header import SHEET_COLUMNS
from detente.formats.list_cells import LISTS, ListColumn, entries_of
from detente.formats.told import ALSO
from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page, rows

PAGE = page(ROOT / "docs" / "spreadsheets.md")


def test_every_command_of_the_page_prints_what_the_page_shows(tmp_path: Path) -> None:
    ran = run_console_blocks(PAGE, tmp_path)
    assert len(ran) == 15
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []


def test_the_map_of_the_page_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(PAGE.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    told = read_map(tmp_path / "map.toml")
    assert (told.dates, told.separator, told.columns["Kanal"], told.values) == (
        "day-first",
        ",",
        "channel",
        {"channel": {"Telefon": "phone"}, "parties": {"Frankreich": "FRA"}},
    )


def test_the_page_has_every_column() -> None:
    described = {name for row in rows(PAGE, "column") for name in re.findall(r"`?([a-z_]+)`?", row[0])}
    assert set(SHEET_COLUMNS) | set(ALSO) <= described


@pytest.mark.parametrize("column", LISTS, ids=[column.name for column in LISTS])
def test_the_examples_of_lists_can_be_read(column: ListColumn) -> None:
    name = column.name
    [line] = [line for line in PAGE.splitlines() if line.startswith(f"| `{name}` | `") and line.count("`") >= 6]
    example = re.findall(r"`([^`]+)`", line)[2].replace("\\|", "|").replace(" | …", "")
    assert entries_of(column, example)
