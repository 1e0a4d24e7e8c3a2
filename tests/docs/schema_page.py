"""docs/schema.md and its picture: the tables as the models have them."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from sqlalchemy import Column, Enum, Table

from detente.store.schema import REVISIONS, metadata
from tests.docs.column_meanings import OF_TABLES, meaning
from tests.docs.pages import ROOT

PAGE = ROOT / "docs" / "schema.md"
PICTURE = ROOT / "docs" / "images" / "schema.svg"

HEAD = f"""# Schema

The tables of a store, as of schema {REVISIONS[-1]}; the same on SQLite and PostgreSQL. They are Détente's own and change with its versions: other programs read the [views](sql.md), which do not. This page is made from the models
that the program works with; how they change is told in [the rooms from inside](rooms.md#how-nothing-is-lost).

![The tables and what refers to what: everything told of a contact refers to it, and it to parties and a folder](images/schema.svg)

Days (`first_day` and the four bounds) are whole numbers, 1 for 1 January of the year 1; [dates](dates.md) says what the bounds are. A word of a vocabulary is a text with a CHECK that allows those of the
[codebook](codebook.md). *PK* marks the primary key. What every record has is left out of the picture: `first_revision` and `revision`, which refer to `revision`.
"""


def schema_page() -> str:
    """The whole page."""
    parts = [HEAD]
    for table in metadata.tables.values():
        parts += [f"## {table.name}\n\n{OF_TABLES[table.name]}\n", "| column | type | means |\n|---|---|---|"]
        parts += [_row(table, column) for column in table.columns]
        parts.append("")
    return "\n".join(parts)


def _row(table: Table, column: Column[object]) -> str:
    key = " *PK*" if column.primary_key else ""
    null = ", may be NULL" if column.nullable else ""
    refers = sorted({str(one.column) for one in column.foreign_keys if one.column.table.name != "revision"})
    told = f"; refers to {', '.join(f'`{one}`' for one in refers)}" if refers else ""
    return f"| `{column.name}`{key} | {_type(column)}{null} | {meaning(table.name, column.name)}{told} |"


def _type(column: Column[object]) -> str:
    if isinstance(column.type, Enum):
        return "word"
    return {
        "VARCHAR": "text",
        "TEXT": "text",
        "INTEGER": "whole number",
        "BOOLEAN": "true or false",
        "FLOAT": "number",
        "DOUBLE": "number",
    }[str(column.type).partition("(")[0]]


_PLACES = (
    ("party_name", "party", "officeholder", "topic"),
    ("folder", "contact_party", "contact_pair", "participant"),
    ("coverage", "contact", "judgement", "statement"),
    ("claim", "differing_value", "source", "setting"),
    ("dialogue", "revision", "superseded"),
)
"""Tables from left to right, row by row; a table that is not here comes last."""

_WIDE, _LINE, _GAP, _HEAD = 214, 15, 46, 24


def picture() -> str:
    """The picture of the tables: boxes with their columns, and a line for what refers to what."""
    boxes = _boxes()
    width = max(x for x, _, _ in boxes.values()) + _WIDE + _GAP
    height = max(y + tall for _, y, tall in boxes.values()) + _GAP
    lines = [line for name in boxes for line in _lines(name, boxes)]
    drawn = [part for name, box in boxes.items() for part in _box(name, box)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" font-size="11">',
            "<title>The tables of a store and what refers to what</title>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            '<defs><marker id="to" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
            '<path d="M0 0 8 4 0 8z" fill="#555555"/></marker></defs>',
            *lines,
            *drawn,
            "</svg>",
            "",
        ]
    )


def _columns(name: str) -> list[Column[object]]:
    return [column for column in metadata.tables[name].columns if column.name not in ("first_revision", "revision", "imported")]


def _boxes() -> dict[str, tuple[int, int, int]]:
    """Left, top and height of each box."""
    placed = {name for row in _PLACES for name in row}
    rows = [*_PLACES, tuple(name for name in metadata.tables if name not in placed)]
    found: dict[str, tuple[int, int, int]] = {}
    top = _GAP
    for row in rows:
        tall = {name: _HEAD + _LINE * len(_columns(name)) + 8 for name in row}
        for place, name in enumerate(row):
            found[name] = (_GAP + place * (_WIDE + _GAP), top, tall[name])
        top += max(tall.values(), default=-_GAP) + _GAP
    return found


def _box(name: str, box: tuple[int, int, int]) -> Iterator[str]:
    x, y, tall = box
    yield f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{tall}" rx="4" fill="#f7f7f5" stroke="#555555"/>'
    yield f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{_HEAD - 4}" rx="4" fill="#1f4e79"/>'
    yield f'<text x="{x + 8}" y="{y + 14}" fill="#ffffff" font-weight="bold">{escape(name)}</text>'
    for number, column in enumerate(_columns(name)):
        weight = ' font-weight="bold"' if column.primary_key else ""
        refers = sorted({one.column.table.name for one in column.foreign_keys} - {"revision"})
        told = f' <tspan fill="#1f4e79">→ {escape(", ".join(refers))}</tspan>' if refers else ""
        yield f'<text x="{x + 8}" y="{y + _HEAD + 11 + number * _LINE}" fill="#222222"{weight}>{escape(column.name)}{told}</text>'


def _lines(name: str, boxes: dict[str, tuple[int, int, int]]) -> Iterator[str]:
    """One line to each table referred to: down or up in the lane at the left of the box, and across above the other one."""
    targets = sorted({key.column.table.name for column in _columns(name) for key in column.foreign_keys} - {name, "revision"})
    for number, target in enumerate(targets):
        (x, y, tall), (to_x, to_y, _) = boxes[name], boxes[target]
        start, lane = x + 20 + number * 12, 8 + 6 * (list(boxes).index(name) % 6)
        if y > to_y:  # below the other: leave at the top, arrive at its bottom where nothing stands between
            path = f"M{start} {y}V{y - lane}H{to_x - lane}V{to_y + 12 + lane // 2}H{to_x}"
        elif y < to_y:
            path = f"M{start} {y + tall}V{y + tall + lane}H{to_x - lane}V{to_y + 12 + lane // 2}H{to_x}"
        else:
            path = f"M{start} {y}V{y - lane}H{to_x + _WIDE // 2 + number * 8}V{to_y}"
        yield f'<path d="{path}" fill="none" stroke="#8a8a8a" marker-end="url(#to)"/>'
