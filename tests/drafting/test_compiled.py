"""Patterns that were made before are those that ``re`` makes, and nothing goes wrong where none can be kept."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import detente.drafting
from detente.drafting.language import compiled as kept
from detente.drafting.language.patterns import Pattern


def _shipped() -> Iterator[Pattern]:
    for module in walk_packages(detente.drafting.__path__, "detente.drafting."):
        for value in vars(import_module(module.name)).values():
            yield from [value] if isinstance(value, Pattern) else []


SHIPPED = [(one._source, one._flags) for one in _shipped()]

_READ = """
import sys
from detente.drafting.language import compiled
pattern = compiled.compiled(r"(?P<day>\\d+) (?:Мая|May)", 2)
print(pattern.search("on 3 MAY")["day"], bool(compiled._fresh), compiled.kept_in())
"""


def _run(folder: Path, **environment: str) -> list[str]:
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", _READ],
        env=plain | {"PYTHONPYCACHEPREFIX": str(folder)} | environment,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


def test_every_pattern_is_the_one_that_re_makes() -> None:
    assert len(SHIPPED) > 300
    for source, flags in SHIPPED:
        mine, theirs = kept._restored(source, kept._made_of(source, int(flags))), re.compile(source, flags)
        assert mine == theirs  # by source, flags and every number of the code
        assert (mine.groups, mine.groupindex) == (theirs.groups, theirs.groupindex)


def test_what_was_made_once_is_not_made_again(tmp_path: Path) -> None:
    first, second = _run(tmp_path), _run(tmp_path)
    assert [first[:2], second[:2]] == [["3", "True"], ["3", "False"]]
    assert Path(first[2]).is_relative_to(tmp_path)
    assert [path.name for path in Path(first[2]).parent.glob("*.patterns*")] == [Path(first[2]).name]


def test_nothing_is_kept_where_no_bytecode_is(tmp_path: Path) -> None:
    said = _run(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert said[0] == "3"
    assert not Path(said[2]).exists()


@pytest.mark.parametrize("damage", ["", "cut", "another version", "other numbers", "no numbers", "no such thing"])
def test_what_is_damaged_is_made_anew(tmp_path: Path, damage: str) -> None:
    file = Path(_run(tmp_path)[2])
    read = json.loads(file.read_text(encoding="utf-8"))
    ((key, (flags, numbers, groups, names)),) = read["patterns"].items()
    other = {
        "": "",
        "cut": file.read_text(encoding="utf-8")[:50],
        "another version": json.dumps(read | {"version": "3.0"}),
        "other numbers": json.dumps(read | {"patterns": {key: (flags, numbers[:-16] + "////////" * 2, groups, names)}}),
        "no numbers": json.dumps(read | {"patterns": {key: (flags, "?", groups, names)}}),
        "no such thing": json.dumps([1, 2]),
    }[damage]
    file.write_text(other, encoding="utf-8")
    assert _run(tmp_path)[:2] == ["3", "True"]
    assert _run(tmp_path)[:2] == ["3", "False"]


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    assert _run(tmp_path / "a file")[:2] == ["3", "True"]


@pytest.mark.parametrize("gone", ["_sre", "re._parser", "re._compiler"])
def test_a_python_with_other_parts_makes_its_patterns_itself(gone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str) -> object:
        if name == gone:
            raise ImportError(name)
        return import_module(name)

    monkeypatch.setattr(kept, "import_module", without)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    found = kept.compiled(r"(?P<hour>\d+) o'clock", re.IGNORECASE)
    assert found == re.compile(r"(?P<hour>\d+) o'clock", re.IGNORECASE)
