"""The silences of the shipped record, counted by hand: days between the dates printed in its tables."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.cli.conftest import Run

CALLS = ("gaps", "FRA", "RUS", "--channel", "phone", "--level", "minister")


def days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def test_the_silence_before_the_call_of_april_2024(detente: Run) -> None:
    found = detente(*CALLS, "--as-of", "2024-12-31", "--json")
    closed = [item for item in found.items if item["to"] and item["to"]["contact_id"] == "fra-rus-2024-04-03-phone"]
    assert len(closed) == 1
    assert closed[0]["from"] == {"contact_id": "fra-rus-2022-10-23-phone", "date": "2022-10-23"}
    # 8 days left of October, 61 of November and December 2022, 365 of 2023, 91 of January to March 2024, 3 of April.
    assert closed[0]["days_min"] == closed[0]["days_max"] == 8 + 61 + 365 + 91 + 3 == 528
    assert closed[0]["words"] == "528 days, about 17 months"
    assert closed[0]["observation"] == "observed"
    opened = [item for item in found.items if item["open"]]
    assert [(item["days_min"], item["days_max"], item["to"]) for item in opened] == [(272, 272, None)]
    assert opened[0]["days_min"] == days("2024-04-03", "2024-12-31")


def test_longest_first_and_latest_first(detente: Run) -> None:
    by_length = [item["days_max"] for item in detente(*CALLS, "--as-of", "2024-12-31", "--json").items]
    assert by_length == sorted(by_length, reverse=True)
    by_date = [item["from"]["date"] for item in detente(*CALLS, "--as-of", "2024-12-31", "--sort", "date", "--json").items]
    assert by_date == sorted(by_date, reverse=True)
    assert len(by_date) == len(by_length) == 10


def test_the_figures_leave_the_open_gap_out(detente: Run) -> None:
    summary = detente(*CALLS, "--as-of", "2025-12-31", "--min", "500d", "--json").json["summary"]
    # The nine completed, by hand: 38 46 50 59 144 170 300 528 833.
    assert (summary["completed"], summary["open"], summary["median_min"], summary["median_max"]) == (9, 1, 144, 144)
    assert summary["longest"] == {
        "from": {"contact_id": "fra-rus-2020-05-14-phone", "date": "2020-05-14"},
        "to": {"contact_id": "fra-rus-2022-08-25-phone", "date": "2022-08-25"},
        "days_min": 833,
        "days_max": 833,
    }


def test_the_shortest_to_show(detente: Run) -> None:
    found = detente(*CALLS, "--as-of", "2025-12-31", "--min", "528d", "--json").items
    assert [item["days_max"] for item in found] == [833, 637, 528]


def test_a_non_contact_lies_inside_the_gap_it_fell_into(detente: Run) -> None:
    found = detente("gaps", "FRA", "RUS", "--level", "minister", "--as-of", "2025-12-31", "--json").items
    attempts = {item["from"]["date"]: item["attempts"] for item in found if item["attempts"]}
    assert attempts == {
        "2012-10-31": ["fra-rus-2014-03-18-in-person"],
        "2020-05-14": ["fra-rus-2020-09-14-in-person"],
    }


def test_the_period_keeps_gaps_that_end_in_it_and_never_cuts_a_series(detente: Run) -> None:
    found = detente(*CALLS, "--as-of", "2025-12-31", "--from", "2022", "--to", "2023", "--json").items
    assert sorted(item["to"]["date"] for item in found) == ["2022-08-25", "2022-10-23"]
    assert max(item["days_max"] for item in found) == 833


def test_by_person(detente: Run) -> None:
    args = ("gaps", "FRA", "RUS", "--by", "person", "--person", "Sébastien Lecornu", "--as-of", "2025-12-31", "--json")
    found = detente(*args).items
    assert [item["persons"] for item in found] == [{"FRA": "Sébastien Lecornu", "RUS": "Sergei Shoigu"}] * 3
    assert [item["days_max"] for item in found] == [637, 528, 59]


@pytest.mark.parametrize(
    ("dates", "interval", "uncertain"),
    [
        # about 16 May is 13 to 19 May: to 1 June, 13 to 19 days
        (("2016-05-16~", "2016-06-01"), (13, 19), False),
        # some day of May 2016, then 10 June: from the 31st 10 days, from the 1st 40
        (("2016-05", "2016-06-10"), (10, 40), False),
        # a visit of three days ends on the 23rd: nine days to New Year
        (("2015-12-21/2015-12-23", "2016-01-01"), (9, 9), False),
        # one day of June or July, then one of July: perhaps the other way round
        (("[2022-06-01..2022-07-12]", "2022-07"), (0, 60), True),
    ],
)
def test_imprecise_dates_make_a_gap_an_interval(
    fresh_detente: Run, dates: tuple[str, str], interval: tuple[int, int], uncertain: bool
) -> None:
    for when in dates:
        assert fresh_detente("log", when, "phone", "FRA", "RUS", "--also").status == 0
    closed = [item for item in fresh_detente("gaps", "--as-of", "2025-12-31", "--json").items if not item["open"]]
    assert [(item["days_min"], item["days_max"]) for item in closed] == [interval]
    assert closed[0]["order_uncertain"] is uncertain


def test_last(detente: Run) -> None:
    lanes = detente("last", "RUS", "fr", "--as-of", "2025-12-31", "--json").items
    office = {tuple(lane["scope"].values()): lane for lane in lanes if lane["scope"]["by"] == "office"}
    widest = office[None, None, None, "office"]
    assert (widest["contact_id"], widest["date"], widest["days_min"]) == ("fra-rus-2024-04-03-phone", "2024-04-03", 637)
    assert office["call", "minister", None, "office"]["contact_id"] == "fra-rus-2024-04-03-phone"
    assert office["in-person", "minister", "2+2", "office"]["days_max"] == days("2021-11-12", "2025-12-31")
    assert office["in-person", "minister", "bilateral", "office"]["contact_id"] == "fra-rus-2015-12-21-in-person"
    people = {
        tuple(lane["persons"].values()): lane for lane in lanes if list(lane["scope"].values()) == [None] * 3 + ["person"]
    }
    assert people["Florence Parly", "Sergei Shoigu"]["date"] == "2021-11-12"
    assert people["Jean-Yves Le Drian", "Anatoly Serdyukov"]["days_min"] == days("2012-10-31", "2025-12-31")


@pytest.mark.parametrize("by", ["office", "person"])
def test_last_of_one_way_only(detente: Run, by: str) -> None:
    lanes = detente("last", "FRA", "RUS", "--as-of", "2025-12-31", "--by", by, "--json").items
    assert {lane["scope"]["by"] for lane in lanes} == {by}


def test_frequency_and_topics(detente: Run) -> None:
    found = detente("frequency", "FRA", "RUS", "--from", "2022", "--as-of", "2025-12-31", "--json")
    assert found.json["summary"] == {
        "periods": ["2022", "2023", "2024"],
        "totals": [4, 0, 1],
        "contacts": 5,
        "segments": [],
        "no_segments": "not-looked-at",  # chiefs of defence are among the levels, and no window from 2022 on is theirs
        "declared": True,
    }
    assert [(i["period"], i["channel"], i["level"], i["count"], i["share"]) for i in found.items] == [
        ("2022", "phone", "minister", 2, 0.5),
        ("2022", "phone", "chief-of-defence", 2, 0.5),
        ("2024", "phone", "minister", 1, 1.0),
    ]
    cancelled = detente("frequency", "FRA", "RUS", "--status", "cancelled", "--status", "postponed", "--json").items
    assert [(i["period"], i["count"]) for i in cancelled] == [("2014", 1), ("2020", 1)]
    sides = detente("topics", "FRA", "RUS", "--by-side", "--from", "2024", "--as-of", "2025-12-31", "--json").items
    # In April 2024 Paris reports five topics; that of peace talks it reports and denies, and only the report counts.
    assert {i["topic"] for i in sides if i["reported_by"] == "FRA"} == {
        "counter-terrorism", "intelligence-sharing", "ukraine-war", "ukraine-military-aid", "ukraine-peace-talks",
    }  # fmt: skip
    assert {i["share"] for i in sides if i["reported_by"] == "FRA"} == {0.2}


def test_search(detente: Run) -> None:
    assert [item["contact_id"] for item in detente("list", "--search", "BAROQUE", "--json").items] == [
        "fra-rus-2024-04-03-phone"
    ]
    assert detente("list", "--search", "100%", "--json").items == []


def test_a_day_to_come_is_no_fact(detente: Run, on_day: Callable[[str], None]) -> None:
    on_day("2026-03-05")
    told = "1 January 2030 is yet to come: a silence up to it is counted as if nothing happened after 5 March 2026"
    for command in (CALLS, ("silence", "FRA", "RUS"), ("last", "FRA", "RUS")):
        answer = detente(*command, "--as-of", "2030-01-01")
        assert answer.stderr.count(told) == 1, command
    assert told in detente(*CALLS, "--known-on", "2030-01-01").stderr
    assert "yet to come" not in detente(*CALLS, "--as-of", "2026-03-05").stderr


def test_a_report_of_a_day_to_come_says_so(detente: Run) -> None:
    moment = detente("history", "--json").items[0]["recorded_at"][:10]
    for parties in (("FRA", "RUS"), ()):
        report = ("report", *parties, "--format", "md", "--known-on", moment, "--as-of")
        assert "1 January 2130 is yet to come: a silence up to it is counted as if" in detente(*report, "2130-01-01").stdout
        assert "yet to come" not in detente(*report, moment).stdout
