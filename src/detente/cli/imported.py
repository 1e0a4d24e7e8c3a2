"""What did an import do, or would it do: rows per table, and in a dry run each record and value."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.cli.output import Answer
    from detente.cli.tables import Canvas
    from detente.formats.package import ImportReport

Item = dict[str, object]


def answer(report: "ImportReport", *, dry_run: bool) -> "Answer":
    """The answer of ``detente import``; that of a dry run has ``records`` in its summary."""
    from detente.cli.output import Answer

    summary: Item = {
        "added": sum(report.added.values()),
        "unchanged": sum(report.unchanged.values()),
        "changed": sum(report.changed.values()),
        "warnings": len(report.warnings),
        "dry_run": dry_run,
    }
    if dry_run:
        summary["records"] = list(_records(report))
    columns = ("table", "added", "changed", "unchanged")
    return Answer("import", None, None, _items(report), columns, lambda canvas: picture(canvas, report), summary)


def _items(report: "ImportReport") -> list[Item]:
    """Rows added and rows that were there, per table in the order of the package."""
    from detente.domain.package import TABLES

    named = [table.name for table in TABLES if table.name in report.added or table.name in report.unchanged]
    return [
        {
            "table": name,
            "added": report.added.get(name, 0),
            "changed": report.changed.get(name, 0),
            "unchanged": report.unchanged.get(name, 0),
        }
        for name in named
    ]


def _records(report: "ImportReport") -> "Iterator[Item]":
    """Each record that an import would add, change or leave as it is; of a change each value before and after."""
    yield from (_record(name, "new") for name in report.new)
    changed: dict[str, list[Item]] = {}
    for one in report.differences:
        value: Item = {"field": one.finding.column, "before": one.before or None, "after": one.after or None}
        changed.setdefault(one.record, []).append(value)
    yield from (_record(name, "changed", fields) for name, fields in changed.items())
    yield from (_record(name, "same") for name in report.same)


def _record(name: str, outcome: str, fields: "Sequence[Item]" = ()) -> Item:
    return {"record": name, "outcome": outcome, "fields": list(fields)}


def picture(canvas: "Canvas", report: "ImportReport") -> str:
    """What would change, in a dry run, and rows per table."""
    from detente.cli.tables import Column, Table, draw

    if not _items(report):
        return "Nothing is in it to be imported."
    rows = [
        [str(item["table"]), f"{item['added']:,}", f"{item['changed']:,}", f"{item['unchanged']:,}"] for item in _items(report)
    ]
    columns = [Column("table"), Column("added", right=True), Column("changed", right=True), Column("there already", right=True)]
    tables = [Table(columns, rows)]
    if told := _told(report):
        heads = [
            Column(""),
            Column("record", wrap=True),
            Column("field"),
            Column("before", wrap=True),
            Column("after", wrap=True),
        ]
        shown = len(heads) if report.differences else 2
        tables.insert(0, Table(heads[:shown], [row[:shown] for row in told]))
    return draw(canvas, tables)


def _told(report: "ImportReport") -> list[list[str]]:
    rows = [["new", name, "", "", ""] for name in report.new]
    for one in report.differences:
        rows.append(["changed", one.record, one.finding.column, one.before, one.after])
    if report.same:
        rows.append(["same", f"{len(report.same):,} contact{'' if len(report.same) == 1 else 's'}", "", "", ""])
    return rows
