import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page
from tests.drafting.scoring import HALVES, LATEST, UNLEARNT, failures, labelled, table

PAGE = page(ROOT / "docs" / "draft.md")


def test_every_command_of_the_page_on_drafting_prints_what_the_page_shows(tmp_path: Path) -> None:
    ran = run_console_blocks(PAGE, tmp_path)
    assert len(ran) >= 6
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []


def _today() -> list[str]:
    """The lines of the last table of the page that has one for every set."""
    return PAGE[PAGE.rindex("| set (texts)") :].partition("\n\n")[0].splitlines()


def test_the_figures_of_the_latest_sets_are_those_of_today() -> None:
    latest = table(LATEST).splitlines()
    assert len(latest) == 2 + len(LATEST)
    assert [line for line in latest if line not in _today()] == []


@pytest.mark.long
def test_the_figures_of_today_are_those_of_today() -> None:
    assert "\n".join(table().splitlines()[2:]) in PAGE


def test_the_texts_are_as_many_as_the_page_says() -> None:
    texts = [text for half in (*HALVES, *UNLEARNT) for _, text, _ in labelled(half)]
    assert f"{len(texts)} labelled texts" in PAGE


def test_the_script_prints_the_table_of_a_set_and_its_failures() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.drafting.scoring", "noon"], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.startswith(table(["noon"]))
    assert [line.strip() for line in done.stdout.partition("noon:\n")[2].splitlines()] == list(failures("noon"))
