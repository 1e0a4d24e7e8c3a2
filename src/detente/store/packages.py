"""How a whole package enters the record: staged, judged, merged, in one transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select, update

from detente.errors import RejectedError
from detente.store import schema
from detente.store.judging import Finding, findings
from detente.store.merging import merge
from detente.store.opening import Store
from detente.store.staging import StagedFile, Staging


@dataclass(frozen=True, slots=True)
class Merged:
    """What an import did, or would do: rows read and rows added per table, and what was noticed."""

    read: dict[str, int]
    added: dict[str, int]
    warnings: tuple[str, ...]


class _DryRunError(Exception):
    """Carries the outcome out of a transaction that must not be committed."""

    def __init__(self, merged: Merged) -> None:
        super().__init__()
        self.merged = merged


def merge_package(
    store: Store, files: Iterable[StagedFile], malformed: list[Finding], notes: Mapping[str, str], *, dry_run: bool
) -> Merged:
    """Adds the rows of ``files`` to the record, all or nothing; ``dry_run`` only says what would be added.

    ``malformed`` is filled by the reader while ``files`` is consumed: rows that could not even be read. ``notes`` are the
    texts that go with the folders. Raises RejectedError with one line for each wrong row.
    """
    try:
        with store.writing() as connection:
            staging = Staging(connection, store.tolerance)
            read: dict[str, int] = {}
            for staged in files:
                read[staged.table.name] = read.get(staged.table.name, 0) + staging.load(staged)
            if wrong := sorted([*malformed, *findings(staging)], key=lambda finding: (finding.file, finding.line)):
                raise _rejected(wrong)
            added, warnings = merge(staging)
            for slug, text in notes.items():
                warnings += _keep_notes(staging, slug, text)
            merged = Merged(read, added, tuple(warnings))
            if dry_run:
                raise _DryRunError(merged)
            return merged
    except _DryRunError as outcome:
        return outcome.merged


def _rejected(wrong: list[Finding]) -> RejectedError:
    count = "1 row is wrong" if len(wrong) == 1 else f"{len(wrong)} rows are wrong"
    return RejectedError(
        f"{count}: nothing was imported",
        mend="correct them and import again",
        details=tuple(str(finding) for finding in wrong),
    )


def _keep_notes(staging: Staging, slug: str, text: str) -> list[str]:
    folder = schema.folder.c
    kept = staging.connection.execute(select(folder.notes).where(folder.slug == slug)).one_or_none()
    if kept is None or kept.notes == text:
        return []
    if kept.notes is not None:
        return [f"contacts/{slug}/README.md: differs from the record's; the record's stays"]
    staging.connection.execute(update(schema.folder).where(folder.slug == slug).values(notes=text))
    return []
