"""Files in and out at the command line: by ending or by name, in one go or not at all, and what is said of it."""

import csv
import json
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import AS_OF, Run

PAIR = ("FRA", "RUS")
ENDINGS = ("csv", "tsv", "xlsx", "jsonl", "parquet")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_selection_goes_out_and_comes_back(detente: Run, ending: str) -> None:
    """The phone calls of two parties; into the same record they bring nothing new."""
    file = f"calls.{ending}"
    done = detente("export", file, *PAIR, "--channel", "phone", "--to", "2022", "--json")
    chosen = detente("list", *PAIR, "--channel", "phone", "--to", "2022", "--as-of", AS_OF, "--json").items
    assert (done.status, done.items) == (0, [{"path": file, "files": 2, "contacts": len(chosen)}])
    assert f"described in {file}.datapackage.json" in done.stderr
    back = detente("import", file, "--json")
    assert (back.status, back.json["summary"]["added"], back.json["summary"]["changed"]) == (0, 0, 0)
    assert back.items[0] == {"table": "contacts", "added": 0, "changed": 0, "unchanged": len(chosen)}


def test_json_lines_are_the_items_of_show(detente: Run) -> None:
    detente("export", "all.jsonl", *PAIR)
    lines = [json.loads(line) for line in Path("all.jsonl").read_text(encoding="utf-8").splitlines()]
    [shown] = detente("show", "fra-rus-2024-04-03-phone", "--json").items
    [line] = [line for line in lines if line["contact_id"] == shown["contact_id"]]
    assert {key: line[key] for key in line if key != "claims"} == {key: shown[key] for key in line if key != "claims"}
    recorded = set(line["claims"][0]) - {"restricted"}
    assert [{key: claim[key] for key in recorded} for claim in line["claims"]] == [
        {key: claim[key] for key in recorded} for claim in shown["claims"]
    ]


@pytest.mark.parametrize("ending", ["jsonl", "parquet"])
def test_what_show_writes_can_be_imported(detente: Run, ending: str) -> None:
    assert detente("show", "fra-rus-2024-04-03-phone", "-o", f"one.{ending}").status == 0
    done = detente("import", f"one.{ending}", "--json")
    assert (done.status, done.json["summary"]["added"]) == (0, 0), done.stderr


def test_restricted_contacts_stay_out_unless_asked_for(detente: Run) -> None:
    detente("log", "2023-04-03", "phone", *PAIR, "--restricted", "--summary", "behind closed doors")
    for ending in ENDINGS:
        detente("export", f"public.{ending}", *PAIR)
        detente("export", f"whole.{ending}", *PAIR, "--include-restricted")
        public, whole = (Path(f"{name}.{ending}").read_bytes() for name in ("public", "whole"))
        assert b"closed doors" not in public
        assert b"closed doors" in whole or ending in ("xlsx", "parquet")  # those are compressed
    assert "fra-rus-2023-04-03-phone" in detente("import", "whole.xlsx", "--dry-run", "--json").stdout


def test_what_is_planned_goes_out_too(detente: Run) -> None:
    detente("log", "2999-04-03", "phone", *PAIR, "--status", "planned")
    detente("export", "all.csv", "--status", "planned", "--from", "2999")
    assert list(_places(Path("all.csv"))) == ["fra-rus-2999-04-03-phone"]
    detente("export", "none.csv", "--status", "planned", "--from", "2999", "--as-of", AS_OF)
    assert list(_places(Path("none.csv"))) == []
    assert detente("import", "all.csv", "--json").json["summary"]["added"] == 0


def test_a_sheet_as_it_was_known_on_an_earlier_day(detente: Run) -> None:
    detente("amend", "fra-rus-2024-04-03-phone", "--place", "Paris", "--why", "x")
    detente("export", "now.csv", *PAIR)
    detente("export", "before.csv", *PAIR, "--known-on", "r2")
    now, before = (_places(Path(name)) for name in ("now.csv", "before.csv"))
    assert (now["fra-rus-2024-04-03-phone"], before["fra-rus-2024-04-03-phone"]) == ("Paris", "")


