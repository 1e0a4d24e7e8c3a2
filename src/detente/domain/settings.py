"""What may be settled once instead of being asked each time, and what does a file of such settings say?"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from detente.domain.days import Day, parse_day
from detente.errors import UsageError

Value: TypeAlias = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A setting there is: ``name`` in a file, ``table.key`` for one in a table; ``variable`` is that of the environment.

    ``read`` makes a value of what a file or the variable holds, and raises ValueError with what is expected instead.
    ``default`` None: what holds then is found out where it is needed.
    """

    name: str
    variable: str
    read: Callable[[object], Value]
    default: Value | None
    meaning: str


AS_OF_TODAY, AS_OF_LAST_MONTH = "today", "end-of-last-month"


def _text(example: str) -> Callable[[object], Value]:
    def text(value: object) -> Value:
        if not isinstance(value, str) or not value.strip() or "\0" in value:
            raise ValueError(f'a text in quotes, such as "{example}"')
        return value.strip()

    return text


def _names(value: object) -> Value:
    if isinstance(value, str):  # of the environment: FRA RUS, or names with commas between them
        value = value.split(",") if "," in value else value.split()
    names = tuple(name.strip() for name in value if isinstance(name, str)) if isinstance(value, list) else ()
    if not isinstance(value, list) or len(names) != len(value) or len(names) > 2 or not all(names):
        raise ValueError('a list of two parties at most, such as ["FRA", "RUS"]')
    return names


def _as_of(value: object) -> Value:
    expected = f'"{AS_OF_TODAY}", "{AS_OF_LAST_MONTH}" or a day in quotes, such as "2025-12-31"'
    if not isinstance(value, str):
        raise ValueError(expected)
    if (said := value.strip().lower()) in (AS_OF_TODAY, AS_OF_LAST_MONTH):
        return said
    try:
        parse_day(value.strip())
    except ValueError:
        raise ValueError(expected) from None
    return value.strip()


def as_of_day(policy: str, today: Day) -> Day:
    """The day that an as-of policy means on the day ``today``: that day, the last one of the month before, or the one named."""
    if policy == AS_OF_TODAY:
        return today
    if policy == AS_OF_LAST_MONTH:
        return date.fromordinal(today).replace(day=1).toordinal() - 1
    return parse_day(policy)


def _whole(most: int) -> Callable[[object], Value]:
    def whole(value: object) -> Value:
        if isinstance(value, str) and re.fullmatch(r"\d{1,4}", value.strip(), re.ASCII):  # of the environment
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
            raise ValueError(f"a whole number from 0 to {most}")
        return value

    return whole


KNOWN: Mapping[str, Known] = {
    known.name: known
    for known in (
        Known("store", "DETENTE_DB", _text("record.db"), None, "The store: a file, or the URL of a database."),
        Known("author", "DETENTE_AUTHOR", _text("Anna Example"), None, "Who is named in the history of what you write."),
        Known("parties", "DETENTE_PARTIES", _names, (), "Whom a question is about that names no party."),
        Known("as_of", "DETENTE_AS_OF", _as_of, AS_OF_TODAY, "The day as of which questions are answered."),
        Known(
            "approximate.days", "DETENTE_APPROXIMATE_DAYS", _whole(366), 3, "By how many days ~ widens a day in a new store."
        ),
        Known("approximate.months", "DETENTE_APPROXIMATE_MONTHS", _whole(120), 1, "By how many months ~ widens a month there."),
        Known("approximate.years", "DETENTE_APPROXIMATE_YEARS", _whole(100), 1, "By how many years ~ widens a year there."),
    )
}
"""Every setting by its name, in the order in which they are shown."""

_OLD_LINE = re.compile(r"\(at line (\d+), column \d+\)")


def read_settings(text: str, file: str) -> dict[str, Value]:
    """The settings in ``text``, the content of ``file``; raises UsageError with file and line for what is no setting."""
    import tomllib

    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _OLD_LINE.search(str(error))
        where = f"{file}:{line[1]}" if line else file
        raise UsageError(
            f"{where}: this is no TOML: {_OLD_LINE.sub('', str(error)).strip()}", mend="correct the file"
        ) from None
    flat = {name: value for key, given in told.items() for name, value in _entries(key, given)}
    return {name: _value(name, value, text, file) for name, value in flat.items()}


def _entries(key: str, given: Any) -> list[tuple[str, object]]:
    """What stands in a table of the file one by one; a name that is known is a setting, whatever it holds."""
    if key in KNOWN or not isinstance(given, dict):
        return [(key, given)]
    return [(f"{key}.{name}", value) for name, value in given.items()] or [(key, given)]


def _value(name: str, value: object, text: str, file: str) -> Value:
    line = _line_of(name, text)
    where = f"{file}:{line}" if line else file
    if name not in KNOWN:
        if value == {} and any(known.startswith(f"{name}.") for known in KNOWN):
            raise UsageError(f"{where}: the table [{name}] is empty", mend="remove it, or fill it")
        raise UsageError(f"{where}: there is no setting '{name}'", mend=nearest(name))
    try:
        return KNOWN[name].read(value)
    except ValueError as error:
        raise UsageError(f"{where}: '{name}' cannot be read", mend=f"write {error}") from None


def nearest(name: str) -> str:
    """What was meant by a setting that is none, or which there are."""
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), KNOWN, n=1, cutoff=0.5)
    return f"did you mean '{near[0]}'?" if near else f"one of {', '.join(KNOWN)}"


_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:[\w.-]|"[^"]*"|'[^']*'|\s(?=[\s.=]))+?)\s*=""")


def _line_of(name: str, text: str) -> int | None:
    """On which line a setting stands, from 1; None where its form is an unusual one."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = f"{_bare(header[1])}."
            if name == _bare(header[1]):
                return number
        elif (key := _KEY.match(line)) and _begins(name, table + _bare(key[1])):
            return number
    return None


def _begins(name: str, key: str) -> bool:
    """Whether the line of ``key`` is that of ``name``: the same, a table in one line, or an entry of a table that is none."""
    return name == key or name.startswith(f"{key}.") or key.startswith(f"{name}.")


def _bare(key: str) -> str:
    return re.sub(r"""["'\s]""", "", key)
