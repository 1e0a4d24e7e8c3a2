"""Which commands are there, and how does whatever goes wrong in one of them reach the user."""

import atexit
import errno
import gc
import os
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from detente.cli import PLAIN
from detente.errors import DetenteError, Exit, UsageError

COMMANDS: dict[str, dict[str, str]] = {
    "Begin": {
        "demo": "Load the shipped record, show its longest silences, write a report.",
        "init": "Make a store: parties, topics and officeholders, no contacts yet.",
    },
    "Record": {
        "log": "Log a contact; prints its id and what it is the first of.",
        "draft": "Read an article or readout and propose what to record.",
        "amend": "Correct a contact; what it said before stays in its history.",
        "retract": "Take a record out; it stays in the history.",
        "same": "Judge that two contacts are one, and make them one.",
        "not-same": "Judge that two contacts that look like one are two.",
        "undo": "Take back your latest revision, whatever it was.",
        "import": "Read a package or a file into the store, all of it or nothing.",
        "export": "Write the record as a package, or contacts as a file.",
    },
    "Ask": {
        "show": "Show one contact: both accounts side by side, sources, claims.",
        "list": "List the contacts of a selection, oldest first.",
        "gaps": "Show the silences of a series, longest first.",
        "last": "Show the last contact per channel, level and setting.",
        "silence": "Show how unusual the silence now is, for two parties or ranked over all.",
        "context": "Show what a contact is the first of, and since when.",
        "claims": "Judge published claims about silences by the record.",
        "readouts": "Show for each topic which side reports it, which denies it, and who raised it.",
        "history": "Show who changed what, when and why.",
        "attempts": "Show what was asked for, planned or announced and did not take place.",
        "frequency": "Count contacts per period, by channel and level.",
        "topics": "Show what contacts were about per period, and by whose account.",
        "watch": "Judge the silences by rules in a file; exit with 6 when one is broken.",
        "panel": "Make a table of pairs and periods for statistics packages.",
        "report": "Write the report of two parties, or the overview of all: one HTML file, no network needed.",
    },
    "Keep": {
        "coverage": "List and declare how complete the record is.",
        "offices": "List who held which office when; add, end and correct it.",
        "dialogues": "List recurring dialogues with what was kept and missed; declare them.",
        "db": "Look after the store: status, upgrade, check, backup, restore, copy.",
        "vocab": "List and add parties, topics and words.",
        "config": "Show what is set, and where each value comes from.",
    },
}
"""Each command's name and the first line of its help, so that ``--help`` loads none of them."""

_LISTED = {name: line for section in COMMANDS.values() for name, line in section.items()}
_COMPLETING = "_DETENTE_COMPLETE"
"""What the scripts of --show-completion set when a shell asks how a word goes on."""

_MODULES = {"import": "importing", "list": "listing", "not-same": "not_same"}


