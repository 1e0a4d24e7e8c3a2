"""stdout is data and nothing else; text from anywhere is shown harmlessly and kept exactly."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

HOSTILE = {
    "escape": "\x1b[31mred\x1b[0m \x1b]0;title\x07",
    "c1": "\x9b31m",
    "backwards": "\u202egnp.exe",
    "brackets": "[bold]x[/bold] [link=http://x]y[/link] :smile:",
    "formula": "=HYPERLINK(\"http://x\")",
    "lines": "one\ntwo\ttab",
    "script": "<script>alert(1)</script> & \"quotes\"",
    "scripts": "العربية 日本語 🕊️ é",
    "apostrophe": "'=1+1",
    "nul": "a\x00b",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_is_kept_exactly_and_shown_harmlessly(fresh_detente: Run, text: str) -> None:
    assert fresh_detente("log", "2023-05-01", "phone", "FRA", "RUS", "--summary", text).status == 0
    as_json = fresh_detente("list", "--json")
    assert as_json.items[0]["summary"] == text
    shown = fresh_detente("show", "fra-rus-2023-05-01-phone").stdout
    for printed in (as_json.stdout, shown):
        assert not set(printed) & set(map(chr, [*range(9), 11, 12, *range(14, 32), *range(127, 160), 0x202E]))
    [row] = csv.DictReader(io.StringIO(fresh_detente("list", "--csv").stdout))
    assert row["summary"] in (text, f"'{text}")
    assert not row["summary"].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_brackets_are_not_markup(fresh_detente: Run) -> None:
    fresh_detente("log", "2023-05-01", "phone", "FRA", "RUS", "--summary", HOSTILE["brackets"])
    assert HOSTILE["brackets"] in fresh_detente("show", "fra-rus-2023-05-01-phone").stdout


def test_an_error_shows_escapes_instead_of_obeying_them(detente: Run) -> None:
    done = detente("show", "x\x1b[31m\n\u202ey")
    assert (done.status, done.stderr.count("\n")) == (4, 1)
    assert "x\\x1b[31m\\n\\u202ey" in done.stderr


@pytest.mark.parametrize("ending", ["json", "csv", "txt"])
def test_a_file_holds_what_stdout_would(detente: Run, ending: str) -> None:
    flags = [f"--{ending}"] if ending != "txt" else []
    args = ("frequency", "fra", "rus", "--as-of", "2025-12-31")
    done = detente(*args, "-o", f"deep/out.{ending}")
    assert (done.status, done.stdout, done.stderr) == (0, "", f"wrote deep/out.{ending}\n")
    if ending != "txt":  # a table in a file is as wide as a page, not as the terminal
        assert Path(f"deep/out.{ending}").read_bytes().decode() == detente(*args, *flags).stdout
    assert [path.name for path in Path("deep").iterdir()] == [f"out.{ending}"]


def test_a_file_that_cannot_be_written(detente: Run) -> None:
    Path("taken.json").mkdir()
    done = detente("list", "-o", "taken.json")
    assert (done.status, done.stdout, done.stderr.count("\n")) == (5, "", 1)


def _program(*args: str, **more: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", "from detente.cli.app import main; main()", *args]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **more})


def test_a_reader_that_goes_away_is_no_error(detente: Run) -> None:
    running = _program("vocab", "list", "topics", "--json")
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    assert (running.stderr.read(), running.wait()) == (b"", 0)
    running.stderr.close()


def test_output_is_utf_8_whatever_the_locale_says(detente: Run) -> None:
    running = _program("vocab", "list", "parties", "--json", PYTHONIOENCODING="ascii", LC_ALL="C")
    out, err = running.communicate()
    assert (running.returncode, err) == (0, b"")
    assert "Türkiye" in json.loads(out.decode())["items"][[i["code"] for i in json.loads(out)["items"]].index("TUR")]["name"]


def test_no_colour_and_no_escape_without_a_terminal(detente: Run) -> None:
    out, _ = _program("gaps", "fra", "rus").communicate()
    assert b"\x1b" not in out


def test_interrupted(detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("detente.store.contacts.contacts", interrupt)
    done = detente("list")
    assert (done.status, done.stdout) == (130, "")
