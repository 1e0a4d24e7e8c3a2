"""Whatever is read: no traceback, no hang, and what is accepted is whole; see targets.py for what holds of each reader."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.architecture.source import ROOT
from tests.fuzz.inputs import inputs
from tests.fuzz.targets import CORPUS, TARGETS, HangError, Target, no_longer_than

NAMES = list(TARGETS)
GUIDED = find_spec("atheris") is not None


def tried(target: Target, count: int) -> tuple[int, int]:
    """Gives ``count`` inputs to a target; returns how many it accepted and how many it refused."""
    taken = [0, 0]

    @settings(
        max_examples=count,
        phases=[Phase.reuse, Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),  # slow readers and large inputs are meant to be here
        deadline=None,  # an alarm tells a hang from a busy machine
    )
    @given(inputs(target))
    def hold(data: bytes) -> None:
        with no_longer_than(target.seconds):
            taken[target.accepts(data)] += 1

    hold()
    return taken[True], taken[False]


FEW = 5
"""How many known inputs a reader with a store behind it is given each time: one takes as long as a thousand dates."""


@pytest.mark.parametrize("name", NAMES)
def test_known_inputs(name: str) -> None:
    """What others are made from, and what once went wrong, is accepted or refused in plain words; the rest of a slow reader's
    begins its long campaign."""
    target = TARGETS[name]
    known = target.seeds() if target.quick >= 100 else target.seeds()[:FEW]
    assert True in {target.accepts(data) for data in known}


@pytest.mark.hypothesis  # counted with the properties
@pytest.mark.parametrize("name", NAMES)
def test_two_thousand_inputs(name: str) -> None:
    """Inputs made from known ones and from words; what is accepted fulfils what the target asks of it."""
    accepted, refused = tried(TARGETS[name], TARGETS[name].quick)
    assert accepted + refused >= TARGETS[name].quick
    assert accepted or refused < 100, "inputs that are all refused try nothing but the refusal"


def test_the_inputs_are_as_many_as_promised() -> None:
    """2,000 in make test, 100,000 or more in make test-long; every file of the corpus belongs to a target."""
    assert sum(target.quick for target in TARGETS.values()) >= 2_000
    assert sum(target.long for target in TARGETS.values()) >= 100_000
    assert {path.name for path in CORPUS.iterdir()} == {f"{name}.txt" for name in NAMES}


def test_a_hang_is_found() -> None:
    """The alarm ends a reader that does not come back."""
    with pytest.raises(HangError), no_longer_than(1):
        time.sleep(30)


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_a_long_campaign(name: str, tmp_path: Path, tell: Callable[[str], None]) -> None:
    """Inputs guided by the code that they reach (atheris); where that cannot be had, many more of those of ``make test``."""
    target, start = TARGETS[name], time.monotonic()
    if GUIDED:
        accepted, refused = _campaign(target, tmp_path)
        how = "guided by coverage"
    else:
        accepted, refused = tried(target, target.long)
        how = "not guided by coverage, because atheris is not installed (pip install --group fuzz)"
    tell(f"{name}: {accepted + refused:,} inputs in {time.monotonic() - start:.0f} s, {accepted:,} accepted; {how}")
    assert accepted + refused >= target.long


def _campaign(target: Target, folder: Path) -> tuple[int, int]:
    """Runs campaign.py as often as it takes; returns how many inputs were accepted and refused, as it counted them."""
    accepted = refused = number = 0
    while (left := target.long - accepted - refused) > 0:
        number += 1
        now = _part_of_campaign(target, folder, min(left, target.at_once), seed=number)
        accepted, refused = accepted + now[0], refused + now[1]
    return accepted, refused


def _part_of_campaign(target: Target, folder: Path, runs: int, seed: int) -> tuple[int, int]:
    command = [
        sys.executable,
        "-m",
        "tests.fuzz.campaign",
        target.name,
        f"--runs={runs}",
        f"--seed={seed}",
        f"--folder={folder}",
    ]
    with TemporaryDirectory() as stores:  # atheris ends the process without tidying up
        more = {**os.environ, "TMPDIR": stores}
        done = subprocess.run(
            command, cwd=ROOT, env=more, capture_output=True, text=True, errors="backslashreplace", check=False
        )
    wrong = [f"{path.name}: {path.read_bytes()!r}" for path in sorted(folder.glob("wrong-*")) if "slow-unit" not in path.name]
    said = done.stdout[-4_000:] + done.stderr[-2_000:]  # Python's traceback, and what libFuzzer makes of it
    assert done.returncode == 0, f"add this input to corpus/{target.name}.txt: {wrong}\n{said}"
    counted = re.search(r"^accepted (\d+), refused (\d+)$", done.stderr, re.MULTILINE)
    units = re.search(r"^stat::number_of_executed_units:\s+(\d+)$", done.stderr, re.MULTILINE)
    assert counted is not None, said
    assert units is not None, said
    accepted, refused = map(int, counted.groups())
    assert int(units[1]) >= accepted + refused >= runs
    return accepted, refused
