"""How a text that a spreadsheet would take for a formula is written, and read back exactly."""

import re

ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With what a formula begins, or what some programs skip before one; East Asian ones take the wide signs too."""

_BEFORE_ACTIVE = (*ACTIVE, "'")

MARKED = re.compile(b"'(?:" + b"|".join(re.escape(sign.encode()) for sign in ACTIVE) + b")")
"""Found in the bytes of every CSV file with a cell that ``harmless`` has marked, and seldom in others."""


def harmless(cell: str) -> str:
    """``cell`` with an apostrophe before what a spreadsheet would calculate; ``exact`` takes it away again."""
    return f"'{cell}" if cell.startswith(_BEFORE_ACTIVE) and cell.lstrip("'").startswith(ACTIVE) else cell


def exact(cell: str) -> str:
    """The text that ``harmless`` was given."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(ACTIVE) else cell
