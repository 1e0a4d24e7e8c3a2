"""``detente dialogues``: declared, listed, corrected; and what it refuses."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Run

COUNCIL = (
    "dialogues", "add", "fra-rus-2+2", "FRA", "russia", "--name", "Security council", "--every", "1y", "--months", "9-11",
    "--setting", "2+2", "--from", "2012-01-01", "--suspended", "2014-03-18/2019-06-30",
)  # fmt: skip


@pytest.mark.parametrize("ending", ["txt", "json", "csv"])
def test_prints_as_accepted(detente: Run, golden: Callable[[str, str], None], ending: str) -> None:
    assert detente(*COUNCIL).status == 0
    flags = [] if ending == "txt" else [f"--{ending}"]
    done = detente("dialogues", "FRA", "RUS", "--as-of", "2024-03-01", *flags)
    assert (done.status, done.stderr) == (0, "")
    golden(f"dialogues.{ending}", done.stdout)


def test_the_council_of_france_and_russia(detente: Run) -> None:
    """By the record's own notes: held in 2012, 2019 and 2021, put off in 2020; of late 2013 the record knows little."""
    added = detente(*COUNCIL)
    assert added.stderr == "declared: fra-rus-2+2, every year, in September to November, within 60 days\n"
    found = {item["due"][:4]: item for item in detente("dialogues", "--json", "--as-of", "2022-01-31").items}
    assert {year: item["kept"] for year, item in found.items() if item["kept"] != "suspended"} == {
        "2012": "met", "2013": "not-known", "2019": "met", "2020": "missed", "2021": "met", "2022": "next",
    }  # fmt: skip
    assert found["2020"]["attempts"] == ["fra-rus-2020-09-14-in-person"]
    assert found["2021"]["contact"] == {"contact_id": "fra-rus-2021-11-12-in-person", "date": "2021-11-12"}


def test_amend_says_what_it_then_is(detente: Run) -> None:
    detente(*COUNCIL)
    done = detente("dialogues", "amend", "fra-rus-2+2", "--every", "2y", "--months", "", "--why", "the treaty")
    assert (done.status, done.stderr) == (0, "amended: fra-rus-2+2, every 2 years, within 60 days\n")
    again = detente("dialogues", "amend", "fra-rus-2+2", "--every", "24m", "--why", "")
    assert (again.status, again.stderr) == (0, "fra-rus-2+2 says so already\n")
    assert "why: the treaty" in detente("history", "fra-rus-2+2").stdout
    before = detente("dialogues", "--json", "--known-on", "r3", "--as-of", "2022-01-31").json
    assert before["summary"]["dialogues"][0]["every_months"] == 12


def test_an_empty_list(detente: Run) -> None:
    done = detente("dialogues", "--as-of", "2022-01-31")
    assert (done.status, done.stdout) == (0, "No dialogue is declared.\n")
    assert detente("dialogues", "--json").items == []


@pytest.mark.parametrize(
    ("change", "status", "said"),
    [
        (("RUSSIA",), 2, "a dialogue has two parties or more, each named once"),
        (("--every", "1w"), 2, "--every '1w' is no rhythm; write 1y, 2y or 6m"),
        (("--every", "5m"), 2, "a rhythm with usual months is one that returns to them"),
        (("--months", "13"), 2, "--months '13' is no month"),
        (("--tolerance", "x"), 2, "--tolerance 'x' is no number of days"),
        (("--tolerance", "0"), 2, "write a tolerance of 1 to 3,660 days"),
        (("--from", "2012"), 2, "--from '2012' is no day"),
        (("--to", "2011-01-01"), 2, "--to 2011-01-01 lies before --from 2012-01-01"),
        (("--suspended", "2015"), 2, "--suspended: '2015' is no period; write"),
        (("--suspended", "2015-01-01/.."), 2, "--suspended: two of the periods overlap"),
        (("--setting", "3+3"), 2, "--setting '3+3' is not known"),
        (("--source", "there"), 2, "--source 'there' is no address"),
        (("--name", " "), 2, "--name is empty"),
        (("atlantis",), 4, "no party 'atlantis'"),
    ],
)
def test_what_is_refused(fresh_detente: Run, change: tuple[str, ...], status: int, said: str) -> None:
    done = fresh_detente(*COUNCIL, *change)
    assert (done.status, done.stdout) == (status, "")
    assert said in done.stderr
    assert fresh_detente("dialogues", "--json").items == []


def test_what_else_is_refused(fresh_detente: Run) -> None:
    bad = fresh_detente("dialogues", "add", "Fra Rus", *COUNCIL[3:])
    assert (bad.status, "'Fra Rus' is no id of a dialogue" in bad.stderr) == (2, True)
    missing = fresh_detente("dialogues", "add", "a", "FRA", "RUS", "--name", "A", "--from", "2012-01-01")
    assert (missing.status, "--every is missing" in missing.stderr) == (2, True)
    assert fresh_detente(*COUNCIL).status == 0
    twice = fresh_detente(*COUNCIL)
    assert (twice.status, "the id 'fra-rus-2+2' is taken, or was once" in twice.stderr) == (5, True)
    nobody = fresh_detente("dialogues", "amend", "fra-rus-3+3", "--every", "1y")
    assert (nobody.status, "did you mean fra-rus-2+2?" in nobody.stderr) == (4, True)
    nothing = fresh_detente("dialogues", "amend", "fra-rus-2+2")
    assert (nothing.status, "was told to change nothing" in nothing.stderr) == (2, True)
    three = fresh_detente("dialogues", "FRA", "RUS", "DEU")
    assert three.status == 2


def test_a_terminal_is_not_obeyed(fresh_detente: Run) -> None:
    fresh_detente("dialogues", "add", "a", "FRA", "RUS", "--name", "\x1b[2J[red]x", "--every", "1y", "--from", "2012-01-01")
    assert "\x1b" not in fresh_detente("dialogues", "--as-of", "2013-01-01").stdout
