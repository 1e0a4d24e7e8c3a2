"""A period that ended before the as-of day: what is drawn over time ends with it, and begins where the sentence says."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from detente.analysis.dossier import Dossier, narrowed
from detente.analysis.periods import Per
from detente.analysis.survey import Survey
from detente.domain.contacts import Statement
from detente.domain.coverage import CoverageWindow
from detente.domain.days import iso
from detente.domain.parties import dyad
from detente.domain.vocabulary import Channel, Completeness, Stance
from detente.domain.words import day_in_words
from detente.report.choices import choices
from detente.report.contact_frequency import frequency_chart, frequency_data
from detente.report.heatmap import heatmap_data
from detente.report.multiples import multiples_chart, multiples_figure
from detente.report.multiples_rows import multiples_data
from detente.report.naming import lead
from detente.report.overview_naming import overview_lead
from detente.report.overview_page import overview_choices
from detente.report.timeline import timeline_data
from detente.report.timeline_chart import timeline_chart
from detente.report.timeline_figure import timeline_figure
from detente.report.topic_mix import topic_mix_data
from tests.report.samples import contact, of, overview, shipped
from tests.report.test_overview import between
from tests.report.test_overview import of as surveyed


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


PERIOD: dict[str, Any] = {"period_from": day("2015-01-01"), "period_to": day("2019-12-31")}
WINDOWS = [
    CoverageWindow(dyad("FRA", "RUS"), "any", "any", date(2010, 1, 1), date(2018, 12, 31), Completeness.COMPLETE, ""),
    CoverageWindow(dyad("FRA", "RUS"), "any", "any", date(2019, 1, 1), date(2025, 12, 31), Completeness.POOR, ""),
]
TALKS = ("2014-03-10", "2016-05-01", "2018-02-01")
"""Calls; none later, so that the silence after the last is open."""


def calls(*when: str, **choice: Any) -> Dossier:
    return of([contact(one) for one in when], claims=(), windows=WINDOWS, **choice)


def stretches(dossier: Dossier) -> list[tuple[str, str, str, bool]]:
    return [(iso(part.start), iso(part.stop), part.seen, part.open) for part in timeline_data(dossier).silent]


def notes(figure: Any) -> list[str]:
    return [note["text"] for note in figure.to_plotly_json()["layout"]["annotations"]]


def upright(figure: Any) -> list[str]:
    """The days at which a line stands upright."""
    return [line["x0"] for line in figure.to_plotly_json()["layout"]["shapes"] if line["x0"] == line["x1"]]


def axis_ends(figure: Any) -> list[str]:
    ends: list[str] = figure.to_plotly_json()["layout"]["xaxis"]["range"]
    return ends


def arrows(figure: Any) -> dict[str, tuple[list[str], list[float]]]:
    """The arrow heads by their shape: the days and the heights at which they stand."""
    drawn = [trace for trace in figure.to_plotly_json()["data"] if trace.get("mode") == "markers"]
    heads = [trace for trace in drawn if trace["marker"]["symbol"] in ("triangle-left", "triangle-right")]
    return {trace["marker"]["symbol"]: (trace["x"], trace["y"]) for trace in heads}


def test_a_gap_that_ended_after_the_period_is_not_drawn_and_the_axis_ends_with_the_period() -> None:
    """A call in 2022 ended the gap since 2018: of the series only the gaps to 2016 and to 2018 ended in the period."""
    made = calls(*TALKS, "2022-06-01", **PERIOD)
    data = timeline_data(made)
    assert stretches(made) == [
        ("2014-03-10", "2016-05-01", "looked at", False),
        ("2016-05-01", "2018-02-01", "looked at", False),
    ]
    assert (iso(data.first), iso(data.last), data.since) == ("2014-03-10", "2019-12-31", PERIOD["period_from"])
    assert data.sentence == (
        "Timeline of France and Russia: 2 held contacts and none that failed to take place, in 1 lane, from 10 March 2014 to "
        "31 December 2019. Contacts before 1 January 2015 are left out. The longest completed gap: 783 days, about 26 months, "
        "10 March 2014 to 1 May 2016."
    )
    figure = timeline_figure(data)
    assert axis_ends(figure) == ["2014-02-06", "2020-01-31"]  # 1.5 % of 2,122 days more on either side
    assert notes(figure) == ["to 31 December 2019", "from 1 January 2015"]
    assert upright(figure) == ["2015-01-01"]  # and none on the as-of day, which the axis does not reach
    assert arrows(figure) == {}


def test_a_gap_open_in_the_period_runs_on_beyond_the_axis_and_keeps_its_whole_length() -> None:
    """From 1 February 2018 to the as-of day 2,890 days; drawn are the 698 to the end of 2019, the last 365 hardly looked at."""
    made = calls(*TALKS, **PERIOD)
    data = timeline_data(made)
    assert stretches(made)[2:] == [
        ("2018-02-01", "2019-01-01", "looked at", True),
        ("2019-01-01", "2019-12-31", "hardly looked at", True),
    ]
    assert data.labels[-1].lines == ("2,890 days so far", "to 31 December 2025")
    assert data.labels[-1].share == pytest.approx(698 / 2122)
    assert data.silent[-1].words[:2] == (
        "2,890 days, about 95 months: 1 February 2018, still open",
        "Counted to 31 December 2025, beyond this axis",
    )
    assert data.sentence.endswith(" The open gap: 2,890 days, about 95 months, counted to 31 December 2025.")
    assert list(arrows(timeline_figure(data))) == ["triangle-right"]
    assert arrows(timeline_figure(data))["triangle-right"][0] == ["2019-12-31"]
    assert timeline_chart(data).about.endswith("An arrow head: the gap began before this axis, or goes on after it.")


@pytest.mark.parametrize("choice", [{}, {"period_to": day("2025-12-31")}, {"period_to": day("2031-01-01")}])
def test_a_period_up_to_the_as_of_day_or_later_ends_with_that_day(choice: dict[str, int]) -> None:
    data = timeline_data(calls(*TALKS, **choice))
    figure = timeline_figure(data)
    assert (iso(data.last), data.cut) == ("2025-12-31", False)
    assert notes(figure) == ["as of 31 December 2025"]
    assert upright(figure) == ["2025-12-31"]
    assert data.labels[-1].lines == ("2,890 days so far", "about 95 months")
    assert ", from 10 March 2014 to 31 December 2025. The longest completed gap" in data.sentence
    assert data.sentence.endswith(" The open gap: 2,890 days, about 95 months.")
    assert "arrow head" not in timeline_chart(data).about


def test_the_gap_of_a_lane_that_began_before_the_axis_is_cut_there_and_says_so() -> None:
    """All contacts: a gap since 2014. Meetings alone: one since 2010, of which the time before 2014 is not drawn."""
    meetings = [contact(when, channel=Channel.IN_PERSON) for when in ("2010-01-01", "2016-05-01")]
    data = timeline_data(of([contact("2014-03-10"), *meetings], claims=(), windows=WINDOWS, **PERIOD))
    lane = data.lanes.index("ministers: meetings")
    parts = [(iso(part.start), iso(part.stop), part.open, part.before) for part in data.silent if part.lane == lane]
    assert parts[0] == ("2014-03-10", "2016-05-01", False, True)
    assert next(label.lines for label in data.labels if label.lane == lane) == ("2,312 days", "about 76 months")
    assert not any(part.before for part in data.silent if part.lane == 0)
    days, heights = arrows(timeline_figure(data))["triangle-left"]
    assert (days, heights) == (["2014-03-10"], [-lane - 0.22])


def test_officeholders_end_with_the_period() -> None:
    """Florence Parly held the office to 20 May 2022; nobody came to office after the period."""
    eras = timeline_data(shipped("FRA", "RUS", **PERIOD)).eras
    parly = next(era for era in eras if era.person == "Florence Parly")
    assert (iso(parly.first), iso(parly.last)) == ("2017-06-21", "2019-12-31")
    assert "Sébastien Lecornu" not in {era.person for era in eras}
    assert max(era.last for era in eras) == PERIOD["period_to"]


def test_a_period_of_days_has_an_axis_of_thirty() -> None:
    made = calls("2019-12-10", "2019-12-20", period_from=day("2019-12-15"), period_to=day("2019-12-20"))
    data = timeline_data(made)
    assert (iso(data.first), iso(data.last), iso(data.since or 0)) == ("2019-11-20", "2019-12-20", "2019-12-15")


def test_frequency_and_topics_end_with_the_period_too() -> None:
    """Told of in 2016 only: the years to the end of the period follow, and none after it."""
    told = (Statement("ukraine-war", None, "FRA", Stance.REPORTS, None, None),)
    made = of([contact("2016-05-01", statements=told)], claims=(), **PERIOD)
    assert topic_mix_data(made).years == ("2016", "2017", "2018", "2019")
    assert frequency_data(made, Per.YEAR).periods == ("2015", "2016", "2017", "2018", "2019")
    assert "up to the end of the period" in frequency_chart(made).about
    assert "up to the as-of day" in frequency_chart(calls(*TALKS)).about


def test_the_timelines_of_all_pairs_have_no_day_outside_the_period() -> None:
    """A and B talked last in 2018, A and C in 2012: both silences are open, and neither year of contacts before 2015 is drawn."""
    windows = [
        CoverageWindow(dyad("A", one), "any", "any", date(2000, 1, 1), date(2025, 12, 31), Completeness.FAIR, "")
        for one in "BC"
    ]
    known = [between(when, "A", "B") for when in TALKS] + [between("2012-01-01", "A", "C")]
    data = multiples_data(surveyed(known, windows=windows, **PERIOD))
    assert (iso(data.first), iso(data.last)) == ("2015-01-01", "2019-12-31")
    assert [(line.row, iso(line.start), iso(line.stop), line.seen) for line in data.looked] == [
        (row, "2015-01-01", "2020-01-01", "looked at") for row in (0, 1)
    ]
    assert [(iso(bar.start), bar.length, bar.before) for bar in data.open] == [
        ("2018-02-01", "2,890 days", False),
        ("2015-01-01", "5,113 days", True),
    ]
    assert data.open[0].words[2] == "Counted to 31 December 2025, beyond this axis"
    assert data.sentence == (
        "Timelines of 2 pairs, from 1 January 2015 to 31 December 2019, by number of held contacts, from A and B (2) to A and C "
        "(0). 2 open silences among them, 1 of which began before that time, counted to 31 December 2025."
    )
    figure = multiples_figure(data)
    assert notes(figure) == ["to 31 December 2019"]
    assert upright(figure) == []
    assert arrows(figure) == {"triangle-left": (["2015-01-01"], [-1]), "triangle-right": (["2019-12-31"] * 2, [0, -1])}


def test_the_timelines_of_all_pairs_begin_with_the_first_contact_of_the_period() -> None:
    data = multiples_data(surveyed([between(when, "A", "B") for when in (*TALKS, "2022-06-01")], **PERIOD))
    assert (iso(data.first), data.open) == ("2016-05-01", ())
    assert data.sentence == "Timelines of 1 pair, from 1 May 2016 to 31 December 2019. 0 open silences among them."
    assert "arrow head" not in multiples_chart(surveyed([between(when, "A", "B") for when in TALKS])).about


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({}, ""),
        (PERIOD, "; period from 1 January 2015 to 31 December 2019"),
        ({"period_from": day("2015-01-01")}, "; period since 1 January 2015"),
        ({"period_to": day("2019-12-31")}, "; period up to 31 December 2019"),
        ({"period_to": day("2031-01-01")}, ""),
    ],
)
def test_the_page_names_the_period_under_its_title(choice: dict[str, Any], words: str) -> None:
    pair, all_pairs = calls("2016-05-01", **choice), surveyed([between("2016-05-01", "A", "B")], **choice)
    assert lead(pair) == f"1 contact on record, as of 31 December 2025{words}"
    assert overview_lead(all_pairs) == f"1 pair on record, as of 31 December 2025{words}"


def _choices(whole: Dossier) -> Iterator[Dossier]:
    for choice in choices(whole.selection, whole.contacts).narrower():
        yield narrowed(whole, choice.selection)


@pytest.mark.parametrize("pair", [("FRA", "RUS"), ("RUS", "USA")])
def test_nothing_on_the_timeline_of_any_choice_lies_off_its_axis(pair: tuple[str, str]) -> None:
    """Of every kind of contact, level and period that the page offers; and the sentence has the days of the axis."""
    for made in _choices(shipped(*pair)):
        data = timeline_data(made)
        assert data.last == min(made.as_of, made.selection.period_to or made.as_of)
        drawn = [(part.start, part.stop) for part in data.silent] + [(era.first, era.last) for era in data.eras]
        drawn += [(label.start, label.stop) for label in data.labels] + [(mark.day, mark.day) for mark in data.marks]
        assert all(data.first <= start <= stop <= data.last for start, stop in drawn)
        ends = " to ".join(day_in_words(date.fromordinal(end)) for end in (data.first, data.last))
        assert f", from {ends}." in data.sentence


def _surveys() -> Iterator[Survey]:
    whole = overview()
    return whole.narrower([choice.selection for choice in overview_choices(whole.whole).narrower()])


def test_nothing_on_the_timelines_of_all_pairs_lies_outside_what_the_heat_table_counts() -> None:
    for made in _surveys():
        if not any(record.held for record in made.dyads):
            continue
        data, columns = multiples_data(made), heatmap_data(made).columns
        assert data.last == columns[-1].days.stop - 1
        begins = made.selection.period_from
        assert begins is None or all(part.start >= begins for part in data.looked)
        assert all(part.stop <= data.last + 1 for part in data.looked)
        assert all(data.first <= bar.start <= data.last for bar in data.open)
        assert all(data.first <= mark.day <= data.last for mark in data.marks)
