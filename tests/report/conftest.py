"""The program on the shipped record, to hold a page against what the terminal prints, and pages rendered once."""

from tests.cli.conftest import detente, in_folder
from tests.report.rendered import pages

__all__ = ["detente", "in_folder", "pages"]
