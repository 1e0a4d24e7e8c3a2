"""What was known on an earlier day: the record rebuilt as it stood then, as a store of its own in memory."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import uuid4

from sqlalchemy import Connection, event, func, select
from sqlalchemy.engine import URL

from detente.domain.days import Day
from detente.errors import UsageError
from detente.store import schema
from detente.store.copying import copy_as_of
from detente.store.creating import migrate
from detente.store.engine import engine_for, transaction
from detente.store.opening import Store

_REVISION = schema.revision.c
_FORMS = "write a day, 2024-12-31; a time, 2024-12-31T18:00Z; or a revision, r17"


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of knowledge as it was written: the end of a UTC day, a time, or a revision."""

    text: str
    until: str
    """The last second, UTC, as revisions keep it; empty for a revision."""
    revision: int | None = None
    asked_as: str = "--known-on"

    @property
    def day(self) -> Day | None:
        """The UTC day of it, which answers are as of unless they are asked for another; None for a revision."""
        return date.fromisoformat(self.until[:10]).toordinal() if self.until else None


def read_moment(text: str, asked_as: str = "--known-on") -> Moment:
    """The moment that ``text`` names: a day (to its end, in UTC), a time (of UTC unless it says of what zone), or ``r17``.

    Raises UsageError, in which ``asked_as`` is what the moment was given as.
    """
    if (numbered := re.fullmatch(r"r([1-9]\d{0,8})", text, re.ASCII | re.IGNORECASE)) is not None:
        return Moment(text, "", int(numbered[1]), asked_as)
    try:
        if len(text) == 10:
            when = datetime.combine(date.fromisoformat(text), time(23, 59, 59), UTC)
        else:
            when = datetime.fromisoformat(text)
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        return Moment(text, when.astimezone(UTC).isoformat(timespec="seconds"), None, asked_as)
    except (ValueError, OverflowError):
        raise UsageError(f"{asked_as} '{text}' is no moment", mend=_FORMS) from None


def as_known_on(store: Store, moment: Moment) -> tuple[Store, int]:
    """A store that holds what ``store`` held at that moment, for reading only, and the number of its last revision.

    Raises UsageError for a moment before the store was made, or a revision that there is not.
    """
    made_of = f"file:known-{uuid4().hex}"  # a name of its own: the connections of one store share the memory, and no others
    url = URL.create("sqlite", database=made_of, query={"mode": "memory", "cache": "shared", "uri": "true"})
    engine = engine_for(url)
    keeper = engine.connect()  # the memory lives as long as somebody is connected
    event.listen(engine, "engine_disposed", lambda _: keeper.close())
    with store.reading() as source, transaction(engine) as target:
        number = _last_revision(source, moment)
        migrate(target)
        copy_as_of(source, target, number)
    return Store(engine, store.tolerance, shown_as=store.url), number


def _last_revision(connection: Connection, moment: Moment) -> int:
    number = moment.revision
    if number is None:
        number = connection.scalar(select(func.max(_REVISION.number)).where(_REVISION.recorded_at <= moment.until))
    recorded_at = connection.scalar(select(_REVISION.recorded_at).where(_REVISION.number == number))
    if number is None or recorded_at is None:
        first, last = connection.execute(select(func.min(_REVISION.recorded_at), func.max(_REVISION.number))).one()
        what = f"there is no revision {number}" if number else f"{moment.asked_as} {moment.text} lies before the store was made"
        raise UsageError(what, mend=f"its revisions are r1 to r{last}, the first of {first[:10]}")
    return number
