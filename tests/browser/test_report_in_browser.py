"""The report in a real browser, from a file: nothing fetched, no error, all charts drawn, on screen, phone and paper."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.opening import Opener

pytestmark = pytest.mark.browser

CHARTS = ["timeline", "frequency", "gaps", "silence", "claims", "attempts", "topics", "readouts", "asymmetry", "coverage"]


_USA = pytest.param("usa-rus", "light", marks=pytest.mark.long)


@pytest.mark.parametrize(("name", "scheme"), [("fra-rus", "light"), ("fra-rus", "dark"), _USA, ("many-2000", "light")])
def test_every_chart_is_drawn(look_at: Opener, name: str, scheme: str) -> None:
    page = look_at(name, scheme=scheme)
    for chart in CHARTS:
        assert page.locator(f"#chart-{chart} svg.main-svg").count() > 0
        assert page.locator(f"#chart-{chart} .trace").count() > 0


def test_the_switch_of_periods_redraws_chart_and_sentence(look_at: Opener) -> None:
    page = look_at("fra-rus")
    years = page.locator("#chart-frequency .point").count()
    page.click("[data-chart=frequency][data-view=month]")
    expect(page.locator("#reading-frequency")).to_contain_text("in one month")
    assert page.locator("#chart-frequency .point").count() > years
    assert page.get_attribute("[data-chart=frequency][data-view=month]", "aria-pressed") == "true"
    assert page.get_attribute("[data-chart=frequency][data-view=year]", "aria-pressed") == "false"
    assert "in one month" in (page.get_attribute("#chart-frequency", "aria-label") or "")
    page.click("[data-chart=frequency][data-view=year]")
    assert page.locator("#chart-frequency .point").count() == years


def test_the_switch_works_from_the_keyboard(look_at: Opener) -> None:
    page = look_at("fra-rus")
    page.focus("[data-chart=topics][data-view=FRA]")
    page.keyboard.press("Enter")
    assert (page.text_content("#reading-topics") or "").startswith("France:")
    page.focus("[data-chart=topics][data-view=all]")
    page.keyboard.press("Enter")
    assert (page.text_content("#reading-topics") or "").startswith("All accounts:")


def test_dark_and_light_draw_in_their_own_colours_and_follow_a_change(look_at: Opener) -> None:
    page = look_at("fra-rus")
    label = page.locator("#chart-timeline .ytick text").first
    expect(label).to_have_css("fill", "rgb(23, 33, 43)")
    page.emulate_media(color_scheme="dark")
    expect(label).to_have_css("fill", "rgb(241, 238, 232)")
    page.emulate_media(color_scheme="light")
    expect(label).to_have_css("fill", "rgb(23, 33, 43)")


@pytest.mark.parametrize("name", ["fra-rus", pytest.param("usa-rus", marks=pytest.mark.long), "many-2000", "nothing"])
def test_a_phone_has_no_sideways_scrolling(look_at: Opener, name: str) -> None:
    page = look_at(name, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def becomes(page: Page, what: str) -> None:
    """Waits up to five seconds for it; the page's own policy forbids the browser to wait for a text of code."""
    for _ in range(50):
        if page.evaluate(what):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"it did not become so: {what}")


@pytest.mark.parametrize("motion", ["no-preference", pytest.param("reduce", marks=pytest.mark.long)])
def test_a_phone_shows_the_timeline_from_its_newest_end(open_report: Opener, motion: str) -> None:
    """It stays there when the window changes; whoever goes back in time, by hand or by key, is left there."""
    page = open_report("fra-rus", width=390, motion=motion)
    left = "(() => { const one = document.querySelector('#chart-timeline').parentElement; return %s; })()"
    drawn = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    to_end = left % "one.scrollWidth - one.clientWidth - one.scrollLeft"
    becomes(page, f"{to_end} <= 1")
    assert page.evaluate(left % "one.scrollLeft") > 300  # 780 pixels in less than 390
    assert page.evaluate("scrollY") == 0
    names = page.locator("#panel-timeline .row-names span")
    assert names.all_text_contents()[:3] == ["All contacts", "Ministers, calls", "Ministers, meetings"]
    meanings = [one.bounding_box() for one in page.locator("#chart-timeline .legend .traces").all()]
    assert len(meanings) == 7
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in meanings), "cut off"
    page.set_viewport_size({"width": 1000, "height": 390})
    page.set_viewport_size({"width": 390, "height": 900})
    becomes(page, f"{to_end} <= 1")
    page.focus("#chart-timeline + .probe")
    page.keyboard.press("Home")
    becomes(page, left % "one.scrollLeft < 100")
    expect(names).to_have_count(0)  # there the chart's own are seen
    page.set_viewport_size({"width": 380, "height": 900})
    page.evaluate(drawn)
    assert page.evaluate(left % "one.scrollLeft") < 100


