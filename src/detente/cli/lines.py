"""How does a line get typed that is completed and judged at each key; or, where a terminal cannot do that, after Enter?"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.cli.failure import note, prompt
from detente.cli.offers import BACK, Asked, some
from detente.cli.screen import is_dumb
from detente.cli.visible import in_one_line
from detente.errors import DetenteError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import Completer
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.output import Output


def line(asked: Asked) -> str:
    """A line that answers; raises KeyboardInterrupt and EOFError."""
    return _plain_line(asked) if is_dumb() else _completed_line(asked)


_FEW = 12
"""So many offers are listed where they cannot be completed."""


def _plain_line(asked: Asked) -> str:
    """Nothing is completed, and what is wrong is said after Enter."""
    question = asked.question
    if 0 < len(question.offers) <= _FEW:
        note(f"  {some([offer.value for offer in question.offers], _FEW)}")
    default = f" [{question.default}]" if question.default else ""
    while True:
        prompt(f"{question.text}{default}: ")
        typed = sys.stdin.readline()
        if not typed:
            raise EOFError
        typed = typed.strip() or question.default
        try:
            if understood := asked.understood(typed):
                note(f"  {understood}")
        except DetenteError as error:
            note(f"  {error}")
        else:
            return typed


@contextmanager
def terminal() -> Iterator[tuple["Input", "Output"]]:
    """Where keys come from and questions go."""
    from prompt_toolkit.input import create_input
    from prompt_toolkit.output import create_output

    yield create_input(), create_output(stdout=sys.stderr)


_ROWS = 8
"""Rows of the screen that completions may take."""


def _completed_line(asked: Asked) -> str:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.styles import Style

    question, refused = asked.question, _Refused()
    with terminal() as (keys, screen):
        session: PromptSession[str] = PromptSession(
            [("class:question", in_one_line(question.text)), ("", ": ")],
            completer=_completer(asked),
            complete_while_typing=True,
            reserve_space_for_menu=_ROWS if question.offers else 0,
            key_bindings=_keys(asked, refused),
            style=Style([("question", "bold"), ("bottom-toolbar", "noreverse italic"), ("wrong", "noitalic bold")]),
            input=keys,
            output=screen,
        )
        _tell_below(session, lambda: _below(asked, session, refused))
        begin = _offering(session) if question.only_offers and not question.default else None
        return session.prompt(default=question.default, pre_run=begin)


def _tell_below(session: "PromptSession[str]", told: "Callable[[], StyleAndTextTuples]") -> None:
    """Adds lines below the others: the toolbar of the session is not drawn by a terminal that does not say where it is."""
    from prompt_toolkit.filters import is_done
    from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Window

    lines = Window(FormattedTextControl(told), style="class:bottom-toolbar", dont_extend_height=True)
    whole = session.layout.container
    assert isinstance(whole, HSplit)
    whole.children.append(ConditionalContainer(lines, filter=~is_done))


@dataclass(slots=True)
class _Refused:
    """Whether an empty line was refused: before that nobody is told that an answer is needed."""

    empty: bool = False


def _offering(session: "PromptSession[str]") -> Callable[[], None]:
    """Shows the offers before the first key."""
    return lambda: session.default_buffer.start_completion(select_first=False)


def _keys(asked: Asked, refused: _Refused) -> "KeyBindings":
    """Tab takes the only offer that fits, at once; of several one after the other. Enter shows what the line stands for, and
    takes it where it is an answer; Shift-Tab goes back to the question before."""
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    keys = KeyBindings()

    @keys.add("enter")
    def enter(event: KeyPressEvent) -> None:
        typed = event.current_buffer
        if (meant := asked.settled(typed.text)) != typed.text:
            typed.text, typed.cursor_position = meant, len(meant)
        try:
            asked.understood(typed.text)
        except DetenteError:
            refused.empty = refused.empty or not typed.text
            return
        typed.validate_and_handle()

    @keys.add("s-tab")
    def back(event: KeyPressEvent) -> None:
        typed = event.current_buffer
        if typed.complete_state and typed.complete_state.current_completion:
            typed.complete_previous()
        elif asked.back:
            typed.cancel_completion()
            typed.text = BACK
            typed.validate_and_handle()

    @keys.add("tab")
    def tab(event: KeyPressEvent) -> None:
        typed = event.current_buffer
        fitting = list(asked.fitting(typed.text))
        if len(fitting) == 1:
            typed.cancel_completion()
            typed.text, typed.cursor_position = fitting[0].value, len(fitting[0].value)
        elif typed.complete_state:
            typed.complete_next()
        else:
            typed.start_completion(select_first=True)

    return keys


def _below(asked: Asked, session: "PromptSession[str]", refused: _Refused) -> "StyleAndTextTuples":
    """What stands below the line, in as many lines as it takes: what is understood by it, or what is wrong with it."""
    text, width = session.default_buffer.text, session.app.output.get_size().columns
    try:
        return [("", below(asked.understood(text), width))]
    except DetenteError as error:
        if not text and not refused.empty:
            return [("", below(asked.question.hint, width))]
        return [("class:wrong", below(str(error), width))]


def below(text: str, width: int) -> str:
    """``text`` in lines of at most ``width`` columns, nothing of it cut off."""
    from textwrap import wrap

    return "\n".join(wrap(in_one_line(text), max(width, 20)))


def _completer(asked: Asked) -> "Completer":
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document

    class Offered(Completer):
        """Offers what fits what stands before the cursor."""

        def get_completions(self, document: Document, complete_event: CompleteEvent) -> "Iterable[Completion]":
            typed = document.text_before_cursor
            for offer in asked.fitting(typed):
                shown, beside = in_one_line(offer.value), in_one_line(offer.meaning)
                yield Completion(offer.value, start_position=-len(typed), display=shown, display_meta=beside)

    return Offered()
