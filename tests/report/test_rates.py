"""What the strip under the frequency says and draws: the shipped record by hand, and records with nothing to say."""

from datetime import date

import pytest

from detente.domain.coverage import CoverageWindow
from detente.domain.parties import dyad
from detente.domain.vocabulary import Channel, Completeness, Level
from detente.report.chart import Figure
from detente.report.rate_strip import rate_chart, rate_data
from tests.report.samples import contact, of, shipped


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _window(first: str, last: str, completeness: Completeness) -> CoverageWindow:
    return CoverageWindow(
        dyad("FRA", "RUS"), "minister", "any", date.fromisoformat(first), date.fromisoformat(last), completeness, ""
    )


MONTHLY = [contact(f"{year}-{month:02d}-01") for year in (2010, 2011, 2012) for month in range(1, 13)]
RARE = [contact(f"{year}-07-01") for year in range(2013, 2020)]


def _words(figure: Figure | None) -> list[str]:
    assert figure is not None
    return [word for trace in figure.data for word in trace.get("hovertext", [])]


def test_one_plain_sentence_and_the_same_as_a_table() -> None:
    """35 contacts after the first in 2010 to 2012, then one a year: the fall lies after the last of December 2012."""
    chart = rate_chart(of([*MONTHLY, *RARE], windows=[], levels=frozenset({Level.MINISTER}), as_of=_day("2019-12-31")))
    (view,) = chart.views
    assert view.sentence.startswith(
        "From December 2012 on about 1.0 contacts a year (7 in 2,586 days), before about 12.0 (35 in 1,065 days); "
        "the change lies between "
    )
    assert "Nothing is declared about how far this time was looked at" in view.sentence
    (table,) = view.tables
    assert [row[:5] for row in table.rows] == [
        ("2010-01-02", "2012-12-01", "35", "1,065", "12.0"),
        ("2012-12-02", "2019-12-31", "7", "2,586", "1.0"),
    ]
    assert table.rows[1][6] != "–"


def test_words_for_each_segment_and_change_are_there_for_the_keyboard() -> None:
    (view,) = rate_chart(of([*MONTHLY, *RARE], windows=[], as_of=_day("2019-12-31"))).views
    words = _words(view.figure)
    assert len(words) == 3
    assert words[0].startswith("12.0 a year (95 % interval ")
    assert words[1].startswith("1.0 a year (95 % interval ")
    assert words[2].startswith("Change of rate between ")


def test_days_that_do_not_count_are_not_filled() -> None:
    windows = [
        _window("2010-01-01", "2010-12-31", Completeness.COMPLETE),
        _window("2011-01-01", "2011-12-31", Completeness.POOR),
        _window("2012-01-01", "2012-12-31", Completeness.FAIR),
    ]
    data = rate_data(of(MONTHLY, windows=windows, levels=frozenset({Level.MINISTER}), as_of=_day("2013-06-30")))
    assert data.unseen == ((_day("2011-01-01"), _day("2011-12-31")), (_day("2013-01-01"), _day("2013-06-30")))
    assert data.rates.contacts == 11 + 12
    assert data.sentence.endswith(
        "Only the 730 of 1,276 days that were looked at count, and the contacts on them; "
        "of the time after 31 December 2012 this says nothing."
    )
    chart = rate_chart(of(MONTHLY, windows=windows, levels=frozenset({Level.MINISTER}), as_of=_day("2013-06-30")))
    figure = chart.views[0].figure
    assert figure is not None
    bars = {trace["name"]: trace for trace in figure.data if trace["type"] == "bar"}
    assert bars["rate"]["x"] == ["2010-01-02", "2012-01-01"]
    assert bars["not looked at"]["x"] == ["2011-01-01", "2013-01-01"]


@pytest.mark.parametrize(("to", "warned"), [("2012-06-30", True), ("2012-07-02", False)])
def test_less_than_half_looked_at_is_a_warning(to: str, warned: bool) -> None:
    """Of the 1,825 days after the first contact, 1 January 2010, up to the end of 2014, 911 or 913 count."""
    windows = [_window("2010-01-01", to, Completeness.COMPLETE), _window("2012-07-03", "2014-12-31", Completeness.POOR)]
    data = rate_data(of(MONTHLY, windows=windows, levels=frozenset({Level.MINISTER}), as_of=_day("2014-12-31")))
    assert ("less than half" in data.sentence) is warned


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (9, "8 contacts after the first in 5,843 days are too few to look for a change of rate: ten are needed."),
        (1, "0 contacts after the first in 5,843 days are too few"),
    ],
)
def test_too_few_are_a_sentence_and_nothing_to_look_at(months: int, said: str) -> None:
    chart = rate_chart(of(MONTHLY[:months], windows=[]))
    assert chart.views[0].sentence.startswith(said)
    assert (chart.views[0].figure, chart.views[0].tables, chart.about) == (None, (), "")


def test_the_shipped_record() -> None:
    """Ministers of the United States and Russia: 21 calls and meetings after that of 4 January 2014, to 12 July 2024."""
    data = rate_data(shipped("USA", "RUS", levels=frozenset({Level.MINISTER})))
    assert data.sentence == (
        "No change of rate is found: about 2.0 contacts a year (21 in 3,842 days) since 5 January 2014. Only the 3,842 of 4,379 days "
        "that were looked at count, and the contacts on them; of the time after 12 July 2024 this says nothing."
    )
    unseen = rate_data(shipped("TUR", "RUS"))
    assert unseen.sentence == "None of this time was looked at closely, so that nothing can be said of a rate."


def test_the_kind_of_contact_is_named_where_it_has_a_name() -> None:
    letters = of(MONTHLY[:3], windows=[], channels=frozenset({Channel.PHONE}))
    assert rate_data(letters).sentence.startswith("2 calls after the first in ")
    other = of([contact("2020-01-01", channel=Channel.OTHER)], windows=[], channels=frozenset({Channel.OTHER}))
    assert rate_data(other).sentence.startswith("0 contacts after the first in ")
