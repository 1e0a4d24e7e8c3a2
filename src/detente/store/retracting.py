"""How records are taken out of the present and put back, by a revision that can itself be undone."""

from dataclasses import replace

from sqlalchemy import Connection, select, update
from sqlalchemy.exc import IntegrityError

from detente.errors import RejectedError
from detente.store import schema
from detente.store.meant import no_record
from detente.store.opening import Store
from detente.store.public import taken_out
from detente.store.records import (
    CLAIM,
    CONTACT,
    FOLDER,
    KINDS,
    PARTY,
    Image,
    Kind,
    images,
    kept_image,
    put,
    set_aside,
    take_out,
)
from detente.store.revisions import Revision, begin, revision_of, revisions

_CLAIM, _PAST, _REVISION = schema.claim.c, schema.superseded.c, schema.revision.c


def retract(store: Store, record: str, why: str) -> Revision:
    """Takes a record out, a contact with the claims about it; what it said stays in the history, and its id is not given again.

    Raises NotFoundError, and RejectedError while something else refers to it.
    """

    def out(connection: Connection) -> Revision:
        kind = kind_of(connection, record)
        if kind is PARTY:
            _refuse_if_in_dialogue(connection, record)
        about = [*images(connection, CLAIM, _CLAIM.contact_id == record)] if kind is CONTACT else []
        number = begin(connection, store.author, "retract", record, why=why)
        set_aside(connection, [*about, *images(connection, kind, kind.called(record))], number)
        take_out(connection, CLAIM, [claim.record for claim in about])
        take_out(connection, kind, [record])
        return revision_of(connection.execute(select(schema.revision).where(_REVISION.number == number)).one())

    try:
        return store.write(out)
    except IntegrityError:
        raise RejectedError(
            f"{record} cannot be taken out: something on record refers to it", mend="amend or retract that first"
        ) from None


def _refuse_if_in_dialogue(connection: Connection, party: str) -> None:
    """Of the parties of a dialogue, which are one text, the database keeps no key."""
    dialogue = schema.dialogue.c
    for dialogue_id, parties in connection.execute(
        select(dialogue.dialogue_id, dialogue.parties).order_by(dialogue.dialogue_id)
    ):
        if party in parties.split(";"):
            raise RejectedError(f"{party} cannot be taken out: the dialogue {dialogue_id} names it", mend="retract that first")


def undo(store: Store) -> Revision:
    """Reverts the latest revision of this author, by a new one; gives that. A second undo takes the first one back.

    Raises RejectedError when there is none, or when somebody changed since what it wrote.
    """

    def back(connection: Connection) -> Revision:
        latest = revisions(connection, author=store.author, limit=1)
        if not latest or latest[0].command == "init":
            raise RejectedError(f"{store.author} has changed nothing in this store", mend="see: detente history")
        [done] = latest
        _refuse_if_built_upon(connection, done)
        number = begin(connection, store.author, "undo", f"{done.command} {done.about}", undoes=done.number)
        _revert(connection, done.number, number)
        return revision_of(connection.execute(select(schema.revision).where(_REVISION.number == number)).one())

    try:
        return store.write(back)
    except IntegrityError:
        raise RejectedError(
            "it cannot be undone: what it added is referred to by what was recorded since", mend="amend or retract that first"
        ) from None


def _refuse_if_built_upon(connection: Connection, done: Revision) -> None:
    query = select(_PAST.record, schema.revision).join(schema.revision, _REVISION.number == _PAST.until)
    row = connection.execute(query.where(_PAST.revision == done.number).order_by(_PAST.until.desc()).limit(1)).one_or_none()
    if row is not None:
        since = revision_of(row)
        raise RejectedError(
            f"r{done.number} cannot be undone: {row.record} was changed since by "
            f"{since.author or 'somebody'} (r{since.number}: {since.command} {since.about})",
            mend="amend it instead",
        )


def _revert(connection: Connection, done: int, number: int) -> None:
    """Sets aside what revision ``done`` wrote, and has the record say again what it said before.

    What comes back is put first, what must go is taken out last: until then a claim may speak of a contact that goes.
    """
    rows = connection.execute(select(schema.superseded).where(_PAST.until == done)).all()
    before = {(image.kind.name, image.record): image for image in map(kept_image, rows)}
    added: dict[Kind, list[Image]] = {}
    for kind in KINDS:
        written = list(images(connection, kind, kind.root.c.revision == done))
        added[kind] = [one for one in written if (kind.name, one.record) not in before]
        set_aside(connection, [one for one in written if (kind.name, one.record) in before], number)
        if "imported" in kind.root.c:
            connection.execute(update(kind.root).where(kind.root.c.imported == done).values(imported=None))
    for kind in KINDS:
        for image in before.values():
            if image.kind is kind:
                put(connection, replace(image, revision=number))
    for kind in reversed(KINDS):
        if kind is FOLDER:  # one that others have filled since stays
            added[kind] = [one for one in added[kind] if not _is_used(connection, one.record)]
        set_aside(connection, added[kind], number)
        take_out(connection, kind, [one.record for one in added[kind]])


def _is_used(connection: Connection, slug: str) -> bool:
    filled = (schema.contact, schema.claim, schema.coverage, schema.judgement, schema.dialogue)
    inside = [table.c.folder for table in filled]
    return any(connection.execute(select(column).where(column == slug).limit(1)).first() for column in inside)


def kind_of(connection: Connection, record: str) -> Kind:
    """Of which kind the record of that name is that stands; raises NotFoundError, which tells if it was retracted."""
    for kind in KINDS:
        if kind.may_be(record) and connection.execute(select(kind.root.c[kind.key[0]]).where(kind.called(record))).first():
            return kind
    if gone := taken_out(connection, record, include_restricted=True):
        raise gone
    raise no_record(connection, record, include_restricted=True)
