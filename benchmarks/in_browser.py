"""Measures in Chromium how soon Détente's report and pages of other libraries with the same contacts can be used.

    python benchmarks/in_browser.py                             # 100, 10,000 and 20,000 contacts: minutes
    python benchmarks/in_browser.py --contacts 100 10000        # the others have part up to 10,000
    python benchmarks/in_browser.py --pictures pictures         # what each page looks like when it is ready

Needs Debian's Chromium, Playwright (a development dependency) and npm, which fetches the other libraries into a temporary
folder before anything is measured. All pages are local files; nothing else is let through.

A page says by ``html[data-ready]`` that it is drawn. It can be used two frames later, when the main thread is idle; that
moment is taken inside the page, counted from the start of the navigation, in the same way for all. Each visit is by a new
browser.
"""

import argparse
import math
import os
import platform
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, Route, TimeoutError, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from measuring import HEADER, Measured, shown, timed
from rival_pages import TIMELINEJS_VERSION, VIS_VERSION, installed, timelinejs_page, vis_page
from tests.report.samples import many, of

from detente.analysis.dossier import Dossier
from detente.report.page import write_report

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
YEARS = 30
MOST_FOR_OTHERS = 10_000
PATIENCE = 60
"""A page that took more seconds than this is not visited again."""

OURS, SLIDES = "Détente", f"TimelineJS {TIMELINEJS_VERSION}"
CLUSTERED, GROUPED = f"vis-timeline {VIS_VERSION}, clustered", f"vis-timeline {VIS_VERSION}, not clustered"
TARGETS = {SLIDES: "≤ 0.10", CLUSTERED: "≤ 1"}

SAYS = "can be used after "
WATCH = f"""
(function () {{
  function look() {{
    var root = document.documentElement;
    requestAnimationFrame(root && root.dataset.ready ? oneMore : look);
  }}
  function oneMore() {{ requestAnimationFrame(function () {{ requestIdleCallback(say); }}); }}
  function say() {{ console.log("{SAYS}" + performance.now()); }}
  look();
}})();
"""


@dataclass(frozen=True)
class Candidate:
    """A page to be visited; ``note`` says how large it is and, of Détente's, how long it took to write."""

    maker: str
    contacts: int
    path: Path
    note: str


def candidates(folder: Path, sizes: Sequence[int]) -> Iterator[Candidate]:
    """The pages, written: Détente's of every size, the others' of those they can be expected to bear."""
    modules = installed(folder)
    write_report(of(many(sizes[0], YEARS)), folder / "warm-up.html")
    for size in sizes:
        dossier = of(many(size, YEARS))
        yield _ours(folder / f"detente-{size}.html", size, dossier)
        if size <= MOST_FOR_OTHERS:
            yield from _others(folder, size, dossier, modules)


def _others(folder: Path, size: int, dossier: Dossier, modules: Path) -> Iterator[Candidate]:
    pages = {
        SLIDES: ("timelinejs", timelinejs_page(modules, dossier)),
        CLUSTERED: ("vis-clustered", vis_page(modules, dossier, cluster={})),
        GROUPED: ("vis-grouped", vis_page(modules, dossier)),
    }
    for maker, (name, text) in pages.items():
        path = folder / f"{name}-{size}.html"
        path.write_text(text, encoding="utf-8")
        yield Candidate(maker, size, path, _megabytes(path))


def _ours(path: Path, size: int, dossier: Dossier) -> Candidate:
    seconds = timed(lambda: write_report(dossier, path))
    return Candidate(OURS, size, path, f"{_megabytes(path)}, written in {shown(seconds)}")


def _megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.2f} MB"


Times = dict[Candidate, list[float]]


