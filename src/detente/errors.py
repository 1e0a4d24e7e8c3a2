"""What can go wrong, which exit code says so, and how each error tells its mend in one line."""

from enum import IntEnum


class Exit(IntEnum):
    """The documented exit codes of every command."""

    OK = 0
    BUG = 1
    USAGE = 2
    STORE = 3
    NOT_FOUND = 4
    REJECTED = 5
    SILENCE = 6
    INTERRUPTED = 130


class DetenteError(Exception):
    """An error that a user caused and can mend: a reason, and the command or change that mends it.

    ``details`` holds one line per further finding (the bad rows of an import), each complete in itself.
    """

    exit_code = Exit.BUG

    def __init__(self, reason: str, *, mend: str = "", details: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.mend = mend
        self.details = details

    def __str__(self) -> str:
        return f"{self.reason}; {self.mend}" if self.mend else self.reason


class UsageError(DetenteError):
    """The command was asked for in a way that makes no sense."""

    exit_code = Exit.USAGE


class StoreError(DetenteError):
    """The store is missing, unreachable, or of another version."""

    exit_code = Exit.STORE


class InterruptionError(DetenteError):
    """The command was interrupted at the one moment after which nobody can tell what it did."""

    exit_code = Exit.INTERRUPTED


class AbandonedError(DetenteError):
    """Somebody who was asked gave up (^C, ^D, or by saying so): nothing was changed."""

    exit_code = Exit.INTERRUPTED

    def __init__(self, reason: str = "abandoned: nothing was changed") -> None:
        super().__init__(reason)


class NotFoundError(DetenteError):
    """An id, party, topic or file that does not exist was named; ``near`` are the names that it may be a misspelling of."""

    exit_code = Exit.NOT_FOUND

    def __init__(self, reason: str, *, mend: str = "", near: tuple[str, ...] = ()) -> None:
        super().__init__(reason, mend=mend)
        self.near = near


class RejectedError(DetenteError):
    """What was to be recorded cannot be."""

    exit_code = Exit.REJECTED


class SilenceError(DetenteError):
    """A ``--fail-over`` check found a longer silence."""

    exit_code = Exit.SILENCE
