"""How what was published about a contact on record is added to it: new sources, with what it said before set aside."""

from collections.abc import Sequence

from sqlalchemy import Table as SqlTable
from sqlalchemy import and_, func, insert, select, update

from detente.domain import package
from detente.store import schema
from detente.store.records import CONTACT, images, set_aside
from detente.store.staged_values import staged_values
from detente.store.staging import Staging

_AT_ONCE = 200
_SOURCE, _CONTACT = schema.source.c, schema.contact.c


def attach_sources(staging: Staging, place: SqlTable, repeated: SqlTable, targets: Sequence[str], revision: int) -> int:
    """Adds staged sources to contacts on record, as of ``revision``; gives how many.

    ``place`` says to which contact the sources of a staged one go (empty: to none), ``targets`` are all of them; rows that
    ``repeated`` lists (url and staged contact) are on record already.
    """
    connection = staging.connection
    for start in range(0, len(targets), _AT_ONCE):
        some = _CONTACT.contact_id.in_(targets[start : start + _AT_ONCE])
        set_aside(connection, images(connection, CONTACT, some), revision)
        connection.execute(update(schema.contact).where(some).values(revision=revision))
    stage = staging.tables["sources"].c
    rows, values = staged_values(staging, package.SOURCES)
    order = (stage.slug, stage.line)
    told = [value.label(name) for name, value in values.items() if name != "contact_id"]
    copy = func.row_number().over(partition_by=[place.c.place, stage.url], order_by=order).label("copy")
    numbered = func.row_number().over(order_by=order).label("number")
    again = select(repeated.c.url).where(repeated.c.url == stage.url, repeated.c.contact_id == stage.contact_id)
    given = (
        rows.with_only_columns(place.c.place.label("contact_id"), copy, numbered, *told, maintain_column_froms=True)
        .join(place, and_(place.c.contact_id == stage.contact_id, place.c.place != ""))
        .where(~again.correlate(staging.tables["sources"]).exists())
        .subquery("given")
    )
    last = (
        select(_SOURCE.contact_id, func.max(_SOURCE.position).label("position"))
        .where(_SOURCE.contact_id.in_(select(place.c.place)))
        .group_by(_SOURCE.contact_id)
        .subquery("last")
    )
    position = func.coalesce(last.c.position, 0) + func.row_number().over(
        partition_by=given.c.contact_id, order_by=given.c.number
    )
    new = select(*(given.c[name] for name in values), position).select_from(given)
    new = new.outerjoin(last, last.c.contact_id == given.c.contact_id).where(given.c.copy == 1)
    done = insert(schema.source).from_select([*values, "position"], new)
    return connection.execute(done, execution_options={"preserve_rowcount": True}).rowcount
