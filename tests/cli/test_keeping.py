"""The store and what goes in and out of it, from the command line."""

import filecmp
import sqlite3
from pathlib import Path

from tests.cli.conftest import Run
from tests.support.shipped_record import SHIPPED


def test_init_then_log(bare: Run) -> None:
    made = bare("init", "--db", "own.db")
    assert (made.status, made.stdout) == (0, "")
    assert made.stderr.splitlines()[0] == "made own.db"
    assert bare("log", "2023-05-01", "phone", "FRA", "RUS", "--db", "own.db").status == 0


def test_how_far_approximate_dates_reach_is_kept_in_the_store(bare: Run) -> None:
    made = bare("init", "--db", "own.db", "--approximate-days", "5")
    assert made.status == 0
    assert bare("db", "status", "--db", "own.db", "--json").items[0]["approximate"] == {"days": 5, "months": 1, "years": 1}
    for when in ("2016-05-16~", "2016-06-01"):
        bare("log", when, "phone", "FRA", "RUS", "--db", "own.db")
    [gap] = [item for item in bare("gaps", "--db", "own.db", "--json").items if not item["open"]]
    assert (gap["days_min"], gap["days_max"]) == (11, 21), "16 days, five more or less"
    assert bare("init", "--db", "other.db", "--approximate-days", "-1").status == 2


def test_import_counts_and_adds_once(fresh_detente: Run) -> None:
    dry = fresh_detente("import", str(SHIPPED), "--dry-run", "--json")
    assert dry.json["summary"]["dry_run"] is True
    assert fresh_detente("list", "--json").items == []
    first = fresh_detente("import", str(SHIPPED), "--json")
    added = {item["table"]: item["added"] for item in first.items}
    assert added == {item["table"]: item["added"] for item in dry.items}
    lines = {
        path.parent.name: len(path.read_text(encoding="utf-8").splitlines()) - 1
        for path in SHIPPED.glob("contacts/*/contacts.csv")
    }
    assert added["contacts"] == sum(lines.values()) == 104
    again = fresh_detente("import", str(SHIPPED), "--json")
    assert again.json["summary"]["added"] == 0
    assert "contacts" in fresh_detente("import", str(SHIPPED)).stdout


def test_export_gives_back_what_was_imported(detente: Run) -> None:
    done = detente("export", "package")
    assert (done.status, done.stdout) == (0, "")
    for path in SHIPPED.glob("contacts/fra-rus/*.csv"):
        assert filecmp.cmp(path, Path("package/contacts/fra-rus") / path.name, shallow=False)
    assert detente("export", "package", "--json").items[0]["contacts"] == 104
    Path("other").mkdir()
    Path("other/mine.txt").write_text("keep", encoding="utf-8")
    assert detente("export", "other").status == 5


def test_status(detente: Run, fresh_detente: Run) -> None:
    [item] = detente("db", "status", "--json").items
    assert (item["contacts"], item["engine"], item["first_date"]) == (0, "sqlite", None)
    assert "schema" in detente("db", "status").stdout


def test_status_of_the_shipped_record(detente: Run) -> None:
    [item] = detente("db", "status", "--json").items
    assert (item["contacts"], item["held"] < 104, item["first_date"] < item["last_date"]) == (104, True, True)
    assert item["size_bytes"] == Path("record.db").stat().st_size


def test_upgrade_of_a_current_store_does_nothing(detente: Run) -> None:
    done = detente("db", "upgrade")
    assert (done.status, done.stdout) == (0, "")
    assert "nothing to do" in done.stderr


def test_check(detente: Run) -> None:
    clean = detente("db", "check")
    assert (clean.status, clean.stderr) == (0, "nothing else was found\n")
    (noted,) = detente("db", "check", "--json").items
    assert (noted["where"], noted["grave"]) == ("usa-rus-2017-03-06-in-person-cod", False)
    with sqlite3.connect("record.db") as connection:
        connection.execute(
            "UPDATE contact_pair SET start_latest = start_latest + 1 WHERE contact_id = 'fra-rus-2024-04-03-phone'"
        )
    connection.close()
    done = detente("db", "check", "--json")
    assert done.status == 5
    assert any("fra-rus-2024-04-03-phone" in item["where"] for item in done.items)
    assert done.stderr.startswith("detente: the store contradicts itself")
    assert "fra-rus-2024-04-03-phone" in detente("db", "check").stdout


def test_a_store_of_another_version(detente: Run) -> None:
    with sqlite3.connect("record.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    done = detente("gaps")
    assert (done.status, done.stdout) == (3, "")
    assert "written by a newer version" in done.stderr


def test_vocabularies(detente: Run) -> None:
    parties = detente("vocab", "list", "parties", "--json").items
    assert len(parties) >= 249, "every state of ISO 3166-1, and organisations"
    assert next(party for party in parties if party["code"] == "RUS")["name"] == "Russia"
    assert "FRA" in detente("vocab", "list", "parties").stdout
    assert detente("vocab", "list", "parties", "--csv").stdout.startswith("code,name,kind,ministry,ministry_native\n")


def test_a_new_party_and_a_new_topic_can_be_used(detente: Run) -> None:
    assert detente("vocab", "add", "party", "CSTO", "Collective Security Treaty Organization").status == 0
    added = detente(
        "vocab",
        "add",
        "topic",
        "drones",
        "--label",
        "Drones",
        "--definition",
        "Unmanned aircraft.",
        "--broader",
        "military-risk",
    )
    assert (added.status, added.stdout, added.stderr) == (0, "", "added the topic drones\n")
    done = detente("log", "2025-06-01", "phone", "csto", "FRA", "--topic", "drones", "--json")
    assert (done.status, done.items[0]["parties"]) == (0, ["CSTO", "FRA"])
    assert [item["contact_id"] for item in detente("list", "--topic", "military-risk", "CSTO", "--json").items] == [
        "csto-fra-2025-06-01-phone"
    ]


def test_demo(bare: Run) -> None:
    done = bare("demo")
    assert done.status == 0
    assert "fra-rus-2022-10-23-phone  fra-rus-2024-04-03-phone   528" in done.stdout
    assert "104 contacts added" in done.stderr
    page = Path("reports/fra-rus.html")
    assert page.stat().st_size < 2_000_000
    assert sorted(path.name for path in Path().iterdir()) == ["detente-demo.db", "reports"]
    again = bare("demo")
    assert (again.status, again.stdout) == (0, done.stdout)
    assert "0 contacts added, 104 there already" in again.stderr
