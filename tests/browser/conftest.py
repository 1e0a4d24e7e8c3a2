"""A browser for the tests that need one, and the one rule for when there is none."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from detente.analysis.dossier import Dossier
from detente.domain.contacts import DifferingValue, Statement
from detente.domain.coverage import CoverageWindow
from detente.domain.parties import dyad
from detente.domain.vocabulary import Completeness, Stance, Status
from detente.report.document import write_text
from detente.report.overview_page import render_overview
from detente.report.page import write_report
from tests.browser.opening import Listener, Opener
from tests.cli.conftest import detente, in_folder
from tests.report.samples import claim, contact, many, of, overview, shipped

__all__ = ["detente", "in_folder"]  # the program, as the tests of the terminal run it

CHROMIUM = Path("/usr/bin/chromium")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium. Where it is missing the tests are skipped, but on the build machine (``CI`` is set) that is a failure."""
    if not CHROMIUM.exists():
        reason = f"needs Chromium at {CHROMIUM} (apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    home = str(tmp_path_factory.mktemp("chromium"))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=list(_QUIET), env={**os.environ, "HOME": home}
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of the shipped record, of none, one, 500 and 10,000 contacts, and of hostile text."""
    folder = tmp_path_factory.mktemp("reports")
    write_report(shipped("FRA", "RUS"), folder / "fra-rus.html")
    write_report(shipped("RUS", "USA"), folder / "usa-rus.html")
    write_report(of([], claims=(), windows=()), folder / "nothing.html")
    write_report(of([contact("2024-04-03")], claims=()), folder / "one.html")
    write_report(_hostile(), folder / "evil.html")
    write_report(of(many(500, 20)), folder / "some.html")
    write_report(of(many(10_000, 30)), folder / "many.html")
    write_text(render_overview(overview(linked=frozenset({"fra-rus", "usa-rus"}))), folder / "overview.html")
    return folder


LONG_NOTE = "A note that goes on. " * 250
"""Some 5,000 characters."""


def _hostile() -> Dossier:
    """Text that would run as a script, wherever a mark or a row shows some."""
    evil = '<img src=x onerror="document.title=1"></script><script>document.title=1</script>'
    told = (Statement(evil, None, "FRA", Stance.REPORTS, evil), Statement(evil, None, "RUS", Stance.DENIES, evil))
    held = contact(
        "2024-04-03",
        summary=evil,
        note=LONG_NOTE + "\u202eright to left\u202c شويغو 👩🏽\u200d🚀",
        statements=told,
        values=(DifferingValue("place", evil, "javascript:alert(1)"),),
    )
    tried = contact("2022-05-01", status=Status.DECLINED, summary=evil, initiator=evil)
    window = CoverageWindow(dyad("FRA", "RUS"), "minister", "any", date(2020, 1, 1), date(2024, 1, 1), Completeness.FAIR, evil)
    claims = [claim(evil, held.contact_id, "2024-04-03", months=18.0, source_url="javascript:alert(1)")]
    return of([held, tried, contact("2020-01-01")], claims=claims, windows=[window])


@pytest.fixture
def open_report(browser: Browser, reports: Path) -> Iterator[Opener]:
    """Opens a report; at the end nothing may have been asked for but the file, and no console line may be an error."""
    listener = Listener(browser, reports)
    yield listener.open
    listener.close()
