"""Does a package say something else than the record under the same id: each such value, with both."""

from collections.abc import Container
from typing import Any

from sqlalchemy import and_, or_, select

from detente.domain import package
from detente.domain.package import Table
from detente.store import schema
from detente.store.judging import Finding
from detente.store.staged_values import IDENTIFIED_BY, KEPT_IN, staged_values
from detente.store.staging import Staging

_DETAILS = (package.SOURCES, package.PARTICIPANTS, package.STATEMENTS, package.VALUES)


def differing(staging: Staging) -> list[Finding]:
    """Contacts, claims and coverage windows of the package that the record holds with another content."""
    found = [f for table in (package.CONTACTS, package.CLAIMS, package.COVERAGE) for f in differing_rows(staging, table)]
    found += _differing_parties(staging)
    return found + [finding for table in _DETAILS for finding in _differing_details(staging, table)]


def differing_rows(staging: Staging, table: Table) -> list[Finding]:
    """Rows that the store has under the same key with other values: one finding a value."""
    target, key = KEPT_IN[table.name], IDENTIFIED_BY[table.name]
    rows, values = staged_values(staging, table)
    stage = staging.tables[table.name].c
    others = [name for name in values if name not in key]
    columns = [value.label(f"package_{name}") for name, value in values.items()]
    columns += [target.c[name].label(f"record_{name}") for name in others]
    same = and_(*(target.c[name] == values[name] for name in key))
    changed = or_(*(target.c[name].is_distinct_from(values[name]) for name in others))
    told_twice = rows.with_only_columns(stage.file, stage.line, *columns, maintain_column_froms=True).join(target, same)
    found: list[Finding] = []
    for row in staging.execute(told_twice.where(changed)):
        told = row._mapping
        named = " ".join(str(told[f"package_{name}"]) for name in values if name in key)
        for name in others:
            here, there = _plain(told[f"package_{name}"]), _plain(told[f"record_{name}"])
            if here != there:
                reason = f"the record has '{there}' for {named}" if there else f"the record has nothing for {named}"
                found.append(Finding(row.file, row.line, name, here, reason))
    return found


def _plain(value: Any) -> str:
    """A value as it is compared and shown, from whichever side."""
    if value is None or value is False:
        return ""
    if value is True:
        return "true"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _differing_parties(staging: Staging) -> list[Finding]:
    stage, member, takes_part = staging.tables["contacts"].c, staging.member.c, schema.contact_party.c
    known = select(staging.known.c.contact_id)
    here = select(stage.contact_id, member.party).join_from(
        staging.tables["contacts"], staging.member, member.text == stage.parties
    )
    here = here.where(stage.contact_id.in_(known))
    there = select(takes_part.contact_id, takes_part.party).where(takes_part.contact_id.in_(known))
    changed = {row[0] for query in (here.except_(there), there.except_(here)) for row in staging.connection.execute(query)}
    found: list[Finding] = []
    for file, line, contact_id in _places(staging, changed) if changed else ():
        codes = sorted(staging.connection.scalars(select(takes_part.party).where(takes_part.contact_id == contact_id)))
        found.append(Finding(file, line, "parties", "", f"the record has '{';'.join(codes)}' for {contact_id}"))
    return found


def _places(staging: Staging, contact_ids: Container[str]) -> list[tuple[str, int, str]]:
    """File, line and id of those contacts of the package."""
    stage = staging.tables["contacts"].c
    rows = staging.execute(select(stage.file, stage.line, stage.contact_id))
    return [(file, line, contact_id) for file, line, contact_id in rows if contact_id in contact_ids]


def _differing_details(staging: Staging, table: Table) -> list[Finding]:
    """What is told of a contact that is there already must be what was told before, in whatever order."""
    target = KEPT_IN[table.name]
    known = select(staging.known.c.contact_id)
    rows, values = staged_values(staging, table)
    columns = [value.label(name) for name, value in values.items()]
    here = rows.with_only_columns(*columns, maintain_column_froms=True).where(
        staging.tables[table.name].c.contact_id.in_(known)
    )
    there = select(*(target.c[name] for name in values)).where(target.c.contact_id.in_(known))
    changed: dict[str, list[str]] = {}
    for reason, query in (("the package adds", here.except_(there)), ("the package lacks", there.except_(here))):
        for row in staging.connection.execute(query):
            told = ", ".join(_plain(cell) for cell in row[1:] if _plain(cell))
            changed.setdefault(row[0], []).append(f"{reason} '{told}'")
    return [
        Finding(file, line, table.name, contact_id, f"differ from the record: {difference}")
        for file, line, contact_id in (_places(staging, changed) if changed else ())
        for difference in changed[contact_id]
    ]
