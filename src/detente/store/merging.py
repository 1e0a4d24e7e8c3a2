"""How staged rows become part of the record: what is new is added, what is there must be the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, insert, literal, select, update
from sqlalchemy import Table as SqlTable

from detente.domain import package
from detente.domain.tabular import Table
from detente.errors import RejectedError
from detente.store import schema
from detente.store.choosing import AnySelect, stands_in
from detente.store.differing import Difference, differing, differing_rows
from detente.store.names import name_key
from detente.store.overwriting import overwrite_records
from detente.store.records import KINDS, Kind
from detente.store.retracted import leave_out_retracted
from detente.store.staged_values import DETAILS, IDENTIFIED_BY, KEPT_IN, Values, staged_values
from detente.store.staging import Staging


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge did: rows added and records changed per table, each value that it changed, and lines for a person."""

    added: dict[str, int]
    changed: dict[str, int]
    warnings: list[str]
    differences: tuple[Difference, ...] = ()


def merge(staging: Staging, revision: int, *, overwrite: bool) -> Merge:
    """Adds every staged row that the store does not have, as of ``revision``.

    Contacts, claims, windows and reference rows that are there with another content are changed with ``overwrite``, what
    they said before being set aside. Without it a difference raises RejectedError, but for reference rows: there it is a
    warning, and the record's value stays; and what was retracted stays so.
    """
    warnings = [] if overwrite else leave_out_retracted(staging)
    _note_what_is_known(staging)
    differences = differing(staging)
    if not overwrite:
        _refuse(staging, differences)
    references = {table: differing_rows(staging, table) for table in package.REFERENCE}
    if overwrite:
        differences = {_KIND_OF[table.name]: found for table, found in references.items()} | differences
    else:
        warnings += [f"{one.finding}; the record's value stays" for found in references.values() for one in found]
    changed: dict[str, int] = {}

    def correct(*tables: Table) -> None:
        """What a record says anew may name what the package adds: that is there by now."""
        for kind in (_KIND_OF[table.name] for table in tables if overwrite):
            changed[_TABLE_OF[kind]] = overwrite_records(staging, kind, differences.get(kind, []), revision)

    added = {table.name: _reference_rows(staging, table, revision) for table in package.REFERENCE}
    correct(*package.REFERENCE)
    for table in package.REFERENCE:
        _mark_imported(staging, table, revision)
    _name_parties(staging)
    _folders(staging, revision)
    correct(package.CONTACTS)
    added["contacts"] = _contacts(staging, revision)
    for table in DETAILS:
        added[table.name] = _details(staging, table)
    correct(package.CLAIMS, package.COVERAGE, package.JUDGEMENTS, package.DIALOGUES)
    of_revision: Values = {"first_revision": literal(revision), "revision": literal(revision)}
    for table in (package.CLAIMS, package.JUDGEMENTS, package.DIALOGUES):
        added[table.name] = _new_rows(staging, table, {"folder": staging.tables[table.name].c.slug, **of_revision})
    added["coverage"] = _coverage(staging, of_revision)
    corrected = tuple(one for found in differences.values() for one in found) if overwrite else ()
    return Merge(added, {name: count for name, count in changed.items() if count}, warnings, corrected)


def _refuse(staging: Staging, differences: Mapping[Kind, list[Difference]]) -> None:
    if refused := staging.told(one.finding for found in differences.values() for one in found):
        values = "1 value differs" if len(refused) == 1 else f"{len(refused):,} values differ"
        raise RejectedError(
            f"{values} from what the record holds under the same id",
            mend="nothing was changed; correct the package, or correct the record by it with --update",
            details=refused,
        )


_TABLE_OF = {kind: name for name, table in KEPT_IN.items() for kind in KINDS if kind.root is table}
_KIND_OF = {name: kind for kind, name in _TABLE_OF.items()}


def _note_what_is_known(staging: Staging) -> None:
    contacts = staging.tables["contacts"].c
    there = select(contacts.contact_id).join(schema.contact, schema.contact.c.contact_id == contacts.contact_id)
    staging.connection.execute(insert(staging.known).from_select(["contact_id"], there))


def _insert(staging: Staging, target: SqlTable, values: Values, rows: AnySelect) -> int:
    columns = [value.label(name) for name, value in values.items()]
    query = rows.with_only_columns(*columns, maintain_column_froms=True)
    done = insert(target).from_select(list(values), query)
    return staging.connection.execute(done, execution_options={"preserve_rowcount": True}).rowcount


def _same(table: Table, values: Values) -> ColumnElement[bool]:
    target = KEPT_IN[table.name]
    return and_(*(target.c[name] == values[name] for name in IDENTIFIED_BY[table.name]))


