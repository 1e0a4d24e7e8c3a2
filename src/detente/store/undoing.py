"""How is what a revision did taken back, by a new one, which can itself be taken back?

A revision is reverted where each record that it wrote still says what it wrote: at once, or once more, since whatever was
changed after it was taken back too.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from detente.errors import NotFoundError, RejectedError
from detente.store import schema
from detente.store.opening import Store
from detente.store.records import FOLDER, KINDS, Image, Kind, images, kept_image, put, set_aside, take_out, unmark
from detente.store.revisions import Revision, begin, revision_of, revisions

_PAST, _REVISION = schema.superseded.c, schema.revision.c
_AT_ONCE = 200

Given = TypeVar("Given")
Written = dict[Kind, list[Image]]
"""By kind, the records that stand as a revision wrote them."""


def undo(store: Store, *, dry_run: bool = False) -> Revision:
    """Reverts the latest revision of this author, by a new one; gives that. A second undo takes the first one back.

    Of a ``dry_run`` nothing is kept. Raises RejectedError when there is none, or when somebody changed since what it wrote.
    """

    def back(connection: Connection) -> Revision:
        latest = revisions(connection, author=store.author, limit=1)
        if not latest or latest[0].command == "init":
            raise _nothing(store)
        return _taken_back(connection, store.author, latest[0])

    return _run(store, back, dry_run)


def undo_last(store: Store, count: int, *, dry_run: bool = False) -> list[Revision]:
    """Reverts so many of the latest revisions of this author that stand, the latest first, each by a new one; gives those.

    What was taken back does not stand, nor does a revision that only took something back count. All of it or nothing, and
    of a ``dry_run`` nothing; raises as ``undo``.
    """

    def back(connection: Connection) -> list[Revision]:
        gone = _not_standing(connection)
        own = revisions(connection, author=store.author)
        standing = [one for one in own if one.number not in gone and one.command not in ("init", "undo")]
        if not standing:
            raise _nothing(store)
        if len(standing) < count:
            raise RejectedError(f"only {len(standing)} revisions of {store.author} stand", mend="see: detente history")
        return [_taken_back(connection, store.author, one) for one in standing[:count]]

    return _run(store, back, dry_run)


def undo_revision(store: Store, number: int, *, dry_run: bool = False) -> list[Revision]:
    """As ``undo_last``, of one revision of this author, whatever was done since elsewhere in the record.

    Raises NotFoundError where there is none of that number, RejectedError where it is somebody else's or taken back already.
    """

    def back(connection: Connection) -> list[Revision]:
        row = connection.execute(select(schema.revision).where(_REVISION.number == number)).one_or_none()
        if row is None:
            raise NotFoundError(f"there is no revision {number}", mend="see: detente history")
        done = revision_of(row)
        if done.command == "init" or done.author != store.author:
            whose = f"of {done.author or 'somebody not known'}" if done.command != "init" else "what made the store"
            raise RejectedError(f"r{number} is {whose}, and not yours to take back", mend="amend or retract what it wrote")
        if number in _not_standing(connection):
            raise RejectedError(f"r{number} was taken back already", mend=f"see: detente history r{number}")
        return [_taken_back(connection, store.author, done)]

    return _run(store, back, dry_run)


def _nothing(store: Store) -> RejectedError:
    return RejectedError(f"{store.author} has changed nothing in this store", mend="see: detente history")


def _run(store: Store, back: Callable[[Connection], Given], dry_run: bool) -> Given:
    try:
        return store.write(back, dry_run=dry_run)
    except IntegrityError:
        raise RejectedError(
            "it cannot be undone: what it added is referred to by what was recorded since", mend="amend or retract that first"
        ) from None


def _not_standing(connection: Connection) -> set[int]:
    """The revisions that were taken back by one that stands itself."""
    query = select(_REVISION.number, _REVISION.undoes).where(_REVISION.undoes.is_not(None)).order_by(_REVISION.number.desc())
    gone: set[int] = set()
    for number, undone in connection.execute(query):
        if number not in gone and undone is not None:
            gone.add(undone)
    return gone


def _taken_back(connection: Connection, author: str, done: Revision) -> Revision:
    """Reverts one revision; gives the new one that did. Raises RejectedError where something was built upon it."""
    before = _before(connection, done)
    written = _written(connection, done)
    _refuse_if_anew(connection, before, written)
    number = begin(connection, author, "undo", _what_is_taken_back(connection, done), undoes=done.number)
    _revert(connection, done.number, number, before, written)
    return revision_of(connection.execute(select(schema.revision).where(_REVISION.number == number)).one())


def _what_is_taken_back(connection: Connection, done: Revision) -> str:
    """``amend fra-rus-…``; of an undo what had been done in the first place, which then holds again, or is undone once more."""
    first, undone = done, 0
    while first.undoes is not None:
        row = connection.execute(select(schema.revision).where(_REVISION.number == first.undoes)).one()
        first, undone = revision_of(row), undone + 1
    what = f"{first.command} {first.about}"
    if not undone:
        return what
    return f"the undo of {what} (r{first.number} holds again)" if undone % 2 else f"{what} once more"


def _before(connection: Connection, done: Revision) -> list[Image]:
    """What records said before the revision changed or withdrew them."""
    return list(map(kept_image, connection.execute(select(schema.superseded).where(_PAST.until == done.number))))


def _written(connection: Connection, done: Revision) -> Written:
    """What stands of all that the revision wrote, which must be all; raises RejectedError naming what was changed since."""
    found: Written = {kind: list(images(connection, kind, kind.root.c.revision == done.number)) for kind in KINDS}
    past = connection.execute(select(schema.superseded).where(_PAST.revision == done.number).order_by(_PAST.until.desc()))
    changed = [kept_image(row) for row in past]
    for kind in KINDS:
        names = [image.record for image in changed if image.kind is kind]
        again = {image.record: image for image in _standing(connection, kind, names)}
        for name in names:
            if name not in again or _said_by(connection, again[name]) != done.number:
                raise _built_upon(connection, done, kind, name)
        found[kind] += again.values()
    return found


def _standing(connection: Connection, kind: Kind, names: Iterable[str]) -> Iterator[Image]:
    waiting = iter(dict.fromkeys(names))
    while some := list(islice(waiting, _AT_ONCE)):
        yield from images(connection, kind, kind.called(*some))


def _said_by(connection: Connection, image: Image) -> int:
    """The revision that wrote what a record says: where one took something back, that which had written it before."""
    number = image.revision
    while True:
        undone = connection.scalar(select(_REVISION.undoes).where(_REVISION.number == number))
        ended = (_PAST.kind == image.kind.name, _PAST.record == image.record, _PAST.until == undone)
        earlier = None if undone is None else connection.scalar(select(_PAST.revision).where(*ended))
        if earlier is None:
            return number
        number = earlier


def _built_upon(connection: Connection, done: Revision, kind: Kind, name: str) -> RejectedError:
    query = select(schema.revision).join(schema.superseded, _REVISION.number == _PAST.until)
    of_it = query.where(_PAST.kind == kind.name, _PAST.record == name).order_by(_PAST.until.desc())
    since = revision_of(connection.execute(of_it.limit(1)).one())
    return RejectedError(
        f"r{done.number} cannot be undone: {name} was changed since by "
        f"{since.author or 'somebody'} (r{since.number}: {since.command} {since.about})",
        mend="amend it instead",
    )


def _refuse_if_anew(connection: Connection, before: Sequence[Image], written: Written) -> None:
    """Raises RejectedError where a record that was taken out has come back since: what it says now would be lost."""
    for kind in KINDS:
        still = {image.record for image in written[kind]}
        for image in _standing(
            connection, kind, [one.record for one in before if one.kind is kind and one.record not in still]
        ):
            raise RejectedError(
                f"it cannot be undone: {image.record} is on record again since r{image.revision}", mend="amend that instead"
            )


def _revert(connection: Connection, done: int, number: int, before: Sequence[Image], written: Written) -> None:
    """Sets aside what revision ``done`` wrote, and has the record say again what it said before.

    What comes back is put first, what must go is taken out last: until then a claim may speak of a contact that goes.
    """
    there = {(image.kind.name, image.record) for image in before}
    unmark(connection, done)
    added: Written = {}
    for kind in KINDS:
        added[kind] = [one for one in written[kind] if (kind.name, one.record) not in there]
        set_aside(connection, [one for one in written[kind] if (kind.name, one.record) in there], number)
    for kind in KINDS:
        for image in before:
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
