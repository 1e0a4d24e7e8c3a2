"""What writers do while their server goes, and what is left of it: each command is told of in a file once it has returned."""

import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import count, pairwise
from pathlib import Path

from detente.store.contacts import contacts
from detente.store.opening import Store
from tests.support.processes import Meeting
from tests.writers.deeds import DAY, EVERY, Ended, command

COLD = (sys.executable, "-c", "from detente.cli.app import main; main()")
"""A command line, in a process that has nothing loaded yet."""

UNKNOWN = ": whether this was recorded is not known; look before you run it again: detente history"
SHOWN_NOT = "is on record as asked, but cannot be shown"


@dataclass(frozen=True, slots=True)
class Tried:
    """A ``detente log`` that returned: the note by which its contact is known, when it did, and how."""

    note: str
    at: float
    status: int
    contact_id: str
    stderr: str

    @property
    def acknowledged(self) -> bool:
        """Whether it said that the contact is on record."""
        return self.status == 0


def log_in_loop(url: str, name: str, folder: str, cold: bool, meeting: Meeting) -> int:
    """Logs with one command line after the other, until there is a file "stop"; gives how many."""
    told = Path(folder) / f"{name}.tried"
    meeting.wait()
    for number in count(1):
        if (told.parent / "stop").exists():
            return number - 1
        note = f"{name} {number}"
        ended = run(("log", DAY, "phone", "FRA", "RUS", "--also", "--note", note, "--db", url), cold=cold)
        tried = Tried(note, time.time(), ended.status, (ended.stdout.splitlines() or [""])[0], ended.stderr)
        with told.open("a", encoding="utf-8") as file:
            file.write(f"{json.dumps(asdict(tried))}\n")
        if not tried.acknowledged:
            time.sleep(0.2)  # as long as nobody takes it, others need the machine
    raise AssertionError("unreachable")


def run(arguments: tuple[str, ...], *, cold: bool = True) -> Ended:
    """Runs a command line, in a new process if ``cold``."""
    if not cold:
        return command(arguments)
    done = subprocess.run([*COLD, *arguments], capture_output=True, text=True)
    return Ended(done.returncode, done.stdout, done.stderr)


def tried(folder: Path) -> list[Tried]:
    """What was tried until now, in the order in which it returned."""
    lines = (line for file in folder.glob("*.tried") for line in file.read_text(encoding="utf-8").split("\n")[:-1])
    return sorted((Tried(**json.loads(line)) for line in lines), key=lambda one: one.at)


@dataclass(frozen=True, slots=True)
class Balance:
    """What became of the commands; ``silent`` is the longest time between two that were acknowledged, in seconds."""

    acknowledged: int
    found: int
    failed: int
    unknown: int
    unknown_found: int
    silent: float


def balance(store: Store, done: Iterable[Tried]) -> Balance:
    """Holds what was told against what is on record; fails where they contradict each other."""
    found: dict[str, list[str]] = defaultdict(list)
    for contact in contacts(store, EVERY):
        found[contact.note or ""].append(contact.contact_id)
    every = list(done)
    acknowledged = [one for one in every if one.acknowledged]
    failed = [one for one in every if not one.acknowledged]
    for one in acknowledged:
        assert found.get(one.note) == [one.contact_id], f"lost or doubled: {one}, {found.get(one.note)}"
    for one in failed:
        assert one.status == 3, one
        assert one.stderr.startswith("detente: "), one
        assert one.stderr.count("\n") == 1, one
    unknown = [one for one in failed if UNKNOWN in one.stderr]
    for one in failed:
        there = len(found.get(one.note, ()))
        assert there <= (one in unknown or SHOWN_NOT in one.stderr), f"failed, yet it is on record: {one}"
        assert there == 1 or SHOWN_NOT not in one.stderr, one
    assert set(found) <= {one.note for one in every}
    return Balance(
        acknowledged=len(acknowledged),
        found=sum(one.note in found for one in acknowledged),
        failed=len(failed),
        unknown=len(unknown),
        unknown_found=sum(one.note in found for one in unknown),
        silent=max(after.at - before.at for before, after in pairwise(acknowledged)),
    )
