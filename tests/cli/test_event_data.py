"""``detente import FILE --as …`` from the command line into the store."""

import shutil
from pathlib import Path

from tests.cli.conftest import Run
from tests.formats.events.conftest import MADE_UP


def test_contacts_of_event_data_enter_the_record_once(fresh_detente: Run) -> None:
    file = str(MADE_UP / "made_up_icews.tab")
    first = fresh_detente("import", file, "--as", "icews", "--json")
    assert (first.status, first.items) == (0, [{"table": "contacts", "added": 10, "attached": 0, "unchanged": 0}])
    assert first.json["summary"]["refused"] == {
        "has a code that CAMEO does not have": 1,
        "has no CAMEO code": 1,
        "has no day like 2014-04-03 in its second column": 1,
        "has not the 20 columns of an ICEWS file": 1,
    }
    before = fresh_detente("list", "--json").items
    again = fresh_detente("import", file, "--as", "icews", "--json")
    assert again.items == [{"table": "contacts", "added": 0, "attached": 0, "unchanged": 10}]
    assert fresh_detente("list", "--json").items == before
    assert len(before) == 10
    shown = fresh_detente("show", "fra-rus-2014-03-05-phone-icews", "--json").items[0]
    assert [(person["party"], person["person"]) for person in shown["participants"]] == [
        ("FRA", "Jean-Yves Le Drian"),
        ("RUS", "Sergei Shoigu"),
    ]
    assert [(source["side"], source["reliability"], source["credibility"]) for source in shown["sources"]] == [
        ("third", "F", 6)
    ] * 3
    assert fresh_detente("db", "check").status == 0


def test_the_slug_is_the_one_that_the_record_uses(detente: Run, in_folder: Path) -> None:
    shutil.copy(MADE_UP / "made_up_keds_cameo.txt", in_folder)
    done = detente("import", "made_up_keds_cameo.txt", "--as", "keds", "--codebook", "cameo", "--party", "US")
    assert done.status == 0
    assert "usa-rus-2004-04-03-in-person-off-keds" in detente("list", "usa", "rus", "--to", "2010", "--json").stdout


def test_what_became_of_the_rows_is_told_on_stderr(fresh_detente: Run) -> None:
    done = fresh_detente("import", str(MADE_UP / "made_up_gdelt.csv"), "--as", "gdelt", "--dry-run", "--csv")
    assert done.stdout == "table,added,attached,unchanged\ncontacts,5,0,0\n"
    assert done.stderr.splitlines() == [
        "made_up_gdelt.csv:20: has no CAMEO code",
        "made_up_gdelt.csv:19: has no day like 20140403 in SQLDATE",
        "made_up_gdelt.csv:18: has no number in GLOBALEVENTID",
        "made_up_gdelt.csv:21: has not the 57, 58 or 61 columns of a GDELT file",
        "refused: 1, has no CAMEO code",
        "refused: 1, has no day like 20140403 in SQLDATE",
        "refused: 1, has no number in GLOBALEVENTID",
        "refused: 1, has not the 57, 58 or 61 columns of a GDELT file",
        "passed over: 2, no code of a contact",
        "passed over: 1, a side is no defence actor",
        "passed over: 3, a side is of no country that the record knows",
        "passed over: 1, both sides are of one country",
        "rows read: 21; of contacts: 10, 1 of them there twice; refused: 4; merged into 5 contacts",
        "nothing was added: this was a dry run",
    ]
    assert fresh_detente("list", "--json").items == []
