import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from detente.analysis.panel_columns import panel_columns
from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page, rows

PAGE = page(ROOT / "docs" / "panel.md")


def test_every_command_and_the_python_of_the_page(tmp_path: Path) -> None:
    ran = run_console_blocks(PAGE, tmp_path)
    assert len(ran) == 6
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    shown = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)[-1]
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == shown


@pytest.mark.long
@pytest.mark.skipif(shutil.which("Rscript") is None, reason="needs R, which make test-long installs on Debian")
def test_the_lines_of_r_and_the_labels_that_it_reads(tmp_path: Path) -> None:
    assert all(one.as_shown for one in run_console_blocks(PAGE, tmp_path))
    code, shown = re.findall(r"```r\n(.*?)```\n\nprints\n\n```text\n(.*?)```", PAGE, re.DOTALL)[0]
    assert _by_r(code, tmp_path).split() == shown.split()
    labels = 'panel <- haven::read_dta("panel.dta"); cat(attr(panel$held, "label"), levels(haven::as_factor(panel$pair))[1:2], sep = "|")'
    assert _by_r(labels, tmp_path) == "Contacts held|DEU-RUS|FRA-RUS"


def _by_r(code: str, folder: Path) -> str:
    done = subprocess.run(["Rscript", "-e", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_codebook_has_every_column_in_order_with_its_label() -> None:
    described = [(row[0], row[1]) for row in rows(PAGE, "column")][:-1]
    assert described == [(column.name, column.label) for column in panel_columns()]


def test_the_snippets_name_columns_that_there_are() -> None:
    names = {column.name for column in panel_columns()} | {"pair"}
    code = " ".join(re.findall(r"```(?:stata|r|python)\n(.*?)```", PAGE, re.DOTALL))
    used = set(re.findall(r"\b(?:held|silence|observed_share|period|cow|topics|dyad|year|days)(?:_[a-z]+)*\b", code))
    assert used - names == set()
