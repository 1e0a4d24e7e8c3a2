"""How do commands with a second level list it, and which is meant where none is named?"""

from typing import Any

from typer.core import TyperGroup


class WholeGroup(TyperGroup):
    """A group whose help gives the first sentence of each command whole, in as many lines as it takes."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands, each with its sentence."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.commands[name].get_short_help_str(_NO_LIMIT)) for name in self.list_commands(ctx)])


_NO_LIMIT = 10_000
"""Characters of a sentence, where typer would else cut it so that it fits into a line."""


class ListedGroup(WholeGroup):
    """One whose ``list`` is meant where none is named (``detente coverage FRA RUS``); its own help is reached by --help."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As typer does it, with the name of the command put in where it was left out."""
        named = bool(args) and (args[0] in self.commands or args[0] in ("-h", "--help"))
        parsed: list[str] = super().parse_args(ctx, args if named else ["list", *args])
        return parsed
