"""Golden files: what a command printed when somebody last looked at it; ``pytest --accept`` takes what it prints now."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

_TIME = re.compile(r"\d{4}-\d\d-\d\d([ T])\d\d:\d\d:\d\d")
"""When something was recorded: another time in every store that is made for a test."""

GOLDEN = Path(__file__).parents[1] / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="take what is printed now as the golden files; then look at the diff"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of that name."""

    def compare(name: str, text: str) -> None:
        text = _TIME.sub(r"2000-01-01\g<1>00:00:00", text)
        path = GOLDEN / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"there is no {name}: run pytest --accept and look at it"
        assert text == path.read_bytes().decode(), f"{name} differs: mend it, or run pytest --accept and look at the diff"

    return compare
