"""The table of pairs and periods, on small records that were counted by hand."""

from collections.abc import Mapping, Sequence

from detente.analysis.panel import Counted, Panel, panel
from detente.analysis.panel_columns import panel_columns, topic_columns
from detente.analysis.periods import Per, index_of
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import parse
from detente.domain.parties import Dyad
from detente.domain.tallies import PairLast, PairTally, PairTopics
from detente.domain.vocabulary import Channel, Level, Status
from tests.domain.records import choose, day, window

FRA_RUS = Dyad("FRA", "RUS")
STATES = frozenset({"FRA", "RUS", "DEU"})


def tally(when: str, status: str = "held", channel: str = "phone", level: str = "minister", count: int = 1) -> PairTally:
    return PairTally(FRA_RUS, index_of(day(when), Per.YEAR), Channel(channel), Level(level), Status(status), count)


def last(when: str, pair: Dyad = FRA_RUS) -> PairLast:
    date = parse(when)
    return PairLast(pair, index_of(date.first_day, Per.YEAR), when, date.end_earliest, date.end_latest)


def made(
    tallies: Sequence[PairTally] = (),
    lasts: Sequence[PairLast] = (),
    windows: Mapping[Dyad, Sequence[CoverageWindow]] | None = None,
    as_of: str = "2022-12-31",
    topics: Sequence[PairTopics] = (),
    **choice: str,
) -> Panel:
    counted = Counted(tallies, lasts, topics)
    return panel(counted, choose(as_of, **choice), Per.YEAR, windows=windows or {}, states=STATES)


def column(found: Panel, name: str) -> list[object]:
    return [item[name] for item in found.items()]


LOOKED = {FRA_RUS: [window("minister", "any", "2020-01-01", "2022-12-31", "complete"),
                    window("chief-of-defence", "any", "2020-01-01", "2022-12-31", "fair")]}  # fmt: skip


def test_every_period_has_a_row_and_a_zero_where_somebody_looked() -> None:
    found = made([tally("2020-03-01", count=2), tally("2022-05-01", channel="in-person")], windows=LOOKED)
    assert column(found, "period") == ["2020", "2021", "2022"]
    assert column(found, "held") == [2, 0, 1]
    assert column(found, "held_phone") == [2, 0, 0]
    assert column(found, "held_in_person") == [0, 0, 1]
    assert column(found, "held_minister") == [2, 0, 1]
    assert column(found, "held_chief_of_defence") == [0, 0, 0]
    assert column(found, "declined") == [0, 0, 0]
    assert column(found, "observed_share") == [1.0, 1.0, 1.0]
    assert column(found, "observation") == ["observed"] * 3


def test_nobody_looked_for_officials_so_none_is_no_zero() -> None:
    found = made([tally("2020-03-01")], windows=LOOKED, as_of="2020-12-31")
    assert column(found, "held_official") == [None]
    assert column(found, "held_deputy_minister") == [None], "coverage counts deputies among officials"


def test_without_coverage_what_is_on_record_stands_and_nothing_else() -> None:
    found = made([tally("2020-03-01"), tally("2022-03-01", "declined")])
    assert column(found, "held") == [1, None, None]
    assert column(found, "held_phone") == [1, None, None]
    assert column(found, "held_video") == [None, None, None]
    assert column(found, "declined") == [None, None, 1]
    assert column(found, "observed_share") == [0.0] * 3
    assert column(found, "observation") == ["unknown"] * 3


def test_a_poor_window_makes_a_period_unobserved() -> None:
    found = made([tally("2020-03-01")], windows={FRA_RUS: [window("minister", "any", "2021-01-01", "2021-12-31", "poor")]})
    assert column(found, "observation") == ["unknown", "unobserved", "unknown"]
    assert column(found, "held") == [1, None, None]


def test_partly_observed_has_a_count_and_its_share() -> None:
    """73 of the 365 days of 2021 are 1 January to 14 March: 31 + 28 + 14; a fifth."""
    windows = {FRA_RUS: [window("minister", "any", "2021-01-01", "2021-03-14", "complete")]}
    found = made([tally("2020-03-01")], windows=windows, as_of="2021-12-31", levels="minister")
    assert column(found, "held") == [1, 0]
    assert column(found, "observed_share") == [0.0, 0.2]
    assert column(found, "observation") == ["unknown", "partly-observed"]


def test_a_channel_is_judged_by_its_own_window() -> None:
    windows = {FRA_RUS: [window("minister", "any", "2020-01-01", "2020-12-31", "complete"),
                         window("minister", "in-person", "2020-01-01", "2020-12-31", "poor")]}  # fmt: skip
    found = made([tally("2020-03-01")], windows=windows, as_of="2020-12-31", levels="minister")
    assert (column(found, "held_video"), column(found, "held_in_person")) == ([0], [None])


