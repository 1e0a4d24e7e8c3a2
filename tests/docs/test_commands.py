"""docs/commands.md is the help of every command: ``pytest --accept`` writes it anew."""

from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from detente.cli.app import COMMANDS, app
from tests.docs.pages import ROOT

PAGE = ROOT / "docs" / "commands.md"
HEAD = """# Commands

The help of every command, as `detente COMMAND --help` prints it. Parties are given as alpha-3, alpha-2 or English name. What the exit codes mean, and what
goes to which stream, is told in [exit codes](exit-codes.md).
"""


def _paths(path: list[str], node: Any) -> list[list[str]]:
    inside = getattr(node, "commands", None)
    return [found for name, child in inside.items() for found in _paths([*path, name], child)] if inside else [path]


def _help(path: list[str]) -> str:
    done = CliRunner().invoke(app, [*path, "--help"], prog_name="detente", terminal_width=100, env={"COLUMNS": "100"})
    assert done.exit_code == 0, done.output
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def _reference() -> str:
    group: Any = typer.main.get_command(app)
    parts = [HEAD]
    for title, commands in COMMANDS.items():
        parts.append(f"## {title}\n")
        for name in commands:
            for path in _paths([name], group.get_command(None, name)):
                parts.append(f"### detente {' '.join(path)}\n\n```text\n{_help(path)}\n```\n")
    return "\n".join(parts)


def test_the_reference_is_the_help(request: pytest.FixtureRequest) -> None:
    text = _reference()
    if request.config.getoption("--accept"):
        PAGE.write_bytes(text.encode())
    assert PAGE.read_bytes().decode() == text, "run: pytest tests/docs/test_commands.py --accept"