def test_paper_has_the_charts_at_its_own_width(look_at: Opener) -> None:
    page = look_at("fra-rus", scheme="dark")
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") >= 6 or pdf.count(b"/Type /Page") >= 6
    page.emulate_media(media="print")
    page.wait_for_selector("html[data-paper]", state="attached")
    widths = page.evaluate("[...document.querySelectorAll('.chart .main-svg')].map(svg => svg.getBoundingClientRect().width)")
    assert max(widths) <= 690  # A4 less its margins is 184 mm, 695 pixels
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--card').trim()") == "#ffffff"
    page.emulate_media(media="screen")
    page.wait_for_selector("html:not([data-paper])", state="attached")


def test_paper_has_each_address_once(open_report: Opener) -> None:
    behind = "getComputedStyle(document.querySelector(\"#panel-claims td a[href^='http']\"), '::after').content"
    page = open_report("fra-rus")
    page.emulate_media(media="print")
    page.wait_for_selector("html[data-paper]", state="attached")
    page.evaluate("delete document.documentElement.dataset.ready")  # printed before every chart is drawn
    assert page.evaluate(behind) == "none", "it is in the list of references"
    silent = open_report("fra-rus", scripts=False)
    silent.emulate_media(media="print")
    assert "https://" in silent.evaluate(behind), "without scripts there is no such list"


def test_the_address_the_sentences_and_the_claims_table_lead_to_a_card_which_has_the_verdicts(open_report: Opener) -> None:
    page = open_report("fra-rus", fragment="#fra-rus-2022-10-23-phone")
    assert page.locator("#fra-rus-2022-10-23-phone").get_attribute("open") is not None
    page.click(".sentences a[href='#fra-rus-2024-04-03-phone'] >> nth=0")
    page.wait_for_selector("#fra-rus-2024-04-03-phone[open]")
    page.click("#fra-rus-2024-04-03-phone > summary")
    page.evaluate("location.hash = ''")
    page.click("#panel-claims tbody a[href='#fra-rus-2024-04-03-phone'] >> nth=0")
    page.wait_for_selector("#fra-rus-2024-04-03-phone[open]")
    verdicts = page.locator("#fra-rus-2024-04-03-phone ul.claims .tag").all_text_contents()
    assert set(verdicts) == {"exact", "rounded", "contradicted"}
    assert len(verdicts) == 13


def test_a_mark_tells_by_hovering_who_reports_and_who_denies(look_at: Opener) -> None:
    page = look_at("fra-rus")
    page.locator("#chart-readouts .trace").last.locator(".point").last.hover(force=True)
    expect(page.locator(".mark-card")).to_contain_text("both sides; denied by France")


def test_coverage_is_told_apart_by_patterns_and_words(look_at: Opener) -> None:
    page = look_at("fra-rus")
    assert page.locator("#chart-coverage pattern").count() >= 3
    words = page.locator("#chart-coverage .textpoint").all_text_contents()
    assert set(words) == {"complete", "fair", "poor", "unknown"}


def test_every_panel_has_its_place_among_the_sections(look_at: Opener) -> None:
    page = look_at("fra-rus")
    assert page.locator("nav a").all_text_contents() == [
        "Timeline",
        "Frequency",
        "Gaps",
        "Silence",
        "Claims",
        "Attempts",
        "Topic mix",
        "Readouts",
        "Coverage",
        "Contacts",
        "Method",
    ]


def test_all_cards_open_and_close_together(look_at: Opener) -> None:
    page = look_at("fra-rus")
    page.click("[data-open=cards]")
    assert page.locator("#cards > details[open]").count() == 24
    page.click("[data-open=cards]")
    assert page.locator("#cards > details[open]").count() == 0


def test_hostile_text_runs_nothing(look_at: Opener) -> None:
    page = look_at("evil")
    for chart in ("timeline", "claims", "attempts", "readouts", "coverage"):
        page.hover(f"#chart-{chart} .point >> nth=0", force=True)
    assert page.locator("a[href^=javascript]").count() == 0
    assert page.title() == "France and Russia: contacts between defence ministries"
    assert page.locator("img").count() == 0


def test_a_page_without_contacts_is_quiet(look_at: Opener) -> None:
    page = look_at("nothing")
    assert page.locator(".chart").count() == 0


def test_with_scripts_off_the_sentences_and_tables_are_read(look_at: Opener) -> None:
    page = look_at("fra-rus", scripts=False)
    assert "528 days" in (page.text_content(".sentences") or "")
    page.click("#panel-gaps details.data > summary")
    assert page.locator("#panel-gaps table >> nth=0").is_visible()
    assert page.locator(".switch >> nth=0").is_hidden()
    for panel in ("claims", "attempts"):
        assert page.locator(f"#panel-{panel} table").is_visible()
    for panel, words in (("readouts", "both sides; denied by France"), ("coverage", "A French source quoted by AFP")):
        page.click(f"#panel-{panel} details.data > summary >> nth=0")
        assert words in (page.locator(f"#panel-{panel} table >> nth=0").inner_text())


@pytest.mark.parametrize("anchor", ["fra-rus-2024-04-03-phone", pytest.param("panel-gaps", marks=pytest.mark.long)])
def test_an_address_that_was_passed_on_shows_what_it_names(open_report: Opener, anchor: str) -> None:
    """In a fresh window, where charts are drawn above it after the browser went there."""
    page = open_report("fra-rus", fragment=f"#{anchor}")
    assert 0 <= page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", anchor) < 200
