"""Do the tests of domain/ and analysis/ notice when the code is changed? And is the share of what they notice counted rightly?"""

import subprocess
import sys

import pytest

from tests.mutation.campaign import ROOT, Campaign, drawn, wilson


@pytest.mark.parametrize(("noticed", "of"), [(0, 10), (1, 1), (85, 100), (540, 600)])
def test_the_interval_is_that_of_wilson(noticed: int, of: int) -> None:
    from statsmodels.stats.proportion import proportion_confint  # takes seconds, in every process that collects the tests

    assert wilson(noticed, of) == pytest.approx(proportion_confint(noticed, of, method="wilson"), abs=1e-6)


def test_of_each_module_a_share_is_drawn_and_at_least_one() -> None:
    names = {"gaps": [f"gaps.x{number}" for number in range(40)], "ids": ["ids.x1", "ids.x2"]}
    found = drawn(names, 0.1, 7)
    assert [name.partition(".")[0] for name in found] == ["gaps"] * 4 + ["ids"]
    assert len(set(found)) == 5
    assert drawn(names, 0.1, 7) == found != drawn(names, 0.1, 8)


def test_what_no_test_reaches_counts_as_not_noticed() -> None:
    outcomes = {
        "detente.domain.gaps.x_a__mutmut_1": "killed",
        "detente.domain.gaps.x_a__mutmut_2": "survived",
        "detente.domain.ids.x_b__mutmut_1": "timeout",
        "detente.domain.ids.x_b__mutmut_2": "no tests",
        "detente.domain.ids.x_b__mutmut_3": "killed",
    }
    made = Campaign(outcomes, of=50, seconds=60)
    assert (made.noticed(), made.noticed("domain.gaps"), made.noticed("domain.ids")) == ((3, 5), (1, 2), (2, 3))
    assert made.survivors == ("detente.domain.gaps.x_a__mutmut_2", "detente.domain.ids.x_b__mutmut_2")


@pytest.mark.long
def test_most_changes_are_noticed() -> None:
    """One in a hundred of all mutants, and at least one of each module."""
    pytest.importorskip("mutmut", reason="pip install --group mutation")
    command = (sys.executable, "-m", "tests.mutation.campaign", "--share=0.01", "--seed=9", "--least=0.85")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