def _places(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["contact_id"]: row["place"] for row in csv.DictReader(file)}


def test_a_dry_run_prints_each_record_and_both_values(detente: Run) -> None:
    Path("more.csv").write_text(
        "contact_id,date,channel,parties,place\n"
        "fra-rus-2024-04-03-phone,2024-04-03,phone,FRA;RUS,Paris\n"
        ",2023-04-03,phone,FRA;RUS,\n",
        encoding="utf-8",
    )
    done = detente("import", "more.csv", "--update", "--dry-run")
    assert (done.status, done.stderr) == (0, "nothing was added: this was a dry run\n")
    told = [line.split() for line in done.stdout.splitlines()]
    assert ["new", "fra-rus-2023-04-03-phone"] in told
    assert ["changed", "fra-rus-2024-04-03-phone", "place", "Paris"] in told
    records = detente("import", "more.csv", "--update", "--dry-run", "--json").json["summary"]["records"]
    assert records == [
        {"record": "fra-rus-2023-04-03-phone", "outcome": "new", "fields": []},
        {
            "record": "fra-rus-2024-04-03-phone",
            "outcome": "changed",
            "fields": [{"field": "place", "before": None, "after": "Paris"}],
        },
    ]
    assert detente("import", "more.csv").status == 5
    assert detente("import", "more.csv", "--update").status == 0
    assert detente("import", "more.csv", "--update", "--dry-run", "--json").json["summary"]["records"] == [
        {"record": name, "outcome": "same", "fields": []} for name in ("fra-rus-2024-04-03-phone", "fra-rus-2023-04-03-phone")
    ]


def test_a_dry_run_of_a_package_does_so_too(fresh_detente: Run, detente: Run) -> None:
    assert detente("export", "out").status == 0
    same = detente("import", "out", "--dry-run", "--json").json["summary"]["records"]
    assert ({record["outcome"] for record in same}, len(same)) == ({"same"}, 104)


def test_the_format_may_be_named(detente: Run) -> None:
    detente("export", "contacts.txt", *PAIR, "--as", "tsv")
    assert Path("contacts.txt").read_text(encoding="utf-8").startswith("contact_id\tdate\t")
    assert detente("import", "contacts.txt", "--as", "TSV").status == 0
    detente("export", "with.ending", "--as", "package")
    assert detente("import", "with.ending", "--json").json["summary"]["added"] == 0


def test_a_template_is_written_and_read_back(fresh_detente: Run) -> None:
    done = fresh_detente("import", "--template", "contacts.xlsx")
    assert (done.status, done.stdout) == (0, "")
    assert done.stderr == "wrote contacts.xlsx; fill it in, then run: detente import contacts.xlsx\n"
    assert fresh_detente("import", "contacts.xlsx").stdout == "Nothing is in it to be imported.\n"


def test_a_template_takes_the_place_of_no_file(fresh_detente: Run) -> None:
    Path("filled.csv").write_text("date\n2024-04-03\n", encoding="utf-8")
    done = fresh_detente("import", "--template", "filled.csv")
    assert (done.status, done.stderr) == (5, "detente: filled.csv already exists; name another file, or move that one away\n")
    assert Path("filled.csv").read_text(encoding="utf-8") == "date\n2024-04-03\n"


USAGE = [
    (("import", "x.doc"), "x.doc has no ending that tells its format; end it with .csv, .tsv"),
    (
        ("import", "x.csv", "--as", "doc"),
        "--as 'doc' cannot be read; one of package, csv, tsv, xlsx, jsonl, parquet, icews, icews-names, icews-ids, gdelt, polecat, keds",
    ),
    (("import", "x.csv", "--sheet", "a"), "--sheet does not go with CSV; leave it out"),
    (("import", "x.jsonl", "--dates", "day-first"), "--dates does not go with JSON Lines; leave it out"),
    (("import", ".", "--map", "x"), "--map does not go with record package; leave it out"),
    (("import", "x.csv", "--dates", "never"), "--dates 'never' is not known; one of day-first, month-first"),
    (("export", "out", "--channel", "phone"), "a package holds the whole record; name a file, such as contacts.csv"),
    (("export", "out", "FRA", "RUS"), "a package holds the whole record"),
    (("export", "out", "--as-of", "2020-01-01"), "a package holds the whole record"),
    (("export", "x.doc"), "x.doc has no ending that tells its format"),
    (("import", "--template", "x.doc"), "x.doc is no name for a template; end it with .xlsx, .csv or .tsv"),
]


