"""On a full disk a command says so in one line, leaves everything as it was, and works when there is room again."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.crashes.cases import CASES, STORE, Case, Stores, first
from tests.crashes.disks import Disk, disk, names_in
from tests.crashes.forks import Program
from tests.crashes.judging import state_of
from tests.crashes.killing import Kills, complaints
from tests.crashes.test_kills import FORKING, SEED

pytestmark = FORKING

ON_FILES = {name: case for name, case in CASES.items() if not case.on_server}

NO_ROOM, SOME_ROOM = 0, 48
"""In KiB: for nothing at all; for what SQLite needs to open a store, but not for the work."""


@pytest.fixture(scope="module")
def small(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    with disk(program, tmp_path_factory.mktemp("disk"), kib=32 * 1024) as made:
        yield made


@pytest.mark.parametrize("spare", [pytest.param(NO_ROOM, marks=pytest.mark.long), SOME_ROOM], ids="{} KiB left".format)
@pytest.mark.parametrize("name", first("import into a filled store", "log", "db upgrade", "db backup", "db copy", of=ON_FILES))
def test_a_command_on_a_full_disk(small: Disk, stores: Stores, name: str, spare: int) -> None:
    """Nothing is changed, nothing is left, and the same command works when there is room."""
    case = ON_FILES[name]
    folder = small.folder / f"{name} {spare}"
    stores.put(case, folder)
    before, names = state_of(folder, case.watched), names_in(folder)
    small.fill(spare)
    ended = small.run(folder, case.arguments)
    small.make_room()
    assert ended.status != 0
    assert list(complaints(ended)) == []
    assert ".new" not in ended.stderr, "nobody knows the name of a draft"
    assert (ended.stdout, names_in(folder), state_of(folder, case.watched)) == ("", names, before)
    again = small.run(folder, case.arguments)
    assert again.status == 0, again.stderr
    assert state_of(folder, case.watched) != before


@pytest.mark.parametrize(
    ("output", "spare"),
    [
        (("export", "out"), SOME_ROOM),
        (("export", "there"), SOME_ROOM),
        (("vocab", "list", "parties", "-o", "out.json"), 34),
        pytest.param(("report", "FRA", "RUS", "-o", "out.html"), SOME_ROOM, marks=pytest.mark.long),
        pytest.param(("report", "-o", "out"), 1_300, marks=pytest.mark.long),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else f"{value} KiB left",
)
def test_an_output_on_a_full_disk(small: Disk, stores: Stores, output: tuple[str, ...], spare: int) -> None:
    """Each file is whole or as it was; a package may be cut short, which the next export completes."""
    if not small.mounted:
        pytest.skip("only root may mount a disk; none of these files is longer than a limit that opens a store")
    case = Case((*output, "--db", STORE))
    folder = small.folder / " ".join(output)
    stores.put(case, folder)
    if "there" in output:
        assert small.run(folder, case.arguments).status == 0
    before = {path: (folder / path).read_bytes() for path in names_in(folder)}
    small.fill(spare)
    ended = small.run(folder, case.arguments)
    small.make_room()
    assert ended.status != 0
    assert list(complaints(ended)) == []
    assert ended.stdout == ""
    assert {path: (folder / path).read_bytes() for path in before} == before
    assert [path for path in names_in(folder) if Path(path).name.startswith(".")] == []
    again = small.run(folder, case.arguments)
    assert again.status == 0, again.stderr


@pytest.mark.parametrize(
    "arguments", [("list", "--json"), ("--help",), ("vocab", "list", "topics"), ("db", "backup", "copy.db")]
)
def test_a_stdout_that_is_full(program: Program, stores: Stores, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """What the command did stays done; the answer that could not be written is no bug."""
    stores.put(CASES["log"], tmp_path / "work")
    ended = program.run(
        tmp_path / "work", arguments if "--help" in arguments else (*arguments, "--db", STORE), full_stdout=True
    )
    assert ended.status == 5
    assert list(complaints(ended)) == []


@pytest.mark.parametrize("name", first("log", "db copy", of=("init", "log", "db restore", "db restore --replace", "db copy")))
def test_a_disk_that_fills_up_at_the_end(program: Program, stores: Stores, tmp_path: Path, name: str) -> None:
    """From one of the last calls of SQLite on nothing can be written: then all is done, or nothing is and one line says so.

    Once a copy came out damaged, with exit code 0: what was in the log did not fit into the file when that was closed.
    """
    kills = Kills(program, CASES[name], stores, tmp_path)
    place = Random(f"{SEED} {name}").randint(kills.calls - 20, kills.calls)
    assert kills.fill(place).wrong == ()


@pytest.mark.long
@pytest.mark.parametrize("name", ON_FILES)
def test_a_disk_that_fills_up_at_any_time(program: Program, stores: Stores, tmp_path: Path, name: str) -> None:
    kills = Kills(program, CASES[name], stores, tmp_path)
    drawn = Random(f"{SEED} {name}").sample(range(1, kills.calls + 1), 10)
    wrong = [text for number in sorted(drawn) for text in kills.fill(number).wrong]
    assert not wrong, f"KILL_SEED={SEED}: " + "\n".join(wrong)
