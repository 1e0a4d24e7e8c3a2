"""Passwords are printed nowhere, however the address of the store is misspelt."""

import pytest

from detente.errors import DetenteError
from detente.store.opening import open_store

MISSPELT = [
    "postgresql://me:/s3cret@localhost/x",  # a password that begins with / and is not escaped
    "postgresql://me:12/s3cret@localhost/x",
    "postgresql://me:1?s3cret@localhost/x",
    "postgresql:/me:s3cret@localhost/x",  # taken for the path of a file
    "postgres//me:s3cret@localhost/x",
    "postgresql:me:s3cret@localhost/x",
    "mysql:s3cret@localhost://x",  # taken for a kind of store
]


@pytest.mark.parametrize("address", MISSPELT)
def test_a_password_in_a_misspelt_address_is_not_printed(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says that the address cannot be read, and does not repeat it."""
    monkeypatch.setattr("detente.store.opening.engine_at", _out_of_reach)
    with pytest.raises(DetenteError) as refused:
        open_store(address)
    assert "s3cret" not in str(refused.value)


def _out_of_reach(url: object, **_: object) -> object:
    """Nothing is connected to: the error names the store as every one does."""
    from detente.errors import StoreError
    from detente.store.addresses import shown

    raise StoreError(f"no store at {shown(url)}")  # type: ignore[arg-type]  # given what open_store gives


@pytest.mark.parametrize("path", ["a" * 5_000, "~nobody-of-that-name/record.db"])
def test_a_path_that_the_system_refuses(path: str) -> None:
    """A name of thousands of letters, and the home of somebody who has none: told in one line."""
    with pytest.raises(DetenteError):
        open_store(path)
