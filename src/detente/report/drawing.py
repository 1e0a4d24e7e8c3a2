"""How do all figures look alike: colours as names that the page resolves, patterns, axes, and text made harmless.

Colours are written ``var(--name)``: the page's script replaces them by what the style sheet says for light, dark or paper.
"""

import html
from datetime import date
from typing import Any

from detente.domain.days import DAYS_PER_MONTH, Day, clamp, iso, months
from detente.domain.verdicts import Verdict
from detente.domain.vocabulary import Channel, Completeness, Status

INK, MUTED, GRID, RULE, PAPER = "var(--ink)", "var(--muted)", "var(--grid)", "var(--rule)", "var(--card)"
HELD, NOT_HELD, OPEN, GAP = "var(--held)", "var(--not-held)", "var(--open)", "var(--gap)"
FIRST_SIDE, SECOND_SIDE = "var(--topic-1)", "var(--topic-2)"
"""The two sides of a pair, in its order."""
CLEAR = "rgba(0,0,0,0)"

CHANNEL_COLOURS = {channel: f"var(--{channel})" for channel in Channel}
CHANNEL_PATTERNS = {
    Channel.PHONE: "",
    Channel.VIDEO: "\\",
    Channel.HOTLINE: "x",
    Channel.IN_PERSON: "/",
    Channel.LETTER: ".",
    Channel.OTHER: "-",
}
TOPIC_COLOURS = tuple(f"var(--topic-{number})" for number in range(1, 9))
TOPIC_PATTERNS = ("", "/", ".", "-", "\\", "x", "|", "+")

NOT_JUDGED = "not judged"
"""Stands for the verdict of a statement, which is shown only."""

STATUS_SYMBOLS = {
    Status.HELD: "circle",
    Status.PLANNED: "circle-open",
    Status.REQUESTED: "triangle-up-open",
    Status.DECLINED: "triangle-down-open",
    Status.UNANSWERED: "diamond-open",
    Status.CANCELLED: "x-open",
    Status.POSTPONED: "triangle-right-open",
    Status.DISPUTED: "hexagram-open",
}

VERDICT_SYMBOLS: dict[str, str] = {
    Verdict.EXACT: "circle",
    Verdict.ROUNDED: "diamond",
    Verdict.UNVERIFIABLE: "square",
    Verdict.CONTRADICTED: "x",
    NOT_JUDGED: "star",
}
_VERDICT_FILLS: dict[str, str] = {Verdict.EXACT: HELD, Verdict.ROUNDED: HELD, Verdict.CONTRADICTED: OPEN}

OBSERVED_WORD, UNOBSERVED_WORD, UNKNOWN_WORD = "looked at", "hardly looked at", "not known if looked at"
SEEN = {
    Completeness.COMPLETE: OBSERVED_WORD,
    Completeness.FAIR: OBSERVED_WORD,
    Completeness.POOR: UNOBSERVED_WORD,
    Completeness.UNKNOWN: UNKNOWN_WORD,
    None: UNKNOWN_WORD,
}
SEEN_PATTERNS = {OBSERVED_WORD: "", UNOBSERVED_WORD: "/", UNKNOWN_WORD: "."}

DAY_IN_MS = 86_400_000
FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif'


LEGEND: dict[str, Any] = {
    "orientation": "h",
    "x": 0,
    "xanchor": "left",
    "y": 1,
    "yanchor": "bottom",
    "itemclick": False,
    "itemdoubleclick": False,
    "traceorder": "normal",
    "font": {"size": 12},
}


def layout(height: int, **more: object) -> dict[str, Any]:
    """The layout that all figures share."""
    shared: dict[str, Any] = {
        "template": {},  # or plotly would put in its own
        "height": height,
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": 12, "color": INK},
        "dragmode": False,
        "hovermode": "closest",
        "legend": LEGEND,
        "uniformtext": {"minsize": 11, "mode": "hide"},
    }
    return shared | more


def verdict_marker(verdict: str, size: int) -> dict[str, Any]:
    """A mark whose shape tells the verdict; hollow where the record cannot tell."""
    fill = _VERDICT_FILLS.get(verdict)
    line = {"color": INK if fill is None else PAPER, "width": 1.5}
    return {"symbol": VERDICT_SYMBOLS[verdict], "size": size, "color": fill or PAPER, "line": line}


def axis(**more: object) -> dict[str, Any]:
    """An axis with quiet lines and no zooming."""
    quiet: dict[str, Any] = {
        "fixedrange": True,
        "gridcolor": GRID,
        "linecolor": MUTED,
        "tickcolor": MUTED,
        "tickfont": {"size": 12, "color": MUTED},
        "zeroline": False,
        "ticklabelstandoff": 4,
        "automargin": True,
    }
    return quiet | more


_LEAST_MONTHS = 2
"""An axis of lengths up to so many months is ticked in days."""


def length_ticks(days: float, what: str = "") -> dict[str, Any]:
    """Ticks, a dozen at the most, and the title of an axis of ``days``: at whole months, at days where it is short."""
    unit, one = ("months", DAYS_PER_MONTH) if months(days) > _LEAST_MONTHS else ("days", 1.0)
    step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 600, 6000, 200_000) if days / one / step <= 12)
    ticks = [step * place for place in range(int(days / one / step) + 2)]
    return {
        "tickmode": "array",
        "tickvals": [tick * one for tick in ticks],
        "ticktext": [str(tick) for tick in ticks],
        "title": title(unit + what),
    }


def title(text: str) -> dict[str, Any]:
    """The name of an axis."""
    return {"text": text, "standoff": 8, "font": {"size": 12, "color": MUTED}}


def pattern(shape: str) -> dict[str, Any]:
    """A pattern cut out of the fill, so that no meaning hangs on colour alone."""
    return {"shape": shape, "fillmode": "overlay", "fgcolor": PAPER, "size": 7, "solidity": 0.25}


def hatching(shape: str, colour: str) -> dict[str, Any]:
    """A pattern in place of the fill; no shape: the fill itself."""
    return {"shape": shape, "fillmode": "replace", "fgcolor": colour, "bgcolor": CLEAR, "size": 6, "solidity": 0.35}


def moment(day: Day) -> str:
    """``day`` as the time axis takes it; a margin may reach beyond the calendar, the axis does not."""
    return iso(clamp(day))


def span(start: Day, stop: Day) -> int:
    """The length of a bar on the time axis, in milliseconds."""
    return (stop - start) * DAY_IN_MS


def year_of(day: Day) -> int:
    """The calendar year of ``day``."""
    return date.fromordinal(day).year


def plain(text: str) -> str:
    """Text from the record for a figure, which would otherwise read ``<b>`` and ``&amp;`` as markup."""
    return html.escape(" ".join(text.split()), quote=False)


def hover(*lines: str) -> str:
    """What the card of a mark says, a line each; the page sets it as text, never as markup."""
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())
