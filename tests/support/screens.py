"""A program in a terminal that tests can look at: keys go in, and what stands on the screen comes out."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence

import pyte


class Terminal:
    """A terminal of so many columns and rows with the program in it, on a store; closed by ``with``."""

    def __init__(self, args: Sequence[str], *, columns: int = 80, rows: int = 40, **environment: str) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._keys, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.raw = b""
        command = [sys.executable, "-c", "from detente.cli.app import main; main()", *args]
        plain = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PROMPT_TOOLKIT_NO_CPR": "1"}
        self._process = subprocess.Popen(
            command,
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env={**os.environ, **plain, **environment},
            start_new_session=True,
        )
        os.close(inside)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._keys)

    @property
    def text(self) -> str:
        """What stands on the screen, without the spaces at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def type(self, text: str) -> None:
        """Presses keys."""
        os.write(self._keys, text.encode())

    def until(self, text: str, seconds: float = 60) -> str:
        """The screen as soon as ``text`` stands on it; an assertion fails after so many seconds."""
        end = time.monotonic() + seconds
        while text not in self.text:
            assert time.monotonic() < end, f"'{text}' is not on the screen:\n{self.text}"
            if not self._read():
                break
        assert text in self.text, f"'{text}' is not on the screen:\n{self.text}"
        return self.text

    def ended(self, seconds: float = 60) -> int:
        """The exit code, when the program has ended and all that it wrote is on the screen."""
        end = time.monotonic() + seconds
        while self._read():
            assert time.monotonic() < end, f"it goes on:\n{self.text}"
        return self._process.wait(timeout=seconds)

    def _read(self) -> bool:
        """Takes in what was written meanwhile; False when nothing can come any more."""
        ready, _, _ = select.select([self._keys], [], [], 0.2)
        if not ready:
            return self._process.poll() is None
        try:
            read = os.read(self._keys, 65536)
        except OSError:  # the other end is closed
            return False
        self.raw += read
        self._stream.feed(read)
        return bool(read)
