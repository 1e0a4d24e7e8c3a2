"""Missed occasions on the timeline: which are drawn, where, and what is said of each."""

from dataclasses import replace
from datetime import date

from detente.analysis.dossier import Dossier, narrowed
from detente.domain.occasions import Kept, follow
from detente.domain.parties import dyad
from detente.domain.vocabulary import Channel, Level
from detente.report.page import render
from detente.report.timeline import timeline_data
from detente.report.timeline_chart import timeline_chart
from detente.report.timeline_figure import timeline_figure
from tests.domain.records import day
from tests.domain.test_dialogues import COUNCIL
from tests.report.samples import shipped
from tests.support.shipped_record import shipped_record

PAIR = dyad("FRA", "RUS")
EVIL = "<img src=x onerror=alert(1)></script>"


def council(name: str = "Security council", as_of: str = "2025-12-31", **choice: object) -> Dossier:
    """The shipped record with a council each autumn since 2012."""
    dialogue = replace(COUNCIL, name=name, from_date=date(2012, 1, 1), tolerance_days=60)
    record = shipped_record()
    followed = follow(dialogue, PAIR, record.contacts, record.windows_of(PAIR), day(as_of))
    return replace(shipped("FRA", "RUS", **choice), followed=(followed,))


def test_each_occasion_up_to_now_by_the_record() -> None:
    """Met in 2012, 2019 and 2021; in 2014, 2015, 2020, 2022 and 2023 somebody looked from August to January."""
    marks = timeline_data(council()).due
    assert {date.fromordinal(mark.day).year: mark.kept.value for mark in marks if mark.kept is Kept.MET} == dict.fromkeys(
        (2012, 2019, 2021), "met"
    )
    missed = {date.fromordinal(mark.day).year for mark in marks if mark.kept is Kept.MISSED}
    assert {2020, 2022, 2023} <= missed
    assert 2013 not in missed
    assert max(date.fromordinal(mark.day).year for mark in marks) == 2024, "that of 2025 may be held until 29 January 2026"


def test_a_mark_stands_in_the_lane_of_its_meetings_and_says_what_was_tried() -> None:
    data = timeline_data(council())
    [mark] = [mark for mark in data.due if date.fromordinal(mark.day).year == 2020]
    assert data.lanes[mark.lane] == "ministers: meetings"
    assert mark.words == (
        "Security council: due September 2020 to November 2020, missed", "Tried: postponed: 2020-09-14",
    )  # fmt: skip


def test_missed_ones_are_hollow_and_told_apart_by_shape() -> None:
    traces = timeline_figure(timeline_data(council())).to_plotly_json()["data"]
    named = {trace["name"]: trace for trace in traces if trace.get("name")}
    assert named["missed occasion"]["marker"]["symbol"] == "square"
    assert named["missed occasion"]["marker"]["color"] == "var(--card)"
    assert named["occasion not on record"]["marker"]["symbol"] == "square-dot"
    assert len(named["missed occasion"]["hovertext"]) == len(named["missed occasion"]["x"])
    others = {
        str(trace["marker"].get("symbol")) for name, trace in named.items() if "occasion" not in name and "marker" in trace
    }
    assert not {"square", "square-dot"} & others


def test_the_table_has_every_occasion() -> None:
    [view] = timeline_chart(timeline_data(council())).views
    table = next(table for table in view.tables if table.caption == "Recurring dialogues")
    assert len(table.rows) == 2024 - 2012 + 1
    assert view.sentence.endswith("of recurring dialogues missed.")


def test_a_selection_that_leaves_its_meetings_out_leaves_it_out() -> None:
    whole = council()
    assert timeline_data(narrowed(whole, replace(whole.selection, channels=frozenset({Channel.PHONE})))).due == ()
    assert timeline_data(narrowed(whole, replace(whole.selection, levels=frozenset({Level.CHIEF_OF_DEFENCE})))).due == ()
    period = replace(whole.selection, period_from=day("2020-01-01"), period_to=day("2021-12-31"))
    assert [date.fromordinal(mark.day).year for mark in timeline_data(narrowed(whole, period)).due] == [2020, 2021]


def test_without_a_dialogue_nothing_is_said_of_any() -> None:
    chart = timeline_chart(timeline_data(shipped("FRA", "RUS")))
    assert "occasion" not in chart.about
    assert all(table.caption != "Recurring dialogues" for table in chart.views[0].tables)


def test_a_name_from_anywhere_is_text() -> None:
    assert EVIL not in render(council(EVIL))
