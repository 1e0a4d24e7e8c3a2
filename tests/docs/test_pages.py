import json
import re
import tomllib
from pathlib import Path

import pytest

from detente.domain.dates import parse
from detente.domain.days import iso
from detente.errors import Exit
from tests.docs.pages import ROOT, anchors, links, page, pages, rows


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    lost = []
    for target in links(page(path)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        there = (path.parent / name) if name else path
        if not there.exists() or (anchor and anchor not in anchors(page(there))):
            lost.append(target)
    assert lost == []


def requirements() -> list[str]:
    project = tomllib.loads(page(ROOT / "pyproject.toml"))
    named = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    groups = [*project["dependency-groups"].values(), *project["project"]["optional-dependencies"].values()]
    for group in groups:
        named += group
    return sorted({re.split(r"[\[<>=!~; ]", requirement)[0] for requirement in named} - {"detente"})


@pytest.mark.parametrize("name", requirements())
def test_every_dependency_has_its_reason(name: str) -> None:
    listed = {row[0]: row[1] for row in rows(page(ROOT / "docs" / "dependencies.md"), "package")}
    assert len(listed[name]) > 20


def test_no_reason_outlives_its_dependency() -> None:
    assert {row[0] for row in rows(page(ROOT / "docs" / "dependencies.md"), "package")} == set(requirements())


def test_the_codebook_names_every_column_of_the_record_package() -> None:
    package = json.loads(page(ROOT / "data" / "datapackage.json"))
    codebook = page(ROOT / "data" / "README.md")
    for resource in package["resources"]:
        table = Path(resource["path"]).name
        section = codebook.partition(f"### {table}")[2].partition("\n#")[0]
        described = {row[0] for row in rows(section, "column")}
        assert {field["name"] for field in resource["schema"]["fields"]} <= described, table


def test_the_codebook_gives_the_words_of_every_column_with_a_vocabulary() -> None:
    package = json.loads(page(ROOT / "data" / "datapackage.json"))
    codebook = page(ROOT / "data" / "README.md")
    for resource in package["resources"]:
        if not resource["path"].endswith(("/contacts.csv", "/statements.csv", "/claims.csv", "/coverage.csv", "/parties.csv")):
            continue
        for column in resource["schema"]["fields"]:
            missing = [word for word in column.get("constraints", {}).get("enum", []) if f"`{word}`" not in codebook]
            assert missing == [], column["name"]


@pytest.mark.parametrize("row", rows(page(ROOT / "docs" / "dates.md"), "written"), ids=lambda row: row[0])
def test_the_bounds_that_the_page_on_dates_prints(row: list[str]) -> None:
    written, start, end = row[0], *row[2:4]
    when = parse(written)
    assert _span(when.start_earliest, when.start_latest) == start
    assert _span(when.end_earliest, when.end_latest) == end


def _span(earliest: int, latest: int) -> str:
    return iso(earliest) if earliest == latest else f"{iso(earliest)} to {iso(latest)}"


def test_the_page_on_dates_has_its_table() -> None:
    assert len(rows(page(ROOT / "docs" / "dates.md"), "written")) >= 10


def test_every_exit_code_is_documented() -> None:
    listed = {row[0] for row in rows(page(ROOT / "docs" / "exit-codes.md"), "code")}
    assert listed == {str(int(code)) for code in Exit}


def test_the_changelog_has_room_for_what_comes_next() -> None:
    assert "\n## [Unreleased]\n" in page(ROOT / "CHANGELOG.md")


def test_every_test_that_guards_a_rule_is_there() -> None:
    named = re.findall(r"`(tests/[\w./]+)`", page(ROOT / "docs" / "architecture.md"))
    assert len(named) > 20
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_room_is_on_the_page_of_the_architecture() -> None:
    rooms = {path.name for path in (ROOT / "src" / "detente").iterdir() if (path / "__init__.py").exists()}
    told = {row[0] for row in rows(page(ROOT / "docs" / "architecture.md"), "room")}
    assert told == rooms | {"api"}  # a door, of one module
