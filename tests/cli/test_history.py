"""Corrections from the command line, their history, and the record as it was known."""

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.support.shipped_record import SHIPPED

CALL = "fra-rus-2024-04-03-phone"


def test_amend_says_what_it_changed(detente: Run) -> None:
    done = detente("amend", CALL, "--duration", "61", "--drop-person", "Shoigu", "--why", "the readout")
    assert done.status == 0, done.stderr
    assert done.stdout.splitlines() == [
        f"{CALL}, r3",
        "   duration_minutes: 60 → 61",
        "   - participant: RUS Sergei Shoigu, Minister of Defence",
    ]
    assert "detente undo" in done.stderr
    [item] = detente("show", CALL, "--json").items
    assert item["duration_minutes"] == 61
    assert [(h["revision"], h["author"], h["command"], h["why"]) for h in item["history"]] == [
        (2, "tester", "import", None),
        (3, "tester", "amend", "the readout"),
    ]


def test_amend_in_json(detente: Run) -> None:
    [item] = detente("amend", CALL, "--place", "Paris", "--json").items
    assert (item["contact_id"], item["place"], item["revision"]) == (CALL, "Paris", 3)
    assert item["changes"] == [[{"field": "place", "before": None, "after": "Paris"}]]


def test_every_option_of_log_can_be_amended(detente: Run) -> None:
    from detente.cli.commands.amend import _options
    from detente.cli.commands.log import SAID

    assert set(SAID) <= set(_options())
    lists = [name for name in SAID if f"add_{name}" in _options()]
    assert lists == ["person", "topic", "says", "denies", "source", "claim"]


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        ((CALL,), 2, "amend was told to change nothing"),
        (("no-such", "--place", "x"), 4, "no contact 'no-such'"),
        ((CALL, "--channel", "pigeon"), 2, "--channel 'pigeon' is not known; one of phone"),
        ((CALL, "--date", "2999-01-01"), 5, "lies in the future"),
        ((CALL, "--duration", "60"), 5, "says so already"),
        ((CALL, "--revision", "1", "--place", "x"), 5, "is of revision 2, not 1"),
        ((CALL, "--drop-source", "https://example.org/none"), 4, "is no source of"),
    ],
)
def test_amendments_that_are_refused(detente: Run, args: tuple[str, ...], status: int, said: str) -> None:
    done = detente("amend", *args)
    assert (done.status, done.stdout) == (status, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert len(detente("history", "--json").items) == 2


def test_retract_needs_a_reason(detente: Run) -> None:
    done = detente("retract", CALL)
    assert (done.status, done.stderr) == (2, "detente: a retraction needs a reason; give it with --why\n")
    assert detente("retract", CALL, "--why", "  ").status == 2
    assert detente("show", CALL).status == 0


def test_what_is_not_there_is_said_before_a_reason_is_asked_for(detente: Run) -> None:
    done = detente("retract", "NOSUCH")
    assert done.status == 4
    assert "NOSUCH" in done.stderr
    assert "reason" not in done.stderr


def test_retract_and_undo(detente: Run) -> None:
    done = detente("retract", CALL, "--why", "never took place")
    assert (done.status, done.stdout) == (0, f"r3: retract {CALL}\n")
    gone = detente("show", CALL)
    assert (gone.status, CALL in detente("list").stdout) == (4, False)
    assert f"{CALL} was taken out by tester on" in gone.stderr
    assert detente("undo").stdout == f"r4: undo retract {CALL}, which takes back r3\n"
    assert detente("show", CALL).status == 0
    commands = [item["command"] for item in detente("history", "--json").items]
    assert commands == ["undo", "retract", "import", "init"]


def test_the_author_is_who_the_environment_says(detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_AUTHOR", "  Anna Ivanova ")
    detente("amend", CALL, "--place", "Paris")
    assert [item["author"] for item in detente("history", CALL, "--json").items] == ["tester", "Anna Ivanova"]
    monkeypatch.delenv("DETENTE_AUTHOR")
    monkeypatch.setenv("LOGNAME", "desk")
    detente("amend", CALL, "--place", "Lyon")
    assert [item["author"] for item in detente("history", "--author", "desk", "--json").items] == ["desk"]


def test_history_of_one_record_and_of_one_revision(detente: Run) -> None:
    detente("amend", CALL, "--note", "bold [x] \x1b[31m", "--why", "a test")
    text = detente("history", CALL).stdout
    assert "→ bold\n[x] \\x1b[31m" in text
    assert "why: a test" in text
    of_revision = detente("history", "r3", "--json").items
    assert [(item["kind"], item["record"]) for item in of_revision] == [("contact", CALL)]
    assert of_revision[0]["after"]["contact"][0]["note"] == "bold [x] \x1b[31m"
    rows = list(csv.DictReader(detente("history", "--csv").stdout.splitlines()))
    assert (rows[0]["revision"], rows[0]["command"], rows[0]["why"]) == ("3", "amend", "a test")
    assert detente("history", "nothing-like-it").status == 4
    assert detente("history", "r99").status == 4
    assert detente("history", CALL, "--limit", "1").status == 2


def test_what_was_known_before(detente: Run) -> None:
    before = detente("gaps", "FRA", "RUS", "--json", "--as-of", "2025-12-31")
    detente("retract", "fra-rus-2022-10-23-phone", "--why", "a test")
    detente("log", "2023-02-01", "phone", "FRA", "RUS")
    detente("vocab", "add", "topic", "arctic", "--label", "A", "--definition", "B", "--plover-context", "military")
    then = detente("gaps", "FRA", "RUS", "--json", "--as-of", "2025-12-31", "--known-on", "r2")
    assert then.stderr == "as known on r2: revision 2\n"
    assert then.items == before.items
    assert then.json["selection"]["known_on"] == "r2"
    assert detente("gaps", "FRA", "RUS", "--json", "--as-of", "2025-12-31").items != before.items
    topics = {
        known: detente("vocab", "list", "topics", "--json", *known).json["summary"] for known in ((), ("--known-on", "r2"))
    }
    assert topics == {(): {"topics": 72}, ("--known-on", "r2"): {"topics": 71}}
    assert detente("show", "fra-rus-2022-10-23-phone", "--known-on", "r2").status == 0
    early = detente("list", "--known-on", "2001-01-01")
    assert (early.status, early.stdout) == (2, "")
    assert "lies before the store was made" in early.stderr
    assert detente("list", "--known-on", "yesterday").status == 2


def test_every_query_takes_known_on(detente: Run) -> None:
    detente("retract", "fra-rus-2022-10-23-phone", "--why", "a test")
    queries: tuple[tuple[str, ...], ...] = (
        ("list",), ("show", CALL), ("gaps", "FRA", "RUS"), ("last", "FRA", "RUS"), ("silence",),
        ("silence", "FRA", "RUS"), ("context", CALL), ("claims",),
        ("readouts", "FRA", "RUS"), ("attempts",), ("frequency",), ("topics",), ("coverage", "list"),
        ("vocab", "list", "parties"), ("history",),
    )  # fmt: skip
    for query in queries:
        done = detente(*query, "--known-on", "r2", "--json")
        assert (done.status, done.stderr.splitlines()[0]) == (0, "as known on r2: revision 2"), query


def test_an_export_as_known_is_the_export_of_that_day(detente: Run) -> None:
    assert detente("export", "then").status == 0
    detente("amend", CALL, "--place", "Paris")
    detente("log", "2025-02-01", "phone", "FRA", "DEU")
    assert detente("export", "rebuilt", "--known-on", "r2").status == 0
    files = {path.relative_to("then"): path.read_bytes() for path in Path("then").rglob("*.csv")}
    assert files == {path.relative_to("rebuilt"): path.read_bytes() for path in Path("rebuilt").rglob("*.csv")}


def test_import_update_corrects_what_is_on_record(detente: Run) -> None:
    detente("export", "package")
    path = Path("package/contacts/fra-rus/contacts.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    row = next(row for row in rows if row["contact_id"] == CALL)
    row |= {"date": "2024-04-04", "note": "corrected"}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, row, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    refused = detente("import", "package")
    assert (refused.status, "--update" in refused.stderr) == (5, True)
    dry = detente("import", "package", "--update", "--dry-run", "--json")
    assert (dry.json["summary"]["changed"], detente("show", CALL, "--json").items[0]["date"]) == (1, "2024-04-03")
    done = detente("import", "package", "--update", "--json")
    assert {item["table"]: item["changed"] for item in done.items if item["changed"]} == {"contacts": 1}
    [item] = detente("show", CALL, "--json").items
    assert (item["date"], item["note"], len(item["statements"]) > 0) == ("2024-04-04", "corrected", True)
    assert item["history"][1]["change"].startswith("date: 2024-04-03 → 2024-04-04")
    again = detente("import", "package", "--update", "--json")
    assert (again.json["summary"]["changed"], again.json["summary"]["added"]) == (0, 0)
    assert [r["command"] for r in detente("history", "--json").items] == ["import", "import", "init"]
    assert detente("undo").status == 0
    assert detente("show", CALL, "--json").items[0]["date"] == "2024-04-03"
    assert detente("db", "check").status == 0


def test_undo_of_an_import(fresh_detente: Run) -> None:
    fresh_detente("import", str(SHIPPED))
    assert fresh_detente("undo").status == 0
    assert fresh_detente("list", "--json").items == []
    assert fresh_detente("coverage", "list", "--json").items == []
    assert fresh_detente("undo").status == 0
    assert len(fresh_detente("list", "--json").items) == 104
    assert fresh_detente("db", "check").status == 0


def test_a_package_does_not_bring_back_what_was_retracted(detente: Run) -> None:
    detente("retract", CALL, "--why", "never took place")
    again = detente("import", str(SHIPPED), "--json")
    assert (again.status, again.json["summary"]["added"]) == (0, 0)
    assert f"{CALL} was retracted by tester on" in again.stderr
    assert detente("show", CALL).status == 4
    assert detente("import", str(SHIPPED), "--update").status == 0
    assert detente("show", CALL).status == 0


def test_an_update_does_not_lose_what_is_not_public(detente: Run) -> None:
    detente("amend", CALL, "--add-source", "FRA=https://example.org/cable")
    detente("export", "public")
    detente("export", "whole", "--include-restricted")
    import sqlite3

    with sqlite3.connect("record.db") as connection:
        connection.execute("UPDATE source SET restricted = 1 WHERE url = 'https://example.org/cable'")
    connection.close()
    detente("export", "public")
    done = detente("import", "public", "--update")
    assert done.status == 5
    assert "export with --include-restricted" in done.stderr
    [item] = detente("show", CALL, "--include-restricted", "--json").items
    assert "https://example.org/cable" in [source["url"] for source in item["sources"]]


def test_what_the_revision_that_made_the_store_did_is_summed_up(detente: Run) -> None:
    lines = detente("history", "r1").stdout.splitlines()
    assert len([line for line in lines if line.startswith("r1  ")]) == 1
    assert len(lines) < 15
    parties = sum(change["kind"] == "party" for change in detente("history", "r1", "--json").items)
    assert f"   {parties} parties: recorded" in lines
    assert "      ABW, AFG, AGO, AIA …" in lines
    every = detente("history", "r1", "--all").stdout
    assert "   party FRA: recorded" in every.splitlines()
    assert every.count("r1  ") == 1


def test_the_words_for_an_undo_of_an_undo(detente: Run) -> None:
    detente("amend", CALL, "--duration", "55")
    said = [detente("undo").stdout for _ in range(4)]
    assert said == [
        f"r4: undo amend {CALL}, which takes back r3\n",
        f"r5: undo the undo of amend {CALL} (r3 holds again), which takes back r4\n",
        f"r6: undo amend {CALL} once more, which takes back r5\n",
        f"r7: undo the undo of amend {CALL} (r3 holds again), which takes back r6\n",
    ]
