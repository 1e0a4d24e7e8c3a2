"""What log writes down, fills in and says."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.support.shipped_record import SHIPPED

LINE = (
    "log", "2024-04-03", "phone", "FRA", "RUS", "--level", "minister", "--initiator", "FRA",
    "--person", "FRA=Sébastien Lecornu", "--person", "RUS=Sergei Shoigu",
    "--topic", "counter-terrorism", "--topic", "FRA=ukraine-war",
    "--says", "RUS=ukraine-peace-talks: readiness for dialogue noted", "--denies", "FRA=ukraine-peace-talks",
    "--source", "FRA=https://example.org/communique", "--claim", "about 18 months phone",
    "--summary", "First call in some seventeen months.",
)  # fmt: skip
SENTENCE = "First call between the defence ministers of France and Russia since 23 October 2022: 528 days, about 17 months."


@pytest.fixture
def before_april(fresh_detente: Run, in_folder: Path) -> Run:
    """A store made from a package without the contact of April 2024."""
    shutil.copytree(SHIPPED, "package")
    for path in Path("package/contacts/fra-rus").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as table:
            rows = list(csv.reader(table))
        with path.open("w", encoding="utf-8", newline="") as table:
            csv.writer(table, lineterminator="\n").writerows(row for row in rows if "fra-rus-2024-04-03-phone" not in row)
    assert fresh_detente("import", "package").status == 0
    return fresh_detente


def test_the_call_of_april_2024(before_april: Run) -> None:
    done = before_april(*LINE)
    assert (done.status, done.stdout, done.stderr) == (0, f"fra-rus-2024-04-03-phone\n{SENTENCE}\n", "")
    [item] = before_april("show", "fra-rus-2024-04-03-phone", "--json").items
    assert item["parties"] == ["FRA", "RUS"]
    assert (item["level"], item["setting"], item["status"], item["substance"]) == ("minister", "bilateral", "held", "talks")
    assert item["participants"] == [
        {"party": "FRA", "person": "Sébastien Lecornu", "role": "Minister of the Armed Forces", "level": "minister"},
        {"party": "RUS", "person": "Sergei Shoigu", "role": "Minister of Defence", "level": "minister"},
    ]
    told = {(s["topic"], s["reported_by"], s["stance"], s["paraphrase"], s["source_url"]) for s in item["statements"]}
    url = "https://example.org/communique"
    assert told == {
        ("counter-terrorism", "FRA", "reports", None, url),
        ("counter-terrorism", "RUS", "reports", None, None),
        ("ukraine-war", "FRA", "reports", None, url),
        ("ukraine-peace-talks", "RUS", "reports", "readiness for dialogue noted", None),
        ("ukraine-peace-talks", "FRA", "denies", None, url),
    }
    [source] = item["sources"]
    assert (source["publisher"], source["side"], source["reliability"], source["credibility"]) == ("example.org", "FRA", "F", 6)
    [claim] = item["claims"]
    assert claim["claim_id"] == "fra-rus-c22", "the next free number"
    kept = ("kind", "months", "qualifier", "channel", "level", "setting", "by", "substance", "asserted_on")
    assert [claim[key] for key in kept] == [
        "first-since", 18.0, "about", "phone", "minister", "bilateral", "office", "any", "2024-04-03~",
    ]  # fmt: skip


def test_the_same_contact_twice_is_refused(before_april: Run) -> None:
    before_april(*LINE)
    again = before_april(*LINE)
    assert (again.status, again.stdout) == (5, "")
    assert "fra-rus-2024-04-03-phone" in again.stderr
    also = before_april(*LINE, "--also")
    assert (also.status, also.stdout.splitlines()[0]) == (0, "fra-rus-2024-04-03-phone-2")


def test_as_json(before_april: Run) -> None:
    done = before_april(*LINE, "--json")
    [item] = done.items
    assert (item["contact_id"], item["sentence"]) == ("fra-rus-2024-04-03-phone", SENTENCE)
    [shown] = before_april("show", "fra-rus-2024-04-03-phone", "--json").items
    del shown["history"], shown["judgements"]
    assert {key: value for key, value in item.items() if key != "sentence"} == shown


def test_two_words_suffice(fresh_detente: Run) -> None:
    done = fresh_detente("log", "2023-05-01", "in-person", "turkey", "ukr")
    assert done.status == 0, done.stderr
    assert done.stdout.splitlines() == [
        "tur-ukr-2023-05-01-in-person",
        "First meeting between the defence ministers of Türkiye and Ukraine in this record; nothing earlier is recorded.",
    ]
    [item] = fresh_detente("list", "--json").items
    assert item["summary"] == "Meeting between the defence ministers of Türkiye and Ukraine."


def test_a_silence_nobody_looked_at_gives_a_first_recorded(detente: Run) -> None:
    done = detente("log", "2025-04-03", "video", "RUS", "FRA")
    assert done.stdout.splitlines() == [
        "fra-rus-2025-04-03-video",
        "First recorded call between the defence ministers of Russia and France since 3 April 2024: 365 days, about 12 months.",
    ]


def test_what_was_not_held_is_news_about_the_silence(detente: Run) -> None:
    done = detente("log", "2023-02-05", "phone", "FRA", "RUS", "--status", "declined")
    assert done.stdout.splitlines() == [
        "fra-rus-2023-02-05-phone",
        "No call between the defence ministers of France and Russia is recorded since 23 October 2022: "
        "105 days, about 3 months, as of 5 February 2023.",
    ]
    args = ("gaps", "FRA", "RUS", "--channel", "phone", "--level", "minister", "--as-of", "2025-12-31", "--json")
    inside = [item for item in detente(*args).items if item["attempts"]]
    assert [(item["days_min"], item["attempts"]) for item in inside] == [(528, ["fra-rus-2023-02-05-phone"])]


def test_a_plan_lies_in_the_future(detente: Run, on_day: Callable[[str], None]) -> None:
    on_day("2025-01-31")
    assert detente("log", "2025-02-01", "phone", "FRA", "RUS").status == 5
    planned = detente("log", "2025-02-01", "phone", "FRA", "RUS", "--status", "planned")
    assert planned.status == 0
    assert planned.stdout.splitlines()[1].endswith("303 days, about 10 months, as of 31 January 2025.")
    assert detente("log", "2025-01-31", "phone", "FRA", "RUS").status == 0, "today is not the future"


def test_somebody_new_is_taken_with_a_note(detente: Run) -> None:
    done = detente("log", "2025-06-01", "phone", "FRA", "RUS", "--person", "FRA=Xavier Quelconque")
    assert done.status == 0
    assert done.stderr == (
        "Xavier Quelconque is not on record yet: the role is recorded as 'not stated', the level as minister; say them: "
        "--person FRA='Xavier Quelconque | role=… | level=…', or put the office on record: "
        "detente offices add FRA 'Xavier Quelconque' …\n"
    )
    [item] = detente("show", "fra-rus-2025-06-01-phone", "--json").items
    assert item["participants"] == [{"party": "FRA", "person": "Xavier Quelconque", "role": "not stated", "level": "minister"}]


def test_a_misspelt_name_is_refused_unless_it_is_somebody_else(detente: Run) -> None:
    line = ("log", "2025-06-01", "phone", "FRA", "RUS", "--person", "FRA=Sebastian Lecornu")
    assert detente(*line).status == 4
    assert detente(*line, "--also").status == 0
    accents = detente("log", "2025-07-01", "phone", "FRA", "RUS", "--person", "FRA=sebastien lecornu", "--json")
    assert accents.items[0]["participants"][0]["person"] == "Sébastien Lecornu"


def test_the_pair_keeps_the_name_that_the_record_has_for_it(detente: Run) -> None:
    assert detente("log", "2025-06-01", "phone", "Russia", "us").stdout.splitlines()[0] == "usa-rus-2025-06-01-phone"


def test_what_is_restricted_stays_out_unless_asked_for(detente: Run) -> None:
    assert detente("log", "2025-06-01", "phone", "FRA", "RUS", "--restricted").status == 0
    assert detente("show", "fra-rus-2025-06-01-phone").status == 4
    shown = detente("show", "fra-rus-2025-06-01-phone", "--include-restricted")
    assert (shown.status, shown.stderr) == (0, "what follows includes what is not public\n")
    assert "NOT PUBLIC" in shown.stdout
    args = ("gaps", "FRA", "RUS", "--channel", "call", "--as-of", "2025-12-31", "--json")
    assert "fra-rus-2025-06-01-phone" not in detente(*args).stdout
    assert "fra-rus-2025-06-01-phone" in detente(*args, "--include-restricted").stdout


def test_a_refused_contact_leaves_nothing(fresh_detente: Run) -> None:
    assert fresh_detente("log", "2023-05-01", "phone", "FRA", "RUS", "--claim", "ages").status == 5
    assert fresh_detente("list", "--json").items == []


def test_a_surname_alone_is_that_of_the_only_one_in_office(fresh_detente: Run) -> None:
    line = ("log", "2024-08-20", "phone", "FRA", "RUS", "--json", "--person")
    done = fresh_detente(*line, "FRA=lecornu")
    assert "lecornu is taken for Sébastien Lecornu, who held an office of FRA on 2024-08-20" in done.stderr
    assert [(one["person"], one["role"]) for one in done.items[0]["participants"]] == [
        ("Sébastien Lecornu", "Minister of the Armed Forces")
    ]
    for other in (
        "RUS=Lecornu",
        "FRA=Sébastien",
        "FRA=Parly",
        "FRA=Lecornus",
    ):  # of another party, no surname, out of office, near
        assert fresh_detente(*line, other, "--also", "--restricted").status == 0  # taken as it is: somebody else
        refused = fresh_detente(*line, other)
        assert refused.status in (4, 5), other


def test_what_is_said_of_a_contact_with_an_organisation(fresh_detente: Run) -> None:
    done = fresh_detente("log", "2024-08-20", "phone", "DEU", "EU")
    sides = "the defence minister of Germany and the European Union"
    assert f"First call between {sides} in this record" in done.stdout
    assert f"Call between {sides}." in fresh_detente("show", "deu-eu-2024-08-20-phone").stdout
    assert f"between {sides}" in fresh_detente(
        "claims", "check", "DEU", "EU", "--on", "2024-08-20", "first ever"
    ).stdout.replace("\n", " ")
