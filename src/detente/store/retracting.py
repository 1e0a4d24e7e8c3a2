"""How is a record taken out of the present, by a revision that can itself be undone?"""

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from detente.errors import RejectedError
from detente.store import schema
from detente.store.meant import no_record
from detente.store.opening import Store
from detente.store.public import taken_out
from detente.store.records import (
    CLAIM,
    CONTACT,
    KINDS,
    PARTY,
    Kind,
    images,
    set_aside,
    take_out,
)
from detente.store.revisions import Revision, begin, revision_of

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


def refuse_missing(store: Store, record: str) -> None:
    """Raises NotFoundError where no record of that name stands, as ``retract`` would."""
    with store.reading() as connection:
        kind_of(connection, record)


def _refuse_if_in_dialogue(connection: Connection, party: str) -> None:
    """Of the parties of a dialogue, which are one text, the database keeps no key."""
    dialogue = schema.dialogue.c
    for dialogue_id, parties in connection.execute(
        select(dialogue.dialogue_id, dialogue.parties).order_by(dialogue.dialogue_id)
    ):
        if party in parties.split(";"):
            raise RejectedError(f"{party} cannot be taken out: the dialogue {dialogue_id} names it", mend="retract that first")


def kind_of(connection: Connection, record: str) -> Kind:
    """Of which kind the record of that name is that stands; raises NotFoundError, which tells if it was retracted."""
    for kind in KINDS:
        if kind.may_be(record) and connection.execute(select(kind.root.c[kind.key[0]]).where(kind.called(record))).first():
            return kind
    if gone := taken_out(connection, record, include_restricted=True):
        raise gone
    raise no_record(connection, record, include_restricted=True)
