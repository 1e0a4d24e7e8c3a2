"""What does a file of contacts say of itself: the Data Package description that lies beside it."""

from pathlib import Path
from typing import Any

from detente.domain import package
from detente.domain.package import Kind
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
_NESTED = ("jsonl", "parquet")


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
    lists = [_list_field(column.name, column.table.title, nested=format_name in _NESTED) for column in LISTS]
    fields = [_contact_field(column, nested=format_name in _NESTED) for column in package.CONTACTS.columns]
    schema = {"fields": [*fields, *lists], "missingValues": [""], "primaryKey": ["contact_id"]}
    return resource | {"schema": {"$schema": "https://datapackage.org/profiles/2.0/tableschema.json", **schema}}


def _contact_field(column: package.Column, *, nested: bool) -> dict[str, Any]:
    told = field_of(column)
    if column.kind is Kind.PARTIES:
        if nested:
            return {**told, "type": "array"}
        return {**told, "description": "codes of parties; those of the folder first"}
    return told


def _list_field(name: str, title: str, *, nested: bool) -> dict[str, Any]:
    grammar = "entries SIDE=VALUE | field=text, separated by ;; see docs/spreadsheets.md of Détente"
    return {"name": name, "type": "array" if nested else "string", "description": title if nested else f"{title}: {grammar}"}
