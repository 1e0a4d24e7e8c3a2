"""The overview of all pairs, counted by hand from the shipped record's files, and of a record of very many contacts."""

import csv
import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from random import Random
from typing import Any

import plotly.graph_objects as go
import pytest

from detente.analysis.frequency import frequency
from detente.analysis.periods import Per
from detente.analysis.survey import Survey
from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import parse
from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.tallies import tallies
from detente.domain.vocabulary import CALL_CHANNELS, Channel, Completeness, Level, Setting, Status
from detente.report.chart import Cell, Chart, Row
from detente.report.heatmap import heatmap_chart, heatmap_data
from detente.report.multiples import multiples_chart
from detente.report.multiples_rows import multiples_data
from detente.report.overview_headline import contact_files, longest_now, overview_headline
from detente.report.overview_panels import overview_charts
from detente.report.ranking import ranking_chart, ranking_data
from tests.report.samples import AS_OF, contact, overview
from tests.support.shipped_record import SHIPPED, shipped_record
from tests.support.surveys import SurveyedContacts

DEU_RUS, FRA_RUS, RUS_TUR, RUS_USA = Dyad("DEU", "RUS"), Dyad("FRA", "RUS"), Dyad("RUS", "TUR"), Dyad("RUS", "USA")
OWN = [RUS_USA, FRA_RUS, RUS_TUR, DEU_RUS]
"""The pairs with a folder of their own; eleven more met in contacts of three or more parties only."""


def of(
    contacts: Iterable[Contact], *, windows: Iterable[CoverageWindow] = (), names: dict[str, str] | None = None, **choice: Any
) -> Survey:
    declared: dict[Dyad, list[CoverageWindow]] = {}
    for window in windows:
        declared.setdefault(window.dyad, []).append(window)
    selection = Selection(**{"as_of": AS_OF, **choice})
    return SurveyedContacts(contacts, selection, names or {}, declared).whole


def shipped(**choice: Any) -> Survey:
    record = shipped_record()
    names = {code: party.name for code, party in record.parties.items()}
    return of(record.contacts, windows=record.windows, names=names, **choice)


def between(when: str, *parties: str, **more: Any) -> Contact:
    """A contact of the parties, in a folder of their own."""
    made = contact(when, contact_id=f"{'-'.join(parties)}-{when}", **more)
    return replace(made, parties=tuple(sorted(parties)), dyad_slug="-".join(sorted(parties)[:2]).lower())


def texts(row: Row) -> list[str]:
    return [cell if isinstance(cell, str) else cell.text for cell in row]


def rows(chart: Chart) -> list[list[str]]:
    return [texts(row) for table in chart.views[0].tables for row in table.rows]


SHIPPED_SURVEY = shipped()


def test_fifteen_pairs_of_which_four_have_a_folder_of_their_own() -> None:
    assert [record.pair for record in SHIPPED_SURVEY.dyads][:4] == OWN
    assert [record.slug for record in SHIPPED_SURVEY.dyads][:4] == ["usa-rus", "fra-rus", "tur-rus", "deu-rus"]
    assert len(SHIPPED_SURVEY.dyads) == 15


def test_bilateral_contacts_are_of_the_four_pairs_alone() -> None:
    found = shipped(settings=frozenset({Setting.BILATERAL}))
    assert sorted(record.pair for record in found.dyads) == sorted(OWN)


def test_the_headline_counts_pairs_and_contacts() -> None:
    """2 + 24 + 21 + 57 rows; 2 + 0 + 3 of them did not take place; 4 of Türkiye's and 1 of the United States' are of more."""
    assert overview_headline(SHIPPED_SURVEY).sentences[0].text == (
        "15 pairs of parties, as of 31 December 2025: 104 contacts on record, 99 of them held. 5 contacts of three or more "
        "parties count for each pair among them; 11 pairs are on record through such contacts alone."
    )


