"""How is an answer shown that is longer than the terminal: page by page, where somebody looks at it."""

import os
import shlex
import subprocess
import sys
from contextlib import suppress

from detente.cli.screen import is_dumb, rows


def paged(text: str) -> bool:
    """Shows ``text`` in a pager; False, and nothing is shown, where there is no need or no pager.

    DETENTE_PAGER, else PAGER, else ``less``; an empty one or ``cat`` is none. ``less`` keeps colours, leaves at the end of a
    short text and what it showed on the screen, unless LESS says otherwise.
    """
    command = _pager()
    if not command or not sys.stdout.isatty() or is_dumb() or text.count("\n") < rows() - 1:
        return False
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)  # noqa: S603 - a program that the user named, no shell
    except OSError:
        return False
    with suppress(BrokenPipeError, KeyboardInterrupt):  # who has seen enough leaves before the end
        pager.communicate(text.encode("utf-8", "backslashreplace"))
    _wait(pager)
    return True


def _pager() -> list[str]:
    named = os.environ.get("DETENTE_PAGER", os.environ.get("PAGER", "less"))
    try:
        command = shlex.split(named)
    except ValueError:  # an open quote
        return []
    return [] if command[:1] == ["cat"] else command


def _wait(pager: "subprocess.Popen[bytes]") -> None:
    """^C is for the pager, which has its own idea of it."""
    while pager.poll() is None:
        with suppress(KeyboardInterrupt):
            pager.wait()
