"""How a command with a second level is called without naming it: ``detente coverage FRA RUS`` lists."""

from typing import Any

from typer.core import TyperGroup


class ListedGroup(TyperGroup):
    """A group whose ``list`` is meant where no command of it is named; its own help is reached by --help."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As typer does it, with the name of the command put in where it was left out."""
        named = bool(args) and (args[0] in self.commands or args[0] in ("-h", "--help"))
        parsed: list[str] = super().parse_args(ctx, args if named else ["list", *args])
        return parsed