def _new_rows(staging: Staging, table: Table, more: Values) -> int:
    """Adds the rows whose key the store does not have."""
    if table.name not in staging.filled:
        return 0
    target = KEPT_IN[table.name]
    rows, values = staged_values(staging, table)
    there = select(literal(1)).select_from(target).where(_same(table, values)).correlate_except(target).exists()
    return _insert(staging, target, values | more, rows.where(~there))


def _mark_imported(staging: Staging, table: Table, revision: int) -> None:
    """Marks what came with the store and stands in the package too as imported."""
    if table.name not in staging.filled:
        return
    target, stage = KEPT_IN[table.name], staging.tables[table.name]
    _rows, values = staged_values(staging, table)
    imported = select(literal(1)).select_from(stage).where(_same(table, values)).correlate(target).exists()
    staging.connection.execute(update(target).where(imported, target.c.imported.is_(None)).values(imported=revision))


def _reference_rows(staging: Staging, table: Table, revision: int) -> int:
    """Adds what is new, as imported."""
    more: Values = dict.fromkeys(("first_revision", "revision", "imported"), literal(revision))
    if table is package.TOPICS:
        last = select(func.coalesce(func.max(schema.topic.c.position), -1)).scalar_subquery()
        more["position"] = last + func.row_number().over(order_by=staging.tables[table.name].c.line)
    return _new_rows(staging, table, more)


def _name_parties(staging: Staging) -> None:
    """Makes new parties findable by code and name; a name that another party has already stays with that one."""
    known = set(staging.connection.scalars(select(schema.party_name.c.name)))
    names: dict[str, str] = {}
    for code, name in staging.execute(select(schema.party.c.code, schema.party.c.name)):
        names.setdefault(name_key(code), code)
        names.setdefault(name_key(name), code)
    if missing := [{"name": name, "party": code} for name, code in names.items() if name not in known]:
        staging.connection.execute(insert(schema.party_name), missing)


def _folders(staging: Staging, revision: int) -> None:
    there = set(staging.connection.scalars(select(schema.folder.c.slug)))
    slugs: set[str] = set()
    for table in package.PER_DYAD:
        slugs.update(staging.connection.scalars(select(staging.tables[table.name].c.slug).distinct()))
    add_folders(staging.connection, sorted(slugs - there), revision)


def add_folders(connection: Connection, slugs: Iterable[str], revision: int) -> None:
    """Makes folders of dyads known; the slug of each names the two parties."""
    rows = []
    for slug in slugs:
        a, b = sorted(slug.upper().split("-"))
        rows.append({"slug": slug, "party_a": a, "party_b": b, "first_revision": revision, "revision": revision})
    if rows:
        connection.execute(insert(schema.folder), rows)


def _contacts(staging: Staging, revision: int) -> int:
    stage, when = staging.tables["contacts"].c, staging.date.c
    unknown = ~stands_in(stage.contact_id, staging.known.c.contact_id)
    bounds: Values = {column.name: column for column in staging.date.columns if column.name != "text"}
    rows, values = staged_values(staging, package.CONTACTS)
    dated = rows.join(staging.date, when.text == stage.date).where(unknown)
    more: Values = {"folder": stage.slug, "first_revision": literal(revision), "revision": literal(revision)}
    new = dated.where(~stands_in(stage.contact_id, staging.changed.c.contact_id))
    count = _insert(staging, schema.contact, values | bounds | more, new)
    member = staging.member.c
    _insert(
        staging,
        schema.contact_party,
        {"contact_id": stage.contact_id, "party": member.party},
        rows.join(staging.member, member.text == stage.parties).where(unknown),
    )
    pair = staging.pair.c
    in_series = {column.name: values[column.name] for column in schema.contact_pair.columns if column.name in values}
    _insert(
        staging,
        schema.contact_pair,
        in_series | bounds | {"party_a": pair.party_a, "party_b": pair.party_b},
        dated.join(staging.pair, pair.text == stage.parties),
    )
    return count


def _details(staging: Staging, table: Table) -> int:
    """Adds what is told of new contacts, numbered per contact in the order of the file."""
    if table.name not in staging.filled:
        return 0
    stage = staging.tables[table.name].c
    rows, values = staged_values(staging, table)
    order = func.row_number().over(partition_by=stage.contact_id, order_by=(stage.line, stage.part))
    unknown = ~stands_in(stage.contact_id, staging.known.c.contact_id)
    return _insert(staging, KEPT_IN[table.name], values | {"position": order}, rows.where(unknown))


def _coverage(staging: Staging, of_revision: Values) -> int:
    stage, kept = staging.tables["coverage"].c, schema.coverage.c
    last = select(func.count()).select_from(schema.coverage).where(kept.folder == stage.slug).correlate_except(schema.coverage)
    order = last.scalar_subquery() + func.row_number().over(partition_by=stage.slug, order_by=stage.line)
    more: Values = {"folder": stage.slug, "position": order, **of_revision}
    return _new_rows(staging, package.COVERAGE, more)
