"""How bytes become what a reader is given: text as a terminal or a file hands it over, and command lines."""

from collections.abc import Sequence
from typing import Any

from detente.cli.commands.log import SAID
from detente.errors import UsageError


def text_of(data: bytes) -> str:
    """The bytes as text; what is no UTF-8 stands as U+FFFD, for neither a file nor a command line lets it pass."""
    return data.decode("utf-8", "replace")


def arguments_of(data: bytes) -> list[str]:
    """The arguments of a command line, which NUL ends as it does in the operating system."""
    return text_of(data).split("\0")


_SEVERAL = ("person", "topic", "says", "denies", "source", "claim")


def said_of(arguments: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """The options of ``log`` by name, and what stands between them, read as plainly as can be.

    Typer reads them in earnest; it takes a hundred times as long, and the grammar behind it is what is looked at here.
    """
    said: dict[str, Any] = {name: default for name, (_, default) in SAID.items()}
    between: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        name = argument.removeprefix("--")
        if argument == name or name not in said:
            between.append(argument)
        elif isinstance(said[name], bool):
            said[name] = True
        else:
            value = next(waiting, None)
            if value is None:
                raise UsageError(f"{argument} has no value")
            said[name] = [*(said[name] or ()), value] if name in _SEVERAL else value
    return said, between
