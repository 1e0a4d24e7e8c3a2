"""What stands on the screen: colours, characters, pages, and drawings in lines of text."""

import io
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from detente.cli import paging, screen
from detente.cli.plots import Row, Silent, stacked, timeline
from detente.cli.tables import Styled
from tests.cli.conftest import AS_OF, Run


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "terminal", "colour"),
    [
        ({"TERM": "xterm"}, True, True),
        ({"TERM": "xterm"}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({}, True, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, True, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_colour(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], terminal: bool, colour: bool) -> None:
    monkeypatch.delenv("TERM", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert screen.in_colour(Terminal() if terminal else io.StringIO()) is colour


def test_colours_are_asked_for_and_refused(detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "")  # what --no-color sets is put back after the test
    args = ("gaps", "FRA", "RUS", "--as-of", AS_OF)
    assert "\x1b[" in detente(*args).stdout
    assert "\x1b[" not in detente(*args, "--json").stdout
    assert "\x1b[" not in detente("--no-color", *args).stdout


@pytest.mark.parametrize(
    ("environment", "ascii_only"),
    [
        ({"TERM": "xterm"}, False),
        ({"TERM": "dumb"}, True),
        ({"TERM": "xterm", "LC_ALL": "C"}, True),
        ({"TERM": "xterm", "LC_ALL": "C.UTF-8"}, False),
        ({"TERM": "xterm", "LANG": "fr_FR.utf8"}, False),
        ({"TERM": "xterm", "LANG": "de_DE.ISO-8859-1"}, True),
        ({"TERM": "xterm", "LC_CTYPE": "en_GB.UTF-8", "LANG": "C"}, False),
    ],
)
def test_which_characters(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], ascii_only: bool) -> None:
    for name in ("TERM", "LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert screen.draws_with_ascii() is ascii_only
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert screen.draws_with_ascii() is False, "a file is UTF-8"


@pytest.mark.parametrize(
    "args", [("gaps", "--plot"), ("frequency", "--plot"), ("frequency",), ("topics", "--by-side"), ("list",)]
)
def test_every_character_that_is_drawn_with_has_one_of_ascii(detente: Run, args: tuple[str, ...]) -> None:
    shown = detente(*args, "--as-of", AS_OF).stdout
    plain = screen.in_ascii(shown)
    assert list(map(len, plain.splitlines())) == list(map(len, shown.splitlines()))
    assert {character for character in plain if not character.isascii() and not character.isalpha()} == set()


def days(*texts: str) -> list[int]:
    return [date.fromisoformat(text).toordinal() for text in texts]


def test_a_timeline_is_true_to_scale() -> None:
    """Ten years on 41 columns: a column is a quarter, a year begins at every fourth."""
    a, b, c, end = days("2010-01-01", "2012-07-01", "2017-06-30", "2020-01-01")
    drawn = timeline([Row("A-B", [Silent(a, b), Silent(b, c, observed=False), Silent(c, end, open=True)])], 46)
    lines = [line if isinstance(line, str) else line.text for line in drawn]
    assert lines[0] == "     2010    2012    2014    2016    2018"
    assert lines[1] == "A-B  ●─────────●┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄●─────────▶"
    assert isinstance(drawn[-1], Styled)


def test_contacts_hide_no_silence_and_rows_share_the_axis() -> None:
    a, b, c = days("2010-01-01", "2010-01-02", "2020-01-01")
    lines = timeline([Row("A-B", [Silent(a, b), Silent(b, c)]), Row("C-DEF", [Silent(a, c, open=True)])], 27)
    assert lines[1:3] == ["A-B    ●──────────────────●", "C-DEF  ●──────────────────▶"]


def test_nothing_to_draw() -> None:
    assert timeline([], 80) == []
    assert timeline([Row("A-B", [])], 80) == []


def test_bars_are_stacked_and_told_apart() -> None:
    """Of 20 columns the years and figures take 8; one for each kind is kept back, so four contacts have 10: two and a half each."""
    lines = stacked({"2020": {"phone": 3, "letter": 1}, "2021": {}, "2022": {"letter": 2}}, ["phone", "letter"], 20)
    told = [line if isinstance(line, str) else line.text for line in lines]
    assert told == ["2020  ███████▒▒ 4", "2021  –", "2022  ▒▒▒▒▒ 2", "█ phone  ▒ letter"]


def test_no_bar_is_wider_than_the_screen_and_none_is_lost() -> None:
    counts = {"2020": {"phone": 100_000, "letter": 1, "video": 1}}
    [bar, _] = stacked(counts, ["phone", "letter", "video"], 40)
    assert isinstance(bar, str)
    assert len(bar) <= 40
    assert {"█", "▒", "░"} <= set(bar)


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("command", ["gaps", "frequency"])
def test_no_drawing_is_wider_than_the_terminal(detente: Run, monkeypatch: pytest.MonkeyPatch, command: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = detente(command, "--plot", "--as-of", AS_OF).stdout.split("\n\n")[0].splitlines()
    legend = lines.pop()
    assert "contact" in legend or "phone" in legend
    assert max(map(len, lines)) <= width


def test_a_drawing_changes_no_data(detente: Run) -> None:
    for command in ("gaps", "frequency"):
        plain = detente(command, "FRA", "RUS", "--as-of", AS_OF, "--json").stdout
        assert detente(command, "FRA", "RUS", "--as-of", AS_OF, "--plot", "--json").stdout == plain
    assert detente("gaps", "XXK", "RUS", "--plot").status in (0, 4)


LONG = "\n".join(map(str, range(100)))


@pytest.fixture
def pager(work_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pager that writes down what it was shown, and how it was asked to behave."""
    program = work_folder / "pager"
    program.write_text('#!/bin/sh\n{ echo "LESS=$LESS"; cat; } > shown\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PAGER", "/nowhere/else")
    monkeypatch.setenv("DETENTE_PAGER", str(program))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.delenv("LESS", raising=False)
    monkeypatch.setattr(paging, "sys", SimpleNamespace(stdout=Terminal()))
    return work_folder / "shown"


def test_a_long_answer_is_paged(pager: Path) -> None:
    assert paging.paged(LONG)
    assert pager.read_text(encoding="utf-8") == f"LESS=FRX\n{LONG}"


@pytest.mark.parametrize(
    ("variable", "value"),
    [("DETENTE_PAGER", ""), ("DETENTE_PAGER", "cat"), ("DETENTE_PAGER", "/nowhere"), ("DETENTE_PAGER", "'"), ("TERM", "dumb")],
)
def test_nor_where_there_is_no_pager(pager: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    assert not paging.paged(LONG)
    assert not pager.exists()


def test_nor_what_fits_or_goes_elsewhere(pager: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not paging.paged("one\ntwo")
    monkeypatch.setattr(paging, "sys", SimpleNamespace(stdout=io.StringIO()))
    assert not paging.paged(LONG)
    assert not pager.exists()


def test_who_leaves_the_pager_early_breaks_nothing(pager: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_PAGER", "true")
    assert paging.paged(LONG * 10_000)


def test_no_pager_is_asked_for(detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_PAGER", "less")
    assert detente("--no-pager", "list").status == 0
    assert paging._pager() == []
