"""Regular expressions that were made before, kept beside the bytecode as Python keeps what it made of a module.

A text needs some three hundred patterns, and to make them takes CPython three times as long as to look for them all. What it
makes of one is a list of numbers, kept here under the rules of bytecode: per version of Python, in ``__pycache__`` or
``PYTHONPYCACHEPREFIX``, not with ``PYTHONDONTWRITEBYTECODE``, and silently not where the folder cannot be written. Whatever is
unknown, damaged or of another version, of Python or of the rules, is made anew.
"""

import atexit
import json
import os
import re
import sys
from array import array
from base64 import b64decode, b64encode
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

_Made = tuple[int, str, int, dict[str, int]]
"""All flags, the numbers (32 bits each, in base 64), how many groups, and the numbers of those that have a name."""
_Kept = dict[str, _Made]

_fresh: _Kept = {}


def compiled(source: str, flags: int = 0) -> "re.Pattern[str]":
    """What ``re.compile`` gives."""
    if sys.implementation.name != "cpython" or sys.dont_write_bytecode:
        return re.compile(source, flags)
    key = f"{int(flags)} {source}"
    if (made := _kept().get(key)) is not None:
        with suppress(RuntimeError, TypeError, ValueError, OverflowError):  # the engine looks at numbers before it takes them
            return _restored(source, made)
    try:
        made = _made_of(source, flags)
        pattern = _restored(source, made)
    except (ImportError, AttributeError, TypeError):  # a Python whose parts are called otherwise
        return re.compile(source, flags)
    _fresh[key] = made
    return pattern


def _restored(source: str, made: _Made) -> "re.Pattern[str]":
    flags, numbers, groups, names = made
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    engine: Any = import_module("_sre")
    pattern: re.Pattern[str] = engine.compile(
        source, flags, array("I", b64decode(numbers)).tolist(), groups, names, tuple(by_number)
    )
    return pattern


def _made_of(source: str, flags: int) -> _Made:
    parser: Any = import_module("re._parser")
    compiler: Any = import_module("re._compiler")
    tree = parser.parse(source, flags)
    numbers = compiler._code(tree, flags)
    return (
        int(flags | tree.state.flags),
        b64encode(array("I", numbers)).decode(),
        tree.state.groups - 1,
        dict(tree.state.groupdict),
    )


def kept_in() -> Path:
    """The file, which need not be there."""
    return Path(cache_from_source(__file__)).with_suffix(".patterns")


@cache
def _version() -> str:
    """Of Python, which gives the numbers their meaning, and of the rules: what an older version of them had is left behind."""
    engine: Any = import_module("_sre")
    changed = max((one.stat().st_mtime_ns for one in Path(__file__).parent.parent.rglob("*.py")), default=0)
    return f"{sys.version} {engine.MAGIC} {sys.byteorder} {changed}"


@cache
def _kept() -> _Kept:
    atexit.register(keep)
    try:
        read = json.loads(kept_in().read_bytes())
        return dict(read["patterns"]) if read["version"] == _version() else {}
    except (OSError, ValueError, KeyError, TypeError, ImportError, AttributeError):
        return {}


def keep() -> None:
    """Write what was made anew, beside what is there; the last of two who do so at once is right."""
    if not _fresh:
        return
    beside = kept_in().with_name(f"{kept_in().name}.{os.getpid()}")
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps({"version": _version(), "patterns": _kept() | _fresh}), encoding="utf-8")
        beside.replace(kept_in())
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
