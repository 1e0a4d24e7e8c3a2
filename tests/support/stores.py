"""Stores to test with: each made by running the migrations once, then copied."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from detente.formats.package import import_package
from detente.store.creating import create
from detente.store.opening import Store, open_store
from tests.support.shipped_record import SHIPPED


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "empty.db"
    with create(str(path)):
        return path


@pytest.fixture(scope="session")
def shipped_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "shipped.db"
    shutil.copyfile(empty_file, path)
    with open_store(str(path)) as store:
        import_package(store, SHIPPED)
    return path


@pytest.fixture
def fresh(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Store]:
    """Makes one empty store after another, for tests that need several."""
    folder = tmp_path_factory.mktemp("fresh")
    numbers = iter(range(1_000_000))

    def make() -> Store:
        path = folder / f"{next(numbers)}.db"
        shutil.copyfile(empty_file, path)
        return open_store(str(path))

    return make


@pytest.fixture
def empty(fresh: Callable[[], Store]) -> Iterator[Store]:
    with fresh() as store:
        yield store


@pytest.fixture
def shipped(shipped_file: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "shipped.db"
    shutil.copyfile(shipped_file, path)
    with open_store(str(path)) as store:
        yield store
