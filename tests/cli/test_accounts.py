"""Readouts, attempts, coverage, lanes and what is not public, asked from the command line."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Run

CALL = "fra-rus-2024-04-03-phone"


def test_the_readouts_of_april_2024(detente: Run) -> None:
    found = {item["topic"]: item for item in detente("readouts", CALL, "--json").items}
    assert found["counter-terrorism"]["reported_by"] == ["FRA", "RUS"]
    assert (found["foreign-troops-ukraine"]["reported_by"], found["foreign-troops-ukraine"]["one_sided"]) == (["RUS"], True)
    assert found["ukraine-war"]["reported_by"] == ["FRA"]
    assert "RUS" in found["ukraine-peace-talks"]["reported_by"]
    assert found["ukraine-peace-talks"]["denied_by"] == ["FRA"]


def test_the_asymmetry_of_2024(detente: Run) -> None:
    """Paris reports five topics, three of them alone; Moscow three, one of them alone."""
    rows = detente("readouts", "FRA", "RUS", "--from", "2024", "--as-of", AS_OF, "--json").json["summary"]["asymmetry"]
    assert [(row["party"], row["reported"], row["alone"], row["share"]) for row in rows] == [
        ("FRA", 5, 3, 0.6),
        ("RUS", 3, 1, 1 / 3),
    ]


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (("readouts", "FRA", "RUS", "USA"), 2, "readouts takes two parties or the id of a contact"),
        (("readouts", "fra-rus-1999-01-01-phone"), 4, "no contact 'fra-rus-1999-01-01-phone'"),
        (("attempts", "--status", "held"), 2, "--status held is no attempt"),
        (("coverage", "Frnace"), 4, "no party 'Frnace'"),
        (("coverage", "add", "FRA", "RUS", "--from", "2020", "--to", "2020-02-01", "--completeness", "fair", "--basis", "b"), 2, "--from '2020' is no day"),
        (("coverage", "add", "FRA", "FRA", "--from", "2020-01-01", "--to", "2020-02-01", "--completeness", "fair", "--basis", "b"), 2, "names one party twice"),
        (("coverage", "add", "FRA", "RUS", "--from", "2020-01-01", "--to", "2020-02-01", "--completeness", "so-so", "--basis", "b"), 2, "--completeness 'so-so' is not known"),
        (("coverage", "add", "FRA", "RUS", "--from", "2020-01-01", "--to", "2020-02-01", "--completeness", "fair", "--basis", "b"), 5, "overlaps the window"),
        (("coverage", "add", "FRA", "TUR", "--from", "2020-02-01", "--to", "2020-01-01", "--completeness", "fair", "--basis", "b"), 5, "lies before"),
        (("coverage", "add", "FRA", "TUR", "--from", "2020-01-01", "--to", "2020-02-01", "--completeness", "fair", "--basis", " "), 2, "--basis is empty"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_one_line(detente: Run, args: tuple[str, ...], status: int, said: str) -> None:
    done = detente(*args)
    assert (done.status, done.stdout) == (status, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_declared_window_is_listed_and_counts(detente: Run) -> None:
    added = detente("coverage", "add", "TUR", "FRA", "--from", "2020-01-01", "--to", "2020-12-31", "--completeness", "fair",
                    "--basis", "both sites were looked through")  # fmt: skip
    assert (added.status, added.stdout) == (0, "")
    (window,) = detente("coverage", "FRA", "TUR", "--json").items
    assert (window["parties"], window["days"], window["level"], window["channel"]) == (["FRA", "TUR"], 366, "minister", "any")
    assert detente("coverage", "list", "tur", "fra", "--json").items == [window]


def test_attempts_are_counted_by_who_tried(detente: Run) -> None:
    found = detente("attempts", "RUS", "USA", "--as-of", AS_OF, "--json")
    assert [(item["contact_id"], item["initiator"], item["asked"], item["days_min"]) for item in found.items] == [
        ("usa-rus-2014-04-25-phone", "USA", ["RUS"], 3),
        ("usa-rus-2018-12-12-letter", "RUS", ["USA"], 296),
        ("usa-rus-2022-11-15-phone-cod", "USA", ["RUS"], 120),
    ]
    assert found.json["summary"]["by_initiator"] == [
        {"initiator": "RUS", "status": "unanswered", "count": 1},
        {"initiator": "USA", "status": "unanswered", "count": 2},
    ]


def test_what_ended_the_long_silences(detente: Run) -> None:
    ended = detente("last", "FRA", "RUS", "--level", "minister", "--as-of", AS_OF, "--json").json["summary"]["long_silences"]
    assert ended[0]["ended_by"] == {
        "contact_id": "fra-rus-2024-04-03-phone",
        "date": "2024-04-03",
        "channel": "phone",
        "level": "minister",
        "setting": "bilateral",
    }
    assert ended[2]["ended_by"]["setting"] == "2+2"
    assert [(e["ended_by"]["contact_id"], e["days_min"]) for e in ended] == [
        ("fra-rus-2024-04-03-phone", 528),
        ("fra-rus-2022-08-25-phone", 286),
        ("fra-rus-2021-11-12-in-person", 547),
        ("fra-rus-2020-05-14-phone", 170),
        ("fra-rus-2019-07-15-phone", 300),
    ]


def test_what_is_not_public_is_left_out_and_said(detente: Run) -> None:
    """A secret call on 1 March 2023 halves the silence before April 2024, for those who may know."""
    detente("log", "2023-03-01", "phone", "FRA", "RUS", "--restricted", "--summary", "Not public.")
    asked = ("gaps", "FRA", "RUS", "--level", "minister", "--channel", "phone", "--as-of", "2024-12-31", "--json")
    public, whole = detente(*asked), detente(*asked, "--include-restricted")
    assert 528 in [item["days_max"] for item in public.items]
    assert "1 contact that is not public would change this answer" in public.stderr
    assert [item["days_max"] for item in whole.items if item["to"] and item["to"]["contact_id"] == CALL] == [399]
    assert "includes what is not public" in whole.stderr
    assert "would change" in detente("last", "FRA", "RUS", "--as-of", AS_OF).stderr
    assert "would change" in detente("list", "FRA", "RUS", "--as-of", AS_OF).stderr
    assert "would change" not in detente("gaps", "RUS", "USA", "--as-of", AS_OF).stderr


def test_only_what_would_change_the_answer_is_said(detente: Run) -> None:
    """A secret letter of 2019 lies in other silences, and in the lane of letters, which it opens; not in the last of calls."""
    detente("log", "2019-02-01", "letter", "FRA", "RUS", "--restricted")
    assert detente("gaps", "FRA", "RUS", "--channel", "phone", "--as-of", AS_OF).stderr == ""
    assert detente("gaps", "FRA", "RUS", "--from", "2023", "--as-of", AS_OF).stderr == ""
    assert "would change" in detente("gaps", "FRA", "RUS", "--from", "2019", "--as-of", AS_OF).stderr
    assert "would change" in detente("last", "FRA", "RUS", "--as-of", AS_OF).stderr
    assert detente("readouts", "FRA", "RUS", "--from", "2020", "--as-of", AS_OF).stderr == ""


def test_a_new_contact_is_told_what_it_would_be_the_first_since(fresh_detente: Run) -> None:
    """The secret call of 2021 is the previous one of 2022, not of 2023."""
    fresh_detente("log", "2021-01-01", "phone", "FRA", "RUS", "--restricted")
    second = fresh_detente("log", "2022-01-01", "phone", "FRA", "RUS")
    assert "nothing earlier is recorded" in second.stdout
    assert "1 contact that is not public would change this answer" in second.stderr
    third = fresh_detente("log", "2023-01-01", "phone", "FRA", "RUS")
    assert "365 days" in third.stdout
    assert "would change" not in third.stderr


def test_how_much_of_the_declared_time_was_looked_at(detente: Run) -> None:
    """Ministers of Russia and Türkiye, 2022 to 2025: 1,461 days, of which 99 + 51 fair, 125 + 146 poor, 59 + 981 unknown."""
    first = detente("coverage", "RUS", "TUR", "--json").json["summary"]["observed"][0]
    assert (first["level"], first["observed_days"], first["declared_days"]) == ("minister", 150, 1461)
    assert first["shares"] == {
        "complete": 0.0,
        "fair": round(150 / 1461, 4),
        "poor": round(271 / 1461, 4),
        "unknown": round(1040 / 1461, 4),
    }


def test_sources_that_differ_are_shown_with_the_value_adopted(detente: Run, in_folder: Path) -> None:
    """Kyodo: phone, as the record has it; the Pentagon: video."""
    address = "https://uk.news.yahoo.com/russian-defence-ministry-says-talks-212631928.html"
    detente("export", "package")
    values = in_folder / "package" / "contacts" / "fra-rus" / "values.csv"
    values.write_text(
        f"contact_id,field,value,source_url\n{CALL},channel,video,{address}\n{CALL},duration_minutes,30,\n", encoding="utf-8"
    )
    detente("init", "--db", "again.db")
    assert detente("import", "package", "--db", "again.db").status == 0
    lines = [line.split("  ") for line in detente("show", CALL, "--db", "again.db").stdout.splitlines()]
    told = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    assert ["channel", "phone (adopted)", "video", "Yahoo News UK (Reuters)"] in told
    assert ["duration_minutes", "60 (adopted)", "30", "–"] in told
    assert detente("show", CALL, "--db", "again.db", "--json").items[0]["values"] == [
        {"field": "channel", "value": "video", "source_url": address},
        {"field": "duration_minutes", "value": "30", "source_url": None},
    ]


def test_show_says_what_only_one_side_tells(fresh_detente: Run) -> None:
    args = ("log", "2024-04-03", "phone", "FRA", "RUS", "--topic", "FRA=syria", "--topic", "RUS=libya", "--denies", "RUS=syria")
    fresh_detente(*args)
    text = fresh_detente("show", CALL).stdout
    assert re.search(r"syria +– reports it +– DENIES it", text)
    assert re.search(r"libya +not in its account +– reports it", text)
    fresh_detente("log", "2024-05-03", "phone", "FRA", "RUS", "--topic", "FRA=syria")
    assert re.search(r"syria +– reports it +no account on record", fresh_detente("show", "fra-rus-2024-05-03-phone").stdout)


def test_show_tells_what_is_the_first_and_judges_the_claims(detente: Run) -> None:
    item = detente("show", CALL, "--json").items[0]
    verdicts = {claim["claim_id"]: claim["verdict"] for claim in item["claims"]}
    assert (verdicts["fra-rus-c29"], verdicts["fra-rus-c23"], verdicts["fra-rus-c33"]) == (
        "rounded",
        "contradicted",
        "contradicted",
    )
    text = detente("show", CALL).stdout
    assert "since 23 October 2022:" in text
    assert "contradicted" in text
