"""What a record package says of itself: datapackage.json (Data Package 2.0), made from the same tables that are checked."""

import json
from typing import Any

from detente.domain import package
from detente.domain.tabular import Column, Kind, Table
from detente.formats.licensing import CC_BY_4

_EDTF_PART = r"(\d{4}|\d{3}X|\d{2}XX)(-(\d{2}|XX)(-(\d{2}|XX))?)?[~?%]?"
_EDTF = rf"^({_EDTF_PART}(/{_EDTF_PART})?|\[{_EDTF_PART}\.\.{_EDTF_PART}\])$"

_FIELDS: dict[Kind, dict[str, Any]] = {
    Kind.EDTF: {"type": "string"},
    Kind.DAY: {"type": "date"},
    Kind.COUNT: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.FLAG: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
}


def description(files: list[str]) -> str:
    """The text of datapackage.json for a package that has ``files`` (paths of its tables)."""
    return described([_resource(path) for path in files])


def described(resources: list[dict[str, Any]]) -> str:
    """The text of the description of ``resources``."""
    told = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "defence-ministry-contacts",
        "title": "Contacts between defence ministries",
        "description": "Meetings, calls and letters between defence ministries with participants, subjects, graded sources, "
        "published claims about gaps and statements of completeness. See README.md.",
        "keywords": ["diplomacy", "defence ministries", "military contacts"],
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0",
                "path": CC_BY_4,
            }
        ],
        "resources": resources,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _resource(path: str) -> dict[str, Any]:
    *_, folder, file = path.split("/")
    table = next(table for table in package.TABLES if table.file == file)
    slug = folder if table.per_dyad else ""
    pair = " – ".join(slug.upper().split("-"))
    return {
        "name": f"{slug}-{table.name}" if slug else table.name,
        "type": "table",
        "title": f"{pair}: {table.title}" if slug else table.title,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": [field_of(column) for column in table.columns],
            "fieldsMatch": "superset",  # optional columns may be absent
            "missingValues": [""],
            **_keys(table, slug),
        },
    }


def field_of(column: Column) -> dict[str, Any]:
    """A column as a field of a Table Schema."""
    field: dict[str, Any] = {"name": column.name, **_FIELDS.get(column.kind, {"type": "string"})}
    constraints: dict[str, Any] = {}
    if column.kind is Kind.EDTF:
        constraints["pattern"] = _EDTF
    elif column.kind is Kind.CODE:
        constraints["pattern"] = f"^{column.pattern}$"
    elif column.kind is Kind.PARTIES:  # a list of Table Schema would say more, but few programs know it
        constraints["pattern"] = r"^[A-Z]{2,4}(;[A-Z]{2,4})*$"
    elif column.kind is Kind.URL:
        constraints["pattern"] = r"^https?://\S+$"
    elif column.kind is Kind.WORD:
        constraints["enum"] = list(column.words)
    elif column.kind in (Kind.COUNT, Kind.NUMBER):
        constraints["minimum"] = 1 if column.kind is Kind.COUNT else 0
    if column.required:
        constraints["required"] = True
    if column.description:
        field["description"] = column.description
    return {**field, "constraints": constraints} if constraints else field


def _keys(table: Table, slug: str) -> dict[str, Any]:
    keys: dict[str, Any] = {}
    if all(table[name].required for name in table.unique):
        keys["primaryKey"] = list(table.unique)
    else:
        keys["uniqueKeys"] = [list(table.unique)]
    if links := [_link(table, column, slug) for column in table.columns if _points(table, column)]:
        keys["foreignKeys"] = links
    return keys


def _points(table: Table, column: Column) -> bool:
    """Whether every filled cell of the column names a row of another table (``both`` and ``media`` name none)."""
    return column.kind in (Kind.PARTY, Kind.TOPIC, Kind.CONTACT) and not column.words


def _link(table: Table, column: Column, slug: str) -> dict[str, Any]:
    resource, field = {
        Kind.PARTY: ("parties", "code"),
        Kind.TOPIC: ("topics", "topic"),
        Kind.CONTACT: (f"{slug}-contacts", "contact_id"),
    }[column.kind]
    reference: dict[str, Any] = {"fields": [field]}
    if resource != table.name:
        reference["resource"] = resource
    return {"fields": [column.name], "reference": reference}
