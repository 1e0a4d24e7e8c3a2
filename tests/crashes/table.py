"""What became of the stores whose commands were killed: a table at the end of a session, whichever process counted."""

from typing import Any

import pytest

KILLS = "kills"
"""The property of a test's report that holds one row: command, kills, found before, found after, losses, seed."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [
        r for found in terminalreporter.stats.values() for r in found if isinstance(r, pytest.TestReport) and r.when == "call"
    ]
    rows: list[Any] = [value for report in reports for name, value in report.user_properties if name == KILLS]
    if not rows:
        return
    terminalreporter.section("commands that were killed")
    counted = [[row[0], *map(int, row[1:5])] for row in rows]
    total = ["all", *(sum(row[place] for row in counted) for place in range(1, 5))]
    for row in (["command", "kills", "as before", "as after", "losses"], *counted, total):
        terminalreporter.write_line(f"{row[0]:<28}" + "".join(f"{cell:>11}" for cell in row[1:]))
    terminalreporter.write_line(f"seed {rows[0][5]}; another: KILL_SEED=2 make test-long")
