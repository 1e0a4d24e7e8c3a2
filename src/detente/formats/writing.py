"""How a file is written so that a reader finds the old one or the new one, never half of it."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from detente.errors import RejectedError

DRAFT = re.compile(r"\.(.+)\.\d+\.new", re.DOTALL)
"""How a file is called until it is whole, with the name that it will have: what stays when a command is killed."""


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A text file (UTF-8, LF) that takes the name ``path`` when all is written; folders are made as needed."""
    with draft_of(path) as draft, draft.open("w", encoding="utf-8", newline="") as file:
        yield file


def write_whole(path: Path, content: bytes) -> None:
    """Writes ``content`` as ``whole_file`` does a text."""
    with draft_of(path) as draft:
        draft.write_bytes(content)


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """Where to write what takes the name ``path`` when all is written; folders are made as needed.

    Raises RejectedError where it cannot be written.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        draft.replace(path)
    except OSError as error:
        raise RejectedError(f"{path} cannot be written: {error.strerror}", mend="name another place") from None
    finally:
        with suppress(OSError):  # what could not even be named, or lies where nothing may be changed
            draft.unlink(missing_ok=True)