def test_what_was_not_selected_is_missing() -> None:
    found = made([tally("2020-03-01")], windows=LOOKED, as_of="2020-12-31", levels="minister", channels="phone video")
    assert column(found, "held_in_person") == [None]
    assert column(found, "held_chief_of_defence") == [None]
    assert (column(found, "held_phone"), column(found, "held_video")) == ([1], [0])


def test_the_days_of_silence_at_the_end_of_each_period() -> None:
    """From 2020-12-21 ten days to the end of 2020; 2021-03~ ends between 1 February and 30 April: 333 or 245 days."""
    lasts = [last("2020-12-21"), last("2021-03~")]
    found = made([tally("2019-05-01", "requested"), tally("2020-12-21"), tally("2021-03-01")], lasts)
    assert column(found, "period") == ["2019", "2020", "2021", "2022"]
    assert column(found, "silence_min") == [None, 10, 245, 610]
    assert column(found, "silence_max") == [None, 10, 333, 698]
    assert column(found, "last_contact") == [None, "2020-12-21", "2021-03~", "2021-03~"]


def test_a_period_that_is_cut() -> None:
    """From 15 March 2021 (292 days of it) to 9 April 2022, the as-of day (99 days)."""
    found = made([tally("2021-06-01")], [last("2019-12-31")], as_of="2022-04-09", period_from="2021-03-15")
    assert column(found, "period_start") == ["2021-03-15", "2022-01-01"]
    assert column(found, "period_end") == ["2021-12-31", "2022-04-09"]
    assert column(found, "days") == [292, 99]
    assert column(found, "silence_max") == [731, 830], "counted from a contact before the period: 366 + 365, and 99 more"


def test_the_end_of_the_period_comes_before_the_as_of_day() -> None:
    found = made([tally("2020-03-01")], [last("2020-03-01")], period_to="2021-06-30")
    assert column(found, "period_end") == ["2020-12-31", "2021-06-30"]
    assert column(found, "silence_max") == [305, 486]


def test_several_parties_have_every_pair_among_them_and_one_axis() -> None:
    found = made([tally("2021-03-01")], parties="RUS FRA DEU")
    assert [(item["dyad"], item["period"]) for item in found.items()] == [
        (pair, year) for pair in ("DEU-FRA", "DEU-RUS", "FRA-RUS") for year in ("2021", "2022")
    ]


def test_of_one_party_or_none_the_pairs_on_record_or_looked_at() -> None:
    looked = {Dyad("DEU", "RUS"): [window("minister", "any", "2020-01-01", "2020-12-31", "fair")]}
    assert [str(pair) for pair in made([tally("2021-03-01")], windows=looked, parties="").pairs] == ["DEU-RUS", "FRA-RUS"]
    assert [str(pair) for pair in made([tally("2021-03-01")], windows=looked, parties="FRA").pairs] == ["FRA-RUS"]


def test_nothing_on_record_and_no_beginning_is_an_empty_table() -> None:
    assert made().rows == ()
    assert made([tally("2020-01-01")], period_from="2023-01-01").rows == (), "begins after the as-of day"
    assert column(made(period_from="2022-01-01"), "held") == [None]


def test_codes() -> None:
    (row,) = made([tally("2022-03-01")]).items()
    assert [row[name] for name in ("dyad", "iso3_a", "iso3_b", "cow_a", "cow_b", "year")] == [
        "FRA-RUS",
        "FRA",
        "RUS",
        220,
        365,
        2022,
    ]
    (row,) = made(parties="NATO RUS", period_from="2022-01-01").items()
    assert [row[name] for name in ("dyad", "iso3_a", "iso3_b", "cow_a", "cow_b")] == ["NATO-RUS", None, "RUS", None, 365]


def test_topics_are_missing_where_the_contacts_are() -> None:
    told = [PairTopics(FRA_RUS, 2020, "", 3, 2, 1, 0, 4)]
    found = made([tally("2020-03-01"), tally("2021-03-01")], topics=told)
    names = ("topics_a", "topics_b", "topics_both", "denied_a", "denied_b")
    assert [[item[name] for name in names] for item in found.items()] == [[3, 2, 1, 0, 4], [0] * 5, [None] * 5]


def test_columns_of_broad_topics() -> None:
    counted = Counted(
        [tally("2022-03-01")], [], [], [PairTopics(FRA_RUS, 2022, "arms-control", 1, 0, 0, 0, 0)], ["arms-control", "x"]
    )
    (row,) = panel(counted, choose("2022-12-31"), Per.YEAR, windows={}, states=STATES).items()
    assert [row[name] for name in ("t_arms_control_a", "t_arms_control_b", "t_x_a", "t_x_b")] == [1, 0, 0, 0]


def test_names_are_valid_in_stata_and_r_whatever_the_topics_are_called() -> None:
    wild = ["a" * 80, "a" * 79 + "b", "=1+1", "<script>", "שלום", "-", "x y", "x_y"]
    names = [column.name for column in panel_columns(topic_columns(wild))]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name.isidentifier() and len(name) <= 32 and not name.startswith("_") for name in names)
    assert all(len(column.label) <= 80 for column in panel_columns(topic_columns(wild)))
