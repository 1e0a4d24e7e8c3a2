"""Which id has a contact of which none was given: that of the same contact on record, else a new one."""

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import select

from detente.domain import ids
from detente.domain.contacts import Contact
from detente.domain.dates import UncertainDate
from detente.domain.parties import Dyad
from detente.domain.vocabulary import Channel, Level
from detente.store import schema
from detente.store.contacts import with_parties
from detente.store.opening import Store
from detente.store.recording import ever, slug_of
from detente.store.records import CONTACT


class Numbering:
    """Gives ids during one import; ``given`` tells, when it is first needed, which ids the file itself has."""

    def __init__(self, store: Store, given: Callable[[], Collection[str]]) -> None:
        self._store = store
        self._given = given
        self._taken: set[str] | None = None
        self._slugs: dict[Dyad, str] = {}
        self._ever: set[str] | None = None
        self._looked_for: frozenset[str] = frozenset()
        self._alike: dict[str, list[Contact]] = {}

    def slug(self, pair: Dyad, proposed: str) -> str:
        """The folder of a pair: the one on record, else the first proposed for it."""
        if pair not in self._slugs:
            with self._store.reading() as connection:
                kept = slug_of(connection, pair)
            self._slugs[pair] = proposed if kept == pair.slug and not self._is_kept(kept) else kept
        return self._slugs[pair]

    def _is_kept(self, slug: str) -> bool:
        with self._store.reading() as connection:
            return connection.scalar(select(schema.folder.c.slug).where(schema.folder.c.slug == slug)) is not None

    def id_of(self, slug: str, when: UncertainDate, channel: Channel, level: Level, parties: Sequence[str]) -> tuple[str, bool]:
        """The id of the contact on record with this date, channel, level and parties, else one that was never given.

        Tells whether it is on record.

        Each is given once: of several alike, the first of the file is the first on record.
        """
        if self._taken is None:
            self._taken = set(self._given())
        there = self._alike.get(when.text, ()) if when.text in self._looked_for else self._found([when.text]).get(when.text, ())
        alike = [one.contact_id for one in there if _is(one, channel, level, parties) and one.contact_id not in self._taken]
        name = alike[0] if alike else self._new(slug, when, channel, level)
        self._taken.add(name)
        return name, bool(alike)

    def _new(self, slug: str, when: UncertainDate, channel: Channel, level: Level) -> str:
        """An id that no contact has or ever had, nor any in the file."""
        if self._ever is None:
            with self._store.reading() as connection:
                self._ever = ever(connection, CONTACT, "")
        return ids.contact_id(slug, when, channel, level, _Taken(self._taken or (), self._ever))

    def look_ahead(self, dates: Collection[str]) -> None:
        """Reads once what the record has of these dates, as they are written; what it had of others is forgotten."""
        self._looked_for, self._alike = frozenset(dates), self._found(sorted(set(dates)))

    def _found(self, dates: Sequence[str]) -> dict[str, list[Contact]]:
        with self._store.reading() as connection:
            rows = connection.execute(select(schema.contact).where(schema.contact.c.date.in_(dates))).all()
            there = with_parties(connection, rows)
        found: dict[str, list[Contact]] = {}
        for contact in sorted(there, key=lambda one: (len(one.contact_id), one.contact_id)):
            found.setdefault(contact.date.text, []).append(contact)
        return found


class _Taken:
    """Ids of two kinds that are taken, without a copy of either."""

    def __init__(self, *some: Collection[str]) -> None:
        self._some = some

    def __contains__(self, name: object) -> bool:
        return any(name in names for names in self._some)


def _is(contact: Contact, channel: Channel, level: Level, parties: Sequence[str]) -> bool:
    return contact.channel == channel and contact.level == level and set(contact.parties) == set(parties)