def test_the_headline_tells_the_longest_silence_and_the_latest_to_end() -> None:
    longest, ended, most = overview_headline(SHIPPED_SURVEY).sentences[1:]
    assert longest.text.startswith(
        "The longest current silence among pairs that have met alone: no contact between the defence establishments of Germany and Russia is "
        "recorded since 23 March 2017: 3,205 days, about 105 months, as of 31 December 2025, "
    )  # Türkiye and the United States, 3,221 days, are on record in company of Russia only
    assert [id_[:7] for id_ in longest.rests_on] == ["deu-rus"]
    assert ended.text.startswith(
        "The latest long silence to end, of 90 days or more, was between Russia and the United States: 138 days, about "
        "5 months, 12 July 2024 to 27 November 2024, "
    )
    assert ended.text.endswith("A call of chiefs of defence ended it.")
    assert ended.rests_on == ("usa-rus-2024-07-12-phone", "usa-rus-2024-11-27-phone-cod")
    assert most.text == "Most contacts held: Russia and the United States, 54; then France and Russia, 22."


def test_the_key_figures() -> None:
    figures = [(item.figure, item.unit) for item in overview_headline(SHIPPED_SURVEY).figures]
    assert figures == [
        ("15", "pairs"),
        ("3,205", "days of silence now"),
        ("138", "days of silence ended"),
        ("99", "contacts held"),
    ]


def test_the_tile_of_a_silence_says_how_far_it_was_looked_at() -> None:
    """Ministers were looked at from 2024 to June 2025: the whole of the first silence, 181 of the 365 days of the second."""
    declared = CoverageWindow(
        FRA_RUS, "minister", "any", date(2024, 1, 1), date(2025, 6, 30), Completeness.FAIR, "read through"
    )
    found = of(
        [between("2024-01-01", "FRA", "RUS"), between("2024-12-31", "FRA", "RUS")],
        windows=[declared],
        levels=frozenset({Level.MINISTER}),
    )
    tiles = {item.unit: item.label for item in overview_headline(found).figures}
    assert tiles["days of silence now"].endswith("; 50 % of it in time that was looked at")
    assert tiles["days of silence ended"].endswith("; all of it in time that was looked at")


def test_the_headline_of_a_narrower_selection_names_what_it_is_of() -> None:
    found = shipped(levels=frozenset({Level.MINISTER}), channels=CALL_CHANNELS)
    sentences = [sentence.text for sentence in overview_headline(found).sentences]
    assert sentences[0] == "3 pairs of parties, as of 31 December 2025: 45 calls of ministers on record, 44 of them held."
    assert (
        "no call between the defence ministers of Russia and Türkiye is recorded since 22 March 2023: 1,015 days"
        in sentences[1]
    )
    assert "15 March 2023 to 25 June 2024" in sentences[2]
    assert sentences[3] == "Most calls of ministers held: Russia and the United States, 21; then Russia and Türkiye, 13."


def test_the_headline_of_one_party() -> None:
    sentences = overview_headline(shipped(parties=("FRA",))).sentences
    assert sentences[0].text.startswith(
        "1 pair of France and another party, as of 31 December 2025: 24 contacts on record, 22 "
    )
    assert len(sentences) == 3


def test_an_empty_survey_says_so_and_draws_nothing() -> None:
    headline = overview_headline(of([]))
    assert [sentence.text for sentence in headline.sentences] == [
        "No contact is on record for this selection, as of 31 December 2025."
    ]
    assert headline.figures == ()
    assert overview_charts(of([])) == []


def test_pairs_that_talk_as_often_as_each_other_are_all_named() -> None:
    pairs = [("A", "B"), ("A", "C"), ("A", "D"), ("A", "E")]
    found = overview_headline(of(between("2025-01-01", *pair) for pair in pairs))
    assert found.sentences[-1].text == "Most contacts held: A and B; A and C; A and D; and 1 pair more, 1 each."


def test_only_non_contacts_are_no_silence() -> None:
    found = of([between("2025-01-01", "FRA", "RUS", status=Status.DECLINED)])
    assert [sentence.text for sentence in overview_headline(found).sentences] == [
        "1 pair of parties, as of 31 December 2025: 1 contact on record, none of them held."
    ]
    assert [chart.key for chart in overview_charts(found)] == ["multiples"]


def test_sentences_lead_to_the_pages_beside_the_overview() -> None:
    linked = replace(SHIPPED_SURVEY, linked=frozenset({"usa-rus"}))
    files = contact_files(linked, linked)
    assert files == {id_: f"usa-rus.html#{id_}" for id_ in ("usa-rus-2024-07-12-phone", "usa-rus-2024-11-27-phone-cod")}
    assert contact_files(SHIPPED_SURVEY, SHIPPED_SURVEY) == {}


