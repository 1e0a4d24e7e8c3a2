"""What does a file call our columns and words: the map that somebody writes for it, in TOML?"""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from detente.domain import package
from detente.errors import NotFoundError, RejectedError
from detente.formats.cell_dates import ORDERS, is_pattern
from detente.formats.completing import word_of
from detente.formats.header import KNOWN
from detente.formats.names import Names
from detente.formats.reading import ColumnMap
from detente.formats.told import ONE_PARTY
from detente.formats.toml_text import read_toml
from detente.store.opening import Store

_TABLES = ("columns", "constants", "values")
_KEYS = (*_TABLES, "dates", "separator")


def read_map(path: Path, dates: str | None = None) -> ColumnMap:
    """The map in the file ``path``; ``dates``, if given, stands above that of the file.

    Raises NotFoundError where there is no file, and RejectedError for what is wrong in it, in one line.
    """
    told, _ = read_toml(path, "name a map with --map; see docs/spreadsheets.md")
    return _checked(path, told, dates)


def refuse_unknown_words(store: Store, by: ColumnMap) -> None:
    """Raises RejectedError, with a line for each, where the map gives a word for a party, channel, level, setting, status or
    substance that is none: told once, where it is mended, and not of every row."""
    names = Names(store)
    wrong = [
        f"{by.name}: [values.{table}] '{theirs}' = '{ours}': {reason}"
        for table, words in by.values.items()
        for theirs, ours in words.items()
        if (reason := _unknown(names, table, ours))
    ]
    if wrong:
        count = "1 word" if len(wrong) == 1 else f"{len(wrong)} words"
        raise RejectedError(
            f"{count} of {by.name} {'is' if len(wrong) == 1 else 'are'} not known: nothing was imported",
            mend=f"correct {'it' if len(wrong) == 1 else 'them'} and import again",
            details=tuple(wrong),
        )


def _unknown(names: Names, table: str, ours: str) -> str:
    """Why ``ours`` is nothing that the column ``table`` can hold; empty where it is, or where any text may stand."""
    if table in ("parties", *ONE_PARTY):
        try:
            for party in ours.split(";"):
                names.party(party.strip())
        except NotFoundError as error:
            return f"is no party that is known; {error.mend}"
    words = _WORDS.get(table, ())
    return f"write one of {', '.join(words)}" if words and word_of(words, ours) not in words else ""


_WORDS = {column.name: column.words for column in package.CONTACTS.columns if column.words}


def _checked(path: Path, told: dict[str, Any], dates: str | None) -> ColumnMap:
    for key in told:
        if key not in _KEYS:
            raise RejectedError(f"{path}: '{key}' is no part of a map", mend=_near(key, _KEYS))
    for name in _TABLES:
        if not isinstance(told.get(name, {}), dict):
            raise RejectedError(f"{path}: {name} is no table", mend=f"begin it with a line [{name}]")
    values = told.get("values", {})
    for ours, words in values.items():
        _known(path, "values", ours)
        if not isinstance(words, dict):
            raise RejectedError(f"{path}: values.{ours} is no table", mend=f"begin it with a line [values.{ours}]")
        _texts(path, f"values.{ours}", words)
    columns, constants = _texts(path, "columns", told.get("columns", {})), _texts(path, "constants", told.get("constants", {}))
    for ours in [*columns.values(), *constants]:
        if ours:
            _known(path, "columns" if ours in columns.values() else "constants", ours)
    order = dates or told.get("dates")
    if order is not None and not (isinstance(order, str) and is_pattern(order)):
        raise RejectedError(
            f"{path}: dates = '{order}' is not understood", mend=f"one of {', '.join(ORDERS)}, or a pattern such as %d %B %Y"
        )
    separator = told.get("separator", ";")
    if not isinstance(separator, str) or len(separator) != 1 or separator in "\\|=:" or separator.isalnum():
        raise RejectedError(
            f"{path}: the separator '{separator}' cannot stand between parts", mend="give one sign, such as , or /"
        )
    return ColumnMap(columns, constants, values, order, separator, str(path))


def _texts(path: Path, table: str, told: dict[str, Any]) -> dict[str, str]:
    for key, text in told.items():
        if not isinstance(text, str):
            raise RejectedError(f"{path}: {table}: '{key}' has no text", mend=f'write "{key}" = "…"')
    return told


def _known(path: Path, table: str, ours: str) -> None:
    if ours not in KNOWN:
        raise RejectedError(f"{path}: {table}: there is no column '{ours}'", mend=_near(ours, KNOWN))


def _near(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, 1, 0.75)
    return f"did you mean {near[0]}?" if near else f"one of {', '.join(known)}"
