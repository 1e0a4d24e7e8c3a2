"""``detente panel`` on the shipped record, in every form."""

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

from tests.cli.conftest import AS_OF, Run

PAIR = ("panel", "FRA", "RUS", "--level", "minister", "--as-of", AS_OF)


def test_the_case_it_was_started_for(detente: Run) -> None:
    """23 October 2022 is 69 days before the end of the year, 434 before that of 2023; 3 April 2024 is 272 before that of 2024."""
    found = {item["period"]: item for item in detente(*PAIR, "--channel", "phone", "--json").items}
    assert [found[year]["silence_max"] for year in ("2022", "2023", "2024", "2025")] == [69, 434, 272, 637]
    assert [found[year]["held"] for year in ("2022", "2023", "2024")] == [2, 0, 1]
    assert found["2024"]["last_contact"] == "fra-rus-2024-04-03-phone"
    told = [found["2024"][name] for name in ("topics_a", "topics_b", "topics_both", "denied_a", "denied_b")]
    assert told == [5, 3, 2, 1, 0], "Paris denies one; both speak of terrorism and of talks"
    assert (found["2023"]["observation"], found["2023"]["observed_share"]) == ("observed", 1.0)
    assert found["2025"]["held"] is None, "nobody looked"


def test_the_summary_and_the_selection(detente: Run) -> None:
    told = detente(*PAIR, "--per", "quarter", "--from", "2024", "--json").json
    assert told["selection"]["per"] == "quarter"
    assert told["summary"] == {"pairs": 1, "periods": [f"{y}-Q{q}" for y in (2024, 2025) for q in (1, 2, 3, 4)], "rows": 8}


def test_the_table_is_balanced(detente: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(detente("panel", "--per", "month", "--as-of", AS_OF, "--csv").stdout)))
    pairs = {row["dyad"] for row in rows}
    periods = {row["period"] for row in rows}
    assert len(rows) == len(pairs) * len(periods)
    assert len(periods) == 13 * 12 + 3, "October 2012 to December 2025"


def test_csv_has_empty_cells_for_missing_ones(detente: Run) -> None:
    *_, row = csv.DictReader(io.StringIO(detente(*PAIR, "--csv").stdout))
    assert (row["period"], row["held"], row["observation"]) == ("2025", "", "unknown")


def test_a_stata_file(detente: Run, in_folder: Path) -> None:
    done = detente(*PAIR, "--topics", "-o", "panel.dta")
    assert (done.status, done.stdout, done.stderr) == (0, "", "wrote panel.dta\n")
    read = pd.read_stata(in_folder / "panel.dta")
    assert list(read["held"][-4:].isna()) == [False, False, False, True]
    assert "t_ukraine_conflict_a" in read.columns


@pytest.mark.parametrize(
    ("args", "what"),
    [
        (("--status", "held"), "--status does not apply to panel"),
        (("--json", "-o", "x.dta"), "contradict each other"),
        (("--csv", "-o", "x.dta"), "contradict each other"),
        (("--per", "week"), "--per 'week' is not known"),
        (("-o", "x.sav"), "no ending that names a format"),
    ],
)
def test_what_makes_no_sense(detente: Run, args: tuple[str, ...], what: str) -> None:
    done = detente(*PAIR, *args)
    assert done.status == 2
    assert what in done.stderr


def test_what_is_not_public_is_noted_and_counted_when_asked_for(fresh_detente: Run) -> None:
    fresh_detente("log", "2024-04-03", "phone", "FRA", "RUS")
    fresh_detente("log", "2024-05-03", "phone", "FRA", "RUS", "--restricted")
    asked = ("panel", "FRA", "RUS", "--as-of", "2024-12-31", "--json")
    public, whole = fresh_detente(*asked), fresh_detente(*asked, "--include-restricted")
    assert (public.items[0]["held"], whole.items[0]["held"]) == (1, 2)
    assert "not public would change this answer" in public.stderr


def test_what_is_not_public_is_noted_among_several_parties_too(fresh_detente: Run) -> None:
    fresh_detente("log", "2024-04-03", "phone", "FRA", "RUS")
    fresh_detente("log", "2024-05-03", "phone", "FRA", "RUS", "--restricted")
    done = fresh_detente("panel", "FRA", "RUS", "DEU", "--as-of", "2024-12-31", "--json")
    assert [item["held"] for item in done.items] == [None, None, 1]
    assert "1 contact that is not public would change this answer" in done.stderr
    other = fresh_detente("panel", "FRA", "DEU", "TUR", "--as-of", "2024-12-31", "--from", "2024", "--json")
    assert "not public" not in other.stderr


def test_as_it_was_known_before(fresh_detente: Run) -> None:
    fresh_detente("log", "2024-04-03", "phone", "FRA", "RUS")
    fresh_detente("log", "2024-05-03", "phone", "FRA", "RUS")
    asked = ("panel", "FRA", "RUS", "--as-of", "2024-12-31", "--json", "--known-on", "r2")
    assert [item["held"] for item in fresh_detente(*asked).items] == [1]
