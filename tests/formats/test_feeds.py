"""Feeds and calendars of rules, read back by programs that were made to read such files."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import feedparser
import pytest
from icalendar import Calendar

from detente.domain.days import iso
from detente.domain.gaps import open_gap
from detente.domain.occasions import Kept, follow
from detente.domain.parties import dyad
from detente.domain.watching import Finding, Rule, Verdict, broken_from, lasted_longer
from detente.formats.feeds import atom, rss
from detente.formats.watch_calendar import calendar
from detente.report.watch_markdown import watch_markdown
from tests.domain.records import day, endpoint
from tests.domain.test_dialogues import COUNCIL
from tests.domain.test_occasions import ALWAYS

EVIL = '<script>alert(1)</script> & "x" \x1b[2J\x00\u202e\uffff 👩🏽\u200d🚀'
RULE = Rule("Paris and Moscow", days=180.0, note="ask the attaché")


def silent(as_of: str, rule: Rule = RULE, last: str = "2024-04-03") -> Finding:
    """A rule of 180 days as it stands on a day, when the last contact was on another."""
    gap = open_gap(dyad("FRA", "RUS"), endpoint(last, f"c-{last}"), day(as_of))
    may_break_on, breaks_on = broken_from(gap, 180, 180)
    return Finding(
        rule, lasted_longer(gap, 180, 180), gap.dyad, "why", since=gap.previous, days_min=gap.days_min,
        days_max=gap.days_max, limit_min=180, limit_max=180, breaks_on=breaks_on, may_break_on=may_break_on,
    )  # fmt: skip


def missed() -> Finding:
    """The council of autumn 2020."""
    followed = follow(COUNCIL, dyad("FRA", "RUS"), [], ALWAYS, day("2021-06-01"))
    [*_, last] = followed.of(Kept.MISSED)
    return Finding(
        Rule("Council", dialogue="fra-rus-2+2"), Verdict.BROKEN, followed.pair, "why", breaks_on=last.latest + 1,
        may_break_on=last.latest + 1, dialogue="fra-rus-2+2", occasion=last,
    )  # fmt: skip


def read(text: str) -> Any:
    found = feedparser.parse(text.encode())
    assert not found.bozo, found.get("bozo_exception")
    return found


@pytest.mark.parametrize(("written", "version"), [(atom, "atom10"), (rss, "rss20")])
def test_what_a_feed_reader_reads(written: Any, version: str) -> None:
    found = read(written([silent("2024-12-31"), missed(), silent("2024-05-01")], "My desk", "https://example.org/desk"))
    assert (found.version, found.feed.title, found.feed.link) == (version, "My desk", "https://example.org/desk")
    first, second = found.entries
    assert (first.title, second.title) == ("Paris and Moscow: FRA-RUS, broken", "Council: FRA-RUS, broken")
    said = first.content[0].value if version == "atom10" else first.description
    assert said == (
        "No contact of this series is recorded since 3 April 2024 (c-2024-04-03); the limit is 180 days, which was passed on "
        "1 October 2024.\nask the attaché"
    )
    when = first.updated_parsed if version == "atom10" else first.published_parsed
    assert tuple(when)[:6] == (2024, 10, 1, 0, 0, 0)
    assert first.id.startswith("urn:uuid:")
    assert first.id != second.id


@pytest.mark.parametrize("written", [atom, rss])
def test_nothing_new_is_the_same_file(written: Any) -> None:
    """A day later nothing happened: not one letter is another. After a contact, a silence is another one."""
    assert written([silent("2024-12-31")]) == written([silent("2025-06-30")])
    ids = [
        read(written([finding])).entries[0].id for finding in (silent("2025-01-01"), silent("2026-01-01", last="2025-03-01"))
    ]
    assert ids[0] != ids[1]


@pytest.mark.parametrize("written", [atom, rss])
def test_a_silence_that_may_have_lasted_too_long_is_the_same_entry_when_it_surely_has(written: Any) -> None:
    [before] = read(written([silent("2024-11-10", last="2024-05")])).entries
    [after] = read(written([silent("2024-12-31", last="2024-05")])).entries
    assert (before.id, before.title.rpartition(", ")[2], after.title.rpartition(", ")[2]) == (
        after.id,
        "may be broken",
        "broken",
    )


@pytest.mark.parametrize("written", [atom, rss])
def test_a_feed_without_news(written: Any) -> None:
    unjudged = Finding(RULE, Verdict.NOT_JUDGED, None, "no contact")
    text = written([silent("2024-05-01"), unjudged])
    assert read(text).entries == []
    assert text == written([])


def test_text_from_anywhere_is_text() -> None:
    """feedparser's own cleaning is switched off: what a less careful reader would show is looked at."""
    finding = silent("2024-12-31", replace(RULE, name=EVIL, note=EVIL))
    found = feedparser.parse(rss([finding], EVIL).encode(), sanitize_html=False)
    assert not found.bozo
    assert "<script" not in found.entries[0].description
    assert "&lt;script&gt;" in found.entries[0].description
    found = feedparser.parse(atom([finding], EVIL).encode(), sanitize_html=False)
    assert not found.bozo
    assert found.entries[0].content[0].type == "text/plain"
    assert found.entries[0].title.startswith('<script>alert(1)</script> & "x" \ufffd[2J\ufffd\ufffd\ufffd 👩🏽\u200d🚀')
    assert found.entries[0].title_detail.type == "text/plain"


