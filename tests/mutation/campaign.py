"""Which changes to domain/ and analysis/ do the tests notice? ``make mutation`` prints the share, and the changes that they do not.

mutmut makes the changes (mutants), finds the tests that reach each and judges it by them, in a process forked for it. All of them
would take hours, so that a share of each module's is drawn, and the figure has an interval. What it changes are functions and
methods without decorators; the tables of a module and its properties it leaves alone.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[2]
WHERE = ROOT / "build" / "mutation"
"""A copy of the project: mutmut writes beside what it reads."""

COPIED = ("pyproject.toml", "src", "tests", "migrations", "data", "docs")

_NOTICED = ("killed", "timeout", "segfault")
_Z = 1.959964  # of the normal distribution, for an interval of 95 %


@dataclass(frozen=True, slots=True)
class Campaign:
    """What became of the mutants that were drawn, of all there are."""

    outcomes: Mapping[str, str]
    of: int
    seconds: float

    def noticed(self, module: str | None = None) -> tuple[int, int]:
        """How many were noticed, and of how many: of a module, or of all."""
        found = [outcome for name, outcome in self.outcomes.items() if module is None or module_of(name) == module]
        return sum(outcome in _NOTICED for outcome in found), len(found)

    @property
    def survivors(self) -> tuple[str, ...]:
        """The names of those that no test noticed, or that no test reaches."""
        return tuple(sorted(name for name, outcome in self.outcomes.items() if outcome not in _NOTICED))

    def table(self) -> Iterator[str]:
        """Markdown: the share of each module and of all, then how it was come by."""
        yield "| module | mutants | noticed | share |\n|---|---|---|---|"
        for module in sorted({module_of(name) for name in self.outcomes}):
            noticed, drawn = self.noticed(module)
            yield f"| `{module}` | {drawn} | {noticed} | {noticed / drawn:.0%} |"
        noticed, drawn = self.noticed()
        low, high = wilson(noticed, drawn)
        yield f"| **all** | {drawn} | {noticed} | **{noticed / drawn:.1%}** |\n"
        counts = ", ".join(f"{count} {outcome}" for outcome, count in Counter(self.outcomes.values()).most_common())
        yield f"{drawn:,} of {self.of:,} mutants in {self.seconds / 60:.0f} minutes: {counts}."
        yield f"95 % interval of the share: {low:.1%} to {high:.1%}."


def wilson(noticed: int, drawn: int) -> tuple[float, float]:
    """The interval of Wilson (1927, eq. 2) for a share, at 95 %: it stays between 0 and 1; at least one must be drawn."""
    share, spread = noticed / drawn, _Z**2 / drawn
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * sqrt(share * (1 - share) / drawn + spread / (4 * drawn))
    return max(0.0, middle - half), min(1.0, middle + half)


def module_of(mutant: str) -> str:
    """``domain.gaps`` of a mutant's name, ``detente.domain.gaps.x_name__mutmut_7``."""
    return ".".join(mutant.split(".")[1:3])


def drawn(names: Mapping[str, Sequence[str]], share: float, seed: int) -> tuple[str, ...]:
    """That share of each module's mutants, at least one; the same seed draws the same of the same code."""
    chance = random.Random(seed)
    of = {module: max(1, round(share * len(found))) for module, found in sorted(names.items())}
    return tuple(name for module, count in of.items() for name in chance.sample(names[module], count))


def laid_out() -> None:
    """Makes the copy anew, for tests may have changed since an earlier campaign, and goes there: it is where mutmut looks for all."""
    shutil.rmtree(WHERE, ignore_errors=True)
    WHERE.mkdir(parents=True)
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, WHERE / name)
    os.chdir(WHERE)


def mutants() -> dict[str, tuple[str, ...]]:
    """Makes every mutant, in the folder that this process is in: their names, by the file that has their module's."""
    from mutmut.__main__ import create_mutants
    from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir

    with redirect_stdout(sys.stderr):
        copy_src_dir()
        copy_also_copy_files()
        create_mutants(os.cpu_count() or 1)
    made = {path.name: tuple(_codes(path)) for path in sorted(Path("mutants").rglob("*.meta"))}
    return {path: names for path, names in made.items() if names}


def judged(names: Collection[str]) -> dict[str, str]:
    """What became of each mutant that was made here; what mutmut says goes to stderr, and its failure is an error."""
    from mutmut.stats import status_by_exit_code

    subprocess.run([Path(sys.executable).with_name("mutmut"), "run", *names], check=True, stdout=sys.stderr)
    codes = {name: code for path in Path("mutants").rglob("*.meta") for name, code in _codes(path).items()}
    return {name: status_by_exit_code[codes[name]] for name in names}


def _codes(path: Path) -> dict[str, int | None]:
    codes: dict[str, int | None] = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return codes


def differences(names: Iterable[str]) -> Iterator[str]:
    """What each mutant that was made here changes, as a unified diff."""
    from mutmut.mutation.diff_apply import find_mutant, get_diff_for_mutant

    for name in names:
        yield f"{name}\n{get_diff_for_mutant(name, path=find_mutant(name).path)}"


def campaign(share: float, seed: int, only: str = "") -> Campaign:
    """Draws from the mutants whose names contain a text, and has them judged. Leaves this process in the campaign's folder."""
    started = monotonic()
    laid_out()
    named = {path: tuple(name for name in names if only in name) for path, names in mutants().items()}
    among = {path: names for path, names in named.items() if names}
    return Campaign(judged(drawn(among, share, seed)), sum(map(len, among.values())), monotonic() - started)


def main(given: Sequence[str]) -> int:
    """Prints what each survivor changes, then the table; 1 where fewer were noticed than asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=0.05, help="of each module's mutants, 0 to 1 (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=9, help="another seed draws others (default: %(default)s)")
    parser.add_argument("--only", default="", help="mutants whose names contain this, as detente.domain.gaps")
    parser.add_argument(
        "--least", type=float, default=0, help="the share that has to be noticed, 0 to 1 (default: %(default)s)"
    )
    asked = parser.parse_args(given)
    found = campaign(asked.share, asked.seed, asked.only)
    sys.stdout.writelines(f"{text}\n" for text in (*differences(found.survivors), *found.table()))
    noticed, of = found.noticed()
    return int(noticed < asked.least * of)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
