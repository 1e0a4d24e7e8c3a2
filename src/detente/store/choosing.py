"""How a selection becomes a WHERE: the same for every table that contacts are read from."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, FromClause, Select, literal_column, or_, select

from detente.domain.selection import EVERY_STATUS, Selection
from detente.store import schema

AnySelect: TypeAlias = Select[*tuple[Any, ...]]
"""A query whose columns are named by the caller, not by its type."""


def conditions(selection: Selection, table: FromClause) -> list[ColumnElement[bool]]:
    """What rows of ``table`` (contact or contact_pair) must fulfil to be selected, the period aside."""
    columns = table.c
    wanted: list[ColumnElement[bool]] = [columns.first_day <= selection.as_of]
    for name, choice in (
        ("channel", selection.channels),
        ("level", selection.levels),
        ("setting", selection.settings),
        ("substance", selection.substances),
    ):
        if choice:
            wanted.append(columns[name].in_(sorted(choice)))
    if selection.statuses != EVERY_STATUS:
        wanted.append(columns.status.in_(sorted(selection.statuses)))
    if not selection.include_restricted:
        wanted.append(columns.restricted.is_(False))
    wanted += _by_detail(selection, columns.contact_id)
    return wanted + _by_parties(selection, table)


def _by_parties(selection: Selection, table: FromClause) -> list[ColumnElement[bool]]:
    pair = selection.dyad
    if pair is not None and table is schema.contact_pair:
        return [table.c.party_a == pair.a, table.c.party_b == pair.b]
    takes_part = schema.contact_party.c
    return [
        table.c.contact_id.in_(select(takes_part.contact_id).where(takes_part.party == party)) for party in selection.parties
    ]


def among(parties: Sequence[str]) -> list[ColumnElement[bool]]:
    """What rows of the pair table must fulfil: of one party, its pairs; of several, the pairs among them."""
    if not parties:
        return []
    pair = schema.contact_pair.c
    named = sorted(set(parties))
    sides = (pair.party_a.in_(named), pair.party_b.in_(named))
    return [or_(*sides)] if len(named) == 1 else list(sides)


def _by_detail(selection: Selection, contact_id: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if selection.topics:
        told = schema.statement.c
        about = select(told.contact_id).where(told.topic.in_(sorted(selection.topics)))
        if not selection.include_restricted:
            about = about.where(told.restricted.is_(False))
        wanted.append(contact_id.in_(about))
    if selection.persons:
        present = schema.participant.c
        wanted.append(contact_id.in_(select(present.contact_id).where(present.person.in_(sorted(selection.persons)))))
    return wanted


def stands_in(value: ColumnElement[Any], column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether ``value`` stands in a column of another table.

    It may be negated: for NOT EXISTS every engine joins, for NOT IN some read the whole column anew for each row.
    """
    table = column.table
    return select(literal_column("1")).select_from(table).where(column == value).correlate_except(table).exists()


def in_period(selection: Selection, day: ColumnElement[int]) -> list[ColumnElement[bool]]:
    """What ``day`` must fulfil to lie inside the period of the selection, both ends inclusive."""
    wanted: list[ColumnElement[bool]] = []
    if selection.period_from is not None:
        wanted.append(day >= selection.period_from)
    if selection.period_to is not None:
        wanted.append(day <= selection.period_to)
    return wanted
