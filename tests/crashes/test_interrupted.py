"""Ctrl-C in the middle of a command ends it with 130 and at most one line, and leaves everything as it was."""

from pathlib import Path
from random import Random

import pytest

from tests.crashes.cases import CASES, Stores, first
from tests.crashes.disks import names_in
from tests.crashes.forks import Ended, Program
from tests.crashes.judging import state_of
from tests.crashes.points import Deed, Kind, Point
from tests.crashes.test_kills import FORKING, SEED

pytestmark = FORKING

INTERRUPTED = 130
NAMES = ("import into an empty store", "db restore --replace", "db copy")


def interrupted(program: Program, stores: Stores, folder: Path, name: str, **how: object) -> Ended:
    """Interrupts a command; what it leaves is whole, and it does its work when it is run again."""
    case = CASES[name]
    stores.put(case, folder)
    before, names = state_of(folder, case.watched), names_in(folder)
    point = how.pop("point", None)
    assert point is None or isinstance(point, Point)
    ended = program.run(folder, case.arguments, point, **how)
    state = state_of(folder, case.watched)
    assert "Traceback" not in ended.stderr, ended.stderr
    if ended.status == INTERRUPTED:
        assert ended.stderr.count("\n") <= 1, ended.stderr
        if state == before:
            assert names_in(folder) == names
            assert program.run(folder, case.arguments).status == 0
    return ended


@pytest.mark.parametrize("name", first(NAMES[0], of=NAMES))
def test_at_a_statement(program: Program, stores: Stores, tmp_path: Path, name: str) -> None:
    usual = interrupted(program, stores, tmp_path / "usual", name)
    assert usual.status == 0
    step = Random(f"{SEED} {name}").randint(usual.counts[Kind.STEP] // 3, usual.counts[Kind.STEP] * 2 // 3)
    ended = interrupted(program, stores, tmp_path / "work", name, point=Point(Kind.STEP, step, Deed.INTERRUPT))
    assert (ended.status, ended.stdout) == (INTERRUPTED, "")


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_at_any_time(program: Program, stores: Stores, tmp_path: Path, name: str) -> None:
    random = Random(f"{SEED} {name} at any time")
    usual = interrupted(program, stores, tmp_path / "usual", name)
    statuses = {
        interrupted(
            program, stores, tmp_path / str(number), name, interrupt_after=random.uniform(0.05, 0.9) * usual.seconds
        ).status
        for number in range(12)
    }
    assert INTERRUPTED in statuses
    assert statuses <= {0, INTERRUPTED}
