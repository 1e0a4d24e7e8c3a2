import json
from pathlib import Path

from detente.analysis.rates import FALL_INSIDE, LEAST_CONTACTS, LEAST_DAYS, Lack
from tests.cli.conftest import Run, detente, in_folder
from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page

__all__ = ["detente", "in_folder"]

PAGE = page(ROOT / "docs" / "rates.md")


def test_every_command_of_the_page_prints_what_the_page_shows(tmp_path: Path) -> None:
    ran = run_console_blocks(PAGE, tmp_path)
    assert len(ran) == 3
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []


def test_the_figures_of_the_page_are_those_of_the_program() -> None:
    assert f"at least {LEAST_DAYS} days" in PAGE
    assert f"less than {FALL_INSIDE:.2f} below" in PAGE
    assert (LEAST_CONTACTS, "Below ten contacts" in PAGE) == (10, True)
    assert all(f"`{lack}`" in PAGE for lack in Lack)


def test_the_keys_of_the_page_are_those_that_are_printed(detente: Run) -> None:
    summary = json.loads(detente("frequency", "FRA", "RUS", "--as-of", "2025-12-31", "--json").stdout)["summary"]
    segments = summary["segments"]
    assert [segment["change"] is None for segment in segments] == [True, False]
    named = {*segments[0], *segments[1]["change"], "no_segments", "declared"}
    assert [key for key in named if f"`{key}`" not in PAGE and f"summary.{key}`" not in PAGE] == []
    assert summary["no_segments"] is None


def test_other_questions_have_no_segments(detente: Run) -> None:
    for asked in (("RUS",), ("FRA", "RUS", "--status", "declined")):
        summary = json.loads(detente("frequency", *asked, "--as-of", "2025-12-31", "--json").stdout)["summary"]
        assert "segments" not in summary
