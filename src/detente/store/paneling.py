"""How many contacts had each pair in each month, quarter or year: counted and dated in the database, for all pairs at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Subquery, and_, case, func, literal, or_, select

from detente.domain.parties import Dyad
from detente.domain.selection import Selection
from detente.domain.tallies import PairLast, PairTally, PairTopics
from detente.domain.vocabulary import Stance
from detente.store import schema
from detente.store.choosing import AnySelect, among, conditions, in_period
from detente.store.opening import Store

_PAIR = schema.contact_pair.c


def pair_tallies(store: Store, selection: Selection, months: int) -> list[PairTally]:
    """The contacts selected whose first day lies in the period, per pair, calendar period of ``months`` and kind.

    The parties of the selection choose the pairs: of one, its pairs; of several, those among them. Periods are numbered as
    ``detente.analysis.periods.index_of`` does.
    """
    dated = _dated(selection, months, in_period(selection, _PAIR.first_day))
    key = (dated.c.party_a, dated.c.party_b, dated.c.period, dated.c.channel, dated.c.level, dated.c.status)
    query = select(*key, func.count()).group_by(*key).order_by(*key[:3])
    with store.reading() as connection:
        return [PairTally(Dyad(a, b), *counted) for a, b, *counted in connection.execute(query)]


def pair_lasts(store: Store, selection: Selection, months: int) -> list[PairLast]:
    """For each pair and period with a held contact, the last one in series order; periods before --from are among them."""
    held = replace(selection.only_held(), period_from=None)
    dated = _dated(held, months, in_period(held, _PAIR.first_day)).c
    in_series: list[ColumnElement[Any]] = [dated.first_day, dated.start_latest, dated.contact_id]
    following = func.lead(dated.period).over(partition_by=[dated.party_a, dated.party_b], order_by=in_series)
    here = (dated.party_a, dated.party_b, dated.period, dated.contact_id, dated.end_earliest, dated.end_latest)
    walk = select(*here, following.label("next_period")).subquery("walk").c
    query = select(walk.party_a, walk.party_b, walk.period, walk.contact_id, walk.end_earliest, walk.end_latest)
    query = query.where(or_(walk.next_period.is_(None), walk.next_period != walk.period))
    with store.reading() as connection:
        rows = connection.execute(query.order_by(walk.party_a, walk.party_b, walk.period))
        return [PairLast(Dyad(a, b), *last) for a, b, *last in rows]


def pair_topics(store: Store, selection: Selection, months: int, *, by_topic: bool = False) -> list[PairTopics]:
    """How often the parties of each pair report or deny a topic in each period, of the held contacts selected.

    With ``by_topic`` for each broad topic, its narrower ones counted as it; else the sum over all topics as recorded.
    """
    held = selection.only_held()
    told = _told(held, months, broad=by_topic).c
    subject = told.subject if by_topic else literal("")
    sums = [func.sum(flag) for flag in (told.by_a, told.by_b, told.by_a * told.by_b, told.denied_a, told.denied_b)]
    key = (told.party_a, told.party_b, told.period)
    query: AnySelect = select(*key, subject.label("subject"), *sums)
    query = query.group_by(*key, told.subject) if by_topic else query.group_by(*key)
    with store.reading() as connection:
        rows = connection.execute(query.order_by(*key))
        return [PairTopics(Dyad(a, b), period, topic, *map(int, counts)) for a, b, period, topic, *counts in rows]


def _told(held: Selection, months: int, *, broad: bool) -> Subquery:
    """One row for each contact of a pair and subject: who reports it and who denies it, as 1 or 0."""
    dated = _dated(held, months, in_period(held, _PAIR.first_day)).c
    told, topic = schema.statement.c, schema.topic.c
    subject = func.coalesce(topic.broader, told.topic) if broad else told.topic

    def says(party: ColumnElement[str], stance: Stance, name: str) -> ColumnElement[int]:
        return func.max(case((and_(told.reported_by == party, told.stance == stance), 1), else_=0)).label(name)

    key = (dated.party_a, dated.party_b, dated.period, dated.contact_id, subject.label("subject"))
    query: AnySelect = select(
        *key,
        says(dated.party_a, Stance.REPORTS, "by_a"),
        says(dated.party_b, Stance.REPORTS, "by_b"),
        says(dated.party_a, Stance.DENIES, "denied_a"),
        says(dated.party_b, Stance.DENIES, "denied_b"),
    )
    query = query.select_from(schema.statement).join(dated.contact_id.table, told.contact_id == dated.contact_id)
    query = query.join(schema.topic, told.topic == topic.topic)
    if not held.include_restricted:
        query = query.where(told.restricted.is_(False))
    return query.group_by(dated.party_a, dated.party_b, dated.period, dated.contact_id, subject).subquery("told")


def broad_topics(store: Store, selection: Selection) -> list[str]:
    """The broad topics that a statement on record is about, in the order of the vocabulary."""
    told, topic = schema.statement.c, schema.topic.c
    used = select(func.coalesce(topic.broader, told.topic)).join_from(schema.statement, schema.topic, told.topic == topic.topic)
    if not selection.include_restricted:
        used = used.where(told.restricted.is_(False))
    with store.reading() as connection:
        return list(connection.scalars(select(topic.topic).where(topic.topic.in_(used)).order_by(topic.position)))


_BEFORE_MARCH_0000 = 305
"""Days from 1 March of the year 0 to the last day of it, so that years begin in March and end with the leap day."""


def _dated(selection: Selection, months: int, within: Sequence[ColumnElement[bool]]) -> Subquery:
    """The rows of the pair table that are selected, each with the number of its calendar period.

    Days become months by whole-number arithmetic that every engine has: cycles of 400 years, then years, then the months of a
    year that begins in March. Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), civil_from_days.
    """
    chosen = conditions(replace(selection, parties=()), schema.contact_pair)
    days = _PAIR.first_day + _BEFORE_MARCH_0000
    rows = select(
        *(_PAIR.party_a, _PAIR.party_b, _PAIR.first_day, _PAIR.start_latest, _PAIR.contact_id),
        *(_PAIR.end_earliest, _PAIR.end_latest, _PAIR.channel, _PAIR.level, _PAIR.status),
        (days // 146097).label("cycle"),
        (days % 146097).label("of_cycle"),
    ).where(*chosen, *among(selection.parties), *within)
    cycles = rows.subquery("cycles")
    day = cycles.c.of_cycle
    years = _with(cycles, "year_of_cycle", (day - day // 1460 + day // 36524 - day // 146096) // 365)
    year = years.c.year_of_cycle
    of_year = _with(years, "of_year", years.c.of_cycle - (365 * year + year // 4 - year // 100))
    month = (of_year.c.cycle * 400 + of_year.c.year_of_cycle) * 12 + 2 + (5 * of_year.c.of_year + 2) // 153
    return _with(of_year, "period", month // months)


def _with(rows: FromClause, name: str, value: ColumnElement[int]) -> Subquery:
    """``rows`` with one column more."""
    return select(*rows.c, value.label(name)).subquery(f"with_{name}")
