"""How does it get on record who held an office, and how is that corrected?"""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from detente.domain.officeholders import Officeholder
from detente.domain.tenures import as_row, mistakes, record_of
from detente.errors import NotFoundError, RejectedError, UsageError
from detente.store.names import did_you_mean, name_key, nearest
from detente.store.opening import Store
from detente.store.public import taken_out
from detente.store.records import OFFICEHOLDER, Image, images, put, set_aside, take_out
from detente.store.reference import officeholders
from detente.store.revisions import begin
from detente.store.staged_values import STORED_AS

_SHOWN = 6
"""How many candidates are named."""


def tenure(store: Store, text: str) -> Officeholder:
    """The tenure whose name is ``text``, or the only one whose name has all words of it, or words that begin so.

    Raises NotFoundError with those that it may be, or with who took it out.
    """
    known = {record_of(holder): holder for holder in officeholders(store)}
    if (exact := known.get(text) or known.get(f"{text} ")) is not None:  # the last part is empty where no day is known
        return exact
    found = _with_words(known, text)
    if len(found) == 1:
        return known[found[0]]
    if found:
        more = " …" if len(found) > _SHOWN else ""
        several = ", ".join(f"'{record.strip()}'" for record in found[:_SHOWN])
        raise NotFoundError(f"'{text}' may be several tenures", mend=f"which of {several}{more}?")
    with store.reading() as connection:
        gone = taken_out(connection, text, include_restricted=True)
    if gone is not None:
        raise gone
    near = dict.fromkeys(known[record].person for record in nearest(text, known))
    people = nearest(text, {holder.person for holder in known.values()})
    raise NotFoundError(f"no tenure '{text}'", mend=did_you_mean(people or list(near)) or "see: detente offices")


def _with_words(records: Sequence[str] | dict[str, Officeholder], text: str) -> list[str]:
    """The names of tenures that have every word of ``text``; if there is none, those that have words beginning so."""
    said = name_key(text).split()
    parts = {record: name_key(record).split() for record in records}
    whole = [record for record, words in parts.items() if all(word in words for word in said)]
    begun = [record for record, words in parts.items() if all(any(own.startswith(word) for own in words) for word in said)]
    return (whole or begun) if said else []


def add_office(store: Store, holder: Officeholder) -> None:
    """Puts a tenure on record; raises UsageError where it cannot be so, and RejectedError where it is on record already."""

    def add(connection: Connection) -> None:
        number = begin(connection, store.author, "office", record_of(holder))
        put_office(connection, holder, number)

    store.write(add)


def put_office(connection: Connection, holder: Officeholder, number: int) -> None:
    """Adds a tenure as part of revision ``number``; raises as ``add_office``."""
    refuse_wrong(holder)
    _refuse_taken(connection, holder)
    put(connection, _image(holder, number, number))


def amend_office(
    store: Store,
    before: Officeholder,
    corrected: Officeholder,
    *,
    successor: Officeholder | None = None,
    why: str | None = None,
) -> bool:
    """Has a tenure say what ``corrected`` says, and puts that of a successor on record; whether that was anything new.

    One whose person, party, office or first day changes has another name from then on; both are of the same revision. Raises
    as ``add_office``, and RejectedError where somebody else changed the tenure meanwhile.
    """
    refuse_wrong(corrected)

    def change(connection: Connection) -> bool:
        name = record_of(before)
        if before == corrected and successor is None:
            return False
        found = list(images(connection, OFFICEHOLDER, OFFICEHOLDER.called(name)))
        if [_content(image) for image in found] != [_row(before)]:
            raise RejectedError(f"{name} was changed meanwhile", mend="nothing was changed; see: detente offices")
        number = begin(connection, store.author, "amend", name, why=why)
        if before != corrected:
            set_aside(connection, found, number)
            if record_of(corrected) == name:
                put(connection, _image(corrected, found[0].first_revision, number))
            else:
                take_out(connection, OFFICEHOLDER, [name])
                put_office(connection, corrected, number)
        if successor is not None:
            put_office(connection, successor, number)
        return True

    return store.write(change)


def refuse_wrong(holder: Officeholder) -> None:
    """Raises UsageError for the first thing about a tenure that cannot be so, as a package is judged."""
    row = as_row(holder)
    for column, reason in mistakes(row):
        option = _ASKED_AS[column]
        if not row[column].strip():
            raise UsageError(f"{option} is missing", mend=reason.partition("; ")[2])
        if column == "to":
            raise UsageError(f"{option} {row['to']} {reason}, {row['from']}", mend="exchange them")
        raise UsageError(f"{option} '{row[column]}' cannot be", mend=reason)


_ASKED_AS = {
    "person": "the name",
    "party": "the party",
    "office": "--level",
    "title": "--role",
    "from": "--from",
    "to": "--to",
    "source_url": "--source",
}
"""What somebody at a terminal calls the columns of a tenure."""


def _refuse_taken(connection: Connection, holder: Officeholder) -> None:
    name = record_of(holder)
    there = select(OFFICEHOLDER.root.c.person).where(OFFICEHOLDER.called(name))
    if connection.execute(there).first() is not None:
        raise RejectedError(
            f"{name.strip()} is on record already", mend=f"to correct it: detente offices amend '{name.strip()}' …"
        )


def _row(holder: Officeholder) -> dict[str, str | None]:
    """A tenure as the row that keeps it."""
    row: dict[str, str | None] = {STORED_AS.get(name, name): value for name, value in as_row(holder).items()}
    return {**row, "to_date": row["to_date"] or None}


def _image(holder: Officeholder, first_revision: int, number: int) -> Image:
    """What was added or changed by somebody goes with a package, as what was imported does."""
    row = {**_row(holder), "imported": number}
    return Image(OFFICEHOLDER, record_of(holder), first_revision, number, {"officeholder": [row]})


def _content(image: Image) -> dict[str, str | None]:
    [row] = image.content["officeholder"]
    return {str(name): value for name, value in row.items() if name != "imported"}
