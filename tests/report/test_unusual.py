"""What stands below the curve: outlook, rhythm, rate and chance in words, and how the answer moves."""

import re
from datetime import date

import pytest

from detente.analysis.dossier import Dossier, narrowed
from detente.domain.vocabulary import CALL_CHANNELS, By, Level
from detente.report.chart import Chart
from detente.report.silence_figure import silence_chart
from detente.report.silence_in_words import unusual_chart
from tests.report.samples import contact, of, shipped

MINISTERS = frozenset({Level.MINISTER})
BEFORE_THE_CALL = date(2024, 4, 2).toordinal()
USA_CALLS = shipped("USA", "RUS", channels=CALL_CHANNELS, levels=MINISTERS, as_of=BEFORE_THE_CALL)
FEW = shipped("FRA", "RUS", channels=CALL_CHANNELS, levels=MINISTERS, as_of=BEFORE_THE_CALL)


def chart(dossier: Dossier) -> Chart:
    found = unusual_chart(dossier)
    assert found is not None
    return found


def test_it_stands_below_the_curve() -> None:
    below = silence_chart(USA_CALLS).below
    assert below is not None
    assert (below.key, below.title, below.views[0].figure) == ("unusual", "How unusual it is", None)


def test_the_questions_and_what_the_record_says() -> None:
    (view,) = chart(USA_CALLS).views
    # Longer than 384 days were 399 and 1,480: after 414 days, 474 and 564 only the latter went on.
    assert view.sentence == (
        "2 of 18 completed gaps were longer than this one. Of these, 1 went on for 30 days more, 1 for 90 days more and 1 for "
        "180 days more. This describes what is on record and forecasts nothing."
    )
    asked = {str(question): str(answer) for question, answer in view.tables[0].rows}
    assert list(asked) == [
        "Do contacts come evenly, by chance, or in bursts?",
        "How often were there contacts?",
        "Would so long a pause be odd at that rate?",
    ]
    # 8 January 2014, the first call, is not in the count; 18 follow, to 15 March 2023.
    assert asked["How often were there contacts?"].startswith("18 contacts in 3,357 days that were looked at, 2.0 a year.")


def test_a_row_for_each_baseline() -> None:
    table = chart(USA_CALLS).views[0].tables[1]
    assert [str(row[0]).partition(",")[0] for row in table.rows] == [
        "the whole record", "the 5 years before it", "latest known ministers", "the time since the last change of rate",
    ]  # fmt: skip
    assert [row[1] for row in table.rows] == ["16 of 18", "12 of 13", "8 of 8", "12 of 13"]
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_a_row_for_each_change_of_the_record() -> None:
    table = chart(USA_CALLS).views[0].tables[2]
    assert table.rows[0][0] == "the record as it stands"
    assert {row[-1] for row in table.rows[1:]} <= {"yes", "no"}
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_below_ten_gaps_it_says_so_and_keeps_the_tables() -> None:
    (view,) = chart(FEW).views
    assert view.sentence == (
        "With 8 completed gaps no outlook, rhythm or chance is worked out: 10 are needed. The list of gaps says what there is."
    )
    assert [table.caption for table in view.tables] == ["How the answer moves", "How the headline moves with the record"]
    assert {row[2] for row in view.tables[0].rows} == {"–"}


def test_without_an_open_silence_there_is_nothing() -> None:
    assert unusual_chart(of([contact("2024-04-03")], period_to=date(2020, 1, 1).toordinal())) is None


@pytest.mark.parametrize("by", By)
def test_a_narrower_choice_has_its_own_answer(by: By) -> None:
    whole = shipped("FRA", "RUS", by=by, as_of=BEFORE_THE_CALL)
    choice = shipped("FRA", "RUS", by=by, channels=CALL_CHANNELS, levels=MINISTERS, as_of=BEFORE_THE_CALL).selection
    alone = shipped("FRA", "RUS", by=by, channels=CALL_CHANNELS, levels=MINISTERS, as_of=BEFORE_THE_CALL)
    assert chart(narrowed(whole, choice)) == chart(alone)


def test_no_cell_has_a_word_that_needs_a_statistician() -> None:
    words = " ".join(
        str(cell)
        for dossier in (USA_CALLS, FEW)
        for table in chart(dossier).views[0].tables
        for row in table.rows
        for cell in row
    )
    assert not re.search("significan|negative binomial|poisson|p-value|censor|kaplan|dispersion", words.lower())
