"""The claims panel: verdicts on the shipped claims, lengths worked out by hand, and what is drawn of them."""

from datetime import date

import pytest

from detente.domain.days import DAYS_PER_MONTH
from detente.domain.vocabulary import Anchor, Qualifier
from detente.report.chart import Cell
from detente.report.claims import JudgedClaim, claims_data
from detente.report.claims_figure import claims_chart, claims_figure, claims_table, drawn_rows
from detente.report.contact_cards import cards_data
from detente.report.gap_figure import gaps_figure, gaps_table
from detente.report.gap_lengths import gaps_data
from tests.report.samples import claim, contact, of, shipped

FRA_RUS = shipped("FRA", "RUS")
CLAIMS = {one.claim_id: one for one in claims_data(FRA_RUS).claims}


def _days(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    return (date(*other) - date(*one)).days


@pytest.mark.parametrize(
    ("claim_id", "figure", "verdict"),
    [
        ("fra-rus-c29", "18 months", "rounded"),
        ("fra-rus-c34", "18 months", "rounded"),
        ("fra-rus-c33", "22 months, since October 2022", "contradicted"),
        ("fra-rus-c23", "36 months", "contradicted"),
        ("fra-rus-c32", "more than 18 months", "contradicted"),
        ("fra-rus-c26", "since October 2022", "exact"),
        ("fra-rus-c11", "since 2012", "exact"),
        ("fra-rus-c10", "since 2014", "contradicted"),
        ("fra-rus-c01", "first ever", "unverifiable"),
        ("fra-rus-c08", "no length", "unverifiable"),
        ("fra-rus-c06", "since an event of spring 2014", "unverifiable"),
    ],
)
def test_what_was_claimed_and_the_verdict(claim_id: str, figure: str, verdict: str) -> None:
    assert (CLAIMS[claim_id].figure, CLAIMS[claim_id].verdict) == (figure, verdict)


def test_a_figure_in_months_is_set_against_the_days_on_record() -> None:
    one = CLAIMS["fra-rus-c33"]
    assert (one.claimed_min, one.claimed_max) == (22 * DAYS_PER_MONTH, 22 * DAYS_PER_MONTH)
    assert (one.days_min, one.days_max, one.recorded, one.previous_id) == (528, 528, "528 days", "fra-rus-2022-10-23-phone")
    assert one.why == "22 months claimed, 17.3 on record; the previous contact is of 2022-10-23"


def test_a_year_that_is_named_allows_a_range_of_lengths() -> None:
    one = CLAIMS["fra-rus-c11"]
    assert one.claimed_min == _days((2012, 12, 31), (2019, 9, 9))
    assert one.claimed_max == _days((2012, 1, 1), (2019, 9, 9))
    assert (one.days_min, one.days_max) == (2504, 2504)


def test_a_claim_of_silence_runs_to_the_day_it_was_made() -> None:
    one = CLAIMS["fra-rus-c21"]
    assert one.contact_id == ""
    assert one.day == date(2023, 11, 12).toordinal()
    assert one.days_min == one.claimed_min == _days((2022, 10, 23), (2023, 11, 12))


def test_a_claim_before_the_first_record_has_nothing_to_be_set_against() -> None:
    one = CLAIMS["fra-rus-c02"]
    assert (one.days_min, one.days_max, one.recorded, one.previous_id) == (None, None, "nothing earlier", "")
    assert one.claimed_min == 13 * DAYS_PER_MONTH


def test_the_sentence_counts_verdicts_and_names_what_is_contradicted() -> None:
    data = claims_data(FRA_RUS)
    assert sum(count for _, count in data.counts) == 34
    assert dict(data.counts)["contradicted"] == 4
    assert data.sentence.startswith("34 published claims judged on the record: ")
    assert data.sentence.endswith(
        "Contradicted: “since 2014” before 9 September 2019, “36 months” before 3 April 2024, “more than 18 months” before "
        "3 April 2024 and “22 months, since October 2022” before 3 April 2024."
    )


def test_claims_alike_share_a_row_and_those_without_a_length_are_not_drawn() -> None:
    rows = drawn_rows(claims_data(FRA_RUS).claims)
    drawn = {one.claim_id for row in rows for one in row.claims}
    assert set(CLAIMS) - drawn == {"fra-rus-c01", "fra-rus-c05", "fra-rus-c08", "fra-rus-c16", "fra-rus-c19"}
    (eighteen,) = [row for row in rows if any(one.claim_id == "fra-rus-c29" for one in row.claims)]
    assert [one.claim_id for one in eighteen.claims] == ["fra-rus-c24", "fra-rus-c28", "fra-rus-c29", "fra-rus-c34"]


def test_bars_and_marks_are_to_one_scale_and_verdicts_told_by_shape_and_word() -> None:
    rows = drawn_rows(claims_data(FRA_RUS).claims)
    traces = {trace.name: trace for trace in claims_figure(rows).to_plotly().data if trace.name}
    place = next(place for place, row in enumerate(rows) if row.first.claim_id == "fra-rus-c33")
    assert dict(zip(traces["on record"].y, traces["on record"].x, strict=True))[str(place)] == 528
    contradicted = dict(zip(traces["contradicted"].y, traces["contradicted"].x, strict=True))
    assert contradicted[str(place)] == 22 * DAYS_PER_MONTH
    shapes = [traces[verdict].marker.symbol for verdict in ("exact", "rounded", "unverifiable", "contradicted")]
    assert len(set(shapes)) == 4
    (words,) = [trace for trace in claims_figure(rows).to_plotly().data if trace.type == "scatter" and trace.mode == "text"]
    assert words.text[place] == "\u2003<b>contradicted</b>"


def test_the_table_has_every_claim_with_its_source_and_reason_and_lies_open() -> None:
    chart = claims_chart(FRA_RUS)
    assert chart.spread
    table = claims_table(claims_data(FRA_RUS))
    assert len(table.rows) == 34
    row = next(row for row in table.rows if "Telegraph" in str(row[2]))
    assert row[0] == Cell("3 April 2024", "fra-rus-2024-04-03-phone")
    assert row[1] == Cell("contradicted", tag="contradicted")
    assert isinstance(row[3], Cell)
    assert row[3].url.startswith("https://www.telegraph.co.uk/")
    assert row[4] == "22 months, since October 2022 (call, ministers)"
    assert row[6] == CLAIMS["fra-rus-c33"].why


def test_the_cards_carry_the_verdict_of_each_claim() -> None:
    cards, _ = cards_data(FRA_RUS)
    card = next(card for card in cards if card.contact_id == "fra-rus-2019-09-09-in-person")
    verdicts = {one.claim_id: one.verdict for one in card.claims}
    assert verdicts["fra-rus-c10"] == "contradicted"
    assert verdicts["fra-rus-c11"] == "exact"
    assert all(isinstance(one, JudgedClaim) and one.why for one in card.claims)


def test_published_figures_beside_a_gap_have_the_shape_of_their_verdict() -> None:
    traces = {trace.name: trace for trace in gaps_figure(gaps_data(FRA_RUS)).to_plotly().data}
    assert list(traces["published: rounded"].text) == ["18×5"]  # four rounded, and one "more than" that is contradicted
    assert sorted(traces["published: contradicted"].text) == ["22", "36"]
    assert traces["published: rounded"].marker.symbol != traces["published: contradicted"].marker.symbol


def test_the_table_of_gaps_names_the_verdict_of_each_figure() -> None:
    rows = gaps_table(gaps_data(FRA_RUS), FRA_RUS).rows
    row = next(row for row in rows if row[1] == Cell("fra-rus-2024-04-03-phone", "fra-rus-2024-04-03-phone"))
    assert "22 months, contradicted" in str(row[5])
    assert "18 months, rounded" in str(row[5])


def test_imprecise_dates_show_what_is_sure_and_what_is_possible() -> None:
    made = of(
        [contact("2020-01-01"), contact("[2020-07-01..2020-07-11]")],
        claims=[
            claim("Half a year.", "fra-rus-[2020-07-01..2020-07-11]-phone", "2020-07", months=6.0, qualifier=Qualifier.ABOUT)
        ],
    )
    (one,) = claims_data(made).claims
    assert (one.days_min, one.days_max, one.figure) == (182, 192, "about 6 months")
    traces = {trace.name: trace for trace in claims_figure(drawn_rows([one])).to_plotly().data}
    assert (list(traces["on record"].x), list(traces["possible length"].x)) == ([182], [10])


def test_many_claims_are_drawn_from_the_latest_on_and_all_are_in_the_table() -> None:
    contacts = [contact(f"20{year:02d}-01-01") for year in range(60)]
    claims = [
        claim("A year.", one.contact_id, one.date.text, months=12.0, claim_id=f"c{place:04d}-{number}")
        for place, one in enumerate(contacts[1:26], start=1)
        for number in range(100)
    ]
    claims += [claim("Since.", one.contact_id, one.date.text, since="2001", anchor=Anchor.CONTACT) for one in contacts[1:26]]
    made = of(contacts, claims=claims)
    data = claims_data(made)
    assert len(drawn_rows(data.claims)) == 40
    table = claims_table(data)
    assert len(table.rows) == 2_000
    assert table.note == "The latest 2,000 of 2,525 claims."


def test_no_claim_makes_no_panel_and_an_axis_of_its_own() -> None:
    assert claims_figure(()).to_plotly().layout.xaxis.range[1] > 0


def test_a_claim_of_a_month_is_not_dated_to_a_day() -> None:
    """usa-rus-c12 was made about July 2018 and is about no contact."""
    data = claims_data(shipped("RUS", "USA"))
    one = next(one for one in data.claims if one.claim_id == "usa-rus-c12")
    assert (one.until, one.until_short) == ("about July 2018", "2018-07~")


def test_an_axis_of_short_lengths_is_in_days() -> None:
    turkey = claims_figure(drawn_rows(claims_data(shipped("RUS", "TUR")).claims)).to_plotly().layout.xaxis
    assert (turkey.title.text, list(turkey.tickvals)) == ("days", list(range(9)))
    france = claims_figure(drawn_rows(claims_data(FRA_RUS).claims)).to_plotly().layout.xaxis
    assert (france.title.text, france.ticktext[1], france.tickvals[1]) == ("months", "12", 12 * DAYS_PER_MONTH)
