"""Record packages: read and written exactly, checked whole, all or nothing."""

import csv
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from detente.domain.contacts import Contact
from detente.domain.dates import parse
from detente.domain.vocabulary import Channel, Level, Setting, Status, Substance
from detente.errors import NotFoundError, RejectedError
from detente.formats.cells import exact, harmless
from detente.formats.package import export_package, import_package
from detente.store import schema
from detente.store.condition import check
from detente.store.contacts import contact
from detente.store.history import log
from detente.store.opening import Store, open_store
from detente.store.recording import record
from tests.domain import records
from tests.support.shipped_record import SHIPPED


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the shipped package that a test may spoil."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "package"))


@pytest.fixture
def package_of_a_pair(package: Path) -> Path:
    """A copy with the contacts of France and Russia alone, for what is spoiled in these."""
    for folder in (package / "contacts").iterdir():
        if folder.name != "fra-rus":
            shutil.rmtree(folder)
    return package


WRITTEN = ("first_revision", "revision", "imported")


def rows_of(store: Store) -> dict[str, set[tuple[object, ...]]]:
    """Every row of every table of the present, but for the revision that wrote it."""
    with store.reading() as connection:
        return {
            table.name: {tuple(row) for row in connection.execute(select(*(c for c in table.c if c.name not in WRITTEN)))}
            for table in schema.metadata.sorted_tables
            if table not in (schema.revision, schema.superseded)
        }


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change(file: Path, line: int, **cells: str) -> None:
    """Rewrites cells of the row that stands on ``line`` (the header is line 1; no cell of the record spans lines)."""
    with file.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    rows[line - 2].update(cells)
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_the_shipped_record_comes_out_as_it_went_in(shipped: Store, tmp_path: Path) -> None:
    export_package(shipped, tmp_path / "out")
    assert files_of(tmp_path / "out") == files_of(SHIPPED)


def test_import_export_import_is_the_identity(shipped: Store, fresh: Callable[[], Store], tmp_path: Path) -> None:
    export_package(shipped, tmp_path / "out")
    with fresh() as again:
        import_package(again, tmp_path / "out")
        assert rows_of(again) == rows_of(shipped)


