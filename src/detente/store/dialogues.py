"""Which recurring dialogues are on record, how is one declared or corrected, and how was each kept?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from detente.domain.contacts import Contact
from detente.domain.coverage import CoverageWindow
from detente.domain.days import iso
from detente.domain.dialogues import Dialogue, read_suspended, rhythm_problem, write_suspended
from detente.domain.occasions import Followed, follow
from detente.domain.parties import Dyad, dyad
from detente.domain.selection import Selection
from detente.errors import NotFoundError, RejectedError, UsageError
from detente.store import schema
from detente.store.contacts import contacts
from detente.store.names import did_you_mean, nearest
from detente.store.opening import Store
from detente.store.public import taken_out
from detente.store.recording import ever, folder_of
from detente.store.records import DIALOGUE, images, set_aside
from detente.store.revisions import begin
from detente.store.series import coverage

_KEPT = schema.dialogue.c


def dialogues(store: Store, *parties: str, include_restricted: bool = False) -> list[Dialogue]:
    """The dialogues that all of ``parties`` take part in, by id; without any: all."""
    query = select(schema.dialogue).order_by(_KEPT.dialogue_id)
    if not include_restricted:
        query = query.where(_KEPT.restricted.is_(False))
    with store.reading() as connection:
        found = [_dialogue(row._mapping) for row in connection.execute(query)]
    return [dialogue for dialogue in found if set(parties) <= set(dialogue.parties)]


def dialogue(store: Store, dialogue_id: str, *, include_restricted: bool = False) -> Dialogue:
    """The dialogue of that id; raises NotFoundError with the nearest ids, or with who took it out."""
    known = {one.dialogue_id: one for one in dialogues(store, include_restricted=include_restricted)}
    if (found := known.get(dialogue_id)) is not None:
        return found
    with store.reading() as connection:
        gone = taken_out(connection, dialogue_id, include_restricted=include_restricted)
    if gone is not None:
        raise gone
    mend = did_you_mean(nearest(dialogue_id, known)) or "see: detente dialogues"
    raise NotFoundError(f"no dialogue '{dialogue_id}'", mend=mend)


def followed(store: Store, selection: Selection) -> list[Followed]:
    """How each dialogue that the parties selected take part in was kept, up to the as-of day: by id, then by pair.

    Of two parties: for that pair. Otherwise a dialogue of two for those two, and one of several for each pair among them of
    which there is any contact on record. Nothing but parties, as-of day and what is restricted is taken of the selection.
    """
    found = dialogues(store, *selection.parties, include_restricted=selection.include_restricted)
    return followed_of(store, found, selection) if found else []


def followed_of(store: Store, found: Iterable[Dialogue], selection: Selection) -> list[Followed]:
    """As ``followed``, of dialogues that were read before."""
    windows = coverage(store)
    known: dict[Dyad, list[Contact]] = {}

    def of_pair(pair: Dyad) -> list[Contact]:
        if pair not in known:
            chosen = Selection(selection.as_of, pair.parties, include_restricted=selection.include_restricted)
            known[pair] = contacts(store, chosen)
        return known[pair]

    return [
        _follow(one, pair, of_pair(pair), windows, selection)
        for one in found
        for pair in one.pairs
        if set(selection.parties) <= set(pair.parties)
        if len(one.parties) == 2 or selection.dyad == pair or of_pair(pair)
    ]


def _follow(
    one: Dialogue, pair: Dyad, known: Sequence[Contact], windows: Mapping[Dyad, Sequence[CoverageWindow]], selection: Selection
) -> Followed:
    return follow(one, pair, known, windows.get(pair, ()), selection.as_of, include_restricted=selection.include_restricted)


def declare_dialogue(store: Store, declared: Dialogue) -> None:
    """Adds a dialogue; raises RejectedError where its id is or was taken, and UsageError where its rhythm makes no sense."""
    refuse_wrong(declared)

    def add(connection: Connection) -> None:
        if declared.dialogue_id in ever(connection, DIALOGUE, declared.dialogue_id):
            mend = f"choose another id, or: detente dialogues amend {declared.dialogue_id}"
            raise RejectedError(f"the id '{declared.dialogue_id}' is taken, or was once", mend=mend)
        number = begin(connection, store.author, "dialogue", declared.dialogue_id)
        slug = folder_of(connection, dyad(*declared.parties[:2]), number)
        row = {**_row(declared), "folder": slug, "first_revision": number, "revision": number}
        connection.execute(insert(schema.dialogue).values(row))

    store.write(add)


def amend_dialogue(store: Store, corrected: Dialogue, *, why: str | None = None) -> bool:
    """Has a dialogue that is on record say what ``corrected`` says; whether that was anything new. Its parties stay.

    Raises UsageError where its rhythm makes no sense.
    """
    refuse_wrong(corrected)

    def change(connection: Connection) -> bool:
        same = _KEPT.dialogue_id == corrected.dialogue_id
        if _dialogue(connection.execute(select(schema.dialogue).where(same)).one()._mapping) == corrected:
            return False
        number = begin(connection, store.author, "amend", corrected.dialogue_id, why=why)
        set_aside(connection, images(connection, DIALOGUE, same), number)
        connection.execute(update(schema.dialogue).where(same).values({**_row(corrected), "revision": number}))
        return True

    return store.write(change)


def refuse_wrong(declared: Dialogue) -> None:
    """Raises UsageError where the rhythm or the days of a dialogue make no sense."""
    wrong = rhythm_problem(declared.every_months, declared.first_month, declared.last_month, declared.tolerance_days)
    if wrong is not None:
        what, _, mend = wrong.partition("; ")
        raise UsageError(what if mend else f"the rhythm of {declared.dialogue_id} makes no sense", mend=mend or wrong)
    if declared.to_date is not None and declared.to_date < declared.from_date:
        raise UsageError(f"--to {declared.to_date} lies before --from {declared.from_date}", mend="exchange them")
    for one in declared.suspended:
        if one.first < declared.from_date.toordinal():
            mend = f"it begins on {declared.from_date}"
            raise UsageError(f"suspended on {iso(one.first)}, before the dialogue began", mend=mend)


def _row(declared: Dialogue) -> dict[str, Any]:
    return {
        "dialogue_id": declared.dialogue_id,
        "name": declared.name,
        "parties": ";".join(sorted(declared.parties)),
        "channel": declared.channel,
        "setting": declared.setting,
        "level": declared.level,
        "every_months": declared.every_months,
        "first_month": declared.first_month,
        "last_month": declared.last_month,
        "tolerance_days": declared.tolerance_days,
        "from_date": declared.from_date.isoformat(),
        "to_date": None if declared.to_date is None else declared.to_date.isoformat(),
        "suspended": write_suspended(declared.suspended) or None,
        "source_url": declared.source_url,
        "note": declared.note,
        "restricted": declared.restricted,
    }


def _dialogue(row: Mapping[Any, Any]) -> Dialogue:
    told = {str(name): row[name] for name in row if name not in ("folder", "first_revision", "revision")}
    told["parties"] = tuple(told["parties"].split(";"))
    told["from_date"] = date.fromisoformat(told["from_date"])
    told["to_date"] = date.fromisoformat(told["to_date"]) if told["to_date"] else None
    told["suspended"] = read_suspended(told["suspended"] or "")
    return Dialogue(**told)
