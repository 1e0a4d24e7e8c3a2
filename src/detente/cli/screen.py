"""What is the terminal like: how wide and how high, in colour or not, with which characters?"""

import os
import shutil
import sys
from typing import TextIO

from detente.cli.tables import Canvas

PLAIN_WIDTH = 100
"""Columns of a table that goes to a file or a pipe, where no terminal says how wide it is."""


def canvas() -> Canvas:
    """What an answer on stdout is drawn on."""
    return Canvas(columns(), in_colour(sys.stdout))


def canvas_for_questions() -> Canvas:
    """What is drawn on for somebody who is asked about it, on stderr."""
    return Canvas(columns(), in_colour(sys.stderr))


def columns() -> int:
    """As wide as the terminal (or COLUMNS) says."""
    return max(shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns, 40)


def rows() -> int:
    """As high as the terminal (or LINES) says."""
    return shutil.get_terminal_size((PLAIN_WIDTH, 24)).lines


def in_colour(stream: TextIO) -> bool:
    """NO_COLOR says no and FORCE_COLOR yes, each when it is not empty; else a terminal has colours that is not dumb."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and not is_dumb())


def is_dumb() -> bool:
    """Whether the terminal can do no more than show lines one below the other."""
    return os.environ.get("TERM", "").lower() in ("", "dumb", "unknown") and sys.platform != "win32"


def draws_with_ascii() -> bool:
    """Whether stdout is a terminal that may not know the characters that tables and bars are drawn with.

    Its locale says so: the first of LC_ALL, LC_CTYPE and LANG that is set. A file and a pipe are UTF-8 whatever it says.
    """
    if not sys.stdout.isatty():
        return False
    if sys.platform == "win32":
        return "utf" not in (sys.stdout.encoding or "").lower()
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "UTF-8")
    return is_dumb() or "utf" not in locale.lower()


_ASCII = str.maketrans({
    "─": "-", "═": "=", "┄": ".", "│": "|", "┼": "+", "┬": "+", "┴": "+", "█": "#", "▓": "%", "▒": "=", "░": ":",
    "▏": ".", "▎": ".", "▍": ":", "▌": ":", "▋": "+", "▊": "+", "▉": "+", "●": "o", "○": "-", "×": "x", "·": "-",
    "–": "-", "…": "~", "→": ">", "’": "'", "½": "~", "−": "-", "━": "=", "▶": ">",
})  # fmt: skip
"""What stands for each character that is drawn with; one for one, so that columns stay where they are."""


def in_ascii(text: str) -> str:
    """``text`` with the characters that are drawn with replaced; those of names stay, for they are data."""
    return text.translate(_ASCII)
