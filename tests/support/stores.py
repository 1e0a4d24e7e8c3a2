"""Stores to test with, each made by running the migrations once, then copied; on every engine where that is promised."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from detente.store import schema
from detente.store.addresses import read_url, servers_of
from detente.store.engine import WRITING
from detente.store.opening import Store, open_store
from tests.support import postgres
from tests.support.places import Databases, Files, Place

_AT_MOST = 20
"""How many stores one test keeps at once; a property makes hundreds, one after the other."""

_ROOT = Path(__file__).parents[1]


def engines() -> dict[str, str]:
    """The engines that the contract suite runs on, by name; those of DETENTE_TEST_URLS with their URL."""
    found = {"sqlite": "", "postgresql": ""}
    for text in os.environ.get("DETENTE_TEST_URLS", "").split():
        url = read_url(text)
        found[f"{servers_of(url)[0].rpartition('/')[2]}:{url.port or 5432}"] = text
    return found


def in_contract(path: Path, fixtures: Collection[str]) -> bool:
    """Whether a test holds for every engine: it then runs on each, if it uses a store."""
    place = path.relative_to(_ROOT).as_posix()
    if place.endswith("_only.py"):
        return False
    if "golden" in fixtures:  # what a command prints is the same to the letter
        return True
    return place.startswith(("store/", "migrations/", "writers/")) or place in (
        "formats/test_package.py",
        "formats/test_contact_files.py",
        "cli/test_log.py",
        "cli/test_event_data.py",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of the contract runs once per engine."""
    if "place" in metafunc.fixturenames and in_contract(metafunc.definition.path, metafunc.fixturenames):
        metafunc.parametrize("place", list(engines()), indirect=True)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Tells reports, which travel between processes, of the engine of a test."""
    place = getattr(getattr(item, "callspec", None), "params", {}).get("place")
    if isinstance(place, str) and place in engines():  # other tests have places of their own
        item.user_properties.append(("engine", place))


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return Files(tmp_path_factory.mktemp("stores"))


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A server of PostgreSQL, one for all tests of this process."""
    if postgres.programs() is None:
        pytest.skip(postgres.MISSING)
    with postgres.server() as started:
        yield started


class _Places(dict[str, Place]):
    def __init__(self, request: pytest.FixtureRequest, until: ExitStack) -> None:
        super().__init__()
        self._request = request
        self._until = until

    def __missing__(self, engine: str) -> Place:
        if engine == "sqlite":
            self[engine] = self._request.getfixturevalue("files")
        else:
            given = engines()[engine]
            made = self[engine] = Databases(given or self._request.getfixturevalue("server").url("postgres"), engine)
            self._until.callback(made.close, remove=bool(given))  # our own server goes with all that it holds
        return self[engine]


@pytest.fixture(scope="session")
def places(request: pytest.FixtureRequest) -> Iterator[Mapping[str, Place]]:
    """Where stores are made, by engine; a server is started when somebody asks for it."""
    with ExitStack() as until:
        yield _Places(request, until)


@pytest.fixture
def place(request: pytest.FixtureRequest, places: Mapping[str, Place]) -> Place:
    """Where the stores of this test are made."""
    return places[getattr(request, "param", "sqlite")]


@pytest.fixture
def fresh(place: Place) -> Iterator[Callable[[], Store]]:
    """Makes one empty store after another, for tests that need several."""
    made: list[str] = []

    def make() -> Store:
        if len(made) >= _AT_MOST:
            place.remove(made.pop(0))
        made.append(place.empty())
        return open_store(made[-1])

    yield make
    for address in made:
        place.remove(address)


_SEEDED = ("setting", "revision", "party", "party_name", "topic", "officeholder")
"""What a store without contacts holds."""


@pytest.fixture
def emptied(empty: Store) -> Callable[[], Store]:
    """Gives one store without contacts, again and again: for the hundreds of examples of a property."""

    def empty_again() -> Store:
        with empty.engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
            for table in reversed(schema.metadata.sorted_tables):
                if table.name not in _SEEDED:
                    connection.execute(table.delete())
        return empty

    return empty_again


@pytest.fixture
def empty(place: Place) -> Iterator[Store]:
    address = place.empty()
    with open_store(address) as store:
        yield store
    place.remove(address)


@pytest.fixture
def shipped(place: Place) -> Iterator[Store]:
    address = place.shipped()
    with open_store(address) as store:
        yield store
    place.remove(address)


@pytest.fixture(scope="session")
def empty_file(files: Files) -> Path:
    return files.empty_file()


@pytest.fixture(scope="session")
def shipped_file(files: Files) -> Path:
    return files.shipped_file()
