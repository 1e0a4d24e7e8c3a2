"""Contacts that the record has as they are: a package that brings them once more is not judged for them, and hides nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from detente.errors import RejectedError
from detente.formats.package import import_package
from detente.store import packages
from detente.store.contacts import contact
from detente.store.judging import Finding, findings
from detente.store.opening import Store
from detente.store.staging import Staging
from tests.support.shipped_record import SHIPPED

PAIR = Path("contacts") / "fra-rus"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the shipped package that a test may spoil."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "package"))


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many rows of each table the last import judged."""
    counts: dict[str, int] = {}

    def counted(staging: Staging) -> list[Finding]:
        for name in ("contacts", "statements", "sources", "participants", "values"):
            counts[name] = staging.connection.scalar(select(func.count()).select_from(staging.tables[name])) or 0
        return findings(staging)

    monkeypatch.setattr(packages, "findings", counted)
    return counts


def edit(file: Path, change: Callable[[list[str]], list[str]]) -> None:
    """Rewrites the lines below the header; no cell of the shipped record spans lines."""
    header, *lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([header, *change(lines)]) + "\n", encoding="utf-8")


def test_what_is_on_record_is_not_judged_again(shipped: Store, judged: dict[str, int]) -> None:
    report = import_package(shipped, SHIPPED)
    assert set(judged.values()) == {0}
    assert (report.added, report.changed, report.unchanged["contacts"]) == ({}, {}, 104)


def test_one_contact_that_differs_is_judged_alone(shipped: Store, package: Path, judged: dict[str, int]) -> None:
    edit(package / PAIR / "contacts.csv", lambda lines: [f"{lines[0]}x", *lines[1:]])
    with pytest.raises(RejectedError) as refused:
        import_package(shipped, package)
    assert judged["contacts"] == 1 <= judged["sources"] < 10
    assert [detail.split(": ")[0] for detail in refused.value.details] == [f"{PAIR.as_posix()}/contacts.csv:2"]


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        ("statements", lambda lines: [lines[0], *lines], "stands a second time"),
        ("statements", lambda lines: [*lines, lines[0]], "stands a second time"),
        ("sources", lambda lines: [*lines, lines[0]], "stands a second time"),
        ("contacts", lambda lines: [*lines, lines[0]], "stands a second time"),
        ("statements", lambda lines: lines[1:], "the package lacks 'syria, both"),
        ("participants", lambda lines: lines[1:], "the package lacks"),
        ("statements", lambda lines: lines[:-1], "the package lacks"),
    ],
)
def test_rows_that_are_repeated_or_missing_are_told(
    shipped: Store, package: Path, file: str, change: Callable[[list[str]], list[str]], said: str
) -> None:
    edit(package / PAIR / f"{file}.csv", change)
    with pytest.raises(RejectedError) as refused:
        import_package(shipped, package)
    assert said in "\n".join(refused.value.details)


def test_another_order_of_what_is_told_changes_nothing(shipped: Store, package: Path, judged: dict[str, int]) -> None:
    """The statements of a contact from last to first: it is compared as a set, as it always was."""
    edit(package / PAIR / "statements.csv", lambda lines: lines[::-1])
    report = import_package(shipped, package)
    assert (report.added, report.changed, report.warnings) == ({}, {}, ())
    assert 0 < judged["contacts"] < 104  # those of one statement, and of other pairs, are as they were


def test_a_new_contact_comes_in_beside_those_on_record(shipped: Store, package: Path, judged: dict[str, int]) -> None:
    new, known = "fra-rus-1999-01-02-phone", "fra-rus-2012-10-31-in-person"
    line = f"{new},1999-01-02,phone,bilateral,minister,talks,held,FRA;RUS,,,,,,x,"
    edit(package / PAIR / "contacts.csv", lambda lines: [*lines, line])
    claim = f"fra-rus-c99,{known},2012-11-01,first-ever,x,,,,,any,any,,office,talks,"
    edit(package / PAIR / "claims.csv", lambda lines: [*lines, claim])
    report = import_package(shipped, package)
    assert (report.added, judged["contacts"]) == ({"contacts": 1, "claims": 1}, 1)
    assert contact(shipped, new).date.text == "1999-01-02"


def test_a_dry_run_names_those_that_stay_the_same_in_the_order_of_the_file(shipped: Store) -> None:
    report = import_package(shipped, SHIPPED, dry_run=True)
    first = (SHIPPED / "contacts" / "deu-rus" / "contacts.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert list(report.same[: len(first)]) == [line.partition(",")[0] for line in first]
    assert (len(report.same), report.new) == (104, ())
