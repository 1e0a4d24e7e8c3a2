"""The way to Chromium, with programs that play it: what the user is told, and what is left behind."""

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from detente.errors import RejectedError, UsageError
from detente.report import chromium
from detente.report.packing import content_security_policy

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs that play Chromium are shell scripts")

DRAWN = "echo '<html lang=en data-ready=\"yes\">'"
PRINTS = 'for word; do case $word in --print-to-pdf=*) echo %PDF-new > "${word#*=}";; esac; done'
HANDS = """echo '<script type="application/json" id="exported">[{"chart": "gaps", "data": "\\u003csvg/>"}]</script>'"""

Player = Callable[..., Path]


@pytest.fixture
def plays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Player:
    """Makes a shell script of the lines given, and Chromium of the script."""

    def played(*lines: str) -> Path:
        script = tmp_path / "plays-chromium"
        script.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
        script.chmod(0o755)
        monkeypatch.setenv("DETENTE_CHROMIUM", str(script))
        return script

    return played


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "fra-rus.html"
    policy = content_security_policy(["1"]).replace("'", "&#39;")
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    path.write_text(f"<!DOCTYPE html>\n<html lang=en>\n<head>\n{head}</head>\n<body></body>\n</html>\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "made"
    made.mkdir()
    return made


def only_on(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    """No Chromium but those in the folders."""
    monkeypatch.delenv("DETENTE_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", os.pathsep.join(map(str, folders)))
    monkeypatch.setattr(chromium, "_ELSEWHERE", {})


@pytest.mark.parametrize("option", ["--pdf", "--png", "--svg"])
def test_no_browser(option: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_on(monkeypatch, folder)
    with pytest.raises(RejectedError) as told:
        chromium.browser(option)
    assert str(told.value) == f"{option} needs Chromium, and none was found; install chromium, or name it in DETENTE_CHROMIUM"
    assert told.value.exit_code == 5


def test_without_a_browser_nothing_is_begun(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_on(monkeypatch, folder)
    with pytest.raises(RejectedError, match=r"^--pdf needs Chromium"):
        chromium.print_pdf(page, folder / "fra-rus.pdf")
    with pytest.raises(RejectedError, match=r"^--png needs Chromium"):
        chromium.figures(page, folder, "png")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("named", ["nothing/here", "no-such-program"])
def test_a_name_that_leads_nowhere(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_CHROMIUM", named)
    with pytest.raises(RejectedError) as told:
        chromium.browser()
    assert (
        str(told.value)
        == f"--pdf needs Chromium, and DETENTE_CHROMIUM={named} is no program; correct or unset DETENTE_CHROMIUM"
    )


def test_the_named_one_goes_before_those_on_the_path(plays: Player, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = plays("exit 0")
    shutil.copy(named, folder / "chromium")
    monkeypatch.setenv("PATH", str(folder))
    assert chromium.browser() == named
    monkeypatch.delenv("DETENTE_CHROMIUM")
    assert chromium.browser() == folder / "chromium"


def test_the_order_of_names_on_the_path(plays: Player, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = plays("exit 0")
    for name in ("msedge", "google-chrome"):
        shutil.copy(script, folder / name)
    only_on(monkeypatch, folder)
    assert chromium.browser() == folder / "google-chrome"


def test_the_usual_places_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ProgramFiles", "C:/Program Files")
    monkeypatch.delenv("ProgramFiles(x86)", raising=False)
    monkeypatch.delenv("LocalAppData", raising=False)
    places = chromium._usual_places("win32")
    assert str(Path("C:/Program Files/Google/Chrome/Application/chrome.exe")) in places
    assert len(places) == 3


def test_printing(plays: Player, page: Path, folder: Path) -> None:
    plays(DRAWN, PRINTS)
    chromium.print_pdf(page, folder / "fra-rus.pdf")
    assert (folder / "fra-rus.pdf").read_text(encoding="utf-8") == "%PDF-new\n"
    assert [path.name for path in folder.iterdir()] == ["fra-rus.pdf"], "the copy and the profile are gone"


def test_what_chromium_is_asked_for(plays: Player, page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = folder.parent / "asked"
    plays(f'printf "%s\\n" "$@" > "{asked}"', f'for page; do :; done; cp "${{page#file://}}" "{asked}.html"', DRAWN, PRINTS)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    chromium.print_pdf(page, folder / "fra-rus.pdf", paper="Letter")
    words = asked.read_text(encoding="utf-8").splitlines()
    assert {"--headless", "--no-pdf-header-footer", "--disable-background-networking"} <= set(words)
    assert "--no-sandbox" not in words
    assert any(word.startswith(f"--user-data-dir={folder.resolve()}") for word in words), "never the user's own profile"
    assert "<style>@page { size: Letter; }</style>" in Path(f"{asked}.html").read_text(encoding="utf-8")
    assert "Letter" not in page.read_text(encoding="utf-8"), "the page itself stays as it is"
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    chromium.print_pdf(page, folder / "fra-rus.pdf")
    assert "--no-sandbox" in asked.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("exit 1",), "Chromium ended with 1; try again, or name another one in DETENTE_CHROMIUM"),
        (
            ("echo '[12:34:0101/120000.5:FATAL:zygote.cc(1)] No usable sandbox!' >&2", "exit 133"),
            "Chromium ended with 133 (No usable sandbox!); try again, or name another one in DETENTE_CHROMIUM",
        ),
        ((DRAWN,), "Chromium wrote no file; try again, or name another one in DETENTE_CHROMIUM"),
        ((PRINTS,), "Chromium did not draw the charts; use a newer Chromium"),
        (
            ("sleep 60",),
            "Chromium was not done after 0.5 seconds; try again, or name another one in DETENTE_CHROMIUM",
        ),
    ],
    ids=["exits", "says why", "writes nothing", "draws nothing", "hangs"],
)
def test_a_browser_that_fails(lines: tuple[str, ...], told: str, plays: Player, page: Path, folder: Path) -> None:
    """What was there before stays as it was, and nothing is left beside it."""
    plays(*lines)
    target = folder / "fra-rus.pdf"
    target.write_text("before", encoding="utf-8")
    patience = 0.5 if "sleep 60" in lines else 30
    with pytest.raises(RejectedError) as raised:
        chromium.print_pdf(page, target, patience=patience)
    assert str(raised.value) == told
    assert target.read_text(encoding="utf-8") == "before"
    assert list(folder.iterdir()) == [target]


def test_a_program_that_is_none(plays: Player, page: Path, folder: Path) -> None:
    plays().write_bytes(b"\x00\x01")
    with pytest.raises(RejectedError, match=r"^Chromium does not start: .+; try again"):
        chromium.print_pdf(page, folder / "fra-rus.pdf")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux which programs run")
def test_a_browser_that_hangs_is_ended_with_its_children(plays: Player, page: Path, folder: Path) -> None:
    born = folder.parent / "child"
    plays(f'sleep 60 & echo $! > "{born}"', "wait")
    with pytest.raises(RejectedError, match="was not done"):
        chromium.print_pdf(page, folder / "fra-rus.pdf", patience=0.5)
    child = Path("/proc", born.read_text(encoding="utf-8").strip(), "stat")
    until = time.monotonic() + 10  # it is told at once, and on a busy machine goes when it is its turn
    while is_running(child) and time.monotonic() < until:
        time.sleep(0.01)
    assert not is_running(child)


def is_running(process: Path) -> bool:
    """Whether a process, by its file of the state, has not ended."""
    try:
        return process.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_pictures(plays: Player, page: Path, folder: Path) -> None:
    plays(DRAWN, HANDS)
    assert chromium.figures(page, folder, "svg") == [folder / "fra-rus-gaps.svg"]
    assert (folder / "fra-rus-gaps.svg").read_text(encoding="utf-8") == "<svg/>"
    assert [path.name for path in folder.iterdir()] == ["fra-rus-gaps.svg"]


def test_a_browser_that_makes_no_pictures(plays: Player, page: Path, folder: Path) -> None:
    plays(DRAWN)
    with pytest.raises(RejectedError, match=r"^Chromium drew the charts but no pictures of them; "):
        chromium.figures(page, folder, "svg")
    assert list(folder.iterdir()) == []


def test_paper_and_kinds_that_do_not_exist(page: Path, folder: Path) -> None:
    with pytest.raises(UsageError, match=r"^there is no paper A5; choose one of A4, Letter$"):
        chromium.print_pdf(page, folder / "fra-rus.pdf", paper="A5")
    with pytest.raises(UsageError, match=r"^there are no pictures of kind gif; choose one of svg, png$"):
        chromium.figures(page, folder, "gif")


def test_a_folder_that_does_not_exist(plays: Player, page: Path, folder: Path) -> None:
    plays(DRAWN, PRINTS)
    with pytest.raises(FileNotFoundError):
        chromium.print_pdf(page, folder / "nowhere" / "fra-rus.pdf")