def test_everything_a_contact_may_hold_survives(fresh: Callable[[], Store], tmp_path: Path) -> None:
    """Formulas, quotes, line ends, right-to-left text, restricted rows, values per source, four parties."""
    from detente.domain.contacts import DifferingValue, Participant, Source, Statement
    from detente.domain.vocabulary import Office, Reliability, Stance

    nasty = '=1+1 "quoted",\nline two\r\nשלום 🙂 \'=x'
    made = Contact(
        "", "rus-fra", parse("[2024-04-03..2024-04-05]"), Channel.VIDEO, Setting.MULTILATERAL, Level.OFFICIAL, Substance.COURTESY,
        Status.DISPUTED, ("FRA", "NATO", "RUS", "USA"), nasty, "RUS", "FRA", "@Paris", "FRA", 61, "'=note", True,
        (Participant("FRA", None, "-", Office.OFFICIAL),),
        (Statement("syria", "both", "media", Stance.DENIES, "'quoted'", "https://example.org/a", True),),
        (Source("https://example.org/a", "+x", "2024-04~", None, "fr", "third", Reliability.F, 6, "https://example.org/b", "2024-05-01", True),),
        (DifferingValue("channel", "phone", None),),
    )  # fmt: skip
    with fresh() as first, fresh() as second:
        kept, _ = record(first, made)
        export_package(first, tmp_path / "out", include_restricted=True)
        import_package(second, tmp_path / "out")
        assert contact(second, kept.contact_id, include_restricted=True) == kept
        export_package(second, tmp_path / "again", include_restricted=True)
        assert files_of(tmp_path / "again") == files_of(tmp_path / "out")
        told = (tmp_path / "out" / "contacts" / "fra-rus" / "contacts.csv").read_text(encoding="utf-8")
        assert "'=1+1" in told
        export_package(first, tmp_path / "public")
        assert "Paris" not in (tmp_path / "public" / "contacts" / "fra-rus" / "contacts.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "cell",
    ["", "a", "=1", "+", "-1", "@x", "\tx", "\r=1", "\n=1", "＝1", "＠x", "'", "''", "'=1", "''=1", "''＝1", "'a", "it's"],
)
def test_a_formula_is_made_harmless_and_read_back(cell: str) -> None:
    assert exact(harmless(cell)) == cell
    assert not harmless(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


def test_importing_twice_changes_nothing(shipped: Store) -> None:
    before = rows_of(shipped)
    report = import_package(shipped, SHIPPED)
    assert (report.added, report.warnings) == ({}, ())
    assert report.unchanged["contacts"] == 104
    assert rows_of(shipped) == before


def test_what_this_record_wrote_leaves_no_revision_when_it_is_read_again(empty: Store, tmp_path: Path) -> None:
    record(empty, replace(records.contact("2024-04-03"), contact_id="", dyad_slug=""))
    export_package(empty, tmp_path / "own")
    before = rows_of(empty)
    import_package(empty, tmp_path / "own")
    assert [revision.command for revision in log(empty)] == ["log", "init"]
    assert rows_of(empty) == before


def test_parties_that_nobody_named_yet_come_with_a_package_and_go_with_the_next(empty: Store, tmp_path: Path) -> None:
    record(empty, replace(records.contact("2024-04-03"), contact_id="", dyad_slug=""))
    export_package(empty, tmp_path / "own")
    parties = tmp_path / "own" / "reference" / "parties.csv"
    parties.write_text(parties.read_text(encoding="utf-8") + "DNK,Denmark,state,,\n", encoding="utf-8")
    import_package(empty, tmp_path / "own")
    assert [revision.command for revision in log(empty)] == ["import", "log", "init"]
    export_package(empty, tmp_path / "again")
    assert "Denmark" in (tmp_path / "again" / "reference" / "parties.csv").read_text(encoding="utf-8")


def test_what_is_corrected_may_name_what_the_package_adds(shipped: Store, package_of_a_pair: Path) -> None:
    """A contact under another id, which takes its claims along, and a topic below one that is new."""
    folder, new = package_of_a_pair / "contacts" / "fra-rus", "fra-rus-2024-04-03-phone-9"
    for file in folder.glob("*.csv"):
        file.write_text(file.read_text(encoding="utf-8").replace("fra-rus-2024-04-03-phone", new), encoding="utf-8")
    topics = package_of_a_pair / "reference" / "topics.csv"
    told = topics.read_text(encoding="utf-8").replace('Kyiv.",ukraine-conflict,', 'Kyiv.",europe-east,')
    topics.write_text(told + "europe-east,Eastern Europe,What is east.,,military\n", encoding="utf-8")
    import_package(shipped, package_of_a_pair, overwrite=True)
    assert contact(shipped, new).contact_id == new
    with shipped.reading() as connection:
        about = connection.scalars(select(schema.claim.c.contact_id).where(schema.claim.c.claim_id == "fra-rus-c29")).one()
        broader = connection.scalars(select(schema.topic.c.broader).where(schema.topic.c.topic == "ukraine-military-aid")).one()
    assert (about, broader) == (new, "europe-east")


def test_a_dry_run_says_what_it_would_do_and_does_nothing(empty: Store) -> None:
    before = rows_of(empty)
    report = import_package(empty, SHIPPED, dry_run=True)
    assert report.added["contacts"] == 104
    assert rows_of(empty) == before


WRONG = [
    ("contacts", 2, {"date": "2012-13-31"}, "date '2012-13-31': '2012-13-31' names a day that no calendar has"),
    ("contacts", 3, {"channel": "pigeon"}, "channel 'pigeon': write one of phone, video, hotline"),
    ("contacts", 3, {"summary": ""}, "summary '': is missing"),
    ("contacts", 4, {"parties": "RUS;FRA"}, "parties 'RUS;FRA': write each code once, in alphabetical order"),
    ("contacts", 4, {"parties": "FRA"}, "parties 'FRA': write two parties or more"),
    ("contacts", 4, {"parties": "FRA;XQZ"}, "parties 'FRA;XQZ': XQZ is not known"),
    ("contacts", 4, {"parties": "DEU;FRA"}, "parties 'DEU;FRA': both parties of the folder fra-rus must be among them"),
    ("contacts", 5, {"initiator": "DEU"}, "initiator 'DEU': is not one of the parties FRA;RUS"),
    ("contacts", 5, {"host": "ZZ"}, "host 'ZZ': is not known"),
    ("contacts", 5, {"duration_minutes": "-5"}, "duration_minutes '-5': write a whole number above 0"),
    (
        "contacts",
        5,
        {"contact_id": "fra-rus-2015-11-19-phone-cod"},
        "contact_id 'fra-rus-2015-11-19-phone-cod': stands a second time",
    ),
    ("contacts", 5, {"contact_id": "Not An Id"}, "contact_id 'Not An Id': write dyad, date and channel"),
    ("participants", 2, {"party": "DEU"}, "party 'DEU': is not one of the parties FRA;RUS of the contact"),
    # Keys of a server hold so many characters: SQLite took more, PostgreSQL answered with a traceback.
    ("participants", 2, {"person": "J" * 201}, "person 'JJJ"),
    ("claims", 3, {"claim_id": "c" * 121}, "claim_id 'ccc"),
    ("contacts", 3, {"contact_id": "f" * 121}, "contact_id 'fff"),
    ("participants", 2, {"contact_id": "fra-rus-1812-06-24-other"}, "contact_id 'fra-rus-1812-06-24-other': is not known"),
    ("statements", 2, {"topic": "weather"}, "topic 'weather': is not known"),
    ("statements", 2, {"reported_by": "USA"}, "reported_by 'USA': is not one of the parties FRA;RUS"),
    ("statements", 2, {"source_url": "https://example.org/"}, "source_url 'https://example.org/': is no source of the contact"),
    ("sources", 2, {"url": "ftp://example.org"}, "url 'ftp://example.org': write an http or https address"),
    ("sources", 2, {"reliability": "G"}, "reliability 'G': write one of A, B, C, D, E, F"),
    ("sources", 2, {"credibility": "7"}, "credibility '7': write one of 1, 2, 3, 4, 5, 6"),
    ("sources", 2, {"language": "french"}, "language 'french': write ISO 639-1"),
    ("claims", 3, {"months": "many"}, "months 'many': write a number, 0 or above"),
    ("claims", 3, {"months": "9" * 400}, "months '999"),  # would be kept as infinity
    ("claims", 3, {"months": "0.00001"}, "months '0.00001': write a number"),  # would be exported as 1e-05
    ("claims", 3, {"months": "1000000"}, "months '1000000': write a number"),  # would be exported as 1e+06
    ("claims", 3, {"months": "1234.567"}, "months '1234.567': write a number"),  # would be exported as 1234.57
    ("claims", 3, {"since": "long ago"}, "since 'long ago': 'long ago' is not a date that can be read"),
    ("coverage", 2, {"to": "2011-12-31"}, "to '2011-12-31': lies before the first day"),
    ("coverage", 2, {"from": "2012"}, "from '2012': write a day, YYYY-MM-DD"),
    ("coverage", 2, {"parties": "FRA;USA"}, "parties 'FRA;USA': write the two parties of the folder fra-rus"),
]


@pytest.mark.parametrize(
    ("table", "line", "cells", "said"), WRONG, ids=[f"{w[0]}-{next(iter(w[2]))}-{n}" for n, w in enumerate(WRONG)]
)
def test_a_wrong_cell_is_named_with_its_place(
    empty: Store, package_of_a_pair: Path, table: str, line: int, cells: dict[str, str], said: str
) -> None:
    change(package_of_a_pair / "contacts" / "fra-rus" / f"{table}.csv", line, **cells)
    before = rows_of(empty)
    with pytest.raises(RejectedError) as refused:
        import_package(empty, package_of_a_pair)
    assert any(line_.startswith(f"contacts/fra-rus/{table}.csv:{line}: {said}") for line_ in refused.value.details), (
        refused.value.details
    )
    assert rows_of(empty) == before


def test_every_wrong_row_is_reported_at_once(empty: Store, package: Path) -> None:
    change(package / "contacts" / "fra-rus" / "contacts.csv", 2, date="x", status="maybe")
    change(package / "contacts" / "usa-rus" / "claims.csv", 2, qualifier="sort-of")
    change(package / "reference" / "topics.csv", 3, broader="nothing")
    with pytest.raises(RejectedError) as refused:
        import_package(empty, package)
    places = {detail.split(": ")[0] for detail in refused.value.details}
    assert places == {"contacts/fra-rus/contacts.csv:2", "contacts/usa-rus/claims.csv:2", "reference/topics.csv:3"}
    assert len(refused.value.details) == 4


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda text: text.replace("contact_id,date", "id,date", 1), "contacts.csv:1: the header lacks contact_id"),
        (lambda text: text.replace(",note\n", ",note,colour\n", 1), "contacts.csv:1: the header has the unknown column colour"),
        (lambda text: text + "only,two\n", "has 2 cells where the header has 15"),
        (lambda text: text + '"never closed\n', "the file, from here on, is not CSV"),
        (lambda text: text.encode("utf-16"), "the file, from here on, is not UTF-8 text"),
    ],
)
def test_a_file_that_cannot_be_read(empty: Store, package: Path, spoil: Callable[[str], str | bytes], said: str) -> None:
    file = package / "contacts" / "fra-rus" / "contacts.csv"
    spoilt = spoil(file.read_text(encoding="utf-8"))
    file.write_bytes(spoilt if isinstance(spoilt, bytes) else spoilt.encode())
    with pytest.raises(RejectedError) as refused:
        import_package(empty, package)
    assert any(said in detail for detail in refused.value.details), refused.value.details


