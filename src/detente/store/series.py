"""How long were the silences: the gap query, in the database, and what a gap is judged by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, case, func, literal, or_, select

from detente.domain import gaps as definition
from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.dates import Tolerance, parse
from detente.domain.gaps import Endpoint, Gap
from detente.domain.parties import Dyad
from detente.domain.selection import HELD_ONLY, Selection
from detente.domain.vocabulary import By, Status
from detente.store import schema
from detente.store.choosing import AnySelect, conditions, in_period
from detente.store.contacts import contacts
from detente.store.opening import Store


def gaps(store: Store, selection: Selection, *, longest: int | None = None) -> list[Gap]:
    """The gaps that ``detente.domain.gaps.gaps`` defines, in series order, found by the database.

    ``longest`` asks for so many of the longest only, longest first. By person the series are made of participants, which
    the pair table does not hold: those few contacts are read and the definition itself is applied.
    """
    if selection.by is By.PERSON:
        found = definition.gaps(contacts(store, _unbounded(selection), details=True), selection)
        return found if longest is None else sorted(found, key=lambda gap: gap.sort_key)[:longest]
    with store.reading() as connection:
        return list(_gaps(connection.execute(gap_query(selection, longest)), store.tolerance))


def gaps_beside(store: Store, selection: Selection, beside: Contact) -> list[Gap]:
    """As ``gaps``, with a contact more than are on record; those of the selection are read for it."""
    known = contacts(store, _unbounded(selection), details=selection.by is By.PERSON)
    return definition.gaps([*known, beside], selection)


def _unbounded(selection: Selection) -> Selection:
    """The period never cuts a series, only the list of its gaps."""
    return replace(selection.only_held(), period_from=None, period_to=None)


def gap_query(selection: Selection, longest: int | None = None) -> AnySelect:
    """One row a gap: the contact it starts from, the next one of the series (NULL: open), and its bounds in days.

    One walk along the key of the pair table: LEAD pairs each held contact with the next of its dyad. It looks ahead at no
    more columns than it must: each costs the database a buffer of its own.
    """
    walk = _walk(selection).c
    is_open = walk.next_id.is_(None)
    shortest = case((is_open, selection.as_of - walk.end_latest), else_=walk.next_start_earliest - walk.end_latest)
    longest_ = case((is_open, selection.as_of - walk.end_earliest), else_=walk.next_start_latest - walk.end_earliest)
    query: AnySelect = select(
        walk.party_a,
        walk.party_b,
        walk.contact_id,
        walk.date,
        walk.next_id,
        walk.next_date,
        case((shortest < 0, 0), else_=shortest).label("days_min"),
        case((longest_ < 0, 0), else_=longest_).label("days_max"),
        and_(~is_open, walk.next_start_earliest < walk.start_latest).label("order_uncertain"),
    )
    if selection.period_from is not None or selection.period_to is not None:
        ends = and_(~is_open, *in_period(selection, walk.next_first_day))
        query = query.where(or_(ends, and_(is_open, *_open_in_period(selection, walk.first_day))))
    if longest is None:
        return query.order_by(walk.party_a, walk.party_b, walk.first_day, walk.start_latest, walk.contact_id)
    length = query.selected_columns
    return query.order_by(length.days_max.desc(), length.days_min.desc(), walk.contact_id).limit(longest)


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
    in_series: list[ColumnElement[Any]] = [pair.first_day, pair.start_latest, pair.contact_id]

    def following(column: ColumnElement[Any], name: str) -> ColumnElement[Any]:
        return func.lead(column).over(partition_by=[pair.party_a, pair.party_b], order_by=in_series).label(name)

    ahead = [
        following(pair.contact_id, "next_id"),
        following(pair.date, "next_date"),
        following(pair.start_earliest, "next_start_earliest"),
        following(pair.start_latest, "next_start_latest"),
    ]
    if selection.period_from is not None or selection.period_to is not None:
        ahead.append(following(pair.first_day, "next_first_day"))
    here = (*in_series, pair.party_a, pair.party_b, pair.date, pair.end_earliest, pair.end_latest)
    query: AnySelect = select(*here, *ahead)
    return query.where(*conditions(selection.only_held(), schema.contact_pair)).subquery("walk")


def _gaps(rows: Iterable[Sequence[Any]], tolerance: Tolerance) -> Iterator[Gap]:
    """Gaps with the lengths that the database found; their ends carry the dates as written, with their bounds.

    What one gap ends with the next begins with, and pairs are few: one object serves all that say the same.
    """
    pairs: dict[tuple[str, str], Dyad] = {}
    end: Endpoint | None = None
    for a, b, contact_id, written, next_id, next_written, days_min, days_max, order_uncertain in rows:
        pair = pairs.get((a, b)) or pairs.setdefault((a, b), Dyad(a, b))
        begin = end if end is not None and end.contact_id == contact_id else Endpoint(contact_id, parse(written, tolerance))
        end = None if next_id is None else Endpoint(next_id, parse(next_written, tolerance))
        yield Gap(pair, begin, end, days_min, days_max, bool(order_uncertain))


def non_contacts(store: Store, selection: Selection) -> dict[Dyad, list[Endpoint]]:
    """Per dyad the attempts that the selection chooses, whatever became of them, in series order."""
    tried = replace(selection, statuses=frozenset(Status) - HELD_ONLY)
    pair = schema.contact_pair.c
    query: AnySelect = (
        select(pair.party_a, pair.party_b, pair.contact_id, pair.date)
        .where(*conditions(tried, schema.contact_pair))
        .order_by(pair.party_a, pair.party_b, pair.first_day, pair.start_latest, pair.contact_id)
    )
    found: dict[Dyad, list[Endpoint]] = {}
    with store.reading() as connection:
        for row in connection.execute(query):
            attempt = Endpoint(row.contact_id, parse(row.date, store.tolerance))
            found.setdefault(Dyad(row.party_a, row.party_b), []).append(attempt)
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
