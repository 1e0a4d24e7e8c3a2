"""The coverage panel: strips compared day by day with the declarations in the shipped files."""

import csv
from datetime import date

import pytest

from detente.domain.coverage import CoverageWindow
from detente.domain.parties import dyad
from detente.domain.vocabulary import Channel, Completeness, Level
from detente.report.coverage_figure import coverage_figure, coverage_table
from detente.report.coverage_strips import COMPLETENESS, UNDECLARED, Strip, coverage_data
from tests.report.samples import contact, of, shipped
from tests.support.shipped_record import SHIPPED

FRA_RUS = shipped("FRA", "RUS")


def _parts(strip: Strip) -> list[tuple[str, str, str]]:
    return [(str(date.fromordinal(p.first)), str(date.fromordinal(p.last)), p.completeness) for p in strip.parts]


def test_the_strip_of_ministers_is_as_declared_with_like_neighbours_joined() -> None:
    ministers = coverage_data(FRA_RUS).strips[0]
    assert (ministers.level, ministers.channel) == ("minister", "any")
    assert _parts(ministers) == [
        ("2012-01-01", "2014-03-17", "poor"),
        ("2014-03-18", "2015-11-18", "complete"),
        ("2015-11-19", "2015-12-31", "fair"),
        ("2016-01-01", "2018-03-31", "poor"),
        ("2018-04-01", "2019-08-31", "fair"),
        ("2019-09-01", "2019-11-30", "complete"),
        ("2019-12-01", "2020-07-31", "fair"),
        ("2020-08-01", "2022-07-31", "poor"),
        ("2022-08-01", "2024-04-03", "complete"),
        ("2024-04-04", "2025-12-31", "unknown"),
    ]


def _declared(folder: str, level: str, channel: str, day: str) -> str:
    """What the file says about a day: the channel's own row, else the one for any."""
    with (SHIPPED / "contacts" / folder / "coverage.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == level and row["from"] <= day <= row["to"]]
    own = [row["completeness"] for row in rows if row["channel"] == channel]
    general = [row["completeness"] for row in rows if row["channel"] == "any"]
    return (own or general or [UNDECLARED])[0]


@pytest.mark.parametrize(
    ("pair", "folder"), [(("FRA", "RUS"), "fra-rus"), (("RUS", "USA"), "usa-rus"), (("RUS", "TUR"), "tur-rus")]
)
def test_every_strip_says_what_the_file_says(pair: tuple[str, str], folder: str) -> None:
    data = coverage_data(shipped(*pair))
    for strip in data.strips:
        assert strip.parts[0].first == data.first
        assert strip.parts[-1].last == data.last
        for part in strip.parts:
            for day in {part.first, (part.first + part.last) // 2, part.last}:
                assert _declared(folder, strip.level, strip.channel, str(date.fromordinal(day))) == part.completeness


def test_the_strips_are_levels_by_declared_channels() -> None:
    labels = [strip.label for strip in coverage_data(shipped("RUS", "USA")).strips]
    assert labels == [
        "ministers: any channel",
        "chiefs of defence: any channel",
        "chiefs of defence: meetings",
        "officials: any channel",
    ]


def test_the_shares_in_the_sentence_are_those_of_the_days() -> None:
    days = {"complete": 611 + 91 + 612, "poor": 807 + 821 + 730, "fair": 43 + 518 + 244, "unknown": 637}
    assert sum(days.values()) == (date(2026, 1, 1) - date(2012, 1, 1)).days == 5114
    shares = {word: round(100 * count / 5114) for word, count in days.items()}
    assert shares == {"complete": 26, "poor": 46, "fair": 16, "unknown": 12}
    sentence = coverage_data(FRA_RUS).sentence
    assert "Ministers: complete 26 %, fair 16 %, poor 46 % and unknown 12 %;" in sentence


def test_completeness_is_told_by_pattern_and_word_and_undeclared_time_is_empty() -> None:
    windows = [
        CoverageWindow(dyad("FRA", "RUS"), "any", "any", date(2020 + 2 * n, 1, 1), date(2020 + 2 * n, 12, 31), word, "why")
        for n, word in enumerate(Completeness)
    ]
    made = of([contact("2019-01-01"), contact("2025-06-01", level=Level.OFFICIAL)], claims=(), windows=windows[:3])
    data = coverage_data(made)
    assert [part.completeness for part in data.strips[0].parts] == [
        UNDECLARED,
        "complete",
        UNDECLARED,
        "fair",
        UNDECLARED,
        "poor",
        UNDECLARED,
    ]
    bars = {
        trace.name: trace
        for trace in coverage_figure(coverage_data(of([], windows=windows))).to_plotly().data
        if trace.type == "bar"
    }
    looks = {name: (bar.marker.pattern.shape, bar.marker.color) for name, bar in bars.items()}
    assert len(set(looks.values())) == len(looks)
    words = {
        text
        for trace in coverage_figure(data).to_plotly().data
        if trace.type == "scatter" and trace.text
        for text in trace.text
    }
    assert words == {"complete", "fair", "poor", UNDECLARED}
    assert [strip.level for strip in data.strips] == ["minister", "chief-of-defence", "official"]


def test_a_declaration_for_calls_counts_video_and_hotline() -> None:
    window = CoverageWindow(
        dyad("FRA", "RUS"), "minister", "phone", date(2020, 1, 1), date(2020, 12, 31), Completeness.COMPLETE, "why"
    )
    held = [contact("2020-03-01", channel=Channel.VIDEO), contact("2020-04-01", channel=Channel.LETTER)]
    strips = {strip.label: strip for strip in coverage_data(of(held, claims=(), windows=[window])).strips}
    assert strips["ministers: calls"].held == (date(2020, 3, 1).toordinal(),)
    assert len(strips["ministers: any channel"].held) == 2
    assert strips["ministers: calls"].parts[0].completeness == "complete"


def test_the_table_gives_every_declaration_with_its_basis() -> None:
    table = coverage_table(FRA_RUS, coverage_data(FRA_RUS))
    with (SHIPPED / "contacts" / "fra-rus" / "coverage.csv").open(encoding="utf-8", newline="") as file:
        bases = [row["basis"] for row in csv.DictReader(file)]
    assert [row[4] for row in table.rows] == bases
    assert len(bases) == 28


def test_undeclared_days_stand_at_the_end_of_the_table() -> None:
    made = of([contact("2025-12-01")], claims=(), windows=())
    data = coverage_data(made)
    assert data.sentence.startswith("Nothing is declared for these parties from 1 December 2025 to 31 December 2025:")
    rows = coverage_table(made, data).rows
    assert [row[:3] for row in rows] == [
        ("minister", "any", "2025-12-01 to 2025-12-31"),
        ("chief-of-defence", "any", "2025-12-01 to 2025-12-31"),
    ]


def test_every_completeness_has_a_look() -> None:
    assert set(COMPLETENESS) == {*(word.value for word in Completeness), UNDECLARED}
