"""What goes wrong and what is worth a note: the only writer of stderr, and the home of the exit codes."""

import sys

from detente.cli.visible import in_one_line
from detente.errors import DetenteError, Exit


def note(text: str) -> None:
    """One line of news that is not data; on a terminal as many as it takes, broken between words."""
    if sys.stderr.isatty():
        between_words(text)
    else:
        _write(in_one_line(text))


def between_words(text: str, indent: str = "") -> None:
    """Tells a text in lines that end with a word, as wide as the terminal is, each behind ``indent``."""
    from textwrap import wrap

    from detente.cli.screen import columns

    width = columns() - 1
    lines = wrap(in_one_line(text), width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
    for line in lines or [""]:
        _write(line)


def fail(error: DetenteError) -> Exit:
    """Says in one line what is wrong and how to mend it (details first, one line each); returns the exit code."""
    for detail in error.details:
        _write(in_one_line(detail))
    _write(f"detente: {in_one_line(str(error))}")
    return error.exit_code


def tell(text: str) -> None:
    """Lines that are not data, as they were drawn: a preview that somebody is asked about."""
    for line in text.split("\n"):
        _write(line)


def prompt(text: str) -> None:
    """What stands before the place where somebody types."""
    _write(in_one_line(text), end="")


def _write(line: str, end: str = "\n") -> None:
    try:
        print(line, file=sys.stderr, flush=True, end=end)  # noqa: T201 - this is the one place that writes to stderr
    except UnicodeEncodeError:  # stderr was given an encoding and a way with errors of its own
        print(ascii(line)[1:-1], file=sys.stderr, flush=True, end=end)  # noqa: T201 - the same place
    except OSError:
        pass  # whoever read it has gone, or the disk is full; the exit code still tells
