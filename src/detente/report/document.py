"""How do the sections of a page, and what can be chosen on it, become one HTML file that needs no network?"""

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from detente.report.chart import Cell, Chart
from detente.report.choices import Choices
from detente.report.contact_cards import Card
from detente.report.enclosed import Enclosure
from detente.report.packing import as_json, content_security_policy, finalized, packed, printable
from detente.report.panels import with_those_below

_HERE = Path(__file__).parent
PLOTLY_BUNDLE = _HERE / "vendor" / "plotly-basic-4.1.1.min.js"
SCRIPTS = ("packed.js", "figures.js", "marks.js", "tables.js", "address.js", "choosing.js", "paper.js", "start.js")
"""The parts of the page's own script, in the order in which they stand in it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page that changes with what is chosen. ``title`` empty: it has no heading of its own.

    ``figures`` has the views of each chart in it, by the key of the chart.
    """

    key: str
    title: str
    html: Markup
    figures: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the page shows for one choice: ``said`` announces it, ``cards`` are the places of the cards that belong to it."""

    said: str
    sections: tuple[Section, ...]
    cards: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file inside the page: saved as ``name`` by the page's script, as what it is (gzip) without scripts."""

    label: str
    name: str
    kind: str
    text: str

    @property
    def packed(self) -> str:
        """The text as base64 of gzip, to the byte."""
        return packed(self.text)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: ``sections`` show everything, ``chosen`` the rest of what ``choices`` offer, by the key of the choice."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    choices: Choices
    chosen: Mapping[str, Chosen]
    definitions: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...] = ()
    cards_note: str = ""
    cited: Enclosure | None = None
    restricted: bool = False
    left_out: bool = False

    @property
    def enclosed(self) -> list[File]:
        """The files to save: the data, and the reference for programs that keep such."""
        if self.cited is None:
            return []
        stem = self.cited.stem
        files = [
            File("JSON: contacts, gaps and what belongs to them", f"{stem}.json", "application/json", self.cited.json),
            File("CSV: one line a contact", f"{stem}.csv", "text/csv", self.cited.csv),
            File("Reference as CSL-JSON", f"{stem}.csl.json", "application/vnd.citationstyles.csl+json", self.cited.csl_json),
            File("Reference as BibTeX", f"{stem}.bib", "application/x-bibtex", self.cited.bibtex),
        ]
        return [file for file in files if file.text]


class Parts:
    """The building blocks of a page, as HTML.

    ``anchors`` are the ids of the cards that links on this page can lead to, ``elsewhere`` the addresses of contacts that pages
    beside it tell of.
    """

    def __init__(self, anchors: Iterable[str], elsewhere: Mapping[str, str] | None = None) -> None:
        self._elsewhere = dict(elsewhere or {})
        self.names = {"anchors": frozenset(anchors), "elsewhere": self._elsewhere}
        self._blocks = _environment().get_template("parts.html.j2").make_module(self.names)

    def leads_to(self, elsewhere: Mapping[str, str]) -> None:
        """Adds addresses of contacts that pages beside it tell of, for the sections that are made from now on."""
        self._elsewhere.update(elsewhere)

    def section(self, key: str, title: str, block: str, *given: object) -> Section:
        """A section made by the template's macro ``block``."""
        return Section(key, title, Markup(getattr(self._blocks, block)(*given)))

    def chart(self, chart: Chart) -> Section:
        """The section of a chart and the one below it."""
        figures = {one.key: _views(one) for one in with_those_below([chart]) if one.views[0].figure is not None}
        return replace(self.section(chart.key, chart.title, "chart_body", chart), figures=figures)


def _views(chart: Chart) -> dict[str, Any]:
    return {
        view.key: {"sentence": view.sentence, "height": view.height, "figure": view.figure.to_plotly_json()}
        for view in chart.views
        if view.figure is not None
    }


def rendered(page: Page, parts: Parts) -> str:
    """The whole text of the page; the same page gives the same text."""
    bundle, scripts = _asset(PLOTLY_BUNDLE), page_script()
    figures = {key: views for section in page.sections for key, views in section.figures.items()}
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            page=page,
            **parts.names,
            csp=content_security_policy([bundle, scripts]),
            style=Markup(_asset(_HERE / "assets" / "report.css")),
            figures=packed(as_json(figures)),
            chosen=packed(as_json(_chosen(page))),
            bundle=_packed_bundle(),
            scripts=Markup(scripts),
        )
    )


def _chosen(page: Page) -> dict[str, Any]:
    """Every choice as places in two lists, of HTML and of figures: what is alike for many choices is there once.

    The lists are in the order of the sections, since what stands near its like packs best.
    """
    html, figures = _Shelf(), _Shelf()
    choices: dict[str, dict[str, Any]] = {
        key: {"said": one.said, "cards": one.cards, "html": {}, "figures": {}} for key, one in page.chosen.items()
    }
    for section in page.sections:
        for key, chosen in page.chosen.items():
            shown = next((one for one in chosen.sections if one.key == section.key), None)
            if shown is not None:
                choices[key]["html"][section.key] = html.place(shown.html, shown.html)
                for chart, views in shown.figures.items():
                    choices[key]["figures"][chart] = figures.place(as_json(views), views)
    return {"html": html.things, "figures": figures.things, "choices": choices}


class _Shelf:
    """Things of which each is kept once, found again by their text."""

    def __init__(self) -> None:
        self.things: list[Any] = []
        self._places: dict[str, int] = {}

    def place(self, text: str, thing: Any) -> int:
        if text not in self._places:
            self._places[text] = len(self.things)
            self.things.append(thing)
        return self._places[text]


@lru_cache(maxsize=1)
def page_script() -> str:
    """The page's own script: its parts, which share one scope and no name with anything outside."""
    parts = [_asset(_HERE / "assets" / name) for name in SCRIPTS]
    return '(function () {\n"use strict";\n' + "\n".join(parts) + "})();\n"


@lru_cache(maxsize=16)
def _asset(path: Path) -> str:
    """A file as the browser will see it: line ends are LF, as HTML parsing makes them."""
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


@lru_cache(maxsize=1)
def _packed_bundle() -> str:
    """The drawing library; the policy lets it run only if not a byte of it was changed."""
    return packed(_asset(PLOTLY_BUNDLE))


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["anchor"] = lambda text: quote(printable(text), safe="")
    environment.tests["cell"] = lambda value: isinstance(value, Cell)
    return environment


def write_text(text: str, path: Path) -> None:
    """Writes ``text`` to ``path``, whose folder must exist: the whole of it, or nothing. Raises OSError."""
    write_file(path, lambda draft: draft.write_bytes(text.encode("utf-8")))


def write_file(path: Path, write: Callable[[Path], object]) -> None:
    """Has ``write`` fill a draft beside ``path`` and puts it there when it is complete. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    draft = Path(name)
    try:
        write(draft)
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The permissions that new files do not get; the system tells it only when it is set."""
    current = os.umask(0o022)
    os.umask(current)
    return current
