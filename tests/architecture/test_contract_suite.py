"""The contract suite is the same on every engine: as many tests are collected for each."""

import os
import subprocess
import sys
from collections import Counter

import pytest

from tests.architecture.source import ROOT
from tests.support.stores import engines


@pytest.mark.long  # all tests are collected once more; the counts of those that are not long are compared after each run in CI
def test_every_engine_has_the_same_tests() -> None:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "-m", "long or not long"]
    done = subprocess.run(
        [*command, "tests/store", "tests/migrations", "tests/formats", "tests/cli"],
        cwd=ROOT, capture_output=True, text=True, env={**os.environ, "PYTEST_ADDOPTS": ""},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    found: dict[str, Counter[str]] = {engine: Counter() for engine in engines()}
    for line in done.stdout.splitlines():
        test, _, parameters = line.partition("[")
        for engine in engines():
            if parameters.startswith((f"{engine}-", f"{engine}]")):
                found[engine][f"{test}[{parameters.removeprefix(engine).removeprefix('-')}"] += 1
    assert sum(found["sqlite"].values()) > 300
    for engine, tests in found.items():
        assert tests == found["sqlite"], engine
