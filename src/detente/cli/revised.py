"""How a command that made a revision says so."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.cli.output import Answer
    from detente.store.revisions import Revision


def answer(command: str, done: "Revision") -> "Answer":
    """The revision, as one item or one line."""
    from detente.cli.output import Answer
    from detente.cli.visible import in_one_line
    from detente.formats.revised import REVISION_KEYS, revision_item

    undoes = f", which takes back r{done.undoes}" if done.undoes else ""
    said = in_one_line(f"r{done.number}: {done.command} {done.about}{undoes}")
    return Answer(command, None, None, [revision_item(done)], REVISION_KEYS, lambda canvas: said)