def test_a_contact_of_three_leads_to_the_page_of_whichever_pair_has_one() -> None:
    found = of([between("2024-01-01", "A", "B", "C"), between("2025-01-01", "B", "C")])
    assert longest_now(found) is not None
    assert contact_files(found, replace(found, linked=frozenset({"b-c"})))["A-B-C-2024-01-01"] == "b-c.html#A-B-C-2024-01-01"


def test_rows_lead_to_the_pages_that_lie_beside() -> None:
    for chart in overview_charts(replace(SHIPPED_SURVEY, linked=frozenset({"fra-rus"}))):
        cells = [cell for row in chart.views[0].tables[0].rows for cell in row if isinstance(cell, Cell)]
        assert [(cell.text, cell.file) for cell in cells if cell.file] == [("France – Russia", "fra-rus.html")]


def test_the_charts_in_order() -> None:
    assert [(chart.key, chart.title) for chart in overview_charts(SHIPPED_SURVEY)] == [
        ("heatmap", "Contacts by pair and year"),
        ("ranking", "Current silences"),
        ("multiples", "All timelines"),
    ]


def _held_per_year() -> Counter[tuple[str, str, str]]:
    """Held contacts per pair and year, straight from the tables: the year of the first day as written."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for path in sorted((SHIPPED / "contacts").glob("*/contacts.csv")):
        with path.open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                if row["status"] == "held":
                    for one, other in combinations(sorted(row["parties"].split(";")), 2):
                        counts[one, other, row["date"].lstrip("[")[:4]] += 1
    return counts


def test_the_heatmap_counts_what_the_files_hold() -> None:
    data = heatmap_data(SHIPPED_SURVEY)
    assert [column.label for column in data.columns] == [str(year) for year in range(2012, 2026)]
    shown = {
        (*row.record.pair.parties, column.label): count
        for row in data.rows
        for column, count in zip(data.columns, row.counts, strict=True)
        if count
    }
    assert shown == _held_per_year()


def test_the_heatmap_and_the_frequency_agree() -> None:
    years = Selection(as_of=AS_OF, period_from=date(2012, 1, 1).toordinal(), period_to=AS_OF)
    for row in heatmap_data(SHIPPED_SURVEY).rows:
        held = [one for one in shipped_record().contacts if one.held and set(row.record.pair.parties) <= set(one.parties)]
        assert row.counts == frequency(tallies(held), years, Per.YEAR).totals


def test_the_heatmap_tells_none_from_not_looked_at() -> None:
    """France and Russia: 2014 and 2015 were looked at in part, 2019 and 2020 too, 2013 and 2025 not at all."""
    france = next(row for row in rows(heatmap_chart(SHIPPED_SURVEY)) if row[0] == "France – Russia")
    assert france[1:] == ["1·", "·", "0", "3", "·", "·", "2·", "6", "4", "1·", "4·", "·", "1·", "·", "22"]


def test_unseen_cells_are_told_by_the_sign_and_no_others() -> None:
    for row in heatmap_chart(SHIPPED_SURVEY).views[0].tables[0].rows:
        for cell in row[1:-1]:
            assert isinstance(cell, Cell)
            assert cell.text.endswith("·") is cell.unseen
            assert (cell.shade == 0) is (cell.text.rstrip("·") in ("", "0"))


@pytest.mark.parametrize(
    ("counts", "shades"),
    [
        ([1, 2, 3, 4], [1, 2, 3, 4]),
        ([1, 1, 1, 1], [1, 1, 1, 1]),
        ([2, 3, 16, 81], [1, 1, 3, 4]),  # up to 3, 9, 27 and 81
        ([3, 9, 27, 81], [1, 2, 3, 4]),
    ],
)
def test_shades_grow_by_a_factor(counts: list[int], shades: list[int]) -> None:
    known = [
        replace(between(f"{2020 + place}-01-01", "A", "B"), contact_id=f"{place}-{number}")
        for place, count in enumerate(counts)
        for number in range(count)
    ]
    cells = heatmap_chart(of(known)).views[0].tables[0].rows[0][1:5]
    assert [cell.shade for cell in cells if isinstance(cell, Cell)] == shades


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2023-05-01", "2025-12-31", ["2023-Q2", "2023-Q3", "2025-Q4", 11]),
        ("2022-12-31", "2025-12-31", ["2022", "2023", "2025", 4]),
        ("1986-06-01", "2025-12-31", ["1986", "1987", "2025", 40]),
        ("1983-06-01", "2025-12-31", ["1980–1984", "1985–1989", "2025–2029", 10]),
        ("0001-06-01", "2025-12-31", ["0001–0099", "0100–0199", "2000–2099", 21]),
    ],
)
def test_columns_are_quarters_years_or_blocks_of_years(first: str, last: str, labels: list[object]) -> None:
    found = of([between(first, "A", "B")], as_of=parse(last).first_day)
    columns = heatmap_data(found).columns
    assert [*(columns[place].label for place in (0, 1, -1)), len(columns)] == labels
    assert columns[-1].days.stop == parse(last).first_day + 1


def test_the_columns_of_a_period_are_those_of_the_period() -> None:
    period = {"period_from": parse("2022-02-03").first_day, "period_to": parse("2023-06-30").first_day}
    data = heatmap_data(shipped(**period))
    assert (data.per, len(data.columns)) == ("quarter", 6)
    assert (data.columns[0].days.start, data.columns[-1].days.stop - 1) == (period["period_from"], period["period_to"])


def test_the_heatmap_sentence() -> None:
    assert heatmap_chart(SHIPPED_SURVEY).views[0].sentence == (
        "Held contacts of 15 pairs per year, 2012 to 2025: at most 17, between Russia and Türkiye in 2022; none in 169 of "
        "210 cells, 168 of them in time that was not looked at."
    )
    assert "1 to 2, 3 to 4, 5 to 8 and 9 to 17" in heatmap_chart(SHIPPED_SURVEY).about


def test_the_ranking_of_the_shipped_record() -> None:
    """20 of 21 (the longer one: 1,820 days), 50 of 53 (444 and 468 days; 399 equals 399), 19 of 21 (1,114 and 856 days)."""
    shown = rows(ranking_chart(SHIPPED_SURVEY))
    assert [row[:6] for row in shown[:5]] == [
        ["1", "Russia – Türkiye", "945 to 975 days", "May 2023", "1,820 days", "20 of 21"],
        ["2", "Russia – United States", "399 days", "27 November 2024", "468 days", "50 of 53"],
        ["3", "France – Russia", "637 days", "3 April 2024", "1,114 days", "19 of 21"],
        ["4", "Türkiye – United States", "3,221 days", "7 March 2017", "none", "no completed gap"],
        ["5", "Germany – Russia", "3,205 days", "23 March 2017", "463 days", "1 of 1, too few"],
    ]
    assert shown[1][6:] == ["15 March 2023 to 25 June 2024", "not known", "none"]
    assert len(shown) == 15
    assert ranking_chart(SHIPPED_SURVEY).views[0].tables[0].note == (
        "Ranks 4 to 15: fewer than 10 completed gaps, so by days alone."
    )


def test_the_ranking_says_how_many_were_compared() -> None:
    assert ranking_data(SHIPPED_SURVEY).sentence == (
        "Of 15 pairs compared, the most unusual silence is that between Russia and Türkiye: 945 to 975 days, about 31 to 32 "
        "months, longer than 20 of 21 earlier gaps, none of it in time that was looked at closely, so a contact may be missing. "
        "The last that may have been as long: 1,820 days, about 60 months, 7 March 2017 to 1 March 2022. 12 pairs with fewer "
        "than 10 completed gaps come after the others, by days alone. The more pairs are compared, the likelier it is that one "
        "looks unusual by chance."
    )


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (2, "The more pairs are compared"),
        (20, "one or two will be unusual by chance"),
        (60, "several will be unusual by chance"),
    ],
)
def test_among_many_some_are_unusual_by_chance(pairs: int, words: str) -> None:
    sentence = ranking_data(of(between("2025-01-01", "A", f"B{number}") for number in range(pairs))).sentence
    assert sentence.startswith(f"Of {pairs} pairs compared, the longest silence is that between A and B0: 364 days, ")
    assert "With fewer than 10 completed gaps, none can be called usual or unusual." in sentence
    assert words in sentence


def test_one_pair_is_not_compared() -> None:
    sentence = ranking_data(of([between("2025-01-01", "A", "B")])).sentence
    assert sentence.startswith("The longest silence is that between A and B: 364 days, about 12 months, with nothing known")
    assert "chance" not in sentence


def test_equal_shares_are_ranked_by_days_and_few_gaps_last() -> None:
    every_day = [(date(2025, 1, 1) + timedelta(days=number)).isoformat() for number in range(11)]
    known = [between(when, "A", other) for other in "BC" for when in every_day]
    known += [between("2025-01-20", "A", "B"), between("2020-01-01", "A", "D")]
    ranked = ranking_data(of(known)).ranked
    assert [item.record.pair.b for item in ranked] == ["C", "B", "D"]
    assert [item.standing.enough for item in ranked] == [True, True, False]


def test_the_timelines_of_the_shipped_record() -> None:
    data = multiples_data(SHIPPED_SURVEY)
    assert data.labels[:4] == ("Russia – United States", "France – Russia", "Russia – Türkiye", "Germany – Russia")
    assert Counter(mark.row for mark in data.marks)[1] == 24
    assert [(bar.row, bar.length) for bar in data.open][1:4] == [(1, "637 days"), (2, "945 to 975 days"), (3, "3,205 days")]
    assert data.first == date(2012, 10, 31).toordinal()
    assert data.sentence == (
        "Timelines of 15 pairs, from 31 October 2012 to 31 December 2025, by number of held contacts, from Russia and the "
        "United States (54) to Türkiye and the United States (1). 15 open silences among them."
    )


def test_the_figures_of_each_pair() -> None:
    shown = rows(multiples_chart(SHIPPED_SURVEY))
    assert shown[1] == [
        "France – Russia", "31 October 2012", "3 April 2024", "22", "2", "77 days", "1,114 days", "637 days",
    ]  # fmt: skip
    assert shown[3][3:] == ["2", "0", "463 days", "463 days", "3,205 days"]
    assert shown[-1][3:] == ["1", "0", "none", "none", "3,221 days"]


def test_how_time_was_looked_at_is_told_by_dashes() -> None:
    dashes = {trace["name"]: trace["line"]["dash"] for trace in _figure(multiples_chart(SHIPPED_SURVEY)) if "line" in trace}
    assert dashes == {"looked at": "solid", "hardly looked at": "dash", "not known if looked at": "dot"}


def test_every_status_has_its_own_shape() -> None:
    known = [between(f"2020-{month:02d}-01", "A", "B", status=status) for month, status in enumerate(Status, start=1)]
    traces = [trace for trace in _figure(multiples_chart(of(known))) if trace["name"] in list(Status)]
    assert len({trace["marker"]["symbol"] for trace in traces}) == len(Status)


def test_a_long_row_is_put_together_by_period_and_says_so() -> None:
    days = [(date(2024, 1, 1) + timedelta(days=number)).isoformat() for number in range(365)]
    chart = multiples_chart(of([between(when, "A", "B") for when in days]))
    data = multiples_data(of([between(when, "A", "B") for when in days]))
    assert [mark.count for mark in data.marks] == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 30]
    assert data.marks[1].words == "A – B, 1 February 2024 to 29 February 2024: 29 held"
    assert "A thick stroke is several contacts" in chart.about


def test_long_names_beside_a_row_are_codes() -> None:
    found = of([between("2025-01-01", "BIH", "HRV")], names={"BIH": "Bosnia and Herzegovina", "HRV": "Croatia"})
    assert multiples_data(found).labels == ("BIH – Croatia",)


def _figure(chart: Chart) -> Iterator[dict[str, Any]]:
    figure = chart.views[0].figure
    assert figure is not None
    return iter(trace for trace in figure.to_plotly_json()["data"] if "name" in trace)


HOSTILE = {"FRA": "<b>F</b> & co", "RUS": "<i>R</i>"}


def test_names_cannot_be_markup_in_a_figure() -> None:
    found = of([between("2025-01-01", "FRA", "RUS")], names=HOSTILE)
    for chart in overview_charts(found):
        if (figure := chart.views[0].figure) is not None:
            labels = figure.to_plotly_json()["layout"]["yaxis"]["ticktext"]
            assert labels[0].startswith("&lt;b&gt;F&lt;/b&gt; &amp; co – &lt;i&gt;R&lt;/i&gt;")


@pytest.mark.parametrize("found", [SHIPPED_SURVEY, of([between("2025-12-31", "A", "B")]), of([between("0001", "A", "B")])])
def test_the_library_takes_each_figure(found: Survey) -> None:
    for chart in overview_charts(found):
        if (figure := chart.views[0].figure) is not None:
            drawn = figure.to_plotly_json()
            go.Figure(drawn)
            words = [
                (number, point)
                for number, trace in enumerate(drawn["data"])
                for point in range(len(trace.get("hovertext", [])))
            ]
            assert sorted(map(tuple, drawn["layout"]["meta"]["order"])) == words


@lru_cache(maxsize=1)
def _many() -> tuple[Contact, ...]:
    """20,000 contacts of 200 pairs over thirty years; always the same."""
    dice = Random(1)
    pairs = list(combinations([f"P{number:02d}" for number in range(21)], 2))[:200]
    made = []
    for number in range(20_000):
        when = (date(1996, 1, 1) + timedelta(days=dice.randrange(30 * 365))).isoformat()
        one, other = pairs[number if number < 200 else min(199, int(dice.paretovariate(0.6)) - 1)]
        status = dice.choice([Status.HELD, Status.HELD, Status.HELD, *Status])
        made.append(
            replace(between(when, one, other, channel=dice.choice(list(Channel)), status=status), contact_id=str(number))
        )
    return tuple(made)


def _windows() -> Iterator[CoverageWindow]:
    for number in range(1, 21):
        for year in range(1996, 2026):
            kind = list(Completeness)[(number + year) % 4]
            yield CoverageWindow(Dyad("P00", f"P{number:02d}"), "any", "any", date(year, 1, 1), date(year, 12, 31), kind, "")


def test_twenty_thousand_contacts_of_two_hundred_pairs() -> None:
    started = time.perf_counter()
    found = of(_many(), windows=_windows())
    heatmap, ranking, multiples = overview_charts(found)
    assert time.perf_counter() - started < 30  # some 3 seconds when nothing else runs
    assert len(found.dyads) == len(heatmap.views[0].tables[0].rows) == 200
    data = multiples_data(found)
    assert (len(data.labels), len(ranking_data(found).drawn)) == (60, 40)
    assert len(data.marks) <= 6_000
    assert data.sentence.startswith("Timelines of the 60 of 200 pairs with most held contacts, from ")
    assert ranking.views[0].tables[0].note.endswith("The chart shows the first 40.")
    assert multiples.views[0].tables[0].note == "The chart shows the 60 pairs with most held contacts."
    for chart in (ranking, multiples):
        figure = chart.views[0].figure
        assert figure is not None
        assert len(json.dumps(figure.to_plotly_json())) < 1_000_000
        go.Figure(figure.to_plotly_json())


def test_two_hundred_pairs_have_a_row_and_the_note_tells_of_the_rest() -> None:
    known = [between("2025-01-01", *pair) for pair in list(combinations([f"P{number:02d}" for number in range(22)], 2))[:203]]
    table = heatmap_chart(of(known)).views[0].tables[0]
    assert len(table.rows) == 200
    assert table.note == "The 200 pairs with most held contacts; 3 other pairs held 3 between them."


def test_no_word_claims_more_than_a_rank() -> None:
    for chart in overview_charts(SHIPPED_SURVEY):
        view = chart.views[0]
        said = [chart.about, view.sentence, *(table.note for table in view.tables)]
        assert not re.search("significan|probab|forecast", " ".join(said).lower())


def test_the_overview_encloses_every_contact_once_and_the_gaps_of_every_pair() -> None:
    from detente.report.overview_enclosed import overview_enclosed

    made = overview_enclosed(overview(), "1.2.3")
    held = json.loads(made.json)
    files = [path.read_text(encoding="utf-8") for path in SHIPPED.glob("contacts/*/contacts.csv")]
    with_lines = {row["contact_id"] for text in files for row in csv.DictReader(text.splitlines())}
    assert sorted(item["contact_id"] for item in held["items"]) == sorted(with_lines)
    assert sum(gap["open"] for gap in held["gaps"]) == 15
    assert made.csv.count("\n") == 1 + len(with_lines)
    assert made.stem == "overview-2025-12-31"
    assert hashlib.sha256(made.json.encode()).hexdigest() == made.sha256
