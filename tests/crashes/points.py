"""At which moments of its work may a process be stopped: each is counted, and at one of them it is killed, or its disk full."""

import ctypes
import errno
import os
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Engine, event


class Kind(StrEnum):
    """What is about to happen at a point."""

    STATEMENT = "statement"
    """A statement of SQL begins."""
    CALL = "call"
    """SQLite asks the system to make, write, cut or remove a file: what a transaction is made of."""
    FILE = "file"
    """The program itself makes, links, renames or removes a file."""
    STEP = "step"
    """The program is about to give a statement."""


class Deed(StrEnum):
    """What is done to the process there."""

    KILL = "kill"
    TEAR = "tear"
    """Half of what SQLite writes there is written, then it is killed."""
    FILL = "fill"
    """From there on the disk is full for SQLite."""
    INTERRUPT = "interrupt"
    """It gets the signal that Ctrl-C sends."""


@dataclass(frozen=True, slots=True)
class Point:
    """The ``number``-th moment of a kind, from 1, and what happens there."""

    kind: Kind
    number: int
    deed: Deed = Deed.KILL

    def __str__(self) -> str:
        return f"{self.deed} at {self.kind} {self.number}"


class Points:
    """Counts the moments of this process, and stops it at ``at``."""

    def __init__(self, at: Point | None) -> None:
        self.counted: Counter[str] = Counter()
        self._at = at

    def reached(self, kind: Kind) -> Deed | None:
        """What is to be done at this moment, if not to die."""
        self.counted[kind] += 1
        at = self._at
        if at is None or at.kind != kind:
            return None
        if at.deed is Deed.FILL and self.counted[kind] >= at.number:
            return at.deed
        if self.counted[kind] != at.number:
            return None
        if at.deed is Deed.KILL:
            die()
        if at.deed is Deed.INTERRUPT:
            signal.raise_signal(signal.SIGINT)
        return at.deed

    def watch(self) -> None:
        """Begins to count; there is no end of it but that of the process."""
        sys.addaudithook(self._on_event)
        event.listen(Engine, "connect", self._on_connect)
        event.listen(Engine, "before_cursor_execute", self._on_step)
        event.listen(Engine, "commit", self._on_step)
        if sys.platform == "linux":
            _Calls(self)

    def _on_event(self, name: str, arguments: tuple[Any, ...]) -> None:
        if name in _CHANGING or (name == "open" and _to_write(arguments[2])):
            self.reached(Kind.FILE)

    def _on_connect(self, connection: Any, _record: object) -> None:
        if isinstance(connection, sqlite3.Connection):  # which tells of every statement, whoever gave it
            connection.set_trace_callback(lambda _statement: self.reached(Kind.STATEMENT))

    def _on_step(self, connection: Connection, *_: object) -> None:
        self.reached(Kind.STEP)
        if connection.dialect.name != "sqlite":
            self.reached(Kind.STATEMENT)


def die() -> None:
    """As if the machine had taken the process away: nothing of it runs any more."""
    os.kill(os.getpid(), signal.SIGKILL)


_CHANGING = {"os.link", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}


def _to_write(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


_Set = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
_Get = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)


class _FileSystem(ctypes.Structure):
    """SQLite's ``sqlite3_vfs``: how it reaches files, made so that tests may take the place of a call of the system."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        ("methods", ctypes.c_void_p * 13),
        ("set_call", _Set),
        ("get_call", _Get),
    )


_WRITING = {
    "write": ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, use_errno=True),
    "pwrite": ctypes.CFUNCTYPE(
        ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64, use_errno=True
    ),
}
_WRITING["pwrite64"] = _WRITING["pwrite"]

_OTHERS = {
    "open": ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_int, use_errno=True),
    "ftruncate": ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int64, use_errno=True),
    "unlink": ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, use_errno=True),
}


class _Calls:
    """Stands between SQLite and the system, in this process. Where SQLite hides its insides there is nothing to count."""

    kept: "_Calls"

    def __init__(self, points: Points) -> None:
        self._points = points
        self._functions: list[Any] = []
        _Calls.kept = self  # what C calls must not be collected
        try:
            find = ctypes.CDLL(sys.modules["_sqlite3"].__file__).sqlite3_vfs_find
        except (AttributeError, KeyError, OSError):
            return
        find.restype = ctypes.POINTER(_FileSystem)
        self._system = find(None)
        for name, form in _WRITING.items():
            self._stand_between(name, form, self._written)
        for name, form in _OTHERS.items():
            self._stand_between(name, form, self._done)

    def _stand_between(self, name: str, form: Any, make: Callable[[Any], Callable[..., int]]) -> None:
        there = self._system.contents.get_call(self._system, name.encode())
        if there:
            original = form(there)
            ours = form(make(original))
            self._functions += [original, ours]
            self._system.contents.set_call(self._system, name.encode(), ctypes.cast(ours, ctypes.c_void_p))

    def _written(self, original: Callable[..., int]) -> Callable[..., int]:
        def write(file: int, content: int, size: int, *place: int) -> int:
            deed = self._points.reached(Kind.CALL)
            if deed is Deed.FILL:
                ctypes.set_errno(errno.ENOSPC)
                return -1
            if deed is Deed.TEAR:
                original(file, content, size // 2, *place)
                die()
            return original(file, content, size, *place)

        return write

    def _done(self, original: Callable[..., int]) -> Callable[..., int]:
        def call(*arguments: Any) -> int:
            only_opens = len(arguments) == 3 and not arguments[1] & os.O_CREAT
            if not only_opens and self._points.reached(Kind.CALL) is Deed.TEAR:
                die()
            return original(*arguments)

        return call
