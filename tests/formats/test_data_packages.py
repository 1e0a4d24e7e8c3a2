"""What we export is a Data Package, in the judgement of somebody else's library."""

from pathlib import Path

import frictionless
import pytest

from detente.formats.contact_files import WRITERS, export_contacts
from detente.formats.package import export_package
from detente.formats.reading import Whither
from detente.store.opening import Store
from tests.formats.test_contact_files import EVERYTHING, TODAY


def complaints(description: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What frictionless has against a package and its data."""
    monkeypatch.chdir(description.parent)
    report = frictionless.validate(description.name, type="package")
    return [error.message for error in [*report.errors, *(error for task in report.tasks for error in task.errors)]]


def test_a_package_is_valid(shipped: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export_package(shipped, tmp_path / "out")
    assert complaints(tmp_path / "out" / "datapackage.json", monkeypatch) == []


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.filterwarnings("ignore")  # of the libraries that it reads with
def test_a_file_and_what_lies_beside_it_are_valid(
    shipped: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    report = export_contacts(shipped, tmp_path / f"contacts.{ending}", EVERYTHING, Whither(ending, TODAY))
    assert report.beside == tmp_path / f"contacts.{ending}.datapackage.json"
    assert complaints(report.beside, monkeypatch) == []


def test_a_wrong_cell_is_noticed(shipped: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The descriptions do say something."""
    report = export_contacts(shipped, tmp_path / "contacts.csv", EVERYTHING, Whither("csv", TODAY))
    assert report.beside is not None
    text = (tmp_path / "contacts.csv").read_text(encoding="utf-8")
    (tmp_path / "contacts.csv").write_text(text.replace(",phone,", ",pigeon,", 1), encoding="utf-8")
    [said] = complaints(report.beside, monkeypatch)
    assert "pigeon" in said