@pytest.mark.parametrize(("command", "said"), USAGE, ids=[" ".join(command) for command, _ in USAGE])
def test_what_makes_no_sense_is_told_in_one_line(fresh_detente: Run, command: tuple[str, ...], said: str) -> None:
    done = fresh_detente(*command)
    assert (done.status, done.stdout) == (2, "")
    assert done.stderr.startswith(f"detente: {said}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_file(fresh_detente: Run, ending: str) -> None:
    done = fresh_detente("import", f"nothing.{ending}")
    assert (done.status, done.stderr) == (
        4,
        f"detente: no file nothing.{ending}; name a file, or the folder of a record package\n",
    )


def test_without_pyarrow_one_line_says_how_to_get_it(detente: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("x.parquet").write_bytes(b"")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "detente.formats.parquet", raising=False)
    for command in (("export", "c.parquet"), ("import", "x.parquet"), ("list", "-o", "l.parquet")):
        done = detente(*command)
        assert (done.status, done.stdout) == (5, "")
        assert done.stderr == "detente: Parquet needs pyarrow; run: pip install 'detente[parquet]'\n"


ROWS = {
    "gaps": ("gaps", *PAIR, "--as-of", AS_OF),
    "list": ("list", *PAIR, "--as-of", AS_OF),
    "show": ("show", "fra-rus-2024-04-03-phone"),
    "last": ("last", *PAIR, "--as-of", AS_OF),
    "silence": ("silence", *PAIR, "--by", "office", "--as-of", AS_OF),
    "frequency": ("frequency", *PAIR, "--as-of", AS_OF),
    "topics": ("topics", *PAIR, "--by-side", "--as-of", AS_OF),
    "readouts": ("readouts", *PAIR, "--as-of", AS_OF),
    "attempts": ("attempts", "--as-of", AS_OF),
    "claims": ("claims", *PAIR),
    "context": ("context", "fra-rus-2024-04-03-phone"),
    "coverage": ("coverage", *PAIR),
    "history": ("history",),
    "vocab": ("vocab", "list", "topics"),
}


@pytest.mark.parametrize("name", ROWS)
def test_every_command_that_prints_rows_writes_each_kind_of_file(detente: Run, name: str) -> None:
    """JSON Lines and Parquet hold the items of --json; TSV and Excel the cells of --csv."""
    import pyarrow.parquet

    items, cells = detente(*ROWS[name], "--json").items, list(csv.reader(detente(*ROWS[name], "--csv").stdout.splitlines(True)))
    for ending in ("tsv", "xlsx", "jsonl", "parquet"):
        done = detente(*ROWS[name], "-o", f"rows.{ending}")
        assert (done.status, done.stdout) == (0, "")
        assert done.stderr.endswith(f"wrote rows.{ending}\n")
    assert [json.loads(line) for line in Path("rows.jsonl").read_text(encoding="utf-8").splitlines()] == items
    with Path("rows.tsv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file, delimiter="\t")) == cells
    sheet = openpyxl.load_workbook("rows.xlsx").active
    found = [[_as_csv(cell.value) for cell in row] for row in sheet.iter_rows()]
    assert [list(map(_rounded, row)) for row in found] == [list(map(_rounded, row)) for row in cells]
    table = pyarrow.parquet.read_table("rows.parquet")
    assert table.num_rows == len(items)
    assert set(table.column_names) == {key for item in items for key in item}
    first = table.column_names[0]
    assert [row[first] for row in table.to_pylist()] == [item[first] for item in items]


def _as_csv(value: object) -> str:
    return "" if value is None else {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _rounded(cell: str) -> str:
    """Figures as Excel keeps them, to 15 places."""
    try:
        return f"{float(cell):.12g}"
    except ValueError:
        return cell