class DetenteGroup(TyperGroup):
    """The program: loads the command that is called and no other, and turns errors into one line and an exit code."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Every name, in the order of the help."""
        return list(_LISTED)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, loaded now; None if there is none."""
        if cmd_name not in _LISTED:
            return None
        module = import_module(f"detente.cli.commands.{_MODULES.get(cmd_name, cmd_name)}")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        if _COMPLETING in os.environ:
            from detente.cli.completing import completed

            return completed(command)
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As typer does it, with a suggestion for a name that is not known."""
        if args and args[0] not in _LISTED and not args[0].startswith("-") and not ctx.resilient_parsing:
            from detente.store.names import nearest

            near = " or ".join(f"detente {name}" for name in nearest(args[0], _LISTED))
            raise UsageError(
                f"there is no command '{args[0]}'", mend=f"did you mean {near}?" if near else "see: detente --help"
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands in their sections, from the tables above: what each does, and below it an example."""
        from detente.cli.examples import EXAMPLES

        for title, commands in COMMANDS.items():
            with formatter.section(title):
                rows = [[(name, line), ("", f"detente {EXAMPLES.get(name, name)}")] for name, line in commands.items()]
                formatter.write_dl([line for both in rows for line in both])

    def main(
        self,
        args: Any = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Runs a command line and ends the process with its exit code."""
        given = list(sys.argv[1:] if args is None else args)
        if _COMPLETING in os.environ:
            _without_markup()
        try:
            _refuse_broken_text(given)
            code = super().main(given, "detente", complete_var, False, windows_expand_args, **extra)
        except DetenteError as error:
            code = _failed(error)
        except typer.Abort:
            code = Exit.INTERRUPTED
        except OSError as error:
            code = _failed(_no_room(error))
        except Exception as error:
            code = _failed(self._before_the_command(error, given) or _usage(error))
        sys.exit(int(code or 0))

    def _before_the_command(self, error: Exception, given: list[str]) -> UsageError | None:
        """The error of an option that belongs behind the command; None where it is another."""
        option, context = getattr(error, "option_name", None), getattr(error, "ctx", None)
        if not isinstance(option, str) or context is None or context.parent is not None:
            return None
        from detente.cli.misplaced import meant

        said, mend = meant(option, given, _LISTED, lambda name: self.get_command(context, name))
        return UsageError(said, mend=mend) if said else None


def _without_markup() -> None:
    """What stands beside a completion is text: typer would load rich to read it as markup, at each press of the key."""
    from typer import _completion_classes

    _completion_classes._sanitize_help_text = lambda text: text


def _failed(error: DetenteError) -> Exit:
    from detente.cli.failure import fail

    return fail(error)


def _no_room(error: OSError) -> DetenteError:
    """A full disk, wherever it was met; anything else that the system says here is a bug and goes on."""
    if error.errno not in (errno.ENOSPC, errno.EDQUOT):
        raise error
    from detente.cli.output import stop_writing
    from detente.errors import RejectedError

    stop_writing()
    return RejectedError(f"it cannot be written: {error.strerror}", mend="make room and run the command again")


def _usage(error: Exception) -> UsageError:
    """What typer has against a command line, in our words; anything else is a bug and goes on."""
    message = getattr(error, "format_message", None)
    if message is None or getattr(error, "exit_code", None) != Exit.USAGE:
        raise error
    context = getattr(error, "ctx", None)
    path = "detente" if context is None else context.command_path
    said, near = _with_suggestions(error, str(message()).strip())
    return UsageError(said, mend=f"did you mean {near}?" if near else f"see: {path} --help")


def _with_suggestions(error: Exception, message: str) -> tuple[str, str]:
    """What is wrong, and what was probably meant: typer tells both in one breath, each in another way."""
    from detente.store.names import nearest

    options = getattr(error, "possibilities", None)
    if options:
        said = message.partition(" (Possible options")[0]
        return said, " or ".join(_near_options(getattr(error, "option_name", None) or "", options))
    said, _, near = message.partition(". Did you mean ")
    named = near.rstrip("?").replace("'", "").split(", ")
    return said.rstrip("."), " or ".join(nearest(said.rpartition("'")[0].rpartition("'")[2], named) if near else [])


def _near_options(typed: str, options: Iterable[str]) -> list[str]:
    """The options that ``typed`` may be a misspelling or the beginning of; the dashes, which all have, make none alike."""
    from detente.store.names import nearest

    plain = {option.lstrip("-"): option for option in options}
    said = typed.lstrip("-")
    begun = [option for name, option in plain.items() if said and name.startswith(said)]
    return begun or [plain[name] for name in nearest(said, plain)]


def _refuse_broken_text(args: list[str]) -> None:
    """Bytes that are no text can be neither stored nor found."""
    for text in args:
        if any("\ud800" <= character <= "\udfff" for character in text):
            named = "an address among the arguments" if "://" in text else f"the argument '{text}'"  # it may hold a password
            raise UsageError(f"{named} is not valid UTF-8", mend="check the encoding of the terminal")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        from detente.cli.output import write

        write(f"detente {version('detente')}")
        raise typer.Exit


app = typer.Typer(
    cls=DetenteGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    **{**PLAIN, "add_completion": True},
)


def _without(variable: str, value: str) -> Callable[[bool], None]:
    """Says in the environment what is not wanted, where whoever draws looks."""

    def unwanted(given: bool) -> None:
        if given:
            os.environ[variable] = value

    return unwanted


NoColour = Annotated[
    bool, typer.Option("--no-color", callback=_without("NO_COLOR", "1"), help="Print without colours, as NO_COLOR=1 does.")
]
NoPager = Annotated[
    bool, typer.Option("--no-pager", callback=_without("DETENTE_PAGER", ""), help="Print long answers at once.")
]


@app.callback()
def detente(
    ctx: typer.Context,
    no_color: NoColour = False,
    no_pager: NoPager = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """The record of contacts between defence ministries.

    When did they last talk, how long was the silence, and what did each side say it was about? Parties are given as
    alpha-3, alpha-2 or English name, in any case: fra, RU, "united states".
    """
    if ctx.invoked_subcommand is None:
        from detente.cli.output import write

        write(ctx.get_help())


def main() -> None:
    """The console script."""
    _collect_seldom()
    try:
        app()
    except KeyboardInterrupt:  # while the commands were still put together: from then on their own answer is given
        sys.exit(Exit.INTERRUPTED)


def _collect_seldom() -> None:
    """Python looks for garbage after every 700 objects, and among all at the end: a fifth of what a short command takes.

    Next to nothing here is garbage that only the collector finds, and what has to be finished is closed where it was opened.
    """
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)
