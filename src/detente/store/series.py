"""How long were the silences: the gap query, in the database, and what a gap is judged by."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Subquery, and_, case, func, literal, or_, select

from detente.domain import gaps as definition
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import UncertainDate
from detente.domain.gaps import Endpoint, Gap
from detente.domain.parties import Dyad
from detente.domain.selection import HELD_ONLY, Selection
from detente.domain.vocabulary import By, Status
from detente.store import schema
from detente.store.choosing import AnySelect, conditions, in_period
from detente.store.contacts import contacts
from detente.store.opening import Store

_BOUNDS = ("date", "first_day", "start_earliest", "start_latest", "end_earliest", "end_latest")


def gaps(store: Store, selection: Selection, *, longest: int | None = None) -> list[Gap]:
    """The gaps that ``detente.domain.gaps.gaps`` defines, in series order, found by the database.

    ``longest`` asks for so many of the longest only, longest first. By person the series are made of participants, which
    the pair table does not hold: those few contacts are read and the definition itself is applied.
    """
    if selection.by is By.PERSON:
        found = definition.gaps(contacts(store, _unbounded(selection), details=True), selection)
        return found if longest is None else sorted(found, key=lambda gap: gap.sort_key)[:longest]
    with store.reading() as connection:
        return [_gap(row) for row in connection.execute(gap_query(selection, longest))]


def _unbounded(selection: Selection) -> Selection:
    """The period never cuts a series, only the list of its gaps."""
    return replace(selection.only_held(), period_from=None, period_to=None)


def gap_query(selection: Selection, longest: int | None = None) -> AnySelect:
    """One row a gap: the contact it starts from, the next one of the series (NULL: open), and its bounds in days.

    One walk along the key of the pair table: LEAD pairs each held contact with the next of its dyad.
    """
    walk = _walk(selection)
    at, to = walk.c, _Next(walk)
    is_open = to["contact_id"].is_(None)
    as_of = selection.as_of
    query = select(
        walk,
        _from_zero(case((is_open, as_of - at.end_latest), else_=to["start_earliest"] - at.end_latest)).label("days_min"),
        _from_zero(case((is_open, as_of - at.end_earliest), else_=to["start_latest"] - at.end_earliest)).label("days_max"),
        and_(~is_open, to["start_earliest"] < at.start_latest).label("order_uncertain"),
    )
    ends = and_(~is_open, *in_period(selection, to["first_day"]))
    query = query.where(or_(ends, and_(is_open, *_open_in_period(selection, at.first_day))))
    if longest is None:
        return query.order_by(at.party_a, at.party_b, at.first_day, at.start_latest, at.contact_id)
    length = query.selected_columns
    return query.order_by(length.days_max.desc(), length.days_min.desc(), at.contact_id).limit(longest)


def _open_in_period(selection: Selection, since: ColumnElement[int]) -> list[ColumnElement[bool]]:
    """An open gap runs from its last contact to the as-of day; see ``detente.domain.gaps.ends_in_period``."""
    wanted: list[ColumnElement[bool]] = []
    if selection.period_to is not None:
        wanted.append(since <= selection.period_to)
    if selection.period_from is not None:
        wanted.append(literal(selection.as_of) >= selection.period_from)
    return wanted


def _walk(selection: Selection) -> Subquery:
    pair = schema.contact_pair.c
    told = (pair.contact_id, *(pair[name] for name in _BOUNDS))
    in_series: list[ColumnElement[Any]] = [pair.first_day, pair.start_latest, pair.contact_id]
    following = (
        func.lead(column).over(partition_by=[pair.party_a, pair.party_b], order_by=in_series).label(f"next_{column.key}")
        for column in told
    )
    query = select(pair.party_a, pair.party_b, *told, *following)
    return query.where(*conditions(selection.only_held(), schema.contact_pair)).subquery("walk")


class _Next:
    """The columns of the next contact in the walk."""

    def __init__(self, walk: Subquery) -> None:
        self._columns = walk.c

    def __getitem__(self, name: str) -> ColumnElement[Any]:
        return self._columns[f"next_{name}"]


def _from_zero(days: ColumnElement[int]) -> ColumnElement[int]:
    return case((days < 0, 0), else_=days)


def _gap(row: Row[Any]) -> Gap:
    previous, following = row[2:9], row[9:16]
    return Gap(
        Dyad(row.party_a, row.party_b),
        _endpoint(previous),
        None if row.next_contact_id is None else _endpoint(following),
        row.days_min,
        row.days_max,
        bool(row.order_uncertain),
    )


def _endpoint(row: Sequence[Any]) -> Endpoint:
    return Endpoint(row[0], UncertainDate(*row[1:]))


def non_contacts(store: Store, selection: Selection) -> dict[Dyad, list[Endpoint]]:
    """Per dyad the attempts that the selection chooses, whatever became of them, in series order."""
    tried = replace(selection, statuses=frozenset(Status) - HELD_ONLY)
    pair = schema.contact_pair.c
    query: AnySelect = (
        select(pair.party_a, pair.party_b, pair.contact_id, *(pair[name] for name in _BOUNDS))
        .where(*conditions(tried, schema.contact_pair))
        .order_by(pair.party_a, pair.party_b, pair.first_day, pair.start_latest, pair.contact_id)
    )
    found: dict[Dyad, list[Endpoint]] = {}
    with store.reading() as connection:
        for row in connection.execute(query):
            found.setdefault(Dyad(row.party_a, row.party_b), []).append(_endpoint(row[2:]))
    return found


def coverage(store: Store, *dyads: Dyad) -> dict[Dyad, list[CoverageWindow]]:
    """The declared windows per dyad, of ``dyads`` or of all, in the order in which they were recorded."""
    column = schema.coverage.c
    query = select(schema.coverage).order_by(column.folder, column.position)
    if dyads:
        query = query.where(or_(*(and_(column.party_a == pair.a, column.party_b == pair.b) for pair in dyads)))
    found: dict[Dyad, list[CoverageWindow]] = {}
    with store.reading() as connection:
        for row in connection.execute(query):
            pair = Dyad(row.party_a, row.party_b)
            days = date.fromisoformat(row.from_date), date.fromisoformat(row.to_date)
            window = CoverageWindow(pair, row.level, row.channel, *days, row.completeness, row.basis)
            found.setdefault(pair, []).append(window)
    return found
