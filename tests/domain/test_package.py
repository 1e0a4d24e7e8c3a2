import json
from pathlib import Path

import pytest

from detente.domain.package import PER_DYAD, REFERENCE, TABLES
from detente.shipped import data_folder

DESCRIBED = json.loads((data_folder() / "datapackage.json").read_text(encoding="utf-8"))["resources"]


@pytest.mark.parametrize("resource", DESCRIBED, ids=lambda resource: resource["path"])
def test_the_tables_are_those_of_the_shipped_package(resource: dict[str, object]) -> None:
    path = Path(str(resource["path"]))
    (table,) = [table for table in TABLES if table.file == path.name]
    assert table in (REFERENCE if path.parts[0] == "reference" else PER_DYAD)
    schema = resource["schema"]
    assert isinstance(schema, dict)
    named = [field["name"] for field in schema["fields"]]
    assert named == [c.name for c in table.columns if not c.optional or c.name in named]
    assert [field.get("description", "") for field in schema["fields"]] == [table[name].description for name in named]
    required = {field["name"] for field in schema["fields"] if field.get("constraints", {}).get("required")}
    assert required == {column.name for column in table.columns if column.required}
