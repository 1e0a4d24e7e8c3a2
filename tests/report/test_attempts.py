"""The attempts panel: who asked, what came of it, and days counted by hand."""

from datetime import date

from detente.domain.vocabulary import Level, Status
from detente.report.attempts import attempts_data
from detente.report.attempts_figure import attempts_chart, attempts_figure, attempts_table
from detente.report.chart import Cell
from tests.report.samples import contact, many, of, shipped


def test_the_two_sessions_that_france_and_russia_did_not_hold() -> None:
    first, second = attempts_data(shipped("FRA", "RUS")).tried
    assert (first.contact_id, first.status) == ("fra-rus-2014-03-18-in-person", Status.CANCELLED)
    assert (first.following, first.until) == ("fra-rus-2015-12-21-in-person", "643 days")
    assert (second.contact_id, second.status) == ("fra-rus-2020-09-14-in-person", Status.POSTPONED)
    assert (second.following, second.until) == ("fra-rus-2021-11-12-in-person", "424 days")
    assert (date(2015, 12, 21) - date(2014, 3, 18)).days == 643
    assert (date(2021, 11, 12) - date(2020, 9, 14)).days == 424


def test_who_asked_whom_and_how_long_it_took() -> None:
    data = attempts_data(shipped("RUS", "USA"))
    told = [(one.contact_id, one.who, one.status.value, one.until) for one in data.tried]
    assert told == [
        ("usa-rus-2014-04-25-phone", "United States to Russia", "unanswered", "3 days"),
        ("usa-rus-2018-12-12-letter", "Russia to United States", "unanswered", "296 to 302 days"),
        ("usa-rus-2022-11-15-phone-cod", "United States to Russia", "unanswered", "120 days"),
    ]
    assert data.sentence == (
        "3 attempts did not lead to a contact: 3 unanswered; asked for by the United States (2) and Russia (1). The longest wait until "
        "the next held contact of the level: 296 to 302 days, after about 12 December 2018."
    )


def test_an_attempt_that_nothing_followed_waits_to_the_as_of_day() -> None:
    held = contact("2025-06-01", level=Level.CHIEF_OF_DEFENCE)  # of another level: it does not end the wait
    made = of([contact("2025-05-01", status=Status.DECLINED, initiator="FRA"), held], claims=())
    (one,) = attempts_data(made).tried
    assert (one.open, one.until, one.who) == (True, "244 days so far", "France to Russia")
    assert (date(2025, 12, 31) - date(2025, 5, 1)).days == 244
    assert attempts_data(made).sentence.endswith("After 1 of them none has followed so far.")
    unknown = of([contact("2025-05-01", status=Status.PLANNED)], claims=())
    assert "1 planned; the record does not say who asked. After" in attempts_data(unknown).sentence
    (bars,) = [trace for trace in attempts_figure(attempts_data(made)).to_plotly().data if trace.type == "bar"]
    assert (bars.name, list(bars.x), bars.marker.pattern.shape) == ("none so far", [244], "/")


def test_what_followed_is_found_outside_the_selection_and_the_list_keeps_to_it() -> None:
    cut = shipped("FRA", "RUS", statuses=frozenset({Status.POSTPONED}), period_from=date(2020, 1, 1).toordinal())
    (one,) = attempts_data(cut).tried
    assert (one.contact_id, one.following) == ("fra-rus-2020-09-14-in-person", "fra-rus-2021-11-12-in-person")


def test_the_initiative_of_both_names_nobody_who_was_asked() -> None:
    made = of([contact("2025-05-01", status=Status.PLANNED, initiator="both")], claims=())
    assert attempts_data(made).tried[0].who == "both sides"


def test_the_table_links_the_attempt_and_what_followed_and_lies_open() -> None:
    made = shipped("FRA", "RUS")
    chart = attempts_chart(made)
    assert chart.spread
    latest = attempts_table(attempts_data(made)).rows[0]
    assert latest[:2] == (Cell("2020-09-14", "fra-rus-2020-09-14-in-person"), "not recorded")
    assert latest[3] == Cell("postponed", tag="missed")
    assert latest[5] == Cell("12 November 2021", "fra-rus-2021-11-12-in-person")


def test_shapes_are_those_of_the_timeline() -> None:
    figure = attempts_figure(attempts_data(shipped("FRA", "RUS"))).to_plotly()
    shapes = {trace.name: trace.marker.symbol for trace in figure.data if trace.type == "scatter"}
    assert shapes == {"cancelled": "x-open", "postponed": "triangle-right-open"}


def test_very_many_attempts_are_counted_by_year() -> None:
    made = of(many(2_000, 25), claims=())
    data = attempts_data(made)
    table = attempts_table(data)
    assert len(table.rows) == 25
    assert sum(int(str(cell)) for row in table.rows for cell in row[1:]) == len(data.tried)
    assert "The chart shows the latest 40." in table.note
