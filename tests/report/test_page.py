"""The page: one file, harmless whatever the record says, the same each time, small, and readable with scripts off."""

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from plotly import graph_objects

from detente.analysis.dossier import Dossier
from detente.domain.contacts import Contact, DifferingValue, Source, Statement
from detente.domain.coverage import CoverageWindow
from detente.domain.parties import dyad
from detente.domain.vocabulary import Anchor, Completeness, Reliability, Stance, Status
from detente.report.document import PLOTLY_BUNDLE
from detente.report.page import render, write_report
from tests.report.rendered import Pages
from tests.report.samples import claim, contact, of, shipped

PLOTLY_DEFAULT_PAGE = 4_830_000
"""Bytes of the page that plotly writes by itself."""


class Page(HTMLParser):
    """What a browser would make of the page: elements with their attributes, scripts, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.text = ""
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag if tag in ("script", "style") else ""
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)
        elif not self._inside:
            self.text += data

    def packed(self, name: str) -> str:
        """The text that a script element of that id carries packed."""
        (packed,) = [script for attributes, script in self.scripts if attributes.get("id") == name]
        return gzip.decompress(base64.b64decode(packed)).decode()

    def figures(self) -> dict[str, Any]:
        """The views of every chart, as the page shows them at first."""
        made: dict[str, Any] = json.loads(self.packed("figures"))
        return made

    def chosen(self) -> dict[str, Any]:
        """What else can be chosen: the two shelves, and the choices."""
        made: dict[str, Any] = json.loads(self.packed("chosen"))
        return made

    def attributes(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


@pytest.fixture(scope="module")
def text(pages: Pages) -> str:
    return pages.text("fra-rus")


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def _policy(page: Page) -> str:
    return next(
        attributes["content"] or ""
        for tag, attributes in page.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )


def _sha256(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def test_the_policy_names_the_hashes_of_the_scripts_and_allows_nothing_else(page: Page) -> None:
    running = [script for attributes, script in page.scripts if "type" not in attributes]
    bundle = page.packed("plotly")
    assert len(running) == 1
    assert bundle == PLOTLY_BUNDLE.read_text(encoding="utf-8")
    hashes = " ".join(f"'sha256-{_sha256(script)}'" for script in (bundle, *running))
    assert _policy(page) == (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_vendored_script_is_the_version_that_plotly_itself_ships() -> None:
    from plotly.offline import get_plotlyjs_version

    assert PLOTLY_BUNDLE.name == f"plotly-basic-{get_plotlyjs_version()}.min.js"


def test_nothing_is_fetched(page: Page) -> None:
    assert not [tag for tag, attributes in page.elements if "src" in attributes or tag in ("link", "img", "iframe", "object")]
    assert all(url.startswith(("#", "https://", "http://", "data:application/gzip;base64,")) for url in page.attributes("href"))


def test_the_same_dossier_gives_the_same_bytes(text: str) -> None:
    assert render(shipped("FRA", "RUS")) == text


def test_every_link_inside_the_page_leads_somewhere(page: Page) -> None:
    ids = page.attributes("id")
    assert len(ids) == len(set(ids))
    assert {url[1:] for url in page.attributes("href") if url.startswith("#")} <= set(ids)
    assert {"fra-rus-2022-10-23-phone", "fra-rus-2024-04-03-phone"} <= set(ids)


def test_every_chart_has_a_sentence_and_tables(page: Page) -> None:
    charts = [attributes for _, attributes in page.elements if attributes.get("role") == "img"]
    first, second = ["timeline", "frequency", "rates", "gaps", "silence", "claims"], ["attempts", "topics", "readouts"]
    keys = [*first, *second, "asymmetry", "coverage"]
    assert [chart["id"] for chart in charts] == [f"chart-{key}" for key in keys]
    assert all(len(chart["aria-label"] or "") > 40 for chart in charts)
    assert sum(tag == "table" for tag, _ in page.elements) >= 2 + 3 + 1 + 6 + 1 + 1 + 4 + 2 + 1 + 1


def test_sentences_and_tables_are_there_without_scripts(page: Page) -> None:
    assert "since 23 October 2022: 528 days, about 17 months." in " ".join(page.text.split())
    assert "Readiness for dialogue on Ukraine noted" in page.text
    assert "detente report FRA RUS --as-of 2025-12-31" in page.text


def test_figures_are_lists_without_a_template_of_their_own(page: Page) -> None:
    assert "bdata" not in page.packed("figures")
    for views in page.figures().values():
        for view in views.values():
            assert view["figure"]["data"]
            assert set(view["figure"]["layout"].get("template", {})) <= {"data", "layout"}


def _but_for_its_data(trace: dict[str, Any]) -> str:
    """What the library has a rule for: of the places and words of the marks it takes any."""
    any_goes = {"x", "y", "base", "text", "hovertext", "customdata"}
    return json.dumps({name: value for name, value in trace.items() if name not in any_goes} | {"has": sorted(trace)})


@pytest.mark.parametrize("name", ["fra-rus", "deu-rus"])
def test_the_drawing_library_has_nothing_against_any_figure(pages: Pages, name: str) -> None:
    """Of traces that are alike but for their data it sees one."""
    page = Page(pages.text(name))
    figures = [v["figure"] for views in [*page.figures().values(), *page.chosen()["figures"]] for v in views.values()]
    traces = {_but_for_its_data(trace): trace for figure in figures for trace in figure["data"]}
    layouts = {json.dumps(figure["layout"]): figure["layout"] for figure in figures}
    graph_objects.Figure(list(traces.values()))  # raises ValueError for a property that it does not know
    for layout in layouts.values():
        graph_objects.Figure(layout=layout)


def test_marks_have_an_order_that_covers_every_mark_with_words(page: Page) -> None:
    for views in page.figures().values():
        for view in views.values():
            data, order = view["figure"]["data"], view["figure"]["layout"]["meta"]["order"]
            told = [[n, point] for n, trace in enumerate(data) for point in range(len(trace.get("hovertext", [])))]
            assert sorted(order) == told


def test_the_timeline_is_stepped_through_from_left_to_right_and_the_gaps_from_the_top(page: Page) -> None:
    timeline = page.figures()["timeline"]["all"]["figure"]
    days = [(timeline["data"][n].get("base") or timeline["data"][n]["x"])[point] for n, point in _order(timeline)]
    assert days == sorted(days)
    gaps = page.figures()["gaps"]["all"]["figure"]
    rows = [int(gaps["data"][n]["y"][point]) for n, point in _order(gaps)]
    assert rows == sorted(rows, reverse=True)


def _order(figure: dict[str, Any]) -> list[list[int]]:
    order: list[list[int]] = figure["layout"]["meta"]["order"]
    return order


EVIL = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '" onload="alert(1)',
    "<!-- --><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% raw %}",
    "شويغو وليكورنو \u202eevil",
    "👩🏽‍🚀 日本 <b>bold</b> &amp;",
    "=HYPERLINK(1)",
    "%{x} <br> $\\alpha$",
]


def _evil(words: str) -> Contact:
    return contact(
        "2024-04-03",
        contact_id=f"fra-rus {words}",
        summary=words,
        note=words,
        place=words,
        statements=(Statement(words, "FRA", "FRA", Stance.REPORTS, words, "javascript:alert(1)"),),
        sources=(Source(words, words, words, words, words, words, Reliability.F, 6, words),),
        values=(DifferingValue(words, words, "javascript:alert(1)"), DifferingValue("place", words, None)),
    )


def _evil_dossier(words: str) -> Dossier:
    """Hostile text wherever a record has text, the claims, the coverage and an attempt included."""
    made = _evil(words)
    tried = contact("2024-05-01", contact_id=f"tried {words}", status=Status.DECLINED, summary=words, initiator=words)
    window = CoverageWindow(dyad("FRA", "RUS"), "minister", "any", date(2020, 1, 1), date(2024, 1, 1), Completeness.FAIR, words)
    claims = [
        claim(words, made.contact_id, "2024-04-03", months=18.0, source_url="javascript:alert(1)"),
        claim(words, None, "2024-05", since="2022", anchor=Anchor.CONTACT, claim_id="fra-rus-c98", source_url="http://[x"),
    ]
    gathered = of([made, tried, contact("2023-01-01")], claims=claims, windows=[window])
    return replace(gathered, names={"FRA": words, "RUS": "Russia"})


@pytest.mark.parametrize("words", EVIL)
def test_text_from_the_record_is_shown_as_text_and_nothing_else(words: str) -> None:
    page = Page(render(_evil_dossier(words)))
    calm = Page(render(_evil_dossier("calm")))
    assert page.text.count(words) >= calm.text.count("calm")
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in calm.elements]
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert not [url for url in page.attributes("href") if not url.startswith(("#", "http", "data:application/gzip;base64,"))]


def test_what_a_mark_says_is_text_and_never_set_as_markup() -> None:
    page = Page(render(_evil_dossier("<b>x</b> </script>")))
    for chart in ("timeline", "claims", "readouts", "attempts"):
        cards = [line for trace in page.figures()[chart]["all"]["figure"]["data"] for line in trace.get("hovertext", [])]
        assert any("<b>x</b> </script>" in line for line in cards)
    (script,) = [script for attributes, script in page.scripts if "type" not in attributes]
    assert ".innerHTML =" in script
    assert script.count("innerHTML") == 2  # what the page's own template made, kept and put back


def test_names_of_topics_and_sides_in_figures_are_text_too() -> None:
    page = Page(render(_evil_dossier("<b>x</b>")))
    for views in page.figures().values():
        for view in views.values():
            shown = [
                {k: v for k, v in trace.items() if k not in ("hovertext", "customdata")} for trace in view["figure"]["data"]
            ]
            assert "<b>x" not in json.dumps([shown, view["figure"]["layout"]])


def test_what_a_page_cannot_hold_is_replaced() -> None:
    text = render(of([contact("2024-04-03", summary="a\x00b\x1b\ud800c")]))
    text.encode("utf-8")
    assert "\x00" not in text
    assert "a\N{REPLACEMENT CHARACTER}b" in text


@pytest.mark.parametrize("name", ["fra-rus", "usa-rus"])
def test_the_pages_of_the_shipped_record_are_small(pages: Pages, name: str) -> None:
    size = pages.path(name).stat().st_size
    assert size <= 0.35 * PLOTLY_DEFAULT_PAGE
    assert size < 2_000_000


_OTHERS = [pytest.param(name, marks=pytest.mark.long) for name in ("many-500", "many-10000")]


@pytest.mark.parametrize("name", ["nothing", "one", "many-2000", *_OTHERS])
def test_any_number_of_contacts_makes_a_page_below_two_megabytes(pages: Pages, name: str) -> None:
    made = pages.text(name)
    assert len(made.encode()) < 2_000_000
    for table in re.findall(r"<tbody>(.*?)</tbody>", made, re.DOTALL):
        assert table.count("<tr>") <= 2_000


def test_without_contacts_there_is_no_empty_panel() -> None:
    page = Page(render(of([], claims=(), windows=())))
    assert [one for one in page.attributes("id") if one.startswith("panel-")] == ["panel-method"]
    assert "is on record for this selection" in page.text


def test_without_contacts_the_declared_coverage_and_what_was_claimed_are_still_told() -> None:
    page = Page(render(of([])))
    assert [one for one in page.attributes("id") if one.startswith("panel-")] == [
        "panel-claims",
        "panel-coverage",
        "panel-method",
    ]


def test_only_non_contacts_draw_no_chart_of_nothing() -> None:
    page = Page(render(of([contact("2024-04-03", status=Status.UNANSWERED)], claims=())))
    charts = [one for one in page.attributes("id") if one.startswith("chart-")]
    assert charts == ["chart-timeline", "chart-attempts", "chart-coverage"]


def test_the_page_says_at_its_top_when_it_is_not_public() -> None:
    secret = [contact("2024-04-03", restricted=True)]
    assert "Records marked restricted have been left out" in Page(render(of(secret))).text
    shown = Page(render(of(secret, include_restricted=True))).text
    assert shown.index("Not public.") < shown.index("days of silence")


def test_the_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "fra-rus.html"
    target.write_text("before", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", _full_disk)
    with pytest.raises(OSError, match="disk full"):
        write_report(of([]), target)
    monkeypatch.undo()
    assert target.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]
    write_report(of([]), target)
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def _full_disk(*_: object) -> None:
    raise OSError("disk full")
