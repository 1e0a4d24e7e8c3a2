import re
from typing import Any

import pytest
import typer

from detente.cli.app import COMMANDS, app
from tests.docs.pages import ROOT, page, pages


def options() -> set[str]:
    """Every long option of the program and of every command, as the program itself knows them."""
    group: Any = typer.main.get_command(app)
    names = [name for section in COMMANDS.values() for name in section]
    own = {option for parameter in group.params for option in parameter.opts}
    return {"--help"} | own | {option for name in names for option in _options(group.get_command(None, name))}


def _options(command: Any) -> set[str]:
    own = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    return own.union(*(_options(sub) for sub in getattr(command, "commands", {}).values()))


def mentioned(text: str) -> set[str]:
    """Long options in code, on lines that are about ``detente`` or nothing but the option."""
    code = re.findall(r"`(--[a-z][a-z-]+)", text)
    return {
        *code,
        *(option for line in text.splitlines() if "detente " in line for option in re.findall(r" (--[a-z][a-z-]+)", line)),
    }


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_option_that_a_page_mentions_exists(path: Any) -> None:
    assert mentioned(page(path)) - options() == set()
