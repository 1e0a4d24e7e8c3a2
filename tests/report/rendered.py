"""Pages that several tests look at: each is rendered once in a run, by the first that asks, whichever worker that is in."""

import os
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from detente.analysis.dossier import Dossier
from detente.domain.contacts import DifferingValue, Statement
from detente.domain.coverage import CoverageWindow
from detente.domain.parties import dyad
from detente.domain.vocabulary import Completeness, Stance, Status
from detente.report.document import write_text
from detente.report.overview_page import render_overview
from detente.report.page import render
from tests.report.samples import claim, contact, many, of, overview, shipped

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


def _of_many(count: int, years: int) -> str:
    return render(of(many(count, years)))


MANY = {
    "many-500": (500, 20),
    "many-2000": (2_000, 25),
    "many-10000": (10_000, 30),
}
"""How many contacts over how many years."""

PAGES: dict[str, Callable[[], str]] = {
    "fra-rus": lambda: render(shipped("FRA", "RUS")),
    "usa-rus": lambda: render(shipped("RUS", "USA")),
    "deu-rus": lambda: render(shipped("DEU", "RUS")),
    "overview": lambda: render_overview(overview(), frozenset({"fra-rus", "usa-rus"})),
    "nothing": lambda: render(of([], claims=(), windows=())),
    "one": lambda: render(of([contact("2024-04-03")], claims=())),
    "evil": lambda: render(_hostile()),
    **{name: partial(_of_many, *size) for name, size in MANY.items()},
}


_PATIENCE = 180.0
"""Seconds after which a page that another worker promised is not waited for."""


class Pages:
    """Pages of the shipped record, of none, one and very many contacts, and of hostile text, in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """The file of the page; where another worker is rendering it, waits for that one."""
        path, claim = self.folder / f"{name}.html", self.folder / f"{name}.claim"
        deadline = time.monotonic() + _PATIENCE
        while not path.exists():
            try:
                claim.touch(exist_ok=False)
            except FileExistsError:
                if time.monotonic() > deadline:  # that worker is gone
                    claim.unlink(missing_ok=True)
                time.sleep(0.05)
                continue
            try:
                write_text(PAGES[name](), path)
            finally:
                claim.unlink(missing_ok=True)
        return path

    def text(self, name: str) -> str:
        """What the file holds."""
        return self.path(name).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages of this run, in a folder that its workers share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "pages"
    folder.mkdir(exist_ok=True)
    return Pages(folder)
