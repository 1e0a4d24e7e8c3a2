"""``detente report``: which files it writes where, what it prints, and what it says when it cannot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from detente.cli import options
from detente.store import revisions
from tests.cli.conftest import Run

DAY = ("--as-of", "2025-12-31")


def test_the_report_of_a_pair_is_named_after_the_record_s_folder(detente: Run, in_folder: Path) -> None:
    done = detente("report", "RUS", "germany", *DAY)
    assert (done.status, done.stdout) == (0, "")
    size = (in_folder / "deu-rus.html").stat().st_size
    assert done.stderr == f"wrote deu-rus.html ({size / 1024:,.0f} KiB)\n"


def test_a_folder_called_reports_is_where_reports_go(detente: Run, in_folder: Path) -> None:
    (in_folder / "reports").mkdir()
    assert detente("report", "DEU", "RUS", *DAY).status == 0
    assert (in_folder / "reports" / "deu-rus.html").is_file()


def test_the_overview_leads_to_the_pages_that_lie_beside_it(detente: Run, in_folder: Path) -> None:
    assert detente("report", *DAY).status == 0
    assert "deu-rus.html" not in (in_folder / "overview.html").read_text(encoding="utf-8")
    assert detente("report", "DEU", "RUS", *DAY).status == 0
    assert detente("report", *DAY).status == 0
    overview = (in_folder / "overview.html").read_text(encoding="utf-8")
    assert 'href="deu-rus.html"' in overview
    assert "fra-rus.html" not in overview


def test_a_folder_gets_the_overview_and_every_pair(detente: Run, in_folder: Path) -> None:
    done = detente("report", "FRA", *DAY, "-o", "all")
    assert done.status == 0
    assert sorted(path.name for path in (in_folder / "all").iterdir()) == ["fra-rus.html", "overview-fra.html"]
    assert [line.split(" (")[0] for line in done.stderr.splitlines()] == [
        "wrote all/fra-rus.html",
        "wrote all/overview-fra.html",
    ]
    assert "<h1>France and its counterparts</h1>" in (in_folder / "all" / "overview-fra.html").read_text(encoding="utf-8")


def test_markdown_is_printed_or_written(detente: Run, in_folder: Path) -> None:
    printed = detente("report", "FRA", "RUS", "--format", "md", *DAY)
    assert printed.stdout.startswith("# France and Russia: contacts between defence ministries\n")
    assert printed.stderr == ""
    assert detente("report", "FRA", "RUS", *DAY, "-o", "notes.md").status == 0
    assert (in_folder / "notes.md").read_text(encoding="utf-8") == printed.stdout
    assert detente("report", "--format", "md", *DAY).stdout.startswith("# Who talks to whom")


def test_the_selection_narrows_page_and_overview(detente: Run, in_folder: Path) -> None:
    asked = ("--channel", "call", "--level", "minister", "--from", "2020", "--to", "2021", *DAY)
    assert detente("report", "FRA", "RUS", *asked, "-o", "x.html").status == 0
    page = (in_folder / "x.html").read_text(encoding="utf-8")
    assert "--channel call --level minister --from 2020-01-01 --to 2021-12-31 --as-of 2025-12-31" in page
    assert "1 contact on record, as of 31 December 2025" in page
    assert detente("report", *asked, "-o", "y.html").status == 0
    assert "2 pairs on record" in (in_folder / "y.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("option", ["--pdf", "--png", "--svg"])
def test_without_chromium_nothing_is_begun(detente: Run, in_folder: Path, monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    monkeypatch.setenv("DETENTE_CHROMIUM", str(in_folder / "none"))
    done = detente("report", "FRA", "RUS", option, *DAY)
    assert done.status == 5
    assert done.stderr == (
        f"detente: {option} needs Chromium, and DETENTE_CHROMIUM={in_folder / 'none'} is no program; "
        "correct or unset DETENTE_CHROMIUM\n"
    )
    assert not list(in_folder.glob("*.html"))


def test_a_place_that_cannot_be_written_is_one_line(detente: Run, in_folder: Path) -> None:
    (in_folder / "file").write_text("", encoding="utf-8")
    done = detente("report", "DEU", "RUS", *DAY, "-o", "file/x.html")
    assert done.status == 5
    assert done.stderr.startswith("detente: file/x.html cannot be written: ")
    assert done.stderr.endswith("; name another place with -o\n")


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("DEU", "RUS"), id="pair"),
        pytest.param(("FRA", "RUS"), id="pair of many", marks=pytest.mark.long),  # as a page of 100 choices takes its time
        pytest.param((), id="overview"),
        pytest.param(("FRA", "RUS", "--format", "md"), id="md"),
    ],
)
def test_a_report_as_known_on_an_earlier_day_is_byte_for_byte_the_one_made_on_that_day(
    detente: Run, in_folder: Path, on_day: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    def travel(day: str) -> None:
        on_day(day)
        monkeypatch.setattr(options, "known_today", lambda: day)
        monkeypatch.setattr(revisions, "now", lambda: f"{day}T10:00:00+00:00")

    def made(*more: str) -> bytes:
        target = in_folder / ("report.md" if "md" in command else "report.html")
        target.unlink(missing_ok=True)
        assert detente("report", *command, *more, "-o", str(target)).status == 0
        return target.read_bytes()

    day = detente("history", "--json").items[0]["recorded_at"][:10]
    travel(day)
    then = made()
    travel("2099-01-01")
    detente(
        "amend", "fra-rus-2024-04-03-phone", "--date", "2024-04-05", "--place", "Paris", "--drop-topic", "counter-terrorism"
    )
    detente("retract", "fra-rus-2022-10-23-phone", "--why", "a test")
    detente("amend", "deu-rus-2017-03-23-in-person", "--date", "2017-03-24", "--place", "Moscow")
    detente("log", "2025-03-03", "phone", "FRA", "RUS")
    detente("log", "2025-03-03", "phone", "DEU", "RUS")
    travel("2099-01-02")
    assert made() != then
    assert made("--known-on", day) == then
    assert made("--known-on", f"{day}T23:59:59Z", "--as-of", day) != then, "the page says of what moment it is"
