from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crashes.cases import Stores
from tests.crashes.forks import Program


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """Runs command lines, each in a process of its own."""
    started = Program(tmp_path_factory.mktemp("program"))
    yield started
    started.close()


@pytest.fixture(scope="session")
def stores(program: Program, empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Stores:
    """The stores that commands start from."""
    return Stores(program, tmp_path_factory.mktemp("stores-to-kill"), empty_file)
