"""What was judged of two contacts that look like one, and which contact on record an id stands for since."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from detente.domain.vocabulary import Sameness
from detente.store import schema
from detente.store.opening import Store
from detente.store.records import JUDGEMENT, Image, images, put, set_aside, take_out

_JUDGED = schema.judgement.c


@dataclass(frozen=True, slots=True)
class Judged:
    """Every judgement: ``same`` gives, for the id of a contact that is no more, the one that it is; ``apart`` are pairs."""

    same: Mapping[str, str]
    apart: frozenset[frozenset[str]]

    def stands_for(self, contact_id: str) -> str:
        """The contact that one of this id is, however many times it was joined to another; the id itself if never."""
        seen = {contact_id}
        while (further := self.same.get(contact_id)) is not None and further not in seen:
            seen.add(further)
            contact_id = further
        return contact_id

    def are_two(self, one: str, other: str) -> bool:
        """Whether somebody judged that the two are not the same."""
        return frozenset((self.stands_for(one), self.stands_for(other))) in self.apart


def judged(connection: Connection) -> Judged:
    """What was judged, as it stands."""
    rows = connection.execute(select(_JUDGED.contact_id, _JUDGED.other_id, _JUDGED.verdict)).all()
    same = {row.other_id: row.contact_id for row in rows if row.verdict is Sameness.SAME}
    known = Judged(same, frozenset())
    apart = (row for row in rows if row.verdict is Sameness.NOT_SAME)
    return Judged(same, frozenset(frozenset(map(known.stands_for, (row.contact_id, row.other_id))) for row in apart))


@dataclass(frozen=True, slots=True)
class Told:
    """One judgement about a contact: the other of the two (where they are the same, one that is on record no more), and why."""

    other: str
    verdict: Sameness
    why: str | None


def judgements_of(store: Store, contact_id: str, *, include_restricted: bool = False) -> list[Told]:
    """What was judged of this contact and others, by the id of the other; one that is not public is named only if asked for."""
    about = select(schema.judgement).where(or_(_JUDGED.contact_id == contact_id, _JUDGED.other_id == contact_id))
    hidden = select(schema.contact.c.contact_id).where(schema.contact.c.restricted.is_(True))
    with store.reading() as connection:
        not_named = set() if include_restricted else set(connection.scalars(hidden))
        found = [
            Told(row.other_id if row.contact_id == contact_id else row.contact_id, row.verdict, row.why)
            for row in connection.execute(about)
        ]
    return sorted((told for told in found if told.other not in not_named), key=lambda told: told.other)


def of_the_two(one: str, other: str) -> ColumnElement[bool]:
    """What was judged of two contacts, whichever was named first."""
    return or_(
        and_(_JUDGED.contact_id == one, _JUDGED.other_id == other), and_(_JUDGED.contact_id == other, _JUDGED.other_id == one)
    )


def keep_judgement(connection: Connection, one: str, other: str, verdict: Sameness, why: str | None, number: int) -> None:
    """Keeps a judgement as part of revision ``number``, in place of any other of the two."""
    before = list(images(connection, JUDGEMENT, of_the_two(one, other)))
    set_aside(connection, before, number)
    take_out(connection, JUDGEMENT, [image.record for image in before])
    folder = connection.scalar(select(schema.contact.c.folder).where(schema.contact.c.contact_id == one))
    row = {"contact_id": one, "other_id": other, "verdict": verdict, "why": why, "folder": folder}
    put(connection, Image(JUDGEMENT, f"{one} {other}", number, number, {"judgement": [row]}))
