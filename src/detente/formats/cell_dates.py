"""Which day does a cell mean: ISO and EDTF are taken as they are, an order of day and month is never guessed."""

import re
from datetime import datetime

_IN_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})", re.ASCII)
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?", re.ASCII)

ORDERS = ("day-first", "month-first")


class CellDateError(Exception):
    """A date whose day and month cannot be told apart, or that does not fit what was said of its order."""


def read_date(text: str, dates: str | None) -> str:
    """The date in a cell as EDTF; ``dates`` is ``day-first``, ``month-first``, a pattern of ``strptime``, or None.

    Raises CellDateError. What has another form altogether is given back as it is, to be judged as EDTF.
    """
    plain = text.strip()
    if match := _WITH_TIME.fullmatch(plain):
        return match[1]
    if dates is not None and "%" in dates:
        return _by_pattern(plain, dates)
    if (match := _IN_FIGURES.fullmatch(plain)) is None:
        return plain
    if dates is None:
        raise CellDateError("may be read in two ways; add --dates day-first or --dates month-first, or write 2024-04-03")
    if len(match[3]) == 2:
        raise CellDateError("has a year of two figures; write all four")
    day, month = (match[1], match[2]) if dates == "day-first" else (match[2], match[1])
    try:
        return datetime(int(match[3]), int(month), int(day)).date().isoformat()
    except ValueError:
        raise CellDateError(f"names no day when it is read {dates}") from None


def _by_pattern(text: str, pattern: str) -> str:
    try:
        return datetime.strptime(text, pattern).date().isoformat()
    except ValueError:
        return text  # it may be EDTF, such as a month alone


def is_pattern(dates: str) -> bool:
    """Whether ``dates`` is one of ``ORDERS`` or a pattern with a year, a month and a day."""
    return dates in ORDERS or all(any(f"%{letter}" in dates for letter in some) for some in ("Yy", "mbB", "d"))
