"""How a coverage window enters the record: what was looked through, for which level and channel, and how well."""

from sqlalchemy import Connection, func, insert, select

from detente.domain.coverage import CoverageWindow
from detente.errors import RejectedError
from detente.store import schema
from detente.store.opening import Store
from detente.store.recording import folder_of
from detente.store.revisions import begin

_KEPT = schema.coverage.c


def declare(store: Store, window: CoverageWindow) -> None:
    """Adds a window; raises RejectedError when it ends before it begins, or overlaps one of the same level and channel."""
    if window.to_date < window.from_date:
        raise RejectedError(f"{window.to_date} lies before {window.from_date}", mend="give the first day with --from")
    first, last = window.from_date.isoformat(), window.to_date.isoformat()
    same = (
        _KEPT.party_a == window.dyad.a,
        _KEPT.party_b == window.dyad.b,
        _KEPT.level == window.level,
        _KEPT.channel == window.channel,
    )

    def add(connection: Connection) -> None:
        overlapping = select(schema.coverage).where(*same, _KEPT.from_date <= last, _KEPT.to_date >= first)
        if (there := connection.execute(overlapping.order_by(_KEPT.from_date)).first()) is not None:
            raise RejectedError(
                f"{first} to {last} overlaps the window {there.from_date} to {there.to_date} ({there.completeness}) "
                f"of {window.dyad}, level {window.level}, channel {window.channel}",
                mend="choose days outside of it",
            )
        number = begin(connection, store.author, "coverage", f"{window.dyad} {window.level} {window.channel} {first}")
        slug = folder_of(connection, window.dyad, number)
        last_place = connection.scalar(select(func.max(_KEPT.position)).where(_KEPT.folder == slug)) or 0
        connection.execute(
            insert(schema.coverage).values(
                party_a=window.dyad.a,
                party_b=window.dyad.b,
                level=window.level,
                channel=window.channel,
                from_date=first,
                to_date=last,
                completeness=window.completeness,
                basis=window.basis,
                folder=slug,
                position=last_place + 1,
                first_revision=number,
                revision=number,
            )
        )

    store.write(add)
