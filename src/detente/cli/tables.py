"""How rows are drawn for people: columns that fit the terminal, headings, bars."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from detente.cli.visible import visible

if TYPE_CHECKING:
    from rich.box import Box
    from rich.table import Table as Grid
    from rich.text import Text


@dataclass(frozen=True, slots=True)
class Canvas:
    """What is drawn on: so many columns wide, in colour or not."""

    width: int
    colour: bool


@dataclass(frozen=True, slots=True)
class Styled:
    """A text with a style (``bold``, ``dim``, ``yellow``); no meaning is told by style alone."""

    text: str
    style: str


Cell: TypeAlias = str | Styled


@dataclass(frozen=True, slots=True)
class Column:
    """A column; figures stand right. ``wrap``: its cells may be broken at spaces to make the table fit.

    ``share`` above 0: the column takes that share of the width, beside others that have one.
    """

    title: str
    right: bool = False
    wrap: bool = False
    share: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; ``spaced``: with an empty line between them."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that are never broken, so that an address can be copied."""

    lines: Sequence[Cell]


Part: TypeAlias = Cell | Table | Lines


def draw(canvas: Canvas, parts: Iterable[Part]) -> str:
    """The parts below each other, an empty line between them. Nothing in them is read as markup or obeyed by a terminal."""
    from rich.console import Console

    drawn = []
    for part in parts:
        page = io.StringIO()
        console = Console(
            file=page,
            width=canvas.width,
            force_terminal=canvas.colour,
            color_system="standard" if canvas.colour else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        console.print(_renderable(part), soft_wrap=isinstance(part, Lines))
        drawn.append("\n".join(line.rstrip() for line in page.getvalue().splitlines()))
    return "\n\n".join(drawn)


def _renderable(part: Part) -> "Grid | Text":
    if isinstance(part, Table):
        return _grid(part)
    return _joined(part.lines) if isinstance(part, Lines) else _text(part)


def _grid(table: Table) -> "Grid":
    from rich.table import Table as Grid

    grid = Grid(
        box=_ruled(),
        pad_edge=False,
        padding=(0, 1),
        show_edge=False,
        header_style="bold",
        collapse_padding=True,
        leading=int(table.spaced),
        expand=any(column.share for column in table.columns),
    )
    for column in table.columns:
        least = min(len(column.title), 12)
        grid.add_column(
            _text(column.title), no_wrap=not column.wrap, overflow="fold", min_width=least, ratio=column.share or None
        )
        grid.columns[-1].justify = "right" if column.right else "left"
    for row in table.rows:
        grid.add_row(*map(_text, row))
    return grid


def _ruled() -> "Box":
    """A rule below the headings, and nothing else: what is copied from a terminal stays clean."""
    from rich.box import Box

    return Box("    \n    \n ── \n    \n    \n    \n    \n    \n")


def _text(cell: Cell) -> "Text":
    from rich.text import Text

    if isinstance(cell, Styled):
        return Text(visible(cell.text), style=cell.style)
    return Text(visible(cell))


def _joined(cells: Sequence[Cell]) -> "Text":
    from rich.text import Text

    return Text("\n").join(map(_text, cells))


def fitting(canvas: Canvas, *tables: Table) -> Table:
    """The first of the tables that fits without breaking a cell; the last one if none does."""
    return next((table for table in tables if natural_width(table) <= canvas.width), tables[-1])


def natural_width(table: Table) -> int:
    """How many columns the table takes when no cell is broken."""
    from rich.cells import cell_len

    columns = zip(*([column.title for column in table.columns], *table.rows), strict=True)
    widest = [max(cell_len(cell if isinstance(cell, str) else cell.text) for cell in column) for column in columns]
    return sum(widest) + _BETWEEN * (len(widest) - 1)


def shortened(text: str, width: int) -> str:
    """The beginning of ``text`` in one line of ``width`` columns, with an ellipsis where there is more."""
    line = _text(" ".join(text.split()))
    line.truncate(width, overflow="ellipsis")
    return line.plain


_BETWEEN = 2
"""Spaces between two columns."""

_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(value: float, longest: float, width: int) -> str:
    """A bar as long as ``value`` is beside ``longest``, which is ``width`` columns; never empty above 0."""
    if value <= 0 or longest <= 0:
        return ""
    eighths = max(1, round(value / longest * width * 8))
    full, rest = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")
