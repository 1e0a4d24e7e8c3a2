"""``detente silence``: that it agrees with the report and the overview, what it refuses, what it says of little."""

import re
from collections.abc import Callable

import pytest

from tests.architecture.test_start_up import loaded_by
from tests.cli.conftest import AS_OF, Run
from tests.support.shipped_record import shipped_record


def markdown(detente: Run, *args: str) -> str:
    done = detente("report", *args, "--format", "md")
    assert done.status == 0, done.stderr
    return done.stdout


def unescaped(text: str) -> str:
    return re.sub(r"\\([^\w\s])", r"\1", text)


@pytest.mark.parametrize(
    "options", [(), ("--channel", "call", "--level", "minister"), ("--from", "2018"), ("--by", "person"), ("--setting", "2+2")]
)
def test_the_report_says_what_the_command_says(detente: Run, options: tuple[str, ...]) -> None:
    asked = ("FRA", "RUS", *options, "--as-of", AS_OF)
    done = detente("silence", *asked, "--json")
    page = unescaped(markdown(detente, *asked))
    sentence = done.items[0]["sentence"]
    parts = re.fullmatch(r"(.* as of [^.]*\.) (The silence of .*)", sentence)
    assert parts is not None
    now, rank = parts.groups()
    assert now in page
    assert rank.removesuffix(".") in page
    moves = page.partition("**How the answer moves**")[2] or page.partition("How the answer moves")[2]
    for row in done.json["summary"]["baselines"]:
        if row["n_gaps"] and row["longer_than"] == row["longer_than_max"]:
            assert f"{row['longer_than']} of {row['n_gaps']} " in moves


def test_the_panel_has_the_tables_of_the_command(detente: Run) -> None:
    asked = ("USA", "RUS", "--channel", "call", "--level", "minister", "--by", "office", "--as-of", "2024-04-02")
    page = unescaped(markdown(detente, *asked))
    assert "2 of 18 completed gaps were longer than this one." in page
    for cells in (
        ("the whole record", "16 of 18", "87", "399", "2.0", "26 %"),
        ("by person", "−11", "384", "7 of 7", "161", "yes"),
    ):
        assert re.search(r"\| *".join(re.escape(cell) + " *" for cell in cells), page), cells


def test_the_overview_ranks_as_the_command_does(detente: Run) -> None:
    page = unescaped(markdown(detente, "--as-of", AS_OF))
    done = detente("silence", "--as-of", AS_OF, "--json")
    assert done.json["summary"]["sentence"] in page
    names = {code: party.name for code, party in shipped_record().parties.items()}
    ranked = [" – ".join(names[code] for code in item["parties"]) for item in done.items]
    table = page.partition("## Current silences")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| *(\d+) *\| ([^|]+?) *\|", table, re.MULTILINE)
    assert [pair for _, pair in rows] == ranked
    assert done.json["summary"]["pairs"] == len(ranked) == 15


def test_of_one_party_its_pairs(detente: Run) -> None:
    done = detente("silence", "TUR", "--as-of", AS_OF, "--json")
    assert len(done.items) > 3
    assert all("TUR" in item["parties"] for item in done.items)


def test_lanes_are_those_of_last(detente: Run) -> None:
    asked = ("FRA", "RUS", "--as-of", AS_OF, "--json")
    last, silence = detente("last", *asked), detente("silence", *asked)
    keys = ("scope", "contact_id", "date", "days_min", "days_max")
    assert [[item[key] for key in keys] for item in silence.items] == [[item[key] for key in keys] for item in last.items]


def test_each_lane_equals_its_selection(detente: Run) -> None:
    whole = detente("silence", "FRA", "RUS", "--by", "office", "--as-of", AS_OF, "--json").items
    alone = detente(
        "silence", "FRA", "RUS", "--by", "office", "--channel", "phone", "--level", "minister", "--as-of", AS_OF, "--json"
    ).items
    (lane,) = [item for item in whole if list(item["scope"].values()) == ["phone", "minister", None, "office"]]
    assert {**lane, "scope": None} == {**alone[0], "scope": None}


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("FRA", "RUS", "--baseline", "last:x"), "--baseline 'last:x' is not known"),
        (("FRA", "RUS", "USA"), "a series belongs to two parties"),
        (("FRA", "RUS", "--status", "held"), "--status does not apply to silence"),
        (("FRA", "RUS", "--by", "nobody"), "--by 'nobody' is not known"),
    ],
)
def test_bad_input_is_one_line(detente: Run, args: tuple[str, ...], words: str) -> None:
    done = detente("silence", *args)
    assert (done.status, done.stdout) == (2, "")
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_unknown_party_is_not_found(detente: Run) -> None:
    assert detente("silence", "FRA", "Atlantis").status == 4


def test_what_is_not_public_is_told_where_it_would_change_the_answer(fresh_detente: Run, on_day: Callable[[str], None]) -> None:
    on_day("2024-06-01")
    fresh_detente("log", "2024-01-01", "phone", "FRA", "RUS")
    fresh_detente("log", "2024-03-01", "phone", "FRA", "RUS", "--restricted")
    done = fresh_detente("silence", "FRA", "RUS", "--as-of", "2024-05-01")
    assert "121 days" in done.stdout
    assert "1 contact that is not public would change this answer" in done.stderr
    shown = fresh_detente("silence", "FRA", "RUS", "--as-of", "2024-05-01", "--include-restricted")
    assert "61 days" in shown.stdout


def test_it_loads_no_heavy_library(detente: Run) -> None:
    command = "CliRunner().invoke(app, ['silence', 'FRA', 'RUS', '--json'], catch_exceptions=False).exit_code"
    loaded = loaded_by(f"from typer.testing import CliRunner\nfrom detente.cli.app import app\nassert {command} == 0")
    assert loaded & {"pandas", "numpy", "plotly", "jinja2", "pyarrow"} == set()
    assert "detente" in loaded


def test_a_period_without_an_open_silence(detente: Run) -> None:
    done = detente("silence", "FRA", "RUS", "--to", "2010", "--as-of", AS_OF)
    assert (done.status, done.stdout.strip()) == (0, "No silence is open for this selection.")


@pytest.mark.parametrize("baseline", ["whole", "last:3y", "officeholders", "rate"])
def test_the_baseline_is_printed(detente: Run, baseline: str) -> None:
    done = detente("silence", "USA", "RUS", "--baseline", baseline, "--as-of", "2024-04-02", "--json")
    item = done.items[0]
    assert item["baseline"]["name"] == baseline
    assert baseline in [row["baseline"]["name"] for row in done.json["summary"]["baselines"]]
    if item["baseline"]["missing"]:
        assert "is set against nothing" in item["sentence"]
        assert (item["n_gaps"], item["median"], item["outlook"]) == (0, None, [])
