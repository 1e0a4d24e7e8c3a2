"""A real terminal: somebody logs a contact and makes its report; what is on the screen at two widths, dumb, grey and in ASCII."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF
from tests.support.places import Files
from tests.support.screens import Terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")


@pytest.fixture
def store(work_folder: Path, files: Files) -> str:
    """A file with the shipped record."""
    return str(Path(files.shipped()).rename(work_folder / "record.db"))


def contacts(store: str) -> int:
    connection = sqlite3.connect(store)
    try:
        [(count,)] = connection.execute("SELECT count(*) FROM contact")
    finally:
        connection.close()
    return int(count)


def test_from_the_form_to_the_report(store: str) -> None:
    """Each answer is typed when its question is there."""
    answers = {
        "Date:": "2025-04-03", "Channel:": "ph", "Party:": "fr", "RUS": "", "Status [held]:": "", "Setting [bilateral]:": "",
        "Who took part for FRA:": "lecornu\t", "for RUS:": "", "Level [minister]:": "", "Asked for by:": "fra",
        "Topic that every side reports:": "counter-terr",
    }  # fmt: skip
    with Terminal(["log"], DETENTE_DB=store) as screen:
        for question, answer in answers.items():
            if question == "RUS":
                screen.until("Party: FRA")
                screen.type("russia\r")
                screen.until("Party: RUS")
            else:
                screen.until(question)
            screen.type(f"{answer}\r")
            if question == "Who took part for FRA:":
                screen.until("Sébastien Lecornu")
                screen.type("\r")
        screen.until("counter-terrorism")
        screen.type("\r" * 8)
        shown = screen.until("Record it? [yes]:")
        assert "First recorded call between the defence ministers of France and Russia since 3" in shown
        screen.type("\r")
        assert screen.ended() == 0
        assert screen.text.splitlines()[-2:] == [
            "First recorded call between the defence ministers of France and Russia since 3 A",
            "pril 2024: 365 days, about 12 months.",
        ]
    with Terminal(["report", "FRA", "RUS", "--as-of", AS_OF, "-o", "report.html"], DETENTE_DB=store) as screen:
        assert screen.ended() == 0, screen.text
    assert "fra-rus-2025-04-03-phone" in Path("report.html").read_text(encoding="utf-8")


def test_a_key_of_interruption_leaves_the_record_as_it_was(store: str) -> None:
    before = contacts(store)
    with Terminal(["log", "2025-04-03", "phone"], DETENTE_DB=store) as screen:
        screen.until("Party:")
        screen.type("FRA\rRUS\r\x03")
        assert screen.ended() == 130
        assert screen.text.splitlines()[-1] == "detente: abandoned: nothing was changed"
    assert contacts(store) == before


def test_what_is_wrong_is_said_while_it_is_typed(store: str) -> None:
    with Terminal(["log"], DETENTE_DB=store) as screen:
        screen.until("Date:")
        screen.type("2024-02-30")
        screen.until("names a day that no calendar has")
        screen.type("\x7f\x7f28")
        screen.until("Date: 2024-02-28")
        screen.type("\r")
        screen.until("Channel:")
        screen.type("\x03")
        assert screen.ended() == 130


def test_a_dumb_terminal_has_lines_and_no_escapes(store: str) -> None:
    with Terminal(["log", "2025-04-03"], TERM="dumb", DETENTE_DB=store) as screen:
        screen.until("Channel:")
        screen.type("post\n")
        screen.until("'post' is none of phone, video, hotline, in-person, letter, other")
        screen.type("letter\n")
        screen.until("Party:")
        screen.type("\x04")
        assert screen.ended() == 130
        assert b"\x1b" not in screen.raw


@pytest.mark.parametrize("columns", [80, 120])
def test_a_table_and_a_drawing_fill_the_width(store: str, columns: int) -> None:
    args = ["gaps", "FRA", "RUS", "--plot", "--channel", "call", "--as-of", AS_OF]
    with Terminal(args, columns=columns, rows=40, DETENTE_DB=store) as screen:
        assert screen.ended() == 0
        lines = screen.text.splitlines()
        assert lines[1].startswith("FRA-RUS  ●")
        assert lines[1].endswith("▶")
        assert len(lines[1]) == columns
        assert "\x1b[1m" in screen.raw.decode(), "figures are bold"


def test_without_colour_and_in_ascii(store: str) -> None:
    args = ["gaps", "FRA", "RUS", "--plot", "--as-of", AS_OF]
    with Terminal(args, NO_COLOR="1", LC_ALL="C", PYTHONUTF8="1", DETENTE_DB=store) as screen:
        assert screen.ended() == 0
        assert screen.raw.isascii()
        assert b"\x1b" not in screen.raw


def test_a_long_list_is_paged_and_left(store: str) -> None:
    pager = Path("pager")
    pager.write_text('#!/bin/sh\nhead -n 3\necho "-- more --"\n', encoding="utf-8")
    pager.chmod(0o755)
    with Terminal(["list"], rows=24, DETENTE_PAGER=str(pager.resolve()), DETENTE_DB=store) as screen:
        assert screen.ended() == 0
        assert screen.text.splitlines()[-1] == "-- more --"
        assert len(screen.text.splitlines()) == 4
