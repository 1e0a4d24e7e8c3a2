"""How a command that makes a revision asks why, and says what it did."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.cli.output import Answer
    from detente.store.revisions import Revision


def asked_why() -> str | None:
    """The reason for a change, asked for where somebody sits at a terminal; None where nobody does; raises AbandonedError."""
    from detente.cli import asking

    return asking.ask(asking.Question("Why")) if asking.somebody_is_there() else None


def answer(command: str, done: "Revision") -> "Answer":
    """The revision, as one item or one line."""
    from detente.cli.output import Answer
    from detente.formats.revised import REVISION_KEYS, revision_item

    said = in_words(done)
    return Answer(command, None, None, [revision_item(done)], REVISION_KEYS, lambda canvas: said)


def in_words(done: "Revision") -> str:
    """``r4: undo log fra-rus-2024-04-03-phone, which takes back r3``."""
    from detente.cli.visible import in_one_line

    undoes = f", which takes back r{done.undoes}" if done.undoes else ""
    return in_one_line(f"r{done.number}: {done.command} {done.about}{undoes}")
