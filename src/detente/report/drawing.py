"""How do all figures look alike: colours as names that the page resolves, patterns, axes, and text made harmless.

Colours are written ``var(--name)``: the page's script replaces them by what the style sheet says for light, dark or paper.
"""

import html
import json
from datetime import date
from textwrap import wrap
from typing import Any

from detente.domain.days import Day, iso
from detente.domain.vocabulary import Channel, Completeness, Status
from detente.report.chart import Figure

INK, MUTED, GRID, PAPER = "var(--ink)", "var(--muted)", "var(--grid)", "var(--card)"
HELD, NOT_HELD, OPEN, GAP = "var(--held)", "var(--not-held)", "var(--open)", "var(--gap)"
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


def layout(height: int, **more: object) -> dict[str, Any]:
    """The layout that all figures share."""
    shared: dict[str, Any] = {
        "template": "none",
        "height": height,
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": 12, "color": INK},
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": MUTED,
            "align": "left",
            "font": {"family": FONT, "size": 12, "color": INK},
        },
        "dragmode": False,
        "hovermode": "closest",
        "legend": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
            "traceorder": "normal",
            "font": {"size": 12},
        },
        "uniformtext": {"minsize": 11, "mode": "hide"},
    }
    return shared | more


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
    """``day`` as the time axis takes it."""
    return iso(day)


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
    """The text of a hover box: each line folded at 64 characters and made harmless."""
    return "<br>".join(plain(piece) for line in lines for piece in (wrap(line, 64) or [""]))


def packed(figure: Figure) -> str:
    """A figure as JSON that can stand inside a script element."""
    return as_script_text(figure.to_plotly_json())


def as_script_text(value: object) -> str:
    """JSON with nothing in it that could end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character in ("<", ">", "&", "\u2028", "\u2029"):
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
