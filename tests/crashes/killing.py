"""Is a store as before or after a command that was killed, and does the command do its work when it is run again?"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from tests.crashes.cases import SERVER, Case, Stores
from tests.crashes.forks import KILLED, Ended, Program
from tests.crashes.judging import State, state_of
from tests.crashes.points import Deed, Kind, Point

_LAST = 12
"""Points of a kind before the end: there a transaction is committed and a file gets its name."""

_WEIGHTS = {Kind.STATEMENT: 2, Kind.CALL: 4, Kind.FILE: 2}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a kill led to: whether the store was as before or after, or neither; and what else went wrong."""

    how: str
    found: str
    wrong: tuple[str, ...] = ()


class Kills:
    """Kills one command, again and again, each time starting from the same stores."""

    def __init__(
        self, program: Program, case: Case, stores: Stores, folder: Path, database: Callable[[], str] | None = None
    ) -> None:
        self._program = program
        self._case = case
        self._stores = stores
        self._folder = folder
        self._database = database
        self._sound: set[str | None] = set()
        self._usual = self._measured()

    def _measured(self) -> Ended:
        """Runs the command undisturbed: it tells which points there are, and what the stores hold before and after."""
        folder, case = self._start()
        self.before = self._state(folder, case)
        ended = self._program.run(folder, case.arguments)
        assert ended.status == 0, ended.stderr
        self.after = self._state(folder, case)
        assert self.after != self.before
        shutil.rmtree(folder)
        return ended

    def _start(self) -> tuple[Path, Case]:
        """A folder with the stores that the command starts from, and the command with the address of a database."""
        folder, case = self._folder / "work", self._case
        self._stores.put(case, folder)
        if case.on_server and self._database is not None:
            url = self._database()
            case = replace(
                case,
                arguments=tuple(url if word == SERVER else word for word in case.arguments),
                watched=tuple(url if name == SERVER else name for name in case.watched),
            )
        return folder, case

    def _state(self, folder: Path, case: Case) -> State:
        held = state_of(folder, case.watched)
        return dict(zip(self._case.watched, held.values(), strict=True))

    def kill(self, random: Random, *, in_time: float = 0.0) -> Outcome:
        """Kills the command at a moment drawn by ``random``, and looks at what there is.

        ``in_time`` is the share of moments that are of time, in a process that has everything to load, not counted ones.
        """
        timed = random.random() < in_time
        seconds = self._time_anew() if timed else 0.0
        folder, case = self._start()
        if timed:
            share = random.uniform(0.2, 1)
            how = f"after {share:.0%} of its time"
            ended = self._program.run_anew(folder, case.arguments, share * seconds)
        else:
            point = self._draw(random)
            how = str(point)
            ended = self._program.run(folder, case.arguments, point)
            assert ended.status == KILLED, f"{how} was not reached: {ended}"
        try:
            return self._judged(how, folder, case, ended)
        finally:
            shutil.rmtree(folder)

    def fill(self, number: int) -> Outcome:
        """Has the disk full from the ``number``-th call of SQLite on, and looks at what there is and what was said."""
        folder, case = self._start()
        point = Point(Kind.CALL, number, Deed.FILL)
        ended = self._program.run(folder, case.arguments, point)
        wrong = [f"{point}: {text}" for text in complaints(ended)]
        wrong += [f"{point}: {path.name} is left" for path in folder.iterdir() if path.name.startswith(".")]
        try:
            outcome = self._judged(str(point), folder, case, ended)
        finally:
            shutil.rmtree(folder)
        said_so = "is on record" in ended.stderr or "is restored" in ended.stderr
        if outcome.found != ("after" if ended.status == 0 or said_so else "before"):
            wrong.append(f"{point}: {outcome.found}, exit code {ended.status}: {ended.stderr}")
        return replace(outcome, wrong=(*wrong, *outcome.wrong))

    @property
    def calls(self) -> int:
        """How many calls of SQLite the command makes that a full disk may refuse."""
        return self._usual.counts[Kind.CALL]

    def _time_anew(self) -> float:
        if not hasattr(self, "_anew"):
            folder, case = self._start()
            self._anew = self._program.run_anew(folder, case.arguments).seconds
            shutil.rmtree(folder)
        return self._anew

    def _draw(self, random: Random) -> Point:
        kinds = [kind for kind in _WEIGHTS if self._usual.counts[kind]]
        [kind] = random.choices(kinds, [_WEIGHTS[kind] for kind in kinds])
        count = self._usual.counts[kind]
        first = max(1, count - _LAST + 1) if random.random() < 0.5 else 1
        torn = kind is Kind.CALL and random.random() < 0.25
        return Point(kind, random.randint(first, count), Deed.TEAR if torn else Deed.KILL)

    def _judged(self, how: str, folder: Path, case: Case, ended: Ended) -> Outcome:
        try:
            state = self._state(folder, case)
        except Exception as damage:  # whatever is wrong with the store, it is a loss
            return Outcome(how, "neither", (f"{how}: {damage!r}",))
        found = self._called(state)
        wrong = [*self._in_the_way(folder), *self._contradictions(folder, state)]
        if found == "neither":
            wrong.append(f"neither before nor after: {state}")
        if (ended.stdout or ended.status == 0) and found != "after":
            wrong.append(f"it had said that it was done: {ended.stdout}")
        wrong += self._again(folder, case, found)
        return Outcome(how, found, tuple(f"{how}: {text}" for text in wrong))

    def _called(self, state: State) -> str:
        if state == self.after:
            return "after"
        may_differ = {name: self.after[name] for name in self._case.whole if state[name] is not None}
        return "before" if state == self.before | may_differ else "neither"

    def _in_the_way(self, folder: Path) -> Iterator[str]:
        """Files that nobody knows what to do with: a draft is known by its name, and SQLite looks after its own."""
        for path in folder.iterdir():
            stem = path.name.removesuffix("-wal").removesuffix("-shm").removesuffix("-journal")
            known = stem in {"package", "corrected"} or any(path.with_name(stem).match(name) for name in self._case.watched)
            if not known and not (stem.startswith(".") and stem.endswith(".new")):
                yield f"{path.name} is left"

    def _contradictions(self, folder: Path, state: State) -> Iterator[str]:
        """What ``db check`` says of each store, once for each content."""
        for name, held in state.items():
            for path in sorted(folder.glob(name)) if held not in self._sound and name != SERVER else ():
                checked = self._program.run(folder, ("db", "check", "--db", path.name))
                if checked.status == 0 or (checked.status == 3 and "older version" in checked.stderr):
                    self._sound.add(held)
                else:
                    yield f"db check of {path.name}: {checked.stderr}"

    def _again(self, folder: Path, case: Case, found: str) -> Iterator[str]:
        """The same command again does what it did not do, or says that it is done."""
        ended = self._program.run(folder, case.arguments)
        wanted = 0 if found == "before" or case.once else case.again
        if ended.status != wanted or "Traceback" in ended.stderr:
            yield f"again: {ended.status}, {ended.stderr}"
        elif not (found == "after" and case.once) and (state := self._state(folder, case)) != self.after:
            yield f"again: not as after, {state}"


def complaints(ended: Ended) -> Iterator[str]:
    """What is wrong with how a command ended that may have found no room or no right to write."""
    lines = [line for line in ended.stderr.splitlines() if not line.startswith("wrote ")]
    if ended.status not in (0, 3, 5):
        yield f"exit code {ended.status}: {ended.stderr}"
    elif ended.status != 0 and not (len(lines) == 1 and lines[0].startswith("detente: ") and "; " in lines[0]):
        yield f"not one line that names the mend: {ended.stderr}"
