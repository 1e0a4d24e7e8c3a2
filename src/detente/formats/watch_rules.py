"""How are rules about silences written in a file, and what is said of one that is wrong?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.domain.watching import Mistake, Rule
from detente.formats.toml_text import read_toml
from detente.store.names import nearest

_LISTS = ("parties", "channel", "level", "setting", "substance", "topic", "person")
_TEXTS = ("name", "by", "dialogue", "note")
_FIGURES = ("days", "percentile")
KEYS = (
    "name",
    "parties",
    "channel",
    "level",
    "setting",
    "substance",
    "topic",
    "person",
    "by",
    "days",
    "percentile",
    "dialogue",
    "note",
)
"""What a rule may say."""
_OF_A_DIALOGUE = ("name", "parties", "dialogue", "note")
_HEAD = ("title", "link", "rule")
_ONE_OF = 'write days = 180, percentile = 90 or dialogue = "…", one of the three'

MOST_DAYS = 1_000_000


@dataclass(frozen=True, slots=True)
class RuleFile:
    """The rules of a file, in its order; ``title`` and ``link`` are those of a feed made of them, None: not said.

    ``mistakes`` are what is wrong with the form of the file, each with its line. What is wrong is left out of the rules, so
    that it can be looked at with the store what else is.
    """

    rules: tuple[Rule, ...]
    mistakes: tuple[Mistake, ...] = ()
    title: str | None = None
    link: str | None = None


def read_rules(path: Path) -> RuleFile:
    """The rules in the TOML file ``path``, with what is wrong with their form: see ``refuse_mistakes``.

    Raises NotFoundError where there is none, and RejectedError where it is no TOML.
    """
    told, text = read_toml(path, "name a file of rules; see docs/watch.md")
    wrong = sorted([*_head_mistakes(told, text), *_rule_mistakes(told, text)])
    every = told.get("rule")
    rules = [one for one in every if isinstance(one, dict)] if isinstance(every, list) else []
    read = [_rule(one, lines) for one, lines in zip(rules, _places(text, len(rules)), strict=True)]
    title, link = (value if isinstance(value := told.get(name), str) else None for name in ("title", "link"))
    return RuleFile(tuple(read), tuple(wrong), title, link)


def _rule_mistakes(told: Mapping[str, Any], text: str) -> Iterator[tuple[int, str]]:
    """What is wrong inside of the rules, each with its line."""
    rules = told.get("rule")
    if not isinstance(rules, list) or not all(isinstance(one, dict) for one in rules):
        return
    names: list[str] = []
    for number, (one, lines) in enumerate(zip(rules, _places(text, len(rules)), strict=True), start=1):
        name = one.get("name")
        called = f"rule '{name}'" if isinstance(name, str) and name else f"rule {number}"
        for key, what in _mistakes(one, names):
            yield lines.get(key, lines[""]), f"{called}: {what}"
        names.append(str(name))


def _head_mistakes(told: Mapping[str, Any], text: str) -> Iterator[tuple[int, str]]:
    """What is wrong outside of the rules, each with its line."""
    for key, value in told.items():
        if key not in _HEAD:
            yield _line_of(text, key), f"'{key}' is no part of a file of rules; {_near(key, _HEAD)}"
        elif key != "rule" and not (isinstance(value, str) and value.strip()):
            yield _line_of(text, key), f'{key} has no text; write {key} = "…"'
    link = told.get("link")
    if isinstance(link, str) and link.strip() and not re.fullmatch(r"https?://\S+", link):
        yield _line_of(text, "link"), f"link '{link}' is no address; write an http or https address"
    rules = told.get("rule")
    if not isinstance(rules, list) or not rules or not all(isinstance(one, dict) for one in rules):
        yield 1, "there is no rule; begin each with a line [[rule]]"


def _line_of(text: str, key: str) -> int:
    """The first line that begins with ``key``, outside of what it may be inside."""
    return next((number for number, line in enumerate(text.splitlines(), 1) if _begins(line, key)), 1)


def _begins(line: str, key: str) -> bool:
    return re.match(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[\].=]""", line) is not None


