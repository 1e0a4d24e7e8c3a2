"""A disk for one test, which can be filled, emptied and made read-only; else a process whose files may not grow."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.crashes.forks import Ended, Program

_KIB = 1024


class Disk:
    """A small file system in memory, or, where none may be mounted, a folder in which no file grows beyond a limit."""

    def __init__(self, program: Program, folder: Path, *, mounted: bool) -> None:
        self.folder = folder
        self.mounted = mounted
        self._program = program
        self._limit: int | None = None

    @property
    def _ballast(self) -> Path:
        return self.folder / "ballast"

    def run(self, folder: Path, arguments: Sequence[str]) -> Ended:
        """Runs a command line in a folder of the disk."""
        return self._program.run(folder, arguments, file_limit=self._limit)

    def fill(self, spare: int) -> None:
        """Leaves room for so many KiB."""
        if not self.mounted:
            self._limit = spare * _KIB
            return
        with self._ballast.open("wb", buffering=0) as ballast:
            free = os.statvfs(self.folder)
            ballast.truncate(0)
            os.posix_fallocate(ballast.fileno(), 0, max(free.f_bavail * free.f_frsize - spare * _KIB, 1))

    def make_room(self) -> None:
        """Takes the filling away."""
        self._limit = None
        self._ballast.unlink(missing_ok=True)

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """Has nothing on the disk change meanwhile."""
        _mount("-o", "remount,ro", str(self.folder))
        try:
            yield
        finally:
            _mount("-o", "remount,rw", str(self.folder))


def _mount(*arguments: str) -> bool:
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
    except OSError:  # there is no such program
        return False


@contextmanager
def disk(program: Program, folder: Path, *, kib: int) -> Iterator[Disk]:
    """A disk of that size on ``folder``."""
    mounted = hasattr(os, "geteuid") and os.geteuid() == 0 and _mount("-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", str(folder))
    try:
        yield Disk(program, folder, mounted=mounted)
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)


def names_in(folder: Path) -> Sequence[str]:
    """Every file below a folder, hidden ones too, but for the logs that SQLite keeps and looks after."""
    files = (path for path in folder.rglob("*") if not path.is_dir())
    return sorted(str(path.relative_to(folder)) for path in files if not path.match("[!.]*.db-*"))
