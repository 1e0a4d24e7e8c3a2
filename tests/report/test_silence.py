"""What the panel of the silence now says and draws, counted by hand from the shipped record and from small ones."""

from datetime import date, timedelta
from typing import Any

import pytest

from detente.analysis.dossier import Dossier
from detente.domain.vocabulary import CALL_CHANNELS, By, Level
from detente.report.chart import Cell, View
from detente.report.silence_figure import silence_chart, silence_height, silence_table, silence_tables
from detente.report.silence_now import SilenceData, silence_data
from tests.report.samples import AS_OF, contact, many, of, shipped

FRA_RUS = shipped("FRA", "RUS")
CALLS = shipped("FRA", "RUS", channels=CALL_CHANNELS, levels=frozenset({Level.MINISTER}))


def data(dossier: Dossier) -> SilenceData:
    found = silence_data(dossier)
    assert found is not None
    return found


def view(dossier: Dossier) -> View:
    (only,) = silence_chart(dossier).views
    return only


def drawn(dossier: Dossier) -> Any:
    """The figure as the library takes it, which raises ValueError for a property that it does not know."""
    figure = view(dossier).figure
    assert figure is not None
    return figure.to_plotly()


def traces(figure: Any, *, named: str) -> list[Any]:
    return [trace for trace in figure.data if trace.name == named]


def written(figure: Any) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def every(days: int, count: int) -> Dossier:
    """So many contacts with so many days between each two; nothing was declared about what was looked at."""
    first = date.fromordinal(AS_OF) - timedelta(days=days * count)
    when = [first + timedelta(days=days * place) for place in range(count)]
    return of([contact(day.isoformat()) for day in when], claims=(), windows=())


def test_the_sentence_about_all_contacts_of_france_and_russia() -> None:
    # The 21 completed gaps: 1, 2, 5, 6, 32, 32, 46, 50, 57, 59, 77, 77, 93, 97, 112, 144, 300, 484, 528, 856, 1114 days; with
    # the open one 22. After day 59 12 of 22 go on, after day 77 10 of 22; after day 528 3 of 22, of the two that lasted
    # longer than 637 days one ends on day 856: 3/22 · 1/2 = 7 %.
    assert data(FRA_RUS).sentence == (
        "The silence of 637 days is longer than 19 of 21 completed gaps; the last longer one: 23 December 2015 to 27 April 2018 "
        "(856 days). Half of all silences had ended after 77 days (95 % interval 32 to 144), nine in ten after 856 days "
        "(300 to 1,114). Not looked at throughout: 11 of 21 completed gaps and the silence now; contacts may be missing there, "
        "and a silence would look longer than it was."
    )


def test_nine_gaps_between_the_calls_of_ministers_are_too_few() -> None:
    # 38, 46, 50, 59, 144, 170, 300, 528 and 833 days; the longest one is looked at in part only.
    assert data(CALLS).sentence == (
        "The silence of 637 days is longer than 8 of 9 completed gaps; the last longer one: 14 May 2020 to 25 August 2022 "
        "(833 days). 9 completed gaps are too few for a curve: ten are needed. Not looked at throughout: 1 of 9 completed gaps "
        "and the silence now; contacts may be missing there, and a silence would look longer than it was."
    )


@pytest.mark.parametrize(
    ("dossier", "beginning"),
    [
        (
            every(10, 1),
            "The silence of 10 days stands alone: its series has no completed gap to set it against. A curve needs ten "
            "completed gaps. Not looked at throughout: the silence now; contacts may be missing there",
        ),
        (
            every(10, 2),
            "The silence of 10 days is not longer than the one completed gap; the last one as long: 11 December 2025 to "
            "21 December 2025 (10 days). 1 completed gap is too few for a curve: ten are needed. Not looked at throughout: the "
            "one completed gap and the silence now",
        ),
        (every(10, 3), "The silence of 10 days is longer than none of 2 completed gaps; the last one as long: 11 December"),
        (
            of([contact("2025-10-01"), contact("2025-10-03"), contact("2025-10-06")]),
            "The silence of 86 days is longer than both completed gaps. 2 completed gaps are too few",
        ),
        (
            of([contact("2025-10"), contact("2025-12-01")]),
            "The silence of 30 days is not longer than the one completed gap; the last longer one: October 2025 to "
            "1 December 2025 (31 to 61 days).",
        ),
        (
            of([contact("2025-10"), contact("2025-11-25")]),
            "The silence of 36 days may be longer than the one completed gap; the last that may have been as long: "
            "October 2025 to 25 November 2025 (25 to 55 days).",
        ),
        (
            of([contact("2024-01-01"), contact("2024-01-21"), contact("2025-10"), contact("2025-11-25")]),
            "The silence of 36 days is longer than 1 to 2 of 3 completed gaps; the last that may have been as long: October 2025",
        ),
        (of([contact("2025-10-01"), contact("2025-11~")]), "The silence of 0 to 91 days may be longer than the one"),
    ],
)
def test_small_numbers_in_words(dossier: Dossier, beginning: str) -> None:
    assert data(dossier).sentence.startswith(beginning)


