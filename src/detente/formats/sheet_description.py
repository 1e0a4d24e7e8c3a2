"""What does a file of contacts say of itself: the Data Package description that lies beside it."""

from pathlib import Path
from typing import Any

from detente.domain import package
from detente.domain.tabular import Column, Kind
from detente.formats.datapackage import described, field_of
from detente.formats.list_cells import LISTS
from detente.formats.writing import whole_file

ENDING = ".datapackage.json"

_MEDIA = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
    "parquet": "application/vnd.apache.parquet",
}
_DIALECTS: dict[str, dict[str, Any]] = {
    "csv": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
    "tsv": {"delimiter": "\t", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
    "xlsx": {"header": True, "sheetName": "contacts"},
}
_NESTED = {"jsonl": "array", "parquet": "any"}
"""Formats in which lists are nested, and the type of Table Schema that says so: readers of Parquet give lists of their own."""


def describe(path: Path, format_name: str) -> Path:
    """Writes the description of the contacts in ``path`` beside it; gives where."""
    beside = path.with_name(path.name + ENDING)
    with whole_file(beside) as file:
        file.write(described([_resource(path, format_name)]))
    return beside


def _resource(path: Path, format_name: str) -> dict[str, Any]:
    resource: dict[str, Any] = {"name": "contacts", "type": "table", "title": "Contacts, one a row", "path": path.name}
    resource |= {"format": format_name, "mediatype": _MEDIA[format_name]}
    if format_name in _DIALECTS:
        resource |= {"encoding": "utf-8", "dialect": _DIALECTS[format_name]}
    nested = _NESTED.get(format_name)
    lists = [_list_field(column.name, column.table.title, nested) for column in LISTS]
    fields = [_contact_field(column, nested) for column in package.CONTACTS.columns]
    schema = {"fields": [*fields, *lists], "missingValues": [""], "primaryKey": ["contact_id"]}
    return resource | {"schema": {"$schema": "https://datapackage.org/profiles/2.0/tableschema.json", **schema}}


def _contact_field(column: Column, nested: str | None) -> dict[str, Any]:
    told = field_of(column)
    if column.kind is Kind.PARTIES:
        return (
            {**told, "description": "codes of parties; those of the folder first"} if nested is None else _plain(told, nested)
        )
    if column.kind is Kind.COUNT and nested == "any":  # a column with gaps is read as one of fractions
        return _plain(told, "number")
    return told


def _plain(told: dict[str, Any], kind: str) -> dict[str, Any]:
    return {name: said for name, said in told.items() if name != "constraints"} | {"type": kind}


def _list_field(name: str, title: str, nested: str | None) -> dict[str, Any]:
    grammar = "entries SIDE=VALUE | field=text, separated by ;; see docs/spreadsheets.md of Détente"
    return {"name": name, "type": nested or "string", "description": title if nested else f"{title}: {grammar}"}
