"""How a package corrects what is on record: what a record said is set aside, and it says what the package says."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import and_, delete, func, insert, select, update

from detente.domain import package
from detente.domain.tabular import Table
from detente.errors import RejectedError
from detente.store.differing import Difference
from detente.store.records import CONTACT, Kind, images, set_aside
from detente.store.staged_values import IDENTIFIED_BY, KEPT_IN, Values, staged_values
from detente.store.staging import Staging

_AT_ONCE = 200


def overwrite_records(staging: Staging, kind: Kind, differences: Sequence[Difference], revision: int) -> int:
    """Changes the records that differ; gives how many. The details of a contact are left for the merge to add anew.

    Raises RejectedError when a contact has details that are not public and the package has none of: it was exported
    without them.
    """
    changed = list(dict.fromkeys(difference.record for difference in differences))
    if kind is CONTACT:
        _refuse_loss(staging, changed, differences)
    table = next(table for table in package.TABLES if KEPT_IN[table.name] is kind.root)
    for start in range(0, len(changed), _AT_ONCE):
        some = changed[start : start + _AT_ONCE]
        set_aside(staging.connection, images(staging.connection, kind, kind.called(*some)), revision)
        if kind is CONTACT:
            _forget_details(staging, some)
        _change_rows(staging, table, kind, some, revision)
    return len(changed)


def _change_rows(staging: Staging, table: Table, kind: Kind, records: Sequence[str], revision: int) -> None:
    """Gives the root rows of ``records`` the staged values."""
    _rows, values = staged_values(staging, table)
    stage = staging.tables[table.name].c
    key = IDENTIFIED_BY[table.name]
    same = [kind.root.c[name] == values[name] for name in key]
    new: Values = {name: value for name, value in values.items() if name not in key}
    if table is package.CONTACTS:
        same.append(staging.date.c.text == stage.date)
        new |= {column.name: column for column in staging.date.columns if column.name != "text"}
    if table is package.COVERAGE:
        same.append(staging.pair.c.text == stage.parties)
    query = update(kind.root).where(and_(*same), kind.called(*records))
    staging.connection.execute(query.values({**new, "revision": revision}))


def _forget_details(staging: Staging, contact_ids: Sequence[str]) -> None:
    """Takes the details of contacts out of the present and has the merge add those of the package.

    What is left of such a contact is its first row: for the merge it is one of which only that is known.
    """
    for part in reversed(CONTACT.parts):
        staging.connection.execute(delete(part).where(part.c.contact_id.in_(contact_ids)))
    staging.connection.execute(insert(staging.changed), [{"contact_id": contact_id} for contact_id in contact_ids])
    staging.connection.execute(delete(staging.known).where(staging.known.c.contact_id.in_(contact_ids)))


def _refuse_loss(staging: Staging, changed: Iterable[str], differences: Sequence[Difference]) -> None:
    wanted = set(changed)
    lost: set[str] = set()
    for name in ("sources", "statements"):
        kept, staged = KEPT_IN[name], staging.tables[name].c
        there = _counted(staging, kept.c.contact_id, kept.c.restricted.is_(True))
        here = _counted(staging, staged.contact_id, staged.restricted == "true")
        lost |= {contact_id for contact_id in there if contact_id in wanted and not here.get(contact_id)}
    if lost:
        contacts = "1 contact holds" if len(lost) == 1 else f"{len(lost):,} contacts hold"
        raise RejectedError(
            f"{contacts} what is not public and the package lacks",
            mend="nothing was changed; export with --include-restricted, correct that, and import it",
            details=staging.told(one.finding for one in differences if one.record in lost),
        )


def _counted(staging: Staging, contact_id: Any, which: Any) -> dict[str, int]:
    rows = staging.execute(select(contact_id, func.count()).where(which).group_by(contact_id))
    return {row[0]: row[1] for row in rows}
