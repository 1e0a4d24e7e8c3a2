"""May a cell of a record package hold what it holds, as far as the cell alone can tell?"""

import re
import unicodedata
from collections.abc import Callable

from detente.domain.days import parse_day
from detente.domain.tabular import Column, Kind

_NUMBER = re.compile(r"\d{1,6}(\.\d{1,4})?", re.ASCII)
_COUNT = re.compile(r"[1-9]\d{0,8}", re.ASCII)
_URL = re.compile(r"https?://\S+")


def is_wrong(column: Column) -> Callable[[str], bool] | None:
    """The test of a cell that is not empty; None where the cell alone cannot be wrong."""
    wrong = _wrong_in_kind(column)
    if not column.most:
        return wrong
    return lambda cell: longer_than(column.most, cell) or (wrong is not None and wrong(cell))


def wanted(column: Column) -> str:
    """What may stand in the column, in words."""
    wanted_ = _wanted_in_kind(column)
    return f"{wanted_}, of at most {column.most} characters" if column.most else wanted_


def _wanted_in_kind(column: Column) -> str:
    if column.kind is Kind.WORD:
        return "one of " + ", ".join(column.words)
    if column.kind is Kind.CODE:
        return column.description
    wanted_ = "text" if column.kind is Kind.TEXT else column.kind.value
    return f"{wanted_}, or {', '.join(column.words)}" if column.words else wanted_


def longer_than(most: int, name: str) -> bool:
    """Whether a name has more than ``most`` characters, accents counted by themselves: so it is looked up."""
    return len(name) > most or (not name.isascii() and len(unicodedata.normalize("NFKD", name.casefold())) > most)


def as_cell(value: object) -> str:
    """A value of the record as a cell of a package has it; what is not stated, or false, is an empty cell."""
    if value is None or value is False:
        return ""
    if value is True:
        return "true"
    return f"{value:g}" if isinstance(value, float) else str(value)


def as_kept(figure: float) -> float:
    """``figure`` with the six figures that a package holds of it, so that it is the same after an export and an import."""
    return float(f"{figure:g}")


def _wrong_in_kind(column: Column) -> Callable[[str], bool] | None:
    match column.kind:
        case Kind.WORD:
            return lambda cell: cell not in column.words
        case Kind.DAY:
            return _not_a_day
        case Kind.COUNT:
            return lambda cell: _COUNT.fullmatch(cell) is None
        case Kind.NUMBER:
            return _not_a_number
        case Kind.URL:
            return lambda cell: _URL.fullmatch(cell) is None
        case Kind.FLAG:
            return lambda cell: cell not in ("true", "false")
        case Kind.CODE:
            pattern = re.compile(column.pattern, re.ASCII)
            return lambda cell: pattern.fullmatch(cell) is None
        case _:
            return None


def _not_a_day(cell: str) -> bool:
    try:
        parse_day(cell)
    except ValueError:
        return True
    return False


def _not_a_number(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is None or as_kept(float(cell)) != float(cell)
