"""What the tests of event data share: the made-up files, and what a new record knows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from detente.formats.events.extraction import Extract, extract
from detente.formats.events.formats import format_named
from detente.formats.events.reading import Wanted
from detente.formats.events.register import Register, register_of
from detente.store.opening import open_store
from tests.support.places import Files

MADE_UP = Path(__file__).parent
NUMBERS = Wanted(maps=MADE_UP / "made_up_numbers", base_date="2014-01-01", step="hours")

Extracting = Callable[..., Extract]


@pytest.fixture(scope="session")
def register(files: Files) -> Register:
    """What a store knows in which nothing was logged."""
    with open_store(str(files.empty_file())) as store:
        return register_of(store)


@pytest.fixture(scope="session")
def extracting(register: Register) -> Extracting:
    """Extracts from a file: ``extracting(path, "keds", Wanted("weis"), echo=0)``."""

    known: dict[tuple[Path, str, Wanted | None], Extract] = {}

    def run(path: Path, name: str, wanted: Wanted | None = None, **more: Any) -> Extract:
        if (asked := (path, name, wanted)) in known and not more:
            return known[asked]
        found = extract(path, format_named(name, wanted or Wanted()), register, **more)
        if path.is_relative_to(MADE_UP) and not more:  # those do not change
            known[asked] = found
        return found

    return run
