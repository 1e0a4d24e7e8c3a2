"""Somebody at a terminal, for tests in this process: keys that are typed into the questions of a command."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partialmethod

import pytest
from prompt_toolkit import PromptSession
from prompt_toolkit.application import application
from prompt_toolkit.input import Input, create_pipe_input
from prompt_toolkit.key_binding.defaults import load_key_bindings
from prompt_toolkit.output import DummyOutput, Output

from detente.cli import asking, lines

ENTER, TAB, CTRL_C, CTRL_D, CTRL_U = "\r", "\t", "\x03", "\x04", "\x15"

Type = Callable[..., None]

_usual_bindings = cache(load_key_bindings)
"""1,200 bindings, the same for every question: made anew for each they take a third of the time of these tests."""


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[Type]:
    """Types what it is given, one line after the other, Enter after each; a terminal is there from then on.

    A key that is no letter is given as it is: ``keys("fra", CTRL_C)``. What is left over stays untyped; nothing more to type
    is the end of the input. Questions are asked in a thread, for a browser of another test may keep an event loop running.
    """
    with create_pipe_input() as pipe:

        @contextmanager
        def terminal() -> Iterator[tuple[Input, Output]]:
            yield pipe, DummyOutput()

        def type_(*lines_typed: str) -> None:
            monkeypatch.setenv("TERM", "xterm")
            monkeypatch.setattr(application, "load_key_bindings", _usual_bindings)
            monkeypatch.setattr(PromptSession, "prompt", partialmethod(PromptSession.prompt, in_thread=True))
            monkeypatch.setattr(lines, "terminal", terminal)
            monkeypatch.setattr(asking, "somebody_is_there", lambda: True)
            for line in lines_typed:
                control = line[-1:] in (CTRL_C, CTRL_D)
                pipe.send_text(line if control else line + ENTER)
            pipe.send_text(CTRL_U + CTRL_D)

        yield type_
