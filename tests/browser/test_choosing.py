"""The switch of the page: every panel follows it, with the figures of the terminal; the address keeps it."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.opening import Opener
from tests.cli.conftest import Run

pytestmark = pytest.mark.browser

SECTIONS = ["headline", "timeline", "frequency", "gaps", "silence", "claims", "topics", "readouts", "contacts", "method"]


def _choose(page: Page, **chosen: str) -> None:
    for name, value in chosen.items():
        page.select_option(f"#choose-{name}", value)
        expect(page).to_have_url(re.compile(f"[#&]{name}={re.escape(value)}"))
    expect(page.locator("#choosing [type=reset]")).to_be_enabled()
    expect(page.locator("#said")).not_to_have_text("")


def _texts(page: Page) -> dict[str, str]:
    return {name: page.locator(f"[data-section={name}]").inner_text() for name in SECTIONS}


def _gaps_shown(page: Page) -> list[tuple[str, str, str]]:
    rows = page.locator("[data-section=gaps] table >> nth=0 >> tbody tr")
    cells = [[text.strip() for text in row.locator("td").all_text_contents()] for row in rows.all()]
    return [(row[0], row[1], row[2].partition(", about")[0]) for row in cells]


def _gaps_printed(items: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [
        (item["from"]["contact_id"], item["to"]["contact_id"] if item["to"] else "open", item["words"].partition(", about")[0])
        for item in items
    ]


@pytest.mark.parametrize(
    ("chosen", "asked"),
    [
        ({}, []),
        ({"channel": "call"}, ["--channel", "call"]),
        ({"level": "chief-of-defence"}, ["--level", "chief-of-defence"]),
        ({"channel": "call", "level": "minister"}, ["--channel", "call", "--level", "minister"]),
        ({"period": "2021-"}, ["--from", "2021"]),
        (
            {"channel": "in-person", "level": "minister", "period": "2015-2019"},
            ["--channel", "in-person", "--level", "minister", "--from", "2015", "--to", "2019"],
        ),
    ],
)
def test_the_gaps_shown_are_those_that_the_terminal_prints(
    look_at: Opener, detente: Run, chosen: dict[str, str], asked: list[str]
) -> None:
    page = look_at("fra-rus")
    if chosen:
        _choose(page, **chosen)
    printed = json.loads(detente("gaps", "FRA", "RUS", "--sort", "date", "--as-of", "2025-12-31", "--json", *asked).stdout)
    page.click("[data-section=gaps] details.data > summary")
    assert _gaps_shown(page) == _gaps_printed(printed["items"][::-1])
    page.click("[data-section=gaps] details.data > summary")
    assert len(printed["items"]) > 1


def test_a_lane_changes_every_panel_and_showing_everything_brings_the_page_back(look_at: Opener) -> None:
    page = look_at("fra-rus")
    before = _texts(page)
    _choose(page, channel="call", level="minister")
    after = _texts(page)
    assert [name for name in SECTIONS if before[name] == after[name]] == []
    assert "detente report FRA RUS --channel call --level minister" in after["method"]
    expect(page.locator("#said")).to_have_text("Calls, ministers: 10 contacts, 10 held")
    page.click("#choosing [type=reset]")
    expect(page.locator("#choosing [type=reset]")).to_be_disabled()
    assert _texts(page) == before
    assert page.url.endswith("fra-rus.html")


@pytest.mark.parametrize(("name", "chart"), [("fra-rus", "timeline"), ("overview", "multiples")])
def test_a_past_period_ends_the_axis_and_what_is_drawn_on_it(look_at: Opener, name: str, chart: str) -> None:
    page = look_at(name)
    _choose(page, period="2015-2019")
    expect(page.locator(f"#reading-{chart}")).to_contain_text("to 31 December 2019")
    expect(page.locator(f"#chart-{chart} .annotation-text").first).to_have_text("to 31 December 2019")
    layout, traces = page.evaluate(
        "id => { const { layout, data } = document.getElementById(id); return [layout, data]; }", f"chart-{chart}"
    )
    assert "2019-12-31" < layout["xaxis"]["range"][1] < "2020-03-01"  # a little more than the period
    assert not [line for line in layout["shapes"] if line["x0"] == "2025-12-31"]  # the as-of day
    days = [day for trace in traces for day in [*trace.get("base", []), *trace["x"]] if isinstance(day, str)]
    assert max(day for day in days if day != layout["xaxis"]["range"][1]) <= "2019-12-31"


def test_cards_follow_the_choice_and_a_link_still_opens_any(open_report: Opener) -> None:
    page = open_report("fra-rus")
    _choose(page, level="chief-of-defence")
    assert page.locator("#cards > details:visible").count() == 7
    page.evaluate("location.hash = '#fra-rus-2024-04-03-phone'")
    page.wait_for_selector("#fra-rus-2024-04-03-phone[open]")
    assert "level=chief-of-defence" in page.url


def test_the_address_brings_back_what_was_chosen(open_report: Opener) -> None:
    page = open_report("fra-rus")
    _choose(page, channel="call", level="minister")
    page.click("[data-chart=frequency][data-view=month]")
    page.fill("#find", "2019")
    page.click("table.short th:first-child button")
    page.click("table.short th:first-child button")
    address = page.url.partition("#")[2]
    assert set(address.split("&")) == {"channel=call", "level=minister", "frequency=month", "find=2019", "order=0d"}
    again = open_report("fra-rus", fragment=f"#fra-rus-2019-07-15-phone&{address}")
    assert again.locator("#fra-rus-2019-07-15-phone").get_attribute("open") is not None
    assert again.locator("#reading-frequency").inner_text() == page.locator("#reading-frequency").inner_text()
    assert (
        again.locator("table.short tbody tr:visible").all_inner_texts()
        == page.locator("table.short tbody tr:visible").all_inner_texts()
    )
    assert _texts(again)["gaps"] == _texts(page)["gaps"]


@pytest.mark.parametrize(
    ("name", "fragment"),
    [
        ("overview", "#channel=nonsense"),
        ("fra-rus", "#%E0%A4%A&channel=call%"),
        ("overview", "#=&&=x"),
        ("fra-rus", "#level=minister&channel="),
    ],
)
def test_an_address_that_makes_no_sense_does_no_harm(open_report: Opener, name: str, fragment: str) -> None:
    page = open_report(name, fragment=fragment)
    chart, words = {"fra-rus": ("gaps", "completed gaps"), "overview": ("ranking", "pairs compared")}[name]
    expect(page.locator(f"#reading-{chart}")).to_contain_text(words)


def test_a_choice_without_a_contact_says_so(look_at: Opener) -> None:
    page = look_at("fra-rus")
    _choose(page, channel="call", level="deputy-minister")
    expect(page.locator(".sentences")).to_contain_text(
        "No call between the deputy defence ministers of France and Russia is on record"
    )
    expect(page.locator("[data-section=gaps]")).to_have_text(re.compile("Nothing of this is on record"))


def test_rows_are_found_and_put_in_order(open_report: Opener) -> None:
    page = open_report("fra-rus")
    page.fill("#find", "in-person 2+2")
    expect(page.locator(".found")).to_have_text("6 of 24 rows, 7 cards")
    assert page.locator("#cards > details:visible").count() <= 24
    page.fill("#find", "")
    page.click("table.short th:nth-child(2) button")
    channels = page.locator("table.short tbody td:nth-child(2)").all_inner_texts()
    assert channels == sorted(channels)
    assert page.get_attribute("table.short th:nth-child(2)", "aria-sort") == "ascending"


def test_a_big_record_offers_one_thing_at_a_time(look_at: Opener) -> None:
    page = look_at("many-2000")
    page.select_option("#choose-channel", "call")
    expect(page.locator("#said")).to_contain_text("Calls:")
    assert page.locator("#choose-level option:not([disabled])").count() == 1
    page.select_option("#choose-channel", "")
    expect(page.locator("#said")).to_have_text("")
    assert page.locator("#choose-level option:not([disabled])").count() > 1


def test_the_enclosed_data_are_saved_as_they_are(look_at: Opener) -> None:
    import hashlib

    page = look_at("fra-rus")
    with page.expect_download() as saving:
        page.click("a.file >> nth=0")
    assert saving.value.suggested_filename == "fra-rus-2025-12-31.json"
    data = saving.value.path().read_bytes()
    assert len(json.loads(data)["items"]) == 24
    assert hashlib.sha256(data).hexdigest() in page.locator("#panel-method").inner_text()


def test_without_scripts_the_data_are_saved_packed(look_at: Opener) -> None:
    import gzip

    page = look_at("fra-rus", scripts=False)
    with page.expect_download() as saving:
        page.click("a.file >> nth=1")
    assert saving.value.suggested_filename == "fra-rus-2025-12-31.csv.gz"
    assert gzip.decompress(saving.value.path().read_bytes()).decode().startswith("contact_id,date,channel")
