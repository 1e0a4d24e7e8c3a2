"""A report as PDF and as pictures, made by a real Chromium from its command line."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from shutil import copyfile

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from detente.report.chromium import figures, print_pdf
from tests.browser.conftest import CHROMIUM
from tests.report.rendered import Pages

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module", autouse=True)
def chromium(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The same Chromium that the other tests of this folder drive, and the same rule for when there is none."""
    assert browser.is_connected()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DETENTE_CHROMIUM", str(CHROMIUM))
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exports")


@pytest.fixture(scope="module")
def page(folder: Path, pages: Pages) -> Path:
    return Path(copyfile(pages.path("fra-rus"), folder / "fra-rus.html"))


@pytest.fixture(scope="module")
def drawings(page: Path, chromium: None) -> dict[str, ET.Element]:
    """The root of each picture, by the key of the chart."""
    made = figures(page, page.parent, "svg")
    return {path.stem.removeprefix("fra-rus-"): ET.parse(path).getroot() for path in made}


@pytest.fixture(scope="module")
def printed(page: Path, chromium: None) -> Path:
    print_pdf(page, page.with_suffix(".pdf"))
    return page.with_suffix(".pdf")


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@cache
def written(pdf: Path) -> str:
    """Its text without spaces, which a PDF does not have."""
    return squeezed("".join(sheet.extract_text() for sheet in PdfReader(pdf).pages))


def size(pdf: Path) -> tuple[int, int]:
    """Width and height of its sheets in millimetres."""
    sizes = {
        (round(float(sheet.mediabox.width) / MILLIMETRE), round(float(sheet.mediabox.height) / MILLIMETRE))
        for sheet in PdfReader(pdf).pages
    }
    assert len(sizes) == 1
    return sizes.pop()


def texts(drawing: ET.Element) -> list[str]:
    return [text for element in drawing.iter(f"{SVG}text") if (text := "".join(element.itertext()).strip())]


def test_the_report_on_paper(printed: Path) -> None:
    assert size(printed) == (210, 297)
    assert len(PdfReader(printed).pages) >= 6
    assert "FranceandRussia" in written(printed)
    assert "528" in written(printed)


def test_letter_paper(pages: Pages, folder: Path) -> None:
    target = folder / "letter.pdf"
    print_pdf(pages.path("one"), target, paper="Letter")
    assert size(target) == (216, 279)
    assert "1contactonrecord" in written(target)


def test_every_chart_is_on_paper(printed: Path, drawings: dict[str, ET.Element]) -> None:
    """Most of what stands in a chart's picture: ticks and labels differ with the width."""
    text = written(printed)
    for key, drawing in drawings.items():
        wanted = {squeezed(words) for words in texts(drawing)}
        found = {words for words in wanted if words in text}
        assert len(found) > 0.7 * len(wanted), f"{key}: {sorted(wanted - found)} are not on paper"


def test_hatches_are_lines_on_paper(printed: Path) -> None:
    assert [image.name for sheet in PdfReader(printed).pages for image in sheet.images] == []
    assert not re.search(rb"/Subtype\s*/Image|/PatternType", printed.read_bytes())
    assert printed.stat().st_size < 2_000_000


@pytest.mark.long
@pytest.mark.parametrize(("count", "most"), [(500, 4_000_000), (2_000, 12_000_000)])
def test_a_long_record_on_paper(pages: Pages, folder: Path, count: int, most: int) -> None:
    """Its charts are drawn before it is printed, and hatches do not swell it: of 500 contacts each has a mark, of more not."""
    print_pdf(pages.path(f"many-{count}"), folder / "many.pdf")
    content = (folder / "many.pdf").read_bytes()
    assert len(content) < most
    assert not re.search(rb"/Subtype\s*/Image|/PatternType", content)
    first = squeezed("".join(sheet.extract_text() for sheet in PdfReader(folder / "many.pdf").pages[:4]))
    assert f"{count:,}contactsonrecord" in first
    assert "Deputyministersletters" in first, "a lane of the timeline"


def test_one_picture_for_each_chart(page: Path, drawings: dict[str, ET.Element]) -> None:
    charts = re.findall(r'<div class="chart" id="chart-([\w-]+)"', page.read_text(encoding="utf-8"))
    assert "timeline" in charts
    assert list(drawings) == charts


def test_a_picture_stands_by_itself(drawings: dict[str, ET.Element]) -> None:
    for key, drawing in drawings.items():
        assert drawing.tag == f"{SVG}svg"
        assert (drawing.get("width"), drawing.get("role")) == ("1100", "img")
        title, ground = list(drawing)[:2]
        assert title.tag == f"{SVG}title"
        assert len(title.text or "") > 20, f"{key}: a sentence says what it shows"
        assert (ground.tag, ground.get("width")) == (f"{SVG}rect", "1100")
        assert "fill: rgb(255, 255, 255); fill-opacity: 1" in (ground.get("style") or "")
        assert texts(drawing), f"{key}: text is text"


def test_what_a_picture_says(drawings: dict[str, ET.Element]) -> None:
    timeline = " ".join(texts(drawings["timeline"]))
    assert "Sébastien Lecornu" in timeline
    assert "528 days" in timeline
    assert "2022-10-23" in " ".join(texts(drawings["gaps"]))
    assert list(drawings["timeline"].iter(f"{SVG}pattern")), "time that was hardly looked at is hatched"


def test_pictures_are_the_same_on_a_dark_desktop(page: Path, drawings: dict[str, ET.Element], tmp_path: Path) -> None:
    """Colours of light paper; and what is drawn twice is the same, byte by byte."""
    dark = tmp_path / "dark-chromium"
    dark.write_text(f'#!/bin/sh\nexec {CHROMIUM} --force-dark-mode "$@"\n', encoding="utf-8")
    dark.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DETENTE_CHROMIUM", str(dark))
        for path in figures(page, tmp_path, "svg"):
            assert path.read_bytes() == page.with_name(path.name).read_bytes()


def test_pictures_of_dots(page: Path, drawings: dict[str, ET.Element], tmp_path: Path) -> None:
    made = figures(page, tmp_path, "png")
    assert [path.name for path in made] == [f"fra-rus-{key}.png" for key in drawings]
    for path in made:
        content = path.read_bytes()
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        assert int.from_bytes(content[16:20]) == 2200
        assert int.from_bytes(content[20:24]) == 2 * int(drawings[path.stem.removeprefix("fra-rus-")].get("height") or 0)


def test_nothing_is_left_beside_the_results(page: Path, printed: Path, drawings: dict[str, ET.Element]) -> None:
    assert [path.name for path in page.parent.iterdir() if path.is_dir() or path.name.startswith(".")] == []


def test_a_record_without_contacts(pages: Pages, folder: Path) -> None:
    nothing = pages.path("nothing")
    assert figures(nothing, folder, "svg") == []
    print_pdf(nothing, folder / "nothing.pdf")
    assert "Nocontactonrecord" in written(folder / "nothing.pdf")
