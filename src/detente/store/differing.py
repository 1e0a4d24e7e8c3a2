"""Does a package say something else than the record under the same id: each such value, with both."""

from collections.abc import Container
from dataclasses import dataclass

from sqlalchemy import and_, or_, select

from detente.domain import package
from detente.domain.cell_values import as_cell
from detente.domain.tabular import Table
from detente.store import schema
from detente.store.judging import Finding
from detente.store.records import CLAIM, CONTACT, COVERAGE, DIALOGUE, JUDGEMENT, KINDS, Kind
from detente.store.staged_values import DETAILS, IDENTIFIED_BY, KEPT_IN, staged_values
from detente.store.staging import Staging


@dataclass(frozen=True, slots=True)
class Difference:
    """A value of the package that is another than the record's: which record it is of, and what to say of it.

    ``before`` and ``after`` are the value on record and that of the package; empty: there is none.
    """

    record: str
    finding: Finding
    before: str
    after: str


def differing(staging: Staging) -> dict[Kind, list[Difference]]:
    """What the package says otherwise of the contacts, claims, windows, judgements and dialogues that the record holds."""
    contacts = differing_rows(staging, package.CONTACTS)
    if staging.execute(select(staging.known).limit(1)):
        contacts += _differing_parties(staging)
        contacts += [difference for table in DETAILS for difference in _differing_details(staging, table)]
    return {
        CONTACT: contacts,
        CLAIM: differing_rows(staging, package.CLAIMS),
        COVERAGE: differing_rows(staging, package.COVERAGE),
        JUDGEMENT: differing_rows(staging, package.JUDGEMENTS),
        DIALOGUE: differing_rows(staging, package.DIALOGUES),
    }


def differing_rows(staging: Staging, table: Table) -> list[Difference]:
    """Rows that the store has under the same key with other values: one difference a value."""
    if table.name not in staging.filled:
        return []
    target, key = KEPT_IN[table.name], IDENTIFIED_BY[table.name]
    kind = next(kind for kind in KINDS if kind.root is target)
    rows, values = staged_values(staging, table)
    stage = staging.tables[table.name].c
    others = [name for name in values if name not in key]
    columns = [value.label(f"package_{name}") for name, value in values.items()]
    columns += [target.c[name].label(f"record_{name}") for name in others]
    same = and_(*(target.c[name] == values[name] for name in key))
    changed = or_(*(target.c[name].is_distinct_from(values[name]) for name in others))
    told_twice = rows.with_only_columns(stage.file, stage.line, *columns, maintain_column_froms=True).join(target, same)
    found: list[Difference] = []
    for row in staging.execute(told_twice.where(changed)):
        told = row._mapping
        named = kind.record_of({name: told[f"package_{name}"] for name in key})
        for name in others:
            here, there = as_cell(told[f"package_{name}"]), as_cell(told[f"record_{name}"])
            if here != there:
                reason = f"the record has '{there}' for {named}" if there else f"the record has nothing for {named}"
                found.append(Difference(named, Finding(row.file, row.line, name, here, reason), there, here))
    return found


def _differing_parties(staging: Staging) -> list[Difference]:
    stage, member, takes_part = staging.tables["contacts"].c, staging.member.c, schema.contact_party.c
    known = select(staging.known.c.contact_id)
    here = select(stage.contact_id, member.party).join_from(
        staging.tables["contacts"], staging.member, member.text == stage.parties
    )
    here = here.where(stage.contact_id.in_(known))
    there = select(takes_part.contact_id, takes_part.party).where(takes_part.contact_id.in_(known))
    changed = {row[0] for query in (here.except_(there), there.except_(here)) for row in staging.connection.execute(query)}
    told: dict[str, list[str]] = {contact_id: [] for contact_id in changed}
    for contact_id, party in staging.execute(here) if changed else ():
        if contact_id in changed:
            told[contact_id].append(party)
    found: list[Difference] = []
    for file, line, contact_id in _places(staging, changed) if changed else ():
        codes = sorted(staging.connection.scalars(select(takes_part.party).where(takes_part.contact_id == contact_id)))
        before = ";".join(codes)
        said = Finding(file, line, "parties", "", f"the record has '{before}' for {contact_id}")
        found.append(Difference(contact_id, said, before, ";".join(sorted(told[contact_id]))))
    return found


def _places(staging: Staging, contact_ids: Container[str]) -> list[tuple[str, int, str]]:
    """File, line and id of those contacts of the package."""
    stage = staging.tables["contacts"].c
    rows = staging.execute(select(stage.file, stage.line, stage.contact_id))
    return [(file, line, contact_id) for file, line, contact_id in rows if contact_id in contact_ids]


def _differing_details(staging: Staging, table: Table) -> list[Difference]:
    """What is told of a contact that is there already must be what was told before, in whatever order."""
    target = KEPT_IN[table.name]
    known = select(staging.known.c.contact_id)
    rows, values = staged_values(staging, table)
    columns = [value.label(name) for name, value in values.items()]
    here = rows.with_only_columns(*columns, maintain_column_froms=True).where(
        staging.tables[table.name].c.contact_id.in_(known)
    )
    there = select(*(target.c[name] for name in values)).where(target.c.contact_id.in_(known))
    changed: dict[str, list[tuple[str, str]]] = {}  # what the record says alone, and what the package says alone
    for added, query in ((True, here.except_(there)), (False, there.except_(here))):
        for row in staging.connection.execute(query):
            told = ", ".join(as_cell(cell) for cell in row[1:] if as_cell(cell))
            changed.setdefault(row[0], []).append(("", told) if added else (told, ""))
    found: list[Difference] = []
    for file, line, contact_id in _places(staging, changed) if changed else ():
        for before, after in changed[contact_id]:
            what = f"the package adds '{after}'" if after else f"the package lacks '{before}'"
            said = Finding(file, line, table.name, contact_id, f"differ from the record: {what}")
            found.append(Difference(contact_id, said, before, after))
    return found
