"""How is a series drawn in lines of text: contacts and silences on an axis of time, counts as bars."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from detente.cli.tables import Cell, Styled

if TYPE_CHECKING:
    from detente.domain.days import Day


@dataclass(frozen=True, slots=True)
class Silent:
    """A silence as it is drawn: from the last day of a contact to the next one, or (``open``) to the as-of day."""

    start: "Day"
    end: "Day"
    open: bool = False
    observed: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the drawing: its name and its silences, in order."""

    name: str
    silences: Sequence[Silent]


LEGEND = "● contact  ─ silence, observed  ┄ silence, not or only partly observed  ▶ open"


def timeline(rows: Sequence[Row], width: int) -> list[Cell]:
    """One line a row on a common axis of years, as wide as ``width`` allows; the axis comes first.

    Contacts that fall into one column are one mark. Without silences: nothing.
    """
    every = [silence for row in rows for silence in row.silences]
    if not every:
        return []
    names = max(len(row.name) for row in rows)
    axis = _Axis(min(s.start for s in every), max(s.end for s in every), max(width - names - 2, 20))
    lines: list[Cell] = [Styled(f"{'':<{names}}  {axis.labels()}", "dim")]
    lines += (f"{row.name:<{names}}  {axis.drawn(row.silences)}" for row in rows)
    return [*lines, Styled(LEGEND, "dim")]


@dataclass(frozen=True, slots=True)
class _Axis:
    """From the first day to the last, in so many columns."""

    first: "Day"
    last: "Day"
    width: int

    def column(self, day: "Day") -> int:
        return round((day - self.first) / max(self.last - self.first, 1) * (self.width - 1))

    def drawn(self, silences: Sequence[Silent]) -> str:
        """Silences first, the contacts at their ends over them, so that a short silence hides no contact."""
        cells = [" "] * self.width
        for silence in silences:
            for place in range(self.column(silence.start), self.column(silence.end) + 1):
                cells[place] = "─" if silence.observed else "┄"
        for silence in silences:
            cells[self.column(silence.end)] = "▶" if silence.open else "●"
        for silence in silences:
            cells[self.column(silence.start)] = "●"
        return "".join(cells).rstrip()

    def labels(self) -> str:
        """The years, each where it begins, as many as have room."""
        cells = [" "] * self.width
        free = 0
        years = range(date.fromordinal(self.first).year, date.fromordinal(self.last).year + 1)
        for year in years:
            place = self.column(max(date(year, 1, 1).toordinal(), self.first))
            if place >= free and place + 4 <= self.width:
                cells[place : place + 4] = str(year)
                free = place + 6
        return "".join(cells).rstrip()


FILLS = "█▒░▓"
"""Told apart without colour; the fifth kind and those after it begin anew."""


def stacked(counts: Mapping[str, Mapping[str, int]], kinds: Sequence[str], width: int) -> list[Cell]:
    """A bar for each period, of the counts of each kind one after the other; ``width`` holds the longest with its figures.

    Every count above 0 has at least one column. The kinds are explained last.
    """
    fills = {kind: FILLS[place % len(FILLS)] for place, kind in enumerate(kinds)}
    names = max((len(period) for period in counts), default=0)
    most = max((sum(of.values()) for of in counts.values()), default=0)
    room = max(width - names - 2 - len(f" {most:,}"), 10)
    scale = min((room - len(kinds)) / most, _WIDEST) if most else 0  # rounding up takes a column of each kind at most
    lines: list[Cell] = []
    for period, of in counts.items():
        bars = "".join(fills[kind] * max(1, int(of[kind] * scale)) for kind in kinds if of.get(kind))
        total = sum(of.values())
        lines.append(f"{period:<{names}}  {bars[:room]} {total:,}" if total else f"{period:<{names}}  –")
    return [*lines, Styled("  ".join(f"{fills[kind]} {kind}" for kind in kinds), "dim")]


_WIDEST = 6
"""Columns that one contact takes at most: few contacts need no bars across the whole screen."""
