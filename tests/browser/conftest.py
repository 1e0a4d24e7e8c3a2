"""A browser for the tests that need one, and the one rule for when there is none."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.opening import Lender, Listener, Opener
from tests.cli.conftest import detente, in_folder
from tests.report.rendered import Pages, pages

__all__ = ["detente", "in_folder", "pages"]  # the program, as the tests of the terminal run it, and pages rendered once

CHROMIUM = Path("/usr/bin/chromium")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=PreloadTopChromeWebUI,PreloadTopChromeWebUILessNavigations",  # pages of its own that nobody sees
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


@pytest.fixture
def open_report(browser: Browser, pages: Pages) -> Iterator[Opener]:
    """Opens a report; at the end nothing may have been asked for but the file, and no console line may be an error."""
    listener = Listener(browser, pages)
    yield listener.open
    listener.close()


@pytest.fixture(scope="session")
def lender(browser: Browser, pages: Pages) -> Lender:
    """Keeps the pages that tests borrow."""
    return Lender(browser, pages)


@pytest.fixture
def look_at(lender: Lender) -> Iterator[Opener]:
    """As ``open_report``, but the page is one that other tests look at too: the test leaves it as it was."""
    yield lender.lend
    lender.hand_back()
