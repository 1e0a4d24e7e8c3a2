"""Dates at the first and last day that there is: taken by every reader of dates, and so to be borne by every command."""

import pytest

from tests.cli.conftest import Ran, Run

LINES = [
    ("list",),
    ("gaps",),
    ("gaps", "--as-of", "9999-12-31"),
    ("last", "FRA", "RUS"),
    ("silence",),
    ("silence", "FRA", "RUS", "--baseline", "last:999y"),
    ("silence", "FRA", "RUS", "--as-of", "9999-12-31"),
    ("silence", "FRA", "RUS", "--as-of", "0001-01-01"),
    ("context", "fra-rus-2023-05-05-phone"),
    ("claims",),
    ("attempts",),
    ("frequency", "--per", "month", "--json"),
    ("topics",),
    ("readouts", "FRA", "RUS"),
    ("db", "check"),
    ("report", "-o", "page.html"),
    ("report", "FRA", "RUS", "-o", "page.html"),
    ("report", "FRA", "RUS", "--as-of", "9999-12-31", "-o", "page.html"),
    ("report", "--as-of", "0001-01-01", "-o", "page.html"),
]


def asked(program: Run, line: tuple[str, ...]) -> Ran:
    """What a command says of a record that begins in the year 1 and plans for the year 9999."""
    program("log", "0001-01-01", "phone", "FRA", "RUS")
    program("log", "2023-05-05", "phone", "FRA", "RUS", "--claim", "about 18 months")
    program("log", "9999-12-31~", "phone", "FRA", "RUS", "--status", "planned")
    return program(*line)


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_a_command_bears_them(fresh_detente: Run, line: tuple[str, ...]) -> None:
    assert asked(fresh_detente, line).status == 0
