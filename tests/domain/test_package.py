import json
from pathlib import Path

import pytest

from detente.domain.cell_values import is_wrong
from detente.domain.package import PER_DYAD, REFERENCE, TABLES
from detente.domain.tabular import Column, Kind
from detente.shipped import data_folder

DESCRIBED = json.loads((data_folder() / "datapackage.json").read_text(encoding="utf-8"))["resources"]


@pytest.mark.parametrize("resource", DESCRIBED, ids=lambda resource: resource["path"])
def test_the_tables_are_those_of_the_shipped_package(resource: dict[str, object]) -> None:
    path = Path(str(resource["path"]))
    (table,) = [table for table in TABLES if table.file == path.name]
    assert table in (REFERENCE if path.parts[0] == "reference" else PER_DYAD)
    schema = resource["schema"]
    assert isinstance(schema, dict)
    there = {field["name"] for field in schema["fields"]}
    assert [field["name"] for field in schema["fields"]] == [c.name for c in table.columns if not c.optional or c.name in there]
    required = {field["name"] for field in schema["fields"] if field.get("constraints", {}).get("required")}
    assert required == {column.name for column in table.columns if column.required}


RIGHT_AND_WRONG: list[tuple[Column, list[str], list[str]]] = [
    (Column("w", Kind.WORD, words=("held", "planned")), ["held"], ["Held", "held ", "x"]),
    (Column("d", Kind.DAY), ["2024-02-29"], ["2023-02-29", "2024-02", "20240229", "2024-W14-3"]),
    (Column("c", Kind.COUNT), ["1", "60", "999999999"], ["0", "-1", "1.5", "07", "٣", "1000000000", "x"]),
    (
        Column("n", Kind.NUMBER),
        ["0", "18", "1.5", "999999", "1234.56", "0013"],
        ["-1", "1.", ".5", "1e3", "nan", "٣", "9" * 400, "1000000", "1234.567", "0.00001"],
    ),
    (Column("u", Kind.URL), ["https://a.example/b?c=ä", "http://a"], ["ftp://a", "a.example", "https://a b", "javascript:x"]),
    (Column("f", Kind.FLAG), ["true", "false"], ["yes", "True", "1"]),
    (Column("m", most=4), ["four", "ét", "étc"], ["fives", "éétc", "\ufdfa"]),  # counted as it is looked up, accents apart
    (Column("l", Kind.CODE, pattern="[a-z]+", most=3), ["abc"], ["abcd", "ABC"]),
    (Column("p", Kind.CODE, pattern="[A-Z]{3}"), ["FRA"], ["fra", "FRAN", "FR", "FRA\n"]),
]


@pytest.mark.parametrize(
    ("column", "right", "wrong"), RIGHT_AND_WRONG, ids=lambda given: given.kind.name if isinstance(given, Column) else ""
)
def test_cells(column: Column, right: list[str], wrong: list[str]) -> None:
    test = is_wrong(column)
    assert test is not None
    assert [cell for cell in right if test(cell)] == []
    assert [cell for cell in wrong if not test(cell)] == []


def test_text_alone_is_never_wrong() -> None:
    assert is_wrong(Column("t")) is None
