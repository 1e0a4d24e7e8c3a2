"""Which record is meant by the beginning of its id?"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, select

from detente.errors import NotFoundError
from detente.store import schema
from detente.store.names import did_you_mean, nearest
from detente.store.opening import Store
from detente.store.records import CONTACT, KINDS, OFFICEHOLDER

_CONTACT, _CLAIM, _PAST = schema.contact.c, schema.claim.c, schema.superseded.c
_SHOWN = 6
"""How many candidates are named."""
_AMONG = 20_000
"""Among how many ids a misspelt one is looked for."""


def meant(store: Store, text: str, *, claims: bool = False, include_restricted: bool = False) -> str:
    """The id of the contact (with ``claims``, or claim or tenure) that ``text`` is, or begins as no other does.

    A text that names a record of any kind, or ever named one, is returned as it is, and so is one that begins no id: whoever
    asks for it says what is wrong. What is not public is found only if asked for. Raises NotFoundError naming the candidates
    where there are several.
    """
    with store.reading() as connection:
        if not text or _names_one(connection, text):
            return text
        found = _beginning(connection, text, claims, include_restricted)
        if claims and not found:
            found = _tenures(connection, text)
    if len(found) > 1:
        more = " …" if len(found) > _SHOWN else ""
        raise NotFoundError(f"'{text}' is the beginning of several ids", mend=f"which of {', '.join(found[:_SHOWN])}{more}?")
    return found[0] if found else text


def _names_one(connection: Connection, text: str) -> bool:
    """Whether something is called so, or was; the ids of contacts are looked for first, being what is mostly named."""
    for kind in sorted(KINDS, key=lambda kind: kind is not CONTACT):
        if kind.may_be(text) and connection.execute(select(kind.root).where(kind.called(text)).limit(1)).first():
            return True
    return connection.execute(select(_PAST.record).where(_PAST.record == text).limit(1)).first() is not None


def _beginning(connection: Connection, text: str, claims: bool, include_restricted: bool, most: int = _SHOWN + 1) -> list[str]:
    hidden = select(_CONTACT.contact_id).where(_CONTACT.restricted.is_(True))
    of_claims = (
        []
        if include_restricted
        else [_CLAIM.restricted.is_(False), _CLAIM.contact_id.is_(None) | _CLAIM.contact_id.not_in(hidden)]
    )
    of_contacts = [] if include_restricted else [_CONTACT.restricted.is_(False)]
    found = _ids(connection, _CONTACT.contact_id, text, of_contacts, most)
    return found + (_ids(connection, _CLAIM.claim_id, text, of_claims, most) if claims else [])


def _tenures(connection: Connection, text: str) -> list[str]:
    """The names of tenures that begin so: person, party, office and first day, one after the other."""
    there = connection.execute(select(*(OFFICEHOLDER.root.c[name] for name in OFFICEHOLDER.key)))
    return sorted(name for row in there.mappings() if (name := OFFICEHOLDER.record_of(row)).startswith(text))


def _ids(
    connection: Connection, id_: ColumnElement[str], text: str, public: Sequence[ColumnElement[bool]], most: int
) -> list[str]:
    """A few ids that begin so. A range, unlike LIKE, tells small letters from capitals on every engine, and walks the key."""
    among = select(id_).where(id_ >= text, id_ < f"{text}{chr(0x10FFFF)}", *public)
    return [name for name in connection.scalars(among.order_by(id_).limit(most)) if name.startswith(text)]


def nearest_ids(connection: Connection, text: str, *, claims: bool = False, include_restricted: bool = False) -> list[str]:
    """The ids that ``text`` may be a misspelling of, best first; of a large record only those that begin like it are read.

    Whose name stands first in an id is not always known, so that the one with its parties in the other order counts as near.
    """

    def among(said: str) -> list[str]:
        return _beginning(connection, said[:4], claims, include_restricted, _AMONG)

    one, _, rest = text.partition("-")
    other, _, end = rest.partition("-")
    turned = f"{other}-{one}-{end}"
    exact = [turned] if turned in among(turned) else []
    return [*exact, *nearest(text, among(text))] or nearest(turned, among(turned))


def no_record(connection: Connection, text: str, *, include_restricted: bool) -> NotFoundError:
    """What to raise for a name that no record of any kind has, or ever had."""
    near = nearest_ids(connection, text, claims=True, include_restricted=include_restricted)
    return NotFoundError(f"no record '{text}'", mend=did_you_mean(near) or "see: detente list, detente claims, detente history")


def ids_beginning(store: Store, text: str, *, claims: bool = False, most: int = 200) -> list[str]:
    """Public ids that begin so, those of contacts first: what a shell completes."""
    with store.reading() as connection:
        return _beginning(connection, text, claims, False, most)
