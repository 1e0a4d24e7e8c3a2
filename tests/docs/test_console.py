import os
import sys
from pathlib import Path

import pytest

from tests.docs.console import Example, examples, plain_arguments, run_console_blocks

PAGE = r"""
# A page

```console
$ printf 'one\ntwo\n'
one
two
$ printf '%s-' \
    a b; echo
a-b-
```

```sh
$ echo 'not a console block'
```

```console
$ true
```
"""


def run(block: str, folder: Path) -> list[bool]:
    return [ran.as_shown for ran in run_console_blocks(f"```console\n{block}```\n", folder)]


def test_commands_and_what_is_shown_for_them() -> None:
    assert examples(PAGE) == [
        Example("printf 'one\\ntwo\\n'", ["one", "two"]),
        Example("printf '%s-' \\\n    a b; echo", ["a-b-"]),
        Example("true"),
    ]


def test_a_true_page(tmp_path: Path) -> None:
    assert [ran.as_shown for ran in run_console_blocks(PAGE, tmp_path)] == [True, True, True]


def test_a_page_without_blocks(tmp_path: Path) -> None:
    assert run_console_blocks("", tmp_path) == []


@pytest.mark.parametrize(
    "block",
    [
        "$ echo one\ntwo\n",  # other words
        "$ echo one\n",  # an output that is not shown
        "$ true\none\n",  # nothing printed
        "$ printf 'one\\n\\ntwo\\n'\none\ntwo\n",  # a blank line left out
        "$ echo one; false\none\n",  # the right words, the wrong exit
        "$ echo one >&2\none\n",  # on the wrong stream
        "$ no-such-command-at-all\n",
    ],
)
def test_an_untrue_page(block: str, tmp_path: Path) -> None:
    assert run(block, tmp_path) == [False]


@pytest.mark.parametrize(
    ("shown", "as_shown"),
    [
        ("1\n2\n…\n5\n", True),
        ("…\n5\n", True),
        ("1\n…\n", True),
        ("…\n", True),
        ("1\n2\n…\n3\n4\n5\n", True),  # an elision of nothing
        ("1\n…\n3\n…\n5\n", True),
        ("1\n…\n4\n", False),
        ("2\n…\n5\n", False),
        ("1\n…\n3\n2\n…\n5\n", False),
        ("1 …\n5\n", False),  # only a line of its own elides
    ],
)
def test_an_elision_stands_for_any_lines(shown: str, as_shown: bool, tmp_path: Path) -> None:
    assert run(f"$ seq 5\n{shown}", tmp_path) == [as_shown]


def test_exports_and_files_reach_the_next_command(tmp_path: Path) -> None:
    assert run(
        "$ export GREETING='bonjour à tous'; echo x > a-file\n$ echo $GREETING; cat a-file\nbonjour à tous\nx\n", tmp_path
    ) == [
        True,
        True,
    ]


def test_it_is_this_environments_program_that_runs(tmp_path: Path) -> None:
    (ran,) = run_console_blocks("```console\n$ command -v python\n```\n", tmp_path)
    assert Path(ran.stdout[0]).parent == Path(sys.executable).parent


def test_an_elision_inside_a_line_stands_for_any_text(tmp_path: Path) -> None:
    assert run("$ printf 'at 12:30, two\\nend\\n'\nat …, two\nend\n", tmp_path) == [True]
    assert run("$ printf 'at 12:30, three\\nend\\n'\nat …, two\nend\n", tmp_path) == [False]


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("detente gaps FRA RUS", ["detente", "gaps", "FRA", "RUS"]),
        ("detente log 2024-04-03~ phone \\\n    FRA RUS", ["detente", "log", "2024-04-03~", "phone", "FRA", "RUS"]),
        ("detente log --says 'RUS=a: b > c | $d'", ["detente", "log", "--says", "RUS=a: b > c | $d"]),
        ("export DETENTE_DB=mine.db", ["export", "DETENTE_DB=mine.db"]),
        ("export A=b; detente demo", None),
        ("detente gaps > file", None),
        ("detente gaps | head", None),
        ("detente show $ID", None),
        ('detente show "an id"', None),
        ("detente show ~/x", None),
        ("detente log [2024..2025]", None),
        ("ls", None),
        ("A=b detente gaps", None),
    ],
)
def test_what_needs_no_shell(command: str, arguments: list[str] | None) -> None:
    assert plain_arguments(command) == arguments


def test_the_program_in_this_process_prints_what_its_own_process_does(tmp_path: Path) -> None:
    block = "```console\n$ export DETENTE_DB=a.db\n$ detente init\n$ detente vocab list topics --json\n$ detente show nothing\n```\n"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    here, there = (run_console_blocks(block, tmp_path / name, as_a_user=name == "b") for name in "ab")
    assert [(ran.stdout, ran.stderr, ran.status) for ran in here] == [(ran.stdout, ran.stderr, ran.status) for ran in there]
    assert [ran.status for ran in here] == [0, 0, 0, 4]


def test_the_process_stays_where_it_was(tmp_path: Path) -> None:
    before = (Path.cwd(), dict(os.environ))
    run("$ export A_VARIABLE=b\n$ detente config path\n", tmp_path)
    assert (Path.cwd(), dict(os.environ)) == before
