"""What several authors do to one store at once, by chance; and the same done again by one after the other."""

import csv
import random
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from detente.errors import NotFoundError, RejectedError
from detente.formats.package import import_package
from detente.store import amending, schema
from detente.store.opening import Store, open_store
from detente.store.recording import record
from detente.store.undoing import undo
from tests.support.processes import Meeting
from tests.support.shipped_record import SHIPPED
from tests.writers.deeds import STEM, new

KINDS = ("log", "log", "amend", "amend", "amend", "undo", "import")


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that an author did, or tried: its kind, and what it was about."""

    kind: str
    about: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The deeds that left a revision each, in their order; and what the others were refused for."""

    done: tuple[Deed, ...]
    refused: tuple[str, ...]


def packages(folder: Path, count: int) -> list[Path]:
    """Packages that say of the same contacts different things."""
    made = [folder / f"v{number}" for number in range(count)]
    for package in made:
        there = package / "contacts" / "fra-rus"
        there.mkdir(parents=True)
        for file in ("contacts.csv", "participants.csv"):
            shutil.copyfile(SHIPPED / "contacts" / "fra-rus" / file, there / file)
        with (there / "contacts.csv").open(encoding="utf-8", newline="") as read:
            rows = list(csv.DictReader(read))
        with (there / "contacts.csv").open("w", encoding="utf-8", newline="") as written:
            writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows({**row, "note": package.name} for row in rows)
    return made


def do(store: Store, deed: Deed) -> bool:
    """Does it; gives whether it left a revision. Raises RejectedError or NotFoundError where it may not be done."""
    if deed.kind == "log":
        record(store, new(note=deed.note), also=True)
    elif deed.kind == "amend":
        before = amending.known(store, deed.about)
        amending.amend(store, before, replace(before.contact, note=deed.note), before.claims, also=True)
    elif deed.kind == "undo":
        undo(store)
    else:
        report = import_package(store, Path(deed.about), overwrite=True)
        return bool(sum(report.added.values()) + sum(report.changed.values()))
    return True


def act(address: str, author: str, seed: int, count: int, folder: str, meeting: Meeting) -> Outcome:
    """Does ``count`` things by chance, once everybody is there."""
    chance = random.Random(f"{seed} {author}")
    done, refused = [], []
    with open_store(address) as store:
        store.author = author
        meeting.wait()
        for number in range(count):
            deed = _chosen(chance, f"{author} {number}", folder)
            try:
                if do(store, deed):
                    done.append(deed)
            except (RejectedError, NotFoundError) as error:
                refused.append(str(error))
    return Outcome(tuple(done), tuple(refused))


def _chosen(chance: random.Random, note: str, folder: str) -> Deed:
    kind = chance.choice(KINDS)
    if kind == "import":
        return Deed(kind, str(chance.choice(sorted(Path(folder).iterdir()))))
    shared = [STEM, f"{STEM}-2", f"{STEM}-3", "fra-rus-2024-04-03-phone"]
    return Deed(kind, chance.choice(shared) if kind == "amend" else "", note)


def again(store: Store, authors: Sequence[str], done: Mapping[str, Sequence[Deed]]) -> None:
    """Does the same in the order of the revisions, whose authors are ``authors``: nobody stands in anybody's way."""
    left = {author: iter(deeds) for author, deeds in done.items()}
    for author in authors:
        store.author = author
        assert do(store, next(left[author]))
    assert not [deed for deeds in left.values() for deed in deeds], "acknowledged, but without a revision"


def content(store: Store) -> dict[str, list[str]]:
    """All that the store holds, times aside."""
    found = {}
    with store.reading() as connection:
        for table in schema.metadata.sorted_tables:
            columns = [column for column in table.columns if column.name != "recorded_at"]
            found[table.name] = sorted(map(repr, connection.execute(select(*columns))))
    return found
