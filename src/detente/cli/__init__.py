"""How the record is asked from a terminal."""

from typing import Any

PLAIN: dict[str, Any] = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}
"""How every command is set up: no rich help, which costs as much time as all else and reads differently on every terminal."""
