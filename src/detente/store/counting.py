"""How many contacts fell on which day: counted in the database, so that a large record is never read whole."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, distinct, func, null, select

from detente.domain.selection import Selection
from detente.domain.tallies import Tally, TopicTally
from detente.domain.vocabulary import Stance
from detente.store import schema
from detente.store.choosing import AnySelect, conditions, in_period
from detente.store.opening import Store

_CONTACT = schema.contact.c


def tallies(store: Store, selection: Selection) -> list[Tally]:
    """As ``detente.domain.tallies.tallies`` of the contacts selected in the period."""
    key = (_CONTACT.first_day, _CONTACT.channel, _CONTACT.level)
    query = select(*key, func.count()).where(*_chosen(selection)).group_by(*key).order_by(*key)
    with store.reading() as connection:
        return [Tally(*row) for row in connection.execute(query)]


def topic_tallies(store: Store, selection: Selection, *, broad: bool, by_side: bool) -> list[TopicTally]:
    """As ``detente.domain.tallies.topic_tallies`` of the contacts selected in the period."""
    with store.reading() as connection:
        return [TopicTally(*row) for row in connection.execute(_topic_query(selection, broad, by_side))]


def topics_told(store: Store, selection: Selection) -> list[str]:
    """The topics reported in the contacts selected in the period, those of the most contacts first."""
    subject, times = schema.statement.c.topic, func.count(distinct(schema.statement.c.contact_id))
    with store.reading() as connection:
        counted = connection.execute(_told(selection, subject, times).group_by(subject)).all()
    return [topic for topic, _ in sorted(counted, key=lambda row: (-row[1], row[0]))]  # databases sort letters differently


def hidden(store: Store, selection: Selection) -> int:
    """How many contacts the selection leaves out because they, or what is told of them, are not public; whatever its period."""
    if selection.include_restricted:
        return 0
    pair = schema.contact_pair
    with store.reading() as connection:

        def count(chosen: Selection) -> int:
            query = select(func.count(distinct(pair.c.contact_id))).where(*conditions(chosen, pair))
            return connection.scalar(query) or 0

        return count(replace(selection, include_restricted=True)) - count(selection)  # the latter are among the former


def _topic_query(selection: Selection, broad: bool, by_side: bool) -> AnySelect:
    told, topic = schema.statement.c, schema.topic.c
    subject = func.coalesce(topic.broader, told.topic) if broad else told.topic  # topics have two levels
    account = told.reported_by if by_side else null()
    query = _told(selection, _CONTACT.first_day, subject, account, func.count(distinct(told.contact_id)))
    query = query.join(schema.topic, told.topic == topic.topic)
    key = (_CONTACT.first_day, subject, account) if by_side else (_CONTACT.first_day, subject)
    return query.group_by(*key).order_by(*key)


def _told(selection: Selection, *columns: ColumnElement[Any]) -> AnySelect:
    """``columns`` of the statements that report something, each with its contact, of those selected."""
    told = schema.statement.c
    query = select(*columns).select_from(schema.statement).join(schema.contact, told.contact_id == _CONTACT.contact_id)
    query = query.where(told.stance == Stance.REPORTS, *_chosen(selection))
    return query if selection.include_restricted else query.where(told.restricted.is_(False))


def _chosen(selection: Selection) -> list[ColumnElement[bool]]:
    return [*conditions(selection, schema.contact), *in_period(selection, _CONTACT.first_day)]
