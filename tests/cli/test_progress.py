"""A bar is for somebody who sits at a terminal: it says how many rows, how fast and how long yet, and leaves nothing behind."""

import io
import sys
from pathlib import Path

import pytest

from detente.cli.progress import progress
from detente.formats.package import import_package
from detente.formats.reading import unseen
from detente.store.opening import Store
from tests.formats.test_contact_files import read, typed
from tests.support.shipped_record import SHIPPED


class Terminal(io.StringIO):
    """What stderr is for somebody who looks at it."""

    def isatty(self) -> bool:
        return True


def test_nothing_is_drawn_where_nobody_looks() -> None:
    with progress("reading") as told:
        assert told is unseen


def test_a_bar_tells_rows_and_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setenv("TERM", "xterm")
    with progress("reading") as told:
        told(1_500, 0.5)
        told(3_000, 1.0)
    shown = terminal.getvalue()
    assert "reading" in shown
    assert "3,000 rows" in shown
    assert shown.rstrip().endswith("\x1b[2K"), "the line is cleared at the end"


def test_a_file_and_a_package_tell_how_far_they_are(empty: Store, tmp_path: Path) -> None:
    told: list[tuple[int, float | None]] = []
    rows = [f"{1900 + n // 12}-{n % 12 + 1:02},phone,FRA;RUS" for n in range(900)]
    read(empty, typed(tmp_path, *rows), dry_run=True, progress=lambda rows, share: told.append((rows, share)))
    counts, shares = [rows for rows, _ in told], [share for _, share in told if share is not None]
    assert (counts[-1], shares[-1]) == (901, 1.0)  # the header is a row too
    assert (counts, shares) == (sorted(counts), sorted(shares))
    assert len(told) >= 4
    told.clear()
    import_package(empty, SHIPPED, dry_run=True, progress=lambda rows, share: told.append((rows, share)))
    shares = [share for _, share in told if share is not None]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert told[-1][0] == 104 + 228 + 358 + 365 + 84 + 58 + 12 + 71 + 27
