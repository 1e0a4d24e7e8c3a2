"""The overview of all pairs in a real browser: its charts, its switch, and the ways into the pages beside it."""

import pytest
from playwright.sync_api import expect

from tests.browser.opening import Opener

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_panel_is_there(look_at: Opener, scheme: str) -> None:
    page = look_at("overview", scheme=scheme)
    assert page.locator("h1").inner_text() == "Who talks to whom"
    for chart in ("ranking", "multiples"):
        assert page.locator(f"#chart-{chart} .trace").count() > 0
    assert page.locator("table.heatmap tbody tr").count() == 15
    assert page.locator("td.unseen").count() > 100
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_shades_tell_more_from_less(look_at: Opener) -> None:
    page = look_at("overview")
    colours = [
        page.locator(f"td.shade-{shade} >> nth=0").evaluate("cell => getComputedStyle(cell).backgroundColor")
        for shade in (1, 2, 3, 4)
    ]
    assert len(set(colours)) == 4


def test_a_choice_changes_every_panel(look_at: Opener) -> None:
    page = look_at("overview")
    sections = ["headline", "heatmap", "ranking", "multiples", "method"]
    before = {name: page.locator(f"[data-section={name}]").inner_text() for name in sections}
    page.select_option("#choose-level", "minister")
    expect(page.locator("#said")).to_contain_text("Ministers")
    after = {name: page.locator(f"[data-section={name}]").inner_text() for name in sections}
    assert [name for name in sections if before[name] == after[name]] == []


def test_a_pair_leads_to_its_own_page(look_at: Opener) -> None:
    page = look_at("overview")
    link = page.locator("table.heatmap a", has_text="France – Russia")
    assert link.get_attribute("href") == "fra-rus.html"
    assert page.locator("table.heatmap a").count() == 2  # those that lie beside it
    assert page.locator(".sentences a.ref").first.get_attribute("href") == "usa-rus.html#usa-rus-2024-07-12-phone"


def test_a_phone_has_no_sideways_scrolling(look_at: Opener) -> None:
    page = look_at("overview", width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator(".choosing")).to_be_visible()


def test_dates_in_words_are_put_in_the_order_of_time(open_report: Opener) -> None:
    page = open_report("overview")
    page.click("[data-section=ranking] details.data > summary")
    page.click("table.ranking th:has-text('Since') button")
    since = page.locator("table.ranking tbody td:nth-child(4)").all_inner_texts()
    years = [text[-4:] for text in since]
    assert years == sorted(years)
    assert since[:2] == ["7 March 2017", "23 March 2017"]


def test_paper_holds_forty_years_side_by_side(open_report: Opener) -> None:
    page = open_report("overview", width=695)  # A4 less its margins
    page.evaluate("""for (const row of document.querySelectorAll("table.heatmap tr"))
        while (row.cells.length < 42) row.lastElementChild.before(row.cells[1].cloneNode(true))""")
    page.emulate_media(media="print")
    page.wait_for_selector("html[data-paper]", state="attached")
    edges = page.evaluate(
        "[...document.querySelectorAll('table.heatmap :is(th, td)')].map(one => one.getBoundingClientRect().right)"
    )
    assert max(edges) <= 695
