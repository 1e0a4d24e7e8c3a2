"""Files of contacts: what the record says comes back from each format exactly; what a person types is filled in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from detente.domain.contacts import Contact, DifferingValue, Participant, Source, Statement
from detente.domain.dates import parse
from detente.domain.days import parse_day
from detente.domain.selection import Selection
from detente.domain.vocabulary import Channel, Level, Office, Reliability, Setting, Stance, Status, Substance
from detente.errors import RejectedError
from detente.formats.contact_files import export_contacts, import_contacts
from detente.formats.package import ImportReport
from detente.formats.reading import How, Whither
from detente.store.contacts import contact, contacts
from detente.store.opening import Store
from detente.store.recording import record
from tests.formats.test_package import rows_of

TODAY = parse_day("2026-01-01")
EVERYTHING = Selection(as_of=parse_day("9999-12-31"), include_restricted=True)
FORMATS = ["csv", "tsv", "xlsx", "jsonl", "parquet"]


def read(store: Store, path: Path, **more: object) -> ImportReport:
    """Imports a file in the format of its ending."""
    return import_contacts(store, path, How(path.suffix[1:], TODAY, **more))  # type: ignore[arg-type]  # the keys are its fields


def typed(folder: Path, *rows: str, header: str = "date,channel,parties", name: str = "typed.csv") -> Path:
    path = folder / name
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def cells_of(path: Path) -> list[list[object]]:
    """The cells of a workbook."""
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path).active.iter_rows()]


def refused(store: Store, path: Path, **more: object) -> tuple[str, ...]:
    """What is said of a file that is refused; nothing of it is kept."""
    before = rows_of(store)
    with pytest.raises(RejectedError) as error:
        read(store, path, **more)
    assert rows_of(store) == before
    return error.value.details


@pytest.mark.parametrize("ending", FORMATS)
def test_the_shipped_record_goes_through_a_file_unchanged(
    shipped: Store, fresh: Callable[[], Store], tmp_path: Path, ending: str
) -> None:
    """All but the four claims that are about no contact, and reference rows and coverage, which no contact has."""
    first, second = tmp_path / f"first.{ending}", tmp_path / f"second.{ending}"
    export_contacts(shipped, first, EVERYTHING, Whither(ending, TODAY))
    with fresh() as again:
        read(again, first)
        assert contacts(again, EVERYTHING, details=True) == contacts(shipped, EVERYTHING, details=True)
        about = {row for row in rows_of(shipped)["claim"] if any(str(cell).count("-") > 3 for cell in row[1:3])}
        assert len(rows_of(again)["claim"]) == 80
        assert rows_of(again)["claim"] <= rows_of(shipped)["claim"] >= about
        before = rows_of(again)
        report = read(again, first)
        assert (report.added, report.changed, report.warnings) == ({}, {}, ())
        assert rows_of(again) == before
        export_contacts(again, second, EVERYTHING, Whither(ending, TODAY))
    if ending != "xlsx":
        assert second.read_bytes() == first.read_bytes()
    else:  # it holds the time at which it was written
        assert cells_of(second) == cells_of(first)


def test_a_few_words_are_enough(shipped: Store, tmp_path: Path) -> None:
    """What ``log`` fills in: office of the day, level, setting, id, summary, the source of a side's statements."""
    header = "Date,Channel,Parties,Persons,Topics,Sources,duration,host"
    row = (
        '2023-04-03,Phone,France; ru,FRA=Sébastien Lecornu; RUS=Sergei Shoigu,"syria; FRA=counter-terrorism",'
        "FRA=https://defense.gouv.fr/x; https://example.org/a?b=c,1h30,France"
    )
    path = typed(tmp_path, row, header=header)
    assert read(shipped, path).added == {"contacts": 1, "participants": 2, "statements": 3, "sources": 2}
    found = contact(shipped, "fra-rus-2023-04-03-phone")
    assert (found.setting, found.level, found.status, found.substance) == ("bilateral", "minister", "held", "talks")
    assert (found.duration_minutes, found.host, found.country) == (90, "FRA", "FRA")
    assert [(p.party, p.person, p.role, p.level) for p in found.participants] == [
        ("FRA", "Sébastien Lecornu", "Minister of the Armed Forces", "minister"),
        ("RUS", "Sergei Shoigu", "Minister of Defence", "minister"),
    ]
    assert [(s.topic, s.reported_by, s.source_url) for s in found.statements] == [
        ("syria", "FRA", "https://defense.gouv.fr/x"),
        ("syria", "RUS", None),
        ("counter-terrorism", "FRA", "https://defense.gouv.fr/x"),
    ]
    assert [(s.url, s.side, s.publisher) for s in found.sources] == [
        ("https://defense.gouv.fr/x", "FRA", "defense.gouv.fr"),
        ("https://example.org/a?b=c", "third", "example.org"),
    ]
    again = read(shipped, path)
    assert (again.added, again.changed) == ({}, {})


@pytest.mark.parametrize("ending", FORMATS)
def test_everything_a_contact_may_hold_survives(fresh: Callable[[], Store], tmp_path: Path, ending: str) -> None:
    """Formulas, separators, line ends, escapes, NUL, right-to-left text, restricted rows, four parties, a folder of its own."""
    nasty = '=1+1; a | b = "c",\nline two\r\n\\; \x00\x1b[31m שלום 🙂 _x0041_ \'=x '
    made = Contact(
        "", "rus-fra", parse("[2024-04-03..2024-04-05]"), Channel.VIDEO, Setting.MULTILATERAL, Level.OFFICIAL, Substance.COURTESY,
        Status.DISPUTED, ("DEU", "FRA", "NATO", "RUS"), nasty, "RUS", "FRA", "@Paris", None, 61, "'=note", True,
        (Participant("FRA", None, "-", Office.OFFICIAL), Participant("RUS", nasty, nasty, Office.MINISTER)),
        (Statement("syria", "both", "media", Stance.DENIES, nasty, "https://example.org/a;b|c", True), Statement("nato", None, "FRA", Stance.REPORTS)),
        (Source("https://example.org/a;b|c", nasty, "2024-04~", None, "fr", "third", Reliability.F, 6, None, "2024-05-01", True),
         Source("https://example.org/fra", "x", None, "t", "fr", "FRA", Reliability.A, 1)),
        (DifferingValue("channel", nasty, None),),
    )  # fmt: skip
    with fresh() as first, fresh() as second:
        kept, _ = record(first, made)
        export_contacts(first, tmp_path / f"out.{ending}", EVERYTHING, Whither(ending, TODAY))
        read(second, tmp_path / f"out.{ending}")
        assert contact(second, kept.contact_id, include_restricted=True) == kept
        public = replace(EVERYTHING, include_restricted=False)
        assert export_contacts(first, tmp_path / f"public.{ending}", public, Whither(ending, TODAY)).contacts == 0
