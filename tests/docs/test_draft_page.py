import subprocess
import sys
from pathlib import Path

from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page
from tests.drafting.scoring import HALVES, TEXTS, UNLEARNT, failures, table

PAGE = page(ROOT / "docs" / "draft.md")


def test_every_command_of_the_page_on_drafting_prints_what_the_page_shows(tmp_path: Path) -> None:
    ran = run_console_blocks(PAGE, tmp_path)
    assert len(ran) >= 6
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []


def test_the_figures_of_today_are_those_of_today() -> None:
    assert "\n".join(table().splitlines()[2:]) in PAGE
    texts = [text for half in (*HALVES, *UNLEARNT) for text in (TEXTS / half).glob("*.txt")]
    assert f"{len(texts)} labelled texts" in PAGE


def test_the_script_prints_the_table_of_a_set_and_its_failures() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.drafting.scoring", "last"], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.startswith(table(["last"]))
    assert [line.strip() for line in done.stdout.partition("last:\n")[2].splitlines()] == list(failures("last"))