def test_no_package(empty: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no folder"):
        import_package(empty, tmp_path / "nowhere")
    with pytest.raises(NotFoundError, match="is no record package"):
        import_package(empty, tmp_path)


def test_columns_in_another_order_with_windows_line_ends_and_a_byte_order_mark(
    empty: Store, package: Path, shipped: Store
) -> None:
    for file in package.rglob("*.csv"):
        with file.open(encoding="utf-8", newline="") as source:
            rows = [list(reversed(row)) for row in csv.reader(source)]
        with file.open("w", encoding="utf-8-sig", newline="") as target:
            csv.writer(target, lineterminator="\r\n").writerows(rows)
    import_package(empty, package)
    assert rows_of(empty) == rows_of(shipped)


DIFFERENT = [
    ("contacts", 2, {"place": "Lyon"}, "place 'Lyon': the record has 'Paris' for fra-rus-2012-10-31-in-person"),
    ("contacts", 2, {"place": ""}, "place '': the record has 'Paris'"),
    ("contacts", 2, {"initiator": "FRA"}, "initiator 'FRA': the record has nothing"),
    ("contacts", 2, {"parties": "DEU;FRA;RUS"}, "parties '': the record has 'FRA;RUS' for fra-rus-2012-10-31-in-person"),
    ("claims", 3, {"months": "14"}, "months '14': the record has '13' for fra-rus-c02"),
    ("coverage", 2, {"completeness": "fair"}, "completeness 'fair': the record has 'poor'"),
]


@pytest.mark.parametrize(
    ("table", "line", "cells", "said"), DIFFERENT, ids=[f"{d[0]}-{next(iter(d[2]))}-{n}" for n, d in enumerate(DIFFERENT)]
)
def test_the_same_id_with_another_content_is_refused_with_both_values(
    shipped: Store, package: Path, table: str, line: int, cells: dict[str, str], said: str
) -> None:
    change(package / "contacts" / "fra-rus" / f"{table}.csv", line, **cells)
    before = rows_of(shipped)
    with pytest.raises(RejectedError) as refused:
        import_package(shipped, package)
    assert [d.split(": ", 1)[1][: len(said)] for d in refused.value.details] == [said]
    assert rows_of(shipped) == before


def test_what_is_told_of_a_known_contact_may_not_change(shipped: Store, package: Path) -> None:
    change(package / "contacts" / "fra-rus" / "statements.csv", 2, topic="libya")
    with pytest.raises(RejectedError) as refused:
        import_package(shipped, package)
    adds, lacks = refused.value.details
    assert "the package adds 'libya" in adds
    assert "the package lacks 'syria" in lacks


def test_a_reference_row_that_differs_is_a_warning(shipped: Store, package: Path) -> None:
    change(package / "reference" / "parties.csv", 3, name="Francia")
    report = import_package(shipped, package)
    assert report.warnings == (
        "reference/parties.csv:3: name 'Francia': the record has 'France' for FRA; the record's value stays",
    )


def test_an_export_goes_into_an_empty_folder_or_over_a_package(shipped: Store, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "love.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(RejectedError, match="holds other files"):
        export_package(shipped, tmp_path / "letters")
    first = export_package(shipped, tmp_path / "out")
    assert export_package(shipped, tmp_path / "out") == first
    assert first.contacts == 104


_KILLED = """
import sys
from pathlib import Path
from detente.formats.package import import_package
from detente.store.opening import open_store
print("ready", flush=True)
import_package(open_store(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize(
    "shares", [(0.3, 0.7), pytest.param([number / 20 for number in range(1, 20)], marks=pytest.mark.long)], ids=len
)
def test_a_killed_import_leaves_the_store_as_it_was(fresh: Callable[[], Store], shares: Sequence[float]) -> None:
    """Killed (SIGKILL) after a share of the time that an import takes: none of it, or all of it, is there."""
    with fresh() as timed:
        start = time.perf_counter()
        import_package(timed, SHIPPED)
        usual = time.perf_counter() - start
        after = rows_of(timed)
    for share in shares:
        with fresh() as store:
            before = rows_of(store)
            kill_an_import(store.url, usual * share)
        with open_store(store.url) as again:
            assert rows_of(again) in (before, after)
            assert not any(finding.grave for finding in check(again, parse("2026-01-01").first_day))


def kill_an_import(url: str, seconds: float) -> None:
    child = subprocess.Popen([sys.executable, "-c", _KILLED, url, str(SHIPPED)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(seconds)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()


@pytest.mark.parametrize("name", ["FRA-RUS", "fra-ru\u017f", "Fra-rus"])
def test_a_folder_is_named_in_small_letters(empty: Store, package: Path, name: str) -> None:
    """A folder with nothing in it but a claim of the pair was once taken in under another spelling of its name."""
    (package / "contacts" / "fra-rus").rename(package / "contacts" / name)
    for file in (package / "contacts" / name).iterdir():
        if file.name == "claims.csv":
            header, first = file.read_text(encoding="utf-8").splitlines()[:2]
            file.write_text(f"{header}\n{first.replace('fra-rus-2012-10-31-in-person', '')}\n", encoding="utf-8")
        else:
            file.unlink()
    with pytest.raises(RejectedError) as refused:
        import_package(empty, package)
    assert refused.value.details == (
        f"contacts/{name}/claims.csv:1: the folder '{name}' is not named after two known parties, like fra-rus",
    )


@pytest.mark.parametrize("file", ["contacts/fra-rus/sources.csv", "contacts/fra-rus/README.md", "reference/topics.csv"])
def test_a_link_that_leads_out_of_the_package_is_not_followed(empty: Store, package: Path, tmp_path: Path, file: str) -> None:
    """Whoever passes a package on may not have files of the reader's machine taken into the record, and exported from there."""
    secret = tmp_path / "secret"
    secret.write_text("the reader's own", encoding="utf-8")
    (package / file).unlink()
    (package / file).symlink_to(secret)
    before = rows_of(empty)
    with pytest.raises(RejectedError) as refused:
        import_package(empty, package)
    assert any(f"{file}" in said and "a link that leads out" in said for said in (refused.value.reason, *refused.value.details))
    assert rows_of(empty) == before


def test_a_link_within_the_package_is_followed(empty: Store, package: Path, shipped: Store) -> None:
    file = package / "contacts" / "fra-rus" / "sources.csv"
    file.rename(package / "elsewhere.csv")
    file.symlink_to(package / "elsewhere.csv")
    import_package(empty, package)
    assert rows_of(empty) == rows_of(shipped)


def test_a_file_that_may_not_be_read(empty: Store, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own reason, in a line like any other; it was a traceback."""
    real = Path.open

    def refused_by_the_system(self: Path, *args: object, **more: object) -> object:
        if self.name == "sources.csv":
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **more)  # type: ignore[call-overload]  # passed on as it came

    monkeypatch.setattr(Path, "open", refused_by_the_system)
    with pytest.raises(RejectedError) as refused:
        import_package(empty, package)
    assert "contacts/fra-rus/sources.csv:1: the file cannot be read: Permission denied" in refused.value.details


def test_a_name_that_no_system_takes(shipped: Store, tmp_path: Path) -> None:
    """Thousands of letters, or a file where a folder should be: told in one line; it was a traceback."""
    long = Path("a" * 5_000)
    with pytest.raises(NotFoundError, match="cannot be read: File name too long"):
        import_package(shipped, long)
    with pytest.raises(RejectedError, match="cannot be written: File name too long"):
        export_package(shipped, long)
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(RejectedError, match="cannot be written: Not a directory"):
        export_package(shipped, tmp_path / "file" / "below")


def test_two_imports_into_one_open_store_know_nothing_of_each_other(empty: Store, package: Path, tmp_path: Path) -> None:
    """A connection may be used again; what the first import staged is not there any more."""
    few = tmp_path / "few"
    shutil.copytree(package / "contacts" / "fra-rus", few / "contacts" / "fra-rus")
    assert import_package(empty, few).added["contacts"] > 0
    again = import_package(empty, few)
    assert (again.added, again.changed) == ({}, {})
    report = import_package(empty, package)
    assert report.added["contacts"] > report.unchanged["contacts"] > 0


@pytest.mark.parametrize(
    ("table", "cells", "said"),
    [
        ("parties", {"name": "O" * 201}, "write text, of at most 200 characters"),
        ("parties", {"name": "\ufdfa" * 100}, "write text, of at most 200 characters"),  # a ligature of eighteen letters
        ("topics", {"topic": "t" * 81}, "write small letters, digits and hyphens, of at most 80 characters"),
        ("officeholders", {"person": "J" * 201}, "write text, of at most 200 characters"),
    ],
)
def test_what_is_too_long_to_be_looked_up(empty: Store, package: Path, table: str, cells: dict[str, str], said: str) -> None:
    """Names and ids have a length that every engine can keep in its keys."""
    change(package / "reference" / f"{table}.csv", 2, **cells)
    before = rows_of(empty)
    with pytest.raises(RejectedError) as refused:
        import_package(empty, package)
    assert any(line.startswith(f"reference/{table}.csv:2: ") and line.endswith(said) for line in refused.value.details)
    assert rows_of(empty) == before