def test_ten_gaps_of_the_same_length() -> None:
    # All ten end on day 30, on which the open one too has lasted so long: 1 of 11 goes on.
    assert "Half of all silences had ended after 30 days (95 % interval 30 to 30), nine in ten after 30 days (30 or more)." in (
        data(every(30, 11)).sentence
    )


def test_by_person_the_two_people_are_named() -> None:
    found = data(shipped("FRA", "RUS", by=By.PERSON))
    assert found.sentence.startswith(
        "The silence of 637 days between Sébastien Lecornu and Sergei Shoigu is longer than both completed gaps."
    )
    assert len(found.rows) == 2


def test_time_that_was_looked_at_needs_no_warning() -> None:
    found = data(
        shipped("FRA", "RUS", channels=CALL_CHANNELS, levels=frozenset({Level.MINISTER}), as_of=date(2020, 6, 1).toordinal())
    )
    assert found.standing.n_gaps == 6  # 144, 300, 50, 38, 46 and 170 days
    assert "contacts may be missing" not in found.sentence


def test_without_an_open_silence_there_is_no_panel() -> None:
    none = of([contact("2024-04-03")], period_to=date(2020, 1, 1).toordinal())
    assert silence_data(none) is None
    with pytest.raises(ValueError, match="FRA"):
        silence_chart(none)


def test_the_curve_and_what_is_written_on_it() -> None:
    figure = drawn(FRA_RUS)
    (curve,) = traces(figure, named="share still silent")
    assert curve.line.shape == "hv"
    assert (curve.x[:3], curve.y[:3]) == ((0, 1, 2), (1.0, round(21 / 22, 4), round(20 / 22, 4)))
    assert (curve.x[-1], curve.y[-1]) == (1114, 0)
    upper, lower = traces(figure, named="95 % interval")
    assert {upper.line.dash, lower.line.dash} == {"dash"}
    assert all(low < share < high for low, share, high in zip(lower.y[1:-2], curve.y[1:-2], upper.y[1:-2], strict=False))
    assert not traces(figure, named="with lengths at their longest")
    assert sorted(written(figure)) == ["<b>now: 637 days</b>", "half: 77 days", "nine in ten: 856 days"]
    assert figure.layout.xaxis.ticktext[0] == "0<br><b>22</b>"
    assert "24<br><b>2</b>" in figure.layout.xaxis.ticktext


def test_marks_tell_what_ended_and_lead_to_the_contact_that_ended_it() -> None:
    figure = drawn(FRA_RUS)
    told = {
        words: ids for trace in figure.data for words, ids in zip(trace.hovertext or (), trace.customdata or (), strict=True)
    }
    ended = next(words for words in told if words.startswith("After 528 days"))
    assert ended.split("\n") == [
        "After 528 days: 14 % still silent (95 % interval 3 to 31 %); 4 had lasted so long",
        "Ended: 528 days, about 17 months: 23 October 2022 to 3 April 2024",
    ]
    assert told[ended] == "fra-rus-2024-04-03-phone"
    now = next(words for words in told if words.startswith("The silence now"))
    assert told[now] == "fra-rus-2024-04-03-phone"
    assert len(told) == len(figure.layout.meta["order"]) == 20  # 19 different lengths, and the silence now


def test_the_silence_now_is_marked_where_it_leaves_the_count() -> None:
    (now,) = [trace for trace in drawn(FRA_RUS).data if trace.hovertext and trace.hovertext[0].startswith("The silence now")]
    assert (now.x, now.y) == ((637,), (round(3 / 22, 4),))


def test_imprecise_dates_are_drawn_as_a_second_curve_and_a_stretch() -> None:
    figure = drawn(shipped("TUR", "RUS"))
    assert len(traces(figure, named="with lengths at their longest")) == 1
    assert "half: 23 to 25 days" in written(figure)
    assert "<b>now: 945 to 975 days</b>" in written(figure)
    assert sum(shape.x0 in (945, 975) for shape in figure.layout.shapes) == 2


def test_below_ten_gaps_every_one_is_a_mark_at_its_length() -> None:
    figure = drawn(CALLS)
    (marks,) = traces(figure, named="completed gap")
    assert sorted(marks.x) == [38, 46, 50, 59, 144, 170, 300, 528, 833]
    assert not traces(figure, named="share still silent")
    assert written(figure) == ["<b>now: 637 days</b>"]
    near = dict(zip(marks.x, marks.y, strict=True))
    assert len({near[length] for length in (38, 46, 50, 59)}) == 4  # on one row their labels would cover each other


