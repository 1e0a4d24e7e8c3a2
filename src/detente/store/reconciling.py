"""How contacts that were found elsewhere enter the record: as sources of those that it has, or as contacts of their own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import delete, update

from detente.domain.contacts import Contact
from detente.domain.matching import Match, match
from detente.domain.words import counted
from detente.store.attaching import attach_sources
from detente.store.candidates import Candidates
from detente.store.choosing import stands_in
from detente.store.judging import findings
from detente.store.merging import merge
from detente.store.opening import Store
from detente.store.packages import rejected
from detente.store.revisions import begin, describe, queue, take_back
from detente.store.staged_contacts import each_source_once, staged_files
from detente.store.staging import Staging


@dataclass(frozen=True, slots=True)
class Unsure:
    """A contact that may be one on record: its id, that of the one on record, and what speaks against it, or which is meant."""

    contact_id: str
    near: str
    reason: str

    def __str__(self) -> str:
        either = f"detente same {self.near} {self.contact_id}, or detente not-same {self.near} {self.contact_id}"
        return f"{self.contact_id} may be {self.near} ({self.reason}): {either}"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What became of each contact: added as one of its own, its sources attached to one on record, or known with all of them.

    ``unsure`` are the pairs that somebody must judge; each of them is on record as a contact of its own.
    """

    added: int
    attached: int
    known: int
    unsure: tuple[Unsure, ...]


@dataclass(slots=True)
class _Placed:
    """Where each contact goes, by its id: to one on record, nowhere, or under a new name; the others are new as they are."""

    attached: dict[str, str] = field(default_factory=dict)
    known: list[str] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)
    added: int = 0
    unsure: list[Unsure] = field(default_factory=list)


def bring_in(store: Store, contacts: Sequence[Contact], *, window: int, name: str, dry_run: bool = False) -> Reconciled:
    """Brings ``contacts`` into the record by one revision, all or nothing; ``dry_run`` only says what would become of them.

    One that matches a single contact on record (see ``detente.domain.matching``; ``window`` in days) becomes sources of that,
    one whose sources are all on record changes nothing, and any other is added. ``name`` says in the history where they come
    from. Judgements that two are the same, or are not, are respected. Raises RejectedError with one line for each wrong row.
    """
    given = [each_source_once(contact) for contact in contacts]

    def bring(staging: Staging) -> Reconciled:
        staging.load(staged_files(given, name))
        if wrong := findings(staging):
            raise rejected(wrong)
        queue(staging.connection)
        number = begin(staging.connection, store.author, "import", name)
        candidates = Candidates(staging, given, window)
        placed = _placed(candidates, given, window)
        done = Reconciled(placed.added, len(placed.attached), len(placed.known), tuple(placed.unsure))
        if placed.added or placed.attached:
            sources = _record(staging, candidates, placed, number)
            describe(
                staging.connection,
                number,
                f"{name}: {counted(placed.added, 'contact')}, {counted(sources, 'source')} of others",
            )
        else:
            take_back(staging.connection, number)
        return done

    return store.write(lambda connection: bring(Staging(connection, store.tolerance)), queued=False, dry_run=dry_run)


def _placed(candidates: Candidates, given: Iterable[Contact], window: int) -> _Placed:
    placed = _Placed()
    for contact in given:
        name, place = contact.contact_id, candidates.on_record_as(contact)
        if place is None and candidates.was_retracted(name):
            placed.known.append(name)
            continue
        if place in (None, name):
            found = match(contact, candidates.near(contact), window=window)
            if place is None and found.contact_id is None:
                _add(placed, name, candidates.free_name(contact), found)
                continue
            if place is None:
                place = found.contact_id
            else:  # on record as a contact of its own, whatever else is like it
                placed.unsure += _doubts(name, found)
        if place is None or candidates.has_all_sources(contact):
            placed.known.append(name)
        else:
            placed.attached[name] = place
    return placed


def _add(placed: _Placed, name: str, free: str, found: Match) -> None:
    placed.added += 1
    placed.unsure += _doubts(free, found)
    if free != name:
        placed.renamed[name] = free


def _doubts(name: str, found: Match) -> Iterator[Unsure]:
    if found.contact_id is not None:
        yield Unsure(name, found.contact_id, "the same parties and status, the channel and the days fit")
    for doubt in found.doubts:
        yield Unsure(name, doubt.contact_id, doubt.misses)


def _record(staging: Staging, candidates: Candidates, placed: _Placed, number: int) -> int:
    """Writes what is new, as of revision ``number``; gives how many sources were added to contacts on record."""
    place = staging.more("place", "contact_id", "place")
    staging.fill(place, [*placed.attached.items(), *((name, "") for name in placed.known)])
    targets = sorted(set(placed.attached.values()))
    sources = attach_sources(staging, place, candidates.repeated, targets, number) if targets else 0
    for told in ("contacts", "participants", "statements", "sources", "values"):
        stage = staging.tables[told]
        staging.connection.execute(delete(stage).where(stands_in(stage.c.contact_id, place.c.contact_id)))
        for name, new in placed.renamed.items():
            staging.connection.execute(update(stage).where(stage.c.contact_id == name).values(contact_id=new))
    if placed.added:
        merge(staging, number, overwrite=True)  # nothing of it is on record; what was undone comes back
    return sources
