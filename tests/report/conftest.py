"""The program on the shipped record, to hold a page against what the terminal prints."""

from tests.cli.conftest import detente, in_folder

__all__ = ["detente", "in_folder"]
