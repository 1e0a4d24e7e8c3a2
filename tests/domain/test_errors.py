import pytest

from detente.errors import (
    DetenteError,
    Exit,
    InterruptionError,
    NotFoundError,
    RejectedError,
    SilenceError,
    StoreError,
    UsageError,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (DetenteError, 1), (UsageError, 2), (StoreError, 3), (NotFoundError, 4), (RejectedError, 5), (SilenceError, 6),
        (InterruptionError, 130),
    ],
)  # fmt: skip
def test_every_error_has_the_documented_exit_code(error: type[DetenteError], code: int) -> None:
    assert error("x").exit_code == code


def test_exit_codes() -> None:
    assert {code.name: int(code) for code in Exit} == {
        "OK": 0, "BUG": 1, "USAGE": 2, "STORE": 3, "NOT_FOUND": 4, "REJECTED": 5, "SILENCE": 6, "INTERRUPTED": 130,
    }  # fmt: skip


def test_an_error_is_one_line_with_its_mend() -> None:
    assert str(RejectedError("no such topic", mend="try 'syria'")) == "no such topic; try 'syria'"
    assert str(RejectedError("no such topic")) == "no such topic"
