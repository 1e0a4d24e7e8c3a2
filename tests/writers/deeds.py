"""What one of several processes does to a store: each function runs in a process of its own, from a common start."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from traceback import format_exception

from detente.domain.contacts import Contact
from detente.domain.selection import Selection
from detente.errors import RejectedError
from detente.store import amending
from detente.store.contacts import contacts
from detente.store.opening import Store, open_store
from detente.store.recording import record
from tests.domain import records
from tests.domain.records import day
from tests.support.processes import Meeting

DAY = "2024-09-09"
STEM = f"fra-rus-{DAY}-phone"
EVERY = Selection(as_of=day("2030-01-01"), include_restricted=True)


@dataclass(frozen=True, slots=True)
class Logged:
    """An id that was acknowledged, and how long it took, in seconds."""

    contact_id: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command line ended: its exit code, and what it printed."""

    status: int
    stdout: str
    stderr: str


def new(when: str = DAY, *, parties: str = "FRA RUS", note: str | None = None) -> Contact:
    """A contact that has no id yet."""
    return replace(records.contact(when, parties=parties), contact_id="", dyad_slug="", note=note)


def log_many(address: str, count: int, meeting: Meeting) -> list[Logged]:
    """Logs contacts that differ in nothing but the number that their ids are given."""
    acknowledged = []
    with open_store(address) as store:
        meeting.wait()
        for _ in range(count):
            start = time.monotonic()
            contact, _ = record(store, new(), also=True)
            acknowledged.append(Logged(contact.contact_id, time.monotonic() - start))
    return acknowledged


def run(arguments: tuple[str, ...], meeting: Meeting) -> Ended:
    """Runs a command line at the same moment as others."""
    meeting.wait()
    return command(arguments)


def command(arguments: tuple[str, ...]) -> Ended:
    """Runs a command line in this process; what is no answer but a bug is told as the interpreter tells it."""
    from typer.testing import CliRunner

    from detente.cli.app import app

    done = CliRunner().invoke(app, list(arguments))
    bug = "" if done.exception is None or isinstance(done.exception, SystemExit) else "".join(format_exception(done.exception))
    return Ended(done.exit_code, done.stdout_bytes.decode(), done.stderr + bug)


def amend_in_turn(address: str, contact_id: str, author: str, rounds: int, meeting: Meeting) -> list[str]:
    """In each round amends what everybody has just read; gives for each what the record then says, or why it does not."""
    outcomes = []
    with open_store(address) as store:
        store.author = author
        for number in range(rounds):
            before = amending.known(store, contact_id)
            meeting.wait()
            note = f"{author} {number}"
            try:
                after, _ = amending.amend(store, before, replace(before.contact, note=note), before.claims)
                outcomes.append(after.note or "")
            except RejectedError as refused:
                outcomes.append(str(refused))
            meeting.wait()
    return outcomes


def write_and_rewrite(address: str, seed: int, count: int, meeting: Meeting) -> int:
    """Logs contacts and amends them: of two parties they become of three, on another day, and back; gives how many revisions."""
    chance = random.Random(seed)
    with open_store(address) as store:
        store.author = f"writer {seed}"
        meeting.wait()
        for number in range(count):
            made, _ = record(store, new(f"2024-{number % 12 + 1:02}-{seed + 1:02}"), also=True)
            for three, text in ((True, "2025-01-01"), (False, made.date.text)):
                before = amending.known(store, made.contact_id)
                parties = chance.choice(["FRA RUS TUR", "DEU FRA RUS", "FRA RUS USA"]) if three else "FRA RUS"
                after = replace(before.contact, parties=tuple(parties.split()), date=records.contact(text).date)
                amending.amend(store, before, after, (), also=True)
    return 3 * count


def look(address: str, done: str, meeting: Meeting) -> list[str]:
    """Reads until the file ``done`` is there; gives what was seen that cannot be, and last how often it looked."""
    wrong: list[str] = []
    times = 0
    with open_store(address) as store:
        meeting.wait()
        while not times or not Path(done).exists():
            wrong += contradictions_of(store)
            times += 1
    return [*wrong, str(times)]


def contradictions_of(store: Store) -> Iterator[str]:
    """What a reader sees that no moment of the store can have been like."""
    from detente.store.series import gaps
    from tests.writers.rows import half_written

    with store.reading() as connection:
        yield from half_written(connection)
    for contact in contacts(store, EVERY, details=True):
        if len(contact.parties) < 2 or not {"FRA", "RUS"} <= set(contact.parties):
            yield f"list: {contact.contact_id} of {contact.parties}"
    found = gaps(store, replace(EVERY, parties=("FRA", "RUS")))
    for before, after in pairwise(found):
        if before.following is None or before.following.contact_id != after.previous.contact_id:
            yield f"gaps: {before} is not followed by {after}"
    if found and not found[-1].open:
        yield "gaps: the last one is not open"
