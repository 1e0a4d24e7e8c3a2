"""Where the files that come with Détente lie: inside the wheel, or at the top of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_folder() -> Path:
    """The shipped record package."""
    return _shipped("_data", "data")


def migrations_folder() -> Path:
    """The schema revisions."""
    return _shipped("_migrations", "migrations")


def _shipped(in_wheel: str, in_checkout: str) -> Path:
    inside = _PACKAGE / in_wheel
    return inside if inside.is_dir() else _PACKAGE.parent.parent / in_checkout
