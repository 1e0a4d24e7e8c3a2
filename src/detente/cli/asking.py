"""How is somebody at a terminal asked for something: a line, several, one of several, yes or no?

Questions go to stderr: stdout is data.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.cli.offers import Asked, Offer, Question
from detente.errors import AbandonedError, UsageError

__all__ = ["Offer", "Question", "agreed", "answers", "ask", "ask_each", "choose", "somebody_is_there"]


def somebody_is_there() -> bool:
    """Whether questions can be asked: somebody types, and sees what is asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: Question) -> str:
    """The answer, without spaces around it; empty where nothing was answered.

    Raises UsageError where nobody is there, AbandonedError for ^C and for the end of the input (^D).
    """
    if not somebody_is_there():
        raise UsageError(
            f"'{question.text}' cannot be asked where nobody sits at a terminal", mend="say it in the arguments of the command"
        )
    from detente.cli.lines import line

    asked = Asked(question)
    try:
        return asked.settled(line(asked))
    except (KeyboardInterrupt, EOFError):
        raise AbandonedError from None


def ask_each(question: Question, *, least: int = 0) -> list[str]:
    """Answers until an empty line, each once; the first ``least`` are needed."""
    return list(answers(question, least=least))


def answers(question: Question, *, least: int = 0) -> Iterator[str]:
    """As ``ask_each``, one by one: what follows from an answer can be asked before the next."""
    found: list[str] = []
    while answer := ask(_further(question, found, least)):
        if answer not in found:
            found.append(answer)
            yield answer


def _further(question: Question, found: Sequence[str], least: int) -> Question:
    """The same question again, without what was answered."""
    needed = len(found) < least
    if not found:
        return replace(question, needed=needed)
    left = [offer for offer in question.offers if offer.value not in found]
    return replace(question, offers=left, needed=needed, default="", hint=question.hint if needed else "Enter: no more")


def choose(text: str, offers: Sequence[Offer], default: str = "") -> str:
    """The value of one of the offers; an empty line is ``default``, if there is one."""
    said = f"{text} [{default}]" if default else text
    return ask(Question(said, offers, only_offers=True, needed=not default)) or default


def agreed(text: str, *, default: bool | None = None) -> bool:
    """Yes or no; an empty line is ``default``, if there is one."""
    letters = {None: "y/n", True: "Y/n", False: "y/N"}[default]
    both = (Offer("yes"), Offer("no"))
    answer = ask(Question(f"{text} [{letters}]", both, only_offers=True, needed=default is None))
    return answer == "yes" if answer else bool(default)
