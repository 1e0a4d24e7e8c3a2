"""``detente export --as``: one file for another program."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from detente.formats.outgoing import WRITERS
from tests.cli.conftest import Run


@pytest.mark.parametrize("name", WRITERS)
def test_every_form_of_the_shipped_record(detente: Run, in_folder: Path, name: str) -> None:
    done = detente("export", "out", "--as", name)
    assert (done.status, done.stdout, done.stderr) == (0, "", "104 contacts: out\n")
    assert "fra-rus-2024-04-03-phone" in (in_folder / "out").read_text(encoding="utf-8").replace("\n ", "")


def test_each_contact_goes_out_once(detente: Run, in_folder: Path) -> None:
    detente("export", "t.json", "--as", "timelinejs")
    detente("export", "c.ics", "--as", "icalendar")
    slides = [slide["unique_id"] for slide in json.loads((in_folder / "t.json").read_text(encoding="utf-8"))["events"]]
    events = [str(event["UID"]) for event in Calendar.from_ical((in_folder / "c.ics").read_bytes()).walk("VEVENT")]
    assert len(set(slides)) == 104
    assert events == [f"{id_}@detente" for id_ in slides]


def test_a_selection_goes_out_by_the_ending(detente: Run, in_folder: Path) -> None:
    done = detente("export", "calls.ics", "FRA", "RUS", "--channel", "phone", "--from", "2024")
    chosen = detente("list", "FRA", "RUS", "--channel", "phone", "--from", "2024", "--json").items
    events = [str(event["UID"]) for event in Calendar.from_ical((in_folder / "calls.ics").read_bytes()).walk("VEVENT")]
    assert done.status == 0
    assert events == [f"{item['contact_id']}@detente" for item in chosen]
    assert "fra-rus-2024-04-03-phone@detente" in events


def test_what_is_planned_goes_out_too(fresh_detente: Run, in_folder: Path) -> None:
    fresh_detente("log", "2099-04-03", "phone", "FRA", "RUS", "--status", "planned", "--summary", "ahead")
    for name in ("ahead.ics", "ahead.csv"):
        fresh_detente("export", name)
        assert "ahead" in (in_folder / name).read_text(encoding="utf-8")
    fresh_detente("export", "then.csv", "--as-of", "2025-12-31")
    assert "ahead" not in (in_folder / "then.csv").read_text(encoding="utf-8")


def test_what_is_not_public_stays_in(fresh_detente: Run, in_folder: Path) -> None:
    fresh_detente("log", "2024-04-03", "phone", "FRA", "RUS", "--summary", "open")
    fresh_detente("log", "2024-05-03", "phone", "FRA", "RUS", "--summary", "secret", "--restricted")
    for name in WRITERS:
        fresh_detente("export", "out", "--as", name)
        assert "2024-05-03" not in (in_folder / "out").read_text(encoding="utf-8")
    fresh_detente("export", "out", "--as", "plover", "--include-restricted")
    assert "secret" in (in_folder / "out").read_text(encoding="utf-8")


def test_a_name_that_is_not_known(detente: Run, in_folder: Path) -> None:
    done = detente("export", "out", "--as", "smoke")
    assert done.status == 2
    assert done.stderr == (
        "detente: --as 'smoke' cannot be written; "
        "one of package, csv, tsv, xlsx, jsonl, parquet, timelinejs, icalendar, csl-json, plover, cameo\n"
    )
    assert not (in_folder / "out").exists()


def test_nothing_is_called_by_the_sign_for_a_stream(detente: Run, in_folder: Path) -> None:
    before = sorted(in_folder.iterdir())
    for format_ in ((), ("--as", "csv")):
        done = detente("export", "-", *format_)
        assert (done.status, done.stdout) == (2, "")
        assert "export writes files; name one, such as contacts.csv; rows are printed by: detente list --csv" in done.stderr
    assert sorted(in_folder.iterdir()) == before
