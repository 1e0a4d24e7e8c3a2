from collections.abc import Callable

import pytest


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Prints what a long test measured, whether it passes or not."""

    def out(text: str) -> None:
        with capsys.disabled():
            print(f"\n{text}")  # noqa: T201 - what was measured is the result

    return out
