"""What was taken out of the record on purpose, and how it stays out when a package brings it once more."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, delete, select

from detente.domain import package
from detente.domain.tabular import Table
from detente.store import schema
from detente.store.records import CLAIM, CONTACT, COVERAGE, DIALOGUE, JUDGEMENT, OFFICEHOLDER, PARTY, TOPIC, Kind
from detente.store.revisions import Revision, revision_of
from detente.store.staged_values import staged_values
from detente.store.staging import Staging

_PAST = schema.superseded.c


def retracted(connection: Connection, kind: Kind) -> dict[str, Revision]:
    """The records of a kind that stood once and do not now, each with the revision that took it out."""
    latest: dict[str, Revision] = {}
    query = select(_PAST.record, schema.revision).join(schema.revision, schema.revision.c.number == _PAST.until)
    for row in connection.execute(query.where(_PAST.kind == kind.name).order_by(_PAST.until)):
        latest[row.record] = revision_of(row)
    if not latest:
        return {}
    standing = {kind.record_of(row) for row in connection.execute(select(*(kind.root.c[n] for n in kind.key))).mappings()}
    return {record: revision for record, revision in latest.items() if record not in standing}


_TABLES = (
    (CONTACT, package.CONTACTS),
    (CLAIM, package.CLAIMS),
    (COVERAGE, package.COVERAGE),
    (JUDGEMENT, package.JUDGEMENTS),
    (DIALOGUE, package.DIALOGUES),
    (OFFICEHOLDER, package.OFFICEHOLDERS),
    (TOPIC, package.TOPICS),
    (PARTY, package.PARTIES),
)


def leave_out_retracted(staging: Staging) -> list[str]:
    """Takes what was retracted out of the staged rows; gives a line for each record."""
    warnings: list[str] = []
    for kind, table in _TABLES:
        gone = retracted(staging.connection, kind)
        for file, line, record in _staged_among(staging, kind, table, gone) if gone else ():
            by = f" by {gone[record].author}" if gone[record].author else ""
            day = gone[record].recorded_at[:10]
            how = "judged to be another contact" if gone[record].command == "same" else "retracted"
            warnings.append(f"{file}:{line}: {record} was {how}{by} on {day} and stays so; to bring it back, add --update")
            _forget(staging, kind, table, (file, line, record))
    return warnings


def _staged_among(staging: Staging, kind: Kind, table: Table, gone: dict[str, Any]) -> Iterator[tuple[str, int, str]]:
    rows, values = staged_values(staging, table)
    stage = staging.tables[table.name].c
    key = [values[name].label(f"key_{name}") for name in kind.key]
    for row in staging.execute(rows.with_only_columns(stage.file, stage.line, *key, maintain_column_froms=True)):
        record = " ".join(str(value) for value in row[2:])
        if record in gone:
            yield row.file, row.line, record


def _forget(staging: Staging, kind: Kind, table: Table, place: tuple[str, int, str]) -> None:
    file, line, record = place
    stage = staging.tables[table.name]
    gone = delete(stage).where(stage.c.file == file, stage.c.line == line)
    if len(kind.key) == 1:  # a line of a sheet may hold several claims
        gone = gone.where(stage.c[kind.key[0]] == record)
    staging.connection.execute(gone)
    if kind is CONTACT:
        for told in (package.PARTICIPANTS, package.SOURCES, package.STATEMENTS, package.VALUES, package.CLAIMS):
            of_contact = staging.tables[told.name]
            staging.connection.execute(delete(of_contact).where(of_contact.c.contact_id == record))
