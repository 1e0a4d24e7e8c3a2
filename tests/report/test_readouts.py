"""The readouts panel: whose account has which topic, compared with the shipped files, and what is drawn of it."""

import csv
from collections import defaultdict

from detente.domain.contacts import Contact, Statement
from detente.domain.vocabulary import Stance
from detente.report.one_sided import one_sided_data, one_sided_figure, one_sided_table
from detente.report.readout_figure import readouts_chart, readouts_figure, readouts_table
from detente.report.readout_matrix import Told, readouts_data
from tests.report.samples import contact, many, of, shipped
from tests.support.shipped_record import SHIPPED

FRA_RUS = shipped("FRA", "RUS")


def _accounts(folder: str) -> dict[tuple[str, str], dict[str, set[str]]]:
    """Who reports and who denies each topic of each contact, straight from the file."""
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    with (SHIPPED / "contacts" / folder / "statements.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["contact_id"], row["topic"]][row["stance"]].add(row["reported_by"])
    return found


def test_the_call_of_april_2024_as_both_sides_tell_it() -> None:
    told = {one.topic: one for one in readouts_data(FRA_RUS).topics if one.contact_id == "fra-rus-2024-04-03-phone"}
    assert {topic: one.words for topic, one in told.items()} == {
        "counter-terrorism": "both sides",
        "intelligence-sharing": "France only",
        "ukraine-war": "France only",
        "ukraine-military-aid": "France only",
        "ukraine-peace-talks": "both sides; denied by France",
        "foreign-troops-ukraine": "Russia only",
    }
    assert told["ukraine-peace-talks"].denied_by == ("FRA",)


def test_every_topic_of_the_record_is_told_of_as_its_file_has_it() -> None:
    kinds = {Told.BOTH: {"FRA", "RUS"}, Told.FIRST: {"FRA"}, Told.SECOND: {"RUS"}, Told.THIRD: set(), Told.NOBODY: set()}
    accounts = _accounts("fra-rus")
    topics = readouts_data(FRA_RUS).topics
    assert {(one.contact_id, one.topic) for one in topics} == set(accounts)
    for one in topics:
        account = accounts[one.contact_id, one.topic]
        assert account["reports"] & {"FRA", "RUS"} == kinds[one.told]
        assert set(one.denied_by) == account["denies"] & {"FRA", "RUS"}


def test_the_sentence_counts_them() -> None:
    reported = [account["reports"] & {"FRA", "RUS"} for account in _accounts("fra-rus").values()]
    both, france = reported.count({"FRA", "RUS"}), reported.count({"FRA"})
    russia, neither = reported.count({"RUS"}), reported.count(set())
    assert readouts_data(FRA_RUS).sentence == (
        f"{len(reported)} topics told of at 24 contacts: {both} by both sides, {france} by France only, {russia} by Russia only "
        f"and {neither} by third parties only; denied: 1 by France."
    )


def test_the_account_of_a_third_party_to_the_contact_is_neither_side_of_the_pair() -> None:
    told = {one.topic: one for one in readouts_data(shipped("RUS", "TUR")).topics if one.told is Told.OTHERS}
    assert [(one.topic, one.words) for one in told.values()] == [
        ("deconfliction", "United States, neither side of the two"),
    ]


def test_a_mark_tells_by_its_shape_whose_account_it_is_and_who_denies() -> None:
    def one(number: int, *told: tuple[str, Stance]) -> Contact:
        statements = tuple(Statement("syria", None, by, stance) for by, stance in told)
        return contact(f"2020-01-{number:02d}", statements=statements)

    says, denies = Stance.REPORTS, Stance.DENIES
    made = of(
        [
            one(1, ("FRA", says), ("RUS", says)),
            one(2, ("FRA", says)),
            one(3, ("RUS", says), ("FRA", denies)),
            one(4, ("media", says)),
            one(5, ("RUS", denies)),
        ],
        claims=(),
    )
    data = readouts_data(made)
    assert [spot.words for spot in data.topics] == [
        "both sides",
        "France only",
        "Russia only; denied by France",
        "third parties only",
        "reported by nobody; denied by Russia",
    ]
    shown = [trace for trace in readouts_figure(data).to_plotly().data if trace.showlegend]
    assert {trace.name: list(trace.x) for trace in shown} == {
        "both sides": [0],
        "France only": [1],
        "Russia only": [2],
        "third parties only": [3],
        "denied by France": [2],
        "denied by Russia": [4],
    }
    assert len({trace.marker.symbol for trace in shown}) == 6


def test_the_table_has_a_row_for_each_topic_of_each_contact() -> None:
    data = readouts_data(FRA_RUS)
    table = readouts_table(data, FRA_RUS)
    assert len(table.rows) == len(_accounts("fra-rus"))
    row = next(row for row in table.rows if row[2] == "both sides; denied by France")
    assert row[3:] == ("France and Russia", "France", "Russia")
    assert table.note == ""


def test_of_very_many_contacts_the_latest_are_drawn_and_the_years_counted() -> None:
    made = of(many(2_000, 25), claims=())
    data = readouts_data(made)
    assert len(data.columns) == 60
    assert len(data.rows) <= 40
    table = readouts_table(data, made)
    assert len(table.rows) == 25
    assert f"The chart shows the latest 60 of {data.all_contacts:,} contacts" in table.note
    columns = dict(enumerate(table.columns))
    counted = sum(
        int(str(cell).replace(",", ""))
        for row in table.rows
        for place, cell in enumerate(row)
        if place and columns[place] != "Denied"
    )
    assert counted == len(data.topics)


def test_the_share_that_a_side_reports_alone_in_2024() -> None:
    """France reports five topics, three of them alone; Russia three, one alone."""
    data = one_sided_data(FRA_RUS)
    assert data is not None
    place = data.years.index("2024")
    rows = dict(data.rows)
    france, russia = rows["FRA"][place], rows["RUS"][place]
    assert france is not None
    assert russia is not None
    assert (france.alone, france.reported, france.denied, france.share) == (3, 5, 1, 3 / 5)
    assert (russia.alone, russia.reported, russia.denied, russia.share) == (1, 3, 0, 1 / 3)


def test_a_year_without_an_account_has_no_bar_and_the_sides_differ_by_pattern() -> None:
    data = one_sided_data(FRA_RUS)
    assert data is not None
    assert data.years == tuple(str(year) for year in range(2012, 2025))
    france, russia = one_sided_figure(data).to_plotly().data
    assert france.y[data.years.index("2016")] is None
    assert france.text[data.years.index("2024")] == "3/5"
    assert france.marker.pattern.shape != russia.marker.pattern.shape


def test_the_table_of_one_sided_topics_ends_with_all_years() -> None:
    data = one_sided_data(FRA_RUS)
    assert data is not None
    reported = [account["reports"] & {"FRA", "RUS"} for account in _accounts("fra-rus").values()]
    france = sum("FRA" in sides for sides in reported)
    row = one_sided_table(data).rows[-2]
    assert row[:4] == ("all", "France", str(france), str(reported.count({"FRA"})))


def test_without_an_account_of_either_side_there_is_nothing_to_compare() -> None:
    made = of([contact("2020-01-01", statements=(Statement("syria", None, "media", Stance.REPORTS),))], claims=())
    assert one_sided_data(made) is None
    assert readouts_chart(made).below is None
