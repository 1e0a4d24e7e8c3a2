"""Which contacts does a package tell just as the record has them: they need no judgement, and change nothing."""

from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, cast, delete, exists, func, insert, literal, select
from sqlalchemy import Table as SqlTable

from detente.domain import package
from detente.domain.tabular import Column, Kind, Table
from detente.store import schema
from detente.store.choosing import AnySelect, stands_in
from detente.store.revisions import latest
from detente.store.staged_values import DETAILS, KEPT_IN
from detente.store.staging import Staging


def leave_out_unchanged(staging: Staging) -> None:
    """Takes the contacts that the record has as they are out of the staged rows, with all that is told of them.

    They are listed in ``staging.unchanged``. As they are: the same cells in the same order, each contact once, in the folder
    where the record has it. Nothing has been judged yet, so cells are compared as text; a contact that is told in other words
    or another order stays, to be judged and compared value by value.
    """
    if not _list_alike(staging):
        return
    listed = staging.unchanged
    contacts = staging.tables["contacts"].c.contact_id
    twice = select(contacts).group_by(contacts).having(func.count() > 1)
    staging.connection.execute(delete(listed).where(listed.c.contact_id.in_(twice)))
    staging.connection.execute(delete(listed).where(_between_others(staging)))
    for table in DETAILS:
        staging.connection.execute(delete(listed).where(_told_otherwise(staging, table)))
    for table in (package.CONTACTS, *DETAILS):
        stage = staging.tables[table.name]
        staging.connection.execute(delete(stage).where(stands_in(stage.c.contact_id, listed.c.contact_id)))


class ChangedMeanwhileError(Exception):
    """What was judged is no longer what is on record."""


def notice_changed_meanwhile(staging: Staging, seen: int) -> None:
    """Raises ChangedMeanwhileError where a contact left out is no longer what it was in revision ``seen``, the latest then."""
    if latest(staging.connection) == seen:
        return
    listed, contact = staging.unchanged.c, schema.contact.c
    as_seen = exists().where(contact.contact_id == listed.contact_id, contact.revision <= seen)
    if staging.connection.execute(select(listed.contact_id).where(~as_seen).limit(1)).first() is not None:
        raise ChangedMeanwhileError


def _list_alike(staging: Staging) -> bool:
    """Lists the contacts whose own row is the same, their parties aside; says whether there is any."""
    stage, kept = staging.tables["contacts"], schema.contact
    columns = [stage.c[column.name] for column in staging.unchanged.columns]
    alike = select(*columns).join(kept, kept.c.contact_id == stage.c.contact_id)
    alike = alike.where(kept.c.folder == stage.c.slug, *_same_cells(stage, package.CONTACTS, kept))
    listing = insert(staging.unchanged).from_select(columns, alike)
    return staging.connection.execute(listing, execution_options={"preserve_rowcount": True}).rowcount > 0


def _between_others(staging: Staging) -> ColumnElement[bool]:
    """Of which contacts listed the package names other parties than the record."""
    listed, takes_part = staging.unchanged, schema.contact_party.c
    parties = (
        select(takes_part.party)
        .where(takes_part.contact_id == listed.c.contact_id)
        .order_by(takes_part.party)
        .correlate(listed)
        .subquery()
    )
    return listed.c.parties != select(func.aggregate_strings(parties.c.party, ";")).scalar_subquery()


def _told_otherwise(staging: Staging, table: Table) -> ColumnElement[bool]:
    """Of which contacts listed the package tells other rows of ``table`` than the record: not row by row the same, or more, or
    fewer."""
    kept, listed = KEPT_IN[table.name], staging.unchanged.c.contact_id
    there = select(func.count()).select_from(kept).where(kept.c.contact_id == listed).correlate(staging.unchanged)
    if table.name not in staging.filled:
        return stands_in(listed, kept.c.contact_id)
    told = staging.more(f"told_{table.name}", "contact_id", "rows:")
    staging.connection.execute(insert(told).from_select(["contact_id", "rows"], _rows_alike(staging, table)))
    here = select(told.c.rows).where(told.c.contact_id == listed).correlate(staging.unchanged)
    return func.coalesce(here.scalar_subquery(), 0) != there.scalar_subquery()


def _rows_alike(staging: Staging, table: Table) -> AnySelect:
    """How many rows of ``table`` the package tells of each contact, one after the other; -1 where one of them is not what the
    record has in its place."""
    stage, kept = staging.tables[table.name], KEPT_IN[table.name]
    same = and_(kept.c.contact_id == stage.c.contact_id, kept.c.position == stage.c.part, *_same_cells(stage, table, kept))
    rows, alike = func.count(), func.count(kept.c.contact_id)
    in_one_run = and_(rows == alike, rows == func.max(stage.c.part))
    counted: AnySelect = select(stage.c.contact_id, case((in_one_run, rows), else_=literal(-1)))
    return counted.select_from(stage).outerjoin(kept, same).group_by(stage.c.contact_id)


def _same_cells(stage: SqlTable, table: Table, kept: SqlTable) -> list[ColumnElement[bool]]:
    """The conditions for a row to be on record as it is; what it is found by, and lists of parties, aside."""
    told = (column for column in table.columns if column.name in kept.c and column.name != "contact_id")
    return [_as_cell(column, kept) == stage.c[column.name] for column in told]


def _as_cell(column: Column, kept: SqlTable) -> ColumnElement[Any]:
    """What the record has, as the cell of a package; see ``detente.domain.cell_values.as_cell``."""
    value = kept.c[column.name]
    if column.kind is Kind.FLAG:
        return case((value.is_(True), "true"), else_="")
    return func.coalesce(cast(value, Text), "")
