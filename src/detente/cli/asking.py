"""How is somebody at a terminal asked for something: a line, several, one of several, yes or no?

Questions go to stderr: stdout is data.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import TypeVar

from detente.cli.offers import BACK, Asked, Offer, Question
from detente.errors import AbandonedError, UsageError

__all__ = [
    "BACK", "LeftError", "Offer", "Question", "agreed", "answers", "ask", "ask_each", "choose", "somebody_is_there",
    "with_way_back",
]  # fmt: skip

Given = TypeVar("Given")


class LeftError(Exception):
    """Somebody went back from the first of some questions: none of them is to be answered."""


class _GoneBackError(Exception):
    """Somebody wants the question before."""


@dataclass(slots=True)
class _Course:
    """Questions that are asked one after the other: the answers so far, and how many of them were given again.

    ``again`` is the answer that stood before somebody went back to its question.
    """

    leaving: bool
    answers: list[str] = field(default_factory=list)
    place: int = 0
    again: str | None = None

    @property
    def may_go_back(self) -> bool:
        """Whether there is a question before."""
        return bool(self.answers) or self.leaving

    def back(self) -> None:
        """Forgets the answer before, and has those before it given again; raises LeftError where there is none."""
        if not self.answers:
            raise LeftError
        self.again, self.place = self.answers.pop(), 0
        raise _GoneBackError

    def keep(self, answer: str) -> None:
        """Remembers an answer."""
        self.answers.append(answer)
        self.place, self.again = len(self.answers), None


_COURSE: ContextVar[_Course | None] = ContextVar("course", default=None)


def with_way_back(questions: Callable[[], Given], *, leaving: bool = False) -> Given:
    """What ``questions`` gives, which may be called several times: whoever answers ``<`` gets the question before once more.

    It is then called from the start and asked nothing that was answered before that question, so it must begin each time
    with the same things and change nothing else. With ``leaving`` somebody may go back from the first question: LeftError.
    """
    course = _Course(leaving)
    before = _COURSE.set(course)
    try:
        while True:
            try:
                return questions()
            except _GoneBackError:
                continue
    finally:
        _COURSE.reset(before)


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
    course = _COURSE.get()
    if course is None:
        return _answered(Asked(question))
    if course.place < len(course.answers):
        course.place += 1
        return course.answers[course.place - 1]
    again = question if course.again is None else replace(question, default=course.again)
    answer = _answered(Asked(again, course.may_go_back))
    if answer == BACK and course.may_go_back:
        course.back()
    course.keep(answer)
    return answer


def _answered(asked: Asked) -> str:
    from detente.cli.lines import line

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
    taken = {answer.partition(":")[0] if question.with_words else answer for answer in found}
    left = [offer for offer in question.offers if offer.value not in taken]
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
