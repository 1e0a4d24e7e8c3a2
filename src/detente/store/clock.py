"""When was something recorded: one reading per transaction."""

from datetime import UTC, datetime


def now() -> str:
    """This second in UTC, as ISO text that sorts in time order."""
    return datetime.now(UTC).isoformat(timespec="seconds")
