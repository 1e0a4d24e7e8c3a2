"""What else is a state called: in English, French, German and Russian, by its people, by its capital?"""

import csv
import re
from functools import cache
from pathlib import Path

from detente.store.names import name_key

_FILE = Path(__file__).parent / "countries.csv"
_LANGUAGES = ("en", "fr", "de", "ru")
_CAPITAL = "@"
"""What stands before the name of a capital, or of a house where a government or ministry sits."""

_WILD = re.compile(r"\*|\[[^\]]*\]")


@cache
def countries() -> tuple[dict[str, str], ...]:
    """The shipped list, a row a state: for each language the names, with ``*`` for any ending, and ``@`` before a capital."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def called(text: str) -> list[str]:
    """The codes of the states of which ``text`` is a name, or that of its people, in any of the languages."""
    words = name_key(text).split()
    found = (party for party, form in _forms() if not form.startswith(_CAPITAL) and _is(form, words))
    return list(dict.fromkeys(found))


def known_as() -> dict[str, str]:
    """The code of the state that each name, people or capital belongs to, without endings; what is of several is left out."""
    codes: dict[str, set[str]] = {}
    for party, form in _forms():
        plain = name_key(_WILD.sub("", form.removeprefix(_CAPITAL)))
        codes.setdefault(plain, set()).add(party)
    return {name: next(iter(parties)) for name, parties in codes.items() if len(parties) == 1}


@cache
def _forms() -> tuple[tuple[str, str], ...]:
    cells = ((row["party"], row[language]) for row in countries() for language in _LANGUAGES)
    return tuple((party, form.strip()) for party, cell in cells for form in cell.split("|") if form.strip())


def _is(form: str, words: list[str]) -> bool:
    """Whether a form of the list, word by word, is what was said; an ending is short: what goes on is another word."""
    parts = form.split()
    return len(parts) == len(words) and all(_fits(part, word) for part, word in zip(parts, words, strict=True))


def _fits(part: str, word: str) -> bool:
    stem = name_key(_WILD.split(part, 1)[0])
    if not word.startswith(stem):
        return False
    ending = word[len(stem) :]
    if _WILD.search(part) is None:
        return not ending
    return len(ending) <= (1 if stem.isascii() else 3)
