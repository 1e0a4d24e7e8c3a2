"""How does text that PostgreSQL cannot keep get there and back unchanged?

It keeps every character but NUL. So NUL is written as three characters from the end of the private-use area, and so are those
three themselves, each as a sequence of its own. None of the two that may end a sequence ever stands for itself, and none that
may begin one: what is searched for is found where it stands, and nowhere else.
"""

from typing import Any

from psycopg import Connection
from psycopg.adapt import Buffer, Dumper, Loader

_MARK, _A, _B = "\U0010fffb", "\U0010fffc", "\U0010fffd"

_WRITTEN = {"\0": _MARK + _A + _A, _MARK: _MARK + _A + _B, _A: _MARK + _B + _A, _B: _MARK + _B + _B}
_TO_WRITE = str.maketrans(_WRITTEN)
_TO_READ = {written: character for character, written in _WRITTEN.items()}


def escaped(text: str) -> str:
    """``text`` as PostgreSQL can keep it."""
    if "\0" in text or _MARK in text or _A in text or _B in text:  # next to no text: each test is one look in C
        return text.translate(_TO_WRITE)
    return text


def exact(kept: str) -> str:
    """The text that ``escaped`` made ``kept`` of."""
    before, *marked = kept.split(_MARK)
    return before + "".join(_TO_READ[_MARK + part[:2]] + part[2:] for part in marked)


class _ExactDumper(Dumper):
    """Without a type of its own, like the driver's: the database sees what the text is to be."""

    def dump(self, obj: str) -> Buffer:
        return escaped(obj).encode()


class _ExactLoader(Loader):
    def load(self, data: Buffer) -> str:
        text = str(data, "utf-8")
        return exact(text) if _MARK in text else text


def keep_exactly(connection: Connection[Any]) -> None:
    """Has the texts of ``connection``, which must speak UTF-8, written and read as above."""
    connection.adapters.register_dumper(str, _ExactDumper)
    for kind in ("text", "varchar"):
        connection.adapters.register_loader(kind, _ExactLoader)
