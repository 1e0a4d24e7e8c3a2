"""What the fuzzing tests tell at the end: how many inputs, in what time, and whether they were guided by coverage."""

from collections.abc import Callable

import pytest

_TOLD: pytest.StashKey[list[str]] = pytest.StashKey()


@pytest.fixture
def tell(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Adds a line to the end of the session."""
    return pytestconfig.stash.setdefault(_TOLD, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if told := terminalreporter.config.stash.get(_TOLD, []):
        terminalreporter.section("fuzzing")
        for line in told:
            terminalreporter.write_line(line)
