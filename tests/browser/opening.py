"""Opens a page and listens: nothing may be asked for but the file, and no console line may be an error."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

Opener = Callable[..., Page]


class Listener:
    """Opens pages of a folder; ``close`` fails where one of them fetched or complained."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self.troubles: list[str] = []
        self.asked: list[str] = []
        self.contexts: list[BrowserContext] = []

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
        """The page ``name`` when its charts are drawn."""
        context = self.browser.new_context(
            viewport={"width": int(width / zoom), "height": int(900 / zoom)},
            device_scale_factor=zoom,
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce" if motion == "reduce" else "no-preference",
            java_script_enabled=scripts,
            accept_downloads=True,
        )
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", self._note)
        page.on("request", self._ask)
        page.goto(f"file://{self.folder / name}.html{fragment}")
        if scripts:
            page.wait_for_selector("html[data-ready]", state="attached")
        return page

    def close(self) -> None:
        """Ends every page and looks at what was heard."""
        for context in self.contexts:
            context.close()
        assert self.troubles == []
        assert all(url.startswith((f"file://{self.folder}/", "blob:", "data:application/gzip")) for url in self.asked)
        assert len([url for url in self.asked if url.startswith("file:")]) == len(self.contexts)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(message.text)

    def _note(self, error: Error) -> None:
        self.troubles.append(str(error))

    def _ask(self, request: Request) -> None:
        self.asked.append(request.url)