def _places(text: str, count: int) -> list[dict[str, int]]:
    """For each rule the lines of its keys, and its own under an empty one: TOML's reader tells of no place.

    Where fewer lines begin a rule than there are (they may be written inline), what is not found is said to be in line 1.
    """
    found: list[dict[str, int]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r"\s*\[\[\s*rule\s*\]\]", line):
            found.append({"": number})
        elif found and (key := re.match(r"""\s*["']?([\w-]+)["']?\s*=""", line)) is not None:
            found[-1].setdefault(key[1], number)
    return found if len(found) == count else [{"": 1} for _ in range(count)]


def _mistakes(one: Mapping[str, Any], names: list[str]) -> Iterator[tuple[str, str]]:
    """The key and what is wrong with it, for everything that is."""
    for key, value in one.items():
        if key not in KEYS:
            yield key, f"'{key}' is no part of a rule; {_near(key, KEYS)}"
        elif (what := _wrong_value(key, value)) is not None:
            yield key, what
    name = one.get("name")
    if name is None:
        yield "", 'it has no name; write name = "…"'
    elif name in names:
        yield "name", "another rule has that name; a feed tells them apart by it, so choose another"
    chosen = [key for key in (*_FIGURES, "dialogue") if key in one]
    if len(chosen) != 1:
        yield chosen[-1] if chosen else "", _ONE_OF
    if "dialogue" in one:
        for key in one:
            if key in KEYS and key not in (*_OF_A_DIALOGUE, *_FIGURES):
                yield key, f"a dialogue says itself what its meetings are; leave {key} out"
    parties = one.get("parties")
    if isinstance(parties, list) and len(parties) not in (0, 2) and ("dialogue" not in one or len(parties) > 2):
        yield "parties", "a series belongs to two parties; name two, or leave it out for every pair"


def _wrong_value(key: str, value: object) -> str | None:
    if key in _TEXTS:
        return None if isinstance(value, str) and value.strip() else f'{key} has no text; write {key} = "…"'
    if key in _FIGURES:
        return _wrong_figure(key, value)
    every = value if isinstance(value, list) else [value]
    if not every or not all(isinstance(word, str) and word.strip() for word in every):
        return f'{key} is no list of words; write {key} = ["…"]'
    return None if key != "parties" or isinstance(value, list) else 'write parties = ["FRA", "RUS"]'


def _wrong_figure(key: str, value: object) -> str | None:
    """Figures are numbers; true and false are none, whatever Python says."""
    right = isinstance(value, int | float) and not isinstance(value, bool)
    if key == "percentile":
        fits = right and isinstance(value, int | float) and 0 < value < 100
        return None if fits else "percentile is no number above 0 and below 100; write percentile = 90"
    fits = right and isinstance(value, int | float) and 0 < value <= MOST_DAYS
    return None if fits else f"days is no number above 0, of at most {MOST_DAYS:,}; write days = 180"


def _near(key: str, known: tuple[str, ...]) -> str:
    near = nearest(key, known, 1)
    return f"did you mean {near[0]}?" if near else f"one of {', '.join(known)}"


def _rule(one: Mapping[str, Any], lines: Mapping[str, int]) -> Rule:
    """The rule, without what is wrong in it; one without a name is called so."""
    right = {key: value for key, value in one.items() if key in KEYS and _wrong_value(key, value) is None}
    said: dict[str, Any] = {"name": ""}
    said |= {key: tuple(v if isinstance(v := right[key], list) else [v]) for key in _LISTS if key in right}
    said |= {key: float(right[key]) for key in _FIGURES if key in right}
    said |= {key: right[key] for key in _TEXTS if key in right}
    return Rule(**said, lines=lines)
