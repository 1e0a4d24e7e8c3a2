"""Killed (SIGKILL) at any moment, a command leaves the store as before it or after it, and does its work when run again."""

import os
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest

from tests.crashes.cases import CASES, Stores
from tests.crashes.forks import Program
from tests.crashes.killing import Kills
from tests.crashes.table import KILLS
from tests.support.places import Place

FORKING = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, which this system does not do")
pytestmark = FORKING

SEED = int(os.environ.get("KILL_SEED", "1"))
FEW, MANY = 20, 200


def share(name: str, total: int) -> int:
    """How many of ``total`` kills a command gets; together all of them."""
    place, count = list(CASES).index(name), len(CASES)
    return total // count + (place < total % count)


@pytest.fixture
def kill(request: pytest.FixtureRequest, program: Program, stores: Stores, tmp_path: Path) -> Callable[..., None]:
    """Kills a command so many times, and fails for what is found wrong."""

    def kill_it(name: str, times: int, in_time: float = 0.0) -> None:
        case = CASES[name]
        places: Mapping[str, Place] = request.getfixturevalue("places") if case.on_server else {}
        kills = Kills(program, case, stores, tmp_path, places["postgresql"].nothing if case.on_server else None)
        outcomes = [kills.kill(Random(f"{SEED} {name} {number}"), in_time=in_time) for number in range(times)]
        found = Counter(outcome.found for outcome in outcomes)
        row = (name, times, found["before"], found["after"], found["neither"], SEED)
        request.node.user_properties.append((KILLS, row))
        wrong = [text for outcome in outcomes for text in outcome.wrong]
        assert not wrong, f"KILL_SEED={SEED}: " + "\n".join(wrong)

    return kill_it


@pytest.mark.parametrize("name", CASES)
def test_a_few_kills(kill: Callable[..., None], name: str) -> None:
    """At moments counted beforehand: statements, what SQLite asks of the system, and files that the program makes."""
    kill(name, share(name, FEW))


@pytest.mark.long
@pytest.mark.parametrize("name", CASES)
def test_many_kills(kill: Callable[..., None], name: str) -> None:
    """As above, ten times as many, some after a share of the time that the command takes."""
    kill(name, share(name, MANY), in_time=0.1)


def test_the_kills_are_as_many_as_promised() -> None:
    """20 in make test, 200 in make test-long."""
    assert (sum(share(name, FEW) for name in CASES), sum(share(name, MANY) for name in CASES)) == (FEW, MANY)
