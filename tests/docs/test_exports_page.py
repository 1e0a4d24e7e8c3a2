from pathlib import Path

from detente.formats.cameo import GOLDSTEIN
from detente.formats.ical import STATUS
from detente.formats.outgoing import WRITERS
from tests.docs.console import run_console_blocks
from tests.docs.pages import ROOT, page, rows

PAGE = page(ROOT / "docs" / "exports.md")


def test_every_command_of_the_page_prints_what_the_page_shows(tmp_path: Path) -> None:
    ran = run_console_blocks(PAGE, tmp_path)
    assert len(ran) == 11
    assert [(one.example.command, one.stdout, one.stderr) for one in ran if not one.as_shown] == []


def test_the_page_names_every_form() -> None:
    assert [row[0] for row in rows(PAGE, "`--as`")] == list(WRITERS)


def test_the_tables_are_those_of_the_code() -> None:
    told = {word: row[1] for row in rows(PAGE, "status of the contact") for word in row[0].split(", ")}
    assert told == {status.value: word for status, word in STATUS.items()}
    crosswalk = " ".join(row[2] for row in rows(PAGE, "contact"))
    assert {code for code, score in GOLDSTEIN.items() if f"{code} ({score})" in crosswalk} == set(GOLDSTEIN)
