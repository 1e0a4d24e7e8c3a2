"""Every command and every option says what it is for; the help of the program loads none of them."""

from typing import Any

import pytest
import typer

from detente.cli.app import COMMANDS, app
from detente.cli.examples import EXAMPLES
from tests.cli.conftest import Run

LISTED = {name: line for section in COMMANDS.values() for name, line in section.items()}


def command(name: str) -> Any:
    group: Any = typer.main.get_command(app)
    return group.get_command(None, name)


def leaves(path: str, node: Any) -> list[tuple[str, Any]]:
    inside = getattr(node, "commands", None)
    return [leaf for name, child in inside.items() for leaf in leaves(f"{path} {name}", child)] if inside else [(path, node)]


EVERY = [leaf for name in LISTED for leaf in leaves(name, command(name))]


@pytest.mark.parametrize("name", LISTED)
def test_the_list_says_what_the_command_says(name: str) -> None:
    assert command(name).help.splitlines()[0] == LISTED[name]


@pytest.mark.parametrize(("path", "node"), EVERY, ids=[path for path, _ in EVERY])
def test_every_command_and_option_has_help(bare: Run, path: str, node: Any) -> None:
    assert node.help.splitlines()[0].endswith(".")
    unsaid = [p.name for p in node.params if not getattr(p, "hidden", False) and not getattr(p, "help", None)]
    assert unsaid == []
    done = bare(*path.split(), "--help")
    assert (done.status, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: detente {path} ")


GROUPS = ["", *(name for name in LISTED if getattr(command(name), "commands", None)), "vocab add"]


@pytest.mark.parametrize("width", ["60", "80", "120"])
@pytest.mark.parametrize("path", GROUPS)
def test_no_line_of_a_list_of_commands_is_cut(bare: Run, monkeypatch: pytest.MonkeyPatch, path: str, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    done = bare(*path.split(), "--help")
    assert done.status == 0
    _, _, listed = done.stdout.partition("[OPTIONS] COMMAND [ARGS]...")
    assert [line for line in listed.splitlines() if line.rstrip().endswith(("...", "…"))] == []


def test_the_program_without_a_command_shows_its_help(bare: Run) -> None:
    assert bare().stdout == bare("--help").stdout == bare("-h").stdout
    for name, line in LISTED.items():
        assert name in bare().stdout
        assert line.split()[0] in bare().stdout


def test_version(bare: Run) -> None:
    from importlib.metadata import version

    done = bare("--version")
    assert (done.status, done.stdout) == (0, f"detente {version('detente')}\n")


@pytest.mark.parametrize("name", LISTED)
def test_help_needs_no_heavy_library(name: str) -> None:
    import subprocess
    import sys

    check = (
        "import sys\nfrom detente.cli.app import app\nimport typer\n"
        f"typer.main.get_command(app).get_command(None, {name!r})\n"
        "print(*sorted({n.partition('.')[0] for n in sys.modules} & {'sqlalchemy', 'pandas', 'rich', 'prompt_toolkit', 'plotly', 'jinja2', 'alembic'}))"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("name", LISTED)
def test_each_command_has_an_example_that_it_takes(bare: Run, name: str) -> None:
    import shlex

    words = shlex.split(EXAMPLES[name])
    assert words[0] == name
    node, path = command(name), words[1:]
    while inside := getattr(node, "commands", None):
        node, path = (
            inside.get(path[0] if path else "list", inside.get("list")),
            path[1:] if path and path[0] in inside else path,
        )
    with node.make_context(name, path):
        pass
    assert f"detente {EXAMPLES[name]}" in " ".join(bare("--help").stdout.split())


ASKING = (
    "show",
    "list",
    "gaps",
    "last",
    "context",
    "claims",
    "readouts",
    "history",
    "attempts",
    "frequency",
    "topics",
    "coverage",
    "vocab",
)


@pytest.mark.parametrize("name", ASKING)
def test_the_examples_of_questions_have_an_answer(detente: Run, name: str) -> None:
    import shlex

    done = detente(*shlex.split(EXAMPLES[name]))
    assert (done.status, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) > 1
