"""A record in which every free text, name and address is hostile: the base package with something else in its cells."""

import csv
import io
from collections.abc import Callable

from detente.domain.package import TABLES
from detente.domain.tabular import Kind
from tests.fuzz.base_package import BASE

EVERYTHING = (
    "=1+1 \x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;https://x\x1b\\link \x9b2J \x90q\x9c \x85 \x7f \x08\x08 \x00 \u202egnp.exe \u2066x\u2069 "
    '\u2028 \u2029 \ufeff [bold]x[/bold] [link=https://x]y[/link] :smile: <script>alert(1)</script> "quoted", ;\'\ttab\rreturn\nline שלום 🕊'
)
"""What terminals obey, spreadsheets calculate, browsers run and markup means, in one text."""


def hostile_package(text: Callable[[], str]) -> dict[str, bytes]:
    """The base package with ``text()`` in every cell that takes any text, and at the end of every address."""
    tables = {table.file: table for table in TABLES}
    addresses: dict[str, str] = {}
    files = {}
    for name, content in BASE.items():
        table = tables.get(name.rpartition("/")[2])
        if table is None:
            files[name] = text().encode("utf-8", "replace")
            continue
        header, *rows = list(csv.reader(io.StringIO(content)))
        for row in rows:
            for place, column in enumerate(map(table.__getitem__, header)):
                if column.kind is Kind.TEXT:
                    row[place] = text() or ("x" if column.required else "")
                elif column.kind is Kind.URL and row[place]:
                    tail = "".join(character for character in text() if not character.isspace())
                    row[place] = addresses.setdefault(row[place], row[place] + tail)
        lines = io.StringIO()
        csv.writer(lines, quoting=csv.QUOTE_ALL).writerows([header, *rows])
        files[name] = lines.getvalue().encode("utf-8", "replace")
    return files
