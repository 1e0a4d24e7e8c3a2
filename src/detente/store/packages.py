"""How a whole package enters the record: staged, judged, merged, in one transaction."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select, true, update

from detente.errors import RejectedError
from detente.store import schema
from detente.store.choosing import stands_in
from detente.store.differing import Difference
from detente.store.dumping import brings_along
from detente.store.judging import Finding, findings
from detente.store.merging import merge
from detente.store.on_postgresql import plan_anew
from detente.store.opening import Store
from detente.store.records import FOLDER, images, is_marked, is_written, set_aside, unmark
from detente.store.revisions import begin, describe, latest, queue, take_back
from detente.store.staging import Reported, StagedFile, Staging
from detente.store.unchanged import ChangedMeanwhileError, leave_out_unchanged, notice_changed_meanwhile


@dataclass(frozen=True, slots=True)
class Merged:
    """What an import did, or would do: rows read, added and changed per table, and what was noticed.

    A dry run says more: the ids of new contacts, of those that stay as they are, and each value that would change.
    """

    read: dict[str, int]
    added: dict[str, int]
    changed: dict[str, int]
    warnings: tuple[str, ...]
    new: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """A package that waits to be read: its files, the rows that cannot even be read, and the texts of its folders.

    ``files`` opens them anew at each call; while they are consumed ``malformed`` is filled. ``reported`` puts findings into
    the terms of what somebody gave, where that is no package.
    """

    files: Callable[[], Iterable[StagedFile]]
    malformed: list[Finding]
    notes: Mapping[str, str]
    name: str
    reported: Reported = list


def merge_package(store: Store, given: Package, *, dry_run: bool, overwrite: bool = False) -> Merged:
    """Adds the rows of a package to the record, all or nothing; ``dry_run`` only says what would be added.

    What is on record with another content is refused, or with ``overwrite`` changed. Raises RejectedError with one line for
    each wrong row. Others may write while the package is read and judged; where that spoils the judgement, it is read once more
    while they wait.
    """

    def merge_it(connection: Connection) -> Merged:
        given.malformed.clear()
        staging = Staging(connection, store.tolerance, given.reported)
        read = staging.load(given.files())
        seen = latest(connection)
        leave_out_unchanged(staging)
        if wrong := given.reported([*given.malformed, *findings(staging)]):
            raise rejected(sorted(wrong, key=lambda finding: (finding.file, finding.line)))
        queue(connection)
        notice_changed_meanwhile(staging, seen)
        before = _known(staging) if dry_run else {}
        merged = _merged(staging, store.author, given, read, overwrite)
        return _in_detail(merged, before, _known(staging)) if dry_run else merged

    try:
        return store.write(merge_it, queued=False, dry_run=dry_run)
    except ChangedMeanwhileError:
        return store.write(merge_it, dry_run=dry_run)


def _merged(staging: Staging, author: str, given: Package, read: dict[str, int], overwrite: bool) -> Merged:
    """Merges what is staged as one revision; what changes nothing leaves none."""
    number = begin(staging.connection, author, "import", given.name)
    done = merge(staging, number, overwrite=overwrite)
    plan_anew(staging.connection, schema.metadata.tables, sum(done.added.values()))
    warnings = list(done.warnings)
    for slug, text in given.notes.items():
        warnings += _keep_notes(staging, slug, text, number, overwrite)
    said = done.added | {f"{name} changed": count for name, count in done.changed.items()}
    what = ", ".join(f"{count:,} {name}" for name, count in said.items() if count)
    if what or _leaves_something(staging.connection, number):
        describe(staging.connection, number, f"{given.name}: {what}" if what else given.name)
    else:
        unmark(staging.connection, number)
        take_back(staging.connection, number)
    return Merged(read, done.added, done.changed, tuple(warnings), differences=done.differences)


def _leaves_something(connection: Connection, number: int) -> bool:
    """Whether revision ``number`` wrote anything, or has reference rows go with a package that went with none before."""
    return is_written(connection, number) or (is_marked(connection, number) and brings_along(connection, number))


def _known(staging: Staging) -> dict[str, bool]:
    """The contacts staged, by id, in the order of the file: whether the record has each already."""
    stage, unchanged = staging.tables["contacts"].c, staging.unchanged.c
    place = (stage.file.label("file"), stage.line.label("line"), stage.part.label("part"))
    there = stands_in(stage.contact_id, schema.contact.c.contact_id)
    rows = select(stage.contact_id, there.label("there"), *place).union_all(
        select(unchanged.contact_id, true(), unchanged.file, unchanged.line, unchanged.part)
    )
    return {row.contact_id: bool(row.there) for row in staging.connection.execute(rows.order_by("file", "line", "part"))}


def _in_detail(merged: Merged, before: Mapping[str, bool], after: Iterable[str]) -> Merged:
    """With the contacts that were left out, because they were retracted, left out here too."""
    changed = {difference.record for difference in merged.differences}
    new = tuple(name for name in after if not before[name])
    return replace(merged, new=new, same=tuple(name for name in after if before[name] and name not in changed))


def rejected(wrong: Sequence[Finding]) -> RejectedError:
    """Why nothing is imported: one line for each wrong row."""
    rows = len({(finding.file, finding.line) for finding in wrong})
    count = "1 row is wrong" if rows == 1 else f"{rows:,} rows are wrong"
    return RejectedError(
        f"{count}: nothing was imported",
        mend=f"correct {'it' if rows == 1 else 'them'} and import again",
        details=tuple(str(finding) for finding in wrong),
    )


def _keep_notes(staging: Staging, slug: str, text: str, revision: int, overwrite: bool) -> list[str]:
    folder, connection = schema.folder.c, staging.connection
    kept = connection.execute(select(folder.notes, folder.revision).where(folder.slug == slug)).one_or_none()
    if kept is None or kept.notes == text:
        return []
    if kept.notes is not None and not overwrite:
        return [f"contacts/{slug}/README.md: differs from the record's; the record's stays"]
    if kept.revision != revision:
        set_aside(connection, images(connection, FOLDER, folder.slug == slug), revision)
    connection.execute(update(schema.folder).where(folder.slug == slug).values(notes=text, revision=revision))
    return []