def test_equal_lengths_are_stacked_and_vague_ones_drawn_as_lines() -> None:
    made = drawn(of([contact("2025-01-01"), contact("2025-02-01"), contact("2025-03-04"), contact("2025-05")]))
    (marks,) = traces(made, named="completed gap")
    assert list(zip(marks.x, marks.y, strict=True)) == [(31, 0), (31, 1)]
    (vague,) = traces(made, named="possible lengths, dates being imprecise")
    assert vague.x == (58,)
    assert any(trace.x[:2] == (58, 88) for trace in made.data if trace.mode == "lines+markers")


def test_an_open_silence_alone_is_drawn_alone() -> None:
    only = every(10, 1)
    assert written(drawn(only)) == ["<b>now: 10 days</b>"]
    assert not traces(drawn(only), named="completed gap")
    assert [len(table.rows) for table in view(only).tables] == [1]


def test_the_text_forecasts_nothing_and_speaks_of_a_curve_only_where_there_is_one() -> None:
    for dossier, curved in ((FRA_RUS, True), (CALLS, False)):
        about = silence_chart(dossier).about
        assert "forecasts nothing" in about
        assert ("curve" in about) is curved
        assert "significan" not in about + data(dossier).sentence


def test_the_table_of_gaps_is_ranked_and_begins_with_the_silence_now() -> None:
    table = silence_table(data(FRA_RUS))
    assert table.rows[0] == (
        "now", "637 days, about 21 months", Cell("3 April 2024", "fra-rus-2024-04-03-phone"), "still open", "not known",
    )  # fmt: skip
    assert [row[0] for row in table.rows[1:4]] == ["1", "2", "3"]
    assert table.rows[1][1] == "1,114 days, about 37 months"
    assert table.rows[-1][1] == "1 day"
    assert table.note == ""


def test_equal_lengths_have_one_rank() -> None:
    ranks = [(row.rank, row.days_max) for row in data(FRA_RUS).rows]
    assert ranks[8:12] == [(9, 93), (10, 77), (10, 77), (12, 59)]


def test_the_table_of_the_curve() -> None:
    curve = silence_tables(data(FRA_RUS))[1]
    assert curve.columns == ("Days", "At risk", "Ended", "Share", "95 % from", "95 % to")
    assert curve.rows[0][:4] == ("1", "22", "1", "95.5%")
    assert curve.rows[-1] == ("1,114", "1", "1", "0.0%", "–", "–")
    assert len(curve.rows) == 19
    assert len(silence_tables(data(CALLS))) == 1


def test_imprecise_dates_make_a_table_for_each_curve() -> None:
    captions = [table.caption for table in silence_tables(data(shipped("TUR", "RUS")))]
    assert [caption.rpartition(" ")[2] for caption in captions] == ["shortest", "shortest", "longest"]


def test_long_tables_are_capped_and_say_so() -> None:
    # 700 gaps of 1, 2, … 700 days.
    days = [sum(range(length + 1)) for length in range(701)]
    first = AS_OF - days[-1]
    gaps, curve = silence_tables(data(of([contact(date.fromordinal(first + day).isoformat()) for day in days], claims=())))
    assert len(gaps.rows) == 101  # and the silence now
    assert gaps.note == "The 100 longest of 700 completed gaps."
    assert len(curve.rows) == 100
    assert curve.note == "700 steps, 7 to a row; a row counts what ended since the one before."
    assert sum(int(str(row[2])) for row in curve.rows) == 700
    assert curve.rows[0][:4] == ("7", "694", "7", f"{693 / 700:.1%}")  # the open one, of 0 days, leaves the count at once


def test_a_curve_of_very_many_steps_is_drawn_without_a_point_for_each() -> None:
    days = [sum(range(length + 1)) for length in range(701)]
    figure = drawn(of([contact(date.fromordinal(AS_OF - days[-1] + day).isoformat()) for day in days], claims=()))
    (curve,) = traces(figure, named="share still silent")
    assert len(curve.x) <= 252
    assert len(figure.layout.meta["order"]) == 1  # the silence now


@pytest.mark.parametrize(
    "dossier",
    [
        FRA_RUS,
        CALLS,
        shipped("TUR", "RUS"),
        shipped("DEU", "RUS"),
        every(10, 1),
        every(10, 2),
        every(30, 11),
        of([contact("2025-12-31", contact_id=f"c{place}") for place in range(12)], claims=()),
        of([contact("2025-12-31", contact_id=f"c{place}") for place in range(4)], claims=()),
        of(many(1_000, 30), claims=()),
    ],
    ids=["curve", "list", "imprecise", "one gap", "no gap", "as long", "ten alike", "one day", "one day, few", "many"],
)
def test_plotly_takes_every_figure(dossier: Dossier) -> None:
    only = view(dossier)
    assert only.height == drawn(dossier).layout.height == silence_height(data(dossier))
