"""Where nothing may be written a store is read as ever, and whatever would write says so in one line and changes nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crashes.cases import CASES, STORE, Stores
from tests.crashes.forks import Ended, Program
from tests.crashes.judging import state_of
from tests.crashes.test_kills import FORKING

pytestmark = FORKING


@pytest.fixture(scope="module")
def bound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program where permissions hold for it, also when root runs the tests."""
    started = Program(tmp_path_factory.mktemp("bound"), bound=True)
    yield started
    started.close()


@pytest.fixture(params=["file", "folder", "both"])
def closed(request: pytest.FixtureRequest, stores: Stores, tmp_path: Path) -> Iterator[Path]:
    """A folder with a store, of which the file, the folder or both may not be written."""
    folder = tmp_path / "closed"
    stores.put(CASES["log"], folder)
    (folder / STORE).chmod(0o600 if request.param == "folder" else 0o400)
    folder.chmod(0o700 if request.param == "file" else 0o500)
    yield folder
    folder.chmod(0o700)


def clean(ended: Ended) -> bool:
    return "Traceback" not in ended.stderr and len(ended.stderr.splitlines()) == 1


@pytest.mark.parametrize("query", [("list", "--json"), ("gaps", "FRA", "RUS"), ("history",), ("db", "check")], ids=" ".join)
def test_queries_answer(bound: Program, closed: Path, query: tuple[str, ...]) -> None:
    ended = bound.run(closed, (*query, "--db", STORE))
    assert ended.status == 0, ended.stderr
    assert (ended.stdout + ended.stderr).strip()
    assert [path.name for path in closed.iterdir() if path.name.startswith(STORE)] == [STORE], "nothing is left beside it"


@pytest.mark.parametrize("name", ["log", "amend", "retract", "import --update"])
def test_what_would_write_says_so_and_changes_nothing(bound: Program, stores: Stores, tmp_path: Path, name: str) -> None:
    case, folder = CASES[name], tmp_path / "closed"
    stores.put(case, folder)
    before = state_of(folder, (STORE,))
    (folder / STORE).chmod(0o400)
    folder.chmod(0o500)
    ended = bound.run(folder, case.arguments)
    folder.chmod(0o700)
    assert (ended.status, clean(ended)) == (3, True), ended.stderr
    assert "check the permissions" in ended.stderr
    assert state_of(folder, (STORE,)) == before
