"""What a staged text becomes in the store."""

from typing import Any

from sqlalchemy import ColumnElement, Float, Integer, cast, func, select
from sqlalchemy import Table as SqlTable

from detente.domain import package
from detente.domain.tabular import Column, Kind, Table
from detente.store import schema
from detente.store.choosing import AnySelect
from detente.store.staging import Staging

Values = dict[str, ColumnElement[Any]]
"""Column of the store → what a staged row puts there."""

STORED_AS = {"from": "from_date", "to": "to_date"}
"""Columns of the package whose names SQL keeps for itself."""

KEPT_IN: dict[str, SqlTable] = {
    "parties": schema.party,
    "topics": schema.topic,
    "officeholders": schema.officeholder,
    "contacts": schema.contact,
    "participants": schema.participant,
    "statements": schema.statement,
    "sources": schema.source,
    "values": schema.differing_value,
    "claims": schema.claim,
    "coverage": schema.coverage,
    "judgements": schema.judgement,
    "dialogues": schema.dialogue,
}
"""The table of the store that keeps the rows of each package table."""

DETAILS = (package.PARTICIPANTS, package.SOURCES, package.STATEMENTS, package.VALUES)
"""What is told of a contact, each table after those that it refers to."""

IDENTIFIED_BY = {
    "parties": {"code"},
    "topics": {"topic"},
    "officeholders": {"person", "party", "office", "from_date"},
    "contacts": {"contact_id"},
    "claims": {"claim_id"},
    "coverage": {"party_a", "party_b", "level", "channel", "from_date"},
    "judgements": {"contact_id", "other_id"},
    "dialogues": {"dialogue_id"},
}
"""The columns by which a row of the store is the same as a staged one."""


def staged_values(staging: Staging, table: Table) -> tuple[AnySelect, Values]:
    """The staged rows of ``table``, and their values by column of the store; a list of parties may be kept elsewhere."""
    stage = staging.tables[table.name]
    kept = (c for c in table.columns if c.name != "parties" or "parties" in KEPT_IN[table.name].c)
    values = {STORED_AS.get(c.name, c.name): _value(c, stage.c[c.name]) for c in kept}
    rows: AnySelect = select(stage)
    if table is package.COVERAGE:
        pair = staging.pair.c
        rows = rows.join(staging.pair, pair.text == stage.c.parties)
        values = {"party_a": pair.party_a, "party_b": pair.party_b, **values}
    return rows, values


_NUMBERED = ("credibility", "first_month", "last_month")
"""Columns whose words are numbers."""


def _value(column: Column, cell: ColumnElement[str]) -> ColumnElement[Any]:
    if column.name == "from":  # part of a key, which NULL cannot be
        return cell
    if column.kind is Kind.FLAG:
        return cell == "true"
    stated: ColumnElement[Any] = func.nullif(cell, "")
    if column.kind is Kind.COUNT or column.name in _NUMBERED:
        return cast(stated, Integer)
    return cast(stated, Float) if column.kind is Kind.NUMBER else stated
