"""How does a new file get its name when it is whole, and what becomes of one that never was?"""

import errno
import os
import time
from contextlib import suppress
from glob import escape
from pathlib import Path
from secrets import token_hex

from detente.errors import RejectedError, StoreError

_ABANDONED_SECONDS = 24 * 3600
"""A draft that nobody has written to for so long belongs to a command that was killed."""

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""What a file system says that has no second names for a file, such as FAT on a USB stick."""


def draft_of(path: Path) -> Path:
    """Under which name ``path`` is made: a hidden one beside it, which no other command uses."""
    return path.with_name(f".{path.name}.{token_hex(6)}.new")


def refuse_the_log_of_another(path: Path) -> None:
    """Raises RejectedError for a log that a store of this name left: SQLite would read it into the new one."""
    for ending in ("-wal", "-journal"):
        log = path.with_name(path.name + ending)
        if log.exists() and log.stat().st_size:  # in an empty one nothing was recorded
            mend = "move it to where that store is now, for it may hold what was recorded last"
            raise RejectedError(f"{log} is left of a store that is no longer there", mend=mend)


def remove_abandoned(path: Path) -> None:
    """Removes what commands left that were killed while they made ``path``."""
    for draft in path.parent.glob(f".{escape(path.name)}.{'[0-9a-f]' * 12}.new*"):
        with suppress(OSError):  # somebody else's, or removed by somebody else meanwhile
            if time.time() - draft.stat().st_mtime > _ABANDONED_SECONDS:
                draft.unlink()


def publish(draft: Path, path: Path) -> None:
    """Gives a draft its name; raises FileExistsError when that is taken, StoreError when it cannot have it."""
    if any(_beside(draft)):  # SQLite could not bring what it logged into the file, and says nothing of it
        raise StoreError(f"{path} cannot be written: the disk is full or failing", mend="make room; nothing was changed")
    try:
        _link(draft, path)
        _make_lasting(path.parent)
    except FileExistsError:
        raise
    except OSError as error:
        raise StoreError(f"{path} cannot be made: {error.strerror}", mend="name another place") from None


def _link(draft: Path, path: Path) -> None:
    """Unlike a rename, a link never replaces what somebody else made meanwhile."""
    try:
        os.link(draft, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if path.exists():
            raise FileExistsError from None
        draft.rename(path)


def take_the_place(draft: Path, path: Path, aside: Path) -> None:
    """Gives a whole draft the name of a damaged file, which is called ``aside`` from then on, together with its log."""
    _link(path, aside)
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        log.rename(aside.with_name(f"{aside.name}-wal"))  # SQLite would read it into the new file
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    draft.replace(path)
    _make_lasting(path.parent)


def _make_lasting(folder: Path) -> None:
    """Has a new name survive a power cut, where the system lets folders be opened (Windows does not)."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def discard(draft: Path) -> None:
    """Removes a draft and what SQLite keeps beside it."""
    for leftover in (draft, *_beside(draft)):
        with suppress(OSError):  # it may lie where nothing can be changed any more
            leftover.unlink(missing_ok=True)


def _beside(draft: Path) -> list[Path]:
    return list(draft.parent.glob(f"{escape(draft.name)}-*"))
