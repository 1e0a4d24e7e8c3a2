import re
import subprocess
import sys
from pathlib import Path

from detente.analysis.panel_columns import panel_columns
from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page, rows

PAGE = page(ROOT / "docs" / "panel.md")


def test_every_command_and_the_python_of_the_page(tmp_path: Path) -> None:
    ran = run_console_blocks(PAGE, tmp_path)
    assert len(ran) == 6
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    (shown,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == shown


def test_the_codebook_has_every_column_in_order_with_its_label() -> None:
    described = [(row[0], row[1]) for row in rows(PAGE, "column")][:-1]
    assert described == [(column.name, column.label) for column in panel_columns()]


def test_the_snippets_name_columns_that_there_are() -> None:
    names = {column.name for column in panel_columns()} | {"pair"}
    code = " ".join(re.findall(r"```(?:stata|r|python)\n(.*?)```", PAGE, re.DOTALL))
    used = set(re.findall(r"\b(?:held|silence|observed_share|period|cow|topics|dyad|year|days)(?:_[a-z]+)*\b", code))
    assert used - names == set()
