"""Opens pages and listens: nothing may be asked for but the file, and no console line may be an error."""

from collections.abc import Callable
from functools import cache
from inspect import signature
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

from tests.report.rendered import Pages

Opener = Callable[..., Page]

_MOST_KEPT = 10
"""So many pages stay open for the next test: each has a process of its own, of some hundred megabytes."""

_STATE = """() => ({
  address: location.href,
  chosen: [...document.querySelectorAll("select, input")].map(one => one.value),
  open: [...document.querySelectorAll("details")].map(one => one.open),
  pressed: [...document.querySelectorAll("[aria-pressed=true]")].map(one => one.textContent),
  sorted: document.querySelectorAll("th[aria-sort=ascending], th[aria-sort=descending]").length,
  paper: document.documentElement.dataset.paper ?? "",
  dark: matchMedia("(prefers-color-scheme: dark)").matches,
  card: [...document.querySelectorAll(".mark-card")].some(one => one.checkVisibility()),
})"""
"""What a test may have changed and the next one would see."""

_DRAWN = """() => new Promise(done => {
  const look = () => [...document.querySelectorAll(".chart")].every(one => one.querySelector(".main-svg")) ? done() : setTimeout(look, 20);
  look();
})"""
"""Waits until no chart is empty."""


@cache
def _desktop(browser: Browser, zoom: float, scripts: bool) -> BrowserContext:
    """Where windows are opened: one for all that are alike in this, as each costs more than a window."""
    return browser.new_context(device_scale_factor=zoom, java_script_enabled=scripts)


class Listener:
    """Opens pages; ``close`` and ``hand_back`` fail where one of them fetched or complained."""

    def __init__(self, browser: Browser, pages: Pages) -> None:
        self.browser = browser
        self.pages = pages
        self.troubles: list[str] = []
        self.asked: list[str] = []
        self.opened: list[Page] = []

    def open(
        self,
        name: str,
        *,
        width: int = 1280,
        scheme: str = "light",
        fragment: str = "",
        scripts: bool = True,
        motion: str = "no-preference",
        zoom: float = 1,
    ) -> Page:
        """The page ``name`` when its charts are drawn, in a window of its own."""
        path = self.pages.path(name)
        page = _desktop(self.browser, zoom, scripts).new_page()
        page.set_viewport_size({"width": int(width / zoom), "height": int(900 / zoom)})
        page.emulate_media(
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce" if motion == "reduce" else "no-preference",
        )
        self.opened.append(page)
        page.on("console", self._hear)
        page.on("pageerror", self._note)
        page.on("request", self._ask)
        page.goto(f"file://{path}{fragment}")
        if scripts:
            page.wait_for_selector("html[data-ready]", state="attached")
        return page

    def close(self) -> None:
        """Ends every page and looks at what was heard."""
        for page in self.opened:
            page.close()
        self.look()

    def look(self) -> None:
        """Whether anything but one file a page was asked for, or anything complained, since the last look."""
        troubles, asked, self.troubles, self.asked = self.troubles, self.asked, [], []
        folder = f"file://{self.pages.folder}/"
        assert troubles == []
        assert all(url.startswith((folder, "blob:", "data:application/gzip")) for url in asked)
        assert len([url for url in asked if url.startswith("file:")]) == len(self.opened)
        self.opened = []

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(message.text)

    def _note(self, error: Error) -> None:
        self.troubles.append(str(error))

    def _ask(self, request: Request) -> None:
        self.asked.append(request.url)


class Lender(Listener):
    """Keeps pages open from test to test; a test gives back what it borrowed as it was, and that is looked at."""

    def __init__(self, browser: Browser, pages: Pages) -> None:
        super().__init__(browser, pages)
        self._kept: dict[str, tuple[Page, Any]] = {}
        self._lent: list[str] = []

    def lend(self, name: str, **given: Any) -> Page:
        """The page that ``open`` would open for the same arguments, perhaps one that another test looked at before."""
        asked = signature(self.open).bind(name, **given)
        asked.apply_defaults()
        key = str(asked.arguments)
        if key not in self._kept:
            page = self.open(name, **given)
            self._kept[key] = (page, page.evaluate(_STATE) if given.get("scripts", True) else None)
        self._kept[key] = self._kept.pop(key)  # the latest last
        self._lent.append(key)
        return self._kept[key][0]

    def hand_back(self) -> None:
        """Shows everything and puts pointer and focus aside; fails where the page is not what it was, or anything was heard."""
        lent, self._lent = dict.fromkeys(self._lent), []
        try:
            for key in lent:
                self._hand_back(key)
            self.look()
        except BaseException:
            for key in lent:
                self._drop(key)
            raise
        for key in list(self._kept)[:-_MOST_KEPT]:
            self._drop(key)

    def _hand_back(self, key: str) -> None:
        page, before = self._kept[key]
        page.mouse.move(0, 0)
        if before is None:
            return
        if page.locator("#choosing [type=reset]:enabled").count():
            page.click("#choosing [type=reset]")
            page.wait_for_selector("#choosing [type=reset]:disabled", state="attached")
        page.evaluate(_DRAWN)
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        assert page.evaluate(_STATE) == before, "the test borrowed this page and left it changed: have it open one of its own"

    def _drop(self, key: str) -> None:
        page, _ = self._kept.pop(key, (None, None))
        if page is not None:
            page.close()
