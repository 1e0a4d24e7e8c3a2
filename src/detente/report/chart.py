"""What a chart on the page consists of: one or more views, each a figure, a sentence and the same rows as a table."""

from dataclasses import dataclass
from typing import Any, TypeAlias

MOST_ROWS = 2_000
"""Longer tables are aggregated by year."""

MOST_MARKS = 600
"""With more contacts than this the timeline puts those of one lane, status and period together."""

MOST_SINGLE = 300
"""With more contacts than this the page keeps to its size: marks without summaries, cards of the latest contacts only."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What the drawing library is to draw, as plain data: traces, and the layout around them."""

    data: list[dict[str, Any]]
    layout: dict[str, Any]

    def to_plotly_json(self) -> dict[str, Any]:
        """Both together, as the page's script takes them; parts are shared with the figure and are not to be changed."""
        return {"data": self.data, "layout": self.layout}

    def to_plotly(self) -> Any:
        """A ``plotly.graph_objects.Figure``, as a notebook shows it; raises ValueError for what the library does not know."""
        import plotly.graph_objects as go

        return go.Figure(self.to_plotly_json())


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: a link, or set off as a ``tag``, or shaded; with the text alone it is plain.

    The link leads to the contact ``target`` on the page, to the web address ``url``, or to ``file``, the name of a page beside
    this one. ``tag`` is a word that the style sheet gives a shape and colour, for example a verdict. ``shade`` runs from 0
    (none) to 4 (most); ``unseen`` hatches the cell of a time in which nothing was looked at.
    """

    text: str
    target: str = ""
    url: str = ""
    tag: str = ""
    file: str = ""
    shade: int | None = None
    unseen: bool = False


Row: TypeAlias = tuple[Cell | str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows behind a figure; ``note`` says what was left out or put together, empty when nothing was."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """One state of a chart: ``sentence`` is its text alternative, ``height`` in CSS pixels.

    ``figure`` None: its tables are the picture.
    """

    key: str
    label: str
    sentence: str
    figure: Figure | None
    tables: tuple[Table, ...]
    height: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, how to read it, and the views that its switch offers, the first at the start.

    ``wide``: scrolls on a phone, and ``newest``: opens there at its right end.
    ``spread``: its tables lie open from the start. ``below``: a chart in the same panel.
    """

    key: str
    title: str
    about: str
    switch: str
    views: tuple[View, ...]
    wide: bool = False
    newest: bool = False
    spread: bool = False
    below: "Chart | None" = None
