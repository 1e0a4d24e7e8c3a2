"""Can everybody use it: WCAG 2.2 AA by axe-core, the keyboard, zoom, motion, paper, and a printer without colours."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.opening import Opener

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parents[1] / "vendor" / "axe-4.14.1.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["cat.color"]
"""What differs where it is dark; the rest of the page is the same."""


def _violations(page: Page, rules: Sequence[str] = RULES, *, within: str = "html") -> list[str]:
    """What axe finds ``within`` an element; of what passes it names one example a rule, since naming all of them takes most of its time."""
    page.evaluate(AXE)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate("([within, options]) => axe.run(within, options)", [within, options])
    assert len(found["passes"]) > (20 if rules is RULES and within == "html" else 0)
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found["violations"]]


@pytest.mark.parametrize("name", ["fra-rus", "overview", "nothing", "evil"])
@pytest.mark.parametrize(("scheme", "rules"), [("light", RULES), ("dark", COLOURS)])
def test_axe_finds_nothing(look_at: Opener, name: str, scheme: str, rules: Sequence[str]) -> None:
    page = look_at(name, scheme=scheme)
    page.evaluate("document.querySelectorAll('details:not([open])').forEach(one => { one.open = one.dataset.tried = true })")
    assert _violations(page, rules) == []
    page.evaluate("document.querySelectorAll('[data-tried]').forEach(one => { one.open = false; delete one.dataset.tried })")


def test_axe_finds_nothing_in_what_was_chosen_nor_on_a_phone(open_report: Opener) -> None:
    page = open_report("fra-rus", fragment="#channel=call&level=minister&frequency=month", width=390)
    assert _violations(page) == []
    page.focus("#panel-timeline .probe")
    page.keyboard.press("ArrowRight")
    assert page.locator(".mark-card").is_visible()
    assert _violations(page, within=".mark-card") == []


def test_axe_itself_would_find_something(open_report: Opener) -> None:
    page = open_report("nothing")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\"><button></button>')")
    assert any(found.startswith("button-name") for found in _violations(page))


def test_the_keyboard_reaches_everything_in_order(open_report: Opener) -> None:
    page = open_report("fra-rus")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    reached = []
    for _ in range(600):
        page.keyboard.press("Tab")
        place = page.evaluate("document.activeElement.closest('section')?.id ?? ''")
        if place and place not in reached:
            reached.append(place)
        if place == "panel-method":
            break
    panels = page.evaluate("[...document.querySelectorAll('main section.panel:not([hidden])')].map(one => one.id)")
    assert reached == [one for one in panels if one in reached]
    assert set(reached) >= {"panel-timeline", "panel-gaps", "panel-silence", "panel-readouts", "panel-contacts"}


def test_keyboard_and_pointer_show_the_same_card(open_report: Opener) -> None:
    page = open_report("fra-rus")
    probe = page.locator("#panel-timeline .probe")
    probe.focus()
    assert probe.get_attribute("aria-valuenow") == probe.get_attribute("aria-valuemax"), "the newest, which is in view"
    page.keyboard.press("Home")
    for _ in range(200):
        if "23 October 2022: call, ministers" in (probe.get_attribute("aria-valuetext") or ""):
            break
        page.keyboard.press("ArrowRight")
    by_keys = page.locator(".mark-card").inner_text()
    assert by_keys.startswith("23 October 2022: call, ministers")
    assert page.locator(".mark-ring").is_visible()
    place = page.locator(".mark-ring").bounding_box()
    page.keyboard.press("Escape")
    expect(page.locator(".mark-card")).to_be_hidden()
    assert place is not None
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(page.locator(".mark-card")).to_be_visible()
    assert page.locator(".mark-card").inner_text() == by_keys
    probe.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#fra-rus-2022-10-23-phone[open]")


def test_steps_end_where_the_marks_end(look_at: Opener) -> None:
    page = look_at("fra-rus")
    probe = page.locator("#panel-gaps .probe")
    probe.focus()
    page.keyboard.press("End")
    assert probe.get_attribute("aria-valuenow") == probe.get_attribute("aria-valuemax")
    page.keyboard.press("ArrowDown")
    assert probe.get_attribute("aria-valuenow") == probe.get_attribute("aria-valuemax")
    page.keyboard.press("Home")
    assert probe.get_attribute("aria-valuenow") == "1"
    assert (probe.get_attribute("aria-valuetext") or "").startswith("637 days, about 21 months: 3 April 2024, still open")


@pytest.mark.parametrize("name", ["fra-rus", "overview"])
def test_at_twice_the_size_nothing_runs_out_of_the_window(open_report: Opener, name: str) -> None:
    page = open_report(name, zoom=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_who_wants_no_motion_gets_none(look_at: Opener) -> None:
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert look_at("nothing", motion="reduce").evaluate(behaviour) == "auto"
    assert look_at("nothing").evaluate(behaviour) == "smooth"


def test_on_paper_links_become_references(look_at: Opener) -> None:
    page = look_at("fra-rus")
    page.evaluate("document.getElementById('fra-rus-2024-04-03-phone').open = true")
    page.emulate_media(media="print")
    page.wait_for_selector("html[data-paper]", state="attached")
    numbers = page.locator("sup.number:visible").all_inner_texts()
    listed = page.locator("#references li").all_inner_texts()
    assert {number.strip("[]") for number in numbers} == {str(place + 1) for place in range(len(listed))}
    assert all(url.startswith("http") for url in listed)
    assert len(set(listed)) == len(listed) > 10
    page.emulate_media(media="screen")
    page.wait_for_selector("html:not([data-paper])", state="attached")
    assert page.locator("sup.number").count() == 0
    assert page.locator("#references").is_hidden()
    page.evaluate("document.getElementById('fra-rus-2024-04-03-phone').open = false")


def test_without_colours_each_thing_has_a_look_of_its_own(look_at: Opener) -> None:
    """The open gap, an attempt that failed, a date that is not exact, time not looked at, a denial: shape, not colour."""
    page = look_at("evil")
    figures: dict[str, Any] = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.chart')].map(c => [c.dataset.chart, c.data.map(t => "
        "({name: t.name, symbol: t.marker?.symbol, pattern: t.marker?.pattern?.shape, mode: t.mode}))]))"
    )
    timeline = {trace["name"]: trace for trace in figures["timeline"]}
    assert timeline["held"]["symbol"] == "circle"
    assert timeline["declined"]["symbol"] == "triangle-down-open"
    assert timeline["gap, not known if looked at"]["pattern"] == "."
    assert any(trace["symbol"] == "triangle-right" for trace in figures["timeline"])  # the arrow of the open gap
    readouts = {trace["name"]: trace["symbol"] for trace in figures["readouts"]}
    assert readouts["denied by Russia"] == "line-nw"
    open_bars = [trace for trace in figures["gaps"] if (trace["name"] or "").startswith("open gap")]
    assert [trace["pattern"] for trace in open_bars] == ["/"]
