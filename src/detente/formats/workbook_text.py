"""How does a text stand in a cell of a workbook, whose XML has no place for some signs?"""

import re

MOST_OF_CELL = 32_767
"""Characters that Excel keeps of a cell."""

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_SPELT = re.compile("_x([0-9A-Fa-f]{4})_")


def spelt(text: str) -> str:
    """``text`` with what XML cannot hold, or would change, spelt ``_x000D_`` as Excel does it."""
    return _UNFIT.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def unspelt(text: str) -> str:
    """The text that ``spelt`` was given."""
    return _SPELT.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