def visits(pages: Sequence[Candidate], runs: int, bound: float, pictures: Path | None) -> Times:
    """Seconds of every visit, all pages in turn; infinite beyond the bound. To a very slow page one visit is enough."""
    times: Times = {page: [] for page in pages}
    with sync_playwright() as playwright:
        visit(playwright, pages[0].path, bound)  # warms up
        for number in range(runs):
            for page, seconds in times.items():
                if max(seconds, default=0) > PATIENCE:
                    continue
                picture = pictures / f"{page.path.stem}.png" if pictures and not number else None
                seconds.append(visit(playwright, page.path, bound, picture))
                print(f"run {number + 1}: {page.maker}, {page.contacts:,}: {seconds[-1]:.2f} s", file=sys.stderr, flush=True)
    return times


def visit(playwright: Playwright, path: Path, bound: float, picture: Path | None = None) -> float:
    """Seconds until the page can be used; infinite if ``bound`` was reached. Raises RuntimeError when the page is broken."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET), env={**os.environ, "HOME": home})
        with launched as browser:
            troubles: list[str] = []
            page = _empty(browser, troubles)
            seconds = _until_used(page, path, bound)
            if picture and seconds < math.inf:
                page.screenshot(path=picture)
            if troubles:
                raise RuntimeError(f"{path.name}: {'; '.join(troubles)}")
    return seconds


def _empty(browser: Browser, troubles: list[str]) -> Page:
    """A page that notes the errors and requests of what it will show, and lets none of the requests through."""

    def refused(route: Route) -> None:
        troubles.append(f"asked for {route.request.url}")
        route.abort()

    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.route(re.compile("^(?!file:)"), refused)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.wait_for_timeout(500)  # what the browser does at its start is over
    return page


def _until_used(page: Page, path: Path, bound: float) -> float:
    try:
        with page.expect_console_message(lambda message: message.text.startswith(SAYS), timeout=bound * 1000) as heard:
            page.goto(path.as_uri(), wait_until="commit")
    except TimeoutError:
        return math.inf
    return float(heard.value.text.removeprefix(SAYS)) / 1000


def lines(times: Times, bound: float) -> Iterator[str]:
    """Détente's page of every size beside the others of that size, then beside its own smallest one."""
    ours = [page for page in times if page.maker == OURS]
    for page in ours:
        for other in times:
            if other.maker != OURS and other.contacts == page.contacts:
                yield _line(times, page, other, TARGETS.get(other.maker, "") if page.contacts == MOST_FOR_OTHERS else "", bound)
    for page in ours[1:]:
        yield _line(times, page, ours[0], "", bound)


def _line(times: Times, page: Candidate, other: Candidate, target: str, bound: float) -> str:
    what, beside = (f"{one.maker}, {one.contacts:,} contacts" for one in (page, other))
    ours, theirs = times[page], times[other]
    if math.inf in ours:
        return f"| {what} | > {bound:.0f} s | {beside} | | | {target} | |"
    median, ratio = statistics.median(ours), statistics.median(a / b for a, b in zip(ours, theirs, strict=False))
    if math.inf in theirs:
        return f"| {what} | {shown(median)} | {beside} | > {bound:.0f} s | **< {median / bound:.2f}** | {target} | |"
    return Measured(what, median, beside, statistics.median(theirs), ratio, target).line()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--contacts", type=int, nargs="+", default=[100, 10_000, 20_000], help="sizes, the smallest first")
    asked.add_argument("--runs", type=int, default=3, help="visits to each page")
    asked.add_argument("--bound", type=float, default=120, help="seconds after which a page is given up")
    asked.add_argument("--pictures", type=Path, metavar="DIR", help="a folder for a picture of each page when it can be used")
    chosen = asked.parse_args()
    if chosen.pictures:
        chosen.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        times = visits(list(candidates(Path(folder), chosen.contacts)), chosen.runs, chosen.bound, chosen.pictures)
    print(f"Python {platform.python_version()}, {chosen.runs} runs\n\n{HEADER}")
    print("\n".join(lines(times, chosen.bound)) + "\n")
    for page, seconds in times.items():
        print(f"{page.maker}, {page.contacts:,} contacts: {page.note}; visits: {len(seconds)}")


if __name__ == "__main__":
    main()