def events(*found: Finding) -> list[Any]:
    made: Any = Calendar.from_ical(calendar(found, "My desk"))
    assert made.errors == []
    assert str(made["X-WR-CALNAME"]) == "My desk"
    walked = list(made.walk("VEVENT"))
    assert all(event.errors == [] for event in walked)
    return walked


def test_the_day_on_which_a_rule_will_be_broken() -> None:
    (event,) = events(silent("2024-05-01"))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2024, 10, 1), date(2024, 10, 2))
    assert event["DTSTAMP"].dt == datetime(2024, 4, 3, tzinfo=UTC)
    assert str(event["SUMMARY"]) == "Paris and Moscow: FRA-RUS, silent for more than 180 days"
    assert str(event["DESCRIPTION"]) == (
        "No contact of this series is recorded since 3 April 2024 (c-2024-04-03); the limit is 180 days, which is passed on "
        "1 October 2024 if there is none before.\nask the attaché"
    )


def test_a_calendar_stays_the_same_until_they_speak_and_then_the_event_moves() -> None:
    """Also from before the limit to after it: the day is the same."""
    other = silent("2024-05-01", replace(RULE, name="Another"), last="2024-01-01")
    assert calendar([silent("2024-05-01"), other]) == calendar([other, silent("2024-12-31")])
    (before,), (after,) = events(silent("2024-05-01")), events(silent("2024-06-01", last="2024-05-20"))
    assert before["UID"] == after["UID"]
    assert (after["DTSTART"].dt, after["DTSTAMP"].dt > before["DTSTAMP"].dt) == (date(2024, 11, 17), True)


def test_a_date_that_is_not_exact_is_told_in_the_calendar() -> None:
    (event,) = events(silent("2024-06-10", last="2024-05"))
    assert event["DTSTART"].dt == date(2024, 11, 28)
    assert "it may be passed from 29 October 2024 on" in str(event["DESCRIPTION"])


def test_a_missed_occasion_in_the_calendar() -> None:
    (event,) = events(missed())
    assert (event["DTSTART"].dt, str(event["SUMMARY"])) == (date(2020, 12, 31), "Council: FRA-RUS, fra-rus-2+2 is missed")
    assert str(event["DESCRIPTION"]) == (
        "fra-rus-2+2: the occasion is due September 2020 to November 2020, at the latest 30 December 2020."
    )


def test_a_calendar_obeys_nothing() -> None:
    (event,) = events(silent("2024-05-01", replace(RULE, name=f"{EVIL}\nEND:VEVENT", note="a;b,c\\n")))
    assert "\x1b" not in str(event["SUMMARY"])
    assert str(event["DESCRIPTION"]).endswith("a;b,c\\n")


def test_markdown_is_a_table_that_obeys_nothing() -> None:
    from markdown_it import MarkdownIt

    text = watch_markdown([silent("2024-12-31", replace(RULE, name=EVIL + " | a")), missed()], day("2024-12-31"), EVIL)
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert html.count("<tr>") == 3
    assert html.count("<td>") == 2 * 8
    assert "<script" not in html
    assert "<td>272 days</td>" in html
    assert f"<td>{iso(day('2024-10-01'))}</td>" in html
