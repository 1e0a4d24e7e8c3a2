"""Détente: the record of contacts between defence ministries.

``detente.open`` opens a record for a program. Nothing is loaded before it is asked for: the command line starts from here too.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.api import Choice, Record, open
    from detente.errors import DetenteError, NotFoundError, RejectedError, StoreError, UsageError

__all__ = ["Choice", "DetenteError", "NotFoundError", "Record", "RejectedError", "StoreError", "UsageError", "open"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'detente' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module("detente.errors" if name.endswith("Error") else "detente.api"), name)


def __dir__() -> list[str]:
    return __all__
